"""Time, memory and output of whole builds, beside ``cp -r`` of the result, in one run."""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import asdict, dataclass, replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

import bench_against
import output_kinds
from synthetic_catalogue import SHAPES, make

SAMPLE_SECONDS = 0.05


@dataclass
class Measured:
    """One build: seconds, mebibytes, counts. ``megabytes`` of output are 10⁶ bytes.

    ``exports`` are seconds of processor time for everything made for programs: files of
    citations, formatted references, deposits, API, feeds, harvesters' lists; ``search`` those
    for the search's index. ``first`` is the wall time of the first build, with nothing kept
    from an earlier one, and ``first_search`` what its index took.
    """

    records: int
    wall: float
    cpu: float
    exports: float
    memory: float
    pages: int
    files: int
    megabytes: float
    copy: float
    search: float
    first: float = 0.0
    first_search: float = 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="100,1000,2000", help="numbers of records, separated by commas")
    parser.add_argument("--repeat", type=int, default=3, help="builds of each; the median of each figure is reported")
    parser.add_argument(
        "--shape", choices=SHAPES, default="hub", help="like the Hub's catalogue, or like a large library's (scripts/synthetic_real.py)"
    )
    parser.add_argument("--json", action="store_true", help="print figures for programs instead of a table")
    parser.add_argument("--no-search", action="store_true", help="leave out what search costs in a browser and what it finds")
    parser.add_argument("--against", metavar="COMMIT", help="compare with the builds of another commit, in turn; the first size alone")
    parser.add_argument("--rows", default=",".join(bench_against.ROWS), help="with --against: which builds, separated by commas")
    options = parser.parse_args()
    if options.against:
        _against(parser, options)
        return
    sizes = [int(size) for size in options.sizes.split(",")]
    with tempfile.TemporaryDirectory(dir=_memory(), prefix="library-bench-") as folder:
        # One record tells what starting costs; it is taken off before pages are compared.
        rows = [_measured(size, Path(folder), options.repeat, options.shape) for size in (1, *sizes)]
        real = _measured(0, Path(folder), options.repeat)
        if options.json:
            print(json.dumps({"real": asdict(real), "rows": [asdict(row) for row in rows]}, indent=1))
            return
        _print(real, rows)
        largest = max(rows, key=lambda row: row.records)
        print(f"\nOf what kind the output of {largest.records:.0f} records is:\n")
        print(
            "\n".join(
                output_kinds.table(
                    output_kinds.weighed(output_kinds.files_of(Path(folder) / f"{largest.records:.0f}" / "site")), int(largest.records)
                )
            )
        )
        if not options.no_search:
            _search(Path(folder), real, rows[1:], options.repeat)


def _against(parser: argparse.ArgumentParser, options: argparse.Namespace) -> None:
    works, rows = int(options.sizes.split(",")[0]), options.rows.split(",")
    if strange := set(rows) - set(bench_against.ROWS):
        parser.error(f"--rows has {', '.join(sorted(strange))}; rows are {', '.join(bench_against.ROWS)}")
    with tempfile.TemporaryDirectory(dir=_memory(), prefix="library-bench-") as folder:
        try:
            sides = bench_against.compare(options.against, works, options.repeat, rows, Path(folder), options.shape)
        except bench_against.Failed as error:
            sys.exit(str(error))
        print(f"{works} works, {options.repeat} turns; this: the checkout as it lies here, that: {options.against}\n")
        print("\n".join(bench_against.table(sides, works)))


def _search(folder: Path, real: Measured, rows: list[Measured], repeat: int) -> None:
    import bench_search  # its instruments are the tests', which need not be installed for the rest

    measured = [("the real catalogue", "0", real), *((f"{row.records:.0f}", f"{row.records:.0f}", row) for row in rows)]
    bench_search.report(
        {name: folder / path / "site" for name, path, _ in measured}, {name: row.first_search for name, _, row in measured}, repeat
    )


def _memory() -> str | None:
    shared = Path("/dev/shm")
    return str(shared) if shared.is_dir() and os.access(shared, os.W_OK) else None


def _measured(records: int, folder: Path, repeat: int, shape: str = "hub") -> Measured:
    """The medians of builds of so many records (0: the real ones), after a first one that fills the caches."""
    first = _build(records, folder, shape)
    return replace(_median([_build(records, folder, shape) for _ in range(repeat)]), first=first.wall, first_search=first.search)


_SPENT = re.compile(r"of the processor's time (.*)$", re.MULTILINE)
_GROUP = re.compile(r"(\w+) ([\d.]+) s")


def _build(records: int, folder: Path, shape: str) -> Measured:
    work = folder / f"{records}"
    if not work.exists():
        work.mkdir()
        if records:
            make(records, work / "catalogue", shape=shape)
        _config(work, work / "catalogue" if records else ROOT / "catalogue")
    site = work / "site"
    shutil.rmtree(site, ignore_errors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(work / "mkdocs.yml")]
    started = time.monotonic()
    with (work / "log").open("wb") as log:
        process = subprocess.Popen(command, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, cwd=work, stderr=log)
    memory = _Memory(process.pid)
    memory.start()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - started
    memory.stopped.set()
    memory.join()
    said = (work / "log").read_text("utf-8")
    spent = _SPENT.search(said)
    if status or not spent:
        sys.exit(f"the build of {records} records failed or did not say what it spent:\n{said[-2000:]}")
    seconds = {group: float(value) for group, value in _GROUP.findall(spent[1])}
    files = [path for path in site.rglob("*") if path.is_file()]
    started = time.monotonic()
    subprocess.run(["cp", "-r", str(site), str(work / "copy")], check=True)
    copy = time.monotonic() - started
    shutil.rmtree(work / "copy")
    return Measured(
        records,
        wall,
        usage.ru_utime + usage.ru_stime,
        seconds.get("exports", 0.0),
        memory.peak / 2**20,
        sum(path.suffix == ".html" for path in files),
        len(files),
        sum(path.stat().st_size for path in files) / 1e6,
        copy,
        seconds.get("search", 0.0),
    )


def _config(work: Path, catalogue: Path) -> None:
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    for name, path in {
        "docs_dir: docs": f"docs_dir: {ROOT / 'docs'}",
        "custom_dir: overrides": f"custom_dir: {ROOT / 'overrides'}",
        "- hooks/mkdocs_events.py": f"- {ROOT / 'hooks' / 'mkdocs_events.py'}",
        "catalogue: catalogue": f"catalogue: {catalogue}",
    }.items():
        if name not in text:
            sys.exit(f'mkdocs.yml no longer has the line "{name}"')
        text = text.replace(name, path)
    text = text.replace("  - catalogue\n  - hooks\n", "  []\n")
    (work / "mkdocs.yml").write_text(text, "utf-8")


class _Memory(threading.Thread):
    """The peak of a process and its children together, shared pages counted once (PSS)."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid = pid
        self.peak = 0
        self.stopped = threading.Event()

    def run(self) -> None:
        while not self.stopped.wait(SAMPLE_SECONDS):
            self.peak = max(self.peak, sum(_pss(pid) for pid in [self.pid, *_children(self.pid)]))


def _children(pid: int) -> list[int]:
    try:
        direct = [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []
    return direct + [below for child in direct for below in _children(child)]


def _pss(pid: int) -> int:
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass  # the process has just ended
    return 0


def _median(runs: list[Measured]) -> Measured:
    return Measured(*(statistics.median(getattr(run, name) for run in runs) for name in Measured.__dataclass_fields__))


def _print(real: Measured, rows: list[Measured]) -> None:
    fixed = rows[0]
    print(
        f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, "
        f"{'memory' if _memory() else 'disk'} file system; median of each figure\n"
    )
    print(
        "| records | wall s | CPU s | exports, of it | search, of it | peak MiB | pages | files | MB | pages/s | ms a page past starting | `cp -r` s | first build s |"
    )
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for row in [real, *rows]:
        name = "the real catalogue" if row is real else f"{row.records:.0f}"
        past = 1000 * (row.wall - fixed.wall) / max(1, row.pages - fixed.pages)
        print(
            f"| {name} | {row.wall:.2f} | {row.cpu:.2f} | {100 * row.exports / row.cpu:.0f} % | {100 * row.search / row.cpu:.0f} % | {row.memory:.0f} | {row.pages:.0f} | {row.files:.0f} | {row.megabytes:.1f} "
            f"| {row.pages / row.wall:.0f} | {past:.3f} | {row.copy:.2f} | {row.first:.2f} |"
        )
    if len(rows) > 2:
        first, last = rows[1], rows[-1]
        cost = [(row.wall - fixed.wall) / (row.pages - fixed.pages) for row in (first, last)]
        print(
            f"\nA page at {last.records:.0f} records costs {cost[1] / cost[0]:.2f} times what it costs at {first.records:.0f} (starting taken off)."
        )


if __name__ == "__main__":
    main()
