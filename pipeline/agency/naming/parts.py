"""A part of a body that is a body of its own: a faculty, a campus, a branch."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from pipeline.agency.known.gazetteer import BANGKOK, Gazetteer
from pipeline.agency.known.kinds import ARABIC, BodyType, national
from pipeline.agency.known.spelling import key
from pipeline.agency.naming.location import read_location
from pipeline.agency.naming.squeeze import Squeezed
from pipeline.agency.naming.tails import sure_stops
from pipeline.facts import Body

_FACULTY = r"คณะ(?!กรรม|อนุ|ผู้|ทำงาน|รัฐมนตรี|บุคคล|ที่)"
"""The word for a faculty; a committee or crew is none."""
_IN_FRONT = re.compile(rf"(?:{_FACULTY}[ก-๎]{{4,20}}|(?:วิทยาเขต|วิทยาลัยสงฆ์)[ก-๎]{{2,12}})$")
_BEHIND = re.compile(rf"{_FACULTY}[ก-๎]{{4,20}}")
_FIRST = ("คณะ", "วิทยาเขต", "วิทยาลัย")
"""Words of parts that are named in front of the whole."""
_NUMBER = re.compile("[0-9๐-๙]{1,2}(?![0-9๐-๙.,/])")
_DASH = r"[-‐-―]*"


def part_behind(
    squeezed: Squeezed, start: int, body_type: BodyType, gazetteer: Gazetteer
) -> tuple[str, int]:
    """The campus or branch that stands behind a body's name, and where it ends; empty if none."""
    once = body_type.names == "none" and body_type.kind != "special"
    if not (once or body_type.kind == "university" or body_type.branched):
        return "", start
    for pattern, campus in _campuses().get(body_type.word, ()):
        hit = pattern.match(squeezed.text, start)
        if hit and ends_there(squeezed, hit.end()):
            return campus, hit.end()
    if squeezed.next_break(start - 1) != start:
        end = _branch_end(squeezed, start, body_type, gazetteer)
        if end > start:
            return squeezed.text[start:end].translate(ARABIC), end
    return _place_of_branch(squeezed, start, body_type, gazetteer)


def _place_of_branch(
    squeezed: Squeezed, start: int, body_type: BodyType, gazetteer: Gazetteer
) -> tuple[str, int]:
    """The place that a branch is named after, and where it ends; empty if none stands there.

    Behind a space it may be the address of the whole, if that can have its seat there.
    """
    apart = squeezed.is_gap(start)
    same_line = apart and start not in squeezed.wraps
    words = national().placed if same_line else national().branched
    if not body_type.word.startswith(words) or not (apart or body_type.national):
        return "", start
    location = read_location(squeezed, start, gazetteer)
    if not location:
        rest = squeezed.text[start : squeezed.next_gap(start)]
        bare = "" if apart or key(rest) not in gazetteer.province_names else rest
        return (f"จังหวัด{gazetteer.province(bare)}", start + len(rest)) if bare else ("", start)
    district, province = gazetteer.locate(location.district, location.province)
    if apart and (not province or province in national().seats):
        return "", start
    name = province if province == BANGKOK else f"จังหวัด{province}"
    if body_type.word.startswith(national().stationed) and not location.district:
        name = f"ประจำ{name}"
    if location.district:
        namesakes = (
            f"จังหวัด{province}" if province and not any(gazetteer.locate(district, "")) else ""
        )
        name = f"อำเภอ{district or location.district}{namesakes}"
    end = location.end
    if squeezed.next_break(end - 1) != end:
        end = _branch_end(squeezed, end, body_type, gazetteer)
    return name + squeezed.text[location.end : end].translate(ARABIC), end


def ends_there(squeezed: Squeezed, position: int) -> bool:
    """Whether a name can end at ``position``: a space, or a word that surely ends it, follows."""
    return squeezed.is_gap(position) or bool(sure_stops(free=False).match(squeezed.text, position))


def _branch_end(squeezed: Squeezed, start: int, body_type: BodyType, gazetteer: Gazetteer) -> int:
    """Where the branch ends whose word stands at ``start``; ``start`` itself if none does."""
    text = squeezed.text
    if zone := _ZONE.match(text, start, squeezed.numbers_end(start)):
        return zone.end()
    if body_type.kind == "university" and (centre := _CENTRE.match(text, start)):
        return _place_end(squeezed, centre.end(), gazetteer) or start
    word = _branch_words().match(text, start)
    if word is None:
        return start
    if number := _NUMBER.match(text, word.end(), squeezed.numbers_end(word.end())):
        return number.end()
    gap = squeezed.next_gap(word.end())
    stops = (hit.start() for hit in sure_stops(free=True).finditer(text, word.end() + 2, gap + 6))
    end = _place_end(squeezed, word.end(), gazetteer) or min((*stops, gap))
    return end if gap >= end > word.end() + 1 else start


_ZONE = re.compile(r"(?:เขต|พื้นที่)[0-9๐-๙]{1,2}(?![0-9๐-๙.,/])(?:\(ภาค[ก-๎]{2,20}\))?")
_CENTRE = re.compile("ศูนย์(?:การศึกษา)?")
_LONGEST_PLACE = 24


def _place_end(squeezed: Squeezed, start: int, gazetteer: Gazetteer) -> int:
    """Where the name of a district, province or tambon ends that stands at ``start``; 0 if none
    does."""
    listed = gazetteer.province_names | gazetteer.district_names
    for end in range(min(len(squeezed.text), start + _LONGEST_PLACE), start + 1, -1):
        if not ends_there(squeezed, end):
            continue
        name = squeezed.text[start:end]
        if key(name) in listed or name in gazetteer.tambons:
            return end
    return 0


@cache
def _branch_words() -> re.Pattern[str]:
    words = sorted(map(re.escape, national().branch), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(words)})")


@cache
def _campuses() -> dict[str, tuple[tuple[re.Pattern[str], str], ...]]:
    """Of each university the campuses that are named by a place alone, longest form first."""
    found = {}
    for university, campuses in national().campuses.items():
        forms = [(form, one) for one in campuses for form in {one, one.split()[0]}]
        forms.sort(key=lambda pair: (-len(pair[0]), pair))
        found[university] = tuple(
            (re.compile(f"{_DASH}(?:วิทยาเขต)?{re.escape(''.join(form.split()))}"), one)
            for form, one in forms
        )
    return found


def part_beside(part: str, before: str, next_word: str) -> str:
    """The part that is meant where a whole is named: read behind it, else in front or the next
    word."""
    in_front = _IN_FRONT.search(before)
    if in_front:
        return in_front.group()
    return part or (next_word if _BEHIND.fullmatch(next_word) else "")


def stands_in_front(before: str) -> bool:
    """Whether a part is named right in front of its whole."""
    return bool(_IN_FRONT.search(before))


def of_part(body: Body, part: str) -> Body:
    """The body that a part of another one is."""
    if not part:
        return body
    if part.startswith(_FIRST):
        name, official = f"{part}{body.official_name}", f"{part} {body.official_name}"
        return replace(body, name=name, official_name=official)
    apart = " " if body.kind == "university" else ""
    official = f"{body.official_name}{apart}{part}"
    return replace(body, name=f"{body.name}{apart}{part}", official_name=official)
