import { config } from '@/lib/config';
import { AppError } from '@/lib/errors';
import { bearerOf } from '@/lib/http/bearer';
import { clientOf } from '@/lib/http/client';
import { limitWrongKeys } from '@/lib/http/rate-limit';
import { otherMethods, route } from '@/lib/http/route';
import { isSameSecret } from '@/lib/http/same-secret';
import { EXPOSITION_TYPE } from '@/lib/metrics/families';
import { metricsText } from '@/lib/operator/metrics';

export const dynamic = 'force-dynamic';

/** For a Prometheus that asks over the network; without the setting there is no such place. */
export const GET = route(async (request) => {
  const { metricsToken } = config();
  if (metricsToken === undefined) throw new AppError('not_found', 'There is nothing here.');
  if (!isSameSecret(bearerOf(request), metricsToken)) {
    await limitWrongKeys(clientOf(request).address);
    throw new AppError('unauthorized', 'The token is not that of RUNBAY_METRICS_TOKEN.');
  }
  return new Response(await metricsText(), { headers: { 'Content-Type': EXPOSITION_TYPE } });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
