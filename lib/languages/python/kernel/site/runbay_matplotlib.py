"""Matplotlib's backend here (MPLBACKEND): `plt.show()` gives each open figure as a picture."""

import base64
import builtins

from matplotlib import pyplot
from matplotlib.backends.backend_agg import FigureCanvasAgg as FigureCanvas  # noqa: F401 what a backend must have


def show(*_args, **_options):
    from _runbay.languages.python.results import figure_png

    for number in pyplot.get_fignums():
        figure = pyplot.figure(number)
        picture = base64.b64encode(figure_png(figure)).decode()
        builtins.display({"text/plain": repr(figure), "image/png": picture}, raw=True)
    pyplot.close("all")
