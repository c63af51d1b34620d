"""A Python kernel as the agent sees it: a fork of the agent itself, which has the interpreter and some modules loaded."""

import os
import resource
import signal

from _runbay.kernels import COMMAND_FD, CONTROL_FD, TRACE_FD, Kernel
from _runbay.processes import group_of, processes, signal_first_thread

from . import ahead, errors, kernel

# Which signal makes it write its stack; unlikely to be a program's own.
TRACE_SIGNAL = signal.SIGRTMAX - 1


class Process(Kernel):
    has_trace = True
    # What the session's last context imported and takes long to load; the next kernels load it while they wait.
    modules = ()
    kernel = None  # the one that each process becomes

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.traced = b""
        self.loads = self.modules

    @classmethod
    def prepare(cls):
        cls.kernel = kernel.preload()

    @staticmethod
    def complete():
        errors.load_ast()

    @staticmethod
    def check(code):
        """Compiling alone runs nothing: a child of the agent does it."""
        return errors.check(code)

    @classmethod
    def remember(cls, sources, fresh):
        modules = ahead.heavy_imports(sources)
        if "matplotlib.pyplot" in modules:
            ahead.place_font_list()
        cls.modules = modules if fresh else tuple(dict.fromkeys(cls.modules + modules))

    def cool(self):
        """A session that rests gives back what its libraries take."""
        Process.modules = ()
        return bool(self.loads)

    @classmethod
    def become(cls, settings, program, number):
        for fd in (CONTROL_FD, COMMAND_FD, TRACE_FD):
            os.set_inheritable(fd, False)
        # So that a large allocation is a MemoryError with its line, where it can be.
        resource.setrlimit(resource.RLIMIT_DATA, (settings["dataBytes"], settings["v8DataBytes"] or resource.RLIM_INFINITY))
        cls.kernel.serve(CONTROL_FD, COMMAND_FD, TRACE_FD, TRACE_SIGNAL, cls.modules)

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
            match = kernel.TRACED_FRAME.match(line)
            if match:
                self.traced = b""
                agent.on_where(self, int(match[1]))
                return
