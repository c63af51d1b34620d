"""Values as results: every form that a value offers, by the display protocol of IPython and Jupyter."""

import base64

TEXT_LIMIT = 64 * 1024

# Method of a value -> field of a result.
REPRESENTATIONS = {
    "_repr_html_": "html",
    "_repr_markdown_": "markdown",
    "_repr_svg_": "svg",
    "_repr_latex_": "latex",
    "_repr_png_": "png",
    "_repr_jpeg_": "jpeg",
    "_repr_json_": "json",
}


def represent(value):
    """A value in every form it offers; each form is cut or left out where it is too large."""
    item = {"text": shorten(repr(value))}
    if isinstance(value, type):
        return item
    for method, field in REPRESENTATIONS.items():
        function = getattr(value, method, None)
        if not callable(function):
            continue
        try:
            form = function()
        except Exception:
            continue
        if isinstance(form, tuple):
            form = form[0]
        if form is None:
            continue
        if isinstance(form, bytes):
            form = base64.b64encode(form).decode()
        item[field] = form
    return item


def shorten(text):
    if len(text) <= TEXT_LIMIT:
        return text
    return text[:TEXT_LIMIT] + "… (%d characters in all)" % len(text)
