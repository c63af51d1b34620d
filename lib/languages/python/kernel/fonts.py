"""Makes matplotlib's list of fonts, on the host: `fonts.py FOLDER`. The folder is there once the list is in it."""

import json
import os
import shutil
import sys
import tempfile


def main(folder):
    made = tempfile.mkdtemp(dir=os.path.dirname(folder))
    try:
        os.environ["MPLCONFIGDIR"] = made
        import matplotlib.font_manager  # noqa: F401 its import makes the list

        for name in os.listdir(made):
            keep_seen(os.path.join(made, name))
        os.chmod(made, 0o755)
        os.rename(made, folder)
    finally:
        shutil.rmtree(made, ignore_errors=True)


def keep_seen(path):
    with open(path) as file:
        found = json.load(file)
    for kind in ("ttflist", "afmlist"):
        found[kind] = [font for font in found[kind] if is_seen(font["fname"])]
    with open(path, "w") as file:
        json.dump(found, file)
    os.chmod(path, 0o644)


def is_seen(path):
    """Those of matplotlib itself have paths in its folder; of the others a sandbox sees the system's."""
    return not os.path.isabs(path) or path.startswith("/usr/")


main(sys.argv[1])
