# A class of your own that works with + and *.
from dataclasses import dataclass
from math import hypot


# A dataclass writes __init__, __repr__ and __eq__ by itself;
# frozen means that a vector never changes.
@dataclass(frozen=True)
class Vector:
    x: float
    y: float

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor)

    @property
    def length(self):
        return hypot(self.x, self.y)


boat = Vector(3, 4)
wind = Vector(1, -2)

print(boat + wind)  # Calls __add__
print(boat * 2)  # Calls __mul__
print("length:", boat.length)
print("equal: ", Vector(1, 2) == Vector(1, 2))

# Frozen objects can be members of sets and keys of dictionaries.
print("in set:", Vector(3, 4) in {boat, wind})

try:
    boat.x = 10
except AttributeError as error:
    print("Not allowed:", error)
