"""Tables with indicators as rows and one column a body."""

from __future__ import annotations

from collections.abc import Callable

from tests.pipeline.published.conftest import NAMES, TEN, TOTAL, Result

Audit = Callable[..., Result]

BODIES = ("อบต.ก้านเหลือง", "อบต.นาเสียว")
OTHER = [*reversed(TEN)]


def table(totals: tuple[str, str] = (TOTAL, "76.65")) -> list[tuple[str, ...]]:
    scores = zip(NAMES, TEN, OTHER, strict=True)
    return [("ตัวชี้วัด", *BODIES), *scores, ("คะแนนรวม", *totals)]


def test_bodies_as_columns_come_to_the_same_agency_years(audited: Audit) -> None:
    result = audited(คะแนน_2565_csv=table())
    assert not result.problems()
    years = {row["agency"]: row for row in result.years}
    one, other = years["องค์การบริหารส่วนตำบลก้านเหลือง"], years["องค์การบริหารส่วนตำบลนาเสียว"]
    assert [one[f"i{n}"] for n in range(1, 11)] == TEN
    assert [other[f"i{n}"] for n in range(1, 11)] == OTHER
    assert {row["verdict"] for row in result.years} == {"consistent"}
    assert "B «อบต.ก้านเหลือง» = scores of this agency" in result.text()


def test_rows_tell_place_year_and_rating_of_each_body(audited: Audit) -> None:
    head, *rest = table()
    rows = [
        ("", "", "", ""),
        ("ที่", *head),
        ("", "อำเภอ", "อุทุมพรพิสัย", "เมืองชัยภูมิ"),
        ("", "จังหวัด", "ศรีสะเกษ", "ชัยภูมิ"),
        ("", "ปีงบประมาณ", "๒๕๖๔", "2565"),
        *[(str(number), *row) for number, row in enumerate(rest, 1)],
        ("", "ระดับ", "D", "A"),
    ]
    result = audited(a_csv=rows)
    assert not result.problems()
    one, other = sorted(result.years, key=lambda row: row["fiscal_year"])
    assert (one["agency_id"], one["fiscal_year"]) == (
        "sao-ก้านเหลือง-อุทุมพรพิสัย-ศรีสะเกษ", "2564"
    )  # fmt: skip
    assert (one["rating"], one["verdict"], one["flags"]) == ("D", "consistent", "")
    assert (other["agency_id"], other["fiscal_year"]) == ("sao-นาเสียว-เมืองชัยภูมิ-ชัยภูมิ", "2565")
    assert (other["rating"], other["flags"]) == ("A", "rating-mismatch")


def test_a_wrong_total_is_told_with_its_row_and_column(audited: Audit) -> None:
    result = audited(คะแนน_2565_csv=table((TOTAL, "67.65")))
    (flag,) = [row for row in result.rows("flags") if row["rule"] == "total-mismatch"]
    assert flag["agency"] == "องค์การบริหารส่วนตำบลนาเสียว"
    assert "67.65 (row 12, column C)" in flag["message"]
    assert "67.65 (แถว 12 คอลัมน์ C)" in flag["message_th"]


def test_a_column_of_means_is_of_no_body_and_one_without_a_name_is_said(audited: Audit) -> None:
    rows = [(*row, "50.00", "60.00") for row in table()]
    result = audited(คะแนน_2565_csv=[(*rows[0][:3], "เฉลี่ย", ""), *rows[1:]])
    assert len(result.years) == 2
    assert "Column D «เฉลี่ย»: sums or averages over agencies" in result.text()
    assert "Column E «»: values without the name of an agency" in result.problems()


def test_words_in_number_cells_and_unknown_rows_are_told(audited: Audit) -> None:
    rows = [list(row) for row in table()]
    rows[3][2] = "รอผล"
    rows.insert(11, ["กิจกรรมเพิ่มเติม", "10", "20"])
    result = audited(คะแนน_2565_csv=rows)
    assert "Column C «อบต.นาเสียว», row 4: «รอผล» is no number" in result.problems()
    assert "row 12: «กิจกรรมเพิ่มเติม» names no indicator" in result.problems()
    verdicts = {row["agency"][-8:]: row["verdict"] for row in result.years}
    assert sorted(verdicts.values()) == ["consistent", "incomplete"]


def test_means_of_province_and_country_beside_one_score_are_no_bodies(audited: Audit) -> None:
    rows = [(name, one, "50.00", "60.00") for name, one in zip(NAMES, TEN, strict=True)]
    header = ("ตัวชี้วัด", "คะแนน", "ค่าเฉลี่ยจังหวัด", "ค่าเฉลี่ยประเทศ")
    result = audited(อบต_2564_csv=[header, *rows, ("คะแนนรวม", TOTAL, "50.00", "60.00")])
    (year,) = result.years
    assert [year[f"i{n}"] for n in range(1, 11)] == TEN


def test_words_of_columns_inside_a_name_do_not_drop_the_body(audited: Audit) -> None:
    names = ("อบต.หนองมะค่า", "อบต.คอทราย อ.ค่ายบางระจัน จ.สิงห์บุรี")
    _, *rest = table()
    result = audited(คะแนน_2565_csv=[("ตัวชี้วัด", *names), *rest])
    assert len(result.years) == 2
    assert "not used" not in result.text()


def test_a_column_beside_a_body_that_is_no_score_is_passed_over_and_told(audited: Audit) -> None:
    head, *rest = table()
    rows = [(*head, f"{BODIES[0]} ค่าเป้าหมาย"), *[(*row, "85.00") for row in rest]]
    result = audited(คะแนน_2565_csv=rows)
    assert len(result.years) == 2
    assert "Column D «อบต.ก้านเหลือง ค่าเป้าหมาย»: numbers under a header" in result.text()
