"""The words of generated reports: names, sentences, distractors, digits."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

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

SENTENCES: dict[str, tuple[str, ...]] = {
    "cover": (
        "รายงานการวิเคราะห์ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. {year}",
        "สรุปผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ ปี {year}",
        "ผลคะแนน ITA ปีงบประมาณ {year}",
    ),
    "opening": (
        "เอกสารนี้สรุปผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. {year} ของ{agency} เพื่อใช้ปรับปรุงงาน",
        "{agency} เข้ารับการประเมินคุณธรรมและความโปร่งใสในปีงบประมาณ พ.ศ. {year} ครบทุกเครื่องมือ",
        "ตามที่สำนักงาน ป.ป.ช. แจ้งผลการประเมินของ{agency} ประจำปี {year} นั้น รายละเอียดเป็นดังนี้",
    ),
    "total": (
        "ผลการประเมิน ITA ปี {year} {agency} ได้คะแนนรวม {total} คะแนน {rating}",
        "ในภาพรวมของการประเมิน ITA ปีงบประมาณ {year} หน่วยงานมีคะแนนภาพรวมเท่ากับ {total} คะแนน {rating}",
        "สรุปผลรวมคะแนนทั้ง 10 ตัวชี้วัด ได้คะแนน {total} คะแนน {rating}",
    ),
    "rating": ("อยู่ในระดับ {rating}", "ระดับผลการประเมิน {rating}"),
    "memo": (
        "ตัวชี้วัดที่ {n} {name} ได้คะแนน {value} คะแนน",
        "{n}. {name} ได้คะแนนร้อยละ {value}",
        "{n}) {name} เท่ากับ {value} คะแนน",
        "- {name} ({value} คะแนน)",
    ),
    "instruments": (
        "เมื่อแยกตามเครื่องมือ แบบวัด IIT ได้ {iit} คะแนน แบบวัด EIT ได้ {eit} คะแนน และแบบวัด OIT ได้ {oit} คะแนน",
        "คะแนนของ IIT EIT และ OIT เท่ากับ {iit}, {eit} และ {oit} ตามลำดับ",
        "IIT = {iit} EIT = {eit} OIT = {oit}",
    ),
    "extremes": (
        "ตัวชี้วัดที่ได้คะแนนสูงสุดคือ {best} ได้ {high} คะแนน และต่ำสุดคือ {worst} ได้ {low} คะแนน",
        "จุดแข็งคือ{best} มีคะแนน {high} คะแนน ส่วนจุดอ่อนคือ{worst} มีคะแนน {low} คะแนน",
    ),
    "remark": ("รักษาระดับเดิมไว้", "ทบทวนคู่มือทุกหกเดือน", "เพิ่มช่องทางให้ประชาชนเสนอแนะ", ""),
}

DISTRACTORS = (
    "ค่าเฉลี่ยระดับประเทศอยู่ที่ {number} คะแนน",
    "มีผู้ตอบแบบวัดจำนวน {count} คน คิดเป็นร้อยละ {number} ของกลุ่มตัวอย่าง",
    "ตั้งงบประมาณไว้ {count},500.00 บาท สำหรับอบรมบุคลากร",
    "หน่วยงานต้องได้ตั้งแต่ 85 คะแนนขึ้นไปจึงจะผ่านเกณฑ์",
    "ติดต่อสอบถามได้ที่งานนิติการ โทร 0-4321-1{count}",
    "ผลการประเมิน LPA ด้านการบริหารจัดการ ร้อยละ {number}",
    "ความพึงพอใจของผู้รับบริการร้อยละ {number}",
    "จัดประชุมเมื่อวันที่ 14 มีนาคม 2567 มีผู้เข้าร่วม {count} คน",
    "คะแนนเพิ่มขึ้นจากรอบก่อน {number} คะแนนเมื่อเทียบกับหน่วยงานอื่น",
)

Digits = Callable[[object], str]

_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def draw_digits(chance: Random) -> Digits:
    """How a report writes digits: Arabic, Thai, or mixed inside its numbers."""
    style = chance.choice(["arabic", "arabic", "thai", "thai", "mixed"])

    def show(value: object) -> str:
        text = str(value)
        if style == "arabic":
            return text
        if style == "thai":
            return text.translate(_THAI)
        return "".join(c.translate(_THAI) if chance.random() < 0.5 else c for c in text)

    return show
