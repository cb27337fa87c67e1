"""Match printed labels to the items that scores are scores of, by name alone.

All classes of ``reference/labels.toml`` compete: the ten indicators, instruments,
totals, and strangers that are spelt like one of them. A label is *clear* when one
class fits well and no other comes near; it is *uncertain* when two fit about as
well; else it is none of them. The number printed beside a label decides nothing:
it is taken off and handed on, to be compared.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files

from pipeline.alternation import any_of, any_sequence
from pipeline.facts import Item
from pipeline.label_numbers import split_number
from pipeline.numbers import arabic

CLEAR = 84.0
"""Similarity (0–100) from which a label can be clear."""
PLAUSIBLE = 66.0
"""Similarity under which a label is none of the classes."""
MARGIN = 7.0
"""By how much the best class must lead the second."""
CONFIRMED = 95.0
"""Similarity that a name has at least where its acronym stands beside it."""
SOUND = 99.5
"""Similarity from which a label is spelt as it should be."""
CUT_SHORT = 97.0
"""Similarity of a name whose end is left out with a mark (``การใช้ทรัพย์สินฯ``) …"""
CUT_STRANGER = 88.0
"""… and of a stranger that begins in the same way."""
_LEAST_BONES = 5
"""Letters without marks from which a name with a digit is known by them."""
_LEAST_CUT = 6
"""Letters that are left of a name cut short, at least."""
_INSTRUMENTS = ("IIT", "EIT", "OIT")

_MARKS = re.compile("[ัิ-ฺ็-๎]")
_NOT_WORD = re.compile(r"[^\wก-๎]+|[_\u00b2\u00b3\u00b9\u2070-\u2079]")
_PREFIX = re.compile(
    r"^\s*(?:[-–•*✓]\s*)*(?:ผล)?(?:คะแนน)?\s*(?:เฉลี่ย|รวม)?\s*(?:ตัว\s*ชี[้\ufffd]?\s*วัด(?:ด้าน|เรื่อง)?|ด้าน|หมวด|เรื่อง)\s*(?=\S)"
)
_QUESTION = re.compile(r"^\s*(?:ข้อ\s*)?([IEOieo])\s?-?\s?(\d{1,2})(?![\d.])(?=$|[\s.:)\-]|[ก-๙])")
_CODED = re.compile(
    r"^\s*[-–•*]?\s*(?:\(?\d{1,2}[.)]+\s*)?(?:ตัว\s*ชี[้\ufffd]?\s*วัด\s*(?:ที[่\ufffd]?)?\s*)?[(\[]?\s*([IEOieo])\s?[-.]?\s?(\d{1,2})(?![\d.]\d)"
    r"[\s.:)\]=\-–]*(?=[ก-ฮเ-ไ])"
)
"""A code of a question or indicator before a name."""
_HIGHEST = 10
"""A higher number is none of an indicator."""
_ASIDE = re.compile(r"[(\[][^()\[\]]*[)\]]")
_YEAR = re.compile(r"(?:ประจำ)?\s*(?:ปี)?\s*(?:งบประมาณ)?\s*(?:พ\.?\s?ศ\.?)?\s*25\d\d\s*$")
_ALL_OF = re.compile(
    r"(?:(?:ทั้ง|ทุก)\s*(?:3|10|สาม|สิบ)|(?<=รวม)\s*(?:3|10|สาม|สิบ))\s*(?=แบบ|เครื่อง|ตัว|ด้าน)"
)
"""All instruments or indicators, with how many they are."""
_ACRONYM = re.compile(r"\b([IEO]IT)\b", re.IGNORECASE)
_OWNED = re.compile(
    r"(?<=[ก-๛])\s*(?:ของ|ใน|ภายใน)\s*(?:หน่วยงาน|องค์กร|อบต\.?|อบจ\.?|เทศบาล|มหาวิทยาลัย|โรงพยาบาล)\s*(?:ภาครัฐ|ของรัฐ|เรา)?\s*$"
)
"""Whose quality or work an indicator is of, behind its name."""
_MEAN_BEHIND = re.compile(r"\s*(?:ค่า)?(?:คะแนน)?\s*เฉลี่ย\s*$")
"""The word for a mean between a name and its score."""
_OF_INSTRUMENT = re.compile(r"(?:เครื่องมือ|แบบวัด|แบบ)\s*(?:ที่)?\s*[1-3](?!\d)[.:)]?")
"""The number of an instrument among the three."""
_TAIL = re.compile(
    r"\s*(?:[:=]|ได้|มี|คิดเป็น|เท่ากับ|ร้อยละ|คะแนน)*\s*"
    r"(?:(?<!\d)\d{1,3}(?:\.\d+)?\s*(?:คะแนน|%|เปอร์เซ็นต์)?|[:=])\s*$"
)


@dataclass(frozen=True, slots=True)
class Label:
    """One class of labels; strangers have no item."""

    name: str
    item: Item | None
    keys: tuple[str, ...]
    exact: bool
    keep_digits: bool
    transparent: bool = False
    """Running text is read through it: it hides the names inside it, and is no mention."""
    shared: tuple[str, ...] = ()
    """Keys of another class that may mean this one."""
    alone: frozenset[str] = frozenset()
    """Keys that are names only where they stand alone, never inside running text."""


@dataclass(frozen=True, slots=True)
class Match:
    """How a printed label was understood."""

    text: str
    label: Label | None
    """The class that fits clearly; None when uncertain or none."""
    score: float
    """Similarity of the best class, 0–100."""
    candidates: tuple[tuple[Label, float], ...]
    """Every plausible class, best first."""
    number: str = ""
    """Number printed with the label, in Arabic digits."""
    stated: bool = False
    """True where it is printed as ``ตัวชี้วัดที่ n``."""

    @property
    def item(self) -> Item | None:
        return self.label.item if self.label else None

    @property
    def uncertain(self) -> bool:
        """Fits items, but none of them clearly."""
        return (
            self.label is None and bool(self.candidates) and self.candidates[0][0].item is not None
        )


@dataclass(frozen=True, slots=True)
class Mention:
    """A label inside running text."""

    start: int
    end: int
    label: Label
    score: float
    number: str = ""
    stated: bool = False


def squash(text: str) -> str:
    """Letters and digits only, case, spaces and marks of footnotes gone: the form in which labels
    are compared."""
    return _NOT_WORD.sub("", text).replace("ํา", "ำ").lower()


def skeleton(key: str) -> str:
    """A key without vowel signs and tone marks, which OCR loses first."""
    return _MARKS.sub("", key.replace("ำ", "า"))


@cache
def labels() -> tuple[Label, ...]:
    """Every class of ``reference/labels.toml``, in its order."""
    import tomllib

    text = files("pipeline").joinpath("reference/labels.toml").read_text(encoding="utf-8")
    result = []
    for entry in tomllib.loads(text)["label"]:
        alone = entry.get("alone", ())
        spellings = dict.fromkeys([entry["name"], *entry.get("variants", ()), *alone])
        item = Item(entry["item_type"], entry["code"]) if "code" in entry else None
        result.append(
            Label(
                name=entry["name"],
                item=item,
                keys=tuple(squash(spelling) for spelling in spellings),
                exact=entry.get("exact", False),
                keep_digits=entry.get("keep_digits", False),
                transparent=entry.get("transparent", False),
                shared=tuple(squash(spelling) for spelling in entry.get("shared", ())),
                alone=frozenset(map(squash, alone)),
            )
        )
    return tuple(result)


def item_name(item: Item) -> str:
    """The official Thai name of an item; its code for questions."""
    for label in labels():
        if label.item == item:
            return label.name
    return item.code


def other_bearer(text: str, item: Item | None) -> Item | None:
    """The item that has ``text`` for a name too, beside ``item``, which it fits; None for none."""
    if item not in _rivals() or _ACRONYM.search(text):
        return None
    rival, own = _rivals()[item]
    return rival.item if _is_nearest(split_number(text)[2], rival.shared, own.keys) else None


@cache
def _rivals() -> dict[Item | None, tuple[Label, Label]]:
    """For the item that has a name in common with another label: that label, and its own."""
    return {
        own.item: (rival, own)
        for rival in labels()
        for own in labels()
        if own is not rival and set(rival.shared) & set(own.keys)
    }


@lru_cache(maxsize=8192)
def _is_nearest(text: str, shared: tuple[str, ...], keys: tuple[str, ...]) -> bool:
    """Whether the spelling of a label that ``text`` is nearest to is one of those it shares."""
    from rapidfuzz import fuzz

    nearest = {max(keys, key=lambda key: fuzz.ratio(form, key)) for form in _forms(text)}
    return bool(nearest) and nearest <= set(shared)


def match(text: str) -> Match:
    """How the label ``text`` is understood; the same text always the same way."""
    return _match(text.strip())


@lru_cache(maxsize=8192)
def _match(text: str) -> Match:
    if (named := _coded_indicator(text) or as_question(text)) is not None:
        return named
    number, stated, rest = split_number(text)
    forms = _forms(rest)
    best: dict[int, float] = {}
    for form in forms:
        for index, score in _similarities(form):
            best[index] = max(score, best.get(index, 0.0))
    ranked = sorted(
        best.items(), key=lambda pair: (-pair[1], not labels()[pair[0]].keep_digits, pair[0])
    )
    candidates = tuple((labels()[index], score) for index, score in ranked if score >= PLAUSIBLE)
    top = candidates[0][1] if candidates else 0.0
    second = candidates[1][1] if len(candidates) > 1 else 0.0
    sharpest = bool(candidates) and candidates[0][0].keep_digits
    clear = top >= CLEAR and (top - second >= MARGIN or top >= 99.5 > second or sharpest)
    chosen = candidates[0][0] if clear else _by_acronym(text, candidates)
    if chosen and chosen.keep_digits and _another_in_aside(text, chosen):
        chosen = None
    if chosen and top < 99.5 and _other_acronym(text, chosen):
        chosen = None
    if chosen and chosen.item and chosen.item.code in _INSTRUMENTS:
        agrees = _acronym_agrees(text, chosen.item)
        if agrees is False:
            chosen = None
        elif agrees:
            top = max(top, CONFIRMED)
    if chosen is None and (named := _named_by_acronym(text, rest)) is not None:
        return named
    return Match(text, chosen, top, candidates, number, stated)


def as_question(text: str) -> Match | None:
    """``text`` as the question whose code it begins with; None without such a code."""
    question = _QUESTION.match(arabic(text))
    if question is None:
        return None
    code = f"{question.group(1).upper()}{int(question.group(2))}"
    label = Label(code, Item("question", code), (), exact=True, keep_digits=True)
    return Match(text, label, 100.0, ((label, 100.0),))


def _coded_indicator(text: str) -> Match | None:
    """``i1 การปฏิบัติหน้าที่``: the name of an indicator, soundly spelt, behind a code that questions
    have too. The letter of an instrument numbers its indicators from 1: no official number."""
    coded = _CODED.match(arabic(text))
    if coded is None or not 1 <= int(coded.group(2)) <= _HIGHEST:
        return None
    found = _match(text[coded.end() :].strip())
    if found.item is None or found.item.item_type != "indicator" or found.score < SOUND:
        return None
    number = str(int(coded.group(2))) if coded.group(1) in "Ii" else ""
    return replace(found, text=text, number=number)


def _another_in_aside(text: str, chosen: Label) -> bool:
    """True where a bracket inside the label names another part than the label does."""
    named = [_match(aside.strip("()[] ")) for aside in _ASIDE.findall(text) if aside != text]
    return any(
        found.label is not None and found.label.keep_digits and found.item != chosen.item
        for found in named
    )


def _acronym_agrees(text: str, chosen: Item) -> bool | None:
    """Whether the acronym in an instrument's label is that of the instrument which the rest of the
    label names, or of the chosen one where it names none; None without an acronym, or where the
    rest may be two."""
    printed = {hit.upper() for hit in _ACRONYM.findall(text)}
    named: dict[str, float] = {}
    for form in _forms(_ACRONYM.sub(" ", text)):
        for index, score in _similarities(form):
            item = labels()[index].item
            if score >= PLAUSIBLE and item and item.code in _INSTRUMENTS:
                named[item.code] = max(score, named.get(item.code, 0.0))
    best = [code for code, score in named.items() if score == max(named.values())]
    if len(printed) != 1 or len(best) > 1:
        return None
    return printed == set(best or [chosen.code])


def _by_acronym(text: str, candidates: tuple[tuple[Label, float], ...]) -> Label | None:
    """The instrument whose acronym is printed in the label, when it is one of the best fits.

    The Thai names of two instruments differ in one syllable; the acronym is the surer word.
    """
    printed = {hit.upper() for hit in _ACRONYM.findall(text)}
    if len(printed) != 1:
        return None
    code = printed.pop()
    for label, score in candidates:
        if label.item and label.item.code == code and score >= candidates[0][1] - MARGIN:
            return label
    return None


def _named_by_acronym(text: str, rest: str) -> Match | None:
    """The instrument whose acronym stands in a label among words that say only that an instrument
    is meant (``เครื่องมือ IIT``, ``เครื่องมือที่ 1 (IIT)``); None for any other label."""
    printed = {hit.upper() for hit in _ACRONYM.findall(rest)}
    if len(printed) != 1:
        return None
    code = printed.pop()
    words = squash(_ACRONYM.sub(" ", _OF_INSTRUMENT.sub(" ", arabic(rest))))
    if re.sub(_acronym_words()[code], "", words):
        return None
    own = [label for label in labels() if label.item == Item("instrument", code)]
    return Match(text, own[0], CONFIRMED, ((own[0], CONFIRMED),)) if own else None


@cache
def _acronym_words() -> dict[str, re.Pattern[str]]:
    """What may stand beside the acronym of each instrument in its name."""
    import tomllib

    text = files("pipeline").joinpath("reference/labels.toml").read_text(encoding="utf-8")
    told = tomllib.loads(text)["acronym"]
    return {
        code: re.compile(any_of(map(squash, words)))
        for code in _INSTRUMENTS
        for words in ([*told["any"], *told[code]],)
    }


def _other_acronym(text: str, label: Label) -> bool:
    """True where a longer acronym, as MOIT, stands where that of an instrument would."""
    code = label.item.code if label.item and label.item.item_type == "instrument" else ""
    return bool(code) and bool(re.search(rf"[A-Za-z]{code}|{code}[A-Za-z]", text, re.IGNORECASE))


def _forms(text: str) -> tuple[str, ...]:
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
def _similarities(key: str) -> tuple[tuple[int, float], ...]:
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


def match_indicator(text: str) -> str:
    """Official number of the indicator that ``text`` as a whole names; empty if none clearly."""
    item = match(text).item
    return item.code if item and item.item_type == "indicator" else ""


@cache
def _mention_pattern() -> tuple[re.Pattern[str], dict[str, Label]]:
    owner: dict[str, Label] = {}
    for label in labels():
        if label.item and (label.item.item_type == "total" or label.exact):
            continue
        for key in label.keys:
            if key not in label.alone:
                owner.setdefault(key, label)
    numbered, others = [], []
    for key, label in owner.items():
        if label.keep_digits:
            numbered.append(_letters(key, r"[\s(]*"))
        else:
            others.append(_letters(key, r"\s*"))
    # Names with numbers go on where others end.
    pattern = f"{any_sequence(numbered)}|{any_sequence(others)}"
    return re.compile(pattern, re.IGNORECASE), owner


def _letters(key: str, gap: str) -> list[str]:
    """The patterns of the letters of a name, each with what may stand before it."""
    first, *others = map(re.escape, key)
    letters = [first, *(gap + letter for letter in others)]
    if key.isascii():
        letters[0], letters[-1] = rf"\b{letters[0]}", rf"{letters[-1]}\b"
    return letters


def find_labels(text: str) -> tuple[Mention, ...]:
    """Indicators, instruments and strangers named inside running text, spelt soundly.

    The longest name wins where names share letters, so that a stranger hides the
    indicator inside it. Totals are not among them: their names are common words.
    """
    pattern, owner = _mention_pattern()
    found = []
    for hit in pattern.finditer(text):
        label = owner[squash(hit.group())]
        if label.transparent:
            continue
        before = arabic(text[max(0, hit.start() - 40) : hit.start()])
        number, stated = _number_before(before)
        found.append(Mention(hit.start(), hit.end(), label, 100.0, number, stated))
    return tuple(found)


_NUMBER_BEFORE = re.compile(
    r"(?:(?P<stated>ตัว\s*ชี[้\ufffd]?\s*วัด)\s*ที[่\ufffd]?\s*(?P<n1>\d{1,2})[.):]?\s*"
    r"|(?:^|[\n\s(])(?P<n2>\d{1,2})\s*[.)]+\s*)(?:ด้าน|ตัวชี้วัด)?\s*$"
)


def _number_before(text: str) -> tuple[str, bool]:
    hit = _NUMBER_BEFORE.search(text)
    if not hit:
        return "", False
    return (hit.group("n1"), True) if hit.group("stated") else (hit.group("n2"), False)
