"""How fast and how large: pages a second and peak memory, each tool in a process of its own.

The tools read the same files in the same run, one after the other, and are compared as ratios:
a bare pdfium text pass, plain pdfplumber (``extract_text`` and ``extract_tables`` on each
page), and this program's parser and reader. Seconds are those of a core, so that what else the
machine does meanwhile is not counted.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Speed:
    """One tool over one set of files."""

    pages: int
    seconds: float
    """Of a core; imports and what a tool loads once are left out."""
    peak_mib: float
    """Of the whole process, imports included."""

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


def main(tool: str, before: int, files: Sequence[str]) -> None:
    read = TOOLS[tool]
    for file in files[:before]:
        read(Path(file))
    started = time.process_time()
    pages = sum(read(Path(file)) for file in files[before:])
    seconds = time.process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"pages": pages, "seconds": seconds, "peak_mib": peak}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3:])
