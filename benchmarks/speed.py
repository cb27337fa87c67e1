"""How fast and how large: pages a second and peak memory, each tool in a process of its own.

The tools read the same files in the same run, one after the other, and are compared as ratios:
a bare pdfium text pass, plain pdfplumber (``extract_text`` and ``extract_tables`` on each
page), and this program's parser and reader. Seconds are those of a core, so that what else the
machine does meanwhile is not counted; of several rounds the best counts, as neighbours on a core
slow each other down.
"""

from __future__ import annotations

import json
import re
import resource
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

LONG, SHORT = 5, 30
"""Files of either kind that the speeds are measured on."""
ROUNDS = 3
SPOILT = frozenset(
    {
        "pdf-actual-text", "pdf-backward", "pdf-damaged", "pdf-doubled", "pdf-fpdf",
        "pdf-two-layers", "pdf-typst",
    }
)  # fmt: skip
"""Containers whose text layer says otherwise, more often or in another order than it shows."""
TABLES = frozenset(
    {
        "official", "ranked", "years", "turned", "weighted", "by-instrument", "many-bodies", "wide",
        "bodies-across", "side-by-side", "merged-down", "values-first", "year-by-year", "items",
    }
)  # fmt: skip
"""Layouts each page of which is a table."""
_PEAK = re.compile(r"VmHWM:\s+(\d+) kB")
_PROCESS = Path("/proc/self/status")


@dataclass(frozen=True, slots=True)
class Speed:
    """One tool over one set of files."""

    pages: int
    seconds: float
    """Of a core; imports and what a tool loads once are left out."""
    peak_mib: float
    """Of the process that parses alone, imports included."""

    @property
    def pages_per_second(self) -> float:
        return self.pages / self.seconds if self.seconds else 0.0


def pdfium_text(path: Path) -> int:
    """The text of every page by pdfium; the number of pages."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    pages = len(document)
    for index in range(pages):
        page = document[index]
        text = page.get_textpage()
        text.get_text_bounded()
        text.close()
        page.close()
    document.close()
    return pages


def plain_pdfplumber(path: Path) -> int:
    """Text and tables of every page by pdfplumber; the number of pages."""
    import pdfplumber

    with pdfplumber.open(path) as document:
        for page in document.pages:
            page.extract_text()
            page.extract_tables()
            page.close()
        return len(document.pages)


def parsing(path: Path) -> int:
    """This program's parser, as the command uses it; the number of pages."""
    from parsers import parse
    from pipeline.triage import may_hold_tables

    return len(parse(path, wanted=may_hold_tables).pages)


def reading(path: Path) -> int:
    """The document parsed and its facts found; the number of pages."""
    from parsers import parse
    from pipeline.read import read
    from pipeline.triage import may_hold_tables

    document = parse(path, wanted=may_hold_tables)
    read(document)
    return len(document.pages)


TOOLS: dict[str, Callable[[Path], int]] = {
    "pdfium": pdfium_text,
    "pdfplumber": plain_pdfplumber,
    "sucharit parsing": parsing,
    "sucharit parsing and reading": reading,
}


def peak_mib() -> float:
    """The most memory that this process had in use, in MiB.

    Linux tells it in ``/proc``; what ``getrusage`` tells there begins with the memory of the
    process that started this one.
    """
    if _PROCESS.exists() and (found := _PEAK.search(_PROCESS.read_text(encoding="utf-8"))):
        return int(found.group(1)) / 1024
    largest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return largest / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def measure(tool: str, files: Sequence[Path], first: Sequence[Path] = ()) -> Speed:
    """Run a tool over the files in a new process.

    Files of ``first`` are read before, that it may load what it loads once; without them, the
    first file is. They should be others than those measured, as a tool may remember what it read.
    """
    before = first or files[:1]
    command = [sys.executable, "-m", "benchmarks.speed", tool, str(len(before))]
    command += [str(path) for path in (*before, *files)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return Speed(**json.loads(done.stdout))


def compared(files: Sequence[Path], first: Sequence[Path]) -> dict[str, Speed]:
    """The best of several rounds of every tool over the same files, in turn."""
    best: dict[str, Speed] = {}
    for _ in range(ROUNDS):
        for tool in TOOLS:
            speed = measure(tool, files, first)
            best[tool] = min(best.get(tool, speed), speed, key=lambda one: one.seconds)
    return best


def speed_tables(folder: Path, documents: Sequence[Mapping[str, str]]) -> list[str]:
    """Pages a second of one core, and ratios, of the PDFs of a generated set by kind.

    A short report of each layout that has several is read before, to load what is loaded once.
    """
    first, kinds = _by_kind(folder, documents)
    lines = [
        "| PDF | files | pages | tool | pages / s of a core | × pdfplumber | share of pdfium"
        " | peak MiB |",
        "|---|--:|--:|---|--:|--:|--:|--:|",
    ]
    for name, files in kinds.items():
        if files:
            speeds = compared(files, first)
            lines += [_row(name, len(files), tool, speeds) for tool in speeds]
    return [*lines, ""]


def _by_kind(
    folder: Path, documents: Sequence[Mapping[str, str]]
) -> tuple[list[Path], dict[str, list[Path]]]:
    """PDFs to read before, and those that are measured."""
    long: dict[bool, list[Path]] = {False: [], True: []}
    short: dict[str, list[Path]] = defaultdict(list)
    for row in documents:
        path = folder / "reports" / row["document"]
        if row["container"].startswith("pdf"):
            own = (
                long[row["container"] in SPOILT]
                if row["layout"] == "long"
                else short[row["layout"]]
            )
            own.append(path)
    first = [files.pop(0) for files in short.values() if len(files) > 1]
    tables = sorted(path for layout in TABLES for path in short.pop(layout, []))
    others = sorted(path for files in short.values() for path in files)
    return first, {
        "long reports": long[False][:LONG],
        "long reports, text layer spoilt": long[True][:LONG],
        "each page a table": tables[:SHORT],
        "other short reports": others[:SHORT],
    }


def _row(name: str, files: int, tool: str, speeds: dict[str, Speed]) -> str:
    mine, rate = speeds[tool], speeds[tool].pages_per_second
    times = rate / speeds["pdfplumber"].pages_per_second
    share = rate / speeds["pdfium"].pages_per_second
    return (
        f"| {name} | {files} | {mine.pages} | {tool} | {rate:.1f} | {times:.2f} | {share:.3f}"
        f" | {mine.peak_mib:.0f} |"
    )


def main(tool: str, before: int, files: Sequence[str]) -> None:
    read = TOOLS[tool]
    for file in files[:before]:
        read(Path(file))
    started = time.process_time()
    pages = sum(read(Path(file)) for file in files[before:])
    seconds = time.process_time() - started
    print(json.dumps({"pages": pages, "seconds": seconds, "peak_mib": peak_mib()}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3:])
