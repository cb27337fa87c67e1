"""Whatever stands in a table or text, reading it ends, loses no titles and leaks no persons."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.measures import find_measures, find_recommendations
from tests.pipeline.documents import document

CELLS = st.sampled_from(
    [
        "", "", "มาตรการ", "โครงการ/กิจกรรม", "วิธีการ", "ขั้นตอน", "ผู้รับผิดชอบ", "ระยะเวลา",
        "ผู้รับผิดชอบ/ระยะเวลา", "ผลการดำเนินงาน", "ผลลัพธ์", "หมายเหตุ", "ที่", "ตัวชี้วัด", "คะแนน",
        "ประเด็นที่ควรพัฒนา", "1", "๒", "1.1", "1. ทำคู่มือ", "๒) อบรมพนักงาน", "ทำคู่มือ (ต่อ)",
        "- ประชุม - แจกจ่าย", "1. ประชุม|2. แจกจ่าย", "กองคลัง", "นายสมชาย ใจดี ปลัด", "ไตรมาส 2",
        "ภายใน ธ.ค. 65", "กองช่าง / ม.ค. 66", "✓", "ด้านการใช้งบประมาณ", "2. การใช้อำนาจ", "88.10",
        "จุดแข็ง", "โทร 081-234-5678",
    ]
)  # fmt: skip
HEADER = ("มาตรการ", "ผู้รับผิดชอบ", "วิธีการ", "ระยะเวลา", "ผลการดำเนินงาน")
LINES = st.sampled_from(
    [
        "มาตรการที่ 1 ทำคู่มือ", "2. มาตรการอบรม", "วิธีการ :", "ผู้รับผิดชอบ : นายสมชาย ใจดี กองคลัง",
        "ระยะเวลา : ม.ค. 66", "- ประชุม", "๑. แจกจ่าย", "จุดแข็ง : บริการรวดเร็ว", "จุดแข็ง", "ข้อเสนอแนะ",
        "มาตรการส่งเสริมคุณธรรม ปี 2566", "- ๒ -", "",
    ]
)  # fmt: skip


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Tables of two to five columns with lines between them."""
    parts: list[str] = ["มาตรการส่งเสริมคุณธรรมและความโปร่งใส ปี 2566"]
    for _ in range(draw(st.integers(1, 4))):
        width = draw(st.integers(2, 5))
        rows = draw(st.lists(st.lists(CELLS, min_size=width, max_size=width), max_size=5))
        if draw(st.booleans()):
            rows.insert(0, draw(st.permutations(HEADER[:width])))
        parts += ["\t".join(row) for row in rows]
        parts += draw(st.lists(LINES, max_size=4))
    return "\n".join(parts)


@settings(deadline=None, max_examples=150)
@given(texts())
def test_any_table_or_text_is_read_to_its_end(text: str) -> None:
    found = document(text)
    for measure in find_measures(found):
        assert measure.title
        everything = repr(measure)
        assert "สมชาย" not in everything
        assert "081" not in everything
    for one in find_recommendations(found):
        assert one.text
        assert "สมชาย" not in one.text
