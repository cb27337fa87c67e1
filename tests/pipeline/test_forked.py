"""Work shared with a second process gives what one process gives, failures included."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pipeline.forked import both


def test_both_answers_come_back_and_the_second_is_of_another_process() -> None:
    here, there = both(os.getpid, lambda: (os.getpid(), "x" * 1_000_000))
    assert here == os.getpid()
    assert there[0] != here
    assert len(there[1]) == 1_000_000


def test_what_the_second_process_fails_at_is_done_here(tmp_path: Path) -> None:
    parent = os.getpid()
    _, there = both(lambda: None, lambda: 1 // (os.getpid() == parent))
    assert there == 1


def test_a_failure_of_both_shows_as_of_one_process() -> None:
    with pytest.raises(ZeroDivisionError):
        both(lambda: None, lambda: 1 // 0)


def test_a_failure_here_does_not_wait_for_a_second_process_that_has_much_to_tell() -> None:
    with pytest.raises(ZeroDivisionError):
        both(lambda: 1 // 0, lambda: "x" * 10_000_000)
