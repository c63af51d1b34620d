import { SCRIPT, SCRIPT_NAME } from '@/app/embed/parts';
import { AppError } from '@/lib/errors';
import { otherMethods, route } from '@/lib/http/route';

export const dynamic = 'force-dynamic';

/** The script of every embed. Its name is of its text, so it never changes. */
export const GET = route<{ name: string }>(async (_request, { params: { name } }) => {
  if (name !== SCRIPT_NAME) throw new AppError('not_found', 'There is no such file.');
  return new Response(SCRIPT, {
    headers: {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'public, max-age=31536000, immutable',
    },
  });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
