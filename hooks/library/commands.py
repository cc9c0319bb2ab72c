"""The command ``library``: checks, builds and serves the library of the folder in which it is started.

Each command imports for itself what it needs: a build where nothing has changed needs little.
"""

from __future__ import annotations

import io
import os
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from library.catalogue.unfinished import journal_of
from library.unchanged import Finished, sentence

if TYPE_CHECKING:
    from library.catalogue.catalogue import Catalogue
    from library.catalogue.problems import Problem
    from library.telling import Telling
    from library.words.problems import ProblemWords

LOCALES = Path("overrides", "locales")
"""The words of the project in whose folder the command is started."""

PROJECT = click.option(
    "--project",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="Folder of mkdocs.yml; this one without it.",
)


class _Commands(click.Group):
    """Commands of keepers are imported where one of them, or the list of all, is asked for."""

    def list_commands(self, context: click.Context) -> list[str]:
        self._add_those_of_keepers()
        return super().list_commands(context)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in self.commands:
            self._add_those_of_keepers()
        return super().get_command(context, name)

    def invoke(self, context: click.Context) -> Any:
        """Runs a command; what it says against its options and files is told in the language that the environment asks for."""
        try:
            return super().invoke(context)
        except click.ClickException as error:
            from library.words.problems import chosen, in_words

            vars(error)["message"] = in_words(error.message, chosen(LOCALES))
            raise

    def _add_those_of_keepers(self) -> None:
        from library.asked import commands as of_readers
        from library.importing import commands as of_imports
        from library.keeping import commands as of_keepers

        for command in (*of_keepers.COMMANDS, *of_imports.COMMANDS, *of_readers.COMMANDS):
            self.add_command(command)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """A library of publications, made from plain files."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal may know less letters than records have; what it cannot print is shown by its code.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _language(context: click.Context, parameter: click.Parameter, tag: str | None) -> ProblemWords:
    """The words for problems that were asked for; a language without words is refused."""
    from library.words.problems import WRITTEN_IN, ProblemWords, languages, wanted

    language = wanted(tag, LOCALES) if tag else WRITTEN_IN
    if not language:
        raise click.BadParameter(f'"{tag}" is no language in which problems can be told: {", ".join(languages(LOCALES))}')
    return ProblemWords(language, LOCALES)


@main.command()
@click.argument("folder", type=click.Path(path_type=Path), default="catalogue")
@click.option("--words", is_flag=True, help="Check the words too, by the rules in overrides/locales.")
@click.option("--spelling", is_flag=True, help="With --words: let Hunspell read the Russian and Kazakh words, where it is installed.")
@click.option("--remarks", is_flag=True, help="Name what is not there yet, and persons who may be one.")
@click.option(
    "-l",
    "--language",
    "phrase",
    callback=_language,
    envvar="LIBRARY_LANGUAGE",
    show_envvar=True,
    help="Language of problems and remarks: en, ru or kk; English without it.",
)
@click.option("--format", "form", type=click.Choice(["lines", "github"]), default="lines", help="github: as annotations of a workflow.")
@click.option("--json", "as_json", is_flag=True, help="Tell each problem as a JSON object in a line of its own.")
def check(folder: Path, words: bool, spelling: bool, remarks: bool, phrase: ProblemWords, form: str, as_json: bool) -> None:
    """Check the catalogue: every problem with its file, line and remedy."""
    from library.catalogue.doubles import likely_doubles
    from library.catalogue.kinds import BY_NAME
    from library.catalogue.loading import load
    from library.catalogue.missing import missing, missing_of_kinds, summed_up
    from library.catalogue.on_disk import leftovers
    from library.catalogue.problems import CatalogueError
    from library.catalogue.visible import shown
    from library.keeping.commands import healed
    from library.telling import JSON, Telling

    healed(folder)
    tell = Telling(phrase, JSON if as_json else form, folder)
    docs = _own_docs(folder)
    if docs:
        _check_settings(tell)
    try:
        catalogue = load(folder)
    except CatalogueError as error:
        tell.problems(error.problems)
        tell.line(error.summary(phrase), error=True)
        sys.exit(1)
    if docs:
        _check_written_pages(catalogue, docs, tell)
    told = _words(catalogue, folder, spelling, tell) if words else []
    of_kinds = "".join(f", {BY_NAME[name].collection}: {len(records)}" for name, records in catalogue.filed.items() if records)
    tell.line(phrase(f"No problems: {len(catalogue.works)} works and {len(catalogue.issues)} issues of the journal{of_kinds}."))
    if passed := leftovers(folder):
        names = [shown(name) for name in passed[:5]] + ([f"… (+{len(passed) - 5})"] if len(passed) > 5 else [])
        tell.line(phrase(f"Passed over, as what editors and systems leave behind: {', '.join(names)}"))
    gaps = list(missing(catalogue))
    tell.remarks(
        [*told, *((*likely_doubles(catalogue), *(gap.remark for gap in (*gaps, *missing_of_kinds(catalogue)))) if remarks else ())]
    )
    if summary := summed_up(gaps, catalogue.languages):
        more = "" if remarks else " " + phrase("library check --remarks names each, library missing lists them for translators.")
        tell.line(f"{phrase(summary)}.{more}")


def _check_settings(tell: Telling) -> None:
    """Settings of this project that a build would refuse. They come before the records: the day of the check is one of them."""
    import yaml

    from library import doorway, engine

    try:
        engine.read(Path.cwd())
    except doorway.Refused as refused:
        tell.settings(str(refused))
        sys.exit(1)
    except (OSError, yaml.YAMLError, KeyError) as error:
        tell.settings(tell.phrase(f"mkdocs.yml: {error}; look for a slip there"))
        sys.exit(1)


def _check_written_pages(catalogue: Catalogue, docs: Path, tell: Telling) -> None:
    """Pages that people wrote at addresses that are taken, and those that were published and are gone."""
    from library.catalogue.checks.addresses import of_written_pages
    from library.catalogue.checks.lasting import lost_written_pages

    taken = [*of_written_pages(catalogue, docs), *lost_written_pages(catalogue, docs)]
    tell.problems(taken)
    if taken:
        sys.exit(1)


def _own_docs(folder: Path) -> Path | None:
    """The pages that people wrote for the site of a catalogue; None for a catalogue that is not this project's own."""
    docs = Path("docs")
    return docs if docs.is_dir() and folder.resolve() == Path("catalogue").resolve() else None


def _words(catalogue: Catalogue, folder: Path, spelling: bool, tell: Telling) -> list[Problem]:
    """Remarks on the words; where there are problems in them, tells them and ends with 1.

    Of the catalogue of this project the interface and the guides are read with it.
    """
    from library.words.rules import Rules, WrongRules, catalogue_texts, every_text, misspelt
    from library.words.rules.spelling import HunspellError

    try:
        rules = Rules(catalogue, LOCALES)
    except WrongRules as error:
        raise click.ClickException(str(error)) from None
    docs = _own_docs(folder)
    texts = list(every_text(catalogue, LOCALES, docs) if docs else catalogue_texts(catalogue))
    try:
        found = [*rules.check(texts), *(misspelt(texts, LOCALES) if spelling else ())]
    except HunspellError as error:
        raise click.ClickException(str(error)) from None
    problems = sorted({finding.problem() for finding in found if not finding.remark})
    tell.problems(problems)
    if problems:
        tell.line(tell.phrase(f"{len(problems)} in the words; overrides/locales/README.md tells of each rule."), error=True)
        sys.exit(1)
    return sorted({finding.problem() for finding in found if finding.remark})


@main.command("format")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path), default="catalogue")
@click.option("--check", "only_check", is_flag=True, help="Change nothing; end with 1 where a file has another form.")
def format_(folder: Path, only_check: bool) -> None:
    """Bring records into their one form: order of fields, quotes, line breaks. No value changes."""
    from library.catalogue import formatting
    from library.catalogue.problems import Problem
    from library.keeping.commands import healed
    from library.words.problems import chosen

    healed(folder)
    phrase = chosen(LOCALES)
    changed = unread = 0
    for path, kind in formatting.records(folder):
        name = path.relative_to(folder.parent).as_posix()
        made = formatting.tidy(path, kind, name)
        if isinstance(made, Problem):
            click.echo(made.printed(phrase), err=True)
            unread += 1
        elif made is not None:
            click.echo(f"{name}: {phrase('has another form' if only_check else 'brought into its form')}")
            changed += 1
            if not only_check:
                formatting.write_whole(path, made)
    told = [phrase(f"{changed} files {'have another form' if only_check else 'changed'}")]
    click.echo(", ".join([*told, *([phrase(f"{unread} cannot be read")] if unread else ())]))
    if unread or (only_check and changed):
        sys.exit(1)


@main.command()
@PROJECT
@click.option("-d", "--into", type=click.Path(path_type=Path), help="Folder of the site, site/ without it.")
@click.option(
    "--engine",
    "with_engine",
    type=click.Choice(["mkdocs", "own"]),
    default="mkdocs",
    show_default=True,
    help="What prints the pages of docs/: the bytes are the same.",
)
@click.option("--processes", type=click.IntRange(1), default=None, help="As many as there are processors without it.")
@click.option("--scheduler", help="Address of a Dask scheduler whose workers see this folder (pip install library[distributed]).")
@click.option("--anew", is_flag=True, help="Make everything, whatever was kept.")
def build(project: Path, into: Path | None, with_engine: str, processes: int | None, scheduler: str | None, anew: bool) -> None:
    """Make the site: what has changed since the last time, strictly."""
    started = time.monotonic()
    project = project.resolve()
    if journal_of(project / "catalogue").is_dir():
        from library.keeping.commands import healed

        healed(project / "catalogue")
    finished = Finished(project / ".cache", with_engine, str(into.resolve()) if into else "")
    if not anew and not scheduler and (counts := finished.unchanged()):
        pages, others, units = counts
        click.echo(sentence(pages, others, time.monotonic() - started, 0, units, 0, 0))
        return

    import yaml

    from library import building, doorway
    from library.catalogue.problems import report
    from library.words.problems import chosen, in_words

    phrase = chosen(project / LOCALES)
    progress = _Progress()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))  # what lies beside the site is cleared away
    options: dict[str, Any] = {"tell": progress.tell, "anew": anew, **({"processes": processes} if processes else {})}
    try:
        result = building.build(project, into, with_engine, scheduler, finished, **options)
    except doorway.Refused as refused:
        progress.end()
        for said in report(refused.problems, phrase):
            click.echo(said, err=True)
        click.echo(in_words(str(refused), phrase), err=True)
        sys.exit(1)
    except (OSError, yaml.YAMLError, KeyError) as error:
        progress.end()
        click.echo(phrase(f"mkdocs.yml: {error}; look for a slip there"), err=True)
        sys.exit(1)
    progress.end()
    click.echo(doorway.summary(result, time.monotonic() - started))


@main.command()
@PROJECT
@click.option("-a", "--address", default="127.0.0.1:8000", show_default=True, help="Host and port.")
def serve(project: Path, address: str) -> None:
    """Show the site on this computer, made anew at every change."""
    import yaml

    from library import doorway
    from library.serving import Server

    host, _, port = address.rpartition(":")
    if not port.isdigit():
        raise click.BadParameter(f'"{address}" is not an address such as 127.0.0.1:8000', param_hint="--address")
    try:
        server = Server(project.resolve(), (host or "127.0.0.1", int(port)), click.echo)
    except OSError as error:
        raise click.ClickException(f"{address} cannot be served: {error.strerror}; name another with --address 127.0.0.1:8001") from None
    port = str(server.http.server_address[1])  # where 0 was asked for, one that was free
    os.environ.setdefault("SITE_URL", f"http://{host or '127.0.0.1'}{'' if port == '80' else f':{port}'}/")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background process is born deaf to it
    try:
        server.run()
    except KeyboardInterrupt:
        click.echo("")
    except doorway.Refused as refused:
        raise click.ClickException(str(refused)) from None
    except (OSError, yaml.YAMLError, KeyError) as error:
        raise click.ClickException(f"mkdocs.yml: {error}; look for a slip there") from None


@main.command()
@PROJECT
@click.argument("range", metavar="BASE..HEAD")
@click.option(
    "-d", "--into", type=click.Path(file_okay=False, path_type=Path), required=True, help="Folder of the preview; what lies in it goes."
)
@click.option("-l", "--language", help="Language of the comment; the site's first without it.")
@click.option("--json", "as_json", is_flag=True, help="Tell what came of it as JSON.")
def preview(project: Path, range: str, into: Path, language: str | None, as_json: bool) -> None:
    """Show what a change does to the site: comment.md for a pull request, index.html, pictures and the site.

    BASE and HEAD are commits, as in main..HEAD; BASE alone compares with the files as they are now.
    """
    import yaml

    from library import doorway, engine
    from library.preview import making, states
    from library.words.translations import Words

    try:
        site = engine.read(project.resolve()).settings.site
    except doorway.Refused as refused:
        raise click.ClickException(str(refused)) from None
    except (OSError, yaml.YAMLError, KeyError) as error:
        raise click.ClickException(f"mkdocs.yml: {error}; look for a slip there") from None
    if language and language not in site.languages:
        raise click.BadParameter(f'"{language}" is no language of the site: {", ".join(site.languages)}', param_hint="--language")
    words = Words(language or site.languages[0], project / "overrides" / "locales")
    names = {tag: words.locale.languages.get(tag, site.autonyms[tag]) for tag in site.languages}
    try:
        made = making.Making(project.resolve(), names, words, lambda line: click.echo(line, err=True)).make(states.Range.read(range), into)
    except states.Unknown as unknown:
        raise click.ClickException(str(unknown)) from None
    if as_json:
        import json

        click.echo(json.dumps(making.for_programs(made, into), ensure_ascii=False, indent=2))
    else:
        click.echo(f"{into / making.COMMENT}: {making.said(made)}")
    if made.refused:
        sys.exit(1)


# -- how far it is --------------------------------------------------------------------------------


class _Progress:
    """How far long work is: a line that is written over on a terminal, a line now and then elsewhere."""

    def __init__(self) -> None:
        self.terminal = sys.stderr.isatty()
        self.last = 0.0
        self.open = False

    def tell(self, done: int, total: int) -> None:
        now = time.monotonic()
        if now - self.last < (0.1 if self.terminal else 10):
            return
        if self.last or self.terminal:
            click.echo(f"{chr(13) if self.terminal else ''}{done} of {total} units made", err=True, nl=not self.terminal)
            self.open = self.terminal
        self.last = now

    def end(self) -> None:
        if self.open:
            click.echo(f"{chr(13)}{' ' * 40}{chr(13)}", err=True, nl=False)
