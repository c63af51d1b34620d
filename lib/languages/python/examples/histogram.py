# Throw two dice very often: which sums come up most?
import matplotlib.pyplot as plt
import numpy as np

THROWS = 10_000

# A seeded generator gives the same dice in each run.
dice = np.random.default_rng(seed=1)
sums = dice.integers(1, 7, THROWS) + dice.integers(1, 7, THROWS)

# unique gives the different sums and how often each was there.
values, counts = np.unique(sums, return_counts=True)

# What theory says: 7 can be made in six ways, 12 in only one.
ways = 6 - np.abs(values - 7)
expected = THROWS * ways / 36

figure, axes = plt.subplots(figsize=(7, 3.5))
axes.bar(values, counts, color="#2a9d8f", label="thrown")
axes.plot(values, expected, "o-", color="#e76f51", label="expected")
axes.set_title(f"The sum of two dice, {THROWS:,} times")
axes.set_xticks(values)
axes.legend()
plt.show()

print("Most often:", values[counts.argmax()])
