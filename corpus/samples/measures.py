"""Samples of measures and their follow-up, and of no score at all."""

from __future__ import annotations

from corpus.samples.gold import Gold, body, thai


def follow_up_pages(gold: Gold) -> None:
    """A follow-up whose table runs over pages, its header read differently on each."""
    name = "follow_up_pages.txt"
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
    (gold.reports / name).write_text("\n".join([*text, ""]), encoding="utf-8")


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
    (gold.reports / name).write_text("\n".join(text), encoding="utf-8")
    gold.score(name, place, 2567, "indicator", "3", "98.75")
    gold.year(name, place, 2567, "incomplete")


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
    (gold.reports / "announcement.txt").write_text("\n".join(text), encoding="utf-8")
