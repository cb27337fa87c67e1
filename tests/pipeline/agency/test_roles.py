"""Small reports that name several bodies in different roles: which one is it about?"""

from __future__ import annotations

import pytest

from pipeline.agency import reporting_body
from pipeline.agency.known.identity import agency_id
from tests.pipeline.documents import document

TITLE = "รายงานผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ\nประจำปีงบประมาณ พ.ศ. 2566"
SAO = "sao-นาเสียว-เมืองชัยภูมิ-ชัยภูมิ"
TOWN = "องค์การบริหารส่วนตำบลนาเสียว อำเภอเมืองชัยภูมิ จังหวัดชัยภูมิ"
HOSPITAL = "hospital-แม่สอด-แม่สอด-ตาก"
RESULT = "ผลการประเมินมีคะแนนเฉลี่ย 95.20 คะแนน อยู่ในระดับ AA"
REPORTS: dict[str, tuple[str, str]] = {
    "the NACC's letter stands above the cover": (
        f"สำนักงาน ป.ป.ช.\n{TITLE}\n{TOWN}\n\n{RESULT}", SAO),
    "the NACC publishes and its office is named": (
        f"{TITLE}\n{TOWN}\nเผยแพร่โดย สำนักงาน ป.ป.ช. ประจำจังหวัดชัยภูมิ\n\n{RESULT}", SAO),
    "a university surveyed": (
        f"{TITLE}\n{TOWN}\nดำเนินการสำรวจโดย มหาวิทยาลัยราชภัฏชัยภูมิ\n\nมหาวิทยาลัยราชภัฏชัยภูมิ เป็นผู้สำรวจ {RESULT}", SAO),
    "a university wrote and heads the cover": (
        f"มหาวิทยาลัยราชภัฏชัยภูมิ\n{TITLE}\n{TOWN}\nจัดทำโดย มหาวิทยาลัยราชภัฏชัยภูมิ\n\n{RESULT}", SAO),
    "a consultant is a university's faculty": (
        f"{TITLE}\nของ {TOWN}\nที่ปรึกษา คณะรัฐศาสตร์ มหาวิทยาลัยขอนแก่น\n\n{RESULT}", SAO),
    "the department over all local bodies ordered it": (
        f"{TITLE}\n{TOWN}\n\nตามหนังสือกรมส่งเสริมการปกครองท้องถิ่น ที่ มท 0808/ว 123 {RESULT}", SAO),
    "a visit to another body": (
        f"{TITLE}\n{TOWN}\n\n{RESULT} ศึกษาดูงานองค์การบริหารส่วนตำบลโคกสลุง อำเภอพัฒนานิคม จังหวัดลพบุรี", SAO),
    "examples in the text": (
        f"{TITLE}\n{TOWN}\n\n{RESULT} เช่น เทศบาลเมืองชัยภูมิ และ อบต.โพนทอง เป็นต้น", SAO),
    "the signatory is the mayor of it": (
        f"{TITLE}\n\n{RESULT}\n\n(นายสมชาย ใจดี)\nนายกองค์การบริหารส่วนตำบลนาเสียว อำเภอเมืองชัยภูมิ จังหวัดชัยภูมิ", SAO),
    "the signatory's unit is a part of it": (
        f"บันทึกข้อความ\nส่วนราชการ สำนักปลัด องค์การบริหารส่วนตำบลนาเสียว อำเภอเมือง จังหวัดชัยภูมิ\n"
        f"เรื่อง รายงานผล ITA\nเรียน นายกองค์การบริหารส่วนตำบลนาเสียว\n\n{RESULT}", SAO),
    "the district officer gets it": (
        f"ที่ ชย 71001/123\nองค์การบริหารส่วนตำบลนาเสียว\nอำเภอเมือง จังหวัดชัยภูมิ 36000\nเรียน นายอำเภอเมืองชัยภูมิ\n\n{RESULT}", SAO),
    "the governor and the ministry are told": (
        f"{TITLE}\n{TOWN}\n\n{RESULT} รายงานต่อ ผู้ว่าราชการจังหวัดชัยภูมิ และกระทรวงมหาดไทย", SAO),
    "it is compared with the body beside it": (
        f"{TITLE}\n{TOWN}\n\n{RESULT} เปรียบเทียบกับเทศบาลเมืองชัยภูมิ ซึ่งได้ 90.10", SAO),
    "it borders on others": (
        f"{TITLE}\n{TOWN}\n\nทิศเหนือ ติดต่อกับ องค์การบริหารส่วนตำบลโพนทอง ทิศใต้ ติดกับ องค์การบริหารส่วนตำบลชีลอง {RESULT}", SAO),
    "a company made the survey": (
        f"{TITLE}\n{TOWN}\nผู้รับจ้าง บริษัท โปร่งใส จำกัด\n\n{RESULT}", SAO),
    "the school lies in its district and is no body of it": (
        f"{TITLE}\n{TOWN}\n\n{RESULT} จัดกิจกรรมร่วมกับโรงเรียนบ้านนาเสียว และโรงพยาบาลส่งเสริมสุขภาพตำบลนาเสียว", SAO),
    "a hospital under its ministry": (
        f"{TITLE}\nโรงพยาบาลแม่สอด จังหวัดตาก\nสำนักงานปลัดกระทรวงสาธารณสุข กระทรวงสาธารณสุข\n\n{RESULT}", HOSPITAL),
    "a hospital that the provincial office assesses": (
        f"{TITLE}\nโรงพยาบาลแม่สอด อำเภอแม่สอด จังหวัดตาก\nตรวจสอบโดย สำนักงานสาธารณสุขจังหวัดตาก\n\n{RESULT}", HOSPITAL),
    "a school under its area": (
        f"{TITLE}\nโรงเรียนสวนกุหลาบวิทยาลัย รังสิต\nสำนักงานเขตพื้นที่การศึกษามัธยมศึกษาปทุมธานี\n\nโรงเรียนสวนกุหลาบวิทยาลัย รังสิต {RESULT}",
        "school-สวนกุหลาบวิทยาลัยรังสิต-ปทุมธานี"),
    "an area that has schools": (
        f"{TITLE}\nสำนักงานเขตพื้นที่การศึกษาประถมศึกษาชัยภูมิ เขต 2\n\n{RESULT} โรงเรียนในสังกัด เช่น โรงเรียนบ้านหนองบัว (ประชารัฐ)",
        "other-สำนักงานเขตพื้นที่การศึกษาประถมศึกษาชัยภูมิเขต2"),
    "a university with campuses": (
        f"{TITLE}\nมหาวิทยาลัยเกษตรศาสตร์\n\n{RESULT} วิทยาเขตกำแพงแสน และมหาวิทยาลัยเกษตรศาสตร์ วิทยาเขตศรีราชา เข้าร่วมด้วย",
        "university-เกษตรศาสตร์"),
    "a campus of a university": (
        f"{TITLE}\nมหาวิทยาลัยเทคโนโลยีราชมงคลล้านนา ตาก\n\nมหาวิทยาลัยเทคโนโลยีราชมงคลล้านนา ตาก {RESULT}",
        "university-เทคโนโลยีราชมงคลล้านนาตาก"),
    "a department over offices": (
        f"{TITLE}\nกรมส่งเสริมการเกษตร\n\n{RESULT} สำนักงานเกษตรจังหวัดแพร่ และสำนักงานเกษตรจังหวัดน่าน ร่วมด้วย",
        "department-ส่งเสริมการเกษตร"),
    "a court under its office": (
        f"{TITLE}\nศาลจังหวัดฝาง\nสำนักงานศาลยุติธรรม\n\nศาลจังหวัดฝาง {RESULT}", "court-จังหวัดฝาง"),
    "a state enterprise under its ministry": (
        f"{TITLE}\nการประปาส่วนภูมิภาค\nกระทรวงมหาดไทย\n\n{RESULT}", "enterprise-การประปาส่วนภูมิภาค"),
    "a branch of a state enterprise": (
        f"{TITLE}\nการประปาส่วนภูมิภาคสาขาแม่สาย\nการประปาส่วนภูมิภาค\n\n{RESULT}", "enterprise-การประปาส่วนภูมิภาคสาขาแม่สาย"),
    "a public organisation with its ministry": (
        f"{TITLE}\nสถาบันวิจัยดาราศาสตร์แห่งชาติ (องค์การมหาชน)\nกระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม\n\n{RESULT}",
        "other-สถาบันวิจัยดาราศาสตร์แห่งชาติ"),
    "the former body of the same place": (
        f"{TITLE}\nเทศบาลตำบลแม่ตืน อำเภอลี้ จังหวัดลำพูน\n\nเดิมเป็น องค์การบริหารส่วนตำบลแม่ตืน {RESULT}",
        "subdistrict-municipality-แม่ตืน-ลี้-ลำพูน"),
    "the province's own organisation and its province": (
        f"{TITLE}\nองค์การบริหารส่วนจังหวัดแพร่\nจังหวัดแพร่\n\n{RESULT} กระทรวงมหาดไทย สำนักงาน ป.ป.ช.", "pao-แพร่"),
    "the province and its offices": (
        f"{TITLE}\nจังหวัดแพร่\n\nจังหวัดแพร่ได้รับการประเมิน {RESULT} สำนักงานจังหวัดแพร่ กลุ่มงานอำนวยการ", "province-แพร่"),
    "the best of the province is named": (
        f"{TITLE}\n{TOWN}\n\n{RESULT} หน่วยงานต้นแบบ ได้แก่ เทศบาลนครขอนแก่น และองค์การบริหารส่วนจังหวัดแพร่", SAO),
    "a table of all bodies of the district": (
        f"{TITLE}\n{TOWN}\n\nหน่วยงาน\tคะแนน\nอบต.โพนทอง\t90.10\nอบต.นาเสียว\t95.20\nอบต.ชีลอง\t80.00\nทม.ชัยภูมิ\t88.00\n", SAO),
    "the letterhead of the neighbour that sent it": (
        f"เทศบาลเมืองชัยภูมิ\nเรียน นายกองค์การบริหารส่วนตำบลนาเสียว\n\nผลการประเมิน ITA ของเทศบาลเมืองชัยภูมิ {RESULT}",
        "town-ชัยภูมิ-เมืองชัยภูมิ-ชัยภูมิ"),
    "the NACC's name heads every page": (
        f"{TITLE}\n\nสำนักงาน ป.ป.ช.\n\nสำนักงาน ป.ป.ช.\n\nสำนักงาน ป.ป.ช.\n\nสำนักงาน ป.ป.ช.\n\nสำนักงาน ป.ป.ช.\n\nสำนักงาน ป.ป.ช.\n\nสำนักงาน ป.ป.ช.\n\nสำนักงาน ป.ป.ช.\n\nสำนักงาน ป.ป.ช.\n\nองค์การบริหารส่วนตำบลนาเสียว อ.เมือง จ.ชัยภูมิ {RESULT}",
        SAO),
    "an office's name heads every page": (
        f"สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดชัยภูมิ\n{TITLE}\n{TOWN}\n\nสำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดชัยภูมิ\n\nสำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดชัยภูมิ\n\nสำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดชัยภูมิ\n\nสำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดชัยภูมิ\n\n{RESULT}",
        SAO),
    "the assessor and the assessed are named by their roles": (
        f"หน่วยงานที่ประเมิน: มหาวิทยาลัยราชภัฏชัยภูมิ\nหน่วยงานที่รับการประเมิน: อบต.นาเสียว อ.เมือง จ.ชัยภูมิ\n\n{RESULT}",
        SAO),
    "the assessor and the assessed are named by shorter roles": (
        f"ผู้ประเมิน มหาวิทยาลัยราชภัฏชัยภูมิ\nผู้รับการประเมิน อบต.นาเสียว อ.เมือง จ.ชัยภูมิ\n\n{RESULT}",
        SAO),
    "a memorandum of a department's division": (
        f"บันทึกข้อความ\nส่วนราชการ กองการเจ้าหน้าที่ กรมชลประทาน โทร. 02\nเรียน อธิบดีกรมชลประทาน\n\nตามที่สำนักงาน ป.ป.ช. แจ้งผล {RESULT}",
        'department-ชลประทาน'),
    "a memorandum of a university's office": (
        f"บันทึกข้อความ\nส่วนราชการ กองกลาง สำนักงานอธิการบดี มหาวิทยาลัยราชภัฏชัยภูมิ\nเรียน อธิการบดีมหาวิทยาลัยราชภัฏชัยภูมิ\n\n{RESULT}",
        'university-ราชภัฏชัยภูมิ'),
    "a school of a town": (
        f"{TITLE}\nโรงเรียนเทศบาล 1 (วัดกลาง)\nสังกัดเทศบาลเมืองชัยภูมิ อำเภอเมือง จังหวัดชัยภูมิ\n\nโรงเรียนเทศบาล 1 (วัดกลาง) {RESULT}",
        'school-เทศบาล1วัดกลาง-เมืองชัยภูมิ-ชัยภูมิ'),
    "a school under a city's division": (
        f"{TITLE}\nโรงเรียนเทศบาลวัดกลาง\nกองการศึกษา เทศบาลนครขอนแก่น\n\nโรงเรียนเทศบาลวัดกลาง {RESULT}",
        'school-เทศบาลวัดกลาง-เมืองขอนแก่น-ขอนแก่น'),
    "the best and the worst of the province are named": (
        f"{TITLE}\n{TOWN}\n\n{RESULT} ทั้งนี้ เทศบาลตำบลบ้านค่ายหมื่นแผ้ว ได้คะแนนสูงสุดในจังหวัดชัยภูมิ 99.00 และอบต.โพนทอง ได้คะแนนต่ำสุด 60.00",
        SAO),
    "others are named more often than the one of the title": (
        f"สรุปผล ITA ปี 2566 ของ อบต.นาเสียว อ.เมือง จ.ชัยภูมิ\n\n{RESULT} อบต.โพนทอง 90 อบต.ชีลอง 80 อบต.บ้านเล่า 85 อบต.รอบเมือง 75 อบต.โพนทอง 91 อบต.โพนทอง 92",
        SAO),
    "a table of the bodies of a province": (
        "ผลคะแนน ITA องค์กรปกครองส่วนท้องถิ่น จังหวัดชัยภูมิ ปี 2566\n\nหน่วยงาน\tคะแนน\nอบต.โพนทอง\t90.10\nอบต.นาเสียว\t95.20\nอบต.ชีลอง\t80.00\n",
        ''),
    "a hospital with its health stations": (
        f"{TITLE}\nโรงพยาบาลภูเขียวเฉลิมพระเกียรติ อำเภอภูเขียว จังหวัดชัยภูมิ\n\nรพ.สต.บ้านโนน รพ.สต.บ้านนา รพ.สต.บ้านดอน รพ.สต.บ้านแท่น สสอ.ภูเขียว สสจ.ชัยภูมิ {RESULT}",
        'hospital-ภูเขียวเฉลิมพระเกียรติ-ภูเขียว-ชัยภูมิ'),
    "a provincial health office with its hospitals": (
        f"{TITLE}\nสำนักงานสาธารณสุขจังหวัดชัยภูมิ\n\nโรงพยาบาลชัยภูมิ โรงพยาบาลภูเขียว โรงพยาบาลแก้งคร้อ โรงพยาบาลชัยภูมิ {RESULT}",
        'other-สำนักงานสาธารณสุขจังหวัดชัยภูมิ-ชัยภูมิ'),
    "a university that advised is named more often": (
        f"{TITLE}\n{TOWN}\n\nมหาวิทยาลัยขอนแก่น ในฐานะที่ปรึกษา ได้ดำเนินการ มหาวิทยาลัยขอนแก่น สรุป มหาวิทยาลัยขอนแก่น เสนอแนะ มหาวิทยาลัยขอนแก่น {RESULT}",
        SAO),
    "the NACC announces": (
        f"สำนักงาน ป.ป.ช. ประกาศผล ITA\n\nตามที่ สำนักงาน ป.ป.ช. ประกาศผล {TOWN} ได้รับการประเมิน 95.20",
        SAO),
    "the NACC's officer signs": (
        f"{TITLE}\n{TOWN}\n\n{RESULT}\n\n(นายเอ)\nผู้อำนวยการสำนักงาน ป.ป.ช. ประจำจังหวัดชัยภูมิ",
        SAO),
    "nobody but the director who signs names the school": (
        f"แผนปฏิบัติการ ITA\n\n{RESULT}\n\n(นายเอ)\nผู้อำนวยการโรงเรียนบ้านหนองบัว (ประชารัฐ)",
        'school-บ้านหนองบัวประชารัฐ'),
    "a town that was a subdistrict's body": (
        f"{TITLE}\nเทศบาลตำบลลาดใหญ่\nอำเภอเมืองชัยภูมิ จังหวัดชัยภูมิ\n\nเทศบาลตำบลลาดใหญ่ {RESULT} สภาเทศบาลตำบลลาดใหญ่ องค์การบริหารส่วนตำบลลาดใหญ่เดิม",
        'subdistrict-municipality-ลาดใหญ่-เมืองชัยภูมิ-ชัยภูมิ'),
    "a college of a university": (
        f"{TITLE}\nวิทยาลัยนวัตกรรมและการจัดการ มหาวิทยาลัยราชภัฏสวนสุนันทา\n\n{RESULT}",
        'university-วิทยาลัยนวัตกรรมและการจัดการมหาวิทยาลัยราชภัฏสวนสุนันทา'),
    "a ministry above the cover": (
        f"{TITLE}\nกระทรวงมหาดไทย\n{TOWN}\n\n{RESULT}",
        SAO),
    "a university heads the cover and signs": (
        f"มหาวิทยาลัยราชภัฏชัยภูมิ\n{TITLE}\n{TOWN}\n\n{RESULT}\n\nผู้รายงาน นายสมชาย\nหัวหน้า มหาวิทยาลัยราชภัฏชัยภูมิ",
        SAO),
    "an institute heads the cover and signs": (
        f"สถาบันพระปกเกล้า\n{TITLE}\n{TOWN}\n\n{RESULT}\n\nผู้รายงาน นายสมชาย\nหัวหน้า สถาบันพระปกเกล้า",
        SAO),
    "a university's centre heads the cover": (
        f"มหาวิทยาลัยขอนแก่น ศูนย์วิจัยและที่ปรึกษา\n{TITLE}\n{TOWN}\n\n{RESULT}", SAO),
    "a university's centre stands above the body and the title": (
        f"มหาวิทยาลัยขอนแก่น ศูนย์วิจัยและที่ปรึกษา\nองค์การบริหารส่วนตำบลนาเสียว\n{TITLE}\nอำเภอเมืองชัยภูมิ จังหวัดชัยภูมิ\n\n{RESULT}",
        SAO),
    "a university heads its own report, the city under it in its address": (
        f"มหาวิทยาลัยขอนแก่น\n{TITLE}\n\nมหาวิทยาลัยขอนแก่น {RESULT}\nเทศบาลนครขอนแก่น จังหวัดขอนแก่น", "university-ขอนแก่น"),
    "a body that is no kind known, above its ministry": (
        f"{TITLE}\nกองทุนประชารัฐสวัสดิการ\nกระทรวงการคลัง\n\n{RESULT}",
        ''),
}  # fmt: skip


@pytest.mark.parametrize("role", REPORTS)
def test_the_body_that_is_scored_is_told_from_all_others(role: str) -> None:
    text, expected = REPORTS[role]
    found = reporting_body(document(text))
    assert (agency_id(found.body) if found.body else "") == expected
