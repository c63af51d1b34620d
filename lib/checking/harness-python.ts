/**
 * Evaluates calls in the context of a learner's program and writes each value as data. It runs beside that
 * program, which can make it write anything: so it knows the inputs alone, and nothing it says is a verdict.
 */
const SOURCE = String.raw`
import json, os, sys

NODES, DEPTH, TEXT = 5000, 40, 20000
CUT = {"t": "cut"}


def send(**message):
    try:
        sys.stdout.flush()
    except Exception:
        pass
    data = (MARK + json.dumps(message) + "\n").encode()
    while data:
        data = data[os.write(1, data):]


def encode(value, within=(), room=None):
    room = [NODES] if room is None else room
    room[0] -= 1
    if room[0] < 0 or len(within) > DEPTH:
        return CUT
    kind = type(value)
    is_a = lambda *kinds: any(issubclass(kind, one) for one in kinds)
    if value is None:
        return {"t": "none"}
    if kind is bool:
        return {"t": "bool", "v": value}
    # By the methods of the built-in types: those of a subclass may say something else.
    if is_a(int):
        number = int.__index__(value)
        return CUT if number.bit_length() > 12000 else {"t": "number", "v": int.__repr__(number)}
    if is_a(float):
        return {"t": "number", "v": float.__repr__(value)}
    if is_a(str):
        text = str.__str__(value)
        return CUT if str.__len__(text) > TEXT else {"t": "text", "v": text}
    if is_a(bytes):
        return CUT if bytes.__len__(value) > TEXT else {"t": "bytes", "v": bytes.hex(value)}
    if is_a(list, tuple, set, frozenset, dict):
        if id(value) in within:
            return {"t": "cycle"}
        inside = (*within, id(value))
        if is_a(dict):
            pairs = [[encode(key, inside, room), encode(one, inside, room)] for key, one in bounded(dict.items(value))]
            return {"t": "dict", "v": pairs}
        for name, base in (("list", list), ("tuple", tuple), ("set", set), ("set", frozenset)):
            if is_a(base):
                return {"t": name, "v": [encode(one, inside, room) for one in bounded(base.__iter__(value))]}
    if str(kind.__module__).split(".")[0] == "numpy" and len(within) <= DEPTH and hasattr(value, "tolist"):
        return encode(value.tolist(), (*within, id(value)), room)
    try:
        shown = str(repr(value))
    except Exception:
        shown = "<%s>" % kind.__name__
    return {"t": "object", "type": str(kind.__name__)[:100], "v": shown[:2000]}


def bounded(items):
    for at, item in enumerate(items):
        if at > NODES:
            break
        yield item


def describe(error):
    place, line = error.__traceback__, None
    while place is not None:
        if os.path.basename(place.tb_frame.f_code.co_filename) == FILE:
            line = place.tb_lineno
        place = place.tb_next
    try:
        message = str(error)
    except Exception:
        message = ""
    return {"name": str(type(error).__name__)[:100], "message": message[:500], "line": line}


def settled(value):
    if type(value).__name__ != "coroutine":
        return value
    import asyncio

    return asyncio.run(value)


for step in json.loads(STEPS):
    send(begin=step["i"])
    try:
        if "call" in step:
            value = settled(eval(compile(step["call"], "<call>", "eval"), SPACE))
            send(i=step["i"], value=encode(value))
        else:
            exec(compile(step["run"], "<check>", "exec"), SPACE)
            send(i=step["i"], holds=True)
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        send(i=step["i"], error=describe(error))
send(end=True)
`;

export interface HarnessStep {
  i: number;
  /** An expression, or a statement that fails where it does not hold. */
  call?: string;
  run?: string;
}

/** A program for the context of the learner's own; `file` is the name that its code has there. */
export function pythonHarness(mark: string, steps: HarnessStep[], file: string): string {
  const text = (value: string) => `b.str(d(${JSON.stringify(base64(value))}), "utf-8")`;
  const space = `{"__builtins__": b, "SPACE": b.globals(), "MARK": ${text(mark)}, "STEPS": ${text(JSON.stringify(steps))}, "FILE": ${text(file)}}`;
  // Whatever names the program has taken: these are not looked up in its own.
  return `(lambda b, d: b.exec(b.compile(${text(SOURCE)}, "<checker>", "exec"), ${space}))(__import__("builtins"), __import__("base64").b64decode)`;
}

export function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
