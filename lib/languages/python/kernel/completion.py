"""What may be written next in a Python program, from what its context holds. Loaded with the first question."""

import builtins
import inspect
import keyword
import re
import signal
import sys
import types

LIMIT = 200
TIME_LIMIT_S = 0.3
WORD = re.compile(r"[^\W\d]\w*\Z")
PATH = re.compile(r"([^\W\d]\w*(?:\s*\.\s*[^\W\d]\w*)*)\s*\.\s*\Z")
IMPORT = re.compile(r"^\s*(?:import\s+(?:[\w.]+(?:\s+as\s+\w+)?\s*,\s*)*|from\s+)\Z")
FROM = re.compile(r"^\s*from\s+([\w.]+)\s+import\s+(?:\(?\s*)(?:\w+(?:\s+as\s+\w+)?\s*,\s*)*\Z")
TEXT = re.compile(r"""\"(?:\\.|[^"\\])*\"|'(?:\\.|[^'\\])*'""")


class TooLong(BaseException):
    pass


def complete(code, namespace):
    """`code` is what stands before the cursor. Gives the range to replace, in UTF-16 units, and the items."""
    match = WORD.search(code)
    word = match.group() if match else ""
    before = code[: len(code) - len(word)]
    found = {}
    if not is_in_text(before):
        found = in_time(lambda: candidates(before, word, namespace)) or {}
    names = sorted(name for name in found if fits(name, word))
    return {
        "start": utf16_length(before),
        "end": utf16_length(code),
        "items": [{"label": name, "kind": found[name]} for name in names[:LIMIT]],
    }


def candidates(before, word, namespace):
    line = before.rsplit("\n", 1)[-1]
    if IMPORT.match(line):
        return {name: "module" for name in {*sys.stdlib_module_names, *sys.modules} if "." not in name}
    members = FROM.match(line)
    if members:
        module = sys.modules.get(members[1])
        return attributes(module) if module else {}
    path = PATH.search(before)
    if path:
        return attributes(value_of(path[1], namespace))
    if before.rstrip().endswith("."):
        return {}
    found = {name: "keyword" for name in keyword.kwlist}
    for names in (vars(builtins), namespace):
        found.update((name, kind_of(value, "variable")) for name, value in list(names.items()) if isinstance(name, str))
    return found


def value_of(path, namespace):
    first, *rest = (part.strip() for part in path.split("."))
    value = namespace[first] if first in namespace else getattr(builtins, first)
    for name in rest:
        value = getattr(value, name)
    return value


def attributes(value):
    """Without asking for the values of properties, which would run the program's code."""
    return {name: kind_of(inspect.getattr_static(value, name, None), "property") for name in dir(value)}


def kind_of(value, otherwise):
    if isinstance(value, types.ModuleType):
        return "module"
    if isinstance(value, type):
        return "class"
    return "function" if callable(value) or isinstance(value, (classmethod, staticmethod)) else otherwise


def fits(name, word):
    if not name.startswith(word) or not name.isidentifier() or name == "__runbay_last__":
        return False
    return word.startswith("_") or not name.startswith("_")


def is_in_text(before):
    """In a string or a comment of its line; strings over several lines are not looked for."""
    rest = TEXT.sub("", before.rsplit("\n", 1)[-1])
    return any(mark in rest for mark in "\"'#")


def utf16_length(text):
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def in_time(work):
    """What `work` gives; None where it fails or takes too long (a program's own `__dir__` or `__getattr__`)."""

    def give_up(*_):
        raise TooLong

    old = signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, TIME_LIMIT_S)
    try:
        return work()
    except BaseException:  # noqa: B036 a program may raise what it likes
        return None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, old)
