#!/bin/sh
# `node` for programs that start it themselves. A Python program's limit on data is too small for V8,
# which reserves half a gigabyte for code; the hard limit, or the control group, holds all the same.
ulimit -S -d "$(ulimit -H -d)"
exec /runbay/node "$@"
