"""Work shared with one more process, which starts with all that is known here."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

Mine = TypeVar("Mine")
Other = TypeVar("Other")


def both(here: Callable[[], Mine], there: Callable[[], Other]) -> tuple[Mine, Other]:
    """What both give, the second made at the same time by a process of its own.

    Where that is not possible, or where that process fails, both are made here: a failure shows
    as if there were one process. What the second gives must be picklable.
    """
    if not hasattr(os, "fork"):
        return here(), there()
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _answer(writer, there)
    os.close(writer)
    try:
        mine = here()
        with open(reader, "rb", closefd=False) as pipe:
            told = pipe.read()
    finally:
        os.close(reader)  # a child that still writes ends here
        _, status = os.waitpid(child, 0)
    failed = os.waitstatus_to_exitcode(status) != 0
    return mine, there() if failed else pickle.loads(told)  # noqa: S301 - told by our own child


def _answer(writer: int, there: Callable[[], Any]) -> None:
    """The whole life of the second process; its failures are told by its exit code."""
    code = 1
    with suppress(BaseException):
        with open(writer, "wb") as pipe:
            pickle.dump(there(), pipe, protocol=pickle.HIGHEST_PROTOCOL)
        code = 0
    os._exit(code)
