"""Columns read by arrays hold what the standard reader gives, or are left to it."""

from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from parsers.plain_csv import plain_columns
from parsers.texts import grouped, texts_of

CELLS = st.text("0123456789.กิAB -", max_size=12) | st.sampled_from(
    ["", "95.35", "1234567", "12345678"]
)
ENDS = st.sampled_from(["\n", "\r\n"])


def cells(columns: tuple[object, ...] | None) -> list[tuple[str, ...]]:
    assert columns is not None
    return list(zip(*(list(column) for column in columns), strict=True))  # type: ignore[call-overload]


@given(st.integers(2, 4), st.lists(st.lists(CELLS, min_size=4, max_size=4), min_size=2), ENDS,
       st.booleans(), st.sampled_from([",", ";", "\t"]))  # fmt: skip
def test_plain_tables_are_read_as_the_standard_reader_does(
    width: int, rows: list[list[str]], end: str, ended: bool, separator: str
) -> None:
    text = end.join(separator.join(row[:width]) for row in rows) + (end if ended else "")
    if len(text.encode()) <= 7:
        return
    found = plain_columns(text.encode(), separator)
    wanted = [tuple(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator)]
    assert cells(found) == wanted


def test_tables_that_are_not_so_plain_are_left_to_the_standard_reader() -> None:
    for text in ('a,"b\nc",d\n1,2,3\n', "a,b,c\n1,2\n", "a,b,c\n1,2,3,4\n", "a,b\rc,d\ne,f\n",
                 "a,b,c\n\n1,2,3\n", "a,b\x00,c\n1,2,3\n"):  # fmt: skip
        assert plain_columns(text.encode(), ",") is None


@given(st.lists(st.integers(-(1 << 63), (1 << 63) - 1) | st.integers(0, 3), max_size=60))
def test_groups_are_numbered_as_they_first_appear(keys: list[int]) -> None:
    import numpy as np

    codes, first = grouped(np.array(keys, dtype=np.int64))
    seen = list(dict.fromkeys(keys))
    assert codes.tolist() == [seen.index(key) for key in keys]
    assert first.tolist() == [keys.index(key) for key in seen]


def test_keys_that_share_a_place_in_the_table_stay_apart() -> None:
    import numpy as np

    keys = np.arange(200_000, dtype=np.int64) ** 2
    codes, first = grouped(np.concatenate([keys, keys[::-1]]))
    assert codes.tolist() == [*range(200_000), *range(199_999, -1, -1)]
    assert first.tolist() == list(range(200_000))


@given(st.lists(st.sampled_from(["", "a", "b", "c"]), min_size=1), st.integers(0, 5))
def test_a_column_below_a_row_is_the_column_of_its_cells(listed: list[str], row: int) -> None:
    below = texts_of(listed).below(row)
    assert below.same(texts_of(listed[row:]))
    assert list(below) == listed[row:]
    assert below.blank.tolist() == [not text for text in listed[row:]]
