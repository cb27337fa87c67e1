"""CSV without quotes and with equally many cells in each line, read as whole columns.

The bytes are looked at by arrays, and a text is made once for all the cells that hold it, so
that a hundred thousand lines take a fraction of a second.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from parsers.texts import Texts, grouped

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Ints = npt.NDArray[np.int64]

_SHORT = 7
"""Bytes of a cell that are a number by themselves."""
_LONG = -(1 << 63)
"""What marks the numbers of longer cells."""
_NEWLINE, _RETURN = b"\n\r"


def plain_columns(data: bytes, separator: str) -> tuple[Texts, ...] | None:
    """The columns of a UTF-8 text; None where it is not so plain."""
    if b'"' in data or b"\x00" in data or len(data) <= _SHORT:
        return None
    found = _cells(data, ord(separator))
    if found is None:
        return None
    starts, ends = found
    return tuple(_column(data, starts[:, n], ends[:, n]) for n in range(starts.shape[1]))


def _cells(data: bytes, separator: int) -> tuple[Ints, Ints] | None:
    """Where each cell starts and ends, [line, column]."""
    import numpy as np

    signs = np.frombuffer(data, dtype=np.uint8)
    ends = ((signs == separator) | (signs == _NEWLINE)).nonzero()[0]
    if signs[-1] != _NEWLINE:
        ends = np.append(ends, len(signs))
    first = data.find(b"\n")
    width = data.count(bytes([separator]), 0, first if first >= 0 else len(data)) + 1
    if len(ends) % width:
        return None
    starts = np.empty_like(ends)
    starts[0] = 0
    starts[1:] = ends[:-1] + 1
    starts, ends = starts.reshape(-1, width), ends.reshape(-1, width)
    breaks = ends[:, -1] if signs[-1] == _NEWLINE else ends[:-1, -1]
    if len(breaks) != data.count(b"\n") or not (signs[breaks] == _NEWLINE).all():
        return None
    returns = data.count(b"\r")
    if returns:
        before = (breaks > starts[: len(breaks), -1]) & (signs[breaks - 1] == _RETURN)
        if int(before.sum()) != returns:
            return None
        ends[: len(breaks), -1] -= before
    return starts, ends


def _column(data: bytes, starts: Ints, ends: Ints) -> Texts:
    import numpy as np

    length = ends - starts
    eight = np.ndarray((len(data) - _SHORT,), dtype="<u8", buffer=data, strides=(1,))
    at = np.minimum(starts, len(eight) - 1)
    masks = np.array([(1 << 8 * n) - 1 for n in range(_SHORT + 1)], dtype=np.uint64)
    bits = eight[at] >> (8 * (starts - at)).astype(np.uint64)
    keys = (bits & masks[np.minimum(length, _SHORT)]).astype(np.int64)
    long = (length > _SHORT).nonzero()[0]
    if len(long):
        seen: dict[bytes, int] = {}
        bounds = zip(starts[long].tolist(), ends[long].tolist(), strict=True)
        keys[long] = [seen.setdefault(data[a:b], len(seen)) for a, b in bounds]
        keys[long] += _LONG
    codes, first = grouped(keys)
    bounds = zip(starts[first].tolist(), ends[first].tolist(), strict=True)
    return Texts(codes, [data[a:b].decode() for a, b in bounds])
