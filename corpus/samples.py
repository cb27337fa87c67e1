"""Write the sample reports and their gold: ``python -m corpus.samples``.

Bodies are real, scores and sentences are made up. The gold is written from the same
numbers as the reports, with the formula of the scheme worked out here anew, so that it
is no echo of the program. Run again, it writes the same bytes.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from corpus.sheets import Sheet, write_pdf

HERE = Path(__file__).parent
REPORTS, GOLD = HERE / "reports", HERE / "gold"

NAMES = (
    "การปฏิบัติหน้าที่",
    "การใช้งบประมาณ",
    "การใช้อำนาจ",
    "การใช้ทรัพย์สินของราชการ",
    "การแก้ไขปัญหาการทุจริต",
    "คุณภาพการดำเนินงาน",
    "ประสิทธิภาพการสื่อสาร",
    "การปรับปรุงการทำงาน",
    "การเปิดเผยข้อมูล",
    "การป้องกันการทุจริต",
)
_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")

Scores = Sequence[str]
Row = dict[str, str]


def thai(text: object) -> str:
    """Text with Thai digits."""
    return str(text).translate(_THAI)


def half_up(value: Decimal) -> str:
    return str(value.quantize(Decimal("0.01"), ROUND_HALF_UP))


def mean(values: Iterable[str]) -> Decimal:
    numbers = [Decimal(value) for value in values]
    return sum(numbers, Decimal(0)) / len(numbers)


def total(scores: Scores) -> str:
    """30 % of the mean of indicators 1–5, 30 % of 6–8, 40 % of 9 and 10."""
    parts = (mean(scores[:5]), mean(scores[5:8]), mean(scores[8:]))
    return half_up(parts[0] * 30 / 100 + parts[1] * 30 / 100 + parts[2] * 40 / 100)


class Gold:
    """Rows of the gold tables as they gather."""

    def __init__(self) -> None:
        self.scores: list[Row] = []
        self.years: list[Row] = []
        self.measures: list[Row] = []
        self.flags: list[Row] = []

    def ten(self, document: str, body: Row, year: int, scores: Scores, **more: str) -> None:
        """Ten indicators and their total of one agency-year, ``stated`` if it is not right."""
        for code, value in enumerate(scores, 1):
            self.score(document, body, year, "indicator", str(code), value)
        stated = more.pop("stated", total(scores))
        self.score(document, body, year, "total", "total", stated)
        verdict = "consistent" if stated == total(scores) else "inconsistent"
        self.year(document, body, year, verdict, recomputed_total=total(scores), **more)

    def score(self, document: str, body: Row, year: int, kind: str, code: str, value: str) -> None:
        self.scores.append(
            {
                "document": document,
                "agency": body["agency"],
                "fiscal_year": str(year),
                "item_type": kind,
                "code": code,
                "score": value,
            }
        )

    def year(self, document: str, body: Row, year: int, verdict: str, **more: str) -> None:
        blank = {"rating": "", "recomputed_total": ""}
        self.years.append(
            {
                "document": document,
                "fiscal_year": str(year),
                **body,
                **blank,
                **more,
                "verdict": verdict,
            }
        )

    def measure(self, document: str, year: int, number: int, title: str, **more: str) -> None:
        blank = {"responsible": "", "start_date": "", "end_date": "", "indicator": ""}
        row = {
            "document": document,
            "fiscal_year": str(year),
            "number": str(number),
            "title": title,
        }
        self.measures.append({**row, **blank, **more})

    def flag(self, document: str, rule: str, year: int | str = "") -> None:
        self.flags.append({"document": document, "rule": rule, "fiscal_year": str(year)})

    def write(self) -> None:
        tables = {
            "scores": self.scores,
            "agency_years": self.years,
            "measures": self.measures,
            "flags": self.flags,
        }
        for name, rows in tables.items():
            with (GOLD / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
                writer.writeheader()
                writer.writerows(rows)


def body(agency: str, district: str = "", province: str = "") -> Row:
    return {"agency": agency, "district": district, "province": province}


def analysis_three_years(gold: Gold) -> None:
    """A ranked list, and three years in one table of which one has two labels exchanged."""
    name = "analysis_three_years.txt"
    place = body("องค์การบริหารส่วนตำบลบ้านค้อ", "เมืองขอนแก่น", "ขอนแก่น")
    now = ("93.41", "84.27", "88.15", "85.62", "86.90", "79.33", "81.56", "78.04", "61.28", "43.75")
    before = (
        "90.18",
        "80.55",
        "85.37",
        "81.29",
        "83.46",
        "76.81",
        "77.92",
        "74.65",
        "48.50",
        "31.25",
    )
    oldest = [
        "87.72",
        "76.13",
        "82.44",
        "78.96",
        "80.21",
        "73.58",
        "68.87",
        "70.36",
        "35.19",
        "18.75",
    ]
    stated = total(oldest)
    oldest[1], oldest[6] = oldest[6], oldest[1]
    ranked = sorted(range(10), key=lambda index: -Decimal(now[index]))
    rows = []
    for index in range(10):
        passed = Decimal(now[index]) >= 85
        marks = "✓\t" if passed else "-\t✓"
        rows.append(
            f"{thai(index + 1)}. {NAMES[index]}\t{thai(oldest[index])}\t{thai(before[index])}"
            f"\t{thai(now[index])}\t{thai('85.00')}\t{marks}"
        )
    count = sum(Decimal(value) >= 85 for value in now)
    text = [
        "รายงานวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส (ITA)",
        "ประจำปีงบประมาณ พ.ศ. ๒๕๖๔",
        "",
        "องค์การบริหารส่วนตำบลบ้านค้อ",
        "อำเภอเมืองขอนแก่น จังหวัดขอนแก่น",
        "\f",
        "๑. ภาพรวมของผลการประเมิน",
        "",
        "ในปีงบประมาณ พ.ศ. ๒๕๖๔ องค์การบริหารส่วนตำบลบ้านค้อมีคะแนนภาพรวมของหน่วยงานเท่ากับ "
        f"{thai(total(now))} คะแนน ระดับผลการประเมิน C สูงขึ้นจากปีก่อนทุกตัวชี้วัด",
        "",
        "คะแนนเรียงจากมากไปน้อย",
        "",
        "อันดับ\tตัวชี้วัด\tคะแนน",
        *(f"{rank}\t{NAMES[index]}\t{now[index]}" for rank, index in enumerate(ranked, 1)),
        "",
        f"คะแนนสูงสุด {max(now, key=Decimal)} คะแนน",
        "",
        f"คะแนนต่ำสุด {min(now, key=Decimal)} คะแนน",
        "",
        "๒. เปรียบเทียบสามปี",
        "",
        "ตัวชี้วัด\tคะแนนรายปีงบประมาณ\t\t\tเป้าหมายปี ๒๕๖๔\tผลเทียบเป้าหมาย ปี ๒๕๖๔\t",
        "\t๒๕๖๒\t๒๕๖๓\t๒๕๖๔\t\tผ่าน\tไม่ผ่าน",
        *rows,
        f"คะแนนรวม\t{thai(stated)}\t{thai(total(before))}\t{thai(total(now))}\t{thai('85.00')}"
        f"\t{thai(count)}\t{thai(10 - count)}",
        "",
        "จุดแข็ง คือ การปฏิบัติหน้าที่ ได้คะแนน ๙๓.๔๑ คะแนน สะท้อนว่าบุคลากรทำงานตามขั้นตอน",
        "",
        "จุดอ่อน คือ การป้องกันการทุจริต ได้คะแนน ๔๓.๗๕ คะแนน จึงควรเผยแพร่มาตรการภายในให้ครบทุกข้อ",
        "",
        "หน่วยงานที่ผ่านเกณฑ์ต้องได้ตั้งแต่ ๘๕ คะแนนขึ้นไป ส่วนค่าเฉลี่ยระดับประเทศอยู่ที่ ๘๑.๒๕ คะแนน",
        "",
    ]
    (REPORTS / name).write_text("\n".join(text), encoding="utf-8")
    gold.ten(name, place, 2564, now, rating="C")
    gold.ten(name, place, 2563, before)
    gold.ten(name, place, 2562, oldest, stated=stated)
    gold.flag(name, "total-mismatch", 2562)


def scores_in_labels(gold: Gold) -> None:
    """Scores inside label cells, and measures with HTML lists, in Markdown."""
    name = "scores_in_labels.md"
    place = body("เทศบาลตำบลเชียงดาว", "เชียงดาว", "เชียงใหม่")
    scores = (
        "95.12",
        "91.47",
        "93.80",
        "90.26",
        "92.05",
        "88.91",
        "87.34",
        "86.70",
        "96.44",
        "100.00",
    )
    lines = [
        "# มาตรการยกระดับคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. 2566",
        "",
        "**เทศบาลตำบลเชียงดาว อำเภอเชียงดาว จังหวัดเชียงใหม่**",
        "",
        "## ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2565",
        "",
        f"เทศบาลตำบลเชียงดาวได้คะแนนรวม **{total(scores)}** คะแนน อยู่ในระดับ A รายละเอียดตามตาราง",
        "",
        "| ตัวชี้วัดและคะแนน | สิ่งที่จะทำต่อ |",
        "|---|---|",
    ]
    groups = {0: "IIT", 5: "EIT", 8: "OIT"}
    for index, (label, value) in enumerate(zip(NAMES, scores, strict=True)):
        if index in groups:
            lines.append(f"| **แบบวัด {groups[index]}** | |")
        lines.append(f"| {index + 1}. {label} {value}คะแนน | รักษามาตรฐานเดิม<br>- ทบทวนทุกไตรมาส |")
    plan = [
        ("ปรับปรุงช่องทางร้องเรียนออนไลน์", "สำนักปลัด", "ต.ค. 2565 - มี.ค. 2566",
         ("2022-10-01", "2023-03-31")),
        ("เผยแพร่แผนการจัดซื้อจัดจ้างรายไตรมาส", "กองคลัง", "ภายใน ธ.ค. 2565", ("", "2022-12-31")),
        ("อบรมพนักงานเรื่องผลประโยชน์ทับซ้อน", "ทุกกอง", "ตลอดปีงบประมาณ 2566",
         ("2022-10-01", "2023-09-30")),
    ]  # fmt: skip
    lines += [
        "",
        "## มาตรการประจำปีงบประมาณ พ.ศ. 2566",
        "",
        "| มาตรการ | ขั้นตอนการดำเนินงาน | ผู้รับผิดชอบ | ระยะเวลา | การติดตามผล |",
        "|---|---|---|---|---|",
    ]
    for number, (title, unit, period, days) in enumerate(plan, 1):
        lines.append(
            f"| {number}. {title} | <ol><li>แต่งตั้งผู้รับผิดชอบ</li><li>ลงมือทำตามแผน</li>"
            f"<li>สรุปผลต่อผู้บริหาร</li></ol> | {unit} | {period} | รายงานในที่ประชุมประจำเดือน |"
        )
        gold.measure(
            name, 2566, number, title, responsible=unit, start_date=days[0], end_date=days[1]
        )
    (REPORTS / name).write_text("\n".join([*lines, ""]), encoding="utf-8")
    gold.ten(name, place, 2565, scores, rating="A")


def memo_renumbered(gold: Gold) -> None:
    """A memo that numbers the indicators by score, and states the total in prose."""
    name = "memo_renumbered.txt"
    place = body("องค์การบริหารส่วนตำบลโคกช้าง", "เดิมบางนางบวช", "สุพรรณบุรี")
    scores = (
        "94.66",
        "88.12",
        "91.08",
        "86.95",
        "89.43",
        "83.27",
        "80.74",
        "79.18",
        "55.60",
        "37.50",
    )
    ranked = sorted(range(10), key=lambda index: -Decimal(scores[index]))
    text = [
        "บันทึกข้อความ",
        "",
        "ส่วนราชการ  สำนักปลัด องค์การบริหารส่วนตำบลโคกช้าง อำเภอเดิมบางนางบวช จังหวัดสุพรรณบุรี",
        "",
        "เรื่อง  แจ้งผลการประเมินคุณธรรมและความโปร่งใส (ITA) ประจำปีงบประมาณ พ.ศ. ๒๕๖๓",
        "",
        "ด้วยสำนักงาน ป.ป.ช. ประกาศผลคะแนน ITA ประจำปี ๒๕๖๓ แล้ว งานนิติการขอสรุปคะแนนรายตัวชี้วัดไว้ดังนี้",
        "",
        *(
            f"ตัวชี้วัดที่ {thai(rank)}\t{NAMES[index]}\tได้คะแนน {thai(scores[index])} คะแนน"
            for rank, index in enumerate(ranked, 1)
        ),
        "",
        f"สรุปคะแนนรวมทั้ง ๑๐ ตัวชี้วัด ได้คะแนน {thai(total(scores))} คะแนน จึงเรียนมาเพื่อโปรดทราบ",
        "",
        "โทรศัพท์ ๐-๓๕๕๕-๐๑๒๓ ต่อ ๑๔",
        "",
    ]
    (REPORTS / name).write_text("\n".join(text), encoding="utf-8")
    gold.ten(name, place, 2563, scores)
    gold.flag(name, "indicator-number-conflict", 2563)


def follow_up_pages(gold: Gold) -> None:
    """A follow-up whose table runs over pages, its header read differently on each."""
    name = "follow_up_pages.txt"
    place = body("เทศบาลตำบลจุน", "จุน", "พะเยา")
    headers = (
        "มาตรการ\tกิจกรรม\tสถานที่\tปีงบประมาณ\tผลการดำเนินงาน\tข้อสังเกต",
        "ประเภทงาน\tกิจกรรม\tสถานที่\tปีงบประมาณ\tรายละเอียด\tวัตถุประสงค์",
        "เป้าประสงค์\tวิธีการย่อย\tผู้รับผิดชอบ\tช่วงเวลา\tผลผลิต\tการประเมิน",
    )
    pages = (
        (
            ("จัดทำคู่มือบริการประชาชนฉบับย่อ", "สำนักปลัด", "ม.ค. ๖๖ - มี.ค. ๖๖"),
            ("ติดตั้งป้ายบอกขั้นตอนและเวลาให้บริการ", "กองช่าง", "ม.ค. ๖๖ - มี.ค. ๖๖"),
        ),
        (
            ("เปิดช่องทางรับฟังความเห็นผ่านเว็บไซต์", "สำนักปลัด กองคลัง", "เม.ย. ๖๖ - มิ.ย. ๖๖"),
            ("ประชุมถ่ายทอดระเบียบการยืมทรัพย์สิน", "กองคลัง", "เม.ย. ๖๖ - มิ.ย. ๖๖"),
        ),
        (("รายงานเรื่องร้องเรียนต่อสาธารณะทุกเดือน", "สำนักปลัด", "ก.ค. ๖๖ - ก.ย. ๖๖"),),
    )
    days = {"ม": ("2023-01-01", "2023-03-31"), "เ": ("2023-04-01", "2023-06-30"),
            "ก": ("2023-07-01", "2023-09-30")}  # fmt: skip
    text = [
        "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส",
        "ประจำปีงบประมาณ พ.ศ. ๒๕๖๖",
        "เทศบาลตำบลจุน",
        "อำเภอจุน จังหวัดพะเยา",
        "",
    ]
    number = 0
    for page, (header, rows) in enumerate(zip(headers, pages, strict=True)):
        if page:
            text.append("\f")
        text.append(header)
        for title, unit, period in rows:
            number += 1
            text.append(
                f"{thai(number)}.{title}\t๑.มอบหมายงาน ๒.ดำเนินการและบันทึกภาพ\t{unit}\t{period}"
                f"\t๑.แล้วเสร็จตามแผน ๒.เผยแพร่บนเว็บไซต์แล้ว\tควรทำต่อเนื่องทุกปี"
            )
            start, end = days[period[0]]
            gold.measure(
                name, 2566, number, title, responsible=unit, start_date=start, end_date=end
            )
    (REPORTS / name).write_text("\n".join([*text, ""]), encoding="utf-8")
    del place


def measures_sections(gold: Gold) -> None:
    """A measure's title in a row of its own, a table a page, and one score in a cell."""
    name = "measures_sections.md"
    place = body("องค์การบริหารส่วนตำบลนาทับ", "จะนะ", "สงขลา")
    titles = (
        ("การให้บริการที่โปร่งใสและตรวจสอบได้", "ทุกส่วน ทุกกอง"),
        ("การบริหารงานบุคคลและการมอบหมายงาน", "สำนักปลัด"),
    )
    results = (
        "1. จัดทำแผนผังขั้นตอนแล้ว 2. เผยแพร่บนเว็บไซต์",
        "1. ประกาศหลักเกณฑ์แล้ว 2. ตัวชี้วัดที่ 3 การใช้อำนาจ ได้คะแนนสูงสุดในการประเมิน ITA ปี พ.ศ. 2567"
        " ที่ 98.75 คะแนน",
    )
    text = [
        "# รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
        "",
        "# ประจำปีงบประมาณ พ.ศ. 2567",
        "",
        "องค์การบริหารส่วนตำบลนาทับ อำเภอจะนะ จังหวัดสงขลา",
        "",
    ]
    for number, ((title, unit), result) in enumerate(zip(titles, results, strict=True), 1):
        text += [
            "มาตรการ/โครงการ/กิจกรรม\tขั้นตอน\tระยะเวลา\tผู้รับผิดชอบ\tผลการดำเนินการ\tผลลัพธ์",
            f"{number}. {title}\t\t\t\t\t",
            f"ยกระดับงานให้ประชาชนเห็นได้\t1. วางแผน 2. ลงมือทำ\tตลอดปีงบประมาณ 2567\t{unit}\t{result}"
            "\tประชาชนเข้าใจขั้นตอนมากขึ้น",
            "",
        ]
        gold.measure(name, 2567, number, title, responsible=unit,
                     start_date="2023-10-01", end_date="2024-09-30")  # fmt: skip
    (REPORTS / name).write_text("\n".join(text), encoding="utf-8")
    gold.score(name, place, 2567, "indicator", "3", "98.75")
    gold.year(name, place, 2567, "incomplete")


def levels_of_instruments(gold: Gold) -> None:
    """Instruments with weights and a level of 2566 and later, as PDF."""
    name = "levels_of_instruments.pdf"
    place = body("เทศบาลนครขอนแก่น", "เมืองขอนแก่น", "ขอนแก่น")
    parts = {"IIT": "92.36", "EIT": "88.90", "OIT": "97.15"}
    weights = {"IIT": 30, "EIT": 30, "OIT": 40}
    whole = half_up(sum((Decimal(v) * weights[k] for k, v in parts.items()), Decimal(0)) / 100)
    rows = [["เครื่องมือ", "น้ำหนัก (ร้อยละ)", "คะแนนที่ได้"]]
    rows += [[f"แบบวัด {code}", str(weights[code]), value] for code, value in parts.items()]
    rows += [["คะแนนรวม", "100", whole], ["ระดับผลการประเมิน", "", "ผ่านดี"]]
    sheet = Sheet(
        "สรุปผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567",
        "เทศบาลนครขอนแก่น อำเภอเมืองขอนแก่น จังหวัดขอนแก่น",
        rows,
        "ขอขอบคุณผู้มีส่วนได้ส่วนเสียทุกท่านที่ตอบแบบวัดครบตามจำนวน",
    )
    write_pdf(REPORTS / name, [sheet])
    for code, value in parts.items():
        gold.score(name, place, 2567, "instrument", code, value)
    gold.score(name, place, 2567, "total", "total", whole)
    gold.year(name, place, 2567, "consistent", rating="ผ่านดี", recomputed_total=whole)


def five_indices(gold: Gold) -> None:
    """The five weighted indices of 2561, as PDF with Thai digits."""
    name = "five_indices.pdf"
    place = body("องค์การบริหารส่วนจังหวัดพะเยา", "", "พะเยา")
    indices = (
        ("ความโปร่งใส", "82.14", 26),
        ("ความพร้อมรับผิด", "79.60", 18),
        ("ความปลอดจากการทุจริตในการปฏิบัติงาน", "91.37", 22),
        ("วัฒนธรรมคุณธรรมในองค์กร", "70.25", 16),
        ("คุณธรรมการทำงานในหน่วยงาน", "76.88", 18),
    )
    whole = half_up(sum((Decimal(v) * w for _, v, w in indices), Decimal(0)) / 100)
    rows = [["ดัชนี", "คะแนน"], *[[label, thai(value)] for label, value, _ in indices]]
    rows.append(["คะแนนรวม", thai(whole)])
    sheet = Sheet(
        "ผลการประเมินคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ๒๕๖๑",
        "องค์การบริหารส่วนจังหวัดพะเยา",
        rows,
        "คะแนนห้าดัชนีถ่วงน้ำหนักตามคู่มือการประเมินของปีนั้น",
    )
    write_pdf(REPORTS / name, [sheet])
    for number, (_, value, _) in enumerate(indices, 1):
        gold.score(name, place, 2561, "index", f"index{number}", value)
    gold.score(name, place, 2561, "total", "total", whole)
    gold.year(name, place, 2561, "consistent", recomputed_total=whole)


def district_table(gold: Gold) -> None:
    """Many bodies of one district in one table, with a mean that is no body, as PDF."""
    name = "district_table.pdf"
    places = ("แม่นะ", "เมืองงาย", "เมืองคอง", "เมืองนะ", "ปิงโค้ง", "ทุ่งข้าวพวง")
    rows = [["ที่", "หน่วยงาน", "IIT", "EIT", "OIT", "คะแนนรวม"]]
    sums = [Decimal(0)] * 4
    for index, tambon in enumerate(places):
        parts = (
            f"{88 + index}.{17 + index}",
            f"{84 + index}.5{index}",
            f"{79 + 3 * index}.2{index}",
        )
        whole = half_up(
            (Decimal(parts[0]) * 30 + Decimal(parts[1]) * 30 + Decimal(parts[2]) * 40) / 100
        )
        values = (*parts, whole)
        sums = [sum_ + Decimal(value) for sum_, value in zip(sums, values, strict=True)]
        rows.append([str(index + 1), f"อบต.{tambon}", *values])
        place = body(f"องค์การบริหารส่วนตำบล{tambon}", "เชียงดาว", "เชียงใหม่")
        for code, value in zip(("IIT", "EIT", "OIT"), parts, strict=True):
            gold.score(name, place, 2566, "instrument", code, value)
        gold.score(name, place, 2566, "total", "total", whole)
        gold.year(name, place, 2566, "consistent", recomputed_total=whole)
    rows.append(["", "เฉลี่ย", *(half_up(sum_ / len(places)) for sum_ in sums)])
    sheet = Sheet(
        "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2566",
        "ขององค์การบริหารส่วนตำบลในอำเภอเชียงดาว จังหวัดเชียงใหม่",
        rows,
        "ที่ทำการปกครองอำเภอเชียงดาว จังหวัดเชียงใหม่ เป็นผู้รวบรวม",
    )
    write_pdf(REPORTS / name, [sheet])


def announcement(gold: Gold) -> None:
    """A report without any score."""
    text = [
        "ประกาศเทศบาลตำบลจุน",
        "เรื่อง เจตจำนงสุจริตในการบริหารงาน",
        "",
        "เทศบาลตำบลจุน อำเภอจุน จังหวัดพะเยา ขอประกาศว่าพนักงานทุกคนจะไม่รับของขวัญทุกโอกาส"
        " และจะเปิดเผยการใช้จ่ายให้ประชาชนตรวจสอบได้เสมอ",
        "",
        "ประกาศ ณ วันที่ ๖ มกราคม ๒๕๖๗",
        "",
    ]
    (REPORTS / "announcement.txt").write_text("\n".join(text), encoding="utf-8")
    del gold


SAMPLES = (
    analysis_three_years,
    scores_in_labels,
    memo_renumbered,
    follow_up_pages,
    measures_sections,
    levels_of_instruments,
    five_indices,
    district_table,
    announcement,
)


def main() -> None:
    """Write every sample and the gold beside it."""
    REPORTS.mkdir(exist_ok=True)
    GOLD.mkdir(exist_ok=True)
    gold = Gold()
    for sample in SAMPLES:
        sample(gold)
    gold.write()


if __name__ == "__main__":
    main()
