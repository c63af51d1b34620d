"""The part of IPython that programs in a notebook use to show things, without its shell.

The whole of IPython takes a third of a second to import and would print instead of displaying, since
no shell of its own runs here.
"""

__version__ = "0.0"


def get_ipython():
    """None: there is no IPython shell."""
    return None


def version_info():
    return (0, 0)
