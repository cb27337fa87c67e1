"""Measure how fast PDFs are read: ``python -m benchmarks.pdf_speed [--seed S] [--rounds N]``.

Side by side on the same generated files, one page after another: a bare text pass of
pdfium, our parser with and without the look at what pages may hold, and plain pdfplumber
(``extract_text`` and ``extract_tables`` of every page).
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

import click

from corpus.containers.page import Look
from corpus.containers.reportlab_pdf import write
from corpus.layouts import LAYOUTS
from corpus.report import PageBreak, Report
from corpus.words import DISTRACTORS, SENTENCES
from parsers.pdf import parse
from pipeline.triage import may_hold_tables

LONG, SHORT = 6, 12
PAGES = (20, 60)
"""Pages of a long report, from and to."""
MANY = 1_000


@click.command()
@click.option("--seed", type=int, default=1, show_default=True, help="Of the files.")
@click.option("--rounds", type=int, default=3, show_default=True, help="The best one counts.")
@click.option("--memory/--no-memory", default=True, help="Also read 1,000 pages.")
def main(seed: int, rounds: int, memory: bool) -> None:
    """Print pages a second, and how many times as fast as pdfplumber that is."""
    with tempfile.TemporaryDirectory(prefix="sucharit-speed-") as name:
        folder = Path(name)
        sets = {
            "long reports": [_long(folder / f"long{n}.pdf", Random(f"{seed}-{n}"), Random(n))
                             for n in range(LONG)],
            "a table on each page": [
                _tables(folder / f"table{n}.pdf", Random(f"{seed}-t{n}")) for n in range(SHORT)
            ],
        }  # fmt: skip
        for title, files in sets.items():
            _compare(title, files, rounds)
        if memory:
            many = _draw(folder / "many.pdf", _pages(Random(seed), MANY, {5, 500}))
            print(f"{MANY} pages: at most {_peak(many)} MiB of memory")


def _compare(title: str, files: Sequence[Path], rounds: int) -> None:
    pages = sum(_count(path) for path in files)
    readers: dict[str, Callable[[Path], object]] = {
        "bare pdfium text": _bare,
        "parse, pages that may hold tables": lambda path: parse(path, wanted=may_hold_tables),
        "parse, every page": parse,
        "plain pdfplumber": _plumber,
    }
    best = dict.fromkeys(readers, float("inf"))
    for _ in range(rounds):
        for name, read in readers.items():
            started = time.perf_counter()
            for path in files:
                read(path)
            best[name] = min(best[name], time.perf_counter() - started)
    print(f"{title}: {len(files)} files, {pages} pages")
    slowest, fastest = best["plain pdfplumber"], best["bare pdfium text"]
    for name, seconds in best.items():
        print(
            f"  {name:35} {pages / seconds:8.1f} pages/s   {slowest / seconds:5.1f} × pdfplumber"
            f"   {seconds / fastest:5.1f} × the time of bare text"
        )


def _count(path: Path) -> int:
    import pypdfium2

    with pypdfium2.PdfDocument(path) as pdf:
        return len(pdf)


def _bare(path: Path) -> None:
    import pypdfium2

    with pypdfium2.PdfDocument(path) as pdf:
        for index in range(len(pdf)):
            page = pdf[index]
            text = page.get_textpage()
            text.get_text_range()
            text.close()
            page.close()


def _plumber(path: Path) -> None:
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_text()
            page.extract_tables()
            page.close()


def _peak(path: Path) -> int:
    """Mebibytes that a process of its own needs to read a file."""
    program = (
        "import sys; from pathlib import Path; from benchmarks.speed import parsing, peak_mib;"
        "parsing(Path(sys.argv[1])); print(round(peak_mib()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True
    )
    return int(done.stdout)


def _long(path: Path, chance: Random, size: Random) -> Path:
    count = size.randint(*PAGES)
    scored = set(chance.sample(range(count), chance.choice([1, 2])))
    return _draw(path, _pages(chance, count, scored))


def _pages(chance: Random, count: int, scored: set[int]) -> list[Report]:
    """Pages of prose, and on some of them a table of scores."""
    first = LAYOUTS["official"](chance)
    pages = []
    for number in range(count):
        if number in scored:
            pages.append(LAYOUTS[chance.choice(["official", "years", "ranked"])](chance))
            continue
        page = Report("prose", first.agency, first.voice)
        page.heading(f"ส่วนที่ {number + 1} รายละเอียดการดำเนินงาน")
        for _ in range(chance.randint(14, 20)):
            text = chance.choice([*SENTENCES["remark"], *DISTRACTORS, *_PROSE])
            page.say(text.format(number="85", mean="85", change="2", count=chance.randint(2, 400)))
        pages.append(page)
    return pages


_PROSE = (
    "องค์กรปกครองส่วนท้องถิ่นได้ดำเนินการประชาสัมพันธ์ให้ประชาชนในพื้นที่รับทราบข้อมูลข่าวสารอย่างทั่วถึงผ่านช่องทางต่าง ๆ",
    "ผู้บริหารได้ประกาศเจตนารมณ์ในการปฏิบัติหน้าที่ด้วยความซื่อสัตย์สุจริตต่อหน้าบุคลากรทุกคนในที่ประชุมประจำเดือน",
    "การมีส่วนร่วมของประชาชนเป็นหัวใจของการพัฒนาท้องถิ่นที่ยั่งยืนและตอบสนองต่อความต้องการของคนทุกกลุ่มวัยในชุมชน",
    "คณะทำงานได้รวบรวมข้อคิดเห็นจากเวทีประชาคมหมู่บ้านและนำมาจัดลำดับความสำคัญก่อนบรรจุไว้ในแผนพัฒนาท้องถิ่น",
)


def _tables(path: Path, chance: Random) -> Path:
    layouts = ["official", "ranked", "years", "many-bodies", "weighted"]
    return _draw(path, [LAYOUTS[chance.choice(layouts)](chance) for _ in range(4)])


def _draw(path: Path, pages: Sequence[Report]) -> Path:
    """Write each report on pages of its own of one ruled PDF."""
    whole = Report("pages", pages[0].agency, pages[0].voice, landscape=True)
    for page in pages:
        whole.blocks += [*page.blocks, PageBreak()]
    chance = Random(path.name)
    write(whole, path, Look("Sarabun", 11, landscape=True), chance, "all")
    return path


if __name__ == "__main__":
    main()
