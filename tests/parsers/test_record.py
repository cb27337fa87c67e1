"""Records: values that nothing changes."""

from __future__ import annotations

from pathlib import Path

from mypy import api

from parsers.model import Box

PROGRAM = """
from parsers.model import Box
from parsers.record import record

@record
class Place:
    x: float

Place(1.0).x = 2.0
Box(0.0, 0.0, 1.0, 1.0).top = 3.0
"""


def test_records_are_values() -> None:
    one, same, other = Box(0.0, 1.0, 2.0, 3.0), Box(0.0, 1.0, 2.0, 3.0), Box(0.0, 1.0, 2.0, 4.0)
    assert one == same
    assert hash(one) == hash(same)
    assert one != other
    assert not hasattr(one, "__dict__")


def test_the_type_checker_lets_nothing_assign_to_a_record(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(PROGRAM)
    told, _, status = api.run(["--strict", "--cache-dir", str(tmp_path / "cache"), str(program)])
    assert status == 1
    assert told.count("is read-only") == 2, told
