"""Values as results: every form that a value offers, by the display protocol of IPython and Jupyter."""

import base64
import builtins
import json
import re
import sys

TEXT_LIMIT = 64 * 1024
# One result; the server keeps a limit on all of a run's together.
ITEM_LIMIT = 4 * 1024 * 1024
TABLE_ROWS = 1000

FIELDS = {
    "text/plain": "text",
    "text/html": "html",
    "text/markdown": "markdown",
    "image/svg+xml": "svg",
    "text/latex": "latex",
    "image/png": "png",
    "image/jpeg": "jpeg",
    "application/json": "json",
}
# AgentBay's guide names versions 4 and 5 of Vega-Lite and 5 of Vega; the next ones read the same.
CHART = re.compile(r"application/vnd\.vega(?:lite)?\.v\d+(?:\+|\.)json$")

# Method of a value -> field of a result.
METHODS = {
    "_repr_html_": "html",
    "_repr_markdown_": "markdown",
    "_repr_svg_": "svg",
    "_repr_latex_": "latex",
    "_repr_png_": "png",
    "_repr_jpeg_": "jpeg",
    "_repr_json_": "json",
}


class Display:
    """`display(...)`, for programs that call it as in a notebook."""

    def __init__(self, send):
        self.send = send

    def install(self):
        builtins.display = self.display

    def display(self, *values, raw=False, include=None, exclude=None, metadata=None, **_):
        """Shows each value in every form it offers; with `raw` a value is a dictionary by MIME type."""
        for value in values:
            self.show(from_bundle(value) if raw else represent(value))

    def show(self, item):
        sys.stdout.flush()
        encoded = json.dumps(item, default=str)
        if len(encoded) > ITEM_LIMIT:
            encoded = json.dumps({"text": item.get("text", "") or "A result of more than 4 MiB is not shown."})
        self.send(encoded.encode())

    def show_main(self, value):
        self.show({**represent(value), "isMainResult": True})

    def show_open_figures(self):
        """What pyplot still holds at the end of a program, as a notebook shows it."""
        pyplot = sys.modules.get("matplotlib.pyplot")
        if pyplot and pyplot.get_fignums():
            pyplot.show()


def represent(value):
    """A value in every form it offers; a form that fails is left out."""
    item = {"text": shorten(repr(value))}
    if isinstance(value, type):
        return item
    bundle = call(value, "_repr_mimebundle_", include=None, exclude=None)
    for method, field in METHODS.items():
        form = call(value, method)
        if form is not None:
            item[field] = encoded(form)
    if isinstance(bundle, dict):
        item.update(from_bundle(bundle))
    if "matplotlib.figure" in sys.modules and isinstance(value, sys.modules["matplotlib.figure"].Figure):
        item["png"] = base64.b64encode(figure_png(value)).decode()
    if "pandas" in sys.modules:
        table = as_table(value)
        if table:
            item["table"] = table
    return item


def call(value, method, **arguments):
    function = getattr(value, method, None)
    if not callable(function):
        return None
    try:
        form = function(**arguments)
    except Exception:
        return None
    # Data and its metadata, which nobody here needs.
    return form[0] if isinstance(form, tuple) and form else form


def from_bundle(bundle):
    item = {}
    for mime, form in bundle.items():
        field = "chart" if CHART.match(mime) else FIELDS.get(mime)
        if field and form is not None:
            item[field] = shorten(form) if field == "text" else encoded(form)
    return item


def encoded(form):
    return base64.b64encode(form).decode() if isinstance(form, bytes) else form


def figure_png(figure):
    import io

    file = io.BytesIO()
    figure.savefig(file, format="png", bbox_inches="tight")
    return file.getvalue()


def as_table(value):
    """The first rows of a pandas frame or series as plain columns and rows, which a page can sort."""
    pandas = sys.modules["pandas"]
    if isinstance(value, pandas.Series):
        value = value.to_frame()
    if not isinstance(value, pandas.DataFrame):
        return None
    try:
        head = value.head(TABLE_ROWS)
        split = json.loads(head.to_json(orient="split", date_format="iso"))
        rows = [[name, *row] for name, row in zip(split["index"], split["data"])]
        index = [str(name or "") for name in (value.index.names if len(value.index.names) == 1 else [""])]
        columns = index + [" / ".join(map(str, c)) if isinstance(c, list) else str(c) for c in split["columns"]]
        rows = [[" / ".join(map(str, cell)) if isinstance(cell, list) else cell for cell in row] for row in rows]
        return {"columns": columns, "rows": rows, "rowCount": len(value)}
    except Exception:
        return None


def shorten(text):
    text = str(text)
    if len(text) <= TEXT_LIMIT:
        return text
    return text[:TEXT_LIMIT] + "… (%d characters in all)" % len(text)
