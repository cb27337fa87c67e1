"""Spaces of line breaks, list items, units and persons in the cells of measures."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.model import Box, Cell, Method
from pipeline.measures.frame import split_frame
from pipeline.measures.items import split_items, without_marker
from pipeline.measures.mend import Wrapping, mend, wrapping
from pipeline.measures.persons import without_persons
from pipeline.measures.units import responsible, units
from pipeline.measures.unwrap import heal, unwrap

WRAPPED = Wrapping(spaces=0.5, line_ends=0.5)
THAI = st.text("กขคงจชดตทนบปพมยรลวสหอะาิีุูเแโ่้ ", max_size=40)


def cell(text: str, method: Method = Method.TEXT, column: int = 0) -> Cell:
    box = Box(0, 0, 90, 90) if method is not Method.TEXT else None
    return Cell(text, text, 0, column, 1, 1, box=box, method=method)


@pytest.mark.parametrize(
    ("wrapped", "whole"),
    [
        ("การเปิดเผย ข้อมูลของ หน่วยงานต่อ ประชาชน", "การเปิดเผยข้อมูลของหน่วยงานต่อประชาชน"),
        ("จัดทำแผน ปฏิบัติการ", "จัดทำแผนปฏิบัติการ"),
        ("แจ้งผลการ/ ประเมินผล", "แจ้งผลการ/ประเมินผล"),
        ("ประชุมใหญ่ เช่น ประชุมสภา", "ประชุมใหญ่ เช่น ประชุมสภา"),
        ("ระบบ E-Service ของ อบต.", "ระบบ E-Service ของ อบต."),
        ("อบรม 2 ครั้ง", "อบรม 2 ครั้ง"),
    ],
)
def test_line_breaks_of_a_column_are_taken_out_and_other_spaces_stay(
    wrapped: str, whole: str
) -> None:
    assert mend(cell(wrapped), WRAPPED) == (whole,)


def test_spaces_of_text_that_was_never_wrapped_are_the_authors() -> None:
    text = "ติดประกาศที่หอกระจายข่าว ศาลาประชาคม ที่ทำการผู้ใหญ่บ้าน และเผยแพร่ทางเว็บไซต์ของหน่วยงาน"
    assert mend(cell(text), Wrapping()) == (text,)


def test_a_space_that_leaves_no_word_goes_even_there() -> None:
    assert heal("ดำเนินการอย่างสม่ำ เสมอ โปร่งใส") == "ดำเนินการอย่างสม่ำเสมอ โปร่งใส"


@pytest.mark.parametrize(
    ("torn", "whole"),
    [
        ("แจ้งให้ประ ชาชนทราบ", "แจ้งให้ประชาชนทราบ"),
        ("ป้องกันการทุจ ริตและประพฤติมิชอบ", "ป้องกันการทุจริตและประพฤติมิชอบ"),
        ("จัดให้มีบริ การนอกเวลา", "จัดให้มีบริการนอกเวลา"),
        ("รายงานผลการ ดำเนินงาน", "รายงานผลการดำเนินงาน"),
        ("คำแนะนำแก่ผู้ มาติดต่อ", "คำแนะนำแก่ผู้มาติดต่อ"),
        ("อบ รมพนักงาน", "อบรมพนักงาน"),
    ],
)
def test_a_space_inside_a_word_that_its_halves_can_hardly_make_goes(torn: str, whole: str) -> None:
    assert heal(torn) == whole


@pytest.mark.parametrize(
    "text",
    [
        "พ่อ แม่ ลูก หลาน ร่วมกิจกรรม",
        "วัด บ้าน เมือง",
        "ประชาชนทุกคน งานบริการทุกด้าน",
        "เปิดทำการทุกวัน ที่ทำการใหม่",
        "ความพึงพอใจ ณ จุดบริการ",
        "น้ำ ไฟ ถนน",
    ],
)
def test_a_space_between_words_that_may_stand_alone_stays(text: str) -> None:
    assert heal(text) == text


def test_a_table_tells_its_short_cells_whether_they_are_wrapped() -> None:
    long = cell("จัดให้มีช่องทางการ รับฟังความเห็นของ ประชาชนผู้ รับบริการจาก หน่วยงานใน พื้นที่")
    short = cell("ด้านคุณภาพ การให้บริการ", column=1)
    assert mend(short, wrapping([long, short])) == ("ด้านคุณภาพการให้บริการ",)
    assert mend(short, Wrapping()) == ("ด้านคุณภาพ การให้บริการ",)


def test_lines_of_a_page_are_joined_and_its_list_items_kept() -> None:
    text = "๑. จัดทำคู่มือการ\nให้บริการประชาชน\n๒. เผยแพร่ทาง\nเว็บไซต์"
    assert mend(cell(text, Method.TEXT_LAYER), Wrapping()) == (
        "๑. จัดทำคู่มือการให้บริการประชาชน",
        "๒. เผยแพร่ทางเว็บไซต์",
    )


def test_lines_of_a_text_are_its_items() -> None:
    assert mend(cell("จัดทำคู่มือ\nเผยแพร่ผล"), Wrapping()) == ("จัดทำคู่มือ", "เผยแพร่ผล")


@settings(deadline=None)
@given(THAI)
def test_mending_only_ever_takes_spaces_away(text: str) -> None:
    for mended in (unwrap(text), heal(text)):
        assert mended.replace(" ", "") == text.replace(" ", "")


@settings(deadline=None)
@given(THAI)
def test_healed_text_stays_as_it_is(text: str) -> None:
    once = heal(text)
    assert len(heal(once)) <= len(once) <= len(text)


@pytest.mark.parametrize(
    ("line", "items"),
    [
        ("๑. ก้าว ๒. สาม ๓. สี่", ["๑. ก้าว", "๒. สาม", "๓. สี่"]),
        ("๖.ติดราวจับ ๗.ปักป้าย", ["๖.ติดราวจับ", "๗.ปักป้าย"]),
        ("- แผน - ผล", ["- แผน", "- ผล"]),
        ("๑. แผน ๒. ผล - รายงาน", ["๑. แผน", "๒. ผล", "- รายงาน"]),
        ("ไม่รับ – ไม่ให้", ["ไม่รับ – ไม่ให้"]),
        ("ม.ค. - มี.ค.", ["ม.ค. - มี.ค."]),
        ("ตามมาตรา 9. ของกฎหมาย", ["ตามมาตรา 9. ของกฎหมาย"]),
        ("ร้อยละ 1.5 ของงบ", ["ร้อยละ 1.5 ของงบ"]),
    ],
)
def test_a_line_is_cut_at_its_list_items_only(line: str, items: list[str]) -> None:
    assert list(split_items(line)) == items


@given(THAI, st.sampled_from(["", "๑. ", "2) ", "- ", "• "]))
def test_cutting_loses_nothing(text: str, marker: str) -> None:
    line = " ".join(f"{marker}{text}".split())
    assert " ".join(split_items(line)) == line


@pytest.mark.parametrize("text", ["๑. ประชุม", "1) ประชุม", "- ประชุม", "(๑) ประชุม", "ประชุม"])
def test_markers_are_no_part_of_an_item(text: str) -> None:
    assert without_marker(text) == "ประชุม"


@pytest.mark.parametrize(
    ("cell_text", "wrapped", "unit"),
    [
        ("สำนักปลัด กองคลัง", True, "สำนักปลัด กองคลัง"),
        ("กองสาธารณสุข และสิ่งแวดล้อม", True, "กองสาธารณสุขและสิ่งแวดล้อม"),
        ("งานพัสดุ ปลัดเทศบาล", False, "งานพัสดุ ปลัดเทศบาล"),
        ("สำนัก ปลัด กอง ช่าง", False, "สำนักปลัด กองช่าง"),
        ("กองช่าง และ กองคลัง", False, "กองช่าง และ กองคลัง"),
        ("ทุกงานที่ เกี่ยวข้องส่งข้อมูล ให้ประชาสัมพันธ์", True, "ทุกงานที่เกี่ยวข้อง"),
        ("นายวีระ มั่นคง ผู้อำนวยการกองคลัง", False, "ผู้อำนวยการกองคลัง"),
        ("นางสาวสุดา ปลัดเทศบาล", False, "ปลัดเทศบาล"),
        ("นางพิมพา แก้ว ใส หัวหน้าสำนักปลัด", True, "หัวหน้าสำนักปลัด"),
        ("พ.อ.อ.สุรชัย บุญมา งานพัสดุ", False, "งานพัสดุ"),
        ("ว่าที่ ร.ต.หญิงจิราพร ทองดี นิติกร", False, "นิติกร"),
        ("นายสมชาย ดี ตำแหน่ง นักวิเคราะห์นโยบาย", False, "นักวิเคราะห์นโยบาย"),
        ("สำนักปลัด โทร. 08-1234-5678", False, "สำนักปลัด"),
        ("กองคลัง 0-4321-1234", False, "กองคลัง 0-4321-1234"),
        ("นายก อบต.", False, "นายก อบต."),
        ("นายกเทศมนตรี", False, "นายกเทศมนตรี"),
        ("นายช่างโยธา", False, "นายช่างโยธา"),
    ],
)
def test_the_responsible_unit_without_its_task_and_without_persons(
    cell_text: str, wrapped: bool, unit: str
) -> None:
    assert responsible(cell_text, wrapped=wrapped) == unit


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("สำนักงานปลัดเทศบาล และส่วนการคลัง", ("สำนักปลัด", "กองคลัง")),
        ("ผู้อำนวยการกองการศึกษา", ("กองการศึกษา",)),
        ("กองสาธารณสุข และสิ่งแวดล้อม", ("กองสาธารณสุขและสิ่งแวดล้อม",)),
        ("ทุกส่วน ทุกกอง", ("ทุกกอง",)),
        ("หน่วยตรวจสอบ ภายใน / ปลัด อบต.", ("หน่วยตรวจสอบภายใน", "ปลัด")),
        ("ศูนย์พัฒนาเด็กเล็กบ้านค้อ", ()),
    ],
)
def test_units_are_named_in_a_small_vocabulary(text: str, named: tuple[str, ...]) -> None:
    assert units(text) == named


@pytest.mark.parametrize(
    "text",
    [
        "ตำบลนางแล",
        "อบต.นายูง",
        "นายอำเภอ",
        "แจ้งนายทะเบียน",
        "มาตรา 9 พ.ศ. 2540",
        "งานวันนางนพมาศ",
        "เดือน ก.พ. 66",
        "ส่งเสริมคุณธรรม จริยธรรม",
        "คุณ ธรรม และความโปร่งใส",
        "คุณสมบัติ ของ ผู้สมัคร",
        "คุณภาพ การให้บริการ",
    ],
)
def test_places_offices_and_dates_are_no_persons(text: str) -> None:
    assert without_persons(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "โดยนายสมชาย ใจดี",
        "โทร ๐๘๑-๒๓๔-๕๖๗๘",
        "โทร.๐๘๑-๒๓๔๕๖๗๘",
        "คุณสมหมาย แซ่ลิ้ม",
        "นาง สาว มาลี รักไทย",
        "1-3401-00123-45-6",
        "ร.ต.อ. วิชัย ใจกล้า",
        "Mr. John Smith",
    ],
)
def test_names_titles_and_private_numbers_go(text: str) -> None:
    assert without_persons(text) in ("", "โดย")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("มี นายสมชาย ใจดี เข้าร่วม", "มี เข้าร่วม"),
        ("มี นายสม\nชาย ใจดี เข้าร่วม", "มี เข้าร่วม"),
        ("มี นายสมชาย ทอง\nคำ เข้าร่วม", "มี เข้าร่วม"),
        ("มี สมชาย ใจดี เข้าร่วม", "มี เข้าร่วม"),
        ("มอบสมชาย ใจดีดำเนินการ", "มอบดำเนินการ"),
        ("มอบ อ.สมชาย ใจดีดำเนินการ", "มอบ อ.ดำเนินการ"),
        ("กำนันสมบัติ ทองคำ ร่วมพิธี", "กำนัน ร่วมพิธี"),
        ("นายแพทย์สมชาย ใจดี", "นายแพทย์"),
        ("คุณสมชาย", ""),
        ("ลงชื่อ....นายสมชาย....", "ลงชื่อ........"),
        ("นายก อบต. (นายสมชาย ใจดี)", "นายก อบต."),
        ("นาย ส. ใจดี มอบรางวัล", "มอบรางวัล"),
        ("นพ.วีระ ฟันดี", ""),
    ],
)
def test_names_go_whatever_announces_them(text: str, kept: str) -> None:
    assert without_persons(text) == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("สมหญิง ใจงาม", ""),
        ("สมหญิง ใจงาม\nนักวิชาการคลัง", "นักวิชาการคลัง"),
        ("กองคลัง\nสมหญิง ใจงาม", "กองคลัง"),
        ("ชลธิชา พึ่งบุญยิ่ง (กองคลัง)", "กองคลัง"),
        ("1. สมหญิง ใจงาม\n2. กิตติพัฒน์ ยอดเพชร", ""),
        ("สำนักปลัดเทศบาล สุนทรี แก้วมณีโชติ", "สำนักปลัดเทศบาล"),
        ("กองสวัสดิการ สังคม กองคลัง", "กองสวัสดิการ สังคม กองคลัง"),
        ("วิทยากร ภายนอก", "วิทยากร ภายนอก"),
        ("ผู้นำชุมชน ประชาชน", "ผู้นำชุมชน ประชาชน"),
        ("งานธุรการ กองการศึกษา", "งานธุรการ กองการศึกษา"),
    ],
)
def test_a_bare_name_in_a_cell_of_units_goes(text: str, kept: str) -> None:
    assert responsible(text, wrapped=False) == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("(สมหญิง ใจงาม)", ""),
        ("ลงชื่อ ........ สมหญิง ใจงาม ผู้รายงาน", "ลงชื่อ ........ ผู้รายงาน"),
        ("นายสมชาย ใจดีดำเนินการ", "ดำเนินการ"),
        ("ลงชื่อเข้าใช้ระบบ ทุกครั้ง", "ลงชื่อเข้าใช้ระบบ ทุกครั้ง"),
        ("จัดทำแผน (ระยะที่ สอง)", "จัดทำแผน (ระยะที่ สอง)"),
        ("ชุมชน (หมู่บ้าน สีขาว)", "ชุมชน (หมู่บ้าน สีขาว)"),
    ],
)
def test_names_go_where_persons_sign(text: str, kept: str) -> None:
    assert without_persons(text) == kept


@pytest.mark.parametrize(
    "text",
    [
        "นายช่างโยธา ชำนาญงาน",
        "ครูผู้สอน และนักเรียน",
        "พัฒนา มั่นคง ยั่งยืน",
        "คุณภาพ บริการ",
        "รายงานต่อนาย อำเภอ",
        "เสนอนาย กเทศมนตรี",
    ],
)
def test_words_like_names_stay(text: str) -> None:
    assert without_persons(text) == text


def test_persons_are_left_out_of_results() -> None:
    assert without_persons("โดยประสานนางสาวปิยะ รุ่งเรือง") == "โดยประสาน"
    assert without_persons("มอบ น.ส.มาลี ใจงาม เป็นผู้ดูแล") == "มอบ เป็นผู้ดูแล"


def test_a_vowel_never_stands_apart_from_its_consonant() -> None:
    assert heal("ผลก ารจัดซื้อจัดจ้าง") == "ผลการจัดซื้อจัดจ้าง"


@pytest.mark.parametrize(
    ("text", "unit", "period"),
    [
        ("กองคลัง มี\nนาคม - กรกฎาคม ๒๕๖๖", "กองคลัง", "มีนาคม - กรกฎาคม ๒๕๖๖"),
        ("ทุกส่วนราชการ ภาย\nในเดือนมกราคม ๒๕๖๖", "ทุกส่วนราชการ", "ภายในเดือนมกราคม ๒๕๖๖"),
        ("สำนักปลัด ไตร\nมาส ๒ ถึง ๓", "สำนักปลัด", "ไตรมาส ๒ ถึง ๓"),
        ("งานพัสดุ ทดลอง ๒๕๖๒ - พฤษภาคม ๒๕๖๒", "งานพัสดุ ทดลอง ๒๕๖๒ - พฤษภาคม ๒๕๖๒", ""),
    ],
)
def test_a_period_behind_a_unit_is_whole_or_none(text: str, unit: str, period: str) -> None:
    assert split_frame(text) == (unit, period)


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("ก. รวบรวมขั้นตอน ข. จัดพิมพ์ ค. เผยแพร่", ["รวบรวมขั้นตอน", "จัดพิมพ์", "เผยแพร่"]),
        ("(ก) ทบทวนคำสั่ง (ข) ลงนาม", ["ทบทวนคำสั่ง", "ลงนาม"]),
        ("ก.พ. ๖๖ ประชุม", ["ก.พ. ๖๖ ประชุม"]),
        ("จ. เชียงใหม่ ร่วมกับ ข. หน่วยงาน", ["จ. เชียงใหม่ ร่วมกับ ข. หน่วยงาน"]),
        ("จัดทำแบบ ก. และแบบ ข. แล้ว", ["จัดทำแบบ ก. และแบบ ข. แล้ว"]),
    ],
)
def test_letters_count_items_from_the_beginning_of_a_line(text: str, items: list[str]) -> None:
    assert [without_marker(item) for item in split_items(text)] == items


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("อภิสิทธิ์ พงศ์พานิช หัวหน้าสำนักปลัด ให้ข้อเสนอแนะ", "หัวหน้าสำนักปลัด ให้ข้อเสนอแนะ"),
        ("มอบหมาย วรรณภา ศรีจันทร์ นักวิชาการคลัง", "มอบหมาย นักวิชาการคลัง"),
        ("สำนักปลัดโดย นายสมชาย ใจดี", "สำนักปลัด"),
        ("ประชาชน ทั่วไป เจ้าหน้าที่", "ประชาชน ทั่วไป เจ้าหน้าที่"),
        ("กองคลัง กองช่าง ปลัดเทศบาล", "กองคลัง กองช่าง ปลัดเทศบาล"),
    ],
)
def test_a_name_before_a_post_goes_and_so_does_the_word_that_announced_a_name(
    text: str, kept: str
) -> None:
    assert without_persons(text) == kept
