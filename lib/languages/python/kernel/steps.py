"""Records a program line by line: where it is, what its variables hold, how far its output had come.

The interpreter's own trace function is used, in the main thread, for frames of the program's files alone. A step
is one JSON line on the control pipe, and tells of frames and boxes only what has changed since the step before.
"""

import dis
import io
import json
import os
import sys
import threading

from .errors import WORKSPACE, is_users
from .snapshot import Boxes, cut, is_special, message_of, name_of_type

FIRST_FRAMES, LAST_FRAMES = 4, 16
VARIABLES = 60
# Frames that the interpreter and the recorder need themselves, before the end of what recursion may use.
SPARE_FRAMES = 120
INNER = ("<listcomp>", "<setcomp>", "<dictcomp>", "<genexpr>")
CLASS_BODY = 2  # inspect.CO_NEWLOCALS: a class's body has it not, nor has CO_OPTIMIZED
YIELDS = dis.opmap.get("YIELD_VALUE")
# A loop that ends, a generator that hands on: exceptions that nobody has raised.
SILENT = {dis.opmap[name] for name in ("FOR_ITER", "SEND", "YIELD_FROM", "END_ASYNC_FOR", "GET_ANEXT") if name in dis.opmap}


class Recorder:
    def __init__(self, tell, limits, hidden):
        self.tell, self.hidden = tell, hidden
        self.steps_left, self.bytes_left = limits["steps"], limits["bytes"]
        self.boxes = Boxes(is_own_file)
        self.numbers = {}  # id of a living frame -> its number
        self.told = {}  # number of a frame -> its variables as they were told last
        self.frames = 0
        self.fresh = set()  # frames that have been entered and have not had a line yet
        self.suspended = set()  # frames that have handed on a value and wait
        self.raised = None  # the frame and the exception of the last step that told of one
        self.deep = self.threads = False
        self.streams = {name: counted(name, fd) for name, fd in (("stdout", 1), ("stderr", 2))}

    def start(self):
        self.thread = threading.current_thread()
        sys.settrace(self.on_call)

    def stop(self, cut_by=None):
        sys.settrace(None)
        omitted = {"threads": self.threads, "deep": self.deep, "shortened": self.boxes.shortened}
        end = {"end": cut_by or "done", "o": self.output(), "omitted": [name for name, is_so in omitted.items() if is_so]}
        self.tell(b"S", json.dumps(end).encode())

    # --- what the interpreter tells

    def on_call(self, frame, event, _):
        code = frame.f_code
        if code.co_name in INNER or not is_own_file(code.co_filename):
            return None
        if depth_of(frame) > sys.getrecursionlimit() - SPARE_FRAMES:
            self.deep = True
            return None
        key = id(frame)
        if key in self.suspended:
            self.suspended.discard(key)
        else:
            self.frames += 1
            self.numbers[key] = self.frames
        self.fresh.add(key)
        return self.on_event

    def on_event(self, frame, event, value):
        key = id(frame)
        if event == "line":
            entered = key in self.fresh
            self.fresh.discard(key)
            self.step(frame, "call" if entered and frame.f_back and not is_main(frame) else "line")
        elif event == "exception":
            # A `finally` raises anew what it was entered with.
            raised = (key, id(value[1]))
            if code_at(frame) not in SILENT and raised != self.raised:
                self.raised = raised
                self.step(frame, "exception", x=described(value))
        elif event == "return":
            self.on_return(frame, key, value)
        return self.on_event

    def on_return(self, frame, key, value):
        is_pause = code_at(frame) == YIELDS
        if is_pause or value is not None or not is_unwinding(frame):
            self.step(frame, "yield" if is_pause else "return", value=None if is_main(frame) else [value])
        if is_pause:
            self.suspended.add(key)
        else:
            self.told.pop(self.numbers.pop(key, None), None)
            self.fresh.discard(key)

    # --- one step

    def step(self, frame, event, value=None, x=None):
        try:
            line = self.describe(frame, event, value, x)
        except RecursionError:
            self.deep = True
            return
        self.tell(b"S", line)
        self.steps_left -= 1
        self.bytes_left -= len(line)
        if self.steps_left <= 0 or self.bytes_left <= 0:
            self.stop("steps" if self.steps_left <= 0 else "size")
            flush(self.streams)
            os._exit(0)

    def describe(self, frame, event, value, x):
        if len(threading._active) > 1:
            self.threads = True
        self.boxes.begin()
        stack, hidden = self.stack(frame)
        frames = {}
        for one, number in stack:
            told = self.frame(one)
            if self.told.get(number) != told:
                self.told[number] = frames[number] = told
        step = {"e": event, "s": [[number, one.f_lineno or 0] for one, number in stack], "o": self.output()}
        if hidden:
            step["c"] = hidden
        if value is not None:
            step["r"] = self.boxes.value(value[0])
        if x is not None:
            step["x"] = x
        boxes = self.boxes.end()
        if frames:
            step["f"] = frames
        if boxes:
            step["h"] = boxes
        return json.dumps(step, separators=(",", ":")).encode()

    def stack(self, frame):
        """The program's own frames, outermost first, each with its number; and how many in the middle are left out."""
        found = []
        while frame:
            number = self.numbers.get(id(frame))
            if number is not None and frame.f_code.co_name not in INNER:
                found.append((frame, number))
            frame = frame.f_back
        found.reverse()
        hidden = len(found) - FIRST_FRAMES - LAST_FRAMES
        if hidden <= 0:
            return found, 0
        return found[:FIRST_FRAMES] + found[-LAST_FRAMES:], hidden

    def frame(self, frame):
        return told_frame(frame, self.boxes, self.hidden)

    def output(self):
        flush(self.streams)
        return [self.streams[name].buffer.raw.count for name in ("stdout", "stderr")]


def told_frame(frame, boxes, hidden):
    code = frame.f_code
    held = frame.f_locals
    names = [name for name in list(held) if type(name) is str and name not in hidden and not is_special(name)]
    if len(names) > VARIABLES:
        boxes.shortened = True
    shown = [[cut(name), boxes.value(held[name])] for name in names[:VARIABLES] if name in held]
    return {"n": cut(code.co_name), "k": kind_of(frame), "p": path_of(code.co_filename), "v": shown}


def state_of(error):
    """The program's own calls that an exception came through, as one step: JSON."""
    boxes, told, stack = Boxes(is_own_file), {}, []
    boxes.begin()
    found, at = [], error.__traceback__
    while at:
        if is_own_file(at.tb_frame.f_code.co_filename) and at.tb_frame.f_code.co_name not in INNER:
            found.append(at)
        at = at.tb_next
    hidden = max(0, len(found) - FIRST_FRAMES - LAST_FRAMES)
    shown = found[:FIRST_FRAMES] + found[FIRST_FRAMES + hidden :] if hidden else found
    for number, at in enumerate(shown, 1):
        told[number] = told_frame(at.tb_frame, boxes, ())
        stack.append([number, at.tb_lineno or 0])
    state = {"e": "line", "s": stack, "o": [0, 0], "f": told, "h": boxes.end()}
    return json.dumps({**state, "c": hidden} if hidden else state, separators=(",", ":")).encode()


class Counted(io.FileIO):
    """A stream's file that knows how many bytes have gone through it."""

    count = 0

    def write(self, data):
        written = super().write(data)
        self.count += written or 0
        return written


def counted(name, fd):
    """Puts such a file under the program's stream, which has written nothing yet."""
    stream = io.TextIOWrapper(
        io.BufferedWriter(Counted(fd, "wb", closefd=False)),
        encoding="utf-8",
        errors="backslashreplace",
        line_buffering=True,
        write_through=True,
    )
    setattr(sys, name, stream)
    setattr(sys, "__%s__" % name, stream)
    return stream


def flush(streams):
    for stream in streams.values():
        try:
            stream.flush()
        except (OSError, ValueError):
            pass  # The program has closed it.


def is_own_file(name):
    return name.startswith(WORKSPACE + "/") and is_users(name)


def path_of(name):
    return name[len(WORKSPACE) + 1 :]


def is_main(frame):
    return frame.f_code.co_name == "<module>"


def kind_of(frame):
    if is_main(frame):
        return "main" if frame.f_globals.get("__name__") == "__main__" else "module"
    return "function" if frame.f_code.co_flags & CLASS_BODY else "class"


def depth_of(frame):
    depth = 0
    while frame:
        depth += 1
        frame = frame.f_back
    return depth


def code_at(frame):
    """The instruction that ran last."""
    code, at = frame.f_code.co_code, frame.f_lasti
    return code[at] if 0 <= at < len(code) else None


def is_unwinding(frame):
    """An exception leaves the frame: the last instruction was not a return."""
    return not dis.opname[code_at(frame) or 0].startswith("RETURN")


def described(value):
    kind, error, _ = value
    name = name_of_type(kind)
    message = message_of(error) if isinstance(error, BaseException) else ""
    return cut("%s: %s" % (name, message) if message else name)

