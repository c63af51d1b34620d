"""Asks a Node.js process which line of the user's program it is in, through V8's inspector.

SIGUSR1 makes Node listen (nodejs.org/api/debugger.html); `Debugger.pause` then stops even a busy loop
and names its frames. Runs in a helper process of the agent, which gives it two seconds.
"""

import http.client
import json
import os
import re
import signal
import socket
import struct
import time

PROGRAM = re.compile(r"%s/(?:main|cell-\d+)\.[jt]s$" % re.escape(os.getcwd()))
ANSWER_S = 0.4


def find(pid, port):
    """The line, from 1, or None where no line was running (it waited) or none could be found."""
    os.kill(pid, signal.SIGUSR1)
    try:
        path = debugger_path(port)
        return paused_line(path, port) if path else None
    except (OSError, ValueError, http.client.HTTPException):
        return None


def debugger_path(port):
    deadline = time.monotonic() + ANSWER_S
    while time.monotonic() < deadline:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=ANSWER_S)
            connection.request("GET", "/json/list")
            targets = json.loads(connection.getresponse().read())
            return "/" + targets[0]["webSocketDebuggerUrl"].split("/", 3)[3]
        except ConnectionRefusedError:
            time.sleep(0.003)  # The listener starts in a thread of its own.
    return None


def paused_line(path, port):
    with socket.create_connection(("127.0.0.1", port), ANSWER_S) as connection:
        connection.sendall(
            (
                "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                "Sec-WebSocket-Key: cnVuYmF5LXJ1bmJheS1ydQ==\r\nSec-WebSocket-Version: 13\r\n\r\n" % path
            ).encode()
        )
        stream = connection.makefile("rb")
        while stream.readline().strip():
            pass
        send(connection, {"id": 1, "method": "Debugger.enable"})
        send(connection, {"id": 2, "method": "Debugger.pause"})
        urls = {}
        while True:
            message = receive(stream)
            if message.get("method") == "Debugger.scriptParsed":
                urls[message["params"]["scriptId"]] = message["params"]["url"]
            elif message.get("method") == "Debugger.paused":
                for frame in message["params"]["callFrames"]:
                    if PROGRAM.match(urls.get(frame["location"]["scriptId"], "")):
                        return frame["location"]["lineNumber"] + 1
                return None


def send(connection, message):
    """One masked text frame of less than 126 bytes (RFC 6455, section 5.2); the mask may be zero."""
    data = json.dumps(message).encode()
    connection.sendall(bytes([0x81, 0x80 | len(data), 0, 0, 0, 0]) + data)


def receive(stream):
    size = stream.read(2)[1] & 127
    if size == 126:
        size = struct.unpack(">H", stream.read(2))[0]
    elif size == 127:
        size = struct.unpack(">Q", stream.read(8))[0]
    return json.loads(stream.read(size))
