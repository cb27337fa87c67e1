"""Reports as web pages, and as what a browser or an office program prints of them."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from html import escape
from pathlib import Path
from random import Random

from corpus.containers.fonts import files
from corpus.containers.page import draw_look
from corpus.containers.plain import html_table
from corpus.report import Grid, Heading, PageBreak, Report

_DATES = re.compile(rb"D:\d{14}")
_FIXED = b"D:20240101000000"


def html(report: Report, path: Path, chance: Random) -> None:
    """A page with headings, paragraphs and tables, in one of several styles of markup."""
    path.write_text(_page(report, chance, "Sarabun"), encoding="utf-8")


def _page(report: Report, chance: Random, family: str, face: str = "") -> str:
    aside = chance.random() < 0.3
    parts = [
        "<!doctype html><html lang='th'><head><meta charset='utf-8'><title>ITA</title>",
        f"<style>{face} body{{font-family:'{family}'}} table{{border-collapse:collapse;",
        "margin:1em 0}} td,th{{border:1px solid #000;padding:3px 6px}}</style>".replace(
            "{{", "{"
        ).replace("}}", "}"),
        "</head><body>",
    ]
    if aside:
        parts.append("<nav><ul><li>หน้าแรก</li><li>ติดต่อเรา</li><li>ข่าว 12</li></ul></nav>")
    for block in report.blocks:
        if isinstance(block, Grid):
            parts.append(html_table(block, "\n"))
        elif isinstance(block, PageBreak):
            parts.append("<div style='break-after:page'></div>")
        else:
            tag = chance.choice(("h1", "h2")) if isinstance(block, Heading) else "p"
            parts.append(f"<{tag}>{escape(block.text)}</{tag}>")
    return "\n".join([*parts, "</body></html>\n"])


def chromium() -> str | None:
    """The browser, if one is installed."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


def chromium_pdf(report: Report, path: Path, chance: Random) -> None:
    """What Chromium prints of the web page."""
    look = draw_look(report, chance)
    font = files(look.family)[0].as_uri()
    face = f"@font-face{{font-family:'{look.family}';src:url('{font}')}}"
    size = "A4 landscape" if look.landscape else "A4"
    face += f"@page{{size:{size};margin:19mm}} body{{font-size:{look.size}pt}}"
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(_page(report, chance, look.family, face), encoding="utf-8")
        command = [
            str(chromium()), "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--allow-file-access-from-files", f"--user-data-dir={folder}/profile",
            "--no-pdf-header-footer", f"--print-to-pdf={path}", page.as_uri(),
        ]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True, timeout=120)
    path.write_bytes(_DATES.sub(_FIXED, path.read_bytes()))
