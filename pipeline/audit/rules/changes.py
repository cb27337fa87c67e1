"""Rules on what is unusual among all bodies of a dataset: information, never a fault."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.audit.case import Dataset
from pipeline.audit.population import SIGMAS
from pipeline.audit.rule import Report, rule
from pipeline.numbers import plain


@rule(
    "unusual-change",
    "info",
    f"A change of a total to the year before with the changes of all bodies: more than {SIGMAS} "
    "standard deviations from their mean.",
    f"ผลต่างของคะแนนรวมจากปีก่อน กับผลต่างของทุกหน่วยงาน เกิน {SIGMAS} เท่าของส่วนเบี่ยงเบนมาตรฐาน",
    "61.20 in 2563, 98.75 in 2564; 800 other bodies changed by +2.10 (σ 6.40)\n"
    "→ look at both years",
)
def unusual_change(dataset: Dataset) -> Iterator[Report]:
    unusual = dataset.population.unusual()
    for case in dataset.cases:
        change = unusual.get((case.subject.agency_id, case.fiscal_year))
        rows = case.rows(("total",))
        if change is None or not rows:
            continue
        before, after = plain(change.before), plain(change.after)
        off = f"{change.after - change.before:+f}"
        yield Report(
            case.subject,
            f"The total went from {before} in {case.fiscal_year - 1} to {after} in "
            f"{case.fiscal_year} ({off}); those of {change.others} other bodies changed by "
            f"{change.mean:+f} on average (standard deviation {change.sigma}). Check both years.",
            f"คะแนนรวมเปลี่ยนจาก {before} ในปี {case.fiscal_year - 1} เป็น {after} ในปี "
            f"{case.fiscal_year} ({off}) ขณะที่หน่วยงานอื่น {change.others} แห่งเปลี่ยนเฉลี่ย "
            f"{change.mean:+f} (ส่วนเบี่ยงเบนมาตรฐาน {change.sigma}) โปรดตรวจทั้งสองปี",
            rows,
            printed=after,
            difference=off,
        )
