"""Values that travel through the pipeline: what a document states, with where it stands.

A fact never travels without its provenance. ``printed`` is as in the source;
normalised values stand beside it. All values are immutable; fiscal years are
Buddhist-era years (BE = CE + 543); scores are `Decimal` with their printed precision.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from parsers.model import Box, Method

ItemType = Literal["total", "instrument", "indicator", "sub_indicator", "question", "index"]
Mark = Literal["pass", "fail", ""]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fact was printed."""

    page: int
    line: int
    box: Box | None = None
    method: Method = Method.TEXT
    confidence: float = 1.0
    table: int | None = None
    """0-based ordinal of the table in the document; None for running text."""
    row: int | None = None
    column: int | None = None
    in_sheet: bool = False
    """True in a spreadsheet: ``page`` is the sheet, ``line`` its row as it is numbered there, and
    ``column`` its 0-based column."""


@dataclass(frozen=True, slots=True)
class Item:
    """What a score is the score of."""

    item_type: ItemType
    code: str
    """``total``; ``IIT`` ``EIT`` ``OIT``; ``1``..``10``; ``9.1``; ``I1``; index codes."""


@dataclass(frozen=True, slots=True)
class Score:
    """One printed score of one item."""

    item: Item
    name: str
    """The label as printed (whitespace folded)."""
    value: Decimal
    printed: str
    place: Place
    fiscal_year: int | None = None
    body: str = ""
    """The scored body as printed beside the score; empty: the document's own body."""
    out_of: Decimal | None = None
    """Full marks when they are not 100 (weighted points: 30, 40)."""
    target: Decimal | None = None
    rating: str = ""
    """Rating printed with a total, as in the scheme's list (``AA``, ``ผ่านดี``)."""
    printed_number: int | None = None
    """The number printed beside the label as an indicator number (``ตัวชี้วัดที่ 4``),
    or in front of it in a list of indicators."""
    number_is_stated: bool = False
    """True where the document says ``ตัวชี้วัดที่ n``; False for bare list or rank numbers."""
    mark: Mark = ""
    """Pass or fail as printed in the same row, for the year it speaks of."""
    scheme_hint: str = ""
    """Id of the scheme or look-alike that the surrounding text names, if any."""


ClaimKind = Literal[
    "threshold", "percent", "pass-count", "fail-count", "highest", "lowest", "change", "rating"
]


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement about scores that is no score itself, and can be checked against them.

    ``threshold``: the pass mark stated (``value``).
    ``percent``: ``value`` is the percentage, ``other`` the points beside it
    ("คิดเป็นร้อยละ 61.50 (35.40 คะแนน)"), about ``item``.
    ``pass-count`` / ``fail-count``: how many indicators passed or failed (``value``).
    ``highest`` / ``lowest``: the stated extreme: ``value``, and ``item`` where it is named.
    ``change``: the stated difference of ``item`` to the year before (signed ``value``); where no
    item is named, ``other`` is the score stated right before it.
    ``rating``: a rating stated without a score (``text``).
    """

    kind: ClaimKind
    printed: str
    place: Place
    value: Decimal | None = None
    other: Decimal | None = None
    item: Item | None = None
    fiscal_year: int | None = None
    text: str = ""
    body: str = ""


@dataclass(frozen=True, slots=True)
class UncertainLabel:
    """A row with a score whose label fits no indicator clearly enough."""

    name: str
    printed: str
    place: Place
    candidates: tuple[tuple[str, float], ...]
    """Codes with similarity 0–100, best first."""
    fiscal_year: int | None = None


@dataclass(frozen=True, slots=True)
class RankedList:
    """A list that says it is in order of score: codes as printed, top to bottom."""

    place: Place
    codes: tuple[str, ...]
    values: tuple[Decimal, ...]
    descending: bool
    fiscal_year: int | None = None
    body: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """One improvement measure of a plan or of a report on it."""

    number: str
    """Arabic digits, as numbered in the document; counted where it prints none."""
    title: str
    place: Place
    fiscal_year: int | None = None
    section: str = ""
    activities: tuple[str, ...] = ()
    """What is done, where a column says it beside the measure and its steps."""
    steps: tuple[str, ...] = ()
    responsible: str = ""
    period: str = ""
    start_date: str = ""
    """ISO 8601 date (CE), empty if the period does not say."""
    end_date: str = ""
    follow_up: tuple[str, ...] = ()
    result: tuple[str, ...] = ()
    outcome: tuple[str, ...] = ()
    remark: str = ""
    indicator: str = ""
    """Official number of the indicator the measure names."""
    printed: str = ""
    """The rows or lines it was read from, as printed but for persons' names and numbers: cells
    divided by ``|``, rows by line breaks."""
    units: tuple[str, ...] = ()
    """The responsible units in a small vocabulary."""
    reported: bool = False
    """True where its table or text has a place for the result: a report, not a mere plan."""


RecommendationKind = Literal["จุดแข็ง", "จุดอ่อน", "ประเด็นที่ควรพัฒนา", "ข้อเสนอแนะ"]


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One finding or advice of an analysis section."""

    kind: RecommendationKind
    text: str
    place: Place
    indicator: str = ""
    """Official number of the one indicator it is about."""


@dataclass(frozen=True, slots=True)
class Body:
    """A public body. Unknown parts are empty."""

    kind: str
    """``pao`` ``city`` ``town`` ``subdistrict-municipality`` ``sao`` ``special`` ``province``
    ``department`` ``university`` ``hospital`` ``school`` ``court`` ``enterprise`` ``other``."""
    name: str
    """Without its type word: ``ก้านเหลือง``."""
    district: str = ""
    province: str = ""
    code: str = ""
    """From an official register; empty without one."""
    official_name: str = ""
    """With its type word written out: ``องค์การบริหารส่วนตำบลก้านเหลือง``."""

    @property
    def full_name(self) -> str:
        """With where it lies: ``องค์การบริหารส่วนตำบลก้านเหลือง อ.อุทุมพรพิสัย จ.ศรีสะเกษ``."""
        district = f" อ.{self.district}" if self.district else ""
        province = f" จ.{self.province}" if self.province else ""
        return f"{self.official_name or self.name}{district}{province}"


@dataclass(frozen=True, slots=True)
class NameVariant:
    """Another spelling of one body's name, as seen in the document."""

    printed: str
    resolved: str
    place: Place
    count: int


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who a mention, or a whole document, speaks of."""

    status: Literal["resolved", "ambiguous", "unknown"]
    body: Body | None
    """The body as far as it is known; None where no body is named at all."""
    printed: str = ""
    candidates: tuple[Body, ...] = ()
    variants: tuple[NameVariant, ...] = ()
    place: Place | None = None
    stated: tuple[str, str] = ("", "")
    """The district and province printed with it, as printed."""


@dataclass(frozen=True, slots=True)
class Succession:
    """One body goes on where another ended: renamed, or raised to another kind."""

    body: Body
    predecessor: Body
    printed: str = ""
    """Where a document says so, its words; empty where the register does."""
    place: Place | None = None
    listed: bool = True
    """A list or the register bears the predecessor out; else it is as the document names it."""


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """Everything one document states: a pure function of its parsed pages."""

    kind: Literal["scores", "measures", "scores+measures", "other"]
    reporter: Resolution
    """The body whose report this is."""
    bodies: tuple[Resolution, ...] = ()
    """Other scored bodies, in tables of many agencies; matched to `Score.body` by ``printed``."""
    fiscal_year: int | None = None
    """The year the document reports on."""
    scores: tuple[Score, ...] = ()
    claims: tuple[Claim, ...] = ()
    uncertain: tuple[UncertainLabel, ...] = ()
    rankings: tuple[RankedList, ...] = ()
    measures: tuple[Measure, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    look_alike: str = ""
    """Id of a look-alike scheme that the document is about."""
    stated_years: tuple[int, ...] = ()
    """Fiscal years that cover, headings and tables name as the score's year, in order of weight."""
    title_years: tuple[int, ...] = ()
    """Fiscal years that the title names as the score's year."""
    successions: tuple[Succession, ...] = ()
    """Which bodies met here succeed which, as the document or the register says."""
