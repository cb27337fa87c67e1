"""Samples whose tables list the ten indicators."""

from __future__ import annotations

from decimal import Decimal

from corpus.samples.gold import Gold, body, thai, total
from corpus.words import NAMES


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
    (gold.reports / name).write_text("\n".join(text), encoding="utf-8")
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
    (gold.reports / name).write_text("\n".join([*lines, ""]), encoding="utf-8")
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
    (gold.reports / name).write_text("\n".join(text), encoding="utf-8")
    gold.ten(name, place, 2563, scores)
    gold.flag(name, "indicator-number-conflict", 2563)
