"""Finds out from the kernel whether a program waits for standard input.

No language is asked: /proc says in which system call each thread sleeps and on which descriptors
(proc(5): syscall, fd, fdinfo), so a child process, C code or a shell that reads is seen too.
"""

import os
import struct

from _runbay.processes import processes

EPOLLIN = POLLIN = 1

# System call numbers of the calls that wait for a descriptor (Linux headers, unistd.h of each machine).
CALLS = {
    "x86_64": {0: "read", 19: "read", 7: "poll", 271: "ppoll", 23: "select", 270: "select", 232: "epoll", 281: "epoll", 441: "epoll2"},
    "aarch64": {63: "read", 65: "read", 73: "ppoll", 72: "select", 22: "epoll", 441: "epoll2"},
}.get(os.uname().machine, {})


def wait_for(inode, ignored):
    """How some thread, in a process not among `ignored`, waits for the pipe of that inode.

    "blocked": for ever; "polling": with a time-out, after which it does something else; None: not at all.
    """
    pipe, found = "pipe:[%d]" % inode, None
    for pid in processes():
        if pid in ignored:
            continue
        try:
            for tid in os.listdir("/proc/%d/task" % pid):
                how = waits(pid, tid, pipe)
                if how == "blocked":
                    return how
                found = how or found
        except (OSError, ValueError, OverflowError):
            continue  # It ended while we looked.
    return found


def waits(pid, tid, pipe):
    with open("/proc/%d/task/%s/syscall" % (pid, tid)) as file:
        words = file.read().split()
    if len(words) < 7:  # "running"
        return None
    call, args = CALLS.get(int(words[0])), [int(word, 16) for word in words[1:7]]
    if call is None:
        return None
    fds, for_ever = CALL_FDS[call](pid, args)
    if not any(is_pipe(pid, fd, pipe) for fd in fds):
        return None
    return "blocked" if for_ever else "polling"


# For each call: the descriptors that it waits to read from, and whether it waits without a time-out.
CALL_FDS = {
    "read": lambda pid, args: ([args[0]], True),
    "poll": lambda pid, args: (polled(pid, args[0], args[1]), args[2] & 0xFFFFFFFF == 0xFFFFFFFF),
    "ppoll": lambda pid, args: (polled(pid, args[0], args[1]), args[2] == 0),
    "select": lambda pid, args: (selected(pid, args[1], args[0]), args[4] == 0),
    "epoll": lambda pid, args: (epolled(pid, args[0]), args[3] & 0xFFFFFFFF == 0xFFFFFFFF),
    "epoll2": lambda pid, args: (epolled(pid, args[0]), args[3] == 0),
}


def is_pipe(pid, fd, pipe):
    try:
        return os.readlink("/proc/%d/fd/%d" % (pid, fd)) == pipe
    except OSError:
        return False


def memory(pid, address, size):
    with open("/proc/%d/mem" % pid, "rb", buffering=0) as file:
        file.seek(address)
        return file.read(size)


def polled(pid, address, count):
    """The descriptors that poll(2) waits to read from: an array of {int fd; short events, revents}."""
    data = memory(pid, address, min(count, 64) * 8) if address else b""
    for fd, events, _ in struct.iter_unpack("<ihh", data):
        if fd >= 0 and events & POLLIN:
            yield fd


def selected(pid, address, count):
    """The descriptors in the read set of select(2): one bit each."""
    data = memory(pid, address, (min(count, 1024) + 63) // 64 * 8) if address else b""
    bits = int.from_bytes(data, "little")
    return [fd for fd in range(min(count, 1024)) if bits >> fd & 1]


def epolled(pid, epoll_fd):
    """The descriptors that an epoll instance watches for reading: lines `tfd: 0 events: 19 ...`."""
    with open("/proc/%d/fdinfo/%d" % (pid, epoll_fd)) as file:
        for line in file:
            words = line.split()
            if words and words[0] == "tfd:" and int(words[3], 16) & EPOLLIN:
                yield int(words[1])
