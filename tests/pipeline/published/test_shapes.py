"""Score tables of every shape come to the same agency-years."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.published.run import Settings, audit_tables
from tests.pipeline.published.conftest import HEADER, NAMES, OTHER, SOUND, TEN, TOTAL, Result

Audit = Callable[..., Result]


def text_of(rows, separator: str = ",") -> str:  # type: ignore[no-untyped-def]
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows(rows)
    return out.getvalue()


def assert_sound(result: Result) -> None:
    (year,) = [row for row in result.years if row["fiscal_year"] == "2564"]
    assert year["agency_id"] == "sao-ก้านเหลือง-อุทุมพรพิสัย-ศรีสะเกษ"
    assert [year[f"i{n}"] for n in range(1, 11)] == TEN
    assert (year["total"], year["rating"]) == (TOTAL, "D")
    assert (year["verdict"], year["assurance"], year["flags"]) == ("consistent", "proved", "")
    assert (year["recomputed_total"], year["difference"]) == ("56.72", "0.00")
    assert not result.problems()
    assert not result.outcome.errors


def test_a_wide_table_with_thai_headers(audited: Audit) -> None:
    result = audited(a_csv=[HEADER, SOUND, OTHER])
    assert_sound(result)
    assert len(result.rows("scores")) == 22
    assert "E «การปฏิบัติหน้าที่» = indicator 1" in result.text()
    assert any("E «การปฏิบัติหน้าที่» = ตัวชี้วัดที่ 1" in notice.th for notice in result.said)


def test_english_headers(audited: Audit) -> None:
    header = ("Agency", "District", "Province", "Fiscal Year", *(f"i{n}" for n in range(1, 11)),
              "Total score", "Rating")  # fmt: skip
    assert_sound(audited(a_csv=[header, SOUND]))


def test_bare_numbers_of_indicators_in_order(audited: Audit) -> None:
    header = (*HEADER[:4], *(f"ตัวชี้วัดที่ {n}" for n in range(1, 11)), *HEADER[14:])
    assert_sound(audited(a_csv=[header, SOUND]))


def test_some_bare_numbers_alone_are_not_used(audited: Audit) -> None:
    header = (*HEADER[:4], *(f"ตัวชี้วัดที่ {n}" for n in (1, 3, 2)), "IIT", "คะแนนรวม")
    result = audited(a_csv=[header, (*SOUND[:4], "91.00", "92.00", "93.00", "90.00", "80.00")])
    assert result.years[0]["i1"] == ""
    assert result.years[0]["iit"] == "90.00"
    assert "not used: E «ตัวชี้วัดที่ 1»" in result.text()


def test_thai_digits_and_a_thai_year(audited: Audit) -> None:
    thai = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
    row = (*SOUND[:3], *(cell.translate(thai) for cell in SOUND[3:15]), "D")
    result = audited(a_csv=[HEADER, row])
    assert_sound(result)
    assert result.rows("scores")[0]["printed"] == "๕๖.๗๒"


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "tis-620", "cp874", "utf-16"])
def test_any_separator_and_encoding(audited: Audit, separator: str, encoding: str) -> None:
    assert_sound(audited(a_csv=text_of([HEADER, SOUND, OTHER], separator).encode(encoding)))


def test_titles_above_the_header_give_year_and_province(audited: Audit) -> None:
    title = ["ผลการประเมิน ITA ขององค์กรปกครองส่วนท้องถิ่น จังหวัดศรีสะเกษ ปีงบประมาณ พ.ศ. 2564"]
    header = ("ลำดับ", "หน่วยงาน", "อำเภอ", *NAMES, "คะแนนรวม", "ระดับ")
    row = ("1", "อบต.ก้านเหลือง", "อุทุมพรพิสัย", *TEN, TOTAL, "D")
    assert_sound(audited(a_csv=[title, [], header, row]))


def test_the_year_in_the_file_name(audited: Audit) -> None:
    header = (*HEADER[:3], *HEADER[4:])
    assert_sound(audited(ITA_2564_csv=[header, (*SOUND[:3], *SOUND[4:])]))


def test_two_header_rows_with_the_years_above_the_items(audited: Audit) -> None:
    top = ["หน่วยงาน", "อำเภอ", "จังหวัด", "ปี 2564", *[""] * 10, "ปี 2565", *[""] * 10]
    low = ["", "", "", *NAMES, "คะแนนรวม", *NAMES, "คะแนนรวม"]
    row = [*SOUND[:3], *TEN, TOTAL, *OTHER[4:15]]
    result = audited(a_csv=[top, low, row])
    assert {year["fiscal_year"]: year["verdict"] for year in result.years} == {
        "2564": "consistent",
        "2565": "consistent",
    }
    assert len(result.years) == 2


def test_two_header_rows_with_numbers_under_a_group(audited: Audit) -> None:
    top = ["หน่วยงาน", "อำเภอ", "จังหวัด", "ปีงบประมาณ", "ตัวชี้วัดที่", *[""] * 9, "คะแนนรวม", "ระดับ"]
    low = ["", "", "", "", *map(str, range(1, 11)), "", ""]
    assert_sound(audited(a_csv=[top, low, SOUND]))


def test_a_long_table_by_name_and_by_code(audited: Audit) -> None:
    items = [*zip((*NAMES, "คะแนนรวม"), (*TEN, TOTAL), strict=True)]
    rows = [(*SOUND[:4], name, value, "D" if name == "คะแนนรวม" else "") for name, value in items]
    named = audited(a_csv=[("หน่วยงาน", "อำเภอ", "จังหวัด", "ปี", "ตัวชี้วัด", "คะแนน", "ระดับ"), *rows])
    assert_sound(named)
    assert named.rows("scores")[1]["name"] == "การปฏิบัติหน้าที่"
    codes = [*(str(n) for n in range(1, 11)), "total"]
    rows = [(*SOUND[:4], code, row[5], row[6]) for code, row in zip(codes, rows, strict=True)]
    assert_sound(
        audited(
            a_csv=[("agency", "district", "province", "year", "code", "score", "rating"), *rows]
        )
    )


def test_a_long_table_whose_agency_stands_once(audited: Audit) -> None:
    rows = [("" if n else "อบต.ก้านเหลือง", "" if n else "อุทุมพรพิสัย", "" if n else "ศรีสะเกษ",
             "2564", name, value, "D" if n == 10 else "")
            for n, (name, value) in enumerate(zip((*NAMES, "คะแนนรวม"), (*TEN, TOTAL), strict=True))]  # fmt: skip
    header = ("หน่วยงาน", "อำเภอ", "จังหวัด", "ปี", "ตัวชี้วัด", "คะแนน", "ระดับ")
    assert_sound(audited(a_csv=[header, *rows]))


def test_years_as_columns_of_totals(audited: Audit) -> None:
    header = ("หน่วยงาน", "อำเภอ", "จังหวัด", "ปี 2563", "ปี 2564")
    result = audited(a_csv=[("คะแนน ITA",), header, (*SOUND[:3], "46.78", "56.72")])
    assert [(row["fiscal_year"], row["total"]) for row in result.years] == [
        ("2563", "46.78"),
        ("2564", "56.72"),
    ]


def test_a_workbook_shows_what_its_number_formats_show(audited: Audit, tmp_path) -> None:  # type: ignore[no-untyped-def]
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.title = "ปี 2564"
    sheet.append([*HEADER[:3], *HEADER[4:]])
    sheet.append([*SOUND[:3], *(float(text) for text in (*TEN, TOTAL)), "D"])
    for cell in sheet[2][3:14]:
        cell.number_format = "0.00"
    book.create_sheet("หมายเหตุ").append(["ที่มา: ป.ป.ช."])
    path = tmp_path / "book.xlsx"
    book.save(path)
    result = audited(a_xlsx=path.read_bytes())
    assert_sound(result)
    assert result.rows("documents")[0]["pages"] == "2"


@pytest.mark.parametrize("name", ["agency_years", "scores"])
def test_our_own_tables_can_be_audited_again(audited: Audit, name: str) -> None:
    first = audited(a_csv=[HEADER, SOUND, OTHER])
    before = first.years
    again = audited(b_csv=(first.out / f"{name}.csv").read_bytes())
    drop = {"documents"}
    assert [{k: v for k, v in row.items() if k not in drop} for row in again.years] == [
        {k: v for k, v in row.items() if k not in drop} for row in before
    ]
    assert not again.problems()


def test_a_kind_of_its_own_column_completes_the_name(audited: Audit) -> None:
    header = ("ประเภท", "ชื่อ อปท.", "อำเภอ", "จังหวัด", "ปีงบประมาณ", "คะแนนรวม")
    result = audited(a_csv=[header, ("อบต.", "ก้านเหลือง", "อุทุมพรพิสัย", "ศรีสะเกษ", "2564", "56.72")])
    assert result.years[0]["agency_id"] == "sao-ก้านเหลือง-อุทุมพรพิสัย-ศรีสะเกษ"


def test_weighted_points_are_told_from_scores(audited: Audit) -> None:
    header = (*HEADER[:4], "IIT", "EIT", "OIT", "IIT (ถ่วงน้ำหนัก 30)", "EIT (ถ่วงน้ำหนัก 30)",
              "OIT (ถ่วงน้ำหนัก 40)", "คะแนนรวม")  # fmt: skip
    row = (*SOUND[:4], "86.12", "76.28", "20.00", "25.84", "22.88", "8.00", "56.72")
    result = audited(
        a_csv=[header, row, (*OTHER[:4], *row[4:7], "25.84", "22.88", "9.00", "56.72")]
    )
    assert [row["out_of"] for row in result.rows("scores")].count("30") == 4
    verdicts = {row["fiscal_year"]: row["verdict"] for row in result.years}
    assert verdicts == {"2564": "consistent", "2565": "inconsistent"}
    assert result.rules == {"weighted-mismatch"}


def test_both_parts_of_the_external_instrument(audited: Audit) -> None:
    header = (*HEADER[:4], "IIT", "EIT ส่วนที่ 1", "EIT ส่วนที่ 2", "OIT", "คะแนนรวม", "ระดับผลการประเมิน")
    row = (*SOUND[:3], "2567", "90.00", "80.00", "85.00", "95.00", "89.75", "ผ่าน")
    one = (*OTHER[:3], "2567", "90.00", "80.00", "", "95.00", "89.75", "")
    years = audited(a_csv=[header, row, one]).years
    assert sorted(year["verdict"] for year in years) == ["consistent", "incomplete"]


def test_sums_over_agencies_are_no_agency(audited: Audit) -> None:
    rows = [HEADER, SOUND, OTHER, ("เฉลี่ย", "", "", "2564", *TEN, "60.00", "")]
    result = audited(a_csv=rows)
    assert len(result.years) == 2
    assert "Row 4: sums or averages" in result.text()
    assert not result.problems()


def test_a_look_alike_is_kept_and_never_judged(audited: Audit) -> None:
    lpa = "การประเมินประสิทธิภาพขององค์กรปกครองส่วนท้องถิ่น (Local Performance Assessment: LPA)"
    school = ("โรงเรียนบ้านค้อ", "", "ขอนแก่น", "2564", *TEN, "99.00", "")
    obec = ("ผลการประเมิน ITA Online ของสถานศึกษา สังกัด สพฐ.",)
    result = audited(
        a_csv=[(lpa,), (*HEADER[:4], "คะแนนรวม"), (*SOUND[:4], "99.00")],
        b_csv=[obec, HEADER, school],
    )
    assert [row["verdict"] for row in result.years] == ["unverifiable"] * 2
    assert result.rules == {"look-alike-scheme"}


def test_a_list_headed_by_another_assessment_is_not_judged(audited: Audit) -> None:
    title = ("ผลการประเมิน LPA ปี 2565",)
    header = ("หน่วยงาน", "ปีงบประมาณ", "คะแนนรวม", "ระดับ")
    result = audited(a_csv=[title, header, ("อบต.ก้านเหลือง", "2565", "75.30", "ผ่าน")])
    assert [year["verdict"] for year in result.years] == ["unverifiable"]
    assert "target-verdict-mismatch" not in result.rules


def test_a_faculty_is_not_judged_and_the_bodies_beside_it_are(audited: Audit) -> None:
    header = ("หน่วยงาน", "ปีงบประมาณ", "IIT", "EIT", "OIT", "คะแนนรวม")
    scores = ("2565", "80.00", "80.00", "80.00", "85.00")
    result = audited(
        a_csv=[header, ("คณะแพทยศาสตร์ มหาวิทยาลัยขอนแก่น", *scores), ("มหาวิทยาลัยมหิดล", *scores)]
    )
    verdicts = {year["agency_id"]: (year["verdict"], year["scheme"]) for year in result.years}
    assert verdicts == {
        "university-คณะแพทยศาสตร์มหาวิทยาลัยขอนแก่น": ("unverifiable", "faculty"),
        "university-มหิดล": ("inconsistent", "ita-2562"),
    }


@pytest.mark.parametrize(
    ("total", "level", "wrong"),
    [("80.00", "B (ผ่าน)", True), ("80.00", "B (ไม่ผ่าน)", False), ("90.00", "A (ไม่ผ่าน)", True),
     ("90.00", "A (ผ่าน)", False)],
)  # fmt: skip
def test_a_pass_flag_beside_a_letter_is_held_to_the_total(
    audited: Audit, total: str, level: str, *, wrong: bool
) -> None:
    header = ("หน่วยงาน", "ปีงบประมาณ", "คะแนนรวม", "ระดับ")
    result = audited(a_csv=[header, ("อบต.ก้านเหลือง", "2563", total, level)])
    assert ("target-verdict-mismatch" in result.rules) is wrong


def test_rows_over_many_bodies_are_no_bodies_and_raise_nothing(audited: Audit) -> None:
    scores = ("2565", "80.00", "80.00", "80.00", "80.00")
    names = ("อบต.ก้านเหลือง", "รวม 2 แห่ง", "ค่าเฉลี่ยระดับประเทศ", "จังหวัดศรีสะเกษ (เฉลี่ย อปท.)")
    header = ("หน่วยงาน", "ปีงบประมาณ", "IIT", "EIT", "OIT", "คะแนนรวม")
    result = audited(a_csv=[header, *((name, *scores) for name in names)])
    assert [year["agency_id"].split("-")[0] for year in result.years] == ["sao"]
    assert "Rows 3, 4, 5" in result.text()
    assert not {rule for rule in result.rules if rule.startswith("agency-unknown")}


def test_a_column_of_names_under_an_unknown_header_names_the_agencies(audited: Audit) -> None:
    header = ("ผู้รับการประเมิน", *HEADER[1:])
    assert_sound(audited(a_csv=[header, SOUND, OTHER]))


def test_rows_of_one_year_without_names_are_not_taken_for_one_body(audited: Audit) -> None:
    result = audited(a_csv=[HEADER[3:], SOUND[3:], (*SOUND[3:4], *OTHER[4:])])
    assert "Rows 2, 3: several rows of one fiscal year" in result.problems()
    assert not result.years
    assert not result.outcome.errors


def test_one_row_a_year_without_names_is_a_body_s_own_table(audited: Audit) -> None:
    result = audited(a_csv=[HEADER[3:], SOUND[3:], OTHER[3:]])
    assert [row["verdict"] for row in result.years] == ["consistent", "consistent"]


def test_instruments_with_years_in_one_header_row(audited: Audit) -> None:
    names = ("IIT", "EIT", "OIT", "รวม")
    header = ("หน่วยงาน", *(f"{name} {year}" for year in (2564, 2565) for name in names))
    scores = ("90.00", "80.00", "95.00", "89.00")
    result = audited(a_csv=[header, ("อบต.ก้านเหลือง", *scores, *scores)])
    assert [row["verdict"] for row in result.years] == ["consistent", "consistent"]
    assert [row["eit"] for row in result.years] == ["80.00", "80.00"]
    assert not result.problems()


def _places_once(*rows: tuple[str, str, str]) -> list[tuple[str, ...]]:
    head, year = ("หน่วยงาน", "อำเภอ", "จังหวัด", "ปีงบประมาณ", *NAMES, "คะแนนรวม"), "2564"
    return [head, *((*row, year, *TEN, TOTAL) for row in rows)]


def test_a_district_told_once_is_that_of_the_rows_below(audited: Audit) -> None:
    rows = _places_once(
        ("อบต.นาเสียว", "เมืองชัยภูมิ", "ชัยภูมิ"), ("อบต.นาฝาย", "", ""), ("อบต.บ้านค่าย", "", "")
    )
    ids = {row["agency_id"] for row in audited(a_csv=rows).years}
    assert "sao-นาฝาย-เมืองชัยภูมิ-ชัยภูมิ" in ids


def test_a_place_told_above_never_corrects_a_spelling(audited: Audit) -> None:
    first = ("อบต.แวงดง", "ยางสีสุราช", "มหาสารคาม")
    rows = _places_once(first, ("อบต.นาหอ", "", ""), ("อบต.หนองบัว", "", ""))
    ids = {row["agency_id"] for row in audited(a_csv=rows).years}
    assert not any("นาภู" in one for one in ids)


def test_blank_districts_beside_other_provinces_take_no_district_from_above(audited: Audit) -> None:
    first = ("อบต.แวงดง", "ยางสีสุราช", "มหาสารคาม")
    rows = _places_once(first, ("อบต.ปากน้ำปราณ", "", "ประจวบคีรีขันธ์"), ("อบต.นาหอ", "", ""))
    seen = " ".join(row["names_seen"] for row in audited(a_csv=rows).rows("agencies"))
    assert seen.count("ยางสีสุราช") == 1


def test_a_table_whose_rows_name_their_bodies_has_no_body_without_a_name(audited: Audit) -> None:
    agencies = audited(a_csv=_places_once(("อบต.หนองบัว", "", ""))).rows("agencies")
    assert [row["identity"] for row in agencies] == ["ambiguous"]


def test_what_the_register_says_a_body_was_before_reaches_the_agencies(tmp_path: Path) -> None:
    register, table, out = (tmp_path / name for name in ("register.csv", "a.csv", "out"))
    place = "นาเสียว,เมืองชัยภูมิ,ชัยภูมิ"
    register.write_text(
        f"kind,name,district,province,code,succeeds\nsao,{place},1,\n"
        f"subdistrict-municipality,{place},2,1\n",
        encoding="utf-8",
    )
    rows = _places_once(("เทศบาลตำบลนาเสียว", "เมืองชัยภูมิ", "ชัยภูมิ"))
    table.write_text("\n".join(map(",".join, rows)), encoding="utf-8")
    audit_tables((str(table),), Settings(out, agencies=register), lambda *_: None)
    with (out / "agencies.csv").open(encoding="utf-8", newline="") as file:
        succeeds = {row["agency_type"]: row["succeeds"] for row in csv.DictReader(file)}
    assert succeeds["subdistrict-municipality"] == "sao-นาเสียว-เมืองชัยภูมิ-ชัยภูมิ-1"


def test_a_row_of_fractions_among_scores_of_100_is_disputed(audited: Audit) -> None:
    head = ("หน่วยงาน", "อำเภอ", "จังหวัด", "ปีงบประมาณ", "IIT", "EIT", "OIT", "คะแนนรวม")
    rows = [
        head,
        ("อบต.ก้านเหลือง", "อุทุมพรพิสัย", "ศรีสะเกษ", "2565", "0.8858", "0.8405", "0.4167", "0.6846"),
        ("อบต.นาเสียว", "เมืองชัยภูมิ", "ชัยภูมิ", "2565", "88.58", "84.05", "41.67", "68.46"),
    ]
    result = audited(a_csv=rows)
    assert [row["rule"] for row in result.rows("flags")] == ["score-out-of-range"]
    assurances = {row["total"]: row["assurance"] for row in result.years}
    assert assurances == {"0.6846": "disputed", "68.46": "proved"}


def test_computed_floats_are_compared_without_the_digits_of_chance(audited: Audit) -> None:
    head = ("หน่วยงาน", "อำเภอ", "จังหวัด", "ปีงบประมาณ", "IIT", "EIT", "OIT", "คะแนนรวม")
    scores = (93.87654321098765, 94.5755783711797, 82.24110299888102)
    total = sum(share * one for share, one in zip((0.3, 0.3, 0.4), scores, strict=True))
    off = total + 3e-14
    place = ("อบต.นาเสียว", "เมืองชัยภูมิ", "ชัยภูมิ", "2566")
    result = audited(a_csv=[head, (*place, *map(repr, scores), repr(off))])
    (year,) = result.years
    assert (year["verdict"], year["assurance"], year["flags"]) == ("consistent", "proved", "")
    wrong = audited(a_csv=[head, (*place, *map(repr, scores), repr(total + 0.01))])
    assert wrong.years[0]["verdict"] == "inconsistent"
