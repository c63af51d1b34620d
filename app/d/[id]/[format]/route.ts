import { textsOfRequest } from '@/app/texts';
import { demoFile } from '@/lib/http/demo-file';
import { publicAddressOf } from '@/lib/http/public-address';
import { otherMethods, route } from '@/lib/http/route';
import { snippetForm } from '@/lib/http/snippet-form';
import { urlOf } from '@/lib/snippets/links';

export const dynamic = 'force-dynamic';

interface Params {
  id: string;
  format: string;
}

/** A demo as a file: `/d/{id}.md`, `.ipynb`, `.html`, `.txt`, `.json`. */
export const GET = route<Params>(async (request, { params: { id, format } }) => {
  const texts = await textsOfRequest();
  return snippetForm(request, { id, format, texts }, (snippet, wanted) => {
    const address = publicAddressOf(request) + urlOf(id, wanted, 'demo');
    const { body, headers } = demoFile(snippet, format, address, texts);
    return new Response(body, { headers });
  });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
