/** The AgentBay gateway on this server: its programs take their turns among the visitors'. */
import 'server-only';
import { Gateway, type GatewayHost } from '@/lib/agentbay/gateway/gateway';
import { config } from '@/lib/config';
import { log } from '@/lib/log';
import { remember } from '@/lib/remember';
import { ServerRun } from './server-run';
import { services } from './services';

/** Undefined where no keys are set: then there is none. */
export function gateway(): Gateway | undefined {
  if (config().gatewayKeys.length === 0) return undefined;
  return remember('gateway', () => {
    const settings = config();
    return new Gateway(
      {
        keys: settings.gatewayKeys,
        sessionsPerKey: settings.gatewaySessions,
        sessionIdleS: settings.sessionIdleS,
        runsPerMinute: settings.gatewayRunsPerMinute,
        concurrentRuns: settings.gatewayConcurrentRuns,
        maxTimeoutS: settings.maxTimeoutS,
      },
      gatewayHost,
    );
  });
}

/** What a gateway has of this server. */
export const gatewayHost: GatewayHost = {
  // Starting a sandbox costs as much as a run, so it takes its turn as one.
  createSession: async (owner) => {
    const { admission, engine } = services();
    const ticket = admission.enter(clientOf(owner), 'gateway');
    try {
      while (ticket.position > 0) await ticket.moved(ticket.position);
      return await engine().createSession('python');
    } finally {
      ticket.leave();
    }
  },
  run: ({ session, owner, ...program }) =>
    new ServerRun(
      {
        context: 'continue',
        stdin: '',
        ...program,
        sessionId: session.id,
        client: clientOf(owner),
        group: 'gateway',
      },
      // The gateway keeps its sessions, and lets one call at a time into each.
      {
        ...services(),
        sessions: {
          state: () => 'ready',
          enter: () => ({ session: async () => session, leave: () => {} }),
        },
      },
    ),
  onError: (err, requestId) => log().error({ err, requestId }, 'the gateway failed'),
};

/** Whose turn it is in the queue; no visitor has such a name. */
function clientOf(owner: number): string {
  return `gateway key ${owner}`;
}
