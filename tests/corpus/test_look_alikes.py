"""Reports of other assessments, and bodies of rarer kinds."""

from __future__ import annotations

from random import Random

from corpus.layouts import LAYOUTS
from corpus.report import Grid, Report
from corpus.truth import write_truth
from corpus.world import draw_agency, draw_list


def look_alikes() -> list[Report]:
    return [LAYOUTS["look-alike"](Random(seed)) for seed in range(60)]


def test_every_look_alike_is_drawn_and_none_has_a_fault_to_find() -> None:
    reports = look_alikes()
    assert {report.scheme for report in reports} == {"moit", "lpa", "obec", "ovec", "faculty"}
    assert not [fault for report in reports for fault in report.faults if fault.injected]


def test_only_reports_with_ita_items_have_scores() -> None:
    for report in look_alikes():
        assert bool(report.scores) == (report.scheme not in ("moit", "lpa"))
        assert any(isinstance(block, Grid) for block in report.blocks)


def test_totals_of_look_alikes_do_not_follow_from_the_formula() -> None:
    differ = 0
    for report in look_alikes():
        values = {score.code: score.value for score in report.scores}
        if report.scheme == "obec":
            weights = dict.fromkeys("12345", 6) | dict.fromkeys("678", 10) | {"9": 20, "10": 20}
            given = sum(values[code] * weight for code, weight in weights.items()) / 100
            differ += abs(given - values["total"]) > 1
    assert differ > 5


def test_the_truth_of_look_alikes_recomputes_nothing(tmp_path) -> None:  # type: ignore[no-untyped-def]
    report = next(report for report in look_alikes() if report.scheme == "obec")
    write_truth(tmp_path, [("d", "look-alike", "text", report)])
    text = (tmp_path / "agency_years.csv").read_text(encoding="utf-8")
    header, row = (line.split(",") for line in text.splitlines())
    cells = dict(zip(header, row, strict=True))
    assert (cells["scheme"], cells["verdict"], cells["assurance"]) == (
        "obec",
        "unverifiable",
        "read",
    )
    assert not any(cells[name] for name in header if name.startswith("recomputed"))


def test_rarer_bodies_are_drawn() -> None:
    names = {draw_agency(Random(seed)).official for seed in range(4000)}
    for name in ("กรุงเทพมหานคร", "เมืองพัทยา", "สำนักงานศาลปกครอง", "การไฟฟ้านครหลวง",
                 "สำนักงานผู้ตรวจการแผ่นดิน", "สถาบันวัคซีนแห่งชาติ"):  # fmt: skip
        assert name in names
    assert any(name.startswith("สำนักงานเขตพื้นที่การศึกษา") for name in names)


def test_lists_mix_local_bodies_or_hold_one_other_kind() -> None:
    kinds = [{body.kind for body in draw_list(Random(seed), 9).bodies} for seed in range(200)]
    assert {"sao", "subdistrict-municipality"} in kinds
    assert {"pao", "sao", "subdistrict-municipality"} in kinds
    assert {"hospital"} in kinds
    assert {"department"} in kinds
    assert {"university"} in kinds
    for seed in range(50):
        listed = draw_list(Random(seed), 7)
        assert len({body.id for body in listed.bodies}) == 7
        assert listed.owner not in listed.bodies


def test_weighted_points_stand_above_the_indicators_in_half_of_the_reports() -> None:
    reports = [LAYOUTS["weighted"](Random(seed)) for seed in range(60)]
    whole = [report for report in reports if any(score.code == "10" for score in report.scores)]
    assert 15 < len(whole) < 45
