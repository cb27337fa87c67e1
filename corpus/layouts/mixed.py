"""Mixtures, and long reports whose scores stand on a page or two."""

from __future__ import annotations

from random import Random

from corpus.faults import misprint, slips
from corpus.layouts.instruments import by_instrument, cards
from corpus.layouts.lists import official, ranked
from corpus.layouts.parts import distract
from corpus.layouts.prose import analysis
from corpus.layouts.years import years
from corpus.report import Fault, Heading, Paragraph, Report, TrueScore
from corpus.words import FILLER, SENTENCES


def long(chance: Random) -> Report:
    """A report of 20 to 60 pages with its scores on one or two."""
    report = chance.choice((official, ranked, years, by_instrument, cards, analysis))(chance)
    report.layout = "long"
    blocks, report.blocks = report.blocks, []
    front = next(
        (at for at, block in enumerate(blocks) if not isinstance(block, Heading)), len(blocks)
    )
    pages = chance.randint(20, 60)
    before = chance.randint(2, pages - 3)
    report.blocks += blocks[:front]
    _fill(report, chance, before)
    report.new_page()
    report.heading("ผลการประเมิน")
    report.blocks += blocks[front:]
    _fill(report, chance, pages - before)
    report.say(chance.choice(SENTENCES["goodbye"]))
    return report


def _fill(report: Report, chance: Random, pages: int) -> None:
    """Pages of chapters: paragraphs, tables of money and of dates, lists."""
    show = report.voice
    for chapter in range(1, pages + 1):
        report.new_page()
        report.heading(f"บทที่ {show(chapter)} {chance.choice(_CHAPTERS)}")
        for _ in range(chance.randint(2, 5)):
            report.say(" ".join(chance.sample(FILLER, chance.randint(2, 5))))
        if chance.random() < 0.3:
            report.table(_budget(chance, show))
        if chance.random() < 0.2:
            distract(report, chance)


_CHAPTERS = (
    "ความเป็นมา",
    "แนวทางการดำเนินงาน",
    "การมีส่วนร่วมของประชาชน",
    "การบริหารพัสดุ",
    "ช่องทางการให้บริการ",
    "การพัฒนาบุคลากร",
    "ภาคผนวก",
)


def _budget(chance: Random, show: object) -> list[list[str]]:
    assert callable(show)
    rows = [["ที่", "โครงการ", "งบประมาณ (บาท)", "เบิกจ่าย (ร้อยละ)"]]
    for number in range(1, chance.randint(4, 9)):
        money = f"{chance.randint(5, 900)},{chance.randint(0, 9)}00"
        spent = f"{chance.uniform(40, 100):.2f}"
        rows.append([show(number), f"โครงการที่ {show(number)}", show(money), show(spent)])
    return rows


def mixture(chance: Random) -> Report:
    """A table and an account in words of the same scores, with paragraphs between."""
    report = chance.choice((official, by_instrument, cards))(chance)
    report.layout = "mixture"
    middle = [block for block in report.blocks if isinstance(block, Paragraph)]
    scores = {score.code: score for score in report.scores if score.out_of == 100}
    for text in chance.sample(SENTENCES["short"], 3):
        report.say(text)
    show = report.voice
    if "total" in scores and middle:
        total = _again(report, chance, scores["total"])
        report.say(
            SENTENCES["total"][1].format(
                year=show(total.fiscal_year), total=show(total.value), rating=""
            ).strip()
        )  # fmt: skip
    report.say(" ".join(chance.sample(FILLER, 3)))
    report.say(chance.choice(SENTENCES["goodbye"]))
    return report


def _again(report: Report, chance: Random, total: TrueScore) -> TrueScore:
    """The total as it is printed a second time: now and then another number."""
    if report.faults or not slips(chance) or total.value < 10:
        return total
    wrong = misprint(chance, total.value, "digit")
    if wrong == total.value or wrong > 100:
        return total
    report.faults.append(
        Fault("value-conflict", "twice", report.agency, total.fiscal_year,
              f"{total.value} and {wrong}")
    )  # fmt: skip
    report.score(report.agency, total.fiscal_year, "total", "total", wrong)
    return report.scores[-1]
