"""Sentences that the end of a page cuts, and the numbers of pages between their parts."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from parsers.model import Line, Table
from pipeline.numbers import arabic
from pipeline.scores.glue import is_glue, without_glue_behind
from pipeline.scores.prose.masking import candidates, masked

_EDGE = 2
"""Blocks at either end of a page among which its number is."""
_DRESSED = re.compile(
    r"\s*(?:[-–—~|]\s*(\d{1,3})\s*[-–—~|]|(?:หน้า|page)\s*(?:ที่)?\s*(\d{1,3})(?:\s*(?:/|จาก|of)\s*\d{1,3})?"
    r"|(\d{1,3})\s*/\s*\d{1,3})\s*",
    re.IGNORECASE,
)
_BARE = re.compile(r"\s*(\d{1,3})\s*")
_OFTEN = 2
"""Pages whose bare numbers must count on as the pages do."""
_FULL = 0.93
"""Share of a page's widest line from which a line goes on below."""
_LONG = 40
"""Letters of a full line of running text at least."""
_ENTRY = re.compile(r"\s*(?:[-•*]|\(?[\d๐-๙]{1,2}[.)](?![\d๐-๙])|ตัว\s*ชี[้\ufffd]?\s*วัด|บทที่|ส่วนที่)")
"""What a text of its own begins with."""
_CUT_NUMBER = re.compile(r"[\d๐-๙]{1,3}\.$")
_REST_OF_NUMBER = re.compile(r"\s*([\d๐-๙]{1,2})(?![\d๐-๙.])")


def without_page_numbers(blocks: Sequence[Line | Table]) -> tuple[Line | Table, ...]:
    """The blocks, lines that are the number of their page without text; as many as before."""
    numbers = dict(_numbers(blocks))
    kept = _page_numbers(blocks, numbers)
    return tuple(
        replace(block, text="") if at in kept and isinstance(block, Line) else block
        for at, block in enumerate(blocks)
    )


def _numbers(blocks: Sequence[Line | Table]) -> Iterator[tuple[int, tuple[int, bool]]]:
    """The numbers that stand alone at the ends of pages, by position; whether they are dressed."""
    pages: dict[int, list[int]] = defaultdict(list)
    for at, block in enumerate(blocks):
        pages[block.page].append(at)
    if len(pages) < _OFTEN:
        return
    for own in pages.values():
        for at in {*own[:_EDGE], *own[-_EDGE:]}:
            block = blocks[at]
            if not isinstance(block, Line):
                continue
            if dressed := _DRESSED.fullmatch(arabic(block.text)):
                yield at, (int(next(filter(None, dressed.groups()))), True)
            elif bare := _BARE.fullmatch(arabic(block.text)):
                yield at, (int(bare.group(1)), False)


def _page_numbers(
    blocks: Sequence[Line | Table], numbers: dict[int, tuple[int, bool]]
) -> frozenset[int]:
    """Which of the numbers are those of their pages: dressed ones, and bare ones that are as far
    from the page's own number on several pages."""
    far = {at: number - blocks[at].page for at, (number, _) in numbers.items()}
    often = Counter(far.values())
    return frozenset(
        at
        for at, (_, dressed) in numbers.items()
        if dressed or far[at] == 0 or often[far[at]] >= _OFTEN
    )


def with_whole_numbers(blocks: Sequence[Line | Table]) -> tuple[Line | Table, ...]:
    """The blocks, the decimals of a number that the end of a page cuts behind its point put to it;
    those that the end of a line cuts, too, where words of having stand before the number."""
    whole = list(blocks)
    for at, after in (*_over_pages(blocks), *_over_lines(blocks)):
        above, below = whole[at], whole[after]
        assert isinstance(above, Line)
        assert isinstance(below, Line)
        rest = _REST_OF_NUMBER.match(below.text)
        if rest and _CUT_NUMBER.search(above.text.rstrip()):
            number = f"{above.text.rstrip()}{rest.group(1)}"
            whole[at] = replace(above, text=number, printed=f"{above.printed}{rest.group(1)}")
            whole[after] = replace(below, text=below.text[rest.end() :].lstrip())
    return tuple(whole)


def _over_lines(blocks: Sequence[Line | Table]) -> Iterator[tuple[int, int]]:
    """Lines that end in a cut number behind words of having, and those right below them."""
    for at, (above, below) in enumerate(pairwise(blocks)):
        if not (isinstance(above, Line) and isinstance(below, Line) and above.page == below.page):
            continue
        cut = _CUT_NUMBER.search(above.text.rstrip())
        before = above.text[: cut.start()].rstrip() if cut else ""
        if before and without_glue_behind(before) != before:
            yield at, at + 1


def going_on(blocks: Sequence[Line | Table]) -> frozenset[int]:
    """The positions of lines that go on with the sentence that ends the page before."""
    widest: dict[int, float] = {}
    for block in blocks:
        if isinstance(block, Line) and block.box:
            widest[block.page] = max(widest.get(block.page, 0.0), block.box.x1)
    found = set()
    for at, after in _over_pages(blocks):
        above, below = blocks[at], blocks[after]
        assert isinstance(above, Line)
        assert isinstance(below, Line)
        if _waits(above.text, below.text) or (
            above.box is not None
            and above.box.x1 >= _FULL * widest[above.page]
            and len(above.text) >= _LONG
            and not _ENTRY.match(below.text)
        ):
            found.add(after)
    return frozenset(found)


def _over_pages(blocks: Sequence[Line | Table]) -> Iterator[tuple[int, int]]:
    """The last line of a page and the first of the next, where no table ends or begins one and
    neither alone is a heading."""
    last: int | None = None
    for at, block in enumerate(blocks):
        if isinstance(block, Line) and not block.text:
            continue
        above = blocks[last] if last is not None else None
        if (
            last is not None
            and isinstance(above, Line)
            and isinstance(block, Line)
            and block.page == above.page + 1
            and above.heading == block.heading
        ):
            yield last, at
        last = at


def _waits(above: str, below: str) -> bool:
    """True for words of having at the end of one text, and a score at the beginning of another."""
    text = above.rstrip(" .,:;=")
    if not text or without_glue_behind(text) == text:
        return False
    plain = masked(below)
    found = candidates(plain)
    return bool(found) and is_glue(plain[: found[0].number.start])
