"""The processes of the sandbox: which there are, and how to end those that nobody needs."""

import os
import signal
import time

SWEEP_ROUNDS = 200
TICKS_PER_S = os.sysconf("SC_CLK_TCK")
# As process 1 of a PID namespace everything else in it is the sandbox's own. Otherwise (no isolation,
# RUNBAY_UNSAFE_NO_SANDBOX) only what descends from this process is.
ISOLATED = os.getpid() == 1
AGENT = os.getpid()


def processes():
    """The ids of the sandbox's processes, without the agent."""
    pids = [int(name) for name in os.listdir("/proc") if name.isdigit()]
    if ISOLATED:
        return [pid for pid in pids if pid != 1]
    return descendants(pids)


def descendants(pids):
    children = {}
    for pid in pids:
        try:
            children.setdefault(int(stat(pid)[1]), []).append(pid)
        except OSError:
            continue
    found, left = [], [AGENT]
    while left:
        new = children.get(left.pop(), [])
        found += new
        left += new
    return found


def sweep(spared):
    """Kills every process that is not spared, however it hides. Gives the usage of those it collected.

    All are stopped before any is killed: a stopped process keeps its place in the process limit,
    so a program that forks faster than it can be killed runs out of places.
    """
    usages = []
    for attempt in range(SWEEP_ROUNDS):
        found = [pid for pid in processes() if pid not in spared]
        if attempt > 0:
            # A zombie whose parent is a frozen kernel stays; it runs nothing.
            found = [pid for pid in found if not is_zombie(pid)]
        if not found:
            return usages
        for number in (signal.SIGSTOP, signal.SIGKILL) if attempt < 3 else (signal.SIGKILL,):
            for pid in found:
                try:
                    os.kill(pid, number)
                except ProcessLookupError:
                    pass
        if attempt > 1:
            time.sleep(0.0005)
        usages += reap_others(spared)
    if ISOLATED:
        # Process 1 may kill all the others at once (kill(2)); the contexts go with them.
        os.kill(-1, signal.SIGKILL)
    return usages


def reap_others(spared):
    """Collects the ended children that are not spared and gives their usage."""
    usages = []
    for pid in processes():
        if pid not in spared:
            try:
                done, _, usage = os.wait4(pid, os.WNOHANG)
            except ChildProcessError:
                continue
            if done:
                usages.append(usage)
    return usages


def cpu_s(ignored):
    """CPU seconds of the processes that are not ignored, and of the children that those have collected."""
    return sum(cpu_of_s(pid) or 0.0 for pid in processes() if pid not in ignored)


def cpu_of_s(pid):
    """By its per-process clock (clock_getcpuclockid(3)) and cutime and cstime (proc(5)); None where it has ended."""
    try:
        own = time.clock_gettime((~pid << 3) | 2)
        fields = stat(pid)
        return own + (int(fields[13]) + int(fields[14])) / TICKS_PER_S
    except OSError:
        return None


def group_of(pid):
    """Its process group; None where it has ended."""
    try:
        return int(stat(pid)[2])
    except OSError:
        return None


def stat(pid):
    """The fields of /proc/PID/stat (proc(5)) after the name: state, parent, group and so on."""
    return read("/proc/%d/stat" % pid).rpartition(b")")[2].split()


def read(path):
    """A small file of /proc: at each run several, for which open() does too much."""
    fd = os.open(path, os.O_RDONLY)
    try:
        return os.read(fd, 4096)
    finally:
        os.close(fd)


def signal_first_thread(pid, number):
    """A signal to a process may go to any of its threads. Of those that a library has started (OpenBLAS does)
    Python knows nothing, and a program that is busy does not hear of a signal that went to one of them.
    """
    try:
        import ctypes

        ctypes.CDLL(None).tgkill(pid, pid, number)
    except (ImportError, AttributeError):
        # Without ctypes, or with a C library older than 2.30.
        try:
            os.kill(pid, number)
        except ProcessLookupError:
            pass


def is_zombie(pid):
    try:
        return stat(pid)[0] in (b"Z", b"X")
    except OSError:
        return True
