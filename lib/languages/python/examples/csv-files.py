# Write a file, read it again, and sum it up.
import csv
from collections import defaultdict
from pathlib import Path

path = Path("harvest.csv")

# "with" closes the file, whatever happens inside.
with path.open("w", newline="") as file:
    writer = csv.writer(file)
    writer.writerow(["fruit", "month", "kilos"])
    writer.writerows(
        [
            ["apples", "August", 120],
            ["pears", "August", 80],
            ["apples", "September", 240],
            ["plums", "September", 65],
            ["pears", "September", 110],
        ]
    )

print(f"{path} has {path.stat().st_size} bytes.\n")

# DictReader gives each row as a dictionary. All of it is text,
# so numbers have to be made from it.
totals = defaultdict(int)
with path.open(newline="") as file:
    for row in csv.DictReader(file):
        totals[row["fruit"]] += int(row["kilos"])

for fruit, kilos in sorted(totals.items()):
    print(f"{fruit:<8}{kilos:>5} kg")
print(f"{'total':<8}{sum(totals.values()):>5} kg")
