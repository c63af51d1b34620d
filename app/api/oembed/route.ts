import { textsOfRequest } from '@/app/texts';
import { isAppError } from '@/lib/errors';
import { clientOf } from '@/lib/http/client';
import { checkOEmbed, toOEmbed } from '@/lib/http/oembed';
import { publicAddressOf } from '@/lib/http/public-address';
import { limitMisses } from '@/lib/http/rate-limit';
import { otherMethods, route } from '@/lib/http/route';
import { snippets } from '@/lib/snippets';

export const dynamic = 'force-dynamic';

const answer = route(async (request) => {
  const base = publicAddressOf(request);
  const wish = checkOEmbed(new URL(request.url).searchParams, base);
  const store = await snippets();
  try {
    const snippet = await store.read(wish.id, wish.options.revision);
    const { messages } = await textsOfRequest();
    return Response.json(toOEmbed(snippet, base, wish, messages));
  } catch (error) {
    if (isAppError(error) && error.code === 'not_found')
      await limitMisses(clientOf(request).address);
    throw error;
  }
});

/** How to show a shared program within another page: `?url=…&maxwidth=&maxheight=&format=json`. */
export const GET: typeof answer = async (...given) => {
  const response = await answer(...given);
  // Pages of other sites may read it, a problem too: it tells nothing that the link does not.
  response.headers.set('Access-Control-Allow-Origin', '*');
  return response;
};

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
