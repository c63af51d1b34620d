"""The files of the workspace: those that come with a program, and what the server asks about the others.

Each request is carried out in a child of the agent, so that no pipe or slow folder that a program left
there can hold the agent. An answer is a line of JSON and, after it, bytes. Paths are relative to the
workspace and have been checked by the server; where links lead, the program could have gone itself.
"""

import base64
import errno
import json
import os
import stat

WORKSPACE = os.getcwd()
LIST_LIMIT = 1000
LIST_DEPTH = 8
OPEN_FLAGS = os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOFOLLOW


def answer(request):
    try:
        told, data = OPERATIONS[request["op"]](request)
    except OSError as error:
        told, data = {"error": errno.errorcode.get(error.errno, "EIO")}, b""
    return json.dumps(told).encode() + b"\n" + data


def list_files(_):
    """Without those whose names begin with a dot, and compiled Python."""
    found, left = [], [("", 0)]
    while left and len(found) <= LIST_LIMIT:
        folder, depth = left.pop()
        try:
            entries = list(os.scandir(os.path.join(WORKSPACE, folder)))
        except OSError:
            continue
        for entry in entries:
            path = folder + entry.name
            if entry.name.startswith(".") or entry.name == "__pycache__" or not is_text(path):
                continue
            if entry.is_dir(follow_symlinks=False):
                if depth + 1 < LIST_DEPTH:
                    left.append((path + "/", depth + 1))
            elif entry.is_file(follow_symlinks=False):
                facts = entry.stat(follow_symlinks=False)
                found.append({"path": path, "sizeBytes": facts.st_size, "modifiedAtMs": facts.st_mtime_ns // 1000000})
    found.sort(key=lambda file: file["path"])
    return {"files": found[:LIST_LIMIT], "truncated": len(found) > LIST_LIMIT}, b""


def is_text(name):
    try:
        name.encode()
        return True
    except UnicodeEncodeError:
        return False


def read_file(request):
    descriptor = os.open(place(request["path"]), os.O_RDONLY | OPEN_FLAGS)
    try:
        facts = os.fstat(descriptor)
        if not stat.S_ISREG(facts.st_mode):
            raise OSError(errno.ENOENT, "")
        data = os.pread(descriptor, request["limitBytes"], request["offset"])
    finally:
        os.close(descriptor)
    return {"sizeBytes": facts.st_size}, data


def append_file(request):
    """A piece of a file that arrives under a name of its own until it is whole."""
    data = base64.b64decode(request["data"])
    flags = os.O_WRONLY | os.O_CREAT | OPEN_FLAGS | (os.O_EXCL if request["offset"] == 0 else 0)
    descriptor = os.open(place(request["path"]), flags, 0o644)
    try:
        write_at(descriptor, data, request["offset"])
    finally:
        os.close(descriptor)
    return {}, b""


def write_at(descriptor, data, offset):
    while data:
        written = os.pwrite(descriptor, data, offset)
        data, offset = data[written:], offset + written


def move_file(request):
    old, new = place(request["path"]), place(request["to"])
    if not stat.S_ISREG(os.lstat(old).st_mode):
        raise OSError(errno.ENOENT, "")
    if not request["replace"] and os.path.lexists(new):
        raise OSError(errno.EEXIST, "")
    os.makedirs(os.path.dirname(new), exist_ok=True)
    os.rename(old, new)
    remove_empty_folders(old)
    return {}, b""


def delete_file(request):
    path = place(request["path"])
    os.unlink(path)
    remove_empty_folders(path)
    return {}, b""


def remove_empty_folders(path):
    folder = os.path.dirname(path)
    while folder.startswith(WORKSPACE + "/"):
        try:
            os.rmdir(folder)
        except OSError:
            return
        folder = os.path.dirname(folder)


def place(path):
    return os.path.join(WORKSPACE, path)


OPERATIONS = {
    "list": list_files,
    "read": read_file,
    "append": append_file,
    "move": move_file,
    "delete": delete_file,
}


class Sources:
    """The files that come with the programs of this session; what no longer comes is removed, if it is as it came."""

    def __init__(self):
        self.written = {}  # path -> what tells whether it is as it was written

    def write(self, files):
        """Writes what is not there already. Gives a sentence for each file that could not be written."""
        problems = []
        new = {file["path"] for file in files}
        for path in self.written.keys() - new:
            try:
                if facts_of(place(path)) == self.written[path]:
                    delete_file({"path": path})
            except OSError:
                pass  # The program has removed it, or put a folder in its place.
        self.written = {}
        for file in files:
            path = place(file["path"])
            try:
                write_source(path, file["text"].encode())
                self.written[file["path"]] = facts_of(path)
            except OSError as error:
                problems.append("%s could not be written: %s.\n" % (file["path"], os.strerror(error.errno)))
        return problems


def facts_of(path):
    facts = os.lstat(path)
    return facts.st_ino, facts.st_size, facts.st_mtime_ns


def write_source(path, data):
    """An unchanged file keeps its time. A link or a pipe under this name is not followed."""
    if is_same(path, data):
        return
    os.makedirs(os.path.dirname(path), exist_ok=True)
    try:
        os.unlink(path)
    except FileNotFoundError:
        pass
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | OPEN_FLAGS, 0o644)
    try:
        write_at(descriptor, data, 0)
    finally:
        os.close(descriptor)


def is_same(path, data):
    try:
        facts = os.lstat(path)
        if not stat.S_ISREG(facts.st_mode) or facts.st_size != len(data):
            return False
        descriptor = os.open(path, os.O_RDONLY | OPEN_FLAGS)
        try:
            return os.read(descriptor, len(data) + 1) == data
        finally:
            os.close(descriptor)
    except OSError:
        return False
