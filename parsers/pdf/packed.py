"""Objects of a PDF that are packed into streams, found without opening the file.

For questions that must be answered before a file is opened: what stands in the bytes counts, not
the table of objects, which may lie.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import pairwise
from mmap import mmap

_MARK = b"/ObjStm"
_MOST = 2_000
"""Streams of objects that are unpacked."""
_LARGEST = 4_194_304
"""Bytes to which one of them is unpacked …"""
_ALL = 67_108_864
"""… and all of them."""
_DICTIONARY = 4_096
"""Bytes before and behind its type in which the dictionary of a stream begins and ends."""
_LOOKED_AT = 16_384
"""First bytes of an object that are looked at."""
_FIRST = re.compile(rb"/First\s+(\d{1,9})")


class Objects:
    """The objects of a file by number, as its bytes tell."""

    def __init__(self, data: mmap) -> None:
        self.data = data

    @cached_property
    def packed(self) -> Mapping[int, bytes]:
        """Those inside streams of objects."""
        return packed_objects(self.data)

    def of(self, number: int) -> bytes:
        """The first bytes of an object; none where it does not stand in the file."""
        begin = self.data.find(b"\n%d 0 obj" % number)
        if begin >= 0:
            return self.data[begin + 1 : begin + _LOOKED_AT].partition(b"endobj")[0]
        return self.packed.get(number, b"")


def packed_objects(data: mmap) -> Mapping[int, bytes]:
    """The objects inside streams of objects, by number; the last of a number counts."""
    found: dict[int, bytes] = {}
    left = _ALL
    at = data.find(_MARK)
    for _ in range(_MOST):
        if at < 0 or left <= 0:
            break
        content, first = _unpacked(data, at)
        left -= len(content)
        found.update(_objects(content, first))
        at = data.find(_MARK, at + len(_MARK))
    return found


def _unpacked(data: mmap, at: int) -> tuple[bytes, int]:
    """The content of the stream of objects at a place, and where the first of them begins."""
    start = max(data.rfind(b" obj", max(0, at - _DICTIONARY), at), 0)
    end = data.find(b"stream", at, at + _DICTIONARY)
    first = _FIRST.search(data[start:end]) if end >= 0 else None
    if first is None:
        return b"", 0
    return inflated(data, end, _LARGEST), int(first.group(1))


def inflated(data: mmap, stream: int, most: int) -> bytes:
    """What a deflated stream unpacks to, at most so many bytes; ``stream``: where its word is."""
    start = stream + len(b"stream")
    start += 2 if data[start : start + 2] == b"\r\n" else 1
    try:
        return zlib.decompressobj().decompress(data[start : start + most], most)
    except zlib.error:
        return b""


def _objects(content: bytes, first: int) -> Iterator[tuple[int, bytes]]:
    words = content[:first].split()
    if len(words) % 2 or not all(word.isdigit() and len(word) < 10 for word in words):
        return
    numbers = [int(word) for word in words[::2]]
    places = [first + int(word) for word in words[1::2]]
    for number, (start, end) in zip(numbers, pairwise([*places, len(content)]), strict=True):
        yield number, content[start:end]
