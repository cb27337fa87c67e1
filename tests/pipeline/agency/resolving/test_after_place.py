"""Bodies called after their place, where the page was read badly."""

from __future__ import annotations

import pytest

from pipeline.agency import reporting_body, resolve_mention
from pipeline.agency.known.gazetteer import gazetteer
from pipeline.agency.known.identity import agency_id
from pipeline.facts import Place
from tests.pipeline.documents import document


def named(printed: str) -> str:
    found = resolve_mention(printed)
    return agency_id(found.body) if found.body and found.status == "resolved" else ""


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("รพ.กาแพงแสน อ.กำแพงแสน จ.นครปฐม", "hospital-กำแพงแสน-กำแพงแสน-นครปฐม"),
        ("รพ.กาแพงแสน อ.กาแพงแสน จ.นครปฐม", "hospital-กำแพงแสน-กำแพงแสน-นครปฐม"),
        ("โรงพยาบาลกาแพงแสน จ.นครปฐม", "hospital-กำแพงแสน-กำแพงแสน-นครปฐม"),
        ("รพ.คีรีมำศ อ.คีรีมาศ จ.สุโขทัย", "hospital-คีรีมาศ-คีรีมาศ-สุโขทัย"),
        ("โรงพยาบาลลี อ.ลี้ จ.ลำพูน", "hospital-ลี้-ลี้-ลำพูน"),
        ("โรงพยาบาลลำพุน อ.เมือง จ.ลำพูน", "hospital-ลำพูน-เมืองลำพูน-ลำพูน"),
        ("สภ.กาแพงแสน อ.กำแพงแสน จ.นครปฐม", "other-สถานีตำรวจภูธรกำแพงแสน-กำแพงแสน-นครปฐม"),
        ("สสอ.กาแพงแสน จ.นครปฐม", "other-สำนักงานสาธารณสุขอำเภอกำแพงแสน-กำแพงแสน-นครปฐม"),
        ("อำเภอกาแพงแสน จังหวัดนครปฐม", "other-อำเภอกำแพงแสน-กำแพงแสน-นครปฐม"),
        ("โรงเรียนกาแพงแสนวิทยา อ.กำแพงแสน จ.นครปฐม", "school-กำแพงแสนวิทยา-กำแพงแสน-นครปฐม"),
        ("โรงเรียนวัดลำพยำ ต.ลำพยา อ.เมือง จ.นครปฐม", "school-วัดลำพยา-เมืองนครปฐม-นครปฐม"),
        ("โรงเรียนบ้านโคกสลง ต.โคกสลุง อ.พัฒนานิคม จ.ลพบุรี", "school-บ้านโคกสลุง-พัฒนานิคม-ลพบุรี"),
        ("วิทยาลัยเทคนิคกาแพงเพชร จ.กำแพงเพชร", "university-วิทยาลัยเทคนิคกำแพงเพชร"),
        ("ศาลจังหวัดกาแพงเพชร", "court-จังหวัดกำแพงเพชร"),
        ("สพป.กาแพงเพชร เขต ๑", "other-สำนักงานเขตพื้นที่การศึกษาประถมศึกษากำแพงเพชรเขต1"),
        ("สำนักงานเกษตรจังหวัดกาแพงเพชร", "department-สำนักงานเกษตรจังหวัดกำแพงเพชร-กำแพงเพชร"),
    ],
)
def test_a_misread_name_is_that_of_the_place_printed_with_it(printed: str, expected: str) -> None:
    assert named(printed) == expected


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("โรงพยาบาลสวนปรุง อ.เมือง จ.เชียงใหม่", "สวนปรุง"),
        ("โรงพยาบาลปากเกร็ด 2 อ.ปากเกร็ด จ.นนทบุรี", "ปากเกร็ด2"),
        ("โรงพยาบาลบางสะพาน อ.บางสะพานน้อย จ.ประจวบคีรีขันธ์", "บางสะพาน"),
        ("โรงเรียนบ้านหนองแวง ต.หนองแขม อ.โคกสำโรง จ.ลพบุรี", "บ้านหนองแวง"),
        ("โรงเรียนบ้านป่าแดด ต.ป่าแดง อ.เมือง จ.แพร่", "บ้านป่าแดด"),
    ],
)
def test_a_sound_name_near_its_place_is_let_be(printed: str, name: str) -> None:
    found = resolve_mention(printed)
    assert found.body is not None
    assert found.body.name == name


def test_a_misread_name_without_a_place_is_open_and_says_what_it_may_be() -> None:
    found = resolve_mention("รพ.กาแพงแสน")
    assert found.status == "ambiguous"
    assert [one.name for one in found.candidates] == ["กำแพงแสน"]


def test_what_was_printed_is_kept_as_a_variant() -> None:
    printed = "รพ.กาแพงแสน อ.กำแพงแสน จ.นครปฐม"
    found = resolve_mention(printed, place=Place(1, 1))
    assert [one.printed for one in found.variants] == [printed]
    report = reporting_body(document(f"{printed}\nรายงานผลการประเมิน\nรพ.กำแพงแสน"))
    assert report.body is not None
    assert agency_id(report.body) == "hospital-กำแพงแสน-กำแพงแสน-นครปฐม"
    assert [one.printed for one in report.variants] == ["รพ.กาแพงแสน"]


def test_every_districts_hospital_is_found_again_with_the_rings_of_its_name_lost() -> None:
    for district, province in gazetteer().districts:
        lost = district.replace("ำ", "า")
        found = resolve_mention(f"รพ.{lost} อ.{district} จ.{province}")
        assert found.body is not None
        assert found.body.name == district
        assert found.body.district in (district, ""), district
