"""One file of published scores, read: its sheets, its bodies, and what was said about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from parsers.errors import UnreadableDocument
from parsers.model import Document, Line, Page
from parsers.sheets import Sheet
from pipeline.facts import Place, Resolution, Succession
from pipeline.published.bodies import resolver
from pipeline.published.entries import Entries
from pipeline.published.headers import find_layout
from pipeline.published.layout import Layout
from pipeline.published.long import Long
from pipeline.published.meanings import told
from pipeline.published.notice import Notice
from pipeline.published.numbers import Numbers
from pipeline.published.wide import Wide
from pipeline.run.records import file_hash

if TYPE_CHECKING:
    from pipeline.agency import Register
    from pipeline.run.inputs import Source


_SAMPLE = 200
"""Rows whose scores are looked at to tell fractions of 1."""
_NAMES = 50
"""Bodies whose names help to tell what assessment a table is of."""


@dataclass(slots=True)
class Table:
    """A file with its agency-years."""

    numbers: Numbers
    """Texts of the scores of all tables of the run."""
    document: str
    sha256: str
    media_type: str
    bytes: int
    sheets: int
    entries: list[Entries]
    resolutions: list[list[Resolution]]
    """For each sheet the bodies of ``Entries.who``."""
    reporter: Resolution
    """The body of a table that names none in its rows."""
    look_alike: str
    year: int | None
    notices: list[Notice] = field(default_factory=list)
    successions: set[Succession] = field(default_factory=set)
    """What the register says that the bodies of the rows were before."""

    @property
    def problems(self) -> list[Notice]:
        return [notice for notice in self.notices if notice.problem]


def read_table(
    source: Source, numbers: Numbers, register: Register | None, sheets: Sequence[Sheet]
) -> Table:
    """Understand every sheet of a file that holds scores.

    Raises `UnreadableDocument` where none does, with what is wrong with the first.
    """
    path = source.path
    refused: list[UnreadableDocument] = []
    table = Table(
        numbers, source.document, file_hash(path), _media_type(path), path.stat().st_size,
        len(sheets), [], [], Resolution("unknown", None), "", None,
    )  # fmt: skip
    for page, sheet in enumerate(sheets, start=1):
        try:
            layout = find_layout(sheet, path)
            _refuse_fractions(sheet, layout, numbers)
        except UnreadableDocument as error:
            refused.append(error)
            continue
        _add(table, sheet, layout, page, numbers, register)
    if not table.entries:
        raise refused[0]
    for one in refused:
        if one.reason != "no-columns":
            table.notices.append(Notice(one.message, one.message_th))
    return table


def _refuse_fractions(sheet: Sheet, layout: Layout, numbers: Numbers) -> None:
    """Scores as fractions of 1 would recompute as well, and be a hundredth of what they are.

    Raises `UnreadableDocument` with the reason ``fractions``.
    """
    found = []
    for column in layout.columns:
        if column.role not in ("value", "score") or column.out_of is not None:
            continue
        cells = sheet.columns[column.index]
        last = min(layout.first + _SAMPLE, len(cells))
        texts = (cells[row] for row in range(layout.first, last))
        found += [numbers.values[number] for number in numbers.many(texts)]
    values = [one.value for one in found if one is not None]
    if len(values) < 2 or max(values) > 1 or all(value in (0, 1) for value in values):
        return
    where = f" (sheet {sheet.name})" if sheet.name else ""
    where_th = f" (ชีต {sheet.name})" if sheet.name else ""
    raise UnreadableDocument(
        "fractions",
        f"All scores{where} lie between 0 and 1, such as {values[0]}: they are fractions, while"
        " scores are of 100. Multiply them by 100, or save the cells as they show in per cent.",
        f"คะแนนทุกค่า{where_th} อยู่ระหว่าง 0 ถึง 1 เช่น {values[0]} คือเป็นเศษส่วนของ 1 แต่คะแนนเต็ม 100 "
        "กรุณาคูณด้วย 100 หรือบันทึกเซลล์ตามที่แสดงเป็นร้อยละ",
    )


def _media_type(path: Path) -> str:
    with path.open("rb") as file:
        zipped = file.read(4) == b"PK\x03\x04"
    workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return workbook if zipped else "text/csv"


def _add(
    table: Table,
    sheet: Sheet,
    layout: Layout,
    page: int,
    numbers: Numbers,
    register: Register | None,
) -> None:
    from pipeline.agency import reporting_body, stated_place
    from pipeline.agency.reporter.succession import listed_successions
    from pipeline.look_alike import look_alike, look_alike_heading

    reader = Long if layout.is_long else Wide
    entries = reader(sheet, layout, numbers, page, len(table.entries)).entries()
    title = _document(f"{layout.title}\n{sheet.name}")
    _, province = stated_place(title)
    resolve = resolver(register, province)
    people = []
    for number, named in enumerate(entries.who.named):
        place = Place(page, entries.who.first_row[number])
        if named.name:
            people.append(resolve(named, place))
            continue
        if table.reporter.body is None:
            table.reporter = reporting_body(title, register)
        people.append(table.reporter)
    table.entries.append(entries)
    table.resolutions.append(people)
    table.successions.update(listed_successions(people, register))
    heads = " ".join(column.header for column in layout.columns)
    names = " ".join(one.name for one in entries.who.named[:_NAMES])
    heading = f"{layout.title} {sheet.name} {table.document} {heads}"
    alike = look_alike(f"{heading} {names}") or look_alike_heading(heading)
    table.look_alike = table.look_alike or alike
    known = {int(year) for year in set(entries.year.tolist()) if year}
    table.year = max(known | ({table.year} if table.year else set()), default=None)
    where = f"{sheet.name}: " if sheet.name and table.sheets > 1 else ""
    understood = told(layout)
    table.notices.append(
        Notice(f"{where}{understood.en}", f"{where}{understood.th}", problem=False)
    )
    found = (*layout.notices, *entries.notices)
    table.notices += [Notice(f"{where}{n.en}", f"{where}{n.th}", n.problem) for n in found]
    if not len(entries):
        table.notices.append(
            Notice(
                f"{where}The columns are known, but no row under the header holds a score.",
                f"{where}พบหัวตารางแต่ไม่มีแถวที่มีคะแนน",
            )
        )


def _document(title: str) -> Document:
    lines = [
        Line(text, text, number, 1) for number, text in enumerate(title.split("\n"), 1) if text
    ]
    return Document((Page(1, tuple(lines)),), "text/plain", "title")
