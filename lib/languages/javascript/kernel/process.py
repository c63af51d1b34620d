"""A Node.js kernel as the agent sees it: told by its first program whether it is JavaScript's or TypeScript's."""

import json
import os
import resource

from _runbay.kernels import Kernel, fork_helper
from _runbay.said import line_number


class Process(Kernel):
    # After an interrupt it is its debugger that prints.
    mute_when_interrupted = True

    def __init__(self, pid, pipes, program, number):
        super().__init__(pid, pipes, program, number)
        self.inspector_port = inspector_port(number)
        self.knows_typescript = False

    @classmethod
    def become(cls, settings, program, number):
        limit = settings["v8DataBytes"]
        if limit:
            resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))
        node, *rest = program["command"]
        os.execv(node, [node, "--inspect-port=127.0.0.1:%d" % inspector_port(number), *rest])

    def warm(self, language):
        """What strips types takes a moment to load; a spare does it beforehand."""
        if language == "typescript" and not self.knows_typescript:
            self.knows_typescript = True
            self.commands.put(b'{"load":"typescript"}\n')

    def interrupt(self, agent):
        """V8 is asked where it is through its inspector, in a process of its own: that may take a while."""
        try:
            _, reader = fork_helper(self.find_place)
        except OSError:
            self.kill()  # The program holds every place for a process; nobody can be asked.
            return

        answer = bytearray()

        def on_answer():
            try:
                data = os.read(reader, 65536)
            except BlockingIOError:
                return
            answer.extend(data)
            if data:
                return
            agent.unwatch_reader(reader)
            os.close(reader)
            self.on_place(agent, bytes(answer))
            self.kill()

        agent.watch_reader(reader, on_answer)

    def source_line(self, line):
        lines = self.line_map
        return lines[line - 1] if lines and line <= len(lines) else line

    def on_place(self, agent, answer):
        line, _, state = answer.partition(b"\n")
        agent.on_where(self, line_number(line))
        if state:
            agent.on_state(self, state)

    def find_place(self):
        """Its line and its state as JSON, a line each. In the helper, since the program has made what is read here."""
        from . import where

        place = where.find(self.pid, self.inspector_port)
        line, state = place.get("line"), place.get("state")
        for entry in state["s"] if state else ():
            entry[1] = self.source_line(entry[1])
        said = b"%d" % self.source_line(line) if line else b""
        return said + b"\n" + json.dumps(state).encode() if state else said


def inspector_port(number):
    return 30000 + number % 20000
