"""The command ``library import``."""

from __future__ import annotations

import json
import re
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from library.catalogue.catalogue import Catalogue
from library.catalogue.dates import today
from library.catalogue.problems import nearest, report
from library.citations.citation import doi_address
from library.importing import files, reporting, resolving
from library.importing.entries import Reading, Unreadable
from library.importing.planning import Plan, whole_and_checked
from library.importing.records import Given
from library.keeping.changes import Changes, Refused
from library.keeping.commands import DRY_RUN, FOLDER, JSON, carried_out, sound, spoken, tell_json
from library.words.problems import in_words

DOI = "doi:"


@click.command("import")
@click.argument("names", metavar="FILE…", nargs=-1, required=True)
@FOLDER
@DRY_RUN
@click.option("--json", "as_json", is_flag=True, help="Tell the report as JSON.")
@click.option("--format", "named", type=click.Choice(files.FORMATS), help="Format of the files, where their content does not tell it.")
@click.option("--source", default="", help="Where the facts were read, an id of vocabularies/sources.yml; the file itself without it.")
@click.option("--type", "type_id", default="", help="Type of entries whose kind the library has no type for, as in research-paper.")
@click.option("--language", default="", help="Language of the documents of which the file tells none, as in ru.")
@click.option("--documents", is_flag=True, help="Take over the PDFs that lie beside the file too: only what the library may publish.")
def import_(
    names: tuple[str, ...],
    folder: Path,
    dry_run: bool,
    as_json: bool,
    named: str | None,
    source: str,
    type_id: str,
    language: str,
    documents: bool,
) -> None:
    """Take publications over from files of other programs: BibTeX, BibLaTeX, RIS, CSL JSON, answers of Crossref and DataCite, OJS, OAI-PMH, MARC
    21, CSV, XLSX.

    A FILE may be doi:10.…: then its agency is asked.

    Every entry becomes a record, or the report says why not. The catalogue is checked on a copy first; all is written, or nothing.
    """
    catalogue = sound(folder)
    given = replace(_given(catalogue, source, type_id, language), documents=documents)
    failed = False
    for name in names:
        try:
            plan = _plan(catalogue, given, name, named or "")
            if plan.changes and not dry_run:
                with _whole():
                    plan.changes.carry_out()
        except Unreadable as unreadable:
            failed = True
            phrase = spoken()
            click.echo(in_words(f"{unreadable.said}\n  hint: {unreadable.hint}", phrase), err=True)
            click.echo(phrase("Nothing of it was taken."), err=True)
            continue
        except Refused as refused:
            for said in report(refused.problems, spoken()):
                click.echo(said, err=True)
            click.echo(spoken()("Nothing was changed."), err=True)
            sys.exit(1)
        except OSError as error:
            raise click.ClickException(f"{error.filename}: {error.strerror}; nothing was changed") from None
        _tell(plan, as_json, dry_run)
        failed |= reporting.counts(plan)["not taken"] > 0
        if len(names) > 1 and not dry_run:
            catalogue = sound(folder)
    sys.exit(1 if failed else 0)


def _given(catalogue: Catalogue, source: str, type_id: str, language: str) -> Given:
    for option, vocabulary, value in (("--source", "sources", source), ("--type", "types", type_id), ("--language", "languages", language)):
        known = catalogue.vocabularies[vocabulary]
        if value and value not in known:
            hint = nearest(value, known) or f"write an id of {known.where}"
            raise click.BadParameter(f'"{value}" is not in {known.where}; {hint}', param_hint=option)
    return Given(source, today().isoformat(), type_id, language)


def _plan(catalogue: Catalogue, given: Given, name: str, named: str) -> Plan:
    """The plan; without a source the file itself is one, under its name, and of a DOI its address."""
    if name.lower().startswith(DOI):
        doi = name[len(DOI) :].lower()
        reading = resolving.read(doi)
        source_of = given.source or doi_address(doi)
        return whole_and_checked(catalogue, reading, replace(given, source=source_of))
    given = replace(given, beside=Path(name).parent)
    reading, name = files.read(Path(name), named), Path(name).name
    if given.source:
        return whole_and_checked(catalogue, reading, given)
    source_id = f"file-{re.sub('[^a-z0-9]+', '-', name.lower()).strip('-')}"[:60].strip("-")
    known = catalogue.vocabularies["sources"]
    source: dict[str, Any] | None = None
    if source_id not in known:
        source = {"id": source_id, "label": dict.fromkeys(catalogue.languages, name)}
    return whole_and_checked(catalogue, reading, replace(given, source=source_id), source)


@contextmanager
def _whole() -> Iterator[None]:
    """While files are written, being told to end raises, so that what was written so far is taken back."""

    def stop(number: int, frame: object) -> None:
        raise SystemExit(128 + number)

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _tell(plan: Plan, as_json: bool, dry_run: bool) -> None:
    phrase = spoken()
    if as_json:
        click.echo(json.dumps(reporting.as_json(plan), ensure_ascii=False, indent=2))
    else:
        for line in reporting.lines(plan, phrase):
            click.echo(line)
    files = len(plan.changes)
    click.echo(phrase(f"Files that would change: {files}; nothing was written." if dry_run else f"Files changed: {files}."), err=True)


@click.command("new")
@FOLDER
@DRY_RUN
def new_(folder: Path, dry_run: bool) -> None:
    """Ask for a publication in plain words, suggest its terms, id and citation key, and write its record."""
    from library.importing.asking import Asking

    catalogue = sound(folder)
    asking = Asking(catalogue, spoken())
    entry = asking.entry()
    given = Given(asking.source(), today().isoformat())

    def plan() -> Changes:
        made = whole_and_checked(catalogue, Reading([entry]), given)
        for line in reporting.lines(made, spoken()):
            click.echo(line)
        if not made.works:
            raise Refused
        return made.changes

    carried_out(plan, dry_run, "The record is written.")


@click.command("template")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@FOLDER
def template_(file: Path, folder: Path) -> None:
    """Write a workbook (FILE.xlsx) to fill in and import, with lists to choose from and explanations, or its headings as FILE.csv."""
    if file.suffix.lower() not in (".xlsx", ".csv"):
        raise click.BadParameter(f'"{file.name}" ends in neither .xlsx nor .csv', param_hint="FILE")
    if file.exists():
        raise click.BadParameter(f"{file} is there already, and may be filled in: choose another name", param_hint="FILE")
    catalogue = sound(folder)
    try:
        from library.importing import template
    except ImportError as error:
        raise click.ClickException(f'{error.name} is not installed: pip install "library[import]"') from None
    file.write_bytes(template.workbook(catalogue) if file.suffix.lower() == ".xlsx" else template.table().encode())
    phrase = spoken()
    click.echo(phrase(f"{file}: fill it in, then library import {file} --dry-run"))


@click.command("translate")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@FOLDER
@DRY_RUN
@click.option("--language", default="", help="Language of a PO file that does not tell it, as in kk.")
@click.option("--rest", is_flag=True, help="Bring the other texts back although some cannot be.")
def translate_(file: Path, folder: Path, dry_run: bool, language: str, rest: bool) -> None:
    """Bring texts back that translators wrote into the table, PO or XLIFF file of library missing.

    What was changed meanwhile is told, and nothing is written; with --rest all but that.
    """
    from library.importing import translations

    catalogue = sound(folder)
    try:
        changes, problems, there = translations.bring_back(catalogue, translations.read(file, language))
    except Unreadable as unreadable:
        raise click.ClickException(f"{unreadable.said}\n  hint: {unreadable.hint}") from None
    phrase = spoken()
    for said in report(problems, phrase):
        click.echo(said, err=True)
    if problems and not rest:
        click.echo(phrase("Nothing was changed; with --rest all other texts are brought back."), err=True)
        sys.exit(1)
    back = phrase(f"The texts of {file.name} are brought back.")
    carried_out(lambda: changes, dry_run, f"{back} {phrase(f'There already: {there}.')}" if there else back)
    sys.exit(1 if problems else 0)


@click.command("documents")
@FOLDER
@click.option("--fill", is_flag=True, help="Write the number of pages into the records that do not tell it.")
@DRY_RUN
@JSON
def documents_(folder: Path, fill: bool, dry_run: bool, as_json: bool) -> None:
    """Tell of every PDF that the library holds: pages, size, SHA-256, and what its readers would miss in it."""
    try:
        from library.importing import documents
    except ImportError as error:
        raise click.ClickException(f'{error.name} is not installed: pip install "library[import]"') from None
    catalogue = sound(folder)
    every = list(documents.held(catalogue))
    if as_json:
        tell_json(documents.for_programs(every, spoken()))
    for document in () if as_json else every:
        for line in document.lines(spoken()):
            click.echo(line)
    if fill or dry_run:
        carried_out(lambda: documents.fill_in(catalogue, every), dry_run, "The numbers of pages are filled in.", aside=as_json)
    sys.exit(1 if any(document.fault for document in every) else 0)


COMMANDS = (new_, import_, template_, translate_, documents_)
