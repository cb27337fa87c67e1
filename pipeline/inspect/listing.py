"""A page as text: each line and cell with its place, then every fact and where it was read."""

from __future__ import annotations

from collections.abc import Iterator

from parsers.model import Box, Line, Table
from pipeline.facts import Place, Resolution, Score
from pipeline.inspect.seen import Seen
from pipeline.numbers import plain


def listing(seen: Seen) -> str:
    """The page as lines of text; ends with a line break."""
    return "\n".join([*_head(seen), "", *_blocks(seen), "", *_facts(seen)]) + "\n"


def _head(seen: Seen) -> Iterator[str]:
    page, facts = seen.page, seen.facts
    size = f", {page.width:.0f} × {page.height:.0f} pt" if page.width and page.height else ""
    yield (
        f"page {page.number} of {len(seen.document.pages)}{size};"
        f" {seen.document.media_type}, parser {seen.document.parser}"
    )
    body = facts.reporter.body
    name = (
        f"{body.official_name} ({body.kind})"
        if body
        else facts.reporter.printed or "none recognised"
    )
    yield f"body: {name}; status {facts.reporter.status}"
    yield f"fiscal year: {facts.fiscal_year or 'none recognised'}; kind: {facts.kind}"
    if page.notices:
        yield f"notices: {', '.join(page.notices)}"


def _blocks(seen: Seen) -> Iterator[str]:
    ordinal = _first_ordinal(seen)
    for block in seen.page.blocks:
        if isinstance(block, Line):
            mark = " heading" if block.heading else ""
            yield f"line {block.number}{mark}{_box(block.box)}: {block.text}"
        else:
            yield from _table(block, ordinal)
            ordinal += 1


def _first_ordinal(seen: Seen) -> int:
    """How many tables stand on the pages before."""
    return sum(len(page.tables) for page in seen.document.pages if page.number < seen.page.number)


def _table(table: Table, ordinal: int) -> Iterator[str]:
    yield f"table {ordinal}, {len(table.rows)} rows × {table.width} columns{_box(table.box)}"
    for index, row in enumerate(table.rows):
        cells = " | ".join(" ⏎ ".join(cell.text.split("\n")) for cell in row)
        yield f"  row {index}: {cells}"


def _facts(seen: Seen) -> Iterator[str]:
    named = {score.body for score in seen.scores}
    yield from (_known(body) for body in seen.facts.bodies if body.printed in named)
    for score in seen.scores:
        whose = f" of {score.body}" if score.body else ""
        yield (
            f"score: {label(score)} = {plain(score.value)}{whose}, printed “{score.printed}”"
            f" beside “{score.name}”{_place(score.place)}"
        )
    for claim in seen.claims:
        yield f"statement: {claim.kind}, printed “{claim.printed}”{_place(claim.place)}"
    for unsure in seen.uncertain:
        fits = ", ".join(f"{code} {share:.0f} %" for code, share in unsure.candidates if code)
        yield f"not sure: “{unsure.name}” {unsure.printed} fits {fits}{_place(unsure.place)}"
    for measure in seen.measures:
        yield f"measure {measure.number}: {measure.title}{_place(measure.place)}"
    if not (seen.scores or seen.claims or seen.uncertain or seen.measures):
        yield "no scores, statements or measures were recognised on this page"


def _known(named: Resolution) -> str:
    """Which body a name beside scores is, or which ones it may be."""
    bodies = [named.body] if named.body and not named.candidates else named.candidates
    which = " or ".join(body.full_name for body in bodies)
    return f"body “{named.printed}”: {named.status}{', ' if which else ''}{which}"


def label(score: Score) -> str:
    """A score's code, year and full marks in few characters: ``IIT 2565 of 30``."""
    year = f" {score.fiscal_year}" if score.fiscal_year else ""
    full = f" of {plain(score.out_of)}" if score.out_of else ""
    return f"{score.item.code}{year}{full}"


def _place(place: Place) -> str:
    cell = f"table {place.table} row {place.row} column {place.column}"
    where = cell if place.table is not None and place.row is not None else f"line {place.line}"
    sure = "" if place.confidence >= 1 else f", confidence {place.confidence:.2f}"
    return f" ({where}{sure})"


def _box(box: Box | None) -> str:
    if box is None:
        return ""
    return f" [{box.x0:.0f} {box.top:.0f} {box.x1:.0f} {box.bottom:.0f}]"
