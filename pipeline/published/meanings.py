"""How the columns of a table were understood, in words."""

from __future__ import annotations

from pipeline.labels import item_name
from pipeline.published.layout import TOTAL, Column, Layout
from pipeline.published.notice import Notice

_MEANINGS = {
    "agency": ("agency", "หน่วยงาน"),
    "agency_type": ("kind of agency", "ประเภทหน่วยงาน"),
    "district": ("district", "อำเภอ"),
    "province": ("province", "จังหวัด"),
    "fiscal_year": ("fiscal year", "ปีงบประมาณ"),
    "fiscal_year_ce": ("fiscal year (CE)", "ปีงบประมาณ (ค.ศ.)"),
    "rating": ("rating", "ระดับ"),
    "item": ("item", "รายการ"),
    "item_name": ("name of the item", "ชื่อรายการ"),
    "score": ("score", "คะแนน"),
    "out_of": ("full marks", "คะแนนเต็ม"),
    "target": ("target", "เป้าหมาย"),
}


def _meaning(column: Column, thai: int) -> str:
    if column.body:
        what = ("scores of this agency", "คะแนนของหน่วยงานนี้")[thai]
    elif column.item is None:
        what = _MEANINGS[column.role][thai]
    elif column.item.item_type == "indicator":
        name = item_name(column.item)
        what = (f"indicator {column.item.code}", f"ตัวชี้วัดที่ {column.item.code} {name}")[thai]
    elif column.item == TOTAL:
        what = ("total", "คะแนนรวม")[thai]
    else:
        what = column.item.code
    if column.out_of is not None:
        what += (f" (points of {column.out_of})", f" (คะแนนถ่วงน้ำหนักเต็ม {column.out_of})")[thai]
    return f"{what} {column.year}" if column.year else what


def told(layout: Layout) -> Notice:
    """How the columns were understood."""
    used = [column for column in layout.columns if column.role not in ("", "unused")]
    rest = [c for c in layout.columns if c.role in ("", "unused") and c.header.strip()]
    lines = []
    for thai in (0, 1):
        listed = "; ".join(f"{c.letter} «{c.header}» = {_meaning(c, thai)}" for c in used)
        left = ", ".join(f"{c.letter} «{c.header}»" for c in rest)
        row = layout.header + 1
        year = f"; {('fiscal year', 'ปีงบประมาณ')[thai]} {layout.year}" if layout.year else ""
        dated = layout.one("fiscal_year") or layout.one("fiscal_year_ce")
        year = "" if dated or any(c.year for c in used) else year
        also = f"; {('not used', 'ไม่ใช้')[thai]}: {left}" if left else ""
        lines.append(f"{(f'header in row {row}', f'หัวตารางแถว {row}')[thai]}: {listed}{year}{also}")
    return Notice(lines[0], lines[1], problem=False)
