"""Files in the catalogue that would never be read: better to say so than to let a record vanish."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from library.catalogue.authorities import VOCABULARIES
from library.catalogue.catalogue import UNPLACED
from library.catalogue.kinds import KINDS
from library.catalogue.on_disk import files_of, unreadable
from library.catalogue.problems import Problem, nearest
from library.catalogue.published import NAME as PUBLISHED

FOLDERS = {
    "knowledge-products": (".yml",),
    "case-studies": (".md",),
    "journal": (".yml",),
    **{kind.collection: (".yml",) for kind in KINDS},
}
"""Folders of records and the endings of their files."""

NOT_RECORDS = {"files", "schemas"}


def stray_files(folder: Path) -> Iterator[Problem]:
    """What lies where no record, vocabulary or document is looked for; leftovers of editors are passed over."""
    if not folder.is_dir():
        yield Problem(
            folder.name, 0, 0, "no-catalogue", f"there is no folder {folder.name}/", "run the command in the project's own folder"
        )
        return
    for path in files_of(folder):
        name = path.relative_to(folder.parent).as_posix()
        parts = path.relative_to(folder).parts
        if path.is_dir():
            yield from _folder(path, name)
            if path.is_symlink() or (not path.suffix and parts[0] != "files"):
                continue
        if parts[0] in NOT_RECORDS or parts in (("README.md",), ("LICENSE",), (PUBLISHED,)):
            continue
        if parts[0] == "vocabularies":
            yield from _stray_vocabulary(name, path, parts)
        elif not _expected(path, parts):
            yield Problem(
                name,
                0,
                0,
                "stray-file",
                "no record is expected here",
                "records stand in knowledge-products/*.yml, case-studies/*.md, journal/journal.yml, journal/issues/*.yml, "
                f"journal/articles/*.yml and {_of_kinds()}; a translation beside its record",
            )


def _of_kinds() -> str:
    return ", ".join(f"{kind.collection}/*.yml" for kind in KINDS)


def is_translation(path: Path) -> bool:
    return path.suffix == ".md" and "." in path.stem


def _expected(path: Path, parts: tuple[str, ...]) -> bool:
    depth = 3 if parts[:2] in (("journal", "issues"), ("journal", UNPLACED)) else 2
    misplaced = parts[0] == "journal" and depth == 2 and path.name != "journal.yml"
    orphan = is_translation(path) and not path.with_name(f"{path.stem.split('.')[0]}.md").is_file()
    return not (path.is_dir() or path.suffix not in FOLDERS.get(parts[0], ()) or len(parts) != depth or misplaced or orphan)


def _folder(path: Path, name: str) -> Iterator[Problem]:
    """A folder that is a link is not followed, and one that cannot be listed hides its records."""
    if path.is_symlink():
        yield Problem(name, 0, 0, "outside", "the folder is a link, and what lies behind it is not read", "put the folder itself here")
        return
    try:
        next(path.iterdir(), None)
    except OSError as error:
        yield unreadable(name, error)


def _stray_vocabulary(name: str, path: Path, parts: tuple[str, ...]) -> Iterator[Problem]:
    """A file among the vocabularies that is part of none of them."""
    if len(parts) == 2 and path.suffix == ".yml" and path.stem in (*VOCABULARIES, "glossary", "names"):
        return
    if len(parts) == 3 and path.suffix == ".yml" and parts[1] in VOCABULARIES:
        return
    hint = nearest(parts[1].removesuffix(".yml"), VOCABULARIES) or f"vocabularies: {', '.join(VOCABULARIES)}"
    if len(parts) > 2 and parts[1] in VOCABULARIES:
        hint = f"the files of a vocabulary that is a folder are vocabularies/{parts[1]}/*.yml"
    yield Problem(name, 0, 0, "stray-file", "there is no such vocabulary", hint)
