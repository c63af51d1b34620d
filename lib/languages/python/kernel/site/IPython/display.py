"""The display objects of IPython.display: each holds data and says its MIME type."""

import builtins
import json as _json

__all__ = ["HTML", "Image", "JSON", "Latex", "Markdown", "Math", "Pretty", "SVG", "Code", "clear_output", "display"]


def display(*values, **options):
    builtins.display(*values, **options)


def display_html(*values, **options):
    display(*values, **options)


def clear_output(wait=False):
    """A console keeps what was printed; nothing is cleared."""


class DisplayObject:
    mime = "text/plain"
    mode = "r"

    def __init__(self, data=None, url=None, filename=None, metadata=None):
        if data is None and filename is not None:
            with open(filename, self.mode) as file:
                data = file.read()
        if data is None and url is not None:
            raise ValueError("%s(url=...): programs here have no network; give data or a filename" % type(self).__name__)
        self.data, self.filename, self.metadata = data, filename, metadata or {}

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {self.mime: self.data}

    def __repr__(self):
        return "<%s object>" % type(self).__name__


class Pretty(DisplayObject):
    def __repr__(self):
        return str(self.data)


class HTML(DisplayObject):
    mime = "text/html"


class Markdown(DisplayObject):
    mime = "text/markdown"


class Latex(DisplayObject):
    mime = "text/latex"


class Math(Latex):
    def __init__(self, data=None, **options):
        super().__init__(data, **options)
        self.data = "$\\displaystyle %s$" % str(self.data).strip("$")


class SVG(DisplayObject):
    mime = "image/svg+xml"


class Code(DisplayObject):
    def __init__(self, data=None, language="", **options):
        super().__init__(data, **options)
        self.language = language

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {"text/plain": self.data, "text/markdown": "```%s\n%s\n```" % (self.language or "", self.data)}


class JSON(DisplayObject):
    mime = "application/json"

    def __init__(self, data=None, **options):
        options.pop("expanded", None)
        options.pop("root", None)
        super().__init__(data, **options)
        if isinstance(self.data, str):
            self.data = _json.loads(self.data)


class Image(DisplayObject):
    mode = "rb"

    def __init__(self, data=None, url=None, filename=None, format=None, width=None, height=None, **options):
        options.pop("embed", None)
        super().__init__(data, url, filename)
        jpeg = bytes(self.data[:2]) == b"\xff\xd8" if isinstance(self.data, (bytes, bytearray)) else False
        kind = (format or ("jpeg" if jpeg else "png")).lower()
        self.mime = "image/jpeg" if kind in ("jpg", "jpeg") else "image/png"
        if isinstance(self.data, bytearray):
            self.data = bytes(self.data)
