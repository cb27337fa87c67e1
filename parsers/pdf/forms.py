"""Forms of a PDF that draw forms: how much one of them unfolds to, before the file is opened.

A file of a few kilobytes may draw a form ten times that draws another ten times, and so on: pdfium
unfolds all of them as it opens the page, until memory ends. A form is a stream, so that its
dictionary always stands readable in the file. What it draws is counted by its name in its own
content, as deep as pdfium goes. Forms that hide otherwise end the process that opens them, within
the memory that it has. A form that draws itself is left out by pdfium, and leaves a blank page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from mmap import ACCESS_READ, mmap
from pathlib import Path

from parsers.pdf.packed import Objects, inflated

_FORM = re.compile(rb"/Subtype\s*/Form\b")
_BEFORE = 24
"""Bytes before its name in which the key of a type stands."""
_MOST_FORMS = 20_000
"""Forms of a file that are looked at."""
_FEWEST = 2
"""Forms from which one may draw another."""
_DEEPEST = 32
"""Forms inside each other that pdfium follows."""
_MOST_DRAWN = 300_000
"""Forms that one may unfold to: pages of reports have some thousand pieces."""
_DICTIONARY = 16_384
"""Bytes before and behind its type in which the dictionary of a form begins and ends."""
_CONTENT = 1_048_576
"""Bytes of a form's content that are looked at."""
_NUMBER = re.compile(rb"(\d+)\s+\d+\s+obj\b")
_NAMED = re.compile(rb"/([^\s/<>\[\]()]+)\s+(\d+)\s+\d+\s+R")
_DIRECT = re.compile(rb"/XObject\s*<<(.*?)>>", re.DOTALL)
_INDIRECT = re.compile(rb"/(?:XObject|Resources)\s+(\d+)\s+\d+\s+R")
_DRAWS = re.compile(rb"/([^\s/<>\[\]()]+)\s+Do\b")


@dataclass(frozen=True, slots=True)
class _Form:
    draws: Counter[int]
    """How often it draws each other form, by number."""


def unfolds_to(path: Path) -> int:
    """How many forms one form of the file draws, itself and those inside it; at most
    `_MOST_DRAWN` + 1."""
    forms = _forms_of(path)
    sizes = dict.fromkeys(forms, 1)
    for _ in range(_DEEPEST):
        larger = {
            number: min(_MOST_DRAWN + 1, 1 + sum(
                times * sizes.get(inner, 1) for inner, times in form.draws.items()
            ))
            for number, form in forms.items()
        }  # fmt: skip
        if larger == sizes:
            break
        sizes = larger
    return max(sizes.values(), default=0)


def draws_itself(path: Path) -> bool:
    """True where a form of the file draws itself, or another that draws it."""
    left = {number: set(form.draws) for number, form in _forms_of(path, fewest=1).items()}
    while left:
        ends = {number for number, draws in left.items() if not draws & left.keys()}
        if not ends:
            return True
        left = {number: draws for number, draws in left.items() if number not in ends}
    return False


def is_bomb(size: int) -> bool:
    """True for forms that unfold to more than any report draws."""
    return size > _MOST_DRAWN


def _forms_of(path: Path, fewest: int = _FEWEST) -> Mapping[int, _Form]:
    """The forms of a file by number; none of one that has fewer."""
    if not path.stat().st_size:
        return {}
    with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as data:
        places = list(islice(_places(data), _MOST_FORMS))
        return dict(_forms(Objects(data), places)) if len(places) >= fewest else {}


def _places(data: mmap) -> Iterator[int]:
    """Where forms say that they are."""
    at = data.find(b"/Form")
    while at >= 0:
        if _FORM.search(data[max(0, at - _BEFORE) : at + 6]):
            yield at
        at = data.find(b"/Form", at + 5)


def _forms(objects: Objects, places: Sequence[int]) -> Iterator[tuple[int, _Form]]:
    data = objects.data
    for at in places:
        start = data.rfind(b" obj", max(0, at - _DICTIONARY), at)
        number = _NUMBER.search(data[max(0, start - _BEFORE) : start + 5]) if start >= 0 else None
        end = data.find(b"stream", at, at + _DICTIONARY)
        if number is None or end < 0:
            continue
        dictionary = data[start:end]
        draws: Counter[int] = Counter()
        if b"/XObject" in dictionary or _INDIRECT.search(dictionary):
            drawn = _DRAWS.findall(_content(data, dictionary, end))
            names = _names(objects, dictionary) if drawn else {}
            draws.update(names[name] for name in drawn if name in names)
        yield int(number.group(1)), _Form(draws)


def _names(objects: Objects, dictionary: bytes, depth: int = 2) -> dict[bytes, int]:
    """The objects that a dictionary of resources names to draw."""
    direct = _DIRECT.search(dictionary)
    if direct:
        return {name: int(number) for name, number in _NAMED.findall(direct.group(1))}
    indirect = _INDIRECT.search(dictionary)
    if indirect is None or depth == 0:
        return {}
    inside = objects.of(int(indirect.group(1)))
    if indirect.group().startswith(b"/XObject"):
        return {name: int(number) for name, number in _NAMED.findall(inside)}
    return _names(objects, inside, depth - 1)


def _content(data: mmap, dictionary: bytes, stream: int) -> bytes:
    if b"/FlateDecode" in dictionary or b"/Fl " in dictionary:
        return inflated(data, stream, _CONTENT)
    start = stream + len(b"stream")
    end = data.find(b"endstream", start, start + _CONTENT)
    return data[start : end if end >= 0 else start + _CONTENT]
