"""Workers that hang, die or eat memory do not touch the others."""

from __future__ import annotations

import os
import time

from pipeline.run.executor import Executor


def work(kind: str) -> str:
    if kind == "hang":
        time.sleep(600)
    if kind == "die":
        os._exit(9)
    if kind == "eat":
        return str(len(bytearray(3 * 2**30)))
    return kind


def test_each_call_has_its_own_fate() -> None:
    executor = Executor(jobs=2, timeout=15, memory=1024)
    kinds = ["fine", "hang", "die", "eat", "also fine"]
    outcomes = {
        outcome.key: (outcome.kind, outcome.value)
        for outcome in executor.map(work, ((kind, (kind,)) for kind in kinds))
    }
    assert outcomes["fine"] == ("done", "fine")
    assert outcomes["also fine"] == ("done", "also fine")
    assert outcomes["hang"][0] == "timeout"
    assert outcomes["die"][0] == "died"
    assert outcomes["eat"][0] == "died"
