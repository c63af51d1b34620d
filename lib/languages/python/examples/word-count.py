# Which words does a text use most? Counter does the counting.
import re
from collections import Counter

TEXT = """
The sea was calm and the sun was low. The boat left the bay,
and the bay was quiet again. Nobody saw the boat come back,
but in the morning the boat was there.
"""

# Words are runs of letters; upper and lower case count as one.
words = re.findall(r"[a-z]+", TEXT.lower())
counts = Counter(words)

print(f"{len(words)} words, {len(counts)} of them different\n")

for word, count in counts.most_common(5):
    # A bar as long as the count: text can be a chart, too.
    print(f"{word:>5} {'█' * count} {count}")

longest = max(counts, key=len)
print(f"\nThe longest word is {longest!r}.")
