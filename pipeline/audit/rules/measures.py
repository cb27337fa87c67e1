"""Rules about measures: what was planned and never told of, what was told without a result."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.audit.case import Dataset, DocumentCase, Subject
from pipeline.audit.rule import Report, rule

if TYPE_CHECKING:
    from pipeline.measures.joining import Joined, Planned


@rule(
    "measure-unreported",
    "info",
    "The measures that a body planned for a year with its report on that year's measures.",
    "มาตรการที่หน่วยงานกำหนดไว้ในปีหนึ่ง กับรายงานผลการดำเนินการตามมาตรการของปีนั้น",
    "the plan has ten measures, the report on it tells of nine\n→ nothing is said of the tenth",
)
def measure_unreported(dataset: Dataset) -> Iterator[Report]:
    if not any(one.read.facts.measures for one in dataset.documents):
        return
    from pipeline.measures.joining import joined, measure_ids

    cases = {case.read.document: case for case in dataset.documents}
    measures = joined((c.read.document, c.read.sha256, c.read.facts) for c in dataset.documents)
    ids = measure_ids(measures)
    groups: dict[tuple[str, int | None], list[Joined]] = defaultdict(list)
    for rows in measures:
        groups[rows[0].owner, rows[0].measure.fiscal_year].append(rows)
    for same in groups.values():
        reported = [rows for rows in same if any(row.result for row in rows)]
        if not any(not row.result for rows in reported for row in rows):
            continue
        for rows in same:
            if not any(row.result for row in rows):
                yield _unreported(rows[0], cases[rows[0].key[0]], ids[rows[0].key])


def _unreported(row: Planned, case: DocumentCase, name: str) -> Report:
    title = row.measure.title
    return Report(
        _about(case, row.measure.fiscal_year),
        f"The measure “{title}” is planned, and the report on the year's measures does not"
        " mention it. Check whether it was carried out.",
        f"มาตรการ “{title}” อยู่ในแผน แต่รายงานผลของปีเดียวกันไม่ได้กล่าวถึง โปรดตรวจว่าได้ดำเนินการหรือไม่",
        code=name,
        item_type="measure",
        printed=title,
        document=case.read.document,
        sha256=case.read.sha256,
        place=row.measure.place,
    )


def _about(case: DocumentCase, year: int | None) -> Subject:
    return Subject(case.subject.agency_id, case.subject.agency, year)


@rule(
    "measure-without-result",
    "info",
    "The rows of a report on measures with its column for results.",
    "แต่ละมาตรการในรายงานผล กับช่องผลการดำเนินงานของรายงานนั้น",
    "measure 4 of a report has a dash for its result\n→ what became of it is not told",
)
def measure_without_result(case: DocumentCase) -> Iterator[Report]:
    measures = case.read.facts.measures
    if not any(one.reported and _told(one.result) for one in measures):
        return
    from pipeline.measures.joining import joined, measure_ids

    ids = measure_ids(joined([(case.read.document, case.read.sha256, case.read.facts)]))
    for index, one in enumerate(measures):
        if not one.reported or _told(one.result):
            continue
        yield Report(
            _about(case, one.fiscal_year),
            f"The report tells no result of the measure “{one.title}”, as it does of others."
            " Check what became of it.",
            f"รายงานไม่ได้ระบุผลการดำเนินงานของมาตรการ “{one.title}” โปรดตรวจสอบ",
            code=ids[case.read.document, index],
            item_type="measure",
            printed=one.title,
            document=case.read.document,
            sha256=case.read.sha256,
            place=one.place,
        )


def _told(result: tuple[str, ...]) -> bool:
    from pipeline.measures.vocabulary import words

    return any(not words("joining", "nothing").search(item) for item in result)
