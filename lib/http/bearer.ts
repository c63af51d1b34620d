/** The secret that a request brings (RFC 6750). */
import 'server-only';
import { AppError } from '@/lib/errors';

/** What stands behind `Bearer` in Authorization. Throws unauthorized where there is nothing. */
export function bearerOf(request: Request): string {
  const [, secret] =
    /^Bearer +([\w.~+/-]{1,200}=*) *$/i.exec(request.headers.get('authorization') ?? '') ?? [];
  if (secret !== undefined) return secret;
  throw new AppError(
    'unauthorized',
    'Authorization: expected Bearer and the secret that came when this was made.',
  );
}
