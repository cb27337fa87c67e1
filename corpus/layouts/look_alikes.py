"""Whole reports of assessments that look like the ITA and are not: nothing in them is judged.

Those of schools, colleges and faculties print the ITA's ten indicators or its instruments, with
totals that the ITA's formula does not give; those of hospitals and of local administration print
numbers of their own, which are no scores of the ITA at all.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from random import Random

from corpus.faults import Published
from corpus.layouts.parts import list_indicators, true_instruments, true_total
from corpus.report import Fault, Report
from corpus.scores import INSTRUMENTS, draw_scores, rounded
from corpus.voice import draw_voice
from corpus.world import Agency, draw_hospital, draw_local, tambons

_ITEMS = (
    "หน่วยงานมีการวางระบบเปิดเผยข้อมูลข่าวสาร", "หน่วยงานมีการวิเคราะห์ผลการจัดซื้อจัดจ้าง",
    "หน่วยงานมีการบริหารผลการปฏิบัติงาน", "หน่วยงานมีการประเมินความเสี่ยงการทุจริต",
    "หน่วยงานมีกลไกการจัดการเรื่องร้องเรียน", "หน่วยงานมีมาตรการป้องกันการรับสินบน",
)  # fmt: skip
_SIDES = (
    "ด้านการบริหารจัดการ", "ด้านการบริหารงานบุคคลและกิจการสภา", "ด้านการบริหารงานการเงินและการคลัง",
    "ด้านการบริการสาธารณะ", "ด้านธรรมาภิบาล",
)  # fmt: skip
_FACULTIES = ("คณะวิทยาศาสตร์", "คณะนิติศาสตร์", "คณะวิศวกรรมศาสตร์", "คณะพยาบาลศาสตร์", "คณะมนุษยศาสตร์")
_UNIVERSITIES = ("ขอนแก่น", "เชียงใหม่", "นเรศวร", "บูรพา", "ทักษิณ")


def look_alike(chance: Random) -> Report:
    """A report of MOIT, LPA, a school's, a college's or a university's own assessment."""
    report = chance.choice(_KINDS)(chance)
    report.layout = "look-alike"
    return report


def _start(chance: Random, agency: Agency, scheme: str, title: str) -> tuple[Report, int]:
    report = Report("look-alike", agency, draw_voice(chance), scheme=scheme)
    year = chance.randint(2563, 2567)
    report.heading(title.format(year=report.voice(year)))
    report.heading(agency.official)
    if agency.place:
        report.heading(agency.place)
    return report, year


def _percent(chance: Random) -> Decimal:
    return rounded(Decimal(str(chance.uniform(55, 100))))


def _moit(chance: Random) -> Report:
    """A hospital's evidence items, each with a level and a percentage."""
    report, year = _start(
        chance, draw_hospital(chance), "moit", "ผลการประเมิน MITAS ประจำปีงบประมาณ พ.ศ. {year}"
    )
    show = report.voice
    report.say(
        f"{report.agency.official} รายงานผลตามแบบ MOPH Integrity and Transparency Assessment "
        f"ของกระทรวงสาธารณสุข ปีงบประมาณ พ.ศ. {show(year)}"
    )
    rows = [["MOIT", "รายการ", "ระดับ", "คะแนนร้อยละ"]]
    values = [_percent(chance) for _ in _ITEMS]
    for number, (item, value) in enumerate(zip(_ITEMS, values, strict=True), 1):
        rows.append([f"MOIT {show(number)}", item, show(chance.randint(3, 5)), show(value)])
    mean = rounded(sum(values, Decimal(0)) / len(values))
    rows.append(["", "คะแนนรวม", "", show(mean)])
    report.table(rows)
    report.say("เอกสารประกอบตามแบบ EB และ MOIT เผยแพร่บนเว็บไซต์ของโรงพยาบาลแล้ว")
    return report


def _lpa(chance: Random) -> Report:
    """The five sides of a local body's administration."""
    title = "ผลการประเมินประสิทธิภาพขององค์กรปกครองส่วนท้องถิ่น (LPA) ประจำปี {year}"
    report, year = _start(chance, draw_local(chance), "lpa", title)
    show = report.voice
    report.say(
        f"Local Performance Assessment ประจำปี {show(year)} ของ{report.agency.official} "
        f"มีเกณฑ์ผ่านร้อยละ {show(70)} ในแต่ละด้าน"
    )
    rows = [["ที่", "ด้าน", "คะแนนเต็ม", "คะแนนที่ได้", "ร้อยละ"]]
    points = [(120, chance.randint(60, 120)) for _ in _SIDES]
    lines = [(show(number), side) for number, side in enumerate(_SIDES, 1)]
    sums = tuple(sum(column) for column in zip(*points, strict=True))
    for line, (most, got) in zip([*lines, ("", "รวม")], [*points, sums], strict=True):
        rows.append([*line, show(most), show(got), show(rounded(Decimal(got * 100) / most))])
    report.table(rows)
    return report


def _plainly(chance: Random, year: int) -> Published:
    """Ten indicators whose total is their plain mean, as other owners reckon it."""
    sheet = draw_scores(chance, year)
    total = rounded(sum(sheet.indicators, Decimal(0)) / len(sheet.indicators))
    return Published(sheet, sheet.indicators, sheet.instruments, total, "")


def _obec(chance: Random) -> Report:
    """A school's ITA Online."""
    tambon, _, _ = chance.choice(tambons())
    school = Agency("school", "โรงเรียน", "ร.ร.", f"{tambon}วิทยาคาร")
    report, year = _start(
        chance, school, "obec", "ผลการประเมิน ITA Online ของสถานศึกษา ประจำปีงบประมาณ พ.ศ. {year}"
    )
    report.say(
        f"สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน (สพฐ.) ประเมินโรงเรียน{school.name} "
        f"ปีงบประมาณ พ.ศ. {report.voice(year)} ผ่านระบบ ITA Online"
    )
    list_indicators(report, _plainly(chance, year), total=True)
    return report


def _ovec(chance: Random) -> Report:
    """A vocational college's."""
    province = chance.choice(tambons())[2]
    college = Agency("university", "", "", f"วิทยาลัยเทคนิค{province}")
    report, year = _start(
        chance, college, "ovec", "ผลการประเมิน ITA ของสถานศึกษาอาชีวศึกษา ประจำปีงบประมาณ พ.ศ. {year}"
    )
    report.say(
        f"สำนักงานคณะกรรมการการอาชีวศึกษา (สอศ.) ประเมิน{college.name} "
        f"ปีงบประมาณ พ.ศ. {report.voice(year)}"
    )
    list_indicators(report, _plainly(chance, year), total=True)
    return report


def _faculties(chance: Random) -> Report:
    """A university's own survey of its faculties."""
    university = Agency("university", "มหาวิทยาลัย", "", chance.choice(_UNIVERSITIES))
    report, year = _start(
        chance, university, "faculty", "ผลการประเมิน ITA ระดับคณะ ประจำปีงบประมาณ พ.ศ. {year}"
    )
    show = report.voice
    report.say(f"{university.official} ประเมินส่วนงานระดับคณะ โดยคณบดีรับรองผล ปี {show(year)}")
    rows = [["ส่วนงาน", "IIT", "EIT", "OIT", "คะแนนรวม"]]
    for name in chance.sample(_FACULTIES, chance.randint(3, 5)):
        faculty = Agency("other", "", "", name, known=False)
        scores = _plainly(chance, year)
        rows.append([name, *map(show, scores.instruments.values()), show(scores.total)])
        true_instruments(report, scores, faculty, names={code: code for code in INSTRUMENTS})
        true_total(report, scores, faculty, name="คะแนนรวม")
        report.faults.append(
            Fault("agency-unknown", "faculty", faculty, year, "faculties are no public bodies",
                  code="agency", severity="warning", injected=False)
        )  # fmt: skip
    report.table(rows)
    return report


_KINDS: tuple[Callable[[Random], Report], ...] = (_moit, _lpa, _obec, _ovec, _faculties)
