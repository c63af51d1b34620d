# Find pi by throwing darts: the part of them that lands in the
# quarter circle is pi / 4.
import random

# With a seed the "random" numbers are the same in each run.
# Take the line away and watch the results change.
random.seed(2026)

hits = 0
throws = 0

for goal in (100, 1_000, 10_000, 100_000, 1_000_000):
    while throws < goal:
        x, y = random.random(), random.random()
        # Pythagoras: is the dart within 1 of the corner?
        if x * x + y * y <= 1:
            hits += 1
        throws += 1
    estimate = 4 * hits / throws
    print(f"{throws:>9,} darts: pi is about {estimate:.4f}")
