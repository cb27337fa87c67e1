"""What agency-years recompute to, what is called wrong, and what is left alone."""

from __future__ import annotations

import random
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pytest

from pipeline.audit.auditor import audit
from pipeline.audit.model import AgencyYear, Audited, Finding, ReadDocument
from pipeline.facts import Body, Claim, Place, RankedList, Score
from pipeline.interval import half_up
from pipeline.scheme import scheme_for

Rows = Callable[..., tuple[Score, ...]]
Values = dict[str, str]
INDICES = {
    "index1": "80.11",
    "index2": "75.22",
    "index3": "90.33",
    "index4": "60.44",
    "index5": "70.55",
}


def only(result: Audited) -> AgencyYear:
    (year,) = result.agency_years
    return year


def computed(year: AgencyYear) -> dict[str, str]:
    return {code: str(value) for code, value in year.recomputed}


def test_a_sound_year_is_consistent_and_every_value_in_it_proved(
    audited: Callable[..., Audited], rows: Rows, sound_2564: Values
) -> None:
    result = audited(*rows(sound_2564))
    year = only(result)
    assert (year.verdict, year.assurance) == ("consistent", "proved")
    assert year.difference == Decimal(0)
    assert computed(year) == {"IIT": "86.12", "EIT": "76.28", "OIT": "20.01", "total": "56.72"}
    assert year.recomputed_rating == "D"
    assert set(result.assurances.values()) == {"proved"}
    assert not result.findings


def test_a_mismatch_names_both_totals_and_disputes_all_that_entered_the_sum(
    audited: Callable[..., Audited], rows: Rows, swapped_2562: Values
) -> None:
    result = audited(*rows(swapped_2562, 2562), fiscal_year=2562)
    year = only(result)
    (finding,) = result.findings
    assert (year.verdict, year.assurance) == ("inconsistent", "disputed")
    assert (finding.rule, finding.severity) == ("total-mismatch", "error")
    assert (finding.printed, finding.expected, finding.difference) == ("53.05", "52.91", "+0.14")
    assert set(result.assurances.values()) == {"disputed"}
    assert year.difference == Decimal("0.14")
    for text in (finding.message, finding.message_th):
        assert all(part in text for part in ("2562", "53.05", "52.91", "53.049", "20"))


def test_the_only_exchange_of_labels_that_explains_a_total_is_found_and_said_to_be_unique(
    findings: Callable[..., list[Finding]], rows: Rows, swapped_2562: Values
) -> None:
    (finding,) = findings("total-mismatch", *rows(swapped_2562, 2562))
    (swap,) = [one for one in finding.candidates if one.cause == "swap"]
    assert finding.candidates[0] is swap
    assert (swap.predicts, swap.rivals, swap.unique) == ("53.049", 0, True)
    assert swap.changes == (("2", "73.51", "70.15"), ("7", "70.15", "73.51"))
    assert "total" in swap.reconciles


def test_a_total_that_no_single_slip_explains_is_said_to_be_so(
    findings: Callable[..., list[Finding]], rows: Rows, unexplained_2563: Values
) -> None:
    (finding,) = findings("total-mismatch", *rows(unexplained_2563, 2563))
    assert finding.candidates == ()
    assert "None of the 15 causes tried" in finding.message
    assert "สาเหตุทั้ง 15 แบบที่ลองแล้ว" in finding.message_th


@pytest.mark.parametrize(
    ("code", "wrong", "cause"),
    [("9", "38.76", "digit"), ("9", "37.36", "transposition"), ("total", "65.72", "transposition")],
)
def test_a_slip_in_one_number_is_among_the_explanations(
    findings: Callable[..., list[Finding]],
    rows: Rows,
    sound_2564: Values,
    code: str,
    wrong: str,
    cause: str,
) -> None:
    (finding,) = findings("total-mismatch", *rows({**sound_2564, code: wrong}, 2565))
    true = (code, wrong, sound_2564[code])
    assert (cause, (true,)) in [(one.cause, one.changes) for one in finding.candidates]


def test_rivals_are_counted_and_a_cause_with_rivals_is_never_called_unique(
    findings: Callable[..., list[Finding]], rows: Rows, sound_2564: Values
) -> None:
    (finding,) = findings("total-mismatch", *rows({**sound_2564, "1": "97.76"}, 2565))
    digits = [one for one in finding.candidates if one.cause == "digit"]
    assert len(digits) > 1
    assert all(one.rivals >= len(digits) - 1 and not one.unique for one in digits)


def test_an_explanation_is_never_applied_to_the_data(
    audited: Callable[..., Audited], rows: Rows, swapped_2562: Values
) -> None:
    values = {
        code: str(score.value) for code, score in only(audited(*rows(swapped_2562, 2562))).values
    }
    assert values == swapped_2562


def test_printed_instruments_that_give_the_total_narrow_down_where_the_fault_is(
    findings: Callable[..., list[Finding]], rows: Rows, sound_2564: Values
) -> None:
    values = {**sound_2564, "6": "94.13", "IIT": "86.12", "EIT": "76.28", "OIT": "20.01"}
    scores = rows(values, 2565)
    (total,) = findings("total-mismatch", *scores)
    (instrument,) = findings("instrument-mismatch", *scores)
    disputed = {scores[index].item.code for _, index in total.scores}
    assert disputed == {"total", "6", "7", "8"}
    assert (instrument.code, instrument.printed, instrument.expected) == ("EIT", "76.28", "82.94")
    assert "EIT" in total.candidates[0].reconciles
    assert total.candidates[0].changes == (("6", "94.13", "74.13"),)


def test_two_instruments_under_each_others_label_are_recognised(
    findings: Callable[..., list[Finding]], rows: Rows, sound_2564: Values
) -> None:
    values = {**sound_2564, "IIT": "86.12", "EIT": "20.01", "OIT": "76.28"}
    found = findings("instrument-mismatch", *rows(values, 2565))
    assert {one.code for one in found} == {"EIT", "OIT"}
    for one in found:
        assert one.candidates[0].cause == "swap"
        assert one.candidates[0].unique
        assert "EIT" in one.message
        assert "OIT" in one.message


def test_exchanged_digits_in_an_instrument_are_recognised(
    findings: Callable[..., list[Finding]], rows: Rows, sound_2564: Values
) -> None:
    (found,) = findings("instrument-mismatch", *rows({**sound_2564, "IIT": "68.12"}, 2565))
    assert found.candidates[0].changes == (("IIT", "68.12", "86.12"),)
    assert not findings("instrument-mismatch", *rows({**sound_2564, "IIT": "86.12"}, 2565))


def test_a_ranked_list_and_stated_extremes_support_the_slip_that_mends_them(
    findings: Callable[..., list[Finding]], rows: Rows, sound_2564: Values
) -> None:
    values = {**sound_2564, "1": "19.76"}
    order = ("1", "3", "5", "4", "2", "7", "6", "8", "9", "10")
    printed = tuple(Decimal(values[code]) for code in order)
    ranked = RankedList(Place(1, 5), order, printed, True, 2565)
    said = Claim("highest", "สูงสุด", Place(1, 6), Decimal("91.76"), fiscal_year=2565)
    (found,) = findings("total-mismatch", *rows(values, 2565), rankings=(ranked,), claims=(said,))
    best = found.candidates[0]
    assert best.changes == (("1", "19.76", "91.76"),)
    assert best.reconciles == ("total", "order", "highest")


def test_rounding_alone_is_never_a_mismatch(
    findings: Callable[..., list[Finding]], rows: Rows
) -> None:
    instruments = {"IIT": "86.1", "EIT": "76", "OIT": "20.0", "total": "56.7"}
    assert not findings("total-mismatch", *rows(instruments))
    assert findings("total-mismatch", *rows({**instruments, "total": "57.2"}))


def test_without_a_total_nothing_is_called_consistent(
    audited: Callable[..., Audited], rows: Rows, sound_2564: Values
) -> None:
    del sound_2564["total"]
    year = only(audited(*rows(sound_2564)))
    assert (year.verdict, year.assurance, year.difference) == ("incomplete", "read", None)
    assert computed(year)["total"] == "56.72"


def test_an_integer_total_confirms_but_proves_nothing(
    audited: Callable[..., Audited], rows: Rows, sound_2564: Values
) -> None:
    year = only(audited(*rows({**sound_2564, "total": "57"})))
    assert (year.verdict, year.assurance) == ("consistent", "read")


def test_five_indices_recompute_in_2561(audited: Callable[..., Audited], rows: Rows) -> None:
    year = only(audited(*rows({**INDICES, "total": "76.61"}, 2561)))
    assert (year.scheme, year.verdict) == ("ita-2558", "consistent")
    wrong = only(audited(*rows({**INDICES, "total": "79.61"}, 2561)))
    assert (wrong.verdict, wrong.flags) == ("inconsistent", ("total-mismatch",))


def test_an_inferred_formula_confirms_but_never_accuses(
    audited: Callable[..., Audited], rows: Rows
) -> None:
    right = only(audited(*rows({**INDICES, "total": "76.61"}, 2559)))
    assert (right.verdict, right.assurance) == ("consistent", "read")
    result = audited(*rows({**INDICES, "total": "79.61"}, 2559))
    assert only(result).verdict == "unverifiable"
    assert [(one.rule, one.severity) for one in result.findings] == [("total-mismatch", "info")]


@pytest.mark.parametrize("year", [2557, 2569])
def test_a_year_without_established_rules_is_unverifiable_and_said_to_be(
    audited: Callable[..., Audited], rows: Rows, swapped_2562: Values, year: int
) -> None:
    result = audited(*rows(swapped_2562, year), fiscal_year=year)
    found = only(result)
    assert (found.verdict, found.scheme, found.recomputed) == ("unverifiable", "", ())
    assert [(one.rule, one.severity) for one in result.findings] == [("scheme-unknown", "info")]


@pytest.mark.parametrize("foreign", ["moit", "average"])
def test_a_look_alike_or_an_average_is_kept_and_never_judged(
    audited: Callable[..., Audited], rows: Rows, swapped_2562: Values, foreign: str
) -> None:
    result = audited(*rows(swapped_2562, 2562, scheme_hint=foreign), fiscal_year=2562)
    year = only(result)
    assert (year.verdict, year.scheme, year.recomputed) == ("unverifiable", foreign, ())
    assert len(year.values) == 11
    assert [(one.rule, one.severity) for one in result.findings] == [("look-alike-scheme", "info")]


def test_one_part_of_the_external_instrument_does_not_make_a_total_wrong(
    audited: Callable[..., Audited], rows: Rows, swapped_2562: Values
) -> None:
    result = audited(*rows({**swapped_2562, "EIT1": "70.00"}, 2566), fiscal_year=2566)
    assert only(result).verdict == "incomplete"
    assert not result.findings


def test_both_parts_of_the_external_instrument_make_its_score(
    findings: Callable[..., list[Finding]], rows: Rows
) -> None:
    sound = {"IIT": "90.00", "EIT1": "80.00", "EIT2": "85.01", "EIT": "82.51", "OIT": "95.00"}
    assert not findings("instrument-mismatch", *rows(sound, 2567))
    (finding,) = findings("instrument-mismatch", *rows({**sound, "EIT": "85.01"}, 2567))
    assert (finding.code, finding.expected) == ("EIT", "82.51")


def test_parts_stand_in_for_an_instrument_that_is_not_printed(
    audited: Callable[..., Audited], rows: Rows
) -> None:
    values = {"IIT": "90.00", "EIT1": "80.00", "EIT2": "85.00", "OIT": "95.00", "total": "89.75"}
    assert only(audited(*rows(values, 2568))).verdict == "consistent"


def random_year(seed: int) -> tuple[int, Values]:
    """Ten scores of a random year, with the total that they give, as an office publishes them."""
    dice = random.Random(seed)
    year = dice.choice(range(2562, 2569))
    scheme = scheme_for(year)
    assert scheme is not None
    exact = {code: Fraction(dice.randint(0, 100_000), 1000) for code in scheme.weights()}
    if year in (2563, 2564):
        exact["9"] = Fraction(100 * dice.randint(0, 9), 45) + Fraction(100 * dice.randint(0, 8), 40)
        exact["10"] = Fraction(25 * dice.randint(0, 16), 4)
    total = sum((scheme.weights()[code] * value for code, value in exact.items()), Fraction(0))
    values = {code: str(half_up(value)) for code, value in exact.items()}
    if dice.random() < 0.3:
        for component in scheme.components:
            mean = sum((exact[code] for code in component.codes), Fraction(0)) / len(
                component.codes
            )
            values[component.code] = str(half_up(mean))
    return year, {**values, "total": str(half_up(total))}


def test_two_thousand_sound_years_raise_no_error_and_no_warning(
    document: Callable[..., ReadDocument], rows: Rows
) -> None:
    read = []
    for seed in range(2000):
        year, values = random_year(seed)
        body = Body("sao", f"ตำบลที่ {seed}", "เมือง", "ทดลอง")
        read.append(document(*rows(values, year), name=f"{seed}.txt", body=body, fiscal_year=year))
    result = audit(read)
    serious = [one for one in result.findings if one.severity != "info"]
    assert serious == []
    assert {year.verdict for year in result.agency_years} == {"consistent"}


@pytest.mark.parametrize(("total", "wrong"), [("80.05", False), ("80.40", True)])
def test_instruments_of_finer_print_than_their_indicators_speak_for_the_total(
    audited: Callable[..., Audited], rows: Rows, total: str, wrong: bool
) -> None:
    coarse = {str(number): "80" for number in range(1, 11)}
    fine = {"IIT": "80.10", "EIT": "80.20", "OIT": "79.90", "total": total}
    result = audited(*rows(coarse | fine, 2565), fiscal_year=2565)
    found = [(one.rule, one.expected) for one in result.findings]
    assert found == ([("total-mismatch", "80.05")] if wrong else [])


def test_instruments_that_are_all_in_weighted_points_are_told(
    audited: Callable[..., Audited], rows: Rows
) -> None:
    points = {"IIT": "27.00", "EIT": "24.51", "OIT": "32.00", "total": "83.51"}
    (finding,) = audited(*rows(points, 2565), fiscal_year=2565).findings
    best = finding.candidates[0]
    assert (finding.rule, best.cause) == ("total-mismatch", "weighted")
    assert [would for _, _, would in best.changes] == ["90.00", "81.70", "80.00"]
    assert "taken as points of 30, 30, 40" in best.message
