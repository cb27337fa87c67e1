"""The letters of an open page, as pdfium reads them, joined to runs along their lines.

Text drawn twice is read once: the pieces of one ``ActualText`` (pdfium gives the text
again for every piece), the same text drawn over itself, and a hidden layer of recognised
text under text that shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from parsers.pdf.pdfium import raw as pdfium
from parsers.pdf.pdfium.objects import TextObjects
from parsers.pdf.pdfium.page import OpenPage
from parsers.pdf.text.chars import Char, Run
from parsers.pdf.text.joining import Joiner
from parsers.pdf.text.turned import turned_characters


def read_runs(page: OpenPage) -> list[Run]:
    """Every run of text on a page, upright ones in the order of drawing, then turned ones."""
    text = page.text
    if not text:
        return []
    objects = TextObjects(page)
    runs: list[Run] = []
    if page.rotation:
        turned = [index for index, char in enumerate(text) if char > " "]
    else:
        joiner = Joiner(objects, objects.style, 0)
        runs = joiner.join(_upright(page, pdfium.loose_boxes(page.text_page, len(text))))
        turned = joiner.turned
    for turn, chars, style in turned_characters(page, objects, text, turned):
        runs += Joiner(objects, style, turn).join(chars)
    for run in runs:
        run.finish()
    return _once(runs)


def _upright(page: OpenPage, boxes: Sequence[float]) -> Iterable[Char]:
    """The characters of a page that is not turned, as if all of them stood upright."""
    lefts, tops, rights, bottoms = boxes[0::4], boxes[1::4], boxes[2::4], boxes[3::4]
    left, high = page.left, page.high
    return zip(
        range(len(page.text)),
        page.text,
        [x - left for x in lefts] if left else lefts,
        [high - y for y in tops],
        [x - left for x in rights] if left else rights,
        [high - y for y in bottoms],
        strict=True,
    )


def _once(runs: list[Run]) -> list[Run]:
    """Runs without those drawn over themselves, and without hidden text under shown text."""
    places: dict[tuple[str, int], list[Run]] = {}
    kept: list[Run] = []
    hides = False
    for run in runs:
        same = places.setdefault((run.text, run.turn), [])
        if same and any(_near(run, other) for other in same):
            continue
        same.append(run)
        kept.append(run)
        hides = hides or run.hidden
    if not hides:
        return kept
    shown = [run for run in kept if not run.hidden]
    return [run for run in kept if not run.hidden or not _is_covered(run, shown)]


def _near(run: Run, other: Run) -> bool:
    reach = 0.3 * run.size
    return abs(run.left - other.left) < reach and abs(run.base - other.base) < reach


def _is_covered(run: Run, shown: list[Run]) -> bool:
    """True where shown text stands on at least half of a hidden run."""
    box = run.box
    covered = 0.0
    for other in shown:
        over = other.box
        high = min(box.bottom, over.bottom) - max(box.top, over.top)
        if high > 0.4 * min(box.bottom - box.top, over.bottom - over.top):
            covered += max(0.0, min(box.x1, over.x1) - max(box.x0, over.x0))
    return covered >= 0.5 * (box.x1 - box.x0)
