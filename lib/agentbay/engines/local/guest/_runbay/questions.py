"""Questions to a session: what does not compile, what may come next in the code, what is in a file.

Nothing of a program runs for them. Files, and Python's syntax, are looked at in a child of the agent,
everything else is answered by a kernel: a waiting context is woken for it and frozen again. Who gives no
answer in time is frozen all the same, and the server answers for it.
"""

import json
import os

from _runbay import files, kernels
from _runbay.said import read_json

READ_BYTES = 65536
# A piece of a file and its head; or the problems of a program.
ANSWER_BYTES = 2 << 20
FILE = 6


class Questions:
    def __init__(self, agent):
        self.agent = agent
        self.helpers = set()  # the ids of child processes that work on an answer
        self.asked = {}  # id of the question -> (kernel, question as the kernel gets it)
        self.unheard = []  # questions to a spare kernel that ended before it answered

    def on_check(self, message):
        code = message["code"]
        check = kernels.KINDS[kernels.FAMILIES[message["language"]]].check
        if check:
            self.start_helper(message["id"], lambda: check(code), self.on_checked)
        else:
            self.ask_spare(message, {"check": code})

    def on_file(self, message):
        self.start_helper(message["id"], lambda: files.answer(message), self.on_filed)

    def on_complete(self, message):
        """From the language's context, else from a spare kernel. While a program runs in the context nobody is asked."""
        question = {"complete": message["code"]}
        kernel = self.agent.kernels.get(message["language"])
        if kernel is None:
            self.ask_spare(message, question)
        elif self.agent.run and self.agent.run.kernel is kernel:
            self.answer_nothing(message["id"])
        else:
            kernel.wake()
            self.ask(kernel, message, question)

    def ask_spare(self, message, question):
        """Without a place for a process, while a program holds them all, there is no answer."""
        self.agent.on_warm(message)
        spare = self.agent.spares.get(kernels.FAMILIES[message["language"]])
        if spare is None:
            self.answer_nothing(message["id"])
        else:
            spare.wake()
            self.ask(spare, message, question)

    def ask(self, kernel, message, question):
        question.update(id=message["id"], language=message["language"])
        self.asked[message["id"]] = (kernel, question)
        self.put(kernel, question)

    def put(self, kernel, question):
        kernel.commands.put(json.dumps(question).encode() + b"\n")
        self.agent.flush(kernel.commands)

    def on_answer(self, kernel, payload):
        """From a kernel; only to what it was asked."""
        answer = read_json(payload)
        number = answer.get("id") if isinstance(answer, dict) else None
        if not isinstance(number, int) or self.asked.get(number, (None,))[0] is not kernel:
            return
        del self.asked[number]
        self.agent.tell_raw(payload)
        self.rest(kernel)

    def on_give_up(self, message):
        """The server waits no longer."""
        self.unheard = [question for question in self.unheard if question["id"] != message["id"]]
        kernel, _ = self.asked.pop(message["id"], (None, None))
        if kernel:
            self.rest(kernel)

    def is_asked(self, kernel):
        return any(asked is kernel for asked, _ in self.asked.values())

    def rest(self, kernel):
        """It is frozen again, unless it runs a program by now or has more to answer. What it has started
        meanwhile is ended, as after a program: by its threads, or a `__dir__` of its own."""
        agent = self.agent
        waits = agent.kernels.get(kernel.language) is kernel or agent.spares.get(kernel.family) is kernel
        if not waits or (agent.run and agent.run.kernel is kernel):
            return
        if not self.is_asked(kernel):
            kernel.freeze()
            if agent.run is None:
                agent.sweep()

    def on_forget(self, kernel):
        """That kernel has ended. What a context would have known nobody knows; another spare may answer for a spare."""
        for number, (asked, question) in list(self.asked.items()):
            if asked is kernel:
                del self.asked[number]
                if kernel.language is None:
                    self.unheard.append(question)
                else:
                    self.answer_nothing(number)

    def on_new_spare(self, spare):
        for question in [q for q in self.unheard if kernels.FAMILIES[q["language"]] == spare.family]:
            self.unheard.remove(question)
            self.asked[question["id"]] = (spare, question)
            self.put(spare, question)

    def answer_nothing(self, number):
        self.agent.tell({"t": "unanswered", "id": number})

    # --- child processes

    def start_helper(self, number, work, on_output):
        """`on_output` gets the number and what `work` gives (bytes)."""
        try:
            pid, fd = kernels.fork_helper(work)
        except OSError:
            self.answer_nothing(number)
            return
        self.helpers.add(pid)
        output = bytearray()

        def on_readable():
            try:
                data = os.read(fd, READ_BYTES)
            except BlockingIOError:
                return
            output.extend(data)
            if data and len(output) <= ANSWER_BYTES:
                return
            self.agent.unwatch_reader(fd)
            os.close(fd)
            on_output(number, bytes(output))

        self.agent.watch_reader(fd, on_readable)

    def on_checked(self, number, output):
        try:
            self.agent.tell({**json.loads(output), "id": number})
        except ValueError:
            self.answer_nothing(number)

    def on_filed(self, number, output):
        self.agent.send(FILE, number, output)
