"""Starts the agent from its compiled form: a script itself is compiled at each start, a module is not."""

import gc
import os
import sys

# What is made now stays, and is looked through for nothing.
gc.disable()
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from _runbay import agent  # noqa: E402

agent.main()
