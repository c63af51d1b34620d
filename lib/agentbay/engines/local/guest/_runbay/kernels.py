"""The language kernels as processes: how each is started, spoken to, interrupted, frozen and ended.

A kernel is a process that runs programs one after the other in one context. It reads commands from
its command pipe, writes lines to its control pipe (see agent.on_control), and its own descriptors
0, 1 and 2 are pipes of its own, so that everything that its program prints can be told apart.
"""

import fcntl
import itertools
import os
import resource
import signal
import struct

from _runbay import python_kernel
from _runbay.processes import ISOLATED, cpu_of_s, group_of, processes, signal_first_thread

FIONREAD = 0x541B
F_SETPIPE_SZ = 1031
OUTPUT_PIPE_BYTES = 1 << 20
# Which signal makes a Python kernel write its stack; unlikely to be a program's own.
TRACE_SIGNAL = signal.SIGRTMAX - 1
NODE_KERNEL = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "node", "kernel.cjs")
# Where the kernels have their pipes; the programs' own descriptors begin behind them.
CONTROL_FD, COMMAND_FD, TRACE_FD = 10, 11, 12
node_ports = itertools.count()
# Languages whose kernels are the same until they run their first program. Those with programs of their own join.
FAMILIES = {"python": "python", "javascript": "node", "typescript": "node"}


PROGRAMS = {}  # family -> how its kernel is started, as the language's host.json says


def add_programs(programs):
    for program in programs:
        FAMILIES[program["language"]] = program["family"]
        PROGRAMS[program["family"]] = program


def plainest(family):
    """The first language of a family."""
    return next(language for language, its in FAMILIES.items() if its == family)


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
    # Whether its output after an interrupt is its debugger's, not its program's.
    mute_when_interrupted = False
    # Whether the server counts the program's time only from its begin.
    tells_begin = False

    def __init__(self, pid, pipes):
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

    def reading(self):
        return [fd for fd in (self.stdout, self.stderr, self.control, self.trace) if fd is not None]

    def renew_stdin(self):
        """Standard input begins anew with each program: without what is left in the pipe, and open again."""
        if self.count == 0:
            return
        try:
            reader = os.open("/proc/%d/fd/0" % self.pid, os.O_RDONLY | os.O_NONBLOCK)
            try:
                while os.read(reader, 65536):
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
            with open("/proc/%d/status" % self.pid) as file:
                for line in file:
                    if line.startswith("VmHWM:"):
                        return int(line.split()[1]) * 1024
        except OSError:
            pass
        return 0

    def close(self):
        for fd in self.reading():
            os.close(fd)
        self.stdin.close()
        self.commands.close()


class PythonKernel(Kernel):
    family = "python"

    def __init__(self, pid, pipes):
        super().__init__(pid, pipes)
        self.traced = b""

    def interrupt(self, agent):
        """As Ctrl-C does, but to Python's own thread of the kernel."""
        if self.dead:
            return
        signal_first_thread(self.pid, TRACE_SIGNAL)
        signal_first_thread(self.pid, signal.SIGINT)
        for pid in processes():
            if pid != self.pid and group_of(pid) == self.pid:
                signal_first_thread(pid, signal.SIGINT)

    def on_trace(self, agent):
        """faulthandler's lines, deepest frame first: `  File "/workspace/main.py", line 3 in f`."""
        try:
            data = os.read(self.trace, 65536)
        except BlockingIOError:
            return
        if not data:
            agent.unwatch_reader(self.trace)
            return
        self.traced = (self.traced + data)[-65536:]
        for line in self.traced.split(b"\n")[:-1]:
            match = python_kernel.TRACED_FRAME.match(line)
            if match:
                self.traced = b""
                agent.on_where(self, int(match[1]))
                return


class NodeKernel(Kernel):
    family = "node"
    mute_when_interrupted = True

    def __init__(self, pid, pipes, inspector_port):
        super().__init__(pid, pipes)
        self.inspector_port = inspector_port
        self.knows_typescript = False

    def load_typescript(self):
        """What strips types takes a moment to load; a spare does it beforehand."""
        if not self.knows_typescript:
            self.knows_typescript = True
            self.commands.put(b'{"load":"typescript"}\n')

    def interrupt(self, agent):
        """V8 is asked where it is through its inspector, in a process of its own: that may take a while."""
        try:
            _, reader = fork_helper(lambda: str(self.find_line() or "").encode())
        except OSError:
            self.kill()  # The program holds every place for a process; nobody can be asked.
            return

        def on_answer():
            try:
                line = os.read(reader, 100)
            except BlockingIOError:
                return
            agent.unwatch_reader(reader)
            os.close(reader)
            agent.on_where(self, self.source_line(int(line)) if line else None)
            self.kill()

        agent.watch_reader(reader, on_answer)

    def source_line(self, line):
        lines = self.line_map
        return lines[line - 1] if lines and line <= len(lines) else line

    def find_line(self):
        from _runbay import node_where

        return node_where.find(self.pid, self.inspector_port)


class ProgramKernel(Kernel):
    """A program of its own, from a language's folder. SIGINT means: say where you are (`W`), and end the program."""

    tells_begin = True

    def __init__(self, pid, pipes, family):
        super().__init__(pid, pipes)
        self.family = family

    def interrupt(self, agent):
        agent.on_where(self, self.line)
        try:
            os.killpg(self.pid, signal.SIGINT)
        except ProcessLookupError:
            pass


def start(family, settings):
    """A kernel that waits for its first program. Raises BlockingIOError where there is no place for a process."""
    ours, theirs = make_pipes(family == "python")
    port = 30000 + next(node_ports) % 20000
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
            if family == "python":
                become_python(theirs, settings)
            elif family in PROGRAMS:
                become_program(theirs, settings, PROGRAMS[family])
            else:
                become_node(theirs, settings, port)
        finally:
            os._exit(70)
    for fd in theirs.values():
        os.close(fd)
    if family in PROGRAMS:
        return ProgramKernel(pid, ours, family)
    return PythonKernel(pid, ours) if family == "python" else NodeKernel(pid, ours, port)


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


def become_kernel(theirs, inheritable):
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
        os.dup2(fd, target, inheritable=inheritable)
    os.closerange(3, CONTROL_FD)
    os.closerange(CONTROL_FD + len(high), 256)
    with open("/proc/self/oom_score_adj", "w") as file:
        file.write("1000")


def die_with_agent():
    """Without a PID namespace nothing else would end a kernel that is frozen (prctl(2), PR_SET_PDEATHSIG)."""
    import ctypes

    ctypes.CDLL(None).prctl(1, signal.SIGKILL)


def threads_of(pid):
    try:
        return len(os.listdir("/proc/%d/task" % pid))
    except OSError:
        return 0


def become_python(theirs, settings):
    become_kernel(theirs, False)
    # So that a large allocation is a MemoryError with its line, where it can be.
    hard = settings["nodeDataBytes"] or resource.RLIM_INFINITY
    resource.setrlimit(resource.RLIMIT_DATA, (settings["dataBytes"], hard))
    python_kernel.main(CONTROL_FD, COMMAND_FD, TRACE_FD, TRACE_SIGNAL)


def become_node(theirs, settings, port):
    become_kernel(theirs, True)
    if settings["nodeDataBytes"]:
        limit = settings["nodeDataBytes"]
        resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))
    arguments = [
        settings["node"],
        "--max-old-space-size=%d" % settings["nodeHeapMiB"],
        "--inspect-port=127.0.0.1:%d" % port,
        "--inspect-publish-uid=http",
        NODE_KERNEL,
    ]
    os.execv(settings["node"], arguments)


def become_program(theirs, settings, program):
    become_kernel(theirs, True)
    if program["limitsData"]:
        resource.setrlimit(resource.RLIMIT_DATA, (settings["dataBytes"], resource.RLIM_INFINITY))
    command = program["command"]
    os.execve(command[0], command, {**os.environ, **program["environment"]})


def reset_signals():
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)


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
