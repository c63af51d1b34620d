"""The first process of a sandbox: it starts the language kernels, carries their output, ends them.

It is process 1 of the sandbox's PID namespace. The kernel protects it from the signals of its
namespace (pid_namespaces(7)), everything orphaned comes to it, and when it ends everything ends.
It trusts nothing that comes out of a kernel: it copies bytes, reads at most the first byte of a
control line, and leaves limits and deadlines to the server outside.

Server -> agent: frames of a 4-byte length and JSON. Agent -> server: frames of length, 1-byte type,
4-byte run number, payload. Both on one descriptor, named on the command line. Numbers little-endian.
"""

import errno
import gc
import json
import os
import resource
import select
import signal
import sys
import time

from _runbay import kernels, stdin_watch
from _runbay.files import Sources
from _runbay.processes import ISOLATED, cpu_s, reap_others, sweep
from _runbay.questions import Questions
from _runbay.runs import GATHER_S, STDERR, STDOUT, Run
from _runbay.said import line_map, line_number

RESULT, ERROR, MESSAGE, STEP = 3, 4, 5, 7
READ_BYTES = 65536
# While what a program has left is ending, there may be no place, and no memory, for a process.
START_LIMIT_S = 5
# A program that invents results is not answered without end.
ACKNOWLEDGEMENT_BYTES = 4096
TEMPORARY_FOLDERS = ["/tmp", "/dev/shm"]


class Agent:
    def __init__(self, server_fd, settings):
        self.server_fd = server_fd
        self.settings = settings
        self.inbox = bytearray()
        self.kernels = {}  # language -> the kernel that holds the session's context
        self.spares = {}  # family of languages -> a started kernel that has run nothing
        self.run = None
        self.questions = Questions(self)
        self.sources = Sources()
        self.dropped = set()  # the process ids of kernels that were ended and wait to be collected
        self.poll = select.poll()
        self.poll.register(server_fd, select.POLLIN)
        self.wake_r, wake_w = os.pipe()
        for fd in (self.wake_r, wake_w):
            os.set_blocking(fd, False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(wake_w, warn_on_full_buffer=False)
        self.poll.register(self.wake_r, select.POLLIN)
        self.readers = {}  # fd -> function called when it can be read
        self.writers = {}  # fd -> kernels.Outbox with bytes to send

    # --- what goes to the server

    def send(self, kind, run_number, payload):
        head = (len(payload)).to_bytes(4, "little") + bytes([kind]) + run_number.to_bytes(4, "little")
        view = memoryview(head + payload)
        while view:
            view = view[os.write(self.server_fd, view) :]

    def tell(self, message, run_number=0):
        self.tell_raw(json.dumps(message).encode(), run_number)

    def tell_raw(self, payload, run_number=0):
        self.send(MESSAGE, run_number, payload)

    # --- the loop

    def serve(self):
        for language, program in kernels.PROGRAMS.items():
            if program.get("spare") == "always":
                self.on_warm({"language": language})
        self.tell({"t": "ready"})
        while True:
            for fd, event in self.poll.poll(self.poll_timeout_ms()):
                if fd == self.server_fd:
                    if not self.read_server():
                        return
                elif fd == self.wake_r:
                    os.read(self.wake_r, 4096)
                elif event & select.POLLOUT and fd in self.writers:
                    self.flush(self.writers[fd])
                elif fd in self.readers:
                    self.readers[fd]()
                elif fd in self.writers:
                    self.unwatch_writer(fd)
            self.reap()
            self.look_for_input()

    def poll_timeout_ms(self):
        if self.run is None or self.run.look_at is None:
            return None
        return max(0, (self.run.look_at - time.monotonic()) * 1000) + 1

    def read_server(self):
        data = os.read(self.server_fd, READ_BYTES)
        if not data:
            return False
        self.inbox += data
        while len(self.inbox) >= 4:
            size = int.from_bytes(self.inbox[:4], "little")
            if len(self.inbox) < 4 + size:
                break
            message = json.loads(self.inbox[4 : 4 + size])
            del self.inbox[: 4 + size]
            getattr(self, "on_" + message["t"])(message)
        return True

    def watch_reader(self, fd, function):
        self.readers[fd] = function
        self.poll.register(fd, select.POLLIN)

    def unwatch_reader(self, fd):
        if self.readers.pop(fd, None):
            self.poll.unregister(fd)

    def flush(self, outbox):
        """Writes what fits now; waits for room for the rest."""
        if outbox.write_some():
            self.unwatch_writer(outbox.fd)
        elif outbox.fd not in self.writers:
            self.writers[outbox.fd] = outbox
            self.poll.register(outbox.fd, select.POLLOUT)

    def unwatch_writer(self, fd):
        if self.writers.pop(fd, None):
            self.poll.unregister(fd)

    # --- messages of the server

    def on_warm(self, message):
        """Has a spare kernel for that language, so that the next fresh run has not to wait for one."""
        language = message["language"]
        family = kernels.FAMILIES[language]
        if family not in self.spares:
            try:
                self.spares[family] = self.start_kernel(family)
            except OSError:
                return  # No place for a process yet, while many end; the next run starts its own.
            self.questions.on_new_spare(self.spares[family])
        self.spares[family].warm(language)
        self.flush(self.spares[family].commands)

    def on_cool(self, message):
        language = message["language"]
        spare = self.spares.get(kernels.FAMILIES[language])
        if spare and spare.cool():
            self.drop(spare)
            if kernels.PROGRAMS[language].get("spare") == "always":
                self.on_warm({"language": language})

    def on_run(self, message):
        language, fresh = message["language"], message["context"] == "fresh"
        old = self.kernels.get(language)
        if old and not fresh:
            kernel = old
        else:
            kernel = self.take_kernel(language)
        self.run = Run(message, kernel)
        kernel.remember([message["code"], *(file["text"] for file in message["files"] or ())], fresh)
        self.write_sources(message["files"])
        self.launch(self.run)
        if old and old is not kernel:
            self.drop(old)

    def write_sources(self, files):
        if files is not None:
            for problem in self.sources.write(files):
                self.send(STDERR, self.run.number, problem.encode())

    def take_kernel(self, language):
        family = kernels.FAMILIES[language]
        kernel = self.spares.pop(family, None) or self.start_kernel(family, START_LIMIT_S)
        kernel.language = language
        self.kernels[language] = kernel
        return kernel

    def launch(self, run):
        message, kernel = run.message, run.kernel
        self.unwatch_writer(kernel.stdin.fd)
        kernel.renew_stdin()
        fresh = message["context"] == "fresh"
        kernel.begin(self.settings["processes"])
        for fd, kind in ((kernel.stdout, STDOUT), (kernel.stderr, STDERR)):
            self.watch_reader(fd, lambda fd=fd, kind=kind: self.on_output(fd, kind, True))
        command = {
            "n": run.number,
            "language": kernel.language,
            "code": message["code"],
            "fresh": fresh,
            "count": kernel.count,
            "wipe": self.to_wipe(fresh),
        }
        if message.get("steps"):
            command["steps"] = message["steps"]
        kernel.commands.put(json.dumps(command).encode() + b"\n")
        self.flush(kernel.commands)
        if message["stdin"] is not None:
            self.give_input(message["stdin"], True)
        elif not kernel.stdin.closed:
            run.look_again()

    def to_wipe(self, fresh):
        """A fresh run starts with empty folders for temporary files, so that everyone sees the same."""
        if not fresh or not ISOLATED:
            return []
        for folder in (os.getcwd(), *TEMPORARY_FOLDERS):
            try:
                os.chmod(folder, 0o1777)  # Whatever the program before made of it.
            except OSError:
                pass
        return TEMPORARY_FOLDERS

    def on_input(self, message):
        if self.run and self.run.number == message["n"]:
            self.give_input(message["text"], message["end"])

    def give_input(self, text, end):
        stdin = self.run.kernel.stdin
        stdin.put(text.encode())
        if end:
            stdin.close_when_empty()
        self.flush(stdin)
        if not stdin.ending:
            self.run.look_again()

    def on_interrupt(self, message):
        """Asks the program to say where it is and to end, as Ctrl-C does."""
        if self.run and self.run.number == message["n"]:
            self.run.interrupted = True
            self.drain_output()
            self.run.kernel.interrupt(self)

    def on_where(self, kernel, line):
        run = self.run
        if run and run.kernel is kernel and run.interrupted and run.is_heard("where", 0):
            self.tell({"t": "where", "line": line}, run.number)

    def on_state(self, kernel, state):
        """A recorded step; or, of an interrupted program, where it was."""
        run = self.run
        if run and run.kernel is kernel:
            kind = "step" if run.message.get("steps") else "state"
            if (kind == "step" or run.interrupted) and run.is_heard(kind, len(state)):
                self.send(STEP, run.number, state)

    def on_kill(self, message):
        if self.run and self.run.number == message["n"]:
            kernel = self.run.kernel
            kernel.kill()
            self.sweep()

    def on_check(self, message):
        self.questions.on_check(message)

    def on_complete(self, message):
        self.questions.on_complete(message)

    def on_file(self, message):
        self.questions.on_file(message)

    def on_give_up(self, message):
        self.questions.on_give_up(message)

    # --- kernels

    def start_kernel(self, family, limit_s=0):
        until = time.monotonic() + limit_s
        while True:
            try:
                kernel = kernels.start(family, self.settings)
                break
            except OSError as error:
                if error.errno not in (errno.EAGAIN, errno.ENOMEM) or time.monotonic() >= until:
                    raise
                reap_others(self.spared())
                time.sleep(0.01)
        self.watch_reader(kernel.control, lambda: self.on_control(kernel))
        if kernel.trace is not None:
            self.watch_reader(kernel.trace, lambda: kernel.on_trace(self))
        return kernel

    def drop(self, kernel):
        """Ends a kernel that nobody needs any more."""
        kernel.kill()
        self.dropped.add(kernel.pid)
        self.forget(kernel)

    def forget(self, kernel):
        for table, name in ((self.kernels, kernel.language), (self.spares, kernel.family)):
            if table.get(name) is kernel:
                del table[name]
        for fd in kernel.reading():
            self.unwatch_reader(fd)
        for outbox in (kernel.commands, kernel.stdin):
            self.unwatch_writer(outbox.fd)
        kernel.close()
        self.questions.on_forget(kernel)

    def on_output(self, fd, kind, may_gather=False):
        """Carries what is there now. False once nothing more can come."""
        try:
            data = os.read(fd, READ_BYTES)
        except BlockingIOError:
            return False
        run = self.run
        if not data:
            self.unwatch_reader(fd)
            return False
        if run and not (run.interrupted and run.kernel.mute_when_interrupted):
            self.send(kind, run.number, data)
            run.on_output(kind, data)
            if run.lets_gather(len(data)) and may_gather:
                time.sleep(GATHER_S)
        return True

    def drain_output(self):
        for fd, kind in ((self.run.kernel.stdout, STDOUT), (self.run.kernel.stderr, STDERR)):
            if fd in self.readers:
                # A bound: a child that writes for ever must not keep the run from ending.
                for _ in range(64):
                    if not self.on_output(fd, kind):
                        break

    def on_control(self, kernel):
        """Lines of a letter and JSON: K ready, B the program begins, M its lines in the source, L the line that begins, W the line
        that an interrupt met, R a result, E an error, S a recorded step, D done, C an answer."""
        if self.run and self.run.kernel is kernel:
            # First what was printed before; the kernel waits until a result has been taken (acknowledge).
            self.drain_output()
        try:
            data = os.read(kernel.control, READ_BYTES)
        except BlockingIOError:
            return
        if not data:
            self.unwatch_reader(kernel.control)
            return
        for line in kernel.control_lines(data, self.settings["controlLimitBytes"]):
            kind, payload = line[:1], line[1:]
            if kind == b"K":
                kernel.ready = True
            elif kind == b"C":
                self.questions.on_answer(kernel, payload)
            elif self.run and self.run.kernel is kernel:
                if kind == b"B":
                    self.on_begun(kernel, payload)
                elif kind == b"M":
                    kernel.line_map = line_map(payload)
                elif kind == b"L":
                    kernel.line = line_number(payload)
                elif kind == b"W":
                    self.on_where(kernel, line_number(payload))
                elif kind == b"R":
                    if self.run.is_heard("result", len(payload)):
                        self.send(RESULT, self.run.number, payload)
                    self.acknowledge(kernel)
                elif kind == b"E":
                    if self.run.is_heard("error", len(payload)):
                        self.send(ERROR, self.run.number, payload)
                elif kind == b"S":
                    self.on_state(kernel, payload)
                elif kind == b"D":
                    number, _, code = payload.partition(b" ")
                    # Late or invented ends of other runs are not this one's.
                    if number == str(self.run.number).encode() and code.isdigit() and len(code) <= 3:
                        self.drain_output()
                        self.finish(code=int(code) & 0xFF)

    def on_begun(self, kernel, payload):
        if self.run.begun or payload != str(self.run.number).encode():
            return
        self.run.begun = True
        if kernel.tells_begin:
            self.tell({"t": "begun"}, self.run.number)

    def acknowledge(self, kernel):
        """An empty command: what the program prints from now on stands after its result."""
        if len(kernel.commands.pending) < ACKNOWLEDGEMENT_BYTES:
            kernel.commands.put(b"{}\n")
            self.flush(kernel.commands)

    def reap(self):
        while True:
            try:
                pid, status, usage = os.wait4(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if pid == 0:
                return
            if pid in self.questions.helpers:
                self.questions.helpers.discard(pid)
            elif pid in self.dropped:
                self.dropped.discard(pid)
            else:
                self.on_ended(pid, status, usage)

    def on_ended(self, pid, status, usage):
        kernel = next((k for k in [*self.kernels.values(), *self.spares.values()] if k.pid == pid), None)
        if self.run:
            self.run.add(usage, kernel.cpu_begin_s if kernel else 0.0)
        if kernel is None:
            return
        kernel.dead = True
        if self.run and self.run.kernel is kernel and kernel.control in self.readers:
            self.on_control(kernel)
        if self.run and self.run.kernel is kernel:
            if self.relaunch(kernel):
                return
            self.drain_output()
            if os.WIFSIGNALED(status):
                self.finish(signal_number=os.WTERMSIG(status))
            else:
                self.finish(code=os.WEXITSTATUS(status))
        self.forget(kernel)

    def relaunch(self, kernel):
        """A waiting kernel may have been killed by the program before; then another one runs this program."""
        run = self.run
        if run.begun or run.relaunched or run.interrupted or run.message["context"] != "fresh":
            return False
        run.relaunched = True
        self.forget(kernel)
        run.kernel = self.take_kernel(kernel.language)
        self.launch(run)
        return True

    def finish(self, code=None, signal_number=None):
        """The end of the run: nothing of it goes on, but kernels that wait, frozen."""
        run, kernel = self.run, self.run.kernel
        if not kernel.dead:
            run.cpu_s += kernel.cpu_since_begin_s()
            run.peak_bytes = max(run.peak_bytes, kernel.peak_bytes())
        self.freeze_all()
        self.sweep()
        for fd in (kernel.stdout, kernel.stderr):
            self.unwatch_reader(fd)
        self.run = None
        message = {"t": "end", "count": kernel.count, "cpuTimeS": run.cpu_s, "peakMemoryBytes": run.peak_bytes}
        if code is not None:
            message["code"] = code
        if signal_number is not None:
            message["signal"] = signal_number
        self.tell(message, run.number)
        if run.message.get("last"):
            return
        for kind in kernels.KINDS.values():
            kind.complete()
        # A kernel that was still starting may have been refused a thread by what the program took.
        doubtful = [spare for spare in self.spares.values() if not spare.ready]
        for spare in doubtful:
            self.drop(spare)
        families = {kernels.FAMILIES[kernel.language], *(spare.family for spare in doubtful)}
        for family in families:
            self.on_warm({"language": kernel.language if kernel.family == family else family})

    def freeze_all(self):
        """Also what the program may have woken, or put something to do into: other contexts, and spares that it found.
        Who has to answer rests afterwards (questions.rest), who is still starting is dropped."""
        ready = [spare for spare in self.spares.values() if spare.ready]
        for kernel in [*self.kernels.values(), *ready]:
            if not self.questions.is_asked(kernel):
                kernel.freeze()

    def spared(self):
        return {os.getpid(), *self.questions.helpers, *self.dropped} | {k.pid for k in [*self.kernels.values(), *self.spares.values()]}

    def sweep(self):
        usages = sweep(self.spared())
        if self.run:
            self.run.cpu_s += sum(usage.ru_utime + usage.ru_stime for usage in usages)

    # --- standard input

    def look_for_input(self):
        """Tells the server when the program has begun to wait for input that is not there, and when it works on."""
        run = self.run
        if run is None or run.look_at is None or time.monotonic() < run.look_at:
            return
        others = self.spared() - {run.kernel.pid}
        wait = stdin_watch.wait_for(run.kernel.stdin.inode, others) if run.kernel.stdin.is_empty() else None
        if run.waiting:
            if wait == "blocked" and not run.has_worked(cpu_s(others)):
                run.look_later()
            else:
                run.stop_looking()
                self.tell({"t": "resumed"}, run.number)
        elif wait:
            self.drain_output()
            self.tell({"t": "input", "prompt": run.tail.decode("utf-8", "replace"), "idle": wait == "blocked"}, run.number)
            if wait == "blocked":
                run.begin_waiting(cpu_s(others))
            else:
                run.stop_looking()
        else:
            run.look_later()


def main():
    server_fd, settings = int(sys.argv[1]), json.loads(sys.argv[2])
    os.set_inheritable(server_fd, False)
    for name, value in settings["rlimits"].items():
        try:
            resource.setrlimit(getattr(resource, name), (value, value))
        except (ValueError, OSError):
            pass  # The host's own limit is lower; then that one holds.
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    kernels.add_programs(settings["programs"])
    gc.enable()
    try:
        Agent(server_fd, settings).serve()
    except OSError as error:
        if error.errno not in (errno.EPIPE, errno.ECONNRESET):
            raise
