"""What variables hold, as plain data: boxes with numbers, so that two names for one object lead to one box.

Nothing of the program's is called to find out: no repr, no property, no iterator of its own. What is looked at
is not kept either, so an object ends when it always would.
"""

import sys
import types

ITEMS = 40  # of one collection
OBJECTS = 150  # of one look
TEXT = 120  # characters
BITS = 512  # of a whole number
PLAIN = (type(None), bool, float, complex, type(Ellipsis), type(NotImplemented))

mro_of = type.__dict__["__mro__"].__get__
names_of = type.__dict__["__dict__"].__get__
name_of_type = type.__dict__["__name__"].__get__
dict_of_module = types.ModuleType.__dict__["__dict__"].__get__
module_of_type = type.__dict__["__module__"].__get__
args_of = BaseException.__dict__["args"].__get__


class Boxes:
    """Gives the value of each variable, and tells which boxes have changed since the last look."""

    def __init__(self, is_users):
        self.is_users = is_users  # whether a file is one of the program's own
        self.count = 0
        self.last = {}  # id of an object -> its number, of those found by the last look
        self.told = {}  # number -> the box as it was told last
        self.shortened = False

    def begin(self):
        self.now, self.queue = {}, []

    def end(self):
        """The boxes that are new or different, by their numbers."""
        changed = {}
        for number, value in self.queue:  # It grows while it is gone through.
            box = self.box(value)
            if self.told.get(number) != box:
                self.told[number] = changed[number] = box
        self.last = self.now
        self.queue = []
        return changed

    def value(self, value):
        """Text, or the number of a box."""
        kind = type(value)
        if kind is str:
            return quoted(value)
        if kind is int:
            return whole(value)
        if kind in PLAIN:
            return repr(value)
        word = self.word(kind, value)
        return self.number(value) if word is None else word

    def word(self, kind, value):
        """For what needs no box: modules, and functions and classes that are not the program's own."""
        if kind is types.ModuleType:
            return "<module %s>" % dict_of_module(value).get("__name__", "")
        if kind is types.BuiltinFunctionType:
            return "<built-in %s>" % value.__name__
        if kind is types.FunctionType and not self.is_users(value.__code__.co_filename):
            return "<function %s>" % value.__name__
        if issubclass(kind, type) and not self.is_own_class(value):
            return "<class %s>" % name_of_type(value)
        return None

    def is_own_class(self, value):
        module = sys.modules.get(names_of(value).get("__module__") if "__module__" in names_of(value) else None)
        file = getattr(module, "__file__", None) if type(module) is types.ModuleType else None
        return isinstance(file, str) and self.is_users(file)

    def number(self, value):
        key = id(value)
        number = self.now.get(key)
        if number is None:
            if len(self.now) >= OBJECTS:
                self.shortened = True
                return "…"
            number = self.last.get(key)
            if number is None:
                self.count += 1
                number = self.count
            self.now[key] = number
            self.queue.append((number, value))
        return number

    def box(self, value):
        try:
            return self.look(type(value), value)
        except Exception:  # A collection that a thread changes meanwhile.
            return {"k": "text", "t": name_of_type(type(value)), "x": "…"}

    def look(self, kind, value):
        name = name_of_type(kind)
        if issubclass(kind, (list, tuple)):
            base = list if issubclass(kind, list) else tuple
            return self.sequence(name, base.__iter__(value), base.__len__(value), fields=self.fields_of_tuple(kind))
        if issubclass(kind, dict):
            return self.mapping(name, value)
        if issubclass(kind, (set, frozenset)):
            base = set if issubclass(kind, set) else frozenset
            return self.sequence(name, base.__iter__(value), base.__len__(value), "set")
        if kind is types.FunctionType:
            return self.function(value)
        if kind is types.MethodType:
            text = text_of_name(getattr(value.__func__, "__qualname__", "") if type(value.__func__) is types.FunctionType else "")
            return {"k": "function", "t": "method", "x": text, "e": [["self", self.value(value.__self__)]]}
        if issubclass(kind, type):
            return self.own_class(value)
        if name == "deque" and module_of(kind) == "collections":
            return self.sequence(name, kind.__iter__(value), kind.__len__(value))
        text = text_of(kind, value)
        fields = self.attributes(kind, value)
        if issubclass(kind, BaseException):
            return {"k": "object", "t": name, "x": cut(message_of(value)), "e": fields}
        if text is not None and not fields:
            return {"k": "text", "t": name, "x": text}
        return {"k": "object", "t": name, **({} if text is None else {"x": text}), "e": fields}

    def fields_of_tuple(self, kind):
        """The names of a named tuple's places."""
        names = names_of(kind).get("_fields") if "_fields" in names_of(kind) else None
        return names if type(names) is tuple and all(type(name) is str for name in names) else None

    def sequence(self, name, items, length, kind="list", fields=None):
        shown = [self.value(item) for item, _ in zip(items, range(ITEMS))]
        if fields and len(fields) == length <= ITEMS:
            return {"k": "object", "t": name, "e": [[field, item] for field, item in zip(fields, shown)]}
        return {"k": kind, "t": name, "i": shown, **self.rest(length)}

    def mapping(self, name, value):
        shown = [[self.key(key), self.value(item)] for (key, item), _ in zip(dict.items(value), range(ITEMS))]
        return {"k": "map", "t": name, "e": shown, **self.rest(dict.__len__(value))}

    def key(self, key):
        """A tuple of plain values is told as its text; anything else as a value."""
        if type(key) is tuple and len(key) <= 8:
            parts = [self.value(part) for part in key if type(part) in (str, int, *PLAIN)]
            if len(parts) == len(key):
                return "(%s%s)" % (", ".join(parts), "," if len(parts) == 1 else "")
        return self.value(key)

    def rest(self, length):
        if length <= ITEMS:
            return {}
        self.shortened = True
        return {"n": length}

    def function(self, value):
        code = value.__code__
        cells = zip(code.co_freevars, value.__closure__ or ())
        held = [[name, self.value(cell.cell_contents)] for name, cell in cells if has_contents(cell)]
        return {"k": "function", "t": "function", "x": cut(signature(value.__name__, code)), "e": held[:ITEMS]}

    def own_class(self, value):
        entries = [
            [cut(name), self.value(held)]
            for name, held in list(names_of(value).items())[:ITEMS]
            if type(name) is str and not is_special(name) and type(held) not in (types.GetSetDescriptorType, types.MemberDescriptorType)
        ]
        bases = ", ".join(name_of_type(base) for base in type.__dict__["__bases__"].__get__(value) if base is not object)
        name = name_of_type(value)
        return {"k": "class", "t": "class", "x": cut("%s(%s)" % (name, bases) if bases else name), "e": entries}

    def attributes(self, kind, value):
        held = {}
        for base in reversed(mro_of(kind)):
            names = names_of(base)
            found = names.get("__dict__")
            if type(found) is types.GetSetDescriptorType and base is not type:
                own = found.__get__(value)
                if type(own) is dict:
                    held.update(own)
            for name, descriptor in names.items():
                if type(descriptor) is types.MemberDescriptorType and module_of(base) != "builtins" and not is_special(name):
                    try:
                        held[name] = descriptor.__get__(value)
                    except AttributeError:
                        pass
        entries = [[cut(name), self.value(item)] for name, item in list(held.items())[:ITEMS] if type(name) is str]
        if len(held) > ITEMS:
            self.shortened = True
        return entries


def module_of(kind):
    name = module_of_type(kind)
    return name if type(name) is str else ""


def has_contents(cell):
    try:
        cell.cell_contents
    except ValueError:
        return False
    return True


def is_special(name):
    return name.startswith("__") and name.endswith("__")


def signature(name, code):
    count = code.co_argcount + code.co_kwonlyargcount
    names = list(code.co_varnames[:count])
    more = list(code.co_varnames[count:])
    if code.co_flags & 4 and more:
        names.append("*" + more.pop(0))
    if code.co_flags & 8 and more:
        names.append("**" + more.pop(0))
    return "%s(%s)" % (name, ", ".join(names))


def text_of_name(name):
    return cut(name) if type(name) is str else ""


def text_of(kind, value):
    """Of a kind whose text is found without the program's own code; None for all others."""
    if kind is bytes or kind is bytearray:
        return cut(repr(bytes(value[:TEXT])) + ("…" if len(value) > TEXT else ""))
    if kind is range or kind is slice and all(type(part) in (int, *PLAIN) for part in (value.start, value.stop, value.step)):
        return cut(repr(value))
    if kind in (types.GeneratorType, types.CoroutineType, types.AsyncGeneratorType):
        return cut(value.__name__)
    if issubclass(kind, int):
        return enum_name(kind, value) or whole(int.__index__(value))
    if issubclass(kind, float):
        return float.__repr__(value)
    if issubclass(kind, str):
        return enum_name(kind, value) or quoted(str.__str__(value))
    if module_of(kind) in ("datetime", "decimal") and kind in (vars(sys.modules[module_of(kind)]).get(name_of_type(kind)),):
        # Their text is C code's, unless a time zone of the program's own would have to be asked.
        zone = getattr(value, "tzinfo", None)
        return cut(str(value)) if zone is None or module_of(type(zone)) == "datetime" else None
    if module_of(kind) == "numpy" and name_of_type(kind) == "ndarray":
        return array_text(value)
    if module_of(kind).startswith("pandas.") and name_of_type(kind) in ("DataFrame", "Series"):
        return " × ".join(str(size) for size in value.shape)
    return enum_name(kind, value)


def enum_name(kind, value):
    enum = sys.modules.get("enum")
    if enum is None or not issubclass(kind, enum.Enum):
        return None
    name = object.__getattribute__(value, "__dict__").get("_name_")
    return "%s.%s" % (name_of_type(kind), name) if type(name) is str else None


def array_text(value):
    shape = " × ".join(str(size) for size in value.shape)
    head = "%s, %s" % (shape, value.dtype.name)
    if value.dtype.hasobject or value.size > 1000:
        return cut(head)
    return cut("%s: %s" % (head, value.tolist()))


def message_of(error):
    """What an exception says, without asking a class of the program's own."""
    args = args_of(error)
    if not all(type(part) in (str, int, *PLAIN) for part in args):
        return ""
    kind = type(error)
    if module_of(kind) == "builtins":
        return str(error)
    return str(args[0]) if len(args) == 1 else ""


def whole(value):
    if value.bit_length() <= BITS:
        return int.__repr__(value)
    return "<int, %d bits>" % value.bit_length()


def quoted(text):
    if len(text) <= TEXT:
        return plain(repr(text))
    return "%s… (%d)" % (plain(repr(text[:TEXT])), len(text))


def cut(text):
    return plain(text if len(text) <= TEXT else text[:TEXT] + "…")


def plain(text):
    """Half a surrogate pair is no character."""
    return text.encode("utf-8", "replace").decode()
