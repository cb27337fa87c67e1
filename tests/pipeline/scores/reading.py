"""Read small hand-made documents and say their scores in short."""

from __future__ import annotations

from pipeline.scores.find import find_scores
from pipeline.scores.found import Found
from pipeline.scores.years import score_years
from tests.pipeline.documents import document

NAMES = (
    "การปฏิบัติหน้าที่",
    "การใช้งบประมาณ",
    "การใช้อำนาจ",
    "การใช้ทรัพย์สินของราชการ",
    "การแก้ไขปัญหาการทุจริต",
    "คุณภาพการดำเนินงาน",
    "ประสิทธิภาพการสื่อสาร",
    "การปรับปรุงการทำงาน",
    "การเปิดเผยข้อมูล",
    "การป้องกันการทุจริต",
)
VALUES = ("90.11", "82.22", "87.33", "83.44", "85.55", "74.66", "80.77", "79.88", "33.99", "6.25")


def read(text: str) -> Found:
    """The score facts of a document in the notation of `document`."""
    parsed = document(text)
    years = score_years(parsed)
    return find_scores(parsed, years[0] if years else None)


def scores(text: str) -> list[tuple[int | None, str, str]]:
    """(fiscal year, code, value) of every score, in reading order."""
    return [(s.fiscal_year, s.item.code, str(s.value)) for s in read(text).scores]


def by_code(text: str) -> dict[str, str]:
    """The value of each code; a code with two values is shown with both."""
    result: dict[str, str] = {}
    for _, code, value in scores(text):
        if code in result and result[code] != value:
            value = f"{result[code]} / {value}"
        result[code] = value
    return result


def ten(*columns: str, prefix: str = "") -> str:
    """Ten rows of a table: each column a template with ``{n}``, ``{name}`` and ``{value}``."""
    rows = []
    for number, (name, value) in enumerate(zip(NAMES, VALUES, strict=True), 1):
        rows.append(prefix + "\t".join(c.format(n=number, name=name, value=value) for c in columns))
    return "\n".join(rows)


OFFICIAL = {str(number): value for number, value in enumerate(VALUES, 1)}
