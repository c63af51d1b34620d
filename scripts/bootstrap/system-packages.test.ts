import { describe, expect, it } from 'vitest';
import { planInstall } from './system-packages.mjs';

const PROGRAMS = ['bwrap', '/usr/bin/python3', 'setpriv', 'prlimit'];

/** A machine that has these programs and no others. */
const machineWith =
  (...programs: string[]) =>
  (program: string) =>
    programs.includes(program);

describe('planInstall', () => {
  it('has nothing to do where all programs are there', () => {
    const plan = planInstall(machineWith(...PROGRAMS, 'apt-get'), { isRoot: true });
    expect(plan).toMatchObject({ missing: [], packages: [], command: undefined });
  });

  it('names the command for the package manager at hand', () => {
    const commandWith = (manager: string) =>
      planInstall(machineWith('setpriv', 'prlimit', manager), { isRoot: true }).command;
    expect(commandWith('apt-get')).toBe('apt-get install -y bubblewrap python3');
    expect(commandWith('dnf')).toBe('dnf install -y bubblewrap python3');
    expect(commandWith('pacman')).toBe('pacman -S --needed bubblewrap python');
    expect(commandWith('apk')).toBe('apk add bubblewrap python3');
  });

  it('does without the sandbox only where programs are to run without isolation', () => {
    const machine = machineWith('/usr/bin/python3', 'setpriv', 'prlimit', 'apt-get');
    expect(planInstall(machine, { isRoot: true }).packages).toEqual(['bubblewrap']);
    expect(planInstall(machine, { isRoot: true, sandbox: false }).missing).toEqual([]);
  });

  it('asks for sudo only where the user is not root and sudo exists', () => {
    const [python, ...others] = [...PROGRAMS].sort();
    const machine = machineWith(...others, 'apt-get');
    expect(python).toBe('/usr/bin/python3');
    expect(planInstall(machine, { isRoot: false }).command).toBe('apt-get install -y python3');
    const withSudo = machineWith(...others, 'apt-get', 'sudo');
    expect(planInstall(withSudo, { isRoot: false }).command).toBe(
      'sudo apt-get install -y python3',
    );
    expect(planInstall(withSudo, { isRoot: true }).command).toBe('apt-get install -y python3');
  });

  it('names each package once, and no command where it knows no package manager', () => {
    const apt = planInstall(machineWith('bwrap', '/usr/bin/python3', 'apt-get'), { isRoot: true });
    expect(apt.packages).toEqual(['util-linux']);
    expect(planInstall(machineWith(), { isRoot: true })).toMatchObject({ command: undefined });
  });
});
