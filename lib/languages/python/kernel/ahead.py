"""What the programs of a session import and takes long to load: a kernel that waits for its program loads it before.

Only from the system's folders, which nobody can write to, and in the process that the program will have: so
each fresh run finds the modules as an import leaves them.
"""

import gc
import importlib
import os
import re
import select
import sys

from .errors import WORKSPACE

# A word of the import line -> the modules that it is about to need.
HEAVY = {
    "numpy": ("numpy",),
    "pandas": ("numpy", "pandas"),
    "matplotlib": ("numpy", "matplotlib.pyplot"),
    "pylab": ("numpy", "matplotlib.pyplot"),
}
IMPORT_LINE = re.compile(r"^[ \t]*(?:import|from)[ \t]+([^\n#]+)", re.MULTILINE)
WORD = re.compile(r"\w+")
PACKAGE_FILES = ("__init__.py", "__init__.pyc")
# What is only made ready for later waits while more than so many threads want each processor, and looks again then.
CROWD, LOOK_S = 2, 1
# Where matplotlib keeps its list of fonts, and where the server has put one that it has made (fonts.py).
FONT_LIST, MADE_FONT_LIST = os.environ.get("MPLCONFIGDIR"), os.path.join(os.path.dirname(os.path.abspath(__file__)), "fonts")

# Top-level names that were loaded here.
loaded = set()


def heavy_imports(sources):
    """In the agent: the modules of HEAVY that these programs name in their imports, in the order to load them."""
    words = {word for source in sources for line in IMPORT_LINE.findall(source) for word in WORD.findall(line)}
    modules = [module for name, needed in HEAVY.items() if name in words for module in needed]
    return tuple(dict.fromkeys(modules))


def load(modules, command_fd):
    """In a kernel that waits. A program that comes meanwhile does not wait for more than the module that is being loaded."""
    before = set(sys.modules)
    path = sys.path[:]
    sys.path[:] = [folder for folder in path if folder != WORKSPACE]
    os.chdir("/")  # Libraries look for their settings in the folder where they are loaded.
    streams = silence()
    try:
        for name in modules:
            while not (has_come := select.select([command_fd], [], [], 0)[0]) and is_crowded():
                select.select([command_fd], [], [], LOOK_S)
            if has_come:
                break
            try:
                importlib.import_module(name)
            except Exception:
                pass  # The program that imports it is told.
    finally:
        restore(streams)
        os.chdir(WORKSPACE)
        sys.path[:] = path
        sys.path_importer_cache.pop(WORKSPACE, None)
    loaded.update(name.partition(".")[0] for name in sys.modules.keys() - before)
    gc.collect()
    gc.freeze()


def is_crowded():
    """Of the whole machine: the fourth word of /proc/loadavg is `running/all` (proc(5))."""
    try:
        with open("/proc/loadavg") as file:
            running = int(file.read().split()[3].partition("/")[0])
        return running > CROWD * len(os.sched_getaffinity(0))
    except (OSError, ValueError, IndexError):
        return False


def place_font_list():
    """In the agent: without it each new session would look through all fonts at its first drawing."""
    try:
        for name in os.listdir(MADE_FONT_LIST):
            with open(os.path.join(MADE_FONT_LIST, name), "rb") as made:
                os.makedirs(FONT_LIST, exist_ok=True)
                with open(os.path.join(FONT_LIST, name), "xb") as file:
                    file.write(made.read())
    except (OSError, TypeError):
        pass  # Not made yet, or there already: matplotlib makes its own.


def silence():
    """What a library says while it is loaded belongs to no program."""
    kept = [(fd, os.dup(fd)) for fd in (1, 2)]
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for fd, _ in kept:
        os.dup2(nowhere, fd)
    os.close(nowhere)
    return kept


def restore(kept):
    for fd, copy in kept:
        os.dup2(copy, fd)
        os.close(copy)


def unload_shadowed():
    """Before a program: a file of its workspace comes before a module of the same name, and its settings hold."""
    try:
        with os.scandir(WORKSPACE) as entries:
            names = {name for name in map(importable, entries) if name in loaded}
    except OSError:
        return
    for module in list(sys.modules):
        if module.partition(".")[0] in names:
            del sys.modules[module]
    settings = os.path.join(WORKSPACE, "matplotlibrc")
    if "matplotlib" in sys.modules and os.path.exists(settings):
        try:
            sys.modules["matplotlib"].rc_file(settings)
        except Exception:
            pass  # As at its import, it is not the program's failure.


def importable(entry):
    name, _, ending = entry.name.partition(".")
    if ending:
        return name if ending == "py" or ending.endswith("so") else None
    return name if any(os.path.exists(os.path.join(entry.path, file)) for file in PACKAGE_FILES) else None
