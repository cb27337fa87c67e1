"""Rules on who and when: bodies, fiscal years, schemes."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.audit.case import Case, DocumentCase, Subject
from pipeline.audit.party import party_of
from pipeline.audit.phrases import where, where_th
from pipeline.audit.rule import Report, rule
from pipeline.facts import Place, Resolution
from pipeline.look_alike import look_alikes

FIRST_YEAR = 2550
LAST_YEAR = 2599
"""Fiscal years (Buddhist era) outside these are misprints: the assessment began after 2550."""


def _subject(document: DocumentCase, resolution: Resolution) -> Subject:
    """The body itself, of no one year; the document's for its own reporter."""
    if resolution is document.read.facts.reporter:
        return document.subject
    party = party_of(resolution, document.read.sha256)
    return Subject(party.agency_id, party.name, None)


def _report(
    document: DocumentCase,
    message: str,
    message_th: str,
    *,
    place: Place | None,
    code: str,
    printed: str,
    expected: str = "",
    about: Resolution | None = None,
) -> Report:
    return Report(
        _subject(document, about) if about else document.subject,
        message,
        message_th,
        document=document.read.document,
        sha256=document.read.sha256,
        place=place,
        code=code,
        printed=printed,
        expected=expected,
    )


def _resolutions(document: DocumentCase) -> Iterator[Resolution]:
    """The reporter where the document states anything of it, and the other bodies."""
    facts = document.read.facts
    own = facts.measures or any(not score.body for score in facts.scores)
    if facts.kind != "other" and (own or not facts.bodies):
        yield facts.reporter
    yield from facts.bodies


@rule(
    "agency-name-variant",
    "info",
    "All spellings of one body's name in one document.",
    "ตัวสะกดชื่อหน่วยงานเดียวกันที่ต่างกันในเอกสารเดียว",
    "«เทศบาลตำบลบ้านไหม่» once and «เทศบาลตำบลบ้านใหม่» 14 times\n→ taken as one body",
)
def agency_name_variant(document: DocumentCase) -> Iterator[Report]:
    for resolution in _resolutions(document):
        for variant in resolution.variants:
            yield _report(
                document,
                f"«{variant.printed}» is printed {variant.count} time(s) "
                f"(first {where(variant.place)}) and was taken as «{variant.resolved}». "
                f"Correct the spelling; if it is another body, name its district.",
                f"พบ «{variant.printed}» {variant.count} แห่ง (แห่งแรก {where_th(variant.place)}) "
                f"ระบบถือว่าหมายถึง «{variant.resolved}» โปรดแก้ตัวสะกด หรือระบุอำเภอหากเป็นคนละหน่วยงาน",
                place=variant.place,
                code="agency",
                printed=variant.printed,
                expected=variant.resolved,
                about=resolution,
            )


@rule(
    "agency-ambiguous",
    "warning",
    "The printed name of a body with all bodies of that name.",
    "ชื่อหน่วยงานที่พิมพ์ไว้ กับหน่วยงานทั้งหมดที่ใช้ชื่อนั้น",
    "«อบต.หนองบัว» without a district\n→ several bodies have this name: the district stays blank",
)
def agency_ambiguous(document: DocumentCase) -> Iterator[Report]:
    for resolution in _resolutions(document):
        if resolution.status != "ambiguous":
            continue
        names = "; ".join(body.full_name for body in resolution.candidates)
        could = f": {names}" if names else ""
        problem = f"is the name of several bodies{could}"
        problem_th = f"เป็นชื่อของหลายหน่วยงาน{could}"
        if len(resolution.candidates) == 1:
            problem = f"may be {names}, but what is printed with it speaks against that"
            problem_th = f"อาจเป็น{names} แต่ข้อมูลที่พิมพ์ไว้ด้วยกันขัดแย้งกัน"
        yield _report(
            document,
            f"«{resolution.printed}» {problem}. District or province "
            f"are left blank: state them in the report, or use --agencies.",
            f"«{resolution.printed}» {problem_th} จึงเว้นอำเภอหรือจังหวัดว่างไว้ "
            f"โปรดระบุในรายงาน หรือใช้ --agencies",
            place=resolution.place,
            code="agency",
            printed=resolution.printed,
            expected=names,
            about=resolution,
        )


@rule(
    "agency-unknown",
    "warning",
    "The body that a document or a table row names with the kinds and places that are known.",
    "หน่วยงานที่เอกสารหรือแถวในตารางระบุ กับประเภทหน่วยงานและพื้นที่ที่รู้จัก",
    "a report that names no body\n→ its scores cannot be joined to any agency",
)
def agency_unknown(document: DocumentCase) -> Iterator[Report]:
    for resolution in _resolutions(document):
        if resolution.status != "unknown":
            continue
        said = f"«{resolution.printed}»" if resolution.printed else "The document"
        said_th = f"«{resolution.printed}»" if resolution.printed else "เอกสาร"
        if resolution.body is not None:
            problem = (
                "is in none of the lists of bodies in use, and is kept as printed. If it is spelt "
                "right, give an official register that has it with --agencies FILE"
            )
            problem_th = (
                "ไม่อยู่ในรายชื่อหรือทะเบียนหน่วยงานที่ใช้อยู่ จึงเก็บไว้ตามที่พิมพ์ หากสะกดถูกต้องแล้ว "
                "โปรดใช้ทะเบียนหน่วยงานทางการด้วย --agencies FILE"
            )
        else:
            facts = document.read.facts
            stand = bool(facts.scores or facts.measures or resolution.printed)
            problem = "names no body that could be recognised. " + (
                "Its scores stand under a provisional id: check the cover and the spelling of"
                " the name"
                if stand
                else "Check the cover and the spelling of the name"
            )
            problem_th = (
                "ไม่มีชื่อหน่วยงานที่ระบุได้ "
                + "คะแนนจึงอยู่ภายใต้รหัสชั่วคราว " * stand
                + "โปรดตรวจหน้าปกและตัวสะกดชื่อหน่วยงาน"
            )
        yield _report(
            document,
            f"{said} {problem}.",
            f"{said_th} {problem_th}",
            place=resolution.place,
            code="agency",
            printed=resolution.printed,
            about=resolution,
        )


@rule(
    "fiscal-year-conflict",
    "warning",
    "The fiscal year of the scores with the years that cover, headings and tables state.",
    "ปีงบประมาณของคะแนน กับปีที่หน้าปก หัวข้อ และตารางระบุ",
    "a heading says fiscal year 3105\n→ no such year: the others were followed",
)
def fiscal_year_conflict(document: DocumentCase) -> Iterator[Report]:
    facts = document.read.facts
    for year in facts.stated_years:
        if not FIRST_YEAR <= year <= LAST_YEAR:
            yield _report(
                document,
                f"The document states fiscal year {year}, which cannot be. Correct it.",
                f"เอกสารระบุปีงบประมาณ {year} ซึ่งเป็นไปไม่ได้ โปรดแก้ไข",
                place=None,
                code="fiscal_year",
                printed=str(year),
                expected=str(facts.fiscal_year or ""),
            )
    undated = [entry for entry in document.entries if entry.score.fiscal_year is None]
    if undated:
        place = undated[0].score.place
        yield _report(
            document,
            f"{len(undated)} score(s), first {undated[0].score.printed} ({where(place)}), stand "
            f"under no fiscal year that could be recognised. They are kept but not audited.",
            f"คะแนน {len(undated)} ค่า (แห่งแรก {undated[0].score.printed} {where_th(place)}) "
            f"ไม่ระบุปีงบประมาณ จึงเก็บไว้แต่ไม่ได้ตรวจสอบ",
            place=place,
            code="fiscal_year",
            printed="",
        )
    dated = {entry.score.fiscal_year for entry in document.entries} - {None}
    for stated in (facts.stated_years, facts.title_years):
        stated = tuple(year for year in stated if FIRST_YEAR <= year <= LAST_YEAR)
        if not stated or not dated or dated & set(stated):
            continue
        years = ", ".join(str(year) for year in sorted(year for year in dated if year))
        named = ", ".join(str(year) for year in stated)
        yield _report(
            document,
            f"The scores stand under {years}, but the document names {named} as the year of the "
            f"scores. Check which year they belong to.",
            f"คะแนนอยู่ภายใต้ปี {years} แต่เอกสารระบุปีของคะแนนเป็น {named} โปรดตรวจว่าเป็นคะแนนของปีใด",
            place=None,
            code="fiscal_year",
            printed=years,
            expected=named,
        )
        return


@rule(
    "scheme-unknown",
    "info",
    "The fiscal year of a score with the years whose rules are established.",
    "ปีงบประมาณของคะแนน กับปีที่ทราบหลักเกณฑ์",
    "scores of 2556\n→ the rules of that year are not established: nothing is judged",
)
def scheme_unknown(case: Case) -> Iterator[Report]:
    if case.foreign or case.basis != "unknown":
        return
    year = case.fiscal_year
    yield Report(
        case.subject,
        f"The rules of fiscal year {year} are not established. The scores are kept as printed, "
        f"nothing is recomputed.",
        f"ยังไม่ทราบหลักเกณฑ์ของปีงบประมาณ {year} จึงเก็บคะแนนตามที่พิมพ์และไม่คำนวณซ้ำ",
        case.entries[:1],
        code="fiscal_year",
        item_type="",
        printed=str(year),
    )


@rule(
    "look-alike-scheme",
    "info",
    "The wording of a document with assessments that look like the ITA and are not.",
    "ถ้อยคำในเอกสาร กับการประเมินอื่นที่คล้าย ITA",
    "a hospital's MOIT report\n→ its scores are kept, the ten-indicator formula is not applied",
)
def look_alike_scheme(document: DocumentCase) -> Iterator[Report]:
    names = {one.id: one for one in look_alikes()}
    found = dict.fromkeys([document.read.facts.look_alike, *(e.foreign for e in document.entries)])
    for foreign in found:
        if not foreign:
            continue
        one = names.get(foreign)
        name, name_th = (one.name_en, one.name_th) if one else (foreign, foreign)
        why = f" {one.why}" if one else ""
        yield _report(
            document,
            f"The scores are of another assessment: {name}.{why} They are kept, not judged.",
            f"คะแนนเป็นของ{name_th} จึงเก็บไว้โดยไม่ตรวจด้วยสูตรของ ITA",
            place=None,
            code="scheme",
            printed=foreign,
        )
