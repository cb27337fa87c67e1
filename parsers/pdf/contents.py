"""Whether the pages of a PDF that shows nothing have contents at all.

A page names the streams that draw it. Names that lead in a circle, or to nothing, leave a blank
page, which is no empty one: what stood there is lost. Asked of files without a letter alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from mmap import ACCESS_READ, mmap
from pathlib import Path

from parsers.pdf.packed import Objects

_PAGE = re.compile(rb"/Type\s*/Page\b")
_CONTENTS = re.compile(rb"/Contents\s*(\d+\s+\d+\s+R|\[[^\]]*\])")
_REFERENCE = re.compile(rb"(\d+)\s+\d+\s+R\b")
_STREAM = re.compile(rb">>\s*stream\b")
_LOOKED_AT = 200
"""Pages that are looked at."""
_DICTIONARY = 16_384
"""Bytes before and behind its type in which the dictionary of a page begins and ends."""


def contents_are_lost(path: Path) -> bool:
    """True where pages name contents, and no name leads to any."""
    if not path.stat().st_size:
        return False
    with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as data:
        objects = Objects(data)
        named = list(islice(_named(data, objects), _LOOKED_AT))
        return bool(named) and not any(_leads_to_stream(objects, one) for one in named)


def _named(data: mmap, objects: Objects) -> Iterator[bytes]:
    """What each page says that its contents are."""
    for found in _PAGE.finditer(data):
        start = max(data.rfind(b" obj", max(0, found.start() - _DICTIONARY), found.start()), 0)
        end = data.find(b"endobj", found.end(), found.end() + _DICTIONARY)
        yield from _CONTENTS.findall(data[start : end if end >= 0 else found.end()])[:1]
    for inside in objects.packed.values():
        if _PAGE.search(inside):
            yield from _CONTENTS.findall(inside)[:1]


def _leads_to_stream(objects: Objects, value: bytes) -> bool:
    """True where a reference, or one of a list, is that of a stream, straight or over others."""
    left = [int(number) for number in _REFERENCE.findall(value)]
    seen: set[int] = set()
    while left:
        number = left.pop()
        if number in seen:
            continue
        seen.add(number)
        content = objects.of(number)
        if _STREAM.search(content):
            return True
        if b"<<" not in content:
            left += map(int, _REFERENCE.findall(content))
    return False
