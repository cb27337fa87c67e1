"""Generated reports: the same seed gives the same bytes, and the truth holds."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path
from random import Random

import pypdfium2
import pytest
from click.testing import CliRunner

from corpus.__main__ import main
from corpus.containers import CONTAINERS
from corpus.containers.scan import SHAPING
from corpus.faults import misprint, misspelt
from corpus.layouts import LAYOUTS
from corpus.report import Grid, Paragraph, Report
from corpus.scores import INDEX_WEIGHTS, INSTRUMENTS, TEN_FROM, WEIGHTS, draw_scores, rounded
from corpus.truth import AGENCY_YEARS, FLAGS, MEASURES, SCORES, verdict_of
from corpus.voice import Voice
from corpus.world import draw_agency
from pipeline.tables import fields

ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
BUILT_IN = sorted(name for name, one in CONTAINERS.items() if one.needs is None)


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def generate(out: Path, *options: str, count: int = 8) -> dict[str, bytes]:
    command = ["--count", str(count), "--seed", "5", "--out", str(out), *options]
    done = CliRunner().invoke(main, command)
    assert done.exit_code == 0, done.output
    return files(out)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("container", BUILT_IN)
def test_the_same_seed_gives_the_same_bytes(tmp_path: Path, container: str) -> None:
    options = ("--container", container, "--only", "cards")
    first = generate(tmp_path / "a", *options, count=2)
    assert first == generate(tmp_path / "b", *options, count=2)
    assert len(first) == 9


def test_another_seed_gives_other_reports() -> None:
    texts = {str(LAYOUTS["official"](Random(seed)).blocks) for seed in range(20)}
    assert len(texts) == 20


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_every_true_score_is_printed_in_its_report(tmp_path: Path, layout: str) -> None:
    count = 24 if layout in ("plan", "follow-up", "look-alike") else 8
    generate(tmp_path, "--only", layout, "--container", "markdown", count=count)
    found = rows(tmp_path / "truth" / "scores.csv")
    assert found
    for row in found:
        text = (tmp_path / "reports" / row["document"]).read_text(encoding="utf-8")
        assert row["printed"] in text
        assert row["printed"].translate(ARABIC) == row["score"]


def test_the_truth_has_the_columns_of_the_dataset() -> None:
    for columns, table in (
        (SCORES, fields.SCORES),
        (AGENCY_YEARS, fields.AGENCY_YEARS),
        (MEASURES, fields.MEASURES),
        (FLAGS, fields.FLAGS),
    ):
        assert table.columns[: len(columns)] == columns


def test_agency_years_say_what_the_printed_scores_give(tmp_path: Path) -> None:
    generate(tmp_path, "--only", "official", "--container", "text", count=30)
    years = rows(tmp_path / "truth" / "agency_years.csv")
    wrong = {row["agency_id"] for row in rows(tmp_path / "truth" / "flags.csv")
             if row["rule"] == "total-mismatch"}  # fmt: skip
    assert wrong
    for row in years:
        if not all(row[f"i{n}"] for n in range(1, 11)):
            assert (row["verdict"], row["recomputed_total"]) == ("incomplete", "")
            continue
        values = [Decimal(row[f"i{n}"]) for n in range(1, 11)]
        means = [
            sum(part, Decimal(0)) / len(part) for part in (values[:5], values[5:8], values[8:])
        ]
        total = means[0] * 3 / 10 + means[1] * 3 / 10 + means[2] * 4 / 10
        assert abs(Decimal(row["recomputed_total"]) - total) <= Decimal("0.005")
        verdict = "inconsistent" if row["agency_id"] in wrong else "consistent"
        assert row["verdict"] == verdict


@pytest.mark.parametrize("year", [2561, 2562, 2564, 2567])
def test_totals_follow_from_the_indicators_within_rounding(year: int) -> None:
    for seed in range(50):
        sheet = draw_scores(Random(seed), year)
        total = Decimal(0)
        if year == 2561:
            pairs = zip(sheet.indicators, INDEX_WEIGHTS, strict=True)
            total = sum((v * w for v, w in pairs), Decimal(0)) / 100
        else:
            for code, numbers in INSTRUMENTS.items():
                mean = sum((sheet.indicators[n - 1] for n in numbers), Decimal(0)) / len(numbers)
                assert abs(mean - sheet.instruments[code]) <= Decimal("0.011")
                total += mean * WEIGHTS[code] / 100
        assert abs(total - sheet.total) <= Decimal("0.011")


def test_the_external_instrument_is_the_mean_of_its_parts_from_2566() -> None:
    for seed in range(50):
        sheet = draw_scores(Random(seed), 2567)
        mean = sum(sheet.parts.values(), Decimal(0)) / 2
        assert abs(mean - sheet.instruments["EIT"]) <= Decimal("0.011")


def test_faults_contradict_the_printed_numbers() -> None:
    faulty = 0
    for seed in range(300):
        report = LAYOUTS["official"](Random(seed))
        printed = {score.code: score.value for score in report.scores}
        if any(fault.rule == "indicator-missing" for fault in report.faults):
            assert len(printed) == 10
            continue
        parts = [
            sum((printed[str(n)] for n in numbers), Decimal(0)) / len(numbers) * WEIGHTS[code] / 100
            for code, numbers in INSTRUMENTS.items()
        ]
        wrong = abs(sum(parts, Decimal(0)) - printed["total"]) > Decimal("0.02")
        assert wrong == any(fault.rule == "total-mismatch" for fault in report.faults)
        faulty += wrong
    assert 40 < faulty < 140


def all_reports() -> list[Report]:
    return [LAYOUTS[name](Random(seed)) for name in sorted(LAYOUTS) for seed in range(120)]


def test_faults_of_every_kind_are_made() -> None:
    made = {fault.rule for report in all_reports() for fault in report.faults if fault.injected}
    assert made == {
        "", "agency-name-variant", "change-mismatch", "copied-scores", "extreme-mismatch",
        "fiscal-year-conflict", "indicator-missing", "indicator-number-conflict",
        "instrument-mismatch", "oit-step", "order-mismatch", "pass-count-mismatch",
        "percent-conflict", "rating-mismatch", "sorted-columns", "target-verdict-mismatch", "threshold-conflict", "total-mismatch",
        "value-conflict", "weighted-mismatch",
    }  # fmt: skip


def test_totals_are_wrong_for_every_reason_and_the_changed_numbers_are_named() -> None:
    causes = set()
    for report in all_reports():
        for fault in report.faults:
            if fault.rule != "total-mismatch" or fault.cause == "sorted":
                continue
            causes.add((fault.cause, fault.changed == ("total",)))
            printed = {score.code for score in report.scores}
            assert fault.changed
            assert set(fault.changed) <= printed | {"IIT", "EIT", "OIT"}
    assert causes == {
        ("swap", False), ("digit", True), ("digit", False), ("transposition", True),
        ("transposition", False), ("wrong-total", True), ("other-year", True),
        ("dropped", True), ("dropped", False), ("doubled", True), ("exchange", False),
    }  # fmt: skip


def test_wrong_totals_contradict_what_is_printed_even_without_closing_zeros() -> None:
    def half(value: Decimal) -> Decimal:
        exponent = value.as_tuple().exponent
        assert isinstance(exponent, int)
        return Decimal("0.5").scaleb(exponent)

    trimmed = 0
    for seed in range(600):
        report = LAYOUTS["official"](Random(seed))
        if not report.voice.trims or not any(f.rule == "total-mismatch" for f in report.faults):
            continue
        trimmed += 1
        printed = {score.code: score.value for score in report.scores}
        weights = dict.fromkeys("12345", 6) | dict.fromkeys("678", 10) | {"9": 20, "10": 20}
        given = sum((printed[code] * w / 100 for code, w in weights.items()), Decimal(0))
        slack = sum((half(printed[code]) * w / 100 for code, w in weights.items()), Decimal(0))
        assert abs(given - printed["total"]) > slack + half(printed["total"])
    assert trimmed > 10


@pytest.mark.parametrize(
    ("open_data", "total", "verdict"),
    [("100.00", "92.00", "consistent"), ("100.00", "91.97", "inconsistent"),
     ("100", "91.97", "consistent"), ("100", "92.02", "inconsistent")],
)  # fmt: skip
def test_verdicts_allow_half_of_the_last_printed_digit_up_to_full_marks(
    open_data: str, total: str, verdict: str
) -> None:
    values = {str(n): Decimal("90.00") for n in range(1, 10)}
    values |= {"10": Decimal(open_data), "total": Decimal(total)}
    assert verdict_of(2565, values) == verdict


def test_a_wrong_year_on_the_cover_is_none_that_the_report_has_scores_of() -> None:
    found = 0
    for name in ("years", "turned", "year-by-year", "official", "long"):
        for seed in range(150):
            report = LAYOUTS[name](Random(seed))
            for fault in report.faults:
                if fault.rule == "fiscal-year-conflict":
                    on_cover = int(fault.detail.split()[1].rstrip(","))
                    assert on_cover not in {score.fiscal_year for score in report.scores}
                    found += 1
    assert found > 5


def test_a_repeated_total_is_that_of_the_year_before() -> None:
    found = 0
    for report in all_reports():
        for fault in report.faults:
            if fault.cause == "other-year":
                totals = {s.fiscal_year: s.value for s in report.scores if s.code == "total"}
                assert totals[fault.fiscal_year] == totals[fault.fiscal_year - 1]
                found += 1
    assert found


@pytest.mark.parametrize("layout", ["plan", "follow-up"])
def test_scores_beside_measures_are_those_of_a_year_with_ten_indicators(layout: str) -> None:
    years = set()
    for seed in range(80):
        report = LAYOUTS[layout](Random(seed))
        for score in report.scores:
            years.add(score.fiscal_year)
            if score.code == "10" and score.fiscal_year in (2563, 2564):
                assert score.value in {
                    rounded(Decimal(n) * Decimal("6.25")) for n in range(17)
                }  # fmt: skip
    assert min(years) == TEN_FROM


def test_a_folder_with_reports_or_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    generate(tmp_path / "a", "--only", "memo", "--container", "text", count=1)
    (tmp_path / "file").write_text("")
    for out in (tmp_path / "a", tmp_path / "file", tmp_path / "file" / "b"):
        command = ["--count", "1", "--seed", "5", "--out", str(out)]
        done = CliRunner().invoke(main, command)
        assert done.exit_code == 2
        assert "--out" in done.output


def test_bodies_of_all_kinds_are_drawn() -> None:
    kinds = {draw_agency(Random(seed)).kind for seed in range(1000)}
    assert kinds == {
        "sao", "subdistrict-municipality", "town", "city", "pao", "province", "hospital",
        "department", "university", "enterprise", "special", "other",
    }  # fmt: skip


def test_lists_hold_five_to_twenty_bodies_and_a_mean_that_is_none() -> None:
    sizes = set()
    for seed in range(80):
        report = LAYOUTS["many-bodies"](Random(seed))
        sizes.add(len({score.agency for score in report.scores}))
        assert report.agency not in {score.agency for score in report.scores}
        grid = next(block for block in report.blocks if isinstance(block, Grid))
        assert "เฉลี่ย" in "".join(grid.rows[-1])
    assert min(sizes) == 5
    assert max(sizes) == 20


def test_no_slip_leaves_a_zero_first_that_would_not_be_printed() -> None:
    exchanged = {misprint(Random(n), Decimal("90.13"), "transposition") for n in range(40)}
    assert exchanged == {Decimal("90.31")}
    assert misprint(Random(1), Decimal("100.00"), "dropped") == Decimal("10.00")
    assert misprint(Random(1), Decimal("0.5"), "transposition") == Decimal("0.5")


@pytest.mark.parametrize("layout", ["many-bodies", "wide"])
def test_a_body_that_was_not_assessed_has_dashes_and_no_scores(layout: str) -> None:
    absent = 0
    for seed in range(40):
        report = LAYOUTS[layout](Random(seed))
        (grid,) = (block for block in report.blocks if isinstance(block, Grid))
        dashed = [row for row in grid.rows if row.count("-") > 3]
        means = layout == "many-bodies"
        assessed = {score.agency for score in report.scores}
        assert len(assessed) == len(grid.rows) - grid.header - means - len(dashed)
        absent += len(dashed)
    assert 2 < absent < 20


def test_long_reports_have_twenty_to_sixty_chapters() -> None:
    from corpus.report import PageBreak

    for seed in range(10):
        blocks = LAYOUTS["long"](Random(seed)).blocks
        assert 20 <= sum(isinstance(block, PageBreak) for block in blocks) <= 62


def test_an_author_writes_a_number_in_one_way() -> None:
    voice = Voice("mixed", 7, trims=True)
    assert voice(Decimal("90.50")) == voice(Decimal("90.50"))
    assert voice.plain(Decimal("100.00")) == "100"
    assert voice(Decimal("87.25")).translate(ARABIC) == "87.25"


def test_slips_of_the_pen_change_one_place() -> None:
    for seed in range(50):
        chance = Random(seed)
        wrong = str(misprint(chance, Decimal("76.94"), "digit"))
        assert sum(a != b for a, b in zip(wrong, "76.94", strict=True)) == 1
        spelt = misspelt(chance, "ดอนช้าง")
        assert spelt is not None
        assert spelt != "ดอนช้าง"
        assert abs(len(spelt) - 7) <= 1


def test_scans_show_tone_marks_above_vowels(tmp_path: Path) -> None:
    """A mark that overlaps its vowel gives the same picture as none."""
    for number, write in enumerate(SHAPING):
        pictures = []
        for text in ("ที่ที่ที่", "ทีทีที"):
            report = LAYOUTS["official"](Random(1))
            report.blocks = [Paragraph(text)]
            write(report, tmp_path / f"{number}.pdf", Random(2))
            page = pypdfium2.PdfDocument(tmp_path / f"{number}.pdf")[0]
            dark = page.render(scale=3, grayscale=True).to_pil().point(lambda p: p < 128 and 255)
            pictures.append(dark.getbbox())
        assert pictures[0][1] < pictures[1][1] - 3


def test_damage_leaves_the_digits_alone(tmp_path: Path) -> None:
    generate(tmp_path / "sound", "--container", "text", "--only", "memo", count=1)
    generate(tmp_path / "worn", "--container", "damaged", "--only", "memo", count=1)
    digits = [
        [c for c in (tmp_path / name / "reports" / "00000.txt").read_text(encoding="utf-8")
         if c.isdigit()]
        for name in ("sound", "worn")
    ]  # fmt: skip
    assert digits[0] == digits[1]
