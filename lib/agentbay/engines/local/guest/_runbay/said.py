"""What a kernel says, read: by then it may be a program that speaks, and it may say anything."""

import json


def read_json(payload):
    """None for what is no JSON, and for what is nested deeper than Python goes."""
    try:
        return json.loads(payload)
    except (ValueError, RecursionError):
        return None


def line_number(payload):
    return int(payload) if payload.isdigit() and len(payload) < 9 and int(payload) > 0 else None


def line_map(payload):
    """The numbers of lines, or None."""
    lines = read_json(payload)
    return lines if isinstance(lines, list) and all(type(line) is int and 0 <= line < 10**9 for line in lines) else None
