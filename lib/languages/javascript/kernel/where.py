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
# How long variables are looked at: the server waits half a second for all of it.
STATE_S = 0.2
FRAMES, NAMES, TEXT = 20, 60, 120
SCOPES = ("local", "block", "closure", "catch", "script")


def find(pid, port):
    """`line`, from 1, and `state`, its calls with their variables; nothing where it waited or could not be asked."""
    os.kill(pid, signal.SIGUSR1)
    try:
        path = debugger_path(port)
        return paused_place(path, port) if path else {}
    except (OSError, ValueError, http.client.HTTPException):
        return {}


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


def paused_place(path, port):
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
                frames = [
                    frame
                    for frame in message["params"]["callFrames"]
                    if PROGRAM.match(urls.get(frame["location"]["scriptId"], ""))
                ]
                if not frames:
                    return {}
                line = frames[0]["location"]["lineNumber"] + 1
                return {"line": line, "state": state_of(frames, urls, Asker(connection, stream))}


class Asker:
    """Asks the inspector one thing after the other, for a short time only."""

    def __init__(self, connection, stream):
        self.connection, self.stream, self.number = connection, stream, 10
        self.deadline = time.monotonic() + STATE_S

    def properties(self, object_id):
        if time.monotonic() > self.deadline:
            return []
        self.number += 1
        given = {"objectId": object_id, "ownProperties": True, "generatePreview": True}
        send(self.connection, {"id": self.number, "method": "Runtime.getProperties", "params": given})
        while True:
            message = receive(self.stream)
            if message.get("id") == self.number:
                return message.get("result", {}).get("result", [])


def state_of(frames, urls, asker):
    """The frames, innermost first as they are given, as one step (lib/steps/guest-steps.ts)."""
    stack, told, boxes = [], {}, {}
    hidden = max(0, len(frames) - FRAMES)
    for number, frame in enumerate(frames[:FRAMES], 1):
        scopes = [scope for scope in frame["scopeChain"] if scope["type"] in SCOPES]
        is_main = not any(scope["type"] == "local" for scope in scopes)
        names = {}
        for scope in reversed(scopes):
            if scope["type"] == "script" and not is_main:
                continue
            for found in asker.properties(scope["object"]["objectId"]):
                if "value" in found and len(names) < NAMES:
                    names[found["name"][:TEXT]] = value_of(found["value"], boxes)
        file = urls[frame["location"]["scriptId"]].rsplit("/", 1)[-1]
        told[number] = {
            "n": "main" if is_main else frame["functionName"][:TEXT] or "ƒ",
            "k": "main" if is_main else "function",
            "p": file,
            "v": [[name, value] for name, value in names.items()],
        }
        stack.insert(0, [number, frame["location"]["lineNumber"] + 1])
    state = {"e": "line", "s": stack, "o": [0, 0], "f": told, "h": boxes}
    return {**state, "c": hidden} if hidden else state


def value_of(remote, boxes):
    """Text, or the number of a box, which holds what the inspector shows of an object at first sight."""
    kind = remote["type"]
    if kind == "string":
        return json.dumps(remote["value"][:TEXT], ensure_ascii=False) + ("…" if len(remote["value"]) > TEXT else "")
    if kind == "function":
        return "<function>"
    preview = remote.get("preview")
    if kind != "object" or remote.get("subtype") == "null" or preview is None:
        return str(remote.get("description", json.dumps(remote.get("value"))) if kind != "undefined" else kind)[:TEXT]
    number = len(boxes) + 1
    shown = [(one["name"][:TEXT], (one.get("value") or one["type"])[:TEXT]) for one in preview["properties"]]
    box = {"t": remote.get("className", "Object")[:TEXT]}
    if remote.get("subtype") in ("array", "typedarray"):
        box.update(k="list", i=[text for _, text in shown])
    elif "entries" in preview:
        pairs = [(one.get("key", {}), one["value"]) for one in preview["entries"]]
        box.update(k="map", e=[[str(key.get("description", ""))[:TEXT], str(held.get("description", ""))[:TEXT]] for key, held in pairs])
    else:
        box.update(k="object", e=[list(pair) for pair in shown])
    if preview.get("overflow"):
        match = re.search(r"\((\d+)\)$", remote.get("description", ""))
        if match:
            box["n"] = int(match[1])
    boxes[number] = box
    return number


def send(connection, message):
    """One masked text frame (RFC 6455, section 5.2); the mask may be zero."""
    data = json.dumps(message).encode()
    size = bytes([0x80 | len(data)]) if len(data) < 126 else bytes([0x80 | 126]) + struct.pack(">H", len(data))
    connection.sendall(b"\x81" + size + bytes(4) + data)


def receive(stream):
    size = stream.read(2)[1] & 127
    if size == 126:
        size = struct.unpack(">H", stream.read(2))[0]
    elif size == 127:
        size = struct.unpack(">Q", stream.read(8))[0]
    return json.loads(stream.read(size))
