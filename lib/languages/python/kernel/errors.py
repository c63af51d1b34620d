"""Errors of Python programs, told with the user's own file and lines only; and what does not compile."""

import _ast
import importlib
import json
import os
import sys
import traceback
import warnings

import _runbay

from .results import shorten

WORKSPACE = os.getcwd()
MAIN = WORKSPACE + "/main.py"
SYSTEM_PATH = sys.path[:]  # In the agent, before the workspace is on it.
GUEST = os.path.dirname(os.path.dirname(os.path.abspath(_runbay.__file__))) + os.sep


def describe_error(error, cells):
    """The error without the frames that are ours: those before the first frame of the user's, and any of the guest."""
    first = error.__traceback__
    while first and not is_users(first.tb_frame.f_code.co_filename):
        first = first.tb_next
    described = {"name": type(error).__name__, "value": shorten(text_of(error))}
    load_ast()
    told = traceback.TracebackException(type(error), error, first, compact=True)
    remove_guest_frames(told)
    described["traceback"] = shorten("".join(told.format()))
    described.update(position(error, first, cells))
    return described


def load_ast():
    """For the marks under a line, which are left out where it cannot be had. Never the workspace's own ast.py."""
    if "ast" in sys.modules:
        return
    path = sys.path
    sys.path = SYSTEM_PATH
    try:
        importlib.import_module("ast")
    except Exception:
        pass  # Too many open files, perhaps.
    finally:
        sys.path = path


def remove_guest_frames(told):
    """In the error and in those it came from; without any frame there is no heading either."""
    left, seen = [told], set()
    while left:
        one = left.pop()
        if one is None or id(one) in seen:
            continue
        seen.add(id(one))
        users = [frame for frame in one.stack or [] if not frame.filename.startswith(GUEST)]
        one.stack = traceback.StackSummary.from_list(users) if users else None
        left += [one.__cause__, one.__context__, *(getattr(one, "exceptions", None) or [])]


def text_of(error):
    if isinstance(error, SyntaxError):
        return error.msg or ""
    try:
        return str(error)
    except Exception:
        return "<the message could not be shown>"


def is_users(file_name):
    return file_name.startswith(WORKSPACE + "/") or not file_name.startswith(("/", "<frozen"))


def position(error, frames, cells):
    """Line and column, from 1, of the last frame in what was run."""
    if isinstance(error, SyntaxError) and error.filename in cells and error.lineno:
        found = {"line": error.lineno}
        if error.offset:
            found["column"] = error.offset
        return found
    found = {}
    while frames:
        code = frames.tb_frame.f_code
        if code.co_filename in cells:
            found = {"line": frames.tb_lineno}
            column = column_of(code, frames.tb_lasti)
            if column is not None:
                lines = cells[code.co_filename]
                line = lines[frames.tb_lineno - 1] if frames.tb_lineno <= len(lines) else ""
                # Positions count UTF-8 bytes (PEP 657); people count characters.
                found["column"] = len(line.encode()[:column].decode("utf-8", "replace")) + 1
        frames = frames.tb_next
    return found


def column_of(code, instruction):
    positions = getattr(code, "co_positions", None)
    if positions is None or instruction < 0:
        return None
    for index, (_, _, column, _) in enumerate(positions()):
        if index == instruction // 2:
            return column
    return None


def check(code):
    """The problems that compiling finds, as a message for the server in JSON; the code is not run."""
    problems = []
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            compile(code, MAIN, "exec", _ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
        except SyntaxError as error:
            line, column = error.lineno or 1, error.offset or 1
            problems.append(
                {
                    "name": type(error).__name__,
                    "line": line,
                    "column": max(1, column),
                    "endLine": max(line, error.end_lineno or line),
                    "endColumn": max(column + 1, error.end_offset or 0),
                    "message": error.msg,
                    "severity": "error",
                }
            )
        except (ValueError, MemoryError, RecursionError) as error:
            message = str(error) or "The program is nested too deeply."
            problems.append(
                {"line": 1, "column": 1, "endLine": 1, "endColumn": 2, "message": message, "severity": "error"}
            )
    for warning in caught[:100]:
        problems.append(
            {
                "line": warning.lineno,
                "column": 1,
                "endLine": warning.lineno,
                "endColumn": 1000,
                "message": str(warning.message),
                "severity": "warning",
            }
        )
    return json.dumps({"t": "checked", "problems": problems}).encode()
