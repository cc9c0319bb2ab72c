"""Commands for those who keep the catalogue: what is missing, and changes that reach through many records."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, get_args

import click

from library.catalogue import published
from library.catalogue.catalogue import Catalogue
from library.catalogue.formatting import write_whole
from library.catalogue.loading import load
from library.catalogue.missing import missing, missing_of_kinds, summed_up
from library.catalogue.model_parts import Because
from library.catalogue.problems import CatalogueError, report
from library.keeping import journal, links, preserving, work_list
from library.keeping.changes import Changes, Refused
from library.keeping.checksums import fill_in
from library.keeping.publishing import register
from library.keeping.renaming import KINDS, rename
from library.keeping.withdrawing import restore, withdraw
from library.words.problems import ProblemWords, chosen

FOLDER = click.option(
    "--catalogue",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default="catalogue",
    help="Folder of the catalogue; catalogue without it.",
)

JSON = click.option("--json", "as_json", is_flag=True, help="Tell the report as JSON; what else is said goes to the other stream.")
"""Shapes of reports: CONTRIBUTING.md, "Reports for programs"."""


def tell_json(told: dict[str, Any]) -> None:
    """The report alone on the standard output."""
    click.echo(json.dumps(told, ensure_ascii=False, indent=2))


def spoken() -> ProblemWords:
    """The words in which this project's commands tell problems."""
    return chosen(Path("overrides", "locales"))


def sound(folder: Path) -> Catalogue:
    """The catalogue; where it has problems they are told, and the command ends with 1."""
    healed(folder)
    try:
        return load(folder)
    except CatalogueError as error:
        phrase = spoken()
        for said in report(error.problems, phrase):
            click.echo(said, err=True)
        click.echo(error.summary(phrase), err=True)
        sys.exit(1)


def healed(folder: Path) -> None:
    """Carries a change to its end that was cut off, and says so; ends with 1 where that cannot be."""
    try:
        if journal.finish(folder):
            phrase = spoken()
            click.echo(f"{folder}: {phrase('a change that had been cut off was carried out.')}", err=True)
    except journal.Stuck as stuck:
        click.echo(stuck.problem.printed(spoken()), err=True)
        sys.exit(1)
    except OSError as error:
        raise click.ClickException(f"{error.filename}: {error.strerror}; a change that was cut off waits for its end") from None


@click.command("missing")
@FOLDER
@click.option("-l", "--language", "languages", multiple=True, help="Only what is missing in this language; may be given again.")
@click.option("--csv", "table", type=click.Path(dir_okay=False, path_type=Path), help="Write the list to this file, a row each.")
@click.option("--po", type=click.Path(dir_okay=False, path_type=Path), help="Write what is to be translated to this PO file.")
@click.option("--xliff", type=click.Path(dir_okay=False, path_type=Path), help="Write what is to be translated to this XLIFF file.")
@JSON
def missing_(folder: Path, languages: tuple[str, ...], table: Path | None, po: Path | None, xliff: Path | None, as_json: bool) -> None:
    """List titles and summaries that are not there yet: the work list of translators."""
    catalogue = sound(folder)
    unknown = [language for language in languages if language not in catalogue.languages]
    if unknown:
        raise click.BadParameter(f'"{unknown[0]}" is no language of the site: {", ".join(catalogue.languages)}', param_hint="--language")
    gaps = [*missing(catalogue, languages), *missing_of_kinds(catalogue, languages)]
    phrase = spoken()
    if as_json:
        tell_json(work_list.for_programs(gaps))
    for file, write in ((po, work_list.po), (xliff, work_list.xliff)):
        if file:
            if len(languages) != 1:
                raise click.BadParameter("such a file is of one language: name it, as in --language kk", param_hint="--language")
            file.write_text(write((gap for gap in gaps if gap.language), languages[0]), "utf-8", newline="")
            translatable = sum(bool(gap.language and gap.shown.text) for gap in gaps)
            rest = sum(bool(gap.language) for gap in gaps) - translatable
            click.echo(f"{file}: {phrase(f'{translatable} texts; {rest} have none to translate from')}", err=as_json)
    if po or xliff:
        return
    if table:
        table.write_text(work_list.table(gap for gap in gaps if gap.language), "utf-8", newline="")
        rows = sum(bool(gap.language) for gap in gaps)
        click.echo(f"{table}: {phrase(f'{rows} rows')}", err=as_json)
    elif not as_json:
        for line in work_list.lines(gaps, phrase):
            click.echo(line)
    click.echo(phrase(summed_up(gaps, catalogue.languages) or "Nothing is missing."), err=as_json or not table)


DRY_RUN = click.option("--dry-run", is_flag=True, help="Show what would change, and change nothing.")


@click.command("rename")
@click.argument("kind", type=click.Choice(list(KINDS)))
@click.argument("old")
@click.argument("new")
@FOLDER
@DRY_RUN
def rename_(kind: str, old: str, new: str, folder: Path, dry_run: bool) -> None:
    """Give a record or a term another id: its files, every record that names it, and a way from the former address."""
    catalogue = sound(folder)
    carried_out(lambda: rename(catalogue, kind, old, new), dry_run, f"{old} is {new} now.")


@click.command("withdraw")
@click.argument("work")
@click.option("--because", type=click.Choice(get_args(Because)), required=True, help="What happened to it.")
@click.option("--replaced-by", default="", help="Id of the work that stands in its place.")
@click.option("--reason", "reasons", multiple=True, help="More words on it, as in en='Printed twice'; may be given again.")
@click.option("--on", "day", default="", help="Day of the withdrawal, as in 2026-05-01; today without it.")
@FOLDER
@DRY_RUN
def withdraw_(work: str, because: str, replaced_by: str, reasons: tuple[str, ...], day: str, folder: Path, dry_run: bool) -> None:
    """Offer a work no longer: it leaves the lists, and its page says why."""
    reason = {}
    for text in reasons:
        language, equals, words = text.partition("=")
        if not (equals and language and words):
            raise click.BadParameter(f"\"{text}\" does not say its language, as in en='Printed twice'", param_hint="--reason")
        reason[language] = words
    catalogue = sound(folder)
    day = day or date.today().isoformat()
    carried_out(lambda: withdraw(catalogue, work, day, because, reason, replaced_by), dry_run, f"{work} is withdrawn.")


@click.command("restore")
@click.argument("work")
@FOLDER
@DRY_RUN
def restore_(work: str, folder: Path, dry_run: bool) -> None:
    """Offer a withdrawn work again."""
    catalogue = sound(folder)
    carried_out(lambda: restore(catalogue, work), dry_run, f"{work} is offered again.")


@click.command("publish")
@FOLDER
@click.option("--docs", type=click.Path(file_okay=False, path_type=Path), default="docs", help="Folder of the pages that people write.")
@DRY_RUN
def publish_(folder: Path, docs: Path, dry_run: bool) -> None:
    """Write down what is published: every address and citation key, which then stay for good."""
    catalogue = sound(folder)
    path = published.path_of(folder)
    before = set(path.read_text("utf-8").split("\n")) if path.is_file() else set()
    text = register(catalogue, docs if docs.is_dir() else None)
    new = [line for line in text.split("\n") if line and line not in before]
    if dry_run:
        for line in new:
            click.echo(line)
    elif new:
        write_whole(path, text)
    count = sum(not line.startswith("#") for line in new)
    said = "would be added; nothing was written" if dry_run else "added"
    phrase = spoken()
    click.echo(f"{folder.name}/{published.NAME}: {phrase(f'{count} addresses and keys {said}.')}", err=dry_run)


@click.command("checksums")
@FOLDER
@DRY_RUN
def checksums_(folder: Path, dry_run: bool) -> None:
    """Write the SHA-256 of each held document into its record, where it is not stated yet."""
    catalogue = sound(folder)
    carried_out(lambda: fill_in(catalogue), dry_run, "Every document has its SHA-256.")


@click.command("preserve")
@FOLDER
@click.option("--site", type=click.Path(file_okay=False, path_type=Path), default="site", help="Folder of the built site; site without it.")
@click.option(
    "--into", type=click.Path(file_okay=False, path_type=Path), required=True, help="Folder of the copies: bagit/ and ocfl/ in it."
)
@click.option("--release", default="", help="Name of this release, as in 2026-12; the day of today without it.")
def preserve_(folder: Path, site: Path, into: Path, release: str) -> None:
    """Keep a copy of catalogue, documents and exports for good: as BagIt, and as a new version in OCFL."""
    catalogue = sound(folder)
    now = datetime.now(UTC).replace(microsecond=0)
    release = release or now.date().isoformat()
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,80}", release):
        raise click.BadParameter(f'"{release}" is no name of a folder: letters, digits, dots and hyphens', param_hint="--release")
    try:
        kept = preserving.payload(catalogue, site / "exports", {"release": release, "made": now.isoformat(), "by": "library preserve"})
        preserving.bag(kept, into / "bagit" / release, now.date().isoformat())
        version = str(preserving.version(kept, into / "ocfl", now.isoformat(), f"Release {release}"))
    except preserving.NotKept as said:
        raise click.ClickException(str(said)) from None
    except OSError as error:
        raise click.ClickException(f"{error.filename}: {error.strerror}; what was kept before is as it was") from None
    phrase = spoken()
    click.echo(f"{into / 'bagit' / release}: {phrase(f'{len(kept.files)} files in a bag.')}")
    click.echo(f"{into / 'ocfl'}: " + phrase(f"version {version}." if version else "nothing has changed since the last version."))


@click.command("links")
@FOLDER
@click.option(
    "--report", "into", type=click.Path(dir_okay=False, path_type=Path), help="Write what is broken or moved to this file (Markdown)."
)
@JSON
def links_(folder: Path, into: Path | None, as_json: bool) -> None:
    """Look at the links that lead out of the library, politely: what is broken or has moved for good. Ends with 1 where one is broken."""
    found = links.look(links.links(sound(folder)))
    told = links.report(found)
    if into:
        into.write_text(told, "utf-8")
    if as_json:
        tell_json(links.for_programs(found))
    elif told and not into:
        click.echo(told)
    counts = links.summary(found)
    phrase = spoken()
    click.echo(phrase(f"{counts['links']} links: {counts['broken']} broken, {counts['moved']} moved for good."), err=True)
    if counts["broken"]:
        sys.exit(1)


def carried_out(make: Callable[[], Changes], dry_run: bool, done: str, aside: bool = False) -> None:
    """Makes changes, tries them on a copy, and carries them out or shows them. Ends with 1 where they are refused.

    With ``aside`` nothing of it is said on the standard output, where a report for programs stands.
    """
    phrase = spoken()
    try:
        changes = make()
        changes.check()
        if dry_run:
            for line in changes.difference():
                click.echo(line, err=aside)
        else:
            changes.carry_out()
    except Refused as refused:
        for said in report(refused.problems, phrase):
            click.echo(said, err=True)
        click.echo(phrase("Nothing was changed."), err=True)
        sys.exit(1)
    except OSError as error:
        raise click.ClickException(f"{error.filename}: {error.strerror}; nothing was changed") from None
    files = len(changes)
    if dry_run:
        click.echo(phrase(f"Files that would change: {files}; nothing was written."), err=True)
    else:
        click.echo(f"{phrase(done)} {phrase(f'Files changed: {files}.')}", err=aside)


COMMANDS = (missing_, rename_, withdraw_, restore_, publish_, checksums_, preserve_, links_)
