import { textsOfRequest } from '@/app/texts';
import { publicAddressOf } from '@/lib/http/public-address';
import { otherMethods, route } from '@/lib/http/route';
import { snippetFile } from '@/lib/http/snippet-file';
import { snippetForm } from '@/lib/http/snippet-form';
import { snippetPicture } from '@/lib/http/snippet-picture';
import { urlOf } from '@/lib/snippets/links';

export const dynamic = 'force-dynamic';

interface Params {
  id: string;
  format: string;
}

/** A shared program as a file: `/s/{id}.txt`, `.md`, `.json`, `.zip`, `.py`, `.js`, `.ts`, `.ipynb`, `.png`. */
export const GET = route<Params>(async (request, { params: { id, format } }) => {
  const texts = await textsOfRequest();
  // That of a demo too.
  if (format === 'png') return snippetPicture(request, id, texts);
  return snippetForm(request, { id, format, texts }, (snippet, wanted) => {
    if (snippet.kind === 'demo') {
      const { search } = new URL(request.url);
      const Location = `/d/${id}.${encodeURIComponent(format)}${search}`;
      return new Response(null, { status: 307, headers: { Location } });
    }
    const address = publicAddressOf(request) + urlOf(id, wanted);
    const { body, headers } = snippetFile(snippet, format, address, texts);
    return new Response(body, { headers });
  });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
