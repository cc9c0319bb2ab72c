"""Builds of this checkout beside those of another commit: the same catalogue, in turn, as ratios.

Load and temperature of a machine change from minute to minute. So the two build by turns, and
what is told is the median of the ratios of neighbours. Processor time is that of all
processes of a build; wall time says little where other work runs.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import statistics
import subprocess
import sys
import tarfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from synthetic_catalogue import make

ROOT = Path(__file__).resolve().parent.parent

ROWS = {
    "nothing": "from nothing",
    "anew": "all made anew, with pictures, references and words kept",
    "same": "nothing changed",
    "title": "one title changed",
    "ci": "a fresh checkout with the store restored, one new record",
}
"""Rows by the names that ``--rows`` takes, in the order in which they are measured: a site has to be there for the later ones."""


class Failed(Exception):
    """A build or git went wrong; the message is what it said."""


@dataclass
class Side:
    """One of the two: ``folder`` is a whole project, ``spent`` seconds of processor and wall time by row."""

    name: str
    folder: Path
    spent: dict[str, list[tuple[float, float]]] = field(default_factory=dict)
    files: int = 0
    size: int = 0

    @property
    def makes_differences(self) -> bool:
        """Whether it has the command that makes only what changed."""
        return (self.folder / "hooks" / "library" / "commands.py").is_file()

    def build(self, row: str, folder: Path | None = None) -> None:
        command = (
            ["library", "build", *(["--anew"] if row == "anew" else [])] if self.makes_differences else ["mkdocs", "build", "--strict"]
        )
        environment = {**os.environ, "PYTHONPATH": "hooks", "NO_MKDOCS_2_WARNING": "1"}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # a reader's Python keeps what it has compiled
        with (self.folder.parent / f"{self.name}.log").open("wb") as log:
            started = time.monotonic()
            process = subprocess.Popen(
                [sys.executable, "-m", *command], cwd=folder or self.folder, env=environment, stdout=log, stderr=subprocess.STDOUT
            )
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.monotonic() - started
            process.returncode = os.waitstatus_to_exitcode(status)
        if status:
            raise Failed(f"{self.name}, {row}:\n" + Path(log.name).read_text("utf-8", "replace")[-2000:])
        self.spent.setdefault(row, []).append((usage.ru_utime + usage.ru_stime, wall))

    def weigh(self) -> None:
        files = [path for path in (self.folder / "site").rglob("*") if path.is_file()]
        self.files, self.size = len(files), sum(path.stat().st_size for path in files)


def compare(commit: str, works: int, turns: int, rows: Sequence[str], folder: Path, shape: str = "hub") -> list[Side]:
    """Both sides with what their builds cost, in ``folder``. Raises Failed."""
    catalogue = folder / "catalogue"
    sides = [Side("this", folder / "this"), Side("that", folder / "that")]
    _copy_checkout(sides[0].folder)
    _copy_commit(commit, sides[1].folder)
    types = re.findall(r"^- id: (\S+)", (sides[1].folder / "catalogue" / "vocabularies" / "types.yml").read_text("utf-8"), re.MULTILINE)
    make(works, catalogue, shape=shape, types=types)
    for side in sides:
        own = side.folder / "catalogue"
        own.rename(folder / f"{side.name}-catalogue")
        shutil.copytree(catalogue, own)
        _with_vocabularies_of(folder / f"{side.name}-catalogue", own)
        path = side.folder / "mkdocs.yml"
        path.write_text(path.read_text("utf-8").replace("offline_zip: true", "offline_zip: false"), "utf-8")
    for row in ROWS:
        if row in rows:
            for turn in range(turns):
                for side in sides:
                    _MEASURE[row](side, turn)
        elif row == "nothing":
            for side in sides:
                side.build("first")
    for side in sides:
        side.weigh()
    return sides


# -- what is measured --------------------------------------------------------------------------------


def _from_nothing(side: Side, turn: int) -> None:
    for name in (".cache", "site"):
        shutil.rmtree(side.folder / name, ignore_errors=True)
    side.build("nothing")


def _anew(side: Side, turn: int) -> None:
    if not side.makes_differences:
        shutil.rmtree(side.folder / "site", ignore_errors=True)
    side.build("anew")


def _same(side: Side, turn: int) -> None:
    if turn == 0:
        side.build("before")  # so that nothing is left over from what was measured last
    side.build("same")


def _title(side: Side, turn: int) -> None:
    record = sorted((side.folder / "catalogue" / "knowledge-products").glob("*.yml"))[turn]
    text = record.read_text("utf-8")
    record.write_text(re.sub(r"^(title:\n  en: '?)", r"\1Changed ", text, count=1, flags=re.MULTILINE), "utf-8")
    side.build("title")


def _ci(side: Side, turn: int) -> None:
    """What a workflow finds: new files everywhere, but for what its cache gives back."""
    fresh = side.folder.parent / f"{side.name}-{turn}"
    shutil.copytree(side.folder, fresh, ignore=_ignore("site", ".cache"), copy_function=shutil.copyfile)
    for name in ("site", ".cache"):
        shutil.copytree(side.folder / name, fresh / name)  # with their times, as from an archive
    record = min((fresh / "catalogue" / "knowledge-products").glob("*.yml"))
    text = record.read_text("utf-8").replace(record.stem, "a-new-record").replace("synthetic0", "anew")
    text = re.sub(r"^title:\n(?:  .*\n)+", lambda title: title[0].replace(": '", ": 'New "), text, count=1, flags=re.MULTILINE)
    (record.parent / "a-new-record.yml").write_text(text, "utf-8")
    side.build("ci", fresh)
    shutil.rmtree(fresh)


_MEASURE: dict[str, Callable[[Side, int], None]] = {"nothing": _from_nothing, "anew": _anew, "same": _same, "title": _title, "ci": _ci}


def _ignore(*names: str) -> Callable[[str, list[str]], list[str]]:
    return shutil.ignore_patterns(*names, "__pycache__")


# -- the two projects --------------------------------------------------------------------------------


def _git(*words: str) -> bytes:
    done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, check=False)
    if done.returncode:
        raise Failed(done.stderr.decode("utf-8", "replace").strip())
    return done.stdout


def _copy_checkout(into: Path) -> None:
    """Files under version control as they lie here, and new ones that are not ignored."""
    for name in _git("ls-files", "-z", "--cached", "--others", "--exclude-standard").decode().split("\0"):
        source, target = ROOT / name, into / name
        if name and source.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)


def _with_vocabularies_of(checkout: Path, catalogue: Path) -> None:
    """Lists that were taken over as they lie here become those of another checkout, whose program may know fewer fields and fewer lists."""
    for path in (catalogue / "vocabularies").iterdir():
        here, there = (folder / "vocabularies" / path.name for folder in (ROOT / "catalogue", checkout))
        if here.is_file() and path.read_bytes() == here.read_bytes():
            if there.is_file():
                shutil.copyfile(there, path)
            else:
                path.unlink()


def _copy_commit(commit: str, into: Path) -> None:
    with tarfile.open(fileobj=io.BytesIO(_git("archive", "--format=tar", commit))) as archive:
        archive.extraction_filter = getattr(tarfile, "data_filter", None)  # Python knows filters from 3.11.4 on
        archive.extractall(into)


# -- what is told -------------------------------------------------------------------------------------


def table(sides: Sequence[Side], works: int) -> list[str]:
    """Lines of Markdown: medians of each side, and the medians of the ratios of turns."""
    this, _ = sides
    lines = [
        "| build | CPU s, this | that | ratio | wall s, this | that | ratio | CPU, of its own all anew, this | that |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for row, said in ROWS.items():
        if row in this.spent:
            cells = [said]
            for which in (0, 1):
                ours, theirs = ([spent[which] for spent in side.spent[row]] for side in sides)
                ratio = statistics.median(our / their for our, their in zip(ours, theirs, strict=True))
                cells += [f"{statistics.median(ours):.2f}", f"{statistics.median(theirs):.2f}", f"{ratio:.3f}"]
            cells += [_of_anew(side, row) for side in sides]
            lines.append(f"| {' | '.join(cells)} |")
    sizes = [side.size / works / 1000 for side in sides]
    counts = [side.files / works for side in sides]
    lines.append("")
    lines.append(f"KB a work: this {sizes[0]:.0f}, that {sizes[1]:.0f}, ratio {sizes[0] / sizes[1]:.3f}")
    lines.append(f"files a work: this {counts[0]:.1f}, that {counts[1]:.1f}, ratio {counts[0] / counts[1]:.3f}")
    return lines


def _of_anew(side: Side, row: str) -> str:
    whole = side.spent.get("anew")
    if whole is None:
        return "–"
    return f"{100 * statistics.median(cpu for cpu, _ in side.spent[row]) / statistics.median(cpu for cpu, _ in whole):.1f} %"
