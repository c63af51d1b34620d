"""Looks after the workspace of a session that we reach by run_code alone.

Runs in the session's Python, beside the user's names, in a namespace of its own that already holds
`files.py` of the local sandbox. `_runbay_ask` gives a line of JSON and, after it, bytes.
"""

import os
import re
import zipfile

PACK = "/tmp/.runbay-pack"
PROGRAM = re.compile(r"(?:main|cell-\d+)\.\w+$")
if os.path.isdir("/workspace"):
    WORKSPACE = "/workspace"


def ask(request):
    return answer(request)  # noqa: F821: of files.py


def write_sources(request):
    """`written`: what an earlier call gave, so that what no longer comes can go."""
    sources = Sources()  # noqa: F821
    sources.written = {path: tuple(map(int, facts.split(":"))) for path, facts in request["written"].items()}
    problems = sources.write(request["files"])
    written = {path: "%d:%d:%d" % facts for path, facts in sources.written.items()}
    return {"problems": problems, "written": written}, b""


def pack(request):
    """What is worth taking along into a new session, as a zip file; not the programs, nor their unchanged sources."""
    found, size = [], 0
    for folder, names, files in os.walk(WORKSPACE):
        names[:] = [name for name in names if name != "__pycache__"]
        for name in files:
            path = os.path.join(folder, name)
            known = os.path.relpath(path, WORKSPACE)
            if os.path.islink(path) or not os.path.isfile(path) or PROGRAM.match(known):
                continue
            if request["written"].get(known) == "%d:%d:%d" % facts_of(path):  # noqa: F821
                continue
            found.append((path, known))
            size += os.path.getsize(path)
    if size > request["limitBytes"] or len(found) > 5000:
        return {"sizeBytes": size, "packBytes": -1}, b""
    if not found:
        return {"sizeBytes": 0, "packBytes": 0}, b""
    with zipfile.ZipFile(PACK, "w", zipfile.ZIP_DEFLATED, strict_timestamps=False) as archive:
        for path, known in found:
            archive.write(path, known)
    return {"sizeBytes": size, "packBytes": os.path.getsize(PACK)}, b""


def unpack(_):
    with zipfile.ZipFile(PACK) as archive:
        archive.extractall(WORKSPACE)
    os.unlink(PACK)
    return {}, b""


OPERATIONS.update({"sources": write_sources, "pack": pack, "unpack": unpack})  # noqa: F821
