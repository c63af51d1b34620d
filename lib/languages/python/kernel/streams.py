"""The streams of a program: pipes, of lines in UTF-8 as in a terminal."""

import io
import os
import sys


def make():
    """stdin, stdout and stderr for descriptors 0, 1 and 2, which are still the agent's: a stream looks at what it is
    made for, so for this moment they are pipes, as they will be.
    """
    kept = [os.dup(fd) for fd in (0, 1, 2)]
    reader, writer = os.pipe()
    try:
        for fd, end in ((0, reader), (1, writer), (2, writer)):
            os.dup2(end, fd)
        return keyboard(), screen(1), screen(2)
    finally:
        for fd, copy in enumerate(kept):
            os.dup2(copy, fd)
        for fd in (*kept, reader, writer):
            os.close(fd)


def keyboard():
    return io.TextIOWrapper(io.BufferedReader(Keyboard()), encoding="utf-8", errors="surrogateescape")


def screen(fd):
    """By lines: what a line holds is seen at its end, and threads do not mix within it."""
    file = open(fd, "wb", closefd=False)
    return io.TextIOWrapper(file, encoding="utf-8", errors="backslashreplace", line_buffering=True, write_through=True)


class Keyboard(io.FileIO):
    """Standard input. Before the program waits for it, what it has printed is shown."""

    def __init__(self):
        super().__init__(0, "rb", closefd=False)

    def readinto(self, buffer):
        flush()
        return super().readinto(buffer)


def flush():
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Exception:
            pass  # The program has closed or replaced it.
