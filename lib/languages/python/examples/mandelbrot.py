# The Mandelbrot set, drawn with letters.
# A point belongs to it when z = z * z + c stays small for ever.

WIDTH, HEIGHT = 60, 22
SHADES = " .:-=+*#%@"  # From "escapes at once" to "stays".
MAX_STEPS = 50


def steps_until_escape(c):
    z = 0
    for step in range(MAX_STEPS):
        # Beyond a distance of 2 a point never comes back.
        if abs(z) > 2:
            return step
        z = z * z + c
    return MAX_STEPS


for row in range(HEIGHT):
    line = ""
    for column in range(WIDTH):
        # Python knows complex numbers: one holds x and y together.
        x = -2.1 + 2.8 * column / (WIDTH - 1)
        y = -1.2 + 2.4 * row / (HEIGHT - 1)
        steps = steps_until_escape(complex(x, y))
        shade = steps * (len(SHADES) - 1) // MAX_STEPS
        line += SHADES[shade]
    print(line.rstrip())
