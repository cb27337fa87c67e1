"""The command ``sucharit``. What is heavy is imported where a command needs it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import click

EXIT_OK, EXIT_FAILED, EXIT_USAGE, EXIT_QUARANTINED, EXIT_STRICT = 0, 1, 2, 3, 4
EXIT_INTERRUPTED = 130

_EPILOG = """\
Exit codes: 0 every document was read; 2 usage error; 3 some documents quarantined;
4 --strict and an error flag exists; 1 internal failure; 130 interrupted.
"""


# Options of several commands
_agencies = click.option(
    "--agencies",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Official register (CSV: kind,name,district,province,code).  ทะเบียนหน่วยงาน",
)
_jobs = click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=None,
    metavar="N",
    help="Worker processes; one a core by default.  จำนวนกระบวนการ",
)
_strict = click.option(
    "--strict", is_flag=True, help="Exit with 4 if there is an error flag.  แจ้งรหัส 4 หากพบข้อผิดพลาด"
)
_excel_safe = click.option(
    "--excel-safe", is_flag=True, help="Neutralise formulas in CSV cells.  ป้องกันสูตรในเซลล์ CSV"
)
_lang = click.option(
    "--lang",
    type=click.Choice(["th", "en"]),
    default=None,
    help="Language of messages.  ภาษาของข้อความ",
)


def _out(default: str) -> Callable[[click.decorators.FC], click.decorators.FC]:
    return click.option(
        "--out",
        type=click.Path(path_type=Path),
        default=Path(default),
        show_default=True,
        help="Folder of the dataset.  โฟลเดอร์ผลลัพธ์",
    )


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, epilog=_EPILOG)
@click.version_option(package_name="sucharit", message="%(prog)s %(version)s")
def main() -> None:
    """Read Thai integrity and transparency assessment (ITA) reports into one audited dataset.

    อ่านรายงานผลการประเมินคุณธรรมและความโปร่งใส (ITA) แล้วรวมเป็นชุดข้อมูลเดียวที่ตรวจสอบแล้ว
    """


@main.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@_out("outputs")
@_jobs
@click.option(
    "--engine",
    type=click.Choice(["local"]),
    default="local",
    show_default=True,
    help="Where documents are read.  เครื่องมือประมวลผล",
)
@_agencies
@click.option(
    "--timeout",
    type=click.FloatRange(min=1),
    default=300,
    show_default=True,
    metavar="SECONDS",
    help="Time limit for one document.  เวลาสูงสุดต่อเอกสาร",
)
@click.option(
    "--memory",
    type=click.IntRange(min=512),
    default=4096,
    show_default=True,
    metavar="MIB",
    help="Memory limit for one worker.  หน่วยความจำสูงสุด",
)
@click.option("--fresh", is_flag=True, help="Read everything anew.  อ่านใหม่ทั้งหมด")
@_strict
@_excel_safe
@_lang
def ingest(
    inputs: tuple[str, ...],
    out: Path,
    jobs: int | None,
    engine: str,  # noqa: ARG001 - one engine so far; named so that scripts can name it
    agencies: Path | None,
    timeout: float,
    memory: int,
    fresh: bool,
    strict: bool,
    excel_safe: bool,
    lang: str | None,
) -> None:
    """Read reports (files, folders, .zip, .tar.gz, globs) into a dataset.

    นำเข้ารายงาน (ไฟล์ โฟลเดอร์ .zip .tar.gz) แล้วสร้างชุดข้อมูลพร้อมผลตรวจสอบ
    """
    from pipeline.run.ingest import Settings
    from pipeline.run.ingest import ingest as run
    from pipeline.run.summary import Console, error_flags, quarantined

    settings = Settings(out, jobs or _cores(), timeout, memory, fresh, agencies, excel_safe)
    console = Console(lang or _language())

    def work() -> int:
        finished = run(inputs, settings, console.progress)
        console.summary(finished, out)
        if quarantined(finished):
            return EXIT_QUARANTINED
        return EXIT_STRICT if strict and error_flags(finished) else EXIT_OK

    _guarded(work, console.lang)


@main.command()
@click.argument("tables", nargs=-1, required=True, metavar="TABLE...")
@_out("outputs/audit")
@_jobs
@_agencies
@_strict
@_excel_safe
@_lang
def audit(
    tables: tuple[str, ...],
    out: Path,
    jobs: int | None,
    agencies: Path | None,
    strict: bool,
    excel_safe: bool,
    lang: str | None,
) -> None:
    """Audit published scores that are already in CSV or XLSX tables.

    ตรวจสอบคะแนนที่มีอยู่แล้วในตาราง CSV หรือ XLSX ด้วยกฎเดียวกัน
    """
    import gc

    gc.disable()  # a table is millions of small texts that all live until the end
    from pipeline.published.run import Settings, audit_tables
    from pipeline.published.summary import Console

    console = Console(lang or _language())

    def work() -> int:
        settings = Settings(out, jobs or _cores(), agencies, excel_safe)
        outcome = audit_tables(tables, settings, console.told)
        console.summary(outcome, out)
        gc.freeze()  # nor does looking through them once more at the end
        if outcome.quarantined:
            return EXIT_QUARANTINED
        return EXIT_STRICT if strict and outcome.errors else EXIT_OK

    _guarded(work, console.lang)


@main.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--page",
    type=click.IntRange(min=1),
    default=None,
    metavar="N",
    help="Page; the first with scores by default.  หน้าที่ต้องการดู",
)
@click.option(
    "--png",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="P",
    help="Draw it over the page of a PDF.  วาดลงบนภาพหน้ากระดาษ",
)
@_lang
def inspect(file: Path, page: int | None, png: Path | None, lang: str | None) -> None:
    """What the parser sees on a page: lines, tables, recognised facts.

    แสดงสิ่งที่โปรแกรมอ่านได้ในหนึ่งหน้า: บรรทัด ตาราง และคะแนนที่พบ
    """
    from pipeline.inspect import listing, look

    def work() -> int:
        seen = look(file, page)
        if png is not None:
            from pipeline.inspect.picture import picture, save

            save(png, picture(file, seen))
        click.echo(listing(seen), nl=False)
        return EXIT_OK

    _guarded(work, lang or _language())


@main.command()
@click.option("--markdown", is_flag=True, help="As a Markdown document.  เป็นเอกสาร Markdown")
def rules(markdown: bool) -> None:
    """Every audit rule: id, severity, what it compares, an example.

    กฎตรวจสอบทุกข้อ: รหัส ความรุนแรง สิ่งที่เปรียบเทียบ และตัวอย่าง
    """
    from pipeline.audit.catalogue import rules_markdown, rules_text

    click.echo(rules_markdown() if markdown else rules_text(), nl=False)


@main.command()
@_agencies
@click.option(
    "--dataset",
    type=click.Path(exists=True, path_type=Path),
    help="Dataset whose bodies are served too; outputs if there is one and no register."
    "  ชุดข้อมูลที่มี agencies.csv",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8766,
    show_default=True,
    help="Port to listen on; 0 for any free one.  พอร์ต",
)
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Address to listen on; others than this machine's own open it to the network.  ที่อยู่",
)
@_lang
def reconcile(
    agencies: Path | None, dataset: Path | None, port: int, host: str, lang: str | None
) -> None:
    """Serve the list of bodies to OpenRefine (W3C Reconciliation Service API 0.2).

    ให้บริการจับคู่ชื่อหน่วยงานสำหรับ OpenRefine จนกว่าจะกด Ctrl-C
    """
    language = lang or _language()

    def work() -> int:
        from pipeline.reconcile.entities import load_entities
        from pipeline.reconcile.server import open_service

        default = Path("outputs") if agencies is None else None
        given = dataset or (default if default and (default / "agencies.csv").exists() else None)
        entities = load_entities(agencies, given)
        with open_service(host, port, entities) as service:
            told = (
                f"ให้บริการ {len(entities)} หน่วยงานที่ {service.address} (กด Ctrl-C เพื่อหยุด)"
                if language == "th"
                else f"{len(entities)} bodies at {service.address} (Ctrl-C stops the service)"
            )
            click.echo(f"sucharit: {told}", err=True)
            try:
                service.serve_forever()
            except KeyboardInterrupt:
                return EXIT_OK
        return EXIT_OK

    _guarded(work, language)


@main.command()
def doctor() -> None:
    """What is installed, what is missing, and how to get it.

    ตรวจสอบสิ่งที่ติดตั้งแล้ว สิ่งที่ขาด และวิธีติดตั้ง
    """
    from pipeline.doctor import examine

    report, sound = examine()
    click.echo(report)
    sys.exit(EXIT_OK if sound else EXIT_FAILED)


def _guarded(work: Callable[[], int], lang: str) -> None:
    """Run a command's work and leave with its exit code; a user never sees a traceback of
    an error that has a sentence."""
    from parsers.errors import SucharitError

    try:
        code = work()
    except SucharitError as error:
        message = error.message_th if lang == "th" else error.message
        click.echo(f"sucharit: {message}", err=True)
        sys.exit(error.exit_code)
    except OSError as error:
        what = error.filename or "?"
        click.echo(
            f"sucharit: เปิดหรือเขียน {what} ไม่ได้ ({error.strerror}) กรุณาตรวจสอบสิทธิ์และพื้นที่ว่าง"
            if lang == "th"
            else f"sucharit: {what} cannot be opened or written ({error.strerror})."
            " Check permissions and free space.",
            err=True,
        )
        sys.exit(EXIT_FAILED)
    except KeyboardInterrupt:
        click.echo(
            "sucharit: หยุดตามคำสั่ง การสั่งครั้งต่อไปจะทำต่อจากที่ค้างไว้"
            if lang == "th"
            else "sucharit: interrupted; a later run continues where this one stopped.",
            err=True,
        )
        sys.exit(EXIT_INTERRUPTED)
    sys.exit(code)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _language() -> str:
    """Thai for users whose environment is Thai, else English."""
    spoken = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG", "")
    return "th" if spoken.lower().startswith("th") else "en"


if __name__ == "__main__":
    main()
