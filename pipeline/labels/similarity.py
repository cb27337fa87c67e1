"""How near a printed label comes to each class: whole, cut short, and without its marks."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from pipeline.labels.classes import Label, labels, skeleton, squash
from pipeline.numbers import arabic

PLAUSIBLE = 66.0
"""Similarity under which a label is none of the classes."""
MARGIN = 7.0
"""By how much the best class must lead the second."""
CUT_SHORT = 97.0
"""Similarity of a name whose end is left out with a mark (``การใช้ทรัพย์สินฯ``) …"""
CUT_STRANGER = 88.0
"""… and of a stranger that begins in the same way."""
_LEAST_BONES = 5
"""Letters without marks from which a name with a digit is known by them."""
_LEAST_CUT = 6
"""Letters that are left of a name cut short, at least."""
_PREFIX = re.compile(
    r"^\s*(?:[-–•*✓]\s*)*(?:ผล)?(?:คะแนน)?\s*(?:เฉลี่ย|รวม)?\s*(?:ตัว\s*ชี[้\ufffd]?\s*วัด(?:ด้าน|เรื่อง)?|ด้าน|หมวด|เรื่อง)\s*(?=\S)"
)
_ASIDE = re.compile(r"[(\[][^()\[\]]*[)\]]")
_YEAR = re.compile(r"(?:ประจำ)?\s*(?:ปี)?\s*(?:งบประมาณ)?\s*(?:พ\.?\s?ศ\.?)?\s*25\d\d\s*$")
_ALL_OF = re.compile(
    r"(?:(?:ทั้ง|ทุก)\s*(?:3|10|สาม|สิบ)|(?<=รวม)\s*(?:3|10|สาม|สิบ))\s*(?=แบบ|เครื่อง|ตัว|ด้าน)"
)
"""All instruments or indicators, with how many they are."""
_OWNED = re.compile(
    r"(?<=[ก-๛])\s*(?:ของ|ใน|ภายใน)\s*(?:หน่วยงาน|องค์กร|อบต\.?|อบจ\.?|เทศบาล|มหาวิทยาลัย|โรงพยาบาล)\s*(?:ภาครัฐ|ของรัฐ|เรา)?\s*$"
)
"""Whose quality or work an indicator is of, behind its name."""
_MEAN_BEHIND = re.compile(r"\s*(?:ค่า)?(?:คะแนน)?\s*เฉลี่ย\s*$")
"""The word for a mean between a name and its score."""
_TAIL = re.compile(
    r"\s*(?:[:=]|ได้|มี|คิดเป็น|เท่ากับ|ร้อยละ|คะแนน)*\s*"
    r"(?:(?<!\d)\d{1,3}(?:\.\d+)?\s*(?:คะแนน|%|เปอร์เซ็นต์)?|[:=])\s*$"
)


def forms(text: str) -> tuple[str, ...]:
    """The keys that a label is tried under: whole, without asides, without a score behind it,
    and its first line or phrase where an explanation follows."""
    whole = _ALL_OF.sub("ทุก", arabic(text))
    plain = _ASIDE.sub(" ", whole)
    bare = _TAIL.sub("", plain)
    undated = _YEAR.sub("", bare)
    forms = [whole, plain, bare, undated, _PREFIX.sub("", undated)]
    if (owned := _OWNED.sub("", undated)) != undated:
        forms.append(owned)
    if bare != plain:
        forms.append(_MEAN_BEHIND.sub("", bare))
    return tuple(dict.fromkeys(key for form in forms if (key := squash(form))))


@lru_cache(maxsize=8192)
def similarities(key: str) -> tuple[tuple[int, float], ...]:
    """(class index, similarity 0–100) of every class that is at all near."""
    bones = skeleton(key)
    cut = _cut_short(key)
    digits = "".join(char for char in key if char.isdigit())
    result: list[tuple[int, float]] = []
    for index, (label, variants) in enumerate(_variants()):
        if label.keep_digits != bool(digits) and not (label.keep_digits and key in label.keys):
            continue
        best = 100.0 if key in label.keys else 0.0
        if not best:
            nearest = _without_marks if label.keep_digits else _nearest
            best = nearest(key, bones, variants)
        if cut and best < 100.0:
            begins = any(_begins(name, cut) for name, _ in variants)
            best = (_as_cut(label) if begins else min(best, CUT_STRANGER)) or best
        if best:
            result.append((index, best))
    return tuple(result)


def _nearest(key: str, bones: str, variants: tuple[tuple[str, str], ...]) -> float:
    """Similarity of a key to the nearest spelling of a class, with marks and without."""
    from rapidfuzz import fuzz

    best = 0.0
    for variant, variant_bones in variants:
        if abs(len(variant) - len(key)) > 0.5 * max(len(variant), len(key)):
            continue
        if len(variant) < 6:
            continue
        similarity = fuzz.ratio(key, variant)
        if similarity > best - 10:
            best = max(best, (similarity + fuzz.ratio(bones, variant_bones)) / 2)
    return best


def _without_marks(key: str, bones: str, variants: tuple[tuple[str, str], ...]) -> float:
    """The same of a name that a digit is part of: alike but for misread marks, or not at all."""
    alike = any(len(bones) >= _LEAST_BONES and bones == own for _, own in variants)
    return CUT_SHORT if alike and len(key) > len(bones) else 0.0


def _cut_short(key: str) -> str:
    """What a key says of a name whose end the mark ฯ stands for; empty for any other key."""
    left = key.removesuffix("ฯ")
    return left if left != key and len(left) >= _LEAST_CUT and not left.endswith("ฯล") else ""


def _begins(name: str, cut: str) -> bool:
    """True for a name that begins with what is left of another, and goes on in Thai."""
    return name.startswith(cut) and not re.match("[a-z]", name[len(cut) :])


def _as_cut(label: Label) -> float:
    """How well a class fits the beginning of its name; totals and questions are not cut short."""
    if label.item is None:
        return CUT_STRANGER
    return CUT_SHORT if label.item.item_type in ("indicator", "instrument") else 0.0


@cache
def _variants() -> tuple[tuple[Label, tuple[tuple[str, str], ...]], ...]:
    return tuple((label, tuple((key, skeleton(key)) for key in label.keys)) for label in labels())
