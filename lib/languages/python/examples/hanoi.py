# The towers of Hanoi: move a tower, one disc at a time, and
# never put a larger disc on a smaller one.

DISCS = 3
pegs = {"left": list(range(DISCS, 0, -1)), "middle": [], "right": []}
moves = 0


def show():
    for name, discs in pegs.items():
        print(f"  {name:<7}", *discs)


def move_tower(height, start, goal, spare):
    """A tower is a smaller tower on top of one disc."""
    global moves
    if height == 0:
        return  # Nothing to do: here the recursion ends.
    move_tower(height - 1, start, spare, goal)  # Out of the way
    disc = pegs[start].pop()
    pegs[goal].append(disc)
    moves += 1
    print(f"{moves}. disc {disc}: {start} -> {goal}")
    move_tower(height - 1, spare, goal, start)  # And on top


show()
move_tower(DISCS, "left", "right", "middle")
show()

# Each disc more doubles the work.
print(f"{moves} moves; {2**64 - 1:,} for 64 discs")
