"""The dictionary of fields: every column of every table, in order, once.

Headers, the data package and the documentation are made from it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Type = Literal["string", "integer", "number", "date", "array"]


@dataclass(frozen=True, slots=True)
class Field:
    """One column."""

    name: str
    type: Type
    en: str
    th: str
    unit: str = ""
    required: bool = False
    enum: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TableSchema:
    """One table: its columns, and what makes a row unique."""

    name: str
    en: str
    th: str
    fields: tuple[Field, ...]
    key: tuple[str, ...] = ()
    foreign: tuple[tuple[str, str], ...] = field(default=())
    """(column, table) of references to a table's column of the same name; a blank refers to
    nothing."""

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(one.name for one in self.fields)


_ASSURANCE = ("proved", "corroborated", "read", "disputed", "corrected")

DOCUMENT = Field(
    "document",
    "string",
    "Path below the input; archive.zip!member inside archives",
    "ที่อยู่ไฟล์เทียบกับโฟลเดอร์นำเข้า (archive.zip!member หากอยู่ในไฟล์บีบอัด)",
    required=True,
)
AGENCY_ID = Field("agency_id", "string", "Stable identifier of the body", "รหัสหน่วยงานที่คงที่")
AGENCY = Field("agency", "string", "Official name of the body", "ชื่อเต็มของหน่วยงาน")
AGENCY_TYPE = Field("agency_type", "string", "Kind of the body", "ประเภทหน่วยงาน")
DISTRICT = Field(
    "district",
    "string",
    "District, blank unless printed or unique",
    "อำเภอ (เว้นว่างหากไม่ระบุหรือไม่แน่ชัด)",
)
PROVINCE = Field(
    "province",
    "string",
    "Province, blank unless printed or unique",
    "จังหวัด (เว้นว่างหากไม่ระบุหรือไม่แน่ชัด)",
)
FISCAL_YEAR = Field(
    "fiscal_year", "integer", "Fiscal year, Buddhist era", "ปีงบประมาณ (พ.ศ.)", "BE year"
)
SCHEME = Field("scheme", "string", "Scheme of the assessment", "เกณฑ์การประเมินที่ใช้")
PAGE = Field("page", "integer", "Page, from 1", "หน้า (เริ่มที่ 1)")
ITEM_TYPE = Field(
    "item_type",
    "string",
    "What the score is of",
    "ชนิดของรายการ",
    enum=("total", "instrument", "indicator", "sub_indicator", "question", "index"),
)


def _points(name: str, en: str, th: str) -> Field:
    return Field(name, "number", en, th, "points")


DOCUMENTS = TableSchema(
    "documents", "Every document of the run", "เอกสารทุกฉบับที่นำเข้า",
    (
        DOCUMENT,
        Field("sha256", "string", "SHA-256 of the bytes", "ค่าแฮช SHA-256 ของไฟล์"),
        Field("media_type", "string", "Media type by content", "ชนิดของไฟล์"),
        Field("bytes", "integer", "Size", "ขนาดไฟล์", "bytes"),
        Field("pages", "integer", "Pages", "จำนวนหน้า"),
        Field("pages_ocr", "integer", "Pages read by OCR", "จำนวนหน้าที่อ่านด้วย OCR"),
        Field("kind", "string", "What the document holds", "ประเภทเนื้อหา",
              enum=("scores", "measures", "scores+measures", "other")),
        Field("status", "string", "How far it could be read", "สถานะการอ่าน", required=True,
              enum=("ok", "partial", "quarantined")),
        Field("reason", "string", "Why it was not read, or not wholly", "เหตุผลที่อ่านไม่ได้หรืออ่านได้ไม่ครบ"),
        Field("parser", "string", "Parser that read it", "ตัวอ่านที่ใช้"),
        AGENCY_ID,
        FISCAL_YEAR,
        Field("detail", "string", "The reason in a sentence", "คำอธิบายเหตุผล"),
    ),
    key=("document",),
    foreign=(("agency_id", "agencies"),),
)  # fmt: skip

SCORES = TableSchema(
    "scores", "One row a printed value", "หนึ่งแถวต่อหนึ่งค่าที่พิมพ์ในเอกสาร",
    (
        DOCUMENT, AGENCY_ID, AGENCY, AGENCY_TYPE, DISTRICT, PROVINCE, FISCAL_YEAR, SCHEME,
        ITEM_TYPE,
        Field("code", "string", "Code of the item", "รหัสรายการ", required=True),
        Field("name", "string", "Label as printed", "ชื่อรายการตามที่พิมพ์"),
        Field("score", "number", "Score with its printed precision", "คะแนน (ทศนิยมตามที่พิมพ์)",
              "points", required=True),
        _points("out_of", "Full marks", "คะแนนเต็ม"),
        _points("target", "Target printed with it", "คะแนนเป้าหมายที่พิมพ์ไว้"),
        Field("printed", "string", "Exactly as printed, white space folded", "ข้อความตามที่พิมพ์"),
        Field("rating", "string", "Rating printed with a total", "ระดับผลการประเมินที่พิมพ์ไว้"),
        PAGE,
        Field("x0", "number", "Left edge on the page", "ขอบซ้าย", "pt"),
        Field("top", "number", "Top edge, from the top of the page", "ขอบบน", "pt"),
        Field("x1", "number", "Right edge on the page", "ขอบขวา", "pt"),
        Field("bottom", "number", "Bottom edge, from the top of the page", "ขอบล่าง", "pt"),
        Field("line", "integer", "Line, from 1", "บรรทัด (เริ่มที่ 1)"),
        Field("method", "string", "How it was read", "วิธีอ่าน", enum=("text", "text-layer", "ocr")),
        Field("confidence", "number", "How sure the reading is, 0 to 1", "ความมั่นใจในการอ่าน 0–1"),
        Field("assurance", "string", "How far the value can be relied on", "ระดับความน่าเชื่อถือของค่า",
              enum=_ASSURANCE),
        Field("occurrences", "integer", "How often the document prints it", "จำนวนครั้งที่พิมพ์ในเอกสาร"),
    ),
    foreign=(("document", "documents"), ("agency_id", "agencies")),
)  # fmt: skip

INDICATORS = tuple(str(number) for number in range(1, 11))

AGENCY_YEARS = TableSchema(
    "agency_years", "The clean dataset: one row an agency and fiscal year",
    "ชุดข้อมูลหลัก: หนึ่งแถวต่อหนึ่งหน่วยงานต่อหนึ่งปีงบประมาณ",
    (
        AGENCY_ID, AGENCY, AGENCY_TYPE, DISTRICT, PROVINCE, FISCAL_YEAR,
        Field("fiscal_year_ce", "integer", "Fiscal year, Common Era", "ปีงบประมาณ (ค.ศ.)", "CE year"),
        SCHEME,
        *(_points(f"i{code}", f"Indicator {code}", f"ตัวชี้วัดที่ {code}") for code in INDICATORS),
        _points("iit", "Internal instrument, as printed", "คะแนน IIT ตามที่พิมพ์"),
        _points("eit", "External instrument, as printed", "คะแนน EIT ตามที่พิมพ์"),
        _points("oit", "Open-data instrument, as printed", "คะแนน OIT ตามที่พิมพ์"),
        _points("total", "Total, as printed", "คะแนนรวมตามที่พิมพ์"),
        Field("rating", "string", "Rating, as printed", "ระดับผลการประเมินตามที่พิมพ์"),
        _points("recomputed_iit", "Internal instrument, recomputed", "คะแนน IIT ที่คำนวณใหม่"),
        _points("recomputed_eit", "External instrument, recomputed", "คะแนน EIT ที่คำนวณใหม่"),
        _points("recomputed_oit", "Open-data instrument, recomputed", "คะแนน OIT ที่คำนวณใหม่"),
        _points("recomputed_total", "Total, recomputed", "คะแนนรวมที่คำนวณใหม่"),
        _points("difference", "Printed minus recomputed total", "ผลต่างคะแนนที่พิมพ์กับที่คำนวณใหม่"),
        Field("recomputed_rating", "string", "Rating of the recomputed total", "ระดับจากคะแนนที่คำนวณใหม่"),
        Field("verdict", "string", "What the arithmetic proves", "ผลการตรวจสอบ",
              enum=("consistent", "inconsistent", "incomplete", "unverifiable")),
        Field("assurance", "string", "How far the row can be relied on", "ระดับความน่าเชื่อถือ",
              enum=_ASSURANCE),
        Field("flags", "string", "Rules with a finding, divided by a semicolon", "กฎที่พบข้อสังเกต"),
        Field("documents", "string", "Documents it was read from, divided by a semicolon",
              "เอกสารที่มา"),
        Field("blind_spots", "string",
              "What could be wrong in a consistent row without the printed total showing it",
              "สิ่งที่อาจผิดได้แม้คะแนนสอดคล้องกัน เพราะคะแนนรวมที่พิมพ์ไว้ไม่แสดงให้เห็น"),
    ),
    key=("agency_id", "fiscal_year"),
    foreign=(("agency_id", "agencies"),),
)  # fmt: skip

MEASURES = TableSchema(
    "measures", "Improvement measures and what became of them", "มาตรการปรับปรุงและผลการดำเนินงาน",
    (
        DOCUMENT, AGENCY_ID, AGENCY, FISCAL_YEAR,
        Field("number", "string", "Number in the document", "ลำดับที่ในเอกสาร"),
        Field("section", "string", "Section of the table", "หมวด"),
        Field("title", "string", "Measure", "มาตรการ", required=True),
        Field("steps", "array", "Steps, a JSON list", "ขั้นตอน (รายการ JSON)"),
        Field("responsible", "string", "Responsible unit", "ผู้รับผิดชอบ"),
        Field("period", "string", "Period as printed", "ระยะเวลาตามที่พิมพ์"),
        Field("start_date", "date", "First day", "วันเริ่ม", "ISO 8601, CE"),
        Field("end_date", "date", "Last day", "วันสิ้นสุด", "ISO 8601, CE"),
        Field("follow_up", "array", "Follow-up, a JSON list", "การกำกับติดตาม (รายการ JSON)"),
        Field("result", "array", "Result, a JSON list", "ผลการดำเนินงาน (รายการ JSON)"),
        Field("outcome", "array", "Outcome, a JSON list", "ผลลัพธ์ (รายการ JSON)"),
        Field("remark", "string", "Remark", "หมายเหตุ"),
        Field("indicator", "string", "Official number of the indicator it names",
              "เลขตัวชี้วัดทางการที่มาตรการระบุ"),
        PAGE,
        Field("activities", "array", "Activities beside the steps, a JSON list", "กิจกรรม (รายการ JSON)"),
        Field("units", "string", "Responsible units in a small vocabulary, divided by a semicolon",
              "หน่วยงานที่รับผิดชอบตามคำมาตรฐาน คั่นด้วยอัฒภาค"),
        Field("printed", "string", "The rows as printed, cells divided by a stroke, without names of persons",
              "ข้อความตามที่พิมพ์ คั่นช่องด้วยขีดตั้ง ไม่มีชื่อบุคคล"),
        Field("measure_id", "string", "Shared by the plan of a measure and the reports on it",
              "รหัสมาตรการ ใช้ร่วมกันระหว่างแผนกับรายงานผล"),
    ),
    foreign=(("document", "documents"), ("agency_id", "agencies")),
)  # fmt: skip

RECOMMENDATIONS = TableSchema(
    "recommendations", "Strengths, weaknesses and advice of analysis sections",
    "จุดแข็ง จุดอ่อน ประเด็นที่ควรพัฒนา และข้อเสนอแนะจากส่วนวิเคราะห์",
    (
        DOCUMENT, AGENCY_ID, AGENCY, FISCAL_YEAR,
        Field("kind", "string", "What it is", "ชนิด", required=True,
              enum=("จุดแข็ง", "จุดอ่อน", "ประเด็นที่ควรพัฒนา", "ข้อเสนอแนะ")),
        Field("indicator", "string", "Official number of the indicator it is about",
              "เลขตัวชี้วัดทางการที่เกี่ยวข้อง"),
        Field("text", "string", "What it says", "ข้อความ", required=True),
        PAGE,
    ),
    foreign=(("document", "documents"), ("agency_id", "agencies")),
)  # fmt: skip

FLAGS = TableSchema(
    "flags", "Every inconsistency found, with its probable causes", "ข้อสังเกตทุกข้อพร้อมสาเหตุที่เป็นไปได้",
    (
        Field("flag_id", "string", "Stable identifier", "รหัสข้อสังเกต", required=True),
        Field("rule", "string", "Rule that found it", "กฎที่ใช้ตรวจ", required=True),
        Field("severity", "string", "How grave it is", "ความรุนแรง", required=True,
              enum=("error", "warning", "info")),
        Field("document", "string", "Document it is seen in", "เอกสาร"),
        AGENCY_ID, AGENCY, FISCAL_YEAR,
        Field("item_type", "string", "What the flag is about", "ชนิดของรายการ"),
        Field("code", "string", "Code of the item", "รหัสรายการ"),
        Field("printed", "string", "What is printed", "ค่าที่พิมพ์"),
        Field("expected", "string", "What it should be", "ค่าที่ควรเป็น"),
        Field("difference", "string", "Printed minus expected", "ผลต่าง"),
        Field("message", "string", "In English", "คำอธิบายภาษาอังกฤษ"),
        Field("message_th", "string", "In Thai", "คำอธิบายภาษาไทย"),
        Field("explanation", "string", "Candidate causes as JSON, best first",
              "สาเหตุที่เป็นไปได้ (JSON) เรียงจากน่าเชื่อที่สุด"),
        PAGE,
    ),
    key=("flag_id",),
    foreign=(("agency_id", "agencies"),),
)  # fmt: skip

AGENCIES = TableSchema(
    "agencies", "One row a body: what the other tables mean by its id", "หนึ่งแถวต่อหนึ่งหน่วยงาน",
    (
        Field("agency_id", "string", AGENCY_ID.en, AGENCY_ID.th, required=True),
        AGENCY_TYPE, AGENCY, DISTRICT, PROVINCE,
        Field("place_code", "string",
              "Official code of the tambon it is named after (6 digits), its district (4) or province (2)",
              "รหัสตำบล (6 หลัก) อำเภอ (4 หลัก) หรือจังหวัด (2 หลัก) ของหน่วยงาน"),
        Field("register_code", "string", "Code in the official register", "รหัสตามทะเบียนหน่วยงาน"),
        Field("identity", "string", "How surely it is known which body this is: resolved is one that a "
              "list or register has or, of kinds without a complete list (schools, hospitals, offices), "
              "one whose name and place nothing contradicts",
              "ความชัดเจนของการระบุหน่วยงาน: resolved คือมีในรายชื่อหรือทะเบียน ส่วนประเภทที่ไม่มีรายชื่อครบถ้วน "
              "(โรงเรียน โรงพยาบาล สำนักงาน) คือชื่อและพื้นที่ไม่ขัดแย้งกัน", enum=("resolved", "ambiguous", "unknown")),
        Field("candidates", "array", "Ids of the bodies that an ambiguous name may mean, a JSON list",
              "รหัสหน่วยงานที่อาจเป็นไปได้หากชื่อกำกวม (รายการ JSON)"),
        Field("names_seen", "array", "Its name in every spelling met, a JSON list",
              "ชื่อทุกแบบที่พบในเอกสาร (รายการ JSON)"),
        Field("documents", "string", "Documents of it or with its scores, divided by a semicolon",
              "เอกสารที่เกี่ยวข้อง"),
        Field("fiscal_years", "string", "Fiscal years told of, Buddhist era, divided by a semicolon",
              "ปีงบประมาณที่มีข้อมูล (พ.ศ.)"),
        Field("succeeds", "string", "Ids of the bodies it succeeds, divided by a semicolon",
              "รหัสหน่วยงานเดิมก่อนยกฐานะหรือเปลี่ยนชื่อ"),
    ),
    key=("agency_id",),
)  # fmt: skip

TABLES = (DOCUMENTS, SCORES, AGENCY_YEARS, MEASURES, FLAGS, RECOMMENDATIONS, AGENCIES)
FILES = (*(f"{table.name}.csv" for table in TABLES), "datapackage.json", "run.json")
"""Every file of a dataset; others in its folder are never touched."""
