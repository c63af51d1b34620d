/** Without it an unknown API path would be answered with the site's page for that. */
import { AppError } from '@/lib/errors';
import { route } from '@/lib/http/route';

export const dynamic = 'force-dynamic';

const none = route(async () => {
  throw new AppError('not_found', 'There is nothing at this path of the API.');
});

export { none as DELETE, none as GET, none as PATCH, none as POST, none as PUT };
