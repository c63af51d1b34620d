import { AppError } from '@/lib/errors';
import { answerGateway } from '@/lib/http/gateway';
import { otherMethods, route } from '@/lib/http/route';
import { gateway } from '@/lib/sessions/gateway';

export const dynamic = 'force-dynamic';

/** Without keys it is as if there were no such path. */
function theGateway() {
  const it = gateway();
  if (it !== undefined) return it;
  throw new AppError('not_found', 'There is nothing at this path of the API.');
}

export const POST = route((request, { requestId }) =>
  answerGateway(theGateway(), request, requestId),
);

const refuse = otherMethods('POST');
const other = route(async (request, { params }) => {
  theGateway();
  const answer = request.method === 'OPTIONS' ? refuse.OPTIONS : refuse.GET;
  return answer(request, { params: Promise.resolve(params) });
});

export { other as DELETE, other as GET, other as OPTIONS, other as PATCH, other as PUT };
