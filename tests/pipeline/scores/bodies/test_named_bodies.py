"""Which body the rows of a table are of."""

from __future__ import annotations

import pytest

from pipeline.scores.bodies.named_bodies import body_of
from tests.pipeline.documents import table


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("องค์การบริหารส่วนตำบลดอน|๑|ศิลา", "องค์การบริหารส่วนตำบลดอนศิลา"),
        ("เทศบาลตำบลกม.|5", "เทศบาลตำบลกม. 5"),
        ("อบต.นาเสียว", "อบต.นาเสียว"),
    ],
)
def test_the_number_of_a_row_inside_its_wrapped_name_is_no_part_of_it(
    printed: str, name: str
) -> None:
    (row,) = table([printed, "84.89"]).rows
    assert body_of(row, 0) == name
