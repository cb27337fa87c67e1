"""Plans of measures and reports on them, in many shapes, with what is true of each measure.

`plan` and `follow_up` give the blocks of a document and its rows in the columns of
``measures.csv``; `follow_up` reports on rows of a plan. The same generator gives the
same document. Cells hold no line breaks unless ``lists`` asks for them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from random import Random
from typing import Literal

from corpus.measures_layout import Layout, draw_layout, pages_of
from corpus.measures_periods import Printed, draw_period
from corpus.report import Block, Heading, Paragraph, Report
from corpus.voice import Voice, draw_voice
from corpus.words import NAMES
from corpus.world import Agency, draw_agency

TruthRow = dict[str, str]
Lists = Literal["inline", "lines"]
LISTED = ("steps", "follow_up", "result", "outcome")


@dataclass(frozen=True, slots=True)
class Measure:
    """What is true of one measure, before it is printed."""

    title: str
    indicator: int
    section: str
    fields: Mapping[str, tuple[str, ...]]
    units: tuple[str, ...]
    activities: tuple[str, ...]
    beside: tuple[str, str, str]
    """Its aim, its budget and its place, which the dataset does not keep."""
    person: tuple[str, str]
    """A person's name and office printed in place of a unit; empty for none."""
    period: Printed


@cache
def vocabulary() -> dict[str, dict[str, list[str]]]:
    """The words of ``measures.toml``."""
    import tomllib

    text = files("corpus").joinpath("measures.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@dataclass(slots=True)
class _Writer:
    """One document while its measures are printed."""

    chance: Random
    year: int
    show: Voice
    layout: Layout
    lists: Lists
    rows: list[TruthRow] = field(default_factory=list)


def planned(chance: Random) -> Report:
    """A plan as a report of its own."""
    return _report(chance, plan)


def reported(chance: Random) -> Report:
    """A report on measures as a report of its own."""
    return _report(chance, follow_up)


def _report(chance: Random, write: Callable[..., tuple[list[Block], list[TruthRow]]]) -> Report:
    report = Report("measures", draw_agency(chance), draw_voice(chance))
    blocks, rows = write(chance, report.agency, chance.randint(2562, 2568), lists="lines")
    report.blocks += blocks
    report.measures += rows
    report.landscape = True
    return report


def plan(
    chance: Random, agency: Agency, fiscal_year: int, *, lists: Lists = "inline"
) -> tuple[list[Block], list[TruthRow]]:
    """A plan of three to fourteen measures."""
    return _document(
        chance, agency, fiscal_year, "plan", _draw_measures(chance, fiscal_year), lists
    )


def follow_up(
    chance: Random,
    agency: Agency,
    fiscal_year: int,
    planned: Sequence[TruthRow] = (),
    *,
    lists: Lists = "inline",
) -> tuple[list[Block], list[TruthRow]]:
    """A report on measures: on those of ``planned`` where given, else on ones of its own."""
    measures = _draw_measures(chance, fiscal_year)
    if planned:
        titles = [row["title"] for row in planned]
        measures = [
            _draw_measure(chance, fiscal_year, _reworded(chance, title)) for title in titles
        ]
    return _document(chance, agency, fiscal_year, "report", measures, lists)


def _reworded(chance: Random, title: str) -> str:
    """A planned title as a later report may print it."""
    return chance.choice(
        [title, title, f"โครงการ{title}", title.replace("ประชาชน", "ประชาชนผู้รับบริการ", 1)]
    )


def _document(
    chance: Random,
    agency: Agency,
    year: int,
    kind: str,
    measures: Sequence[Measure],
    lists: Lists,
) -> tuple[list[Block], list[TruthRow]]:
    words = vocabulary()
    show = draw_voice(chance)
    cover = chance.choice(words["covers"][kind]).format(year=show(year))
    opening = chance.choice(words["covers"]["opening"]).format(agency=agency.official)
    blocks: list[Block] = [
        *(Heading(text) for text in (cover, agency.official, agency.place) if text),
        Paragraph(opening),
    ]
    layout = draw_layout(chance, kind)
    writer = _Writer(chance, year, show, layout, lists)
    body = _prose(writer, measures) if layout.prose else _tables(writer, measures, cover)
    closing = (
        [Paragraph(text) for text in words["closings"][layout.closing]] if layout.closing else []
    )
    return [*blocks, *body, *closing], writer.rows


def _draw_measures(chance: Random, year: int) -> list[Measure]:
    found: dict[str, Measure] = {}
    for _ in range(chance.randint(3, 14)):
        measure = _draw_measure(chance, year)
        found.setdefault(measure.title, measure)
    return list(found.values())


def _draw_measure(chance: Random, year: int, title: str = "") -> Measure:
    words = vocabulary()
    parts = words["titles"]
    if not title:
        title = chance.choice(parts["verbs"]) + chance.choice(parts["objects"])
        tail = chance.choice(parts["tails"]).format(year=year)
        title += (" " if tail[:1] in "(Eป" else "") + tail if tail else ""

    def compose(kind: str, most: int) -> tuple[str, ...]:
        count = chance.randint(1, most)
        part = words[kind]
        if "items" in part:
            return tuple(chance.sample(part["items"], min(count, len(part["items"]))))
        return tuple(
            chance.choice(part["verbs"]) + chance.choice(part["objects"]).format(year=year)
            for _ in range(count)
        )

    number = chance.randint(1, 10)
    person = ("", "")
    if chance.random() < 0.08:
        person = chance.choice(words["units"]["persons"]), chance.choice(words["units"]["offices"])
    return Measure(
        title,
        number,
        chance.choice(["ด้าน{name}", "{name}", "ตัวชี้วัดที่ {n} {name}", "ตัวชี้วัด{name}"]),
        {
            "steps": compose("steps", 6),
            "follow_up": compose("follow_up", 3),
            "result": compose("result", 5),
            "outcome": compose("outcome", 3),
            "remark": compose("remark", 1) if chance.random() < 0.5 else (),
        },
        tuple(chance.sample(words["units"]["names"], chance.choice([1, 1, 1, 2]))),
        compose("steps", 2),
        (
            chance.choice(words["beside"]["aims"]),
            chance.choice(words["beside"]["budgets"]),
            chance.choice(words["beside"]["places"]),
        ),
        person,
        draw_period(chance, year),
    )


def _tables(writer: _Writer, measures: Sequence[Measure], cover: str) -> list[Block]:
    """The measures as tables, a table a page."""
    chance, layout = writer.chance, writer.layout
    if layout.sections:
        measures = sorted(measures, key=lambda one: one.indicator)
    groups: list[list[list[str]]] = []
    number, group, above = 0, 0, 0
    for index, measure in enumerate(measures):
        first = measure.indicator != above
        section = _section(measures, index, writer.show)
        rows: list[list[str]] = []
        if layout.sections and first:
            group, above = group + 1, measure.indicator
            number = 0 if layout.sections in ("numbered", "heads") else number
            if layout.sections in ("row", "numbered", "heads"):
                head = "" if layout.sections == "row" else f"{writer.show(group)}. "
                rows.append([head + section, *[""] * (len(layout.columns) - 1)])
        number += 1
        printed = f"{group}.{number}" if layout.sections == "numbered" else str(number)
        rows += _printed_rows(writer, measure, printed, section if first else "")
        groups.append(rows)
        writer.rows.append(_truth(writer, measure, printed, section))
    return list(pages_of(chance, layout, groups, vocabulary()["headers"], cover))


def _section(measures: Sequence[Measure], index: int, show: Voice) -> str:
    """The printed section of a measure: worded once for each indicator."""
    mine = measures[index].indicator
    first = next(one for one in measures if one.indicator == mine)
    return first.section.format(name=NAMES[mine - 1], n=show(mine))


def _printed_rows(writer: _Writer, measure: Measure, number: str, section: str) -> list[list[str]]:
    """The rows of one measure: one, or one for each of its steps."""
    show, layout = writer.show, writer.layout
    marker = layout.marker
    cells: dict[str, str] = {kind: _list(writer, measure.fields[kind]) for kind in LISTED}
    bare = "number" in layout.columns or not layout.numbered
    words = show.script(measure.title) if layout.same_digits else measure.title
    title = words if bare else f"{show(number)}{marker}{words}"
    titled = layout.sections == "titled"
    unit, period = _unit(measure), show.script(measure.period.text)
    cells |= {
        "number": show(number),
        "title": _list(writer, measure.activities) if titled else title,
        "topic": section,
        "responsible": unit,
        "period": period,
        "remark": " ".join(measure.fields["remark"]),
        "both": layout.both.format(unit=unit, period=period),
        **dict(zip(("aim", "budget", "place"), measure.beside, strict=True)),
    }
    rows = [[cells[kind] for kind in layout.columns]]
    if titled:
        rows.insert(0, [title, *[""] * (len(rows[0]) - 1)])
    at = layout.columns.index("steps") if "steps" in layout.columns else None
    steps = measure.fields["steps"]
    if at is None or not layout.row_per_step or len(steps) < 2:
        return rows
    rows[0][at] = _numbered(writer, steps[:1], 1)
    for place, step in enumerate(steps[1:], 2):
        row = [""] * len(layout.columns)
        row[at] = _numbered(writer, (step,), place)
        rows.append(row)
    return rows


def _unit(measure: Measure) -> str:
    name, office = measure.person
    return f"{name} {office}" if name else " ".join(measure.units)


def _list(writer: _Writer, items: Sequence[str]) -> str:
    """The items of a cell in one text."""
    between = "\n" if writer.lists == "lines" else " "
    if len(items) < 2 and writer.layout.bare_single:
        return "".join(items)
    return between.join(_numbered(writer, (item,), at) for at, item in enumerate(items, 1))


def _numbered(writer: _Writer, items: Sequence[str], start: int) -> str:
    show, bullet = writer.show, writer.layout.bullet
    between = "\n" if writer.lists == "lines" else " "
    return between.join(
        f"{bullet.format(n=show(at))}{item}" for at, item in enumerate(items, start)
    )


def _prose(writer: _Writer, measures: Sequence[Measure]) -> list[Block]:
    """The measures as numbered headings, with a paragraph for each of their fields."""
    chance, words = writer.chance, vocabulary()["prose"]
    blocks: list[Block] = []
    heading = chance.choice(words["heading"])
    labels = {kind: chance.choice(names) for kind, names in words.items() if kind != "heading"}
    for number, measure in enumerate(measures, 1):
        title = heading.format(n=writer.show(number), title=measure.title)
        blocks.append(Heading(title) if writer.layout.headed else Paragraph(title))
        for kind in writer.layout.columns:
            if kind in LISTED:
                blocks += _prose_list(writer, labels[kind], measure.fields[kind])
            elif kind == "responsible":
                blocks.append(Paragraph(f"{labels[kind]} : {_unit(measure)}"))
            elif kind == "period":
                text = writer.show.script(measure.period.text)
                blocks.append(Paragraph(f"{labels[kind]} : {text}"))
            elif kind == "remark" and measure.fields["remark"]:
                blocks.append(Paragraph(f"{labels[kind]} : {measure.fields['remark'][0]}"))
        row = _truth(writer, measure, str(number), "")
        if "{n}. มาตรการ" in heading:
            row["title"] = f"มาตรการ{measure.title}"
        writer.rows.append(row)
    return blocks


def _prose_list(writer: _Writer, label: str, items: Sequence[str]) -> list[Block]:
    if len(items) == 1:
        return [Paragraph(f"{label} : {items[0]}")]
    lines = [Paragraph(_numbered(writer, (item,), at)) for at, item in enumerate(items, 1)]
    return [Paragraph(f"{label} :"), *lines]


def _truth(writer: _Writer, measure: Measure, number: str, section: str) -> TruthRow:
    """The row of ``measures.csv`` that a printed measure makes, with digits as written."""
    columns, show = writer.layout.columns, writer.show
    sectioned = writer.layout.sections not in ("", "titled") and not writer.layout.prose
    timed = "period" in columns or "both" in columns
    owned = "responsible" in columns or "both" in columns
    words: Callable[[str], str] = lambda text: text  # noqa: E731
    if writer.layout.same_digits and not writer.layout.prose:
        words = lambda text: show.script(text)  # noqa: E731
    period = measure.period
    return {
        "fiscal_year": str(writer.year),
        "number": number,
        "section": section if sectioned else "",
        "title": words(measure.title),
        "responsible": (measure.person[1] or " ".join(measure.units)) if owned else "",
        "period": show.script(period.text) if timed else "",
        "start_date": period.start if timed else "",
        "end_date": period.end if timed else "",
        "remark": " ".join(measure.fields["remark"]) if "remark" in columns else "",
        "indicator": str(measure.indicator) if sectioned else "",
        **{kind: _json(measure.fields[kind]) if kind in columns else "" for kind in LISTED},
        **_activities(writer.layout, measure),
    }


def _activities(layout: Layout, measure: Measure) -> TruthRow:
    """What a row of a measure with a title of its own does; its steps where it prints none."""
    if layout.sections != "titled":
        return {}
    name = "activities" if "steps" in layout.columns else "steps"
    return {name: _json(measure.activities)}


def _json(items: Sequence[str]) -> str:
    return json.dumps(list(items), ensure_ascii=False) if items else ""
