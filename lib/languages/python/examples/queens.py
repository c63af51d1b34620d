# Eight queens on a chess board, none of which attacks another.
# Backtracking: try a place, go on, take it back if that fails.

SIZE = 8


def is_safe(queens, column):
    row = len(queens)
    for other_row, other_column in enumerate(queens):
        same_column = other_column == column
        same_diagonal = abs(other_column - column) == row - other_row
        if same_column or same_diagonal:
            return False
    return True


def solutions(queens=()):
    """All ways to complete a board; one queen in each row."""
    if len(queens) == SIZE:
        yield queens
        return
    for column in range(SIZE):
        if is_safe(queens, column):
            # Everything that the longer board yields, we yield.
            yield from solutions((*queens, column))


found = list(solutions())
for column in found[0]:
    print(" ".join("♛" if c == column else "·" for c in range(SIZE)))

print(f"\nThis is one of {len(found)} solutions.")
