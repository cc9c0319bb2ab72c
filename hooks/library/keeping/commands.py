"""Commands for those who keep the catalogue: what is missing, and changes that reach through many records."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from library.catalogue.catalogue import Catalogue
from library.catalogue.loading import load
from library.catalogue.missing import missing, summed_up
from library.catalogue.problems import CatalogueError
from library.keeping import work_list

FOLDER = click.option(
    "--catalogue",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default="catalogue",
    help="Folder of the catalogue; catalogue without it.",
)


def sound(folder: Path) -> Catalogue:
    """The catalogue; where it has problems they are told, and the command ends with 1."""
    try:
        return load(folder)
    except CatalogueError as error:
        for problem in error.problems:
            click.echo(str(problem), err=True)
        click.echo(str(error), err=True)
        sys.exit(1)


@click.command("missing")
@FOLDER
@click.option("-l", "--language", "languages", multiple=True, help="Only what is missing in this language; may be given again.")
@click.option("--csv", "table", type=click.Path(dir_okay=False, path_type=Path), help="Write the list to this file, a row each.")
def missing_(folder: Path, languages: tuple[str, ...], table: Path | None) -> None:
    """List titles and summaries that are not there yet: the work list of translators."""
    catalogue = sound(folder)
    unknown = [language for language in languages if language not in catalogue.languages]
    if unknown:
        raise click.BadParameter(f'"{unknown[0]}" is no language of the site: {", ".join(catalogue.languages)}', param_hint="--language")
    gaps = list(missing(catalogue, languages))
    if table:
        table.write_text(work_list.table(gap for gap in gaps if gap.language), "utf-8", newline="")
        click.echo(f"{table}: {sum(bool(gap.language) for gap in gaps)} rows")
    else:
        for line in work_list.lines(gaps):
            click.echo(line)
    click.echo(summed_up(gaps, catalogue.languages) or "Nothing is missing.", err=not table)


COMMANDS = (missing_,)
