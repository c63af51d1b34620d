"""What the agent remembers of a program while it runs."""

import time

STDOUT, STDERR = 1, 2
PROMPT_BYTES = 1000
FIRST_LOOK_S, LAST_LOOK_S = 0.008, 0.1
# CPU seconds that a program may use while one of its threads waits for input, before it counts as running.
WAITING_CPU_S = 0.2


# Small pieces of output that are carried as they come; after them they are let gather.
SMALL_BYTES, SMALL_PIECES, GATHER_S = 1024, 2000, 0.004
# How many messages of a kind go to the server, and how many bytes of them: then one more, which is past its own limit.
# What it would do for the others is not the sandbox's time.
HEARD = {"result": (101, 5 << 20), "error": (4, 6 << 20), "where": (4, 4096), "state": (1, 1 << 20)}


class Run:
    def __init__(self, message, kernel):
        self.message, self.number, self.kernel = message, message["n"], kernel
        self.begun = self.relaunched = False  # whether the kernel has taken the program; whether a second one has it
        self.tail = b""  # the unfinished last line of stdout
        self.look_at = None  # when to look whether the program waits for input; None: not at all
        self.look_delay_s = FIRST_LOOK_S
        self.waiting = False  # the server has been told that it waits for input
        self.waiting_cpu_s, self.has_printed = 0.0, False
        self.interrupted = False
        self.cpu_s, self.peak_bytes = 0.0, 0
        self.small_pieces, self.heard = 0, {}

    def on_output(self, kind, data):
        if kind == STDOUT:
            self.tail = (self.tail + data).rsplit(b"\n", 1)[-1][-PROMPT_BYTES:]
        self.look_delay_s = min(self.look_delay_s, FIRST_LOOK_S * 2)
        self.has_printed = True

    def is_heard(self, kind, size):
        """Whether one more message of the program is carried to the server."""
        count, total = self.heard.get(kind, (0, 0))
        self.heard[kind] = count + 1, total + size
        if kind == "step":
            return total <= self.message["steps"]["bytes"] + (1 << 20)
        most, bytes_most = HEARD[kind]
        return count < most and total <= bytes_most

    def lets_gather(self, size):
        """Whether the next output is waited for a moment, so that a flood of small pieces becomes few."""
        self.small_pieces += size < SMALL_BYTES
        return self.small_pieces > SMALL_PIECES

    def begin_waiting(self, cpu_s):
        self.waiting, self.waiting_cpu_s, self.has_printed = True, cpu_s + self.cpu_s, False
        self.look_delay_s = LAST_LOOK_S
        self.look_at = time.monotonic() + self.look_delay_s

    def has_worked(self, cpu_s):
        """Whether it does more than wait: it prints, or its processes (the ended ones too) use the processor."""
        return self.has_printed or cpu_s + self.cpu_s - self.waiting_cpu_s > WAITING_CPU_S

    def stop_looking(self):
        """Until input comes: a program that reads in one thread and works in another is not asked again and again."""
        self.waiting, self.look_at = False, None

    def look_again(self):
        self.waiting = False
        self.look_delay_s = FIRST_LOOK_S
        self.look_at = time.monotonic() + self.look_delay_s

    def look_later(self):
        self.look_delay_s = min(self.look_delay_s * 1.6, LAST_LOOK_S)
        self.look_at = time.monotonic() + self.look_delay_s

    def add(self, usage, cpu_before_s):
        """Adds what an ended process of the program used, without what its kernel had used before."""
        self.cpu_s += max(0.0, usage.ru_utime + usage.ru_stime - cpu_before_s)
        self.peak_bytes = max(self.peak_bytes, usage.ru_maxrss * 1024)
