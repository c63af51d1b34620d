# One cook, three dishes. While one is in the oven, the cook
# looks after the others: that is what asyncio does.
import asyncio
import time

started = time.perf_counter()


def tell(text):
    passed = time.perf_counter() - started
    print(f"{passed:.1f} s  {text}", flush=True)


async def cook(dish, seconds):
    tell(f"{dish}: started")
    # await gives the others a turn until the time is over.
    await asyncio.sleep(seconds)
    tell(f"{dish}: ready")
    return dish


async def main():
    # gather starts all of them and waits for the last one.
    dishes = await asyncio.gather(
        cook("soup", 0.6),
        cook("bread", 0.9),
        cook("salad", 0.3),
    )
    print("Served:", ", ".join(dishes))


asyncio.run(main())

passed = time.perf_counter() - started
print(f"Alone: {0.6 + 0.9 + 0.3:.1f} s, together: {passed:.1f} s")
