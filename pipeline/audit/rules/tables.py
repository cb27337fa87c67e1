"""Rules on tables and lists: what stands in which row, and in which order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from pipeline.audit.case import Case, Dataset, DocumentCase, Entry
from pipeline.audit.gaps import Gap, candidates, gaps, told
from pipeline.audit.phrases import item, item_th, some, some_th, where, where_th
from pipeline.audit.rule import Report, rule
from pipeline.facts import UncertainLabel
from pipeline.numbers import plain
from pipeline.scheme import scheme_for

SORTABLE = 6
"""A column of fewer scores is often in order by chance."""

KEPT = Fraction(3, 4)
"""Assumed chance that two neighbouring indicators keep their order from year to year."""

NEGLIGIBLE = Fraction(1, 100)
"""Below this chance, order alone is a warning."""


@dataclass(frozen=True, slots=True)
class Column:
    """One year's indicator scores in one table, top to bottom."""

    fiscal_year: int
    entries: tuple[Entry, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(entry.code for entry in self.entries)

    @property
    def values(self) -> tuple[Decimal, ...]:
        return tuple(entry.score.value for entry in self.entries)

    @property
    def descends(self) -> bool:
        ordered = tuple(sorted(self.values, reverse=True))
        return len(self.values) >= SORTABLE and self.values == ordered

    @property
    def steps(self) -> int:
        """Neighbours that differ."""
        return sum(one != two for one, two in zip(self.values, self.values[1:], strict=False))


def columns(entries: Sequence[Entry]) -> list[list[Column]]:
    """The year columns of each table, for one body each."""
    tables: dict[tuple[int, str], dict[tuple[int, int], list[Entry]]] = {}
    for entry in entries:
        place, year = entry.score.place, entry.score.fiscal_year
        if entry.score.item.item_type != "indicator" or entry.is_points or year is None:
            continue
        if place.table is not None and place.column is not None:
            table = tables.setdefault((place.table, entry.agency_id), {})
            table.setdefault((place.column, year), []).append(entry)
    return [
        [
            Column(year, tuple(sorted(rows, key=lambda entry: entry.score.place.row or 0)))
            for (_, year), rows in sorted(table.items())
        ]
        for table in tables.values()
    ]


@rule(
    "sorted-columns",
    "error",
    "The order of the year columns of one table: each sorted by itself under one set of names?",
    "ลำดับคะแนนของแต่ละปีในตารางเดียวกัน ว่าถูกเรียงแยกกันโดยใช้ชื่อตัวชี้วัดชุดเดียวหรือไม่",
    "2562, 2563 and 2564 all fall from row to row, and the totals of 2562 and 2563 do not fit\n"
    "→ scores of these years probably stand beside wrong names",
)
def sorted_columns(dataset: Dataset) -> Iterator[Report]:
    for document in dataset.documents:
        for table in columns(document.entries):
            falling = [column for column in table if column.descends]
            alike = [one for one in falling if one.codes == falling[0].codes]
            if len({column.fiscal_year for column in alike}) > 1:
                yield from _sorted(dataset, alike)


def _sorted(dataset: Dataset, alike: list[Column]) -> Iterator[Report]:
    """Suspects among columns in one falling order: all whose total does not confirm them."""
    cases = {
        column.fiscal_year: dataset.case_of(column.entries[0].agency_id, column.fiscal_year)
        for column in alike
    }
    wrong = {year for year, case in cases.items() if case and _total_holds(case) is False}
    sound = {year for year, case in cases.items() if case and _total_holds(case)}
    unknown = [column for column in alike if column.fiscal_year not in wrong | sound]
    # One column may rightly be in order: the table was ranked by it.
    extra = unknown if sound or wrong else unknown[1:]
    chance = KEPT ** sum(column.steps for column in extra)
    for column in alike:
        case = cases[column.fiscal_year]
        if case is None or column.fiscal_year in sound:
            continue
        if column.fiscal_year in wrong:
            yield _unsorted(case, column, alike, fails=True)
        elif wrong or chance < NEGLIGIBLE:
            yield _unsorted(case, column, alike, fails=False)


def _total_holds(case: Case) -> bool | None:
    for check in case.checks:
        if check.kind == "total" and check.decided and case.judged:
            return check.holds
    return None


def _unsorted(case: Case, column: Column, alike: list[Column], *, fails: bool) -> Report:
    years = ", ".join(str(one.fiscal_year) for one in alike)
    year = column.fiscal_year
    place = column.entries[0].score.place
    proof = (
        f"and the total of {year} does not follow from its scores"
        if fails
        else f"and no printed total confirms {year}"
    )
    proof_th = (
        f"และคะแนนรวมปี {year} ไม่ตรงกับคะแนนรายตัวชี้วัด" if fails else f"และไม่มีคะแนนรวมปี {year} ที่ยืนยันได้"
    )
    return Report(
        case.subject,
        f"In the table on {where(place)} the scores of {years} all fall from row to row under "
        f"one set of names, {proof}. Each year was probably sorted by itself, so that scores of "
        f"{year} stand beside wrong names. Compare them with the official announcement.",
        f"ตาราง{where_th(place)} คะแนนปี {years} เรียงจากมากไปน้อยทุกคอลัมน์โดยใช้ชื่อชุดเดียวกัน "
        f"{proof_th} น่าจะเรียงคะแนนแต่ละปีแยกกัน คะแนนปี {year} จึงอาจอยู่ผิดชื่อตัวชี้วัด "
        f"โปรดตรวจเทียบกับประกาศผล",
        column.entries,
        code="",
        item_type="indicator",
        printed=" ".join(plain(value) for value in column.values),
        severity=None if fails else "warning",
    )


@rule(
    "indicator-missing",
    "warning",
    "The indicators printed for one body and year with the scheme's full list.",
    "ตัวชี้วัดที่พิมพ์ไว้ของหน่วยงานและปีหนึ่ง กับตัวชี้วัดครบชุด",
    "a table of nine indicators, without indicator 7\n→ the total cannot be checked",
)
def indicator_missing(case: Case) -> Iterator[Report]:
    official = [one.code for one in case.scheme.indicators] if case.scheme else []
    present = {entry.code for entry in case.entries if not entry.is_points}
    missing = [code for code in official if code not in present]
    found = gaps(case)
    taken = any(gap.counted_as_zero for gap in found)
    whole = [gap for gap in found if not set(gap.missing) <= set(official)]
    if whole:
        if taken:
            yield _instrument_missing(case, whole[0])
        return
    few = 2 * (len(official) - len(missing)) <= len(official)
    if case.foreign or not missing or (few and not taken):
        return
    rows = case.rows(set(official))
    tabled = {(one.document, one.score.place.table) for one in rows}
    one_table = len(tabled) == 1 and rows[0].score.place.table is not None
    names = ", ".join(item(code, case.scheme) for code in missing)
    names_th = ", ".join(item_th(code, case.scheme) for code in missing)
    follows, follows_th = _what_follows(case, found)
    yield Report(
        case.subject,
        f"Fiscal year {case.fiscal_year}: {len(official) - len(missing)} of {len(official)} "
        f"indicators are printed ({where(rows[0].score.place)}); missing: {names}. {follows} "
        f"Add them, or check how the row is named.",
        f"ปีงบประมาณ {case.fiscal_year} มีคะแนน {len(official) - len(missing)} จาก {len(official)} "
        f"ตัวชี้วัด ({where_th(rows[0].score.place)}) ขาด {names_th} {follows_th} "
        f"โปรดเพิ่มเติมหรือตรวจชื่อแถว",
        document=rows[0].document,
        sha256=rows[0].sha256,
        place=rows[0].score.place,
        code=" ".join(missing),
        item_type="indicator",
        severity=None if one_table or taken else "info",
        candidates=tuple(one for gap in found for one in candidates(case, gap)),
    )


def _what_follows(case: Case, found: Sequence[Gap]) -> tuple[str, str]:
    """What can be said of the total without the missing scores."""
    checked = any(check.kind == "total" and check.decided for check in case.checks)
    said = [told(case, gap) for gap in found if gap.possible]
    en, th = " ".join(one for one, _ in said), " ".join(one for _, one in said)
    if checked:
        return (
            f"The total was checked with the printed instruments instead. {en}".strip(),
            f"จึงตรวจคะแนนรวมจากคะแนนเครื่องมือที่พิมพ์ไว้แทน {th}".strip(),
        )
    return f"The total cannot be checked. {en}".strip(), f"จึงตรวจคะแนนรวมไม่ได้ {th}".strip()


def _instrument_missing(case: Case, gap: Gap) -> Report:
    """A total made with 0 for an instrument, or an index, that is not printed."""
    (total,) = case.rows(("total",))[:1]
    (code,) = gap.missing
    components = case.scheme.components if case.scheme else ()
    (component,) = (one for one in components if one.code == code)
    place = total.score.place
    en, th = told(case, gap)
    return Report(
        case.subject,
        f"Fiscal year {case.fiscal_year}: {code} is not printed beside the total "
        f"({where(place)}). {en}",
        f"ปีงบประมาณ {case.fiscal_year} ไม่มีคะแนน {code} คู่กับคะแนนรวม ({where_th(place)}) {th}",
        document=total.document,
        sha256=total.sha256,
        place=place,
        code=code,
        item_type=component.item_type,
        candidates=candidates(case, gap),
    )


@rule(
    "indicator-duplicated",
    "warning",
    "The rows of one table: does one indicator stand in it twice with different scores?",
    "แถวของตารางเดียวกัน ว่ามีตัวชี้วัดซ้ำที่คะแนนต่างกันหรือไม่",
    "indicator 5 in rows 5 and 10 with 85.27 and 6.25\n→ one row is probably indicator 10",
)
def indicator_duplicated(case: Case) -> Iterator[Report]:
    places: dict[tuple[str, int | None, int | None, str], dict[int | None, Entry]] = {}
    for entry in case.entries:
        place = entry.score.place
        if entry.score.item.item_type == "indicator" and place.table is not None:
            key = entry.document, place.table, place.column, entry.code
            places.setdefault(key, {}).setdefault(place.row, entry)
    for found in places.values():
        rows = tuple(found.values())
        values = list(dict.fromkeys(plain(row.score.value) for row in rows))
        if len(values) < 2:
            continue
        code = rows[0].code
        shown = " | ".join(values)
        places_en = some([where(row.score.place) for row in rows])
        places_th = some_th([where_th(row.score.place) for row in rows])
        yield Report(
            case.subject,
            f"{item(code, case.scheme)} stands {len(rows)} times in one table with different "
            f"scores, {some(values, ' | ')} ({places_en}). Check which row is named wrongly.",
            f"{item_th(code, case.scheme)} ปรากฏ {len(rows)} แถวในตารางเดียวกันด้วยคะแนนต่างกัน "
            f"{some_th(values, ' | ')} ({places_th}) โปรดตรวจว่าแถวใดใช้ชื่อผิด",
            rows,
            printed=shown,
        )


@rule(
    "indicator-number-conflict",
    "warning",
    "The number printed beside an indicator's name with its official number.",
    "เลขที่พิมพ์คู่กับชื่อตัวชี้วัด กับเลขตัวชี้วัดทางการ",
    "«ตัวชี้วัดที่ 4 การใช้งบประมาณ»\n→ its official number is 2; the name decides",
)
def indicator_number_conflict(document: DocumentCase) -> Iterator[Report]:
    lists: dict[tuple[int | None, str, int | None], list[Entry]] = {}
    for entry in document.entries:
        if entry.score.printed_number is not None and entry.score.item.item_type == "indicator":
            place = entry.score.place
            year = None if place.table is not None else entry.score.fiscal_year
            lists.setdefault((place.table, entry.agency_id, year), []).append(entry)
    for entries in lists.values():
        rows = {(one.score.place.page, one.score.place.line, one.code): one for one in entries}
        full = _is_full_list(list(rows.values()))
        for entry in rows.values():
            stated = entry.score.number_is_stated
            if str(entry.score.printed_number) != entry.code and (stated or full):
                yield _misnumbered(document, entry)


def _is_full_list(rows: Sequence[Entry]) -> bool:
    """A list of all indicators of a scheme, numbered through from 1."""
    year = rows[0].score.fiscal_year
    scheme = scheme_for(year) if year else None
    official = {one.code for one in scheme.indicators} if scheme else set()
    numbers = {str(row.score.printed_number) for row in rows}
    return bool(official) and numbers == official == {row.code for row in rows}


def _misnumbered(document: DocumentCase, entry: Entry) -> Report:
    score = entry.score
    number, place = score.printed_number, score.place
    stated = score.number_is_stated
    hint = "" if stated else " In a ranked list this is the rank, not the indicator's number."
    hint_th = "" if stated else " หากเป็นรายการจัดอันดับ เลขนี้คืออันดับ ไม่ใช่เลขตัวชี้วัด"
    return Report(
        document.subject,
        f"«{score.name}» is printed with number {number} ({where(place)}); its official number "
        f"is {entry.code}. The name was followed.{hint}",
        f"«{score.name}» พิมพ์คู่กับเลข {number} ({where_th(place)}) แต่เลขตัวชี้วัดทางการคือ "
        f"{entry.code} ระบบยึดตามชื่อ{hint_th}",
        (entry,),
        printed=f"{number} {score.name}",
        expected=entry.code,
        severity=None if stated else "info",
    )


@rule(
    "label-uncertain",
    "warning",
    "The name of a row with a score with the names of the indicators.",
    "ชื่อแถวที่มีคะแนน กับชื่อตัวชี้วัด",
    "«การ...การทุจริต 50.00» fits indicators 5 and 10 alike\n→ the score is left out",
)
def label_uncertain(document: DocumentCase) -> Iterator[Report]:
    for label in document.read.facts.uncertain:
        yield _uncertain(document, label)


def _uncertain(document: DocumentCase, label: UncertainLabel) -> Report:
    near = ", ".join(f"{code} ({similarity:.0f})" for code, similarity in label.candidates)
    return Report(
        document.subject,
        f"«{label.name}» with score {label.printed} ({where(label.place)}) cannot be told to one "
        f"indicator; nearest: {near}. The score is left out: check the name on the page.",
        f"ไม่สามารถระบุได้ว่า «{label.name}» คะแนน {label.printed} ({where_th(label.place)}) "
        f"เป็นตัวชี้วัดใด ใกล้เคียงที่สุด: {near} จึงไม่นำคะแนนนี้ไปใช้ โปรดตรวจชื่อในเอกสาร",
        document=document.read.document,
        sha256=document.read.sha256,
        place=label.place,
        code=" ".join(code for code, _ in label.candidates),
        item_type="indicator",
        printed=f"{label.name} {label.printed}",
    )
