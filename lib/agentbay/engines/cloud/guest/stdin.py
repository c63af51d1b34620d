"""Runs a program whose standard input was written before it: AgentBay has no way to give it one.

`_runbay_given` ends with the value of the program's last expression, so that it is the result of the call.
"""


def _runbay_given(source, given, space):
    import ast
    import builtins
    import inspect
    import io
    import sys

    def read_line(prompt=""):
        sys.stdout.write(str(prompt))
        sys.stdout.flush()
        line = sys.stdin.readline()
        if not line:
            raise EOFError("EOF when reading a line")
        return line[:-1] if line.endswith("\n") else line

    async def run():
        before = sys.stdin, builtins.input
        sys.stdin = io.TextIOWrapper(io.BytesIO(given), encoding="utf-8")
        builtins.input = read_line
        try:
            name = "/workspace/main.py"
            tree = ast.parse(source, name)
            last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
            parts = [(tree, "exec")] + ([(ast.Expression(last.value), "eval")] if last else [])
            value = None
            for part, kind in parts:
                value = eval(compile(part, name, kind, ast.PyCF_ALLOW_TOP_LEVEL_AWAIT), space)
                if inspect.iscoroutine(value):
                    value = await value
            return None if source.rstrip().endswith(";") else value
        finally:
            sys.stdin, builtins.input = before

    return run()


def _runbay_at_once(program):
    """The value of a program that awaits nothing."""
    try:
        program.send(None)
    except StopIteration as end:
        return end.value
