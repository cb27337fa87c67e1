"""Whose report it is: the vote over mentions, corrections, and what stays open."""

from __future__ import annotations

import csv

import pytest

from pipeline.agency import reporting_body
from pipeline.agency.known.identity import agency_id
from pipeline.facts import Resolution
from tests.pipeline.agency.battery import SHARED
from tests.pipeline.documents import document


def report(text: str) -> Resolution:
    return reporting_body(document(text))


def who(text: str) -> str:
    found = report(text)
    return agency_id(found.body) if found.body else ""


def test_the_scored_body_is_told_from_the_assessor_and_the_ministry() -> None:
    assert (
        who(
            "สำนักงาน ป.ป.ช. ประกาศผลการประเมินแล้ว\nกระทรวงมหาดไทยแจ้ง กรมส่งเสริมการปกครองท้องถิ่นทราบ\n"
            "สำนักงาน ป.ป.ช. แนะนำให้ปรับปรุง\nผลการประเมินขององค์การบริหารส่วนตำบลเขาแหลม อำเภอชัยบาดาล "
            "จังหวัดลพบุรี"
        )
        == "sao-เขาแหลม-ชัยบาดาล-ลพบุรี"
    )


def test_neighbours_and_examples_do_not_win() -> None:
    assert (
        who(
            "องค์การบริหารส่วนตำบลเขาแหลม\nอำเภอชัยบาดาล จังหวัดลพบุรี\n\nมีอาณาเขตติดกับองค์การบริหารส่วนตำบล"
            "ลำนารายณ์ และศึกษาดูงานที่เทศบาลตำบลลำนารายณ์ เช่น อบต.นิคมลำนารายณ์"
        )
        == "sao-เขาแหลม-ชัยบาดาล-ลพบุรี"
    )


def test_who_wrote_the_report_for_a_body_gives_way_to_it() -> None:
    assert (
        who(
            "เทศบาลเมืองบ้านหมี่\nอำเภอบ้านหมี่ จังหวัดลพบุรี\n\nจัดทำโดย มหาวิทยาลัยราชภัฏเทพสตรี\n"
            "มหาวิทยาลัยราชภัฏเทพสตรี\nคณะผู้ประเมินของมหาวิทยาลัยราชภัฏเทพสตรี"
        )
        == "town-บ้านหมี่-บ้านหมี่-ลพบุรี"
    )


@pytest.mark.parametrize(
    "publisher",
    [
        "กรมส่งเสริมการปกครองท้องถิ่น กระทรวงมหาดไทย",
        "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดลพบุรี",
        "เผยแพร่โดย\nมหาวิทยาลัยราชภัฏเทพสตรี",
        "มหาวิทยาลัยราชภัฏเทพสตรี ผู้ดำเนินการสำรวจ\nมหาวิทยาลัยราชภัฏเทพสตรี\nมหาวิทยาลัยราชภัฏเทพสตรี",
    ],
)
@pytest.mark.parametrize("title", ["รายงานผลของ", "ขอส่งรายงานขององค์กรปกครองส่วนท้องถิ่น "])
def test_who_publishes_or_surveys_is_not_the_body(publisher: str, title: str) -> None:
    text = (
        f"{publisher}\n{title}องค์การบริหารส่วนตำบลเขาแหลม อำเภอชัยบาดาล จังหวัดลพบุรี\nปีงบประมาณ พ.ศ. 2565"
    )
    assert who(text) == "sao-เขาแหลม-ชัยบาดาล-ลพบุรี"


def test_an_office_over_local_bodies_reports_on_itself() -> None:
    text = "กรมส่งเสริมการปกครองท้องถิ่น\nรายงานผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2565\nกรมส่งเสริมการปกครองท้องถิ่นได้ 90.10 คะแนน"
    assert who(text) == "department-ส่งเสริมการปกครองท้องถิ่น"


@pytest.mark.parametrize(
    "one",
    [
        ("เทศบาลตำบลดีลัง จังหวัดลพบุรี", "ทต.ดีลัง อ.พัฒนานิคม จ.ลพบุรี"),
        ("โรงพยาบาลชัยบาดาล", "รพ.ชัยบาดาล\nอำเภอชัยบาดาล จังหวัดลพบุรี"),
        ("โรงพยาบาลลพบุรี", "โรงพยาบาลลพบุรี จังหวัดลพบุรี", "โรงพยาบาลลพบุรี อำเภอเมือง จังหวัดลพบุรี"),
        ("สภ.ชัยบาดาล", "สถานีตำรวจภูธรชัยบาดาล\nอำเภอชัยบาดาล จังหวัดลพบุรี"),
        ("วิทยาลัยเทคนิคลพบุรี", "วิทยาลัยเทคนิคลพบุรี อำเภอเมือง จังหวัดลพบุรี"),
        ("มรภ.เทพสตรี", "มหาวิทยาลัยราชภัฏเทพสตรี", "มหาวิทยาลัยราชภัฏเทพสตรี อำเภอเมือง จังหวัดลพบุรี"),
        ("สำนักงานเกษตรจังหวัดลพบุรี", "สำนักงานเกษตรจังหวัดลพบุรี อำเภอเมือง จังหวัดลพบุรี"),
        ("ศาลจังหวัดลพบุรี", "ศาลจังหวัดลพบุรี อำเภอเมือง จังหวัดลพบุรี"),
        ("กรมการจัดหางาน", "กรมการจัดหางาน ถนนมิตรไมตรี เขตดินแดง กรุงเทพมหานคร"),
    ],
)
def test_a_body_is_one_whether_its_address_is_printed_or_not(one: tuple[str, ...]) -> None:
    title = "\nรายงานผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2566"
    ids = {who(printed + title) for printed in one}
    assert len(ids) == 1
    assert "" not in ids


@pytest.mark.parametrize("name", ["สถานีตำรวจภูธรหนองบัว", "สถานีตำรวจภูธรบ้านกลาง"])
def test_a_police_station_named_as_places_of_many_provinces_stays_open(name: str) -> None:
    assert report(name + "\nรายงานผลการประเมิน ITA ปีงบประมาณ 2566").status == "ambiguous"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("มหาวิทยาลัยธรรมศาสตร์ คณะนิติศาสตร์", "คณะนิติศาสตร์ มหาวิทยาลัยธรรมศาสตร์"),
        ("มหาวิทยาลัยธรรมศาสตร์\nคณะนิติศาสตร์", "คณะนิติศาสตร์ มหาวิทยาลัยธรรมศาสตร์"),
        ("มหาวิทยาลัยเกษตรศาสตร์ วิทยาเขตกำแพงแสน", "วิทยาเขตกำแพงแสน มหาวิทยาลัยเกษตรศาสตร์"),
        (
            "วิทยาลัยสงฆ์เลย มหาวิทยาลัยมหาจุฬาลงกรณราชวิทยาลัย",
            "วิทยาลัยสงฆ์เลย มหาวิทยาลัยมหาจุฬาลงกรณราชวิทยาลัย",
        ),
        ("มหาวิทยาลัยธรรมศาสตร์ คณะกรรมการบริหารความเสี่ยง", "มหาวิทยาลัยธรรมศาสตร์"),
        ("มหาวิทยาลัยธรรมศาสตร์\n\nมหาวิทยาลัยธรรมศาสตร์ คณะนิติศาสตร์", "มหาวิทยาลัยธรรมศาสตร์"),
    ],
)
def test_a_part_of_a_university_is_not_the_university(text: str, name: str) -> None:
    found = report(text + "\nรายงานผลการประเมิน ITA ปีงบประมาณ 2566").body
    assert found is not None
    assert found.official_name == name


@pytest.mark.parametrize(
    "names",
    [
        ("โรงเรียนราชประชานุเคราะห์ 52", "โรงเรียนราชประชานุเคราะห์ 53", "โรงเรียนราชประชานุเคราะห์ ๕๔"),
        ("สำนักงานทางหลวงที่ 7", "สำนักงานทางหลวงที่ 8"),
        ("โรงเรียนเทศบาล 1 จังหวัดลพบุรี", "โรงเรียนเทศบาล 2 จังหวัดลพบุรี", "โรงเรียนเทศบาล ๑ จังหวัดเลย"),
        ("โรงเรียนจุฬาภรณราชวิทยาลัย เลย", "โรงเรียนจุฬาภรณราชวิทยาลัย ลพบุรี"),
        ("โรงเรียนสวนกุหลาบวิทยาลัย นนทบุรี", "โรงเรียนสวนกุหลาบวิทยาลัย", "วิทยาลัยนนทบุรี"),
        ("โรงเรียนสาธิตมหาวิทยาลัยเชียงใหม่", "มหาวิทยาลัยเชียงใหม่", "โรงเรียนสาธิต มหาวิทยาลัยขอนแก่น"),
        ("สำนักงานสรรพากรพื้นที่เลย กรมสรรพากร", "สำนักงานสรรพากรพื้นที่ลพบุรี กรมสรรพากร", "กรมสรรพากร"),
        ("สำนักงานเกษตรจังหวัดเลย", "สำนักงานเกษตรจังหวัดลพบุรี"),
    ],
)
def test_bodies_of_one_family_stay_apart(names: tuple[str, ...]) -> None:
    ids = [who(name + "\nรายงานผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2566") for name in names]
    assert len(set(ids)) == len(names)
    assert "" not in ids


def test_a_name_has_one_official_spelling_whatever_its_digits() -> None:
    for printed in ("สพป.เลย เขต ๑", "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาเลย เขต 1"):
        found = report(printed + "\nรายงานผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2566").body
        assert found is not None
        assert found.official_name == "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาเลยเขต1"


def test_a_municipal_school_known_by_its_number_alone_stays_open() -> None:
    title = "\nรายงานผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2566"
    assert report("โรงเรียนเทศบาล ๑ วัดศรีสะอาด" + title).status == "ambiguous"


def test_a_report_number_or_date_is_no_part_of_a_name() -> None:
    for behind in ("ที่ 5/2566", "1. การปฏิบัติหน้าที่ 88.20", "85.20 คะแนน"):
        text = f"สำนักงานประกันคุณภาพ\nสำนักงานประกันคุณภาพ {behind}"
        assert who(text) == "department-สำนักงานประกันคุณภาพ"


def test_a_letterhead_read_as_a_table_names_the_body() -> None:
    assert (
        who("ที่ ลบ ๗๒๓๐๑/๑\tที่ทำการองค์การบริหารส่วนตำบลเขาแหลม\nเรื่อง\tรายงานผล\n\nเรียน นายอำเภอชัยบาดาล")
        == "sao-เขาแหลม-ชัยบาดาล-ลพบุรี"
    )


def test_a_table_of_many_bodies_is_the_report_of_none_of_them() -> None:
    assert who("หน่วยงาน\tคะแนน\nอบต.เขาแหลม\t90\nอบต.นิคมลำนารายณ์\t91") == ""


def test_a_misread_cover_that_gives_another_bodys_name_is_outvoted() -> None:
    assert (
        who("องค์การบริหารส่วนตำบลลำพยา\n\n" + "ขององค์การบริหารส่วนตำบลลำพะยา ได้คะแนน\n" * 4)
        == "sao-ลำพะยา-เมืองยะลา-ยะลา"
    )


def test_a_unit_inside_a_body_reports_for_the_body() -> None:
    assert (
        who("บันทึกข้อความ\nส่วนราชการ งานนิติการ สำนักปลัดองค์การบริหารส่วนตำบลเขาแหลม\nเรื่อง รายงานผล")
        == "sao-เขาแหลม-ชัยบาดาล-ลพบุรี"
    )


def test_spellings_of_one_name_become_one_body_and_are_reported() -> None:
    found = report(
        "องค์การบริหารส่วนตำบลโคกสลง\nอำเภอพัฒนานิคม จังหวัดลพบุรี\n\n"
        "องค์การบริหารส่วนตำบลโคกสลุงได้กำหนดมาตรการ\nขององค์การบริหารส่วนตำบลโคกสลุง"
    )
    assert found.body is not None
    assert found.body.name == "โคกสลุง"
    assert [(one.printed, one.count) for one in found.variants] == [("องค์การบริหารส่วนตำบลโคกสลง", 1)]


def test_district_and_name_are_corrected_within_the_printed_province() -> None:
    found = report("เทศบาลตำบลนาตุน อำเภอนาตุน จังหวัดมหาสารคาม\nเทศบาลตำบลนาตูนได้คะแนน")
    assert found.status == "resolved"
    assert found.body is not None
    assert agency_id(found.body) == "subdistrict-municipality-นาดูน-นาดูน-มหาสารคาม"
    assert [(one.printed, one.resolved) for one in found.variants] == [
        ("เทศบาลตำบลนาตุน", "เทศบาลตำบลนาดูน"),
        ("นาตุน", "นาดูน"),
        ("เทศบาลตำบลนาตูน", "เทศบาลตำบลนาดูน"),
    ]


def test_a_name_unique_in_the_country_brings_its_district() -> None:
    assert who("องค์การบริหารส่วนตำบลเขาแหลม") == "sao-เขาแหลม-ชัยบาดาล-ลพบุรี"


def test_a_municipality_named_as_one_place_alone_is_the_same_with_and_without_it() -> None:
    printed = "เทศบาลตำบลลำนารายณ์\nผลการประเมินของเทศบาลตำบลลำนารายณ์"
    assert who(printed) == "subdistrict-municipality-ลำนารายณ์-ชัยบาดาล-ลพบุรี"
    assert who(f"{printed}\nอำเภอชัยบาดาล จังหวัดลพบุรี") == who(printed)


def test_a_municipality_named_as_places_now_and_of_old_stays_open() -> None:
    found = report("เทศบาลตำบลหนองคล้า\nผลการประเมินของเทศบาลตำบลหนองคล้า")
    assert found.status == "ambiguous"
    assert len({(one.district, one.province) for one in found.candidates}) > 1


def test_the_municipality_of_a_provincial_capital_is_certain() -> None:
    assert who("เทศบาลนครนครศรีธรรมราช ประจำปี 2566").endswith("เมืองนครศรีธรรมราช-นครศรีธรรมราช")


@pytest.mark.parametrize("name", ["หนองบัว", "แม่คำมี"])
def test_a_name_of_several_places_stays_ambiguous(name: str) -> None:
    found = report(f"องค์การบริหารส่วนตำบล{name}\nขององค์การบริหารส่วนตำบล{name}")
    assert found.status == "ambiguous"
    assert found.body is not None
    assert (found.body.name, found.body.district, found.body.province) == (name, "", "")
    assert len(found.candidates) > 1


def test_a_place_where_a_course_was_held_is_not_the_bodys() -> None:
    found = report(
        "องค์การบริหารส่วนตำบลหนองบัว ประจำปี 2566\nบุคลากรเข้าอบรม ณ โรงแรม อำเภอปากช่อง จังหวัดนครราชสีมา"
    )
    assert found.status == "ambiguous"


def test_an_address_line_says_where_the_body_lies() -> None:
    assert (
        who(
            "รายงานผลของเทศบาลตำบลเวียงเทิง ประจำปี 2566\n"
            "เลขที่ 99 หมู่ 1 ตำบลเวียง อำเภอเทิง จังหวัดเชียงราย 57160\nเทศบาลตำบลเวียงเทิงได้คะแนน"
        )
        == "subdistrict-municipality-เวียงเทิง-เทิง-เชียงราย"
    )


def test_a_body_in_a_district_that_has_none_of_its_name_is_kept_as_printed() -> None:
    found = report("องค์การบริหารส่วนตำบลเขาแหลม อำเภอโคกสำโรง จังหวัดลพบุรี")
    assert found.status == "unknown"
    assert found.body is not None
    assert (found.body.name, found.body.district) == ("เขาแหลม", "โคกสำโรง")


def test_a_district_of_two_provinces_does_not_give_way_to_a_third() -> None:
    found = report("องค์การบริหารส่วนตำบลเขาแหลม อำเภอเฉลิมพระเกียรติ")
    assert found.status == "ambiguous"
    assert found.body is not None
    assert found.body.district == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "โรงพยาบาลพระจอมเกล้า จังหวัดเพชรบุรี\nสำนักงานสาธารณสุขจังหวัดเพชรบุรี",
            "hospital-พระจอมเกล้า-เพชรบุรี",
        ),
        ("มหาวิทยาลัยราชภัฏเพชรบุรี\nมหาวิทยาลัยราชภัฏเพชรบุรีได้คะแนน", "university-ราชภัฏเพชรบุรี"),
        ("กรมป้องกันและบรรเทาสาธารณภัย กระทรวงมหาดไทย", "department-ป้องกันและบรรเทาสาธารณภัย"),
        ("โรงเรียนบ้านดอนยาว\nสังกัดสพป.นครราชสีมา เขต 4", "school-บ้านดอนยาว-นครราชสีมา"),
        ("การไฟฟ้าส่วนภูมิภาค\nรายงานของการไฟฟ้าส่วนภูมิภาค", "enterprise-การไฟฟ้าส่วนภูมิภาค"),
        ("องค์การบริหารส่วนจังหวัดลพบุรี\nอำเภอเมืองลพบุรี จังหวัดลพบุรี", "pao-ลพบุรี"),
        ("จังหวัดลพบุรี\nผลการประเมินของจังหวัดลพบุรี", "province-ลพบุรี"),
        ("สำนักงานเขตบางรัก กรุงเทพมหานคร", "other-สำนักงานเขตบางรัก-บางรัก-กรุงเทพมหานคร"),
        ("เมืองพัทยา อำเภอบางละมุง จังหวัดชลบุรี\nของเมืองพัทยา", "special-เมืองพัทยา"),
    ],
)
def test_other_kinds_of_bodies_report_as_well(text: str, expected: str) -> None:
    assert who(text) == expected


@pytest.mark.parametrize(
    "text", ["รายงานผลการประเมิน", "ตามที่สำนักงาน ป.ป.ช. กำหนด กระทรวงมหาดไทยแจ้ง", ""]
)
def test_a_document_that_names_no_body_of_its_own_says_so(text: str) -> None:
    assert report(text) == Resolution("unknown", None)


def _gold() -> list[tuple[str, str, str, str]]:
    path = SHARED / "gold" / "seeds_agency_years.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines)
        return sorted({(r["document"], r["agency"], r["district"], r["province"]) for r in rows})


@pytest.mark.parametrize(("name", "agency", "district", "province"), _gold())
def test_seed_reports_are_of_the_bodies_that_people_read(
    name: str, agency: str, district: str, province: str
) -> None:
    text = (SHARED / "seeds" / name).read_text(encoding="utf-8-sig")
    body = report(text).body
    assert body is not None
    assert (body.official_name, body.district, body.province) == (agency, district, province)


def test_a_name_that_many_schools_bear_is_open_without_a_place() -> None:
    assert report("โรงเรียนบ้านหนองบัว\nรายงานของโรงเรียนบ้านหนองบัว").status == "ambiguous"
    assert report("โรงเรียนบ้านหนองบัว\nสพป.ขอนแก่น เขต 1").status == "resolved"
    assert report("โรงเรียนเตรียมอุดมศึกษา\nรายงาน").status == "resolved"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("วิทยาลัยพยาบาลบรมราชชนนี พะเยา", "university-วิทยาลัยพยาบาลบรมราชชนนีพะเยา"),
        ("วิทยาลัยพยาบาลบรมราชชนนี อุดรธานี", "university-วิทยาลัยพยาบาลบรมราชชนนีอุดรธานี"),
        ("วิทยาลัยเทคนิคแพร่ แพร่", "university-วิทยาลัยเทคนิคแพร่"),
        ("สถาบันการอาชีวศึกษาภาคเหนือ 1", "other-สถาบันการอาชีวศึกษาภาคเหนือ1"),
        ("สถาบันการอาชีวศึกษาภาคเหนือ ๒", "other-สถาบันการอาชีวศึกษาภาคเหนือ2"),
        ("โรงเรียนเตรียมอุดมศึกษาพัฒนาการ เชียงราย", "school-เตรียมอุดมศึกษาพัฒนาการเชียงราย"),
        ("สถาบันวิจัยและพัฒนาพื้นที่สูง (องค์การมหาชน)", "other-สถาบันวิจัยและพัฒนาพื้นที่สูง"),
    ],
)
def test_campuses_and_compounds_stay_in_the_name(text: str, expected: str) -> None:
    assert who(f"{text}\nผลการประเมินของ{text} ประจำปี 2565") == expected


def test_a_faculty_is_not_its_university() -> None:
    for cover in ("คณะวิศวกรรมศาสตร์ มหาวิทยาลัยเชียงใหม่", "คณะวิศวกรรมศาสตร์\nมหาวิทยาลัยเชียงใหม่"):
        text = f"{cover}\nผลการประเมิน ITA ของคณะวิศวกรรมศาสตร์ มหาวิทยาลัยเชียงใหม่"
        assert who(text) == "university-คณะวิศวกรรมศาสตร์มหาวิทยาลัยเชียงใหม่"
    for other in ("คณะกรรมการบริหาร มหาวิทยาลัยเชียงใหม่", "มหาวิทยาลัยเชียงใหม่\nคณะวิศวกรรมศาสตร์"):
        text = f"{other}\nผลการประเมิน ITA ของมหาวิทยาลัยเชียงใหม่ มหาวิทยาลัยเชียงใหม่ได้คะแนน"
        assert who(text) == "university-เชียงใหม่"


@pytest.mark.parametrize("signed", ["ลงชื่อ (นาย ก) ปลัด", "(นาย ก) นายก", "ลงชื่อ "])
def test_the_unit_of_whoever_signs_does_not_win_over_the_cover(signed: str) -> None:
    cover = "ของ องค์การบริหารส่วนตำบลนาเสียว อำเภอเมืองชัยภูมิ จังหวัดชัยภูมิ"
    text = f"รายงานผลการประเมิน ITA\n{cover}\n\n{signed}องค์การบริหารส่วนตำบลนาฝาย"
    assert who(text) == "sao-นาเสียว-เมืองชัยภูมิ-ชัยภูมิ"
