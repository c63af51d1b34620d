/** Looks from inside whether the sandbox is one, with a program that anyone could send. */
import 'server-only';
import { collectRun } from '@/lib/agentbay/collect';
import type { EngineStatus } from '../engine';
import { LocalRun, type RunLimits } from './local-run';
import type { Sandbox, SandboxPlan } from './sandbox';

const PROBE = `
import json, os
status = dict(line.split(":\\t", 1) for line in open("/proc/self/status") if ":\\t" in line)
def fails(f):
    try: f()
    except OSError: return True
    return False
print(json.dumps({
    "no new privileges": status["NoNewPrivs"].strip() == "1",
    "no capabilities": int(status["CapEff"], 16) == 0 and int(status["CapBnd"], 16) == 0,
    "system call filter": status["Seccomp"].strip() == "2",
    "no network but its own loopback": [l.split(":")[0].strip() for l in open("/proc/net/dev").readlines()[2:]] == ["lo"],
    "process ids of its own": len([n for n in os.listdir("/proc") if n.isdigit()]) < 10,
    "first process hidden": fails(lambda: open("/proc/1/environ").read()),
    "read-only system": fails(lambda: open("/usr/runbay-probe", "w")) and fails(lambda: open("/runbay-probe", "w")),
    "not root": os.getuid() != 0,
}))`;

/** `refused` where any of the promises does not hold inside. The sandbox is disposed of. */
export async function selfCheck(
  sandbox: Sandbox,
  plan: SandboxPlan,
  limits: RunLimits,
): Promise<EngineStatus> {
  const { host } = plan;
  const engine = 'local';
  if (plan.argumentsFile === undefined) {
    await sandbox.dispose();
    const facts = ['RUNBAY_UNSAFE_NO_SANDBOX is set: programs run with all rights of this server.'];
    return { engine, mode: 'unsafe', facts };
  }
  const run = new LocalRun(
    {
      ...{ runId: 'self-check', requestId: 'self-check', code: PROBE, language: 'python' },
      ...{ timeoutS: 10, context: 'fresh', stdin: '' },
    },
    limits,
  );
  sandbox.onFrame = (frame) => run.onFrame(frame);
  sandbox.onDeath = () => run.onSandboxDeath();
  run.begin(sandbox, 1);
  const answer = await collectRun(run).catch(() => undefined);
  await sandbox.dispose();
  let found: Record<string, boolean> = {};
  try {
    found = JSON.parse(answer?.result ?? '{}');
  } catch {}
  const names = Object.keys(found);
  const broken = names.filter((name) => found[name] !== true);
  if (names.length === 0 || broken.length > 0) {
    const what = names.length === 0 ? answer?.errorMessage : `not in force: ${broken.join(', ')}.`;
    return { engine, mode: 'refused', facts: [`The sandbox does not isolate: ${what}`] };
  }
  const user = host.isRoot
    ? 'each sandbox runs as an unprivileged user of its own'
    : 'ordinary user';
  const facts = [
    `bubblewrap: user, pid, network, ipc, uts, mount namespaces (${user})`,
    `in force inside: ${names.join(', ')}`,
    host.groups === null
      ? `control groups: none (${host.groupsMissing}); memory is added up every 50 ms instead`
      : `control groups: version ${host.groups.version} (memory, processes, CPU)`,
  ];
  return { engine, mode: host.groups === null ? 'reduced' : 'full', facts };
}
