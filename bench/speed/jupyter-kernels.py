"""Jupyter kernels for the bench: starts them, runs programs in them, tells how long each took (driven.mjs)."""

import asyncio
import json
import sys
import time

from jupyter_client.asynchronous import AsyncKernelClient  # noqa: F401 Debian's manager needs it imported
from jupyter_client.manager import AsyncKernelManager


async def start():
    manager = AsyncKernelManager(kernel_name="python3")
    await manager.start_kernel(stderr=asyncio.subprocess.DEVNULL)
    client = manager.client()
    client.start_channels()
    await client.wait_for_ready(timeout=60)
    return manager, client


async def run(client, code):
    begin = time.perf_counter()
    first, size, head = None, 0, ""
    sent = client.execute(code)
    while True:
        message = await client.get_iopub_msg()
        if message["parent_header"].get("msg_id") != sent:
            continue
        kind, content = message["msg_type"], message["content"]
        if kind == "stream":
            first = first or time.perf_counter() - begin
            size += len(content["text"])
            head = head or content["text"][:99]
        elif kind == "error":
            return {"problem": content["evalue"]}
        elif kind == "status" and content["execution_state"] == "idle":
            took = time.perf_counter() - begin
            if not head.startswith(("42", "x" * 50)):
                return {"problem": "printed %r" % head}
            return {"ms": took * 1000, "firstMs": (first or took) * 1000, "bytes": size}


class Kernels:
    def __init__(self):
        self.started = []

    async def answer(self, question):
        if question["ask"] == "open":
            self.started.append(await start())
            return {"kernel": len(self.started) - 1, "pid": self.started[-1][0].provisioner.pid}
        manager, client = self.started[question["kernel"]]
        if question["ask"] == "close":
            client.stop_channels()
            await manager.shutdown_kernel(now=True)
            return {}
        return await run(client, question["code"])

    async def reply(self, question):
        try:
            found = await self.answer(question)
        except Exception as error:
            found = {"problem": "%s: %s" % (type(error).__name__, error)}
        print(json.dumps({"id": question["id"], **found}), flush=True)


async def main():
    kernels, loop, tasks = Kernels(), asyncio.get_running_loop(), set()
    reader = asyncio.StreamReader(limit=1 << 20)
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := await reader.readline():
        task = asyncio.create_task(kernels.reply(json.loads(line)))
        tasks.add(task)
        task.add_done_callback(tasks.discard)
    for manager, _ in kernels.started:
        await manager.shutdown_kernel(now=True)


asyncio.run(main())
