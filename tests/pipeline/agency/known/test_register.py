"""A register given by the user: what it refuses, and that it decides."""

from __future__ import annotations

from pathlib import Path

import pytest

from parsers.errors import UsageError
from pipeline.agency import load_register, reporting_body, resolve_mention
from pipeline.agency.known.identity import agency_id
from tests.pipeline.documents import document

HEADER = "kind,name,district,province,code\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "bodies.csv"


def test_kinds_may_be_ids_or_type_words_and_names_may_hold_them(path: Path) -> None:
    path.write_text(
        HEADER + "sao,เขาแหลม,ชัยบาดาล,ลพบุรี,1\nอบต.,องค์การบริหารส่วนตำบลโคกสลุง,พัฒนานิคม,ลพบุรี,2\n",
        encoding="utf-8-sig",
    )
    bodies = load_register(path).bodies
    assert [(body.kind, body.name, body.code) for body in bodies] == [
        ("sao", "เขาแหลม", "1"),
        ("sao", "โคกสลุง", "2"),
    ]
    assert bodies[1].official_name == "องค์การบริหารส่วนตำบลโคกสลุง"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("kind,name,district,province\n", "row 1: column code is missing"),
        ("", "row 1: column kind, name, district, province, code is missing"),
        (HEADER + "sao,,ก,ข,1\n", "row 2, column name: is empty"),
        (HEADER + "sao,ก,ข,ค,1\nบ้าน,ก,ข,ค,2\n", "row 3, column kind: 'บ้าน' is no known kind"),
        (HEADER + "sao,ก,ข,ค,1\nsao,ง,ข,ค,1\n", "row 3, column code: repeats row 2"),
        (
            f"{HEADER[:-1]},succeeds\nsao,ก,ข,ค,1,1\n",
            "row 2, column succeeds: names the row itself",
        ),
    ],
)
def test_a_wrong_register_is_refused_by_row_and_column(path: Path, content: str, said: str) -> None:
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match="bodies") as refusal:
        load_register(path)
    assert said in refusal.value.message
    assert "โปรดแก้ไข" in refusal.value.message_th


def test_a_missing_or_badly_encoded_register_is_refused(path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        load_register(path)
    path.write_bytes((HEADER + "sao,เขาแหลม,ก,ข,1\n").encode("tis-620"))
    with pytest.raises(UsageError, match="cannot be read as text"):
        load_register(path)


THAI = "ลำดับ;ชื่อหน่วยงาน;อำเภอ;จังหวัด;ประเภท;รหัส\n1;โคกสลุง;พัฒนานิคม;ลพบุรี;อบต.;A/1\n"


@pytest.mark.parametrize(
    "data",
    [
        THAI.encode(),
        THAI.encode("utf-8-sig"),
        THAI.encode("tis-620"),
        THAI.encode("utf-16"),
        THAI.replace(";", "\t").encode(),
        THAI.replace(";", ",").replace("\n", "\r\n").encode(),
        b"sep=;\r\n" + THAI.encode(),
        THAI.replace("ชื่อหน่วยงาน", "ชื่อ อปท.").replace(";ประเภท;", ";ประเภทหน่วยงาน;").encode(),
        THAI.replace("ประเภท;", "")
        .replace("อบต.;", "")
        .replace("โคก", "องค์การบริหารส่วนตำบลโคก")
        .encode(),
        THAI.replace("โคกสลุง", '"โคกสลุง"').encode(),
    ],
)
def test_a_register_is_read_however_a_spreadsheet_writes_it(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    (body,) = load_register(path).bodies
    told = (body.kind, body.name, body.district, body.province, body.code)
    assert told == ("sao", "โคกสลุง", "พัฒนานิคม", "ลพบุรี", "A/1")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("ชื่อหน่วยงาน;อำเภอ;ประเภท;รหัส\n", "row 1: column province is missing"),
        ("ชื่อ,ชื่อหน่วยงาน,อำเภอ,จังหวัด,ประเภท,รหัส\n", "row 1: columns ชื่อ, ชื่อหน่วยงาน both mean name"),
        (THAI + "2;นาดี;นาดี;ปราจีนบุรี;บ้าน;A2\n", "row 3, column kind: 'บ้าน' is no known kind"),
        (THAI + "2;นาดี;นาดี;ปราจีนบุรี;อบต.;a/1\n", "row 3, column code: repeats row 2"),
        ("sep=;\n" + THAI + "2;;นาดี;ปราจีนบุรี;อบต.;A2\n", "row 4, column name: is empty"),
        (THAI + "2;นา\ufffdดี;นาดี;ปราจีนบุรี;อบต.;A2\n", "row 3, column name: holds unreadable"),
        ("name,district,province,code\nนาดี,นาดี,ปราจีนบุรี,A2\n", "row 2, column kind: is empty"),
    ],
)
def test_what_no_column_can_mean_is_refused_where_it_stands(
    path: Path, content: str, said: str
) -> None:
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match="bodies") as refusal:
        load_register(path)
    assert said in refusal.value.message


def test_the_register_decides_before_the_lists_of_places(path: Path) -> None:
    path.write_text(HEADER + "sao,หนองบัว,บ้านหมี่,ลพบุรี,160606\n", encoding="utf-8")
    register = load_register(path)
    found = reporting_body(document("องค์การบริหารส่วนตำบลหนองบัว ประจำปี 2566"), register)
    assert found.status == "resolved"
    assert found.body is not None
    assert agency_id(found.body) == "sao-หนองบัว-บ้านหมี่-ลพบุรี-160606"


def test_a_body_that_the_register_lacks_is_unknown(path: Path) -> None:
    path.write_text(HEADER + "sao,หนองบัว,บ้านหมี่,ลพบุรี,160606\n", encoding="utf-8")
    found = resolve_mention("อบต.เขาแหลม", register=load_register(path))
    assert found.status == "unknown"


def test_a_body_upgraded_in_place_is_two_bodies(path: Path) -> None:
    path.write_text(
        HEADER + "sao,ถ้ำใหญ่,ทุ่งสง,นครศรีธรรมราช,1\nทต.,ถ้ำใหญ่,ทุ่งสง,นครศรีธรรมราช,2\n", encoding="utf-8"
    )
    register = load_register(path)
    found = [resolve_mention(word + "ถ้ำใหญ่", register=register).body for word in ("อบต.", "ทต.")]
    assert [body and body.code for body in found] == ["1", "2"]


def test_a_listed_body_without_a_place_is_found_wherever_it_is_printed(path: Path) -> None:
    path.write_text(
        HEADER + "department,กรมอนามัย,,,D1\nมหาวิทยาลัย,ราชภัฏลำปาง,,ลำปาง,U1\n", encoding="utf-8"
    )
    register = load_register(path)
    for printed in ("กรมอนามัย", "กรมอนามัย จังหวัดนนทบุรี"):
        found = resolve_mention(printed, register=register)
        assert found.body is not None
        assert (found.status, found.body.code) == ("resolved", "D1"), printed
    for printed in ("มหาวิทยาลัยราชภัฏลำปาง", "มหาวิทยาลัยราชภัฎลำปาง"):
        found = resolve_mention(printed, register=register)
        assert found.body is not None
        assert found.body.code == "U1", printed


def test_places_may_stand_with_their_words_and_headers_in_capitals(path: Path) -> None:
    path.write_text(
        HEADER.upper() + "อบต.,ป่าแมต,อ.เมืองแพร่,จังหวัดแพร่,1\nอบต.,สูงเม่น,อำเภอสูงเม่น,จ.แพร่,2\n",
        encoding="utf-8",
    )
    bodies = load_register(path).bodies
    assert [(body.district, body.province) for body in bodies] == [
        ("เมืองแพร่", "แพร่"),
        ("สูงเม่น", "แพร่"),
    ]


def test_a_tambons_own_name_is_not_corrected_to_a_neighbour_that_the_register_lists(
    path: Path,
) -> None:
    path.write_text(
        HEADER + "sao,ป่าแดง,เมืองแพร่,แพร่,1\nทต.,ป่าแมต,เมืองแพร่,แพร่,2\nsao,แม่คำมี,เมืองแพร่,แพร่,3\n",
        encoding="utf-8",
    )
    register = load_register(path)
    for printed in ("อบต.ป่าแมต จ.แพร่", "อบต.ป่าแมต อ.เมือง จ.แพร่", "อบต.แม่ยาม อ.เมือง จ.แพร่"):
        assert resolve_mention(printed, register=register).status != "resolved", printed
    misread = resolve_mention("อบต.ป่าแดว อ.เมือง จ.แพร่", register=register)
    assert misread.body is not None
    assert misread.body.code == "1"


def test_places_are_named_as_reports_resolve_them(path: Path) -> None:
    path.write_text(
        HEADER + "sao,นาอาน,เมือง,เลย,1\n,,,,\n\nทต.,อโยธยา,อ.เมือง,อยุธยา,2\n", encoding="utf-8"
    )
    register = load_register(path)
    assert [(one.district, one.province) for one in register.bodies] == [
        ("เมืองเลย", "เลย"),
        ("พระนครศรีอยุธยา", "พระนครศรีอยุธยา"),
    ]
    found = resolve_mention("อบต.นาอาน อ.เมืองเลย จ.เลย", register=register)
    assert found.body is not None
    assert (found.status, found.body.code) == ("resolved", "1")


def test_a_number_is_never_corrected_to_another(path: Path) -> None:
    path.write_text(HEADER + "โรงเรียน,บ้านนา 1,สอง,แพร่,S1\n", encoding="utf-8")
    register = load_register(path)
    for printed in ("โรงเรียนบ้านนา 1 อ.สอง จ.แพร่", "รร.บานนา ๑ อ.สอง จ.แพร่"):
        found = resolve_mention(printed, register=register)
        assert found.body is not None
        assert found.body.code == "S1"
    for printed in (
        "โรงเรียนบ้านนา 3 อ.สอง จ.แพร่",
        "โรงเรียนบ้านนา อ.สอง จ.แพร่",
        "โรงเรียนบ้านนา 11 อ.สอง จ.แพร่",
    ):
        assert resolve_mention(printed, register=register).status != "resolved"


@pytest.mark.parametrize("generic", ["สถาบันอุดมศึกษา", "สถาบันการเงิน"])
def test_a_common_noun_is_no_body(generic: str) -> None:
    found = reporting_body(document(f"ผลการประเมินของ{generic}ทั่วประเทศ\n{generic}\nปี 2564"))
    assert found.body is None


def test_a_right_name_in_a_wrong_province_is_no_other_body(path: Path) -> None:
    path.write_text(
        HEADER + "sao,นาเสียว,เมืองชัยภูมิ,ชัยภูมิ,1\nsao,นาเกียน,อมก๋อย,เชียงใหม่,2\n",
        encoding="utf-8",
    )
    found = resolve_mention("อบต.นาเสียว", province="เชียงใหม่", register=load_register(path))
    assert found.status == "ambiguous"
    assert {body.code for body in found.candidates} == {"1", "2"}
