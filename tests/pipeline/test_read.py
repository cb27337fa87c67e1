"""From a document to its facts: whose scores, of which year."""

from __future__ import annotations

from pipeline.facts import DocumentFacts
from pipeline.read import read
from tests.pipeline.documents import document
from tests.pipeline.scores.reading import NAMES

HEAD = (
    "รายงานผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2565\n"
    "องค์การบริหารส่วนตำบลบ้านค้อ อำเภอเมืองขอนแก่น จังหวัดขอนแก่น\n\n"
)


def values(facts: DocumentFacts) -> list[tuple[str, str, str]]:
    names = {one.printed: one.body.official_name for one in facts.bodies if one.body}
    return [(names.get(s.body, s.body), s.item.code, str(s.value)) for s in facts.scores]


def test_scores_of_another_body_in_the_same_sentence_are_not_the_reporters() -> None:
    text = (
        "ผลการประเมิน ITA องค์การบริหารส่วนตำบลบ้านค้อได้ 85.20 คะแนน ขณะที่"
        "องค์การบริหารส่วนตำบลโคกสี อำเภอเมืองขอนแก่น ได้ 90.10 คะแนน"
    )
    assert values(read(document(HEAD + text))) == [
        ("", "total", "85.20"),
        ("องค์การบริหารส่วนตำบลโคกสี", "total", "90.10"),
    ]


def test_a_misspelt_mention_of_the_reporter_is_still_the_reporter() -> None:
    text = "จากผลการประเมิน ITA ขององค์การบริหารส่วนตำบลบ้านค่อ พบว่ามีคะแนนรวม 85.20 คะแนน"
    facts = read(document(HEAD + text * 1 + "\n\nองค์การบริหารส่วนตำบลบ้านค้อขอขอบคุณทุกฝ่าย"))
    assert values(facts) == [("", "total", "85.20")]


def test_the_place_behind_a_body_in_running_text_is_part_of_it() -> None:
    heading = "เทศบาลตำบลบ้านค้อ อำเภอเมืองขอนแก่น จังหวัดขอนแก่น\nคะแนนรวม 77.22\n"
    facts = read(document(HEAD + "คะแนนรวม 87.22\n\n" + heading))
    (other,) = facts.bodies
    assert other.body is not None
    assert (other.body.district, other.body.province) == ("เมืองขอนแก่น", "ขอนแก่น")
    assert [str(score.value) for score in facts.scores if score.body] == ["77.22"]


def test_bodies_of_a_districts_list_lie_in_the_district_of_its_heading() -> None:
    text = (
        "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2565\n\n"
        "องค์กรปกครองส่วนท้องถิ่นในอำเภอเมืองเชียงราย จังหวัดเชียงราย\n\n"
        "หน่วยงาน\tIIT\tEIT\tOIT\tคะแนนรวม\nอบต.ดอยลาน\t98.47\t90.10\t80.00\t88.57\n"
        "ทต.นางแล\t91.95\t90.20\t81.00\t87.05\n"
    )
    facts = read(document(text))
    assert {(one.body.kind, one.body.district) for one in facts.bodies if one.body} == {
        ("sao", "เมืองเชียงราย"), ("subdistrict-municipality", "เมืองเชียงราย"),
    }  # fmt: skip


def test_the_province_of_a_heading_may_stand_in_its_second_line() -> None:
    text = (
        "ผลการประเมิน ITA ขององค์กรปกครองส่วนท้องถิ่นในจังหวัด\nชัยนาท ประจำปีงบประมาณ พ.ศ. 2564\n\n"
        "หน่วยงาน\tคะแนนรวม\nเทศบาลตำบลหางน\ufffdาสาคร\t88.57\nทต.สรรพยา\t87.05\n"
    )
    bodies = [one.body for one in read(document(text)).bodies]
    assert {(one.name, one.district) for one in bodies if one} == {
        ("หางน้ำสาคร", "มโนรมย์"), ("สรรพยา", "สรรพยา"),
    }  # fmt: skip


def test_the_title_in_the_grid_may_have_its_year_in_cells_of_its_own() -> None:
    text = (
        "ผลการประเมิน ITA ในจังหวัดระยอง\t\tประจำปีงบประมาณ\tพ.ศ. 2563\n"
        "หน่วยงาน\tIIT\tEIT\tOIT\nอบต.ชุมแสง\t88.57\t80.00\t90.00\nทต.ทับมา\t87.05\t80.00\t90.00\n"
    )
    bodies = [one.body for one in read(document(text)).bodies]
    assert {(one.name, one.province) for one in bodies if one} == {
        ("ชุมแสง", "ระยอง"), ("ทับมา", "ระยอง"),
    }  # fmt: skip


def test_a_district_that_many_provinces_have_lies_in_the_province_of_the_heading() -> None:
    text = (
        "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2565\n\nโรงพยาบาลในจังหวัดน่าน\n\n"
        "หน่วยงาน\tIIT\tEIT\tOIT\tคะแนนรวม\nรพ.ปัว อ.ปัว\t98.47\t90.10\t80.00\t88.57\n"
        "รพ.เฉลิมพระเกียรติ อ.เฉลิมพระเกียรติ\t91.95\t90.20\t81.00\t87.05\n"
    )
    facts = read(document(text))
    assert {(one.body.district, one.body.province) for one in facts.bodies if one.body} == {
        ("ปัว", "น่าน"), ("เฉลิมพระเกียรติ", "น่าน"),
    }  # fmt: skip


def test_a_year_that_cannot_be_is_kept_for_the_auditor_and_not_followed() -> None:
    text = "ผลการประเมิน ITA ประจำปีงบประมาณ 3105\n\nมีคะแนนรวม 85.20 คะแนน"
    facts = read(document(HEAD + text))
    assert facts.stated_years == (2565, 3105)
    assert {score.fiscal_year for score in facts.scores} == {2565}


def test_offices_named_in_passing_take_no_scores() -> None:
    text = "สำนักงาน ป.ป.ช. ประกาศผลการประเมิน ITA แล้ว ได้คะแนนรวม 85.20 คะแนน"
    assert values(read(document(HEAD + text))) == [("", "total", "85.20")]


def test_the_plans_year_is_not_the_scores_year() -> None:
    text = (
        "มาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. 2566\n"
        "เทศบาลตำบลเชียงดาว อำเภอเชียงดาว จังหวัดเชียงใหม่\n\n"
        "จากผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2565 มีคะแนนรวม 88.10 คะแนน อยู่ในระดับ A"
    )
    (score,) = read(document(text)).scores
    assert (score.fiscal_year, score.rating) == (2565, "A")


def test_a_document_without_scores_or_measures_is_of_another_kind() -> None:
    facts = read(document("ประกาศองค์การบริหารส่วนตำบลบ้านค้อ อำเภอเมืองขอนแก่น จังหวัดขอนแก่น"))
    assert (facts.kind, facts.scores, facts.measures) == ("other", (), ())


def test_the_title_is_told_though_the_name_of_a_sheet_stands_above_it() -> None:
    head = "รายงานผลการประเมินคุณธรรมและความโปร่งใส (ITA) ปีงบประมาณ พ.ศ. 2565"
    assert read(document(f"ITA\n{head}\nเทศบาลตำบลชมภู\n")).title_years == (2565,)
    assert read(document(f"{head}\nเทศบาลตำบลชมภู\n")).title_years == (2565,)


def test_a_neighbour_named_without_its_place_is_not_silently_one_of_another_province() -> None:
    text = HEAD + "ตัวชี้วัด\tองค์การบริหารส่วนตำบลบ้านค้อ\tเทศบาลตำบลอรัญญิก\tอบต.โคกสี\n"
    text += "".join(f"{name}\t91.20\t80.55\t71.00\n" for name in NAMES)
    facts = read(document(text))
    told = {one.printed: one for one in facts.bodies}
    stray = told["เทศบาลตำบลอรัญญิก"]
    assert stray.status == "ambiguous"
    assert stray.body is not None
    assert (stray.body.name, stray.body.district, stray.body.province) == ("อรัญญิก", "", "")
    assert [one.province for one in stray.candidates] == ["พิษณุโลก"]
    near = told["อบต.โคกสี"].body
    assert near is not None
    assert near.province == "ขอนแก่น"


def test_a_body_elsewhere_that_says_where_it_lies_is_that_one() -> None:
    text = HEAD + "ตัวชี้วัด\tองค์การบริหารส่วนตำบลบ้านค้อ\tเทศบาลตำบลอรัญญิก จังหวัดพิษณุโลก\n"
    text += "".join(f"{name}\t91.20\t80.55\n" for name in NAMES)
    (other,) = read(document(text)).bodies
    assert other.status == "resolved"
    assert other.body is not None
    assert other.body.province == "พิษณุโลก"


def test_so_is_one_of_a_kind_whose_names_are_all_known_unless_a_name_here_is_like_it() -> None:
    for name, status in (("หงส์หิน", "resolved"), ("สลักได", "resolved"), ("กุดค้าว", "ambiguous")):
        text = HEAD + f"ตัวชี้วัด\tองค์การบริหารส่วนตำบลบ้านค้อ\tอบต.{name}\n"
        text += "".join(f"{item}\t91.20\t80.55\n" for item in NAMES)
        (other,) = read(document(text)).bodies
        assert other.status == status


def test_bodies_of_the_whole_country_in_a_list_of_none_are_those_that_the_lists_know() -> None:
    text = "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2566 ถึงสำนักงานจังหวัดตาก\n\n"
    text += "หน่วยงาน\tคะแนนรวม\nเทศบาลตำบลอรัญญิก\t91.20\nอบต.หงส์หิน\t80.55\n"
    assert {one.status for one in read(document(text)).bodies} == {"resolved"}
