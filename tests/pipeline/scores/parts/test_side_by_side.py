"""Instruments side by side in one grid, each over its own indicators."""

from __future__ import annotations

import pytest

from tests.pipeline.scores.reading import NAMES, OFFICIAL, VALUES, by_code, read, scores

TITLE = "ผลคะแนน ITA ประจำปีงบประมาณ พ.ศ. 2566\n\n"
GROUPS = ((0, 5), (5, 8), (8, 10))
INSTRUMENTS = {"IIT": "92.93", "EIT": "91.04", "OIT": "92.02"}


def grid(*cells: str, head: str = "", foot: str = "") -> str:
    """Three groups of columns, each a template with ``{n}``, ``{name}`` and ``{value}``."""
    rows = []
    for row in range(5):
        texts = [
            cell.format(n=row + 1, name=NAMES[first + row], value=VALUES[first + row])
            if first + row < stop
            else ""
            for first, stop in GROUPS
            for cell in cells
        ]
        rows.append("\t".join(texts))
    return TITLE + "\n".join([*head.splitlines(), *rows, *foot.splitlines()])


PLAIN = ("{name}", "{value}")
COLUMNS = "\t".join(["ตัวชี้วัด\tคะแนน"] * 3)


@pytest.mark.parametrize(
    "head",
    [
        "IIT 92.93\t\tEIT 91.04\t\tOIT 92.02\t",
        "IIT\t92.93\tEIT\t91.04\tOIT\t92.02",
        "IIT (92.93)\t\tEIT (91.04)\t\tOIT (92.02)\t",
        "IIT = ๙๒.๙๓ คะแนน\t\tEIT = ๙๑.๐๔ คะแนน\t\tOIT = ๙๒.๐๒ คะแนน\t",
        "IIT 92.93\t\tEIT 91.04\t\tOIT 92.02\t\n" + COLUMNS,
        "IIT\t\tEIT\t\tOIT\t\n92.93\t\t91.04\t\t92.02\t",
        "IIT\tคะแนน 92.93\tEIT\tคะแนน 91.04\tOIT\tคะแนน 92.02",
    ],
)
def test_instruments_and_indicators_are_read_wherever_the_score_of_the_head_stands(
    head: str,
) -> None:
    assert by_code(grid(*PLAIN, head=head)) == OFFICIAL | INSTRUMENTS


@pytest.mark.parametrize(
    "head", ["", "IIT\t\tEIT\t\tOIT\t", COLUMNS, "ภายใน\t\tภายนอก\t\tสาธารณะ\t"]
)
def test_a_head_without_scores_or_none_at_all_hides_no_indicator(head: str) -> None:
    assert by_code(grid(*PLAIN, head=head)) == OFFICIAL


def test_numbers_before_names_and_columns_behind_scores_change_nothing() -> None:
    head = "IIT 92.93\t\t\t\tEIT 91.04\t\t\t\tOIT 92.02\t\t\t"
    heads = "\t".join(["ที่\tตัวชี้วัด\tคะแนน\tระดับ"] * 3)
    text = grid("{n}", "{name}", "{value}", "A", head=f"{head}\n{heads}")
    assert by_code(text) == OFFICIAL | INSTRUMENTS


def test_sums_of_several_groups_are_of_instruments_and_one_below_them_is_the_total() -> None:
    foot = "รวม\t92.93\tรวม\t91.04\tรวม\t92.02\nคะแนนรวม\t92.11\t\t\t\t"
    found = by_code(grid(*PLAIN, head="IIT\t\tEIT\t\tOIT\t", foot=foot))
    assert found == OFFICIAL | INSTRUMENTS | {"total": "92.11"}
    no_head = by_code(grid(*PLAIN, foot=foot.splitlines()[0]))
    assert no_head == OFFICIAL | INSTRUMENTS


def test_a_sum_beside_indicators_of_others_is_never_the_total() -> None:
    text = grid(*PLAIN).split("\n")
    text[-2] = text[-2].removesuffix("\t\t\t") + "\t\tรวม\t92.02"
    assert by_code("\n".join(text)) == OFFICIAL | {"OIT": "92.02"}


def test_a_year_over_all_groups_is_of_all_of_them() -> None:
    text = grid(*PLAIN, head="ปีงบประมาณ 2564\t\t\t\t\t\nIIT 92.93\t\tEIT 91.04\t\tOIT 92.02\t")
    assert {year for year, code, _ in scores(text) if code.isdigit()} == {2564}


def test_years_of_each_group_stay_with_their_columns() -> None:
    heads = "IIT\t\t\tEIT\t\t\tOIT\t\t\n" + "\t".join(["ตัวชี้วัด\tปี 2565\tปี 2566"] * 3)
    found = scores(grid("{name}", "1{n}.12", "{value}", head=heads))
    assert {code: value for year, code, value in found if year == 2566} == OFFICIAL
    assert {value for year, _, value in found if year == 2565} == {f"1{n}.12" for n in range(1, 6)}


OLDER = ("70.31", "71.32", "72.33", "73.34", "74.35", "75.36", "76.37", "77.38", "78.39", "79.40")


@pytest.mark.parametrize(
    "head",
    [
        "ปีงบประมาณ 2567\t\tปีงบประมาณ 2566\t",
        "\tปี 2567\t\tปี 2566",
        "ผล ITA ปี 2567\t\tผล ITA ปี 2566\t\nตัวชี้วัด\tคะแนน\tตัวชี้วัด\tคะแนน",
        "ตัวชี้วัด\tปี 2567\tตัวชี้วัด\tปี 2566",
    ],
)
def test_the_same_indicators_beside_each_other_are_of_two_years_each_with_its_total(
    head: str,
) -> None:
    pairs = zip(NAMES, VALUES, OLDER, strict=True)
    rows = [f"{name}\t{new}\t{name}\t{old}" for name, new, old in pairs]
    rows.append("คะแนนรวม\t70.34\tคะแนนรวม\t74.85")
    text = "ผลคะแนน ITA ประจำปีงบประมาณ พ.ศ. 2567\n\n" + "\n".join([head, *rows])
    newer = [(2567, str(n), value) for n, value in enumerate(VALUES, 1)]
    older = [(2566, str(n), value) for n, value in enumerate(OLDER, 1)]
    totals = [(2567, "total", "70.34"), (2566, "total", "74.85")]
    assert sorted(scores(text)) == sorted([*newer, *older, *totals])


def test_an_instrument_below_another_has_its_own_indicators_and_mean() -> None:
    left = ["IIT\t", *(f"{NAMES[n]}\t{VALUES[n]}" for n in range(5)), "เฉลี่ย\t85.73",
            "EIT\t", *(f"{NAMES[n]}\t{VALUES[n]}" for n in range(5, 8)), "เฉลี่ย\t78.44"]  # fmt: skip
    right = ["OIT\t", *(f"{NAMES[n]}\t{VALUES[n]}" for n in range(8, 10)), "เฉลี่ย\t20.12"]
    right += ["\t"] * (len(left) - len(right))
    rows = [f"{own}\t{other}" for own, other in zip(left, right, strict=True)]
    means = {"IIT": "85.73", "EIT": "78.44", "OIT": "20.12"}
    assert by_code(TITLE + "\n".join(rows)) == OFFICIAL | means


@pytest.mark.parametrize(
    "head",
    [
        "ปี 2566\t\tปี 2567\t\nตัวชี้วัด\tคะแนน\tตัวชี้วัด\tคะแนน\n",
        "ปี 2566\tคะแนน\tปี 2567\tคะแนน\n",
        "ตัวชี้วัด ปี 2566\tคะแนน\tตัวชี้วัด ปี 2567\tคะแนน\n",
    ],
)
def test_two_years_of_all_indicators_side_by_side_keep_their_totals(head: str) -> None:
    rows = "\n".join(f"{n}\t{v}\t{n}\t{v}" for n, v in zip(NAMES, VALUES, strict=True))
    text = f"ผลการประเมิน ITA ปี 2567\n\n{head}{rows}\nคะแนนรวม\t70.30\tคะแนนรวม\t71.40"
    scored = read(text).scores
    found = [(s.fiscal_year, str(s.value)) for s in scored if s.item.code == "total"]
    assert found == [(2566, "70.30"), (2567, "71.40")]
    assert [s.fiscal_year for s in scored if s.item.code == "10"] == [2566, 2567]
