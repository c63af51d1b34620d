"""Runs Python programs in one context, as `python3 main.py` and a prompt would.

This module is loaded by the agent; `main` runs in a child forked from it, so a fresh interpreter
with everything here already imported costs a fork. What it tells the agent goes to the control pipe.
"""

import _ast
import atexit
import builtins
import faulthandler
import gc
import importlib
import io
import json
import linecache
import os
import re
import resource
import signal
import sys
import types

from . import ahead, streams
from .errors import GUEST, MAIN, WORKSPACE, describe_error
from .results import Display

# Our stand-ins for notebook libraries.
SITE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "site")
# What many programs import and loads in no time: loaded once, a fork has it for nothing. Not threading, which does
# something in each fork.
PRELOADED = ("collections", "datetime", "functools", "itertools", "math", "random", "string", "time")
PRELOADED_FILES = frozenset(name + ".py" for name in PRELOADED)
# A line of faulthandler's about what was run: a fresh program or a later call of its context.
TRACED_FRAME = re.compile(rb'  File "%s/(?:main|cell-\d+)\.py", line (\d+) ' % re.escape(WORKSPACE.encode()))
LAST = "__runbay_last__"
# Never touched, so it is no memory; but a limit on what may be asked for counts it.
RESERVE_BYTES = 4 << 20
TOP_LEVEL_AWAIT = _ast.PyCF_ALLOW_TOP_LEVEL_AWAIT


def preload():
    """In the agent, once: everything that its forks share, and a kernel that each of them becomes."""
    for name in PRELOADED:
        importlib.import_module(name)
    kernel = PythonKernel()
    # Collections in a fork must not touch, and so copy, the pages of what is shared.
    gc.freeze()
    return kernel


class PythonKernel:
    def __init__(self):
        """In the agent, which itself uses none of this. Each page that a fork touches is copied for it, so it has little to do."""
        self.module = types.ModuleType("__main__")
        self.module.__dict__.update(__builtins__=builtins, __file__=MAIN)
        self.display = Display(self.send_result)
        self.display.install()
        self.cells = {}  # file name -> what was run last under that name
        self.reserve = None  # room to tell that there is no more
        sys.stdin, sys.stdout, sys.stderr = streams.make()
        sys.__stdin__, sys.__stdout__, sys.__stderr__ = sys.stdin, sys.stdout, sys.stderr
        self.keyboard = sys.stdin
        sys.modules["__main__"] = self.module
        sys.argv = [MAIN]
        sys.dont_write_bytecode = True
        self.path = with_site(sys.path)

    def serve(self, control_fd, command_fd, trace_fd, trace_signal, modules):
        """In a fork of the agent: takes its place as the interpreter of one context, and runs what comes."""
        faulthandler.register(trace_signal, file=trace_fd, all_threads=False)
        # faulthandler lets a system call go on after its trace. One that does, with a SIGINT heard meanwhile, would keep
        # Python from hearing of it: a program that waits for input would wait until it is killed.
        signal.siginterrupt(trace_signal, True)
        self.control_fd, self.pid = control_fd, os.getpid()
        self.commands = io.BufferedReader(io.FileIO(command_fd, closefd=False))
        sys.path[:] = self.path  # Not before: the agent must not import from the workspace.
        os.chdir(WORKSPACE)
        self.tell(b"K", b"")
        if modules:
            ahead.load(modules, command_fd)
        for line in self.commands:
            command = json.loads(line)
            if "complete" in command:
                self.complete(command)
            elif command:  # An empty one is the answer to a result for which nobody waited any more.
                self.run(**command)
        os._exit(0)

    def tell(self, kind, payload):
        if os.getpid() != self.pid:
            return  # A child that the program forked; only the program itself is heard.
        data = kind + payload + b"\n"
        while data:
            data = data[os.write(self.control_fd, data) :]

    def send_result(self, payload):
        """Waits until it has been taken, so that results and output keep their order."""
        if os.getpid() == self.pid:
            self.tell(b"R", payload)
            self.commands.readline()

    def complete(self, question):
        from .completion import complete

        found = complete(question["complete"], self.module.__dict__)
        self.tell(b"C", json.dumps({"t": "completed", "id": question["id"], **found}).encode())

    def run(self, n, language, code, fresh, count, wipe, steps=None):
        self.tell(b"B", b"%d" % n)
        name = MAIN if fresh else "%s/cell-%d.py" % (WORKSPACE, count)
        clear_folders(wipe)
        if fresh:
            write_source(MAIN, code)
            unload_shadowed()
        source_lines = io.StringIO(code, newline=None).readlines()
        if sys.stdin is self.keyboard and not fresh:
            self.keyboard = sys.stdin = streams.keyboard()  # Without what the last program read ahead and left.
        # An entry without a modification time is never dropped: tracebacks and inspect find the lines.
        linecache.cache[name] = (len(code), None, source_lines, name)
        self.cells[name] = source_lines
        recorder = self.recorder(steps)
        self.reserve = bytes(RESERVE_BYTES)
        try:
            status = self.execute(code, name, recorder)
        except BaseException as error:  # noqa: B036 what the user's program raised, whatever it is
            self.reserve = None
            status = self.report(error)
        if recorder:
            recorder.stop()
        sys.settrace(None)  # What a program set to watch itself must not watch us; nor a call between here and there.
        sys.setprofile(None)
        try:
            # Before the exit functions, of which one of matplotlib's forgets the figures.
            self.display.show_open_figures()
            finish_program()
        except BaseException as error:  # noqa: B036
            status = self.report(error)
        flush_all()
        if os.getpid() != self.pid:
            os._exit(status)
        self.tell(b"D", b"%d %d" % (n, status))

    def recorder(self, limits):
        if limits is None:
            return None
        from .steps import Recorder

        return Recorder(self.tell, limits, {LAST})

    def execute(self, code, name, recorder):
        tree = compile(code, name, "exec", _ast.PyCF_ONLY_AST | TOP_LEVEL_AWAIT, dont_inherit=True)
        shows_result = keep_last_value(tree, code)
        program = compile(tree, name, "exec", TOP_LEVEL_AWAIT, dont_inherit=True)
        namespace = self.module.__dict__
        namespace.pop(LAST, None)
        if recorder:
            recorder.start()
        if program.co_flags & 0x80:  # inspect.CO_COROUTINE: it has a top-level await
            import asyncio

            asyncio.run(eval(program, namespace))
        else:
            exec(program, namespace)
        if shows_result:
            value = namespace.pop(LAST, None)
            if value is not None:
                builtins._ = value
                self.display.show_main(value)
        return 0

    def tell_state(self, error):
        """Where it was interrupted, and what its variables held: of a program that had to end."""
        from .steps import state_of

        try:
            self.tell(b"S", state_of(error))
        except Exception:
            pass  # The error itself is what counts.

    def report(self, error):
        """Tells how the program failed and gives its exit status."""
        if isinstance(error, SystemExit):
            if error.code is None or isinstance(error.code, int):
                return (error.code or 0) & 0xFF
            print(error.code, file=sys.stderr)
            return 1
        if isinstance(error, MemoryError):
            make_room()
        if sys.excepthook is not sys.__excepthook__:
            sys.excepthook(type(error), error, error.__traceback__)
            return 1
        if os.getpid() != self.pid:
            print(describe_error(error, self.cells)["traceback"], end="", file=sys.stderr)
            return 1
        if isinstance(error, KeyboardInterrupt):
            self.tell_state(error)
        self.tell(b"E", json.dumps(describe_error(error, self.cells)).encode("utf-8", "replace"))
        return 130 if isinstance(error, KeyboardInterrupt) else 1


def with_site(path):
    """The workspace first; our stand-ins for notebook libraries before the system's packages."""
    packages = [at for at, folder in enumerate(path) if folder.endswith(("dist-packages", "site-packages"))]
    at = packages[0] if packages else len(path)
    path = [*path[:at], SITE, *path[at:]]
    return [WORKSPACE] + [folder for folder in path if folder != GUEST.rstrip(os.sep)]


def keep_last_value(tree, code):
    """Makes the last statement, where it is an expression, leave its value in LAST."""
    if not tree.body or not isinstance(tree.body[-1], _ast.Expr) or code.rstrip().endswith(";"):
        return False
    last = tree.body[-1]
    place = {name: getattr(last, name) for name in last._attributes}
    tree.body[-1] = _ast.Assign([_ast.Name(LAST, _ast.Store(), **place)], last.value, **place)
    return True


def clear_folders(folders):
    for folder in folders:
        try:
            names = os.listdir(folder)
        except OSError:
            continue
        if names:
            import shutil

            for name in names:
                path = os.path.join(folder, name)
                if os.path.isdir(path) and not os.path.islink(path):
                    shutil.rmtree(path, ignore_errors=True)
                else:
                    try:
                        os.unlink(path)
                    except OSError:
                        pass


def unload_shadowed():
    """A file of the workspace comes before a module of the same name, as for any script."""
    try:
        files = PRELOADED_FILES.intersection(os.listdir(WORKSPACE))
    except OSError:
        files = ()
    for file in files:
        sys.modules.pop(file[: -len(".py")], None)
    if ahead.loaded:
        ahead.unload_shadowed()


def write_source(path, code):
    try:
        # A link or a pipe that a program left under this name must not be followed.
        if os.path.lexists(path):
            os.unlink(path)
        with open(path, "x", encoding="utf-8", newline="") as file:
            file.write(code)
    except OSError:
        pass  # A full workspace, a folder of that name; the program runs all the same.


def finish_program():
    """What the interpreter does at exit, short of ending: waits for threads and runs exit functions."""
    futures = sys.modules.get("concurrent.futures")
    if futures:
        # Their idle workers wait for ever; shutting a pool down waits for its work.
        kinds = tuple(vars(futures)[name] for name in ("ThreadPoolExecutor", "ProcessPoolExecutor") if name in vars(futures))
        for pool in [o for o in gc.get_objects() if isinstance(o, kinds)]:
            pool.shutdown(wait=True)
    threading = sys.modules.get("threading")
    for thread in threading.enumerate() if threading else ():
        if thread is not threading.current_thread() and not thread.daemon:
            thread.join()
    atexit._run_exitfuncs()
    util = sys.modules.get("multiprocessing.util")
    if util:
        # It joins children at exit, and this was not the last one.
        util._exiting = False
        atexit.register(util._exit_function)


def make_room():
    """To tell of a full memory takes some; the whole sandbox's limit holds all the same."""
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (hard, hard))


def flush_all():
    streams.flush()
    if "ctypes" in sys.modules:
        # C code has buffers of its own, which a process that lives on would keep.
        sys.modules["ctypes"].CDLL(None).fflush(None)
