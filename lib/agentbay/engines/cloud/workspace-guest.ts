/** Requests to `guest/workspace.py`, as programs of Python that answer in their output. */
import 'server-only';
import { randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { remember } from '@/lib/remember';
import { guestSource, literal } from './given-input';

const LOCAL_GUEST = 'lib/agentbay/engines/local/guest/_runbay';

/** Both programs as one, small enough to be sent each time. */
function guest(): string {
  return remember('cloud.guest', () => {
    const source = `${guestSource('files.py', LOCAL_GUEST)}\n${guestSource('workspace.py')}`;
    return deflateSync(Buffer.from(source)).toString('base64');
  });
}

export interface GuestCall {
  code: string;
  /** The answer's bytes, out of what the call printed. Undefined where there is none. */
  read(printed: string): Buffer | undefined;
}

export function guestCall(request: unknown): GuestCall {
  // What a program of the user prints meanwhile, in a thread it left behind, is around the answer.
  const mark = randomBytes(12).toString('hex');
  const code = `def _runbay_ask(guest, request, mark):
    import base64, json, zlib
    space = {"__name__": "_runbay"}
    exec(zlib.decompress(base64.b64decode(guest)), space)
    told = base64.b64encode(space["ask"](json.loads(request))).decode()
    print(mark + told + mark, flush=True)
_runbay_ask("${guest()}", ${literal(JSON.stringify(request))}, "${mark}")
del _runbay_ask
`;
  return {
    code,
    read(printed) {
      const [, told] = printed.split(mark);
      return told === undefined ? undefined : Buffer.from(told, 'base64');
    },
  };
}
