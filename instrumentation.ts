import type { Instrumentation } from 'next';

export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { boot } = await import('./lib/boot');
    await boot();
    const { POST } = await import('./app/api/run/route');
    Reflect.set(globalThis, Symbol.for('runbay.directRoutes'), { 'POST /api/run': POST });
  }
}

export const onRequestError: Instrumentation.onRequestError = async (
  error,
  request,
  { routePath },
) => {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { reportPageFailure } = await import('./lib/http/page-failure');
    reportPageFailure(error, request, routePath);
  }
};
