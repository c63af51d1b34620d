"""The language kernels as processes: how each is started, spoken to, interrupted, frozen and ended.

A kernel is a process that runs programs one after the other in one context. It reads commands from
its command pipe, writes lines to its control pipe (see agent.on_control), and its own descriptors
0, 1 and 2 are pipes of its own, so that everything that its program prints can be told apart.
"""

import _signal
import fcntl
import importlib
import itertools
import os
import resource
import signal
import struct

from _runbay.processes import ISOLATED, cpu_of_s, processes, read

FIONREAD = 0x541B
F_SETPIPE_SZ = 1031
OUTPUT_PIPE_BYTES = 1 << 20
# Where the kernels have their pipes; the programs' own descriptors begin behind them.
CONTROL_FD, COMMAND_FD, TRACE_FD = 10, 11, 12
numbers = itertools.count()
PROGRAMS = {}  # language -> how its kernel is started, as its host.json says
FAMILIES = {}  # language -> the one whose kernel runs it, so that the two share spares
KINDS = {}  # family -> the class of its kernels


def add_programs(programs):
    for program in programs:
        family = program["family"]
        PROGRAMS[program["language"]] = program
        FAMILIES[program["language"]] = FAMILIES[family] = family
        PROGRAMS.setdefault(family, program)
        if family not in KINDS:
            KINDS[family] = kind_of(program)
            KINDS[family].prepare()


def kind_of(program):
    if not program["hasProcess"]:
        return Kernel
    return importlib.import_module("_runbay.languages.%s.process" % program["family"]).Process


class Outbox:
    """Bytes on their way into a pipe that may be full."""

    def __init__(self, fd):
        self.fd = fd
        self.pending = bytearray()
        self.ending = self.closed = False
        self.inode = os.fstat(fd).st_ino
        os.set_blocking(fd, False)

    def put(self, data):
        if not self.ending:
            self.pending += data

    def write_some(self):
        """True when nothing waits any more."""
        try:
            while self.pending:
                del self.pending[: os.write(self.fd, self.pending)]
        except BlockingIOError:
            return False
        except OSError:
            self.pending.clear()  # Nobody reads it any more.
        if self.ending:
            self.close()
        return True

    def close_when_empty(self):
        self.ending = True

    def close(self):
        if not self.closed:
            self.closed = True
            os.close(self.fd)

    def is_empty(self):
        """Whether the program has taken everything that was sent."""
        if self.pending or self.closed:
            return False
        waiting = fcntl.ioctl(self.fd, FIONREAD, b"\0\0\0\0")
        return struct.unpack("<i", waiting)[0] == 0


class Kernel:
    """A program of a language's folder. SIGINT means: say where you are (`W`), and end the program that runs.

    A language whose kernel is started or interrupted in another way has a class of its own, `Process` in the
    `process.py` of its kernel's folder.
    """

    # Whether there is a pipe for the interpreter's own traces.
    has_trace = False
    # Whether its output after an interrupt is its debugger's, not its program's.
    mute_when_interrupted = False
    # What gives the problems of a program, as JSON, without a kernel; None: a spare kernel is asked.
    check = None

    def __init__(self, pid, pipes, program, number):
        self.family = program["family"]
        # Whether the server counts the program's time only from its begin.
        self.tells_begin = program["startsSlowly"]
        self.language, self.pid = None, pid  # the language of its first program, once it has one
        self.stdin, self.commands = Outbox(pipes["stdin"]), Outbox(pipes["commands"])
        self.stdout, self.stderr = pipes["stdout"], pipes["stderr"]
        self.control, self.trace = pipes["control"], pipes["trace"]
        for fd in self.reading():
            os.set_blocking(fd, False)
        self.partial = bytearray()
        self.count = 0
        self.ready = self.dead = False
        self.line = None  # the one that it has said to be in
        self.line_map = None  # the source's line of each line that runs, where they differ
        self.cpu_begin_s = 0.0

    @staticmethod
    def prepare():
        """In the agent, once, before the first kernel."""

    @staticmethod
    def complete():
        """In the agent, after each program that is not the last: what the first kernel could do without."""

    @classmethod
    def become(cls, settings, program, number):
        """In the child, which has its descriptors already. `number`: no other kernel of the sandbox has it."""
        if program["limitsData"]:
            resource.setrlimit(resource.RLIMIT_DATA, (settings["dataBytes"], resource.RLIM_INFINITY))
        command = program["command"]
        os.execve(command[0], command, {**os.environ, **program["environment"]})

    @classmethod
    def remember(cls, sources, fresh):
        """Before each program: the sources that it is made of, so that the next kernel can make itself ready for the like."""

    def warm(self, language):
        """While it is a spare, before the first program of that language."""

    def cool(self):
        """While it is a spare and the session rests: whether it has to go."""
        return True

    def interrupt(self, agent):
        agent.on_where(self, self.line)
        try:
            os.killpg(self.pid, signal.SIGINT)
        except ProcessLookupError:
            pass

    def reading(self):
        return [fd for fd in (self.stdout, self.stderr, self.control, self.trace) if fd is not None]

    def renew_stdin(self):
        """Standard input begins anew with each program: without what is left in the pipe, and open again."""
        if self.count == 0:
            return
        try:
            reader = os.open("/proc/%d/fd/0" % self.pid, os.O_RDONLY | os.O_NONBLOCK)
            try:
                # Of anything else there may be no end.
                is_ours = os.fstat(reader).st_ino == self.stdin.inode
                while is_ours and os.read(reader, 65536):
                    pass
            finally:
                os.close(reader)
        except OSError:
            pass  # Empty, or closed by the program.
        try:
            writer = os.open("/proc/%d/fd/0" % self.pid, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            return
        if os.fstat(writer).st_ino != self.stdin.inode:
            os.close(writer)  # The program put something else in its place.
            return
        self.stdin.close()
        self.stdin = Outbox(writer)

    def begin(self, process_limit):
        """Before each program. The limit on processes is the server's, by a control group, where it is None."""
        if process_limit is not None:
            self.limit_processes(process_limit)
        # A program may have stopped a kernel that waited; a frozen one waits for this.
        self.signal(signal.SIGCONT)
        if self.count > 0:
            self.reset_peak()
        self.count += 1
        self.line = None
        self.cpu_begin_s = self.cpu_s()

    def limit_processes(self, process_limit):
        """What the sandbox itself needs does not count: the agent and the other kernels."""
        others = sum(threads_of(pid) for pid in processes() if pid != self.pid)
        try:
            limit = process_limit + 1 + others
            resource.prlimit(self.pid, resource.RLIMIT_NPROC, (limit, limit))
        except (OSError, ValueError):
            pass  # A context keeps the limit of its first program, which it may not raise.

    def wake(self):
        """For a question; afterwards it is frozen again."""
        self.signal(signal.SIGCONT)

    def freeze(self):
        """No thread and no timer of the context runs until the next program of it."""
        self.signal(signal.SIGSTOP)

    def kill(self):
        self.signal(signal.SIGKILL)

    def signal(self, number):
        if not self.dead:
            try:
                os.kill(self.pid, number)
            except ProcessLookupError:
                pass

    def control_lines(self, data, limit):
        """The lines complete by now. One that grows past `limit` bytes is dropped."""
        self.partial += data
        *lines, rest = self.partial.split(b"\n")
        self.partial = rest if len(rest) <= limit else bytearray()
        return [bytes(line) for line in lines if len(line) <= limit]

    def cpu_s(self):
        used = cpu_of_s(self.pid)
        return self.cpu_begin_s if used is None else used

    def cpu_since_begin_s(self):
        return self.cpu_s() - self.cpu_begin_s

    def reset_peak(self):
        try:
            with open("/proc/%d/clear_refs" % self.pid, "w") as file:
                file.write("5")
        except OSError:
            pass

    def peak_bytes(self):
        try:
            status = read("/proc/%d/status" % self.pid)
        except OSError:
            return 0
        peak = status.partition(b"VmHWM:")[2].split(None, 1)
        return int(peak[0]) * 1024 if peak else 0

    def close(self):
        for fd in self.reading():
            os.close(fd)
        self.stdin.close()
        self.commands.close()


def start(family, settings):
    """A kernel that waits for its first program. Raises BlockingIOError where there is no place for a process."""
    kind, program, number = KINDS[family], PROGRAMS[family], next(numbers)
    ours, theirs = make_pipes(kind.has_trace)
    try:
        pid = os.fork()
    except OSError:
        for fd in [*ours.values(), *theirs.values()]:
            if fd is not None:
                os.close(fd)
        raise
    if pid == 0:
        try:
            reset_signals()
            take_places(theirs)
            kind.become(settings, program, number)
        finally:
            os._exit(70)
    for fd in theirs.values():
        os.close(fd)
    return kind(pid, ours, program, number)


def make_pipes(with_trace):
    """Our ends and the kernel's ends of the pipes between us."""
    ours, theirs = {}, {}
    for name in ("stdin", "commands"):
        theirs[name], ours[name] = os.pipe()
    for name in ("stdout", "stderr", "control") + (("trace",) if with_trace else ()):
        ours[name], theirs[name] = os.pipe()
    for name in ("stdout", "stderr"):
        try:
            # A program that ends at once, as by process.exit(), loses what does not fit.
            fcntl.fcntl(ours[name], F_SETPIPE_SZ, OUTPUT_PIPE_BYTES)
        except OSError:
            pass  # This user has as many pages in pipes as the host allows.
    ours.setdefault("trace", None)
    return ours, theirs


def take_places(theirs):
    """In the child: its own session, its descriptors in their places, nothing else open."""
    os.setsid()
    if not ISOLATED:
        die_with_agent()
    for fd, target in ((theirs["stdin"], 0), (theirs["stdout"], 1), (theirs["stderr"], 2)):
        os.dup2(fd, target)
    high = [(theirs["control"], CONTROL_FD), (theirs["commands"], COMMAND_FD)]
    if "trace" in theirs:
        high.append((theirs["trace"], TRACE_FD))
    # First out of the way of the places where they go.
    moved = [(fcntl.fcntl(fd, fcntl.F_DUPFD_CLOEXEC, 100), target) for fd, target in high]
    for fd, target in moved:
        os.dup2(fd, target)
    os.closerange(3, CONTROL_FD)
    os.closerange(CONTROL_FD + len(high), 256)
    fd = os.open("/proc/self/oom_score_adj", os.O_WRONLY)
    os.write(fd, b"1000")
    os.close(fd)


def die_with_agent():
    """Without a PID namespace nothing else would end a kernel that is frozen (prctl(2), PR_SET_PDEATHSIG)."""
    import ctypes

    ctypes.CDLL(None).prctl(1, signal.SIGKILL)


def threads_of(pid):
    try:
        return len(os.listdir("/proc/%d/task" % pid))
    except OSError:
        return 0


def reset_signals():
    """By the module below signal, whose own functions make enumerations of all that they give and take."""
    _signal.set_wakeup_fd(-1)
    for number in (_signal.SIGCHLD, _signal.SIGTERM, _signal.SIGHUP):
        _signal.signal(number, _signal.SIG_DFL)
    _signal.signal(_signal.SIGINT, _signal.default_int_handler)


def fork_helper(work):
    """A child that writes what `work` gives (bytes) and ends. It has two seconds and nothing else open."""
    reader, writer = os.pipe()
    os.set_blocking(reader, False)
    try:
        pid = os.fork()
    except OSError:
        os.close(reader)
        os.close(writer)
        raise
    if pid == 0:
        try:
            reset_signals()
            os.dup2(writer, CONTROL_FD)
            os.closerange(3, CONTROL_FD)
            os.closerange(CONTROL_FD + 1, 256)
            signal.alarm(2)
            answer = work()
            while answer:
                answer = answer[os.write(CONTROL_FD, answer) :]
        finally:
            os._exit(0)
    os.close(writer)
    return pid, reader
