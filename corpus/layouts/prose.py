"""Reports in sentences alone."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from random import Random

from corpus.faults import Published, misprint, publish, slips
from corpus.layouts.parts import distract, opening, say_total, start, true_instruments
from corpus.report import Fault, Report
from corpus.scores import draw_scores
from corpus.words import NAMES, SENTENCES


def narrative(chance: Random) -> Report:
    """Everything in sentences: total, instruments, strongest and weakest indicator."""
    report, year = start("narrative", chance)
    show = report.voice
    scores = publish(report, chance, draw_scores(chance, year), ("instruments", "total", "rating"))
    opening(report, chance, year)
    say_total(report, chance, scores)
    text = chance.choice(SENTENCES["instruments"])
    shown = {code.lower(): show(value) for code, value in scores.instruments.items()}
    report.say(text.format(**shown))
    true_instruments(report, scores)
    best = max(range(10), key=lambda i: scores.indicators[i])
    worst = min(range(10), key=lambda i: scores.indicators[i])
    _extremes(report, chance, year, scores.indicators, best, worst)
    distract(report, chance)
    return report


def _extremes(
    report: Report,
    chance: Random,
    year: int,
    values: tuple[Decimal, ...],
    best: int,
    worst: int,
    texts: Sequence[str] = SENTENCES["extremes"],
) -> None:
    show = report.voice
    report.say(
        chance.choice(texts).format(
            best=NAMES[best],
            high=show(values[best]),
            worst=NAMES[worst],
            low=show(values[worst]),
        )
    )
    for index in (best, worst):
        report.score(report.agency, year, "indicator", str(index + 1), values[index])


def _say_percent(report: Report, chance: Random, scores: Published) -> None:
    """The total as a percentage of full marks, which is the same number: now and then another."""
    show, stated = report.voice, scores.total
    if slips(chance, 0.4):
        stated = misprint(chance, stated, "digit")
        if abs(stated - scores.total) < 1 or stated > 100:
            stated = scores.total
    if stated != scores.total:
        report.faults.append(
            Fault("percent-conflict", "percent", report.agency, scores.fiscal_year,
                  f"{scores.total} is {stated} per cent", severity="warning", item_type="total",
                  printed=show.plain(stated), expected=show.plain(scores.total))
        )  # fmt: skip
    text = chance.choice(SENTENCES["percent"])
    report.say(
        text.format(year=show(scores.fiscal_year), total=show(scores.total), percent=show(stated))
    )


def _severity(said: int, best: int) -> str:
    """A higher score of another instrument leaves open that the sentence spoke of one alone."""
    parts = (range(5), range(5, 8), range(8, 10))
    return "warning" if any(said in part and best in part for part in parts) else "info"


def analysis(chance: Random) -> Report:
    """A memo of all indicators with extremes and counts said in words; now and then said wrongly."""
    report, year = start("analysis", chance)
    show = report.voice
    scores = publish(report, chance, draw_scores(chance, year))
    values = scores.indicators
    opening(report, chance, year)
    say_total(report, chance, scores)
    line = chance.choice(SENTENCES["memo"][:3])
    for number, (name, value) in enumerate(zip(NAMES, values, strict=True), 1):
        report.say(line.format(n=show(number), name=name, value=show(value)))
        report.score(report.agency, year, "indicator", str(number), value)
        if chance.random() < 0.5:
            report.say(chance.choice(SENTENCES["short"]))
    if slips(chance, 0.4):
        _say_percent(report, chance, scores)
    order = sorted(range(10), key=lambda i: values[i])
    best, worst = order[-1], order[0]
    plainly = slips(chance) and values[order[-2]] < values[best]
    if plainly:
        best = order[-2]
        report.faults.append(
            Fault("extreme-mismatch", "extreme", report.agency, year, f"{NAMES[best]} as highest",
                  code="highest", severity=_severity(best, order[-1]), printed=report.voice.plain(values[best]),
                  expected=str(max(values)))
        )  # fmt: skip
    texts = SENTENCES["extremes"][:1] if plainly else SENTENCES["extremes"]
    _extremes(report, chance, year, values, best, worst, texts)
    good = sum(value >= 85 for value in values)
    if slips(chance):
        good += 1 if good < 10 else -1
        report.faults.append(
            Fault("pass-count-mismatch", "count", report.agency, year, f"{good} passed",
                  code="pass-count", severity="warning", printed=str(good),
                  expected=str(sum(value >= 85 for value in values)))
        )  # fmt: skip
    report.say(chance.choice(SENTENCES["passed"]).format(good=show(good), bad=show(10 - good)))
    distract(report, chance)
    return report
