# Conway's Game of Life: a cell lives on with two or three
# neighbours, and is born where there are exactly three.
import time
from collections import Counter

WIDTH, HEIGHT = 32, 12
GENERATIONS = 40

# A glider: five cells that walk across the board for ever.
cells = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}


def next_generation(cells):
    # Each cell tells its eight neighbours "I am here".
    neighbours = Counter(
        ((x + dx) % WIDTH, (y + dy) % HEIGHT)
        for x, y in cells
        for dx in (-1, 0, 1)
        for dy in (-1, 0, 1)
        if (dx, dy) != (0, 0)
    )
    return {
        cell
        for cell, count in neighbours.items()
        if count == 3 or (count == 2 and cell in cells)
    }


for generation in range(1, GENERATIONS + 1):
    if generation > 1:
        # Move the cursor up again, to draw over the old board.
        print(f"\033[{HEIGHT + 1}A", end="")
    for y in range(HEIGHT):
        print("".join("██" if (x, y) in cells else "· " for x in range(WIDTH)))
    print(f"Generation {generation}: {len(cells)} cells", flush=True)
    cells = next_generation(cells)
    time.sleep(0.08)
