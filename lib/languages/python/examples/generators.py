# A generator makes its values one by one, when they are asked
# for. So it may go on for ever without filling the memory.
from itertools import islice, takewhile


def fibonacci():
    a, b = 0, 1
    while True:
        yield a  # Hand out a value and pause here.
        a, b = b, a + b


print("First ten:", list(islice(fibonacci(), 10)))

# Generators can be put one after the other like pipes: nothing
# is computed before the end of the pipe asks for it.
small = takewhile(lambda n: n < 4_000_000, fibonacci())
even = (n for n in small if n % 2 == 0)
print("Sum of the even ones below 4 million:", sum(even))


def countdown(start):
    print("(the countdown begins)")
    while start > 0:
        yield start
        start -= 1


numbers = countdown(3)  # Nothing has been printed yet.
print("Ready")
print(next(numbers))  # Runs to the first yield.
print(next(numbers))
print("What is left:", list(numbers))
