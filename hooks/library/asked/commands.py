"""The command ``library from-issue``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from library.asked import forms
from library.asked.answering import answer, comment
from library.importing.entries import Unreadable
from library.keeping.changes import Refused
from library.keeping.commands import DRY_RUN, FOLDER, sound, spoken
from library.words.problems import ProblemWords

COMMENT = "comment.md"


@click.command("from-issue")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@FOLDER
@click.option(
    "--forms",
    "folder_of_forms",
    type=click.Path(file_okay=False, path_type=Path),
    default=".github/ISSUE_TEMPLATE",
    help="Folder of the forms; .github/ISSUE_TEMPLATE without it.",
)
@click.option("--into", type=click.Path(file_okay=False, path_type=Path), help=f"Folder for {COMMENT}, the answer in the form's language.")
@click.option("--address", default="", help="Address of the issue, where FILE does not tell it: the source of a new record.")
@click.option("--json", "as_json", is_flag=True, help="Tell what became of it as JSON.")
@DRY_RUN
def from_issue_(file: Path, folder: Path, folder_of_forms: Path, into: Path | None, address: str, as_json: bool, dry_run: bool) -> None:
    """Make the change that a reader asks for by a form at the repository's host, and write the answer.

    FILE is the text of the issue, or what the host tells a workflow of it (GITHUB_EVENT_PATH). Ends with 1 where nothing
    can be changed without people; the answer says why.
    """
    phrase = spoken()
    try:
        asked = forms.read(file, forms.forms(folder_of_forms), address)
    except Unreadable as unreadable:
        raise click.ClickException(f"{phrase(unreadable.said)}\n  {phrase('hint')}: {phrase(unreadable.hint)}") from None
    if asked is None:
        click.echo(phrase("This is none of the forms; there is nothing to answer."), err=True)
        sys.exit(1)
    made = answer(asked, sound(folder))
    if into:
        into.mkdir(parents=True, exist_ok=True)
        words = ProblemWords(asked.language, Path("overrides", "locales"))
        (into / COMMENT).write_text(comment(made, words), "utf-8", newline="")
    try:
        if made.changes is not None and not dry_run:
            made.changes.carry_out()
    except Refused as refused:
        raise click.ClickException("\n".join(problem.printed(phrase) for problem in refused.problems)) from None
    if as_json:
        told = {"kind": asked.kind, "language": asked.language, "changed": made.changes is not None, "record": made.record}
        click.echo(json.dumps(told))
    elif made.changes is not None:
        click.echo(f"{made.record}: {phrase(f'Files changed: {len(made.changes)}.')}")
    else:
        click.echo(phrase("Nothing was changed; a member of staff will look at it."), err=True)
    sys.exit(made.changes is None)


COMMANDS = (from_issue_,)
