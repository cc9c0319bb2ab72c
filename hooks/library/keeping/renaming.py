"""Another id for a work or a term: its file, every record that names it, and the way from the former address."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from library.catalogue import figures, formatting, kinds
from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.checks.case_texts import with_links_to
from library.catalogue.problems import Problem, nearest
from library.catalogue.shapes import ISSUE, WORK
from library.catalogue.yaml_texts import Keys
from library.keeping import texts
from library.keeping.changes import Changes, Refused
from library.keeping.references import GLOSSARY, WORKS, references

_TERMS: Mapping[str, str] = {
    "person": "parties",
    "body": "parties",
    "theme": "themes",
    "series": "series",
    "region": "regions",
    "audience": "audiences",
    "source": "sources",
    "tag": "tags",
    "framework": "frameworks",
    "indicator": "indicators",
    "elsewhere": "elsewhere",
    "participation": "participation",
}
_RECORDS = tuple(kind.name for kind in kinds.KINDS if "former_ids" in kind.model.model_fields)

KINDS: Mapping[str, str] = {"work": WORKS, **{name: name for name in _RECORDS}, **_TERMS}
"""What can be renamed, and where its ids are kept. Languages, countries, licences have codes that others gave them, and the
code of this project knows types by name."""


def rename(catalogue: Catalogue, kind: str, old: str, new: str) -> Changes:
    """What becomes of the catalogue's files when a record or a term gets another id. Raises Refused."""
    changes = Changes(catalogue.folder)
    if kind == "work":
        _rename_work(changes, catalogue, old, new)
    elif kind in _RECORDS:
        _rename_record(changes, catalogue, kind, old, new)
    else:
        _rename_term(changes, catalogue, kind, old, new)
    return changes


# -- works ---------------------------------------------------------------------------------------


def work_of(catalogue: Catalogue, work_id: str) -> Placed:
    """The work of an id. Raises Refused with the id that was perhaps meant."""
    if work_id not in catalogue.works:
        hint = nearest(work_id, catalogue.works) or "write the id of a record"
        raise Refused(Problem(catalogue.folder.name, 0, 0, "unknown-work", f'"{work_id}" is not the id of a work', hint))
    return catalogue.works[work_id]


def _rename_work(changes: Changes, catalogue: Catalogue, old: str, new: str) -> None:
    placed = work_of(catalogue, old)
    if new in catalogue.works:
        raise _taken(catalogue, catalogue.works[new].record.name, new)
    _follow(changes, catalogue, WORKS, old, new)
    for text in sorted((catalogue.folder / "case-studies").glob("*.md")):
        if (followed := with_links_to(changes.text(text), old, new)) != changes.text(text):
            changes.write(text, followed)
    _rename_figures(changes, catalogue, old, new)
    path = placed.record.path
    texts.replace(changes, path, [(*placed.keys, "id")], old, new)
    former = f"/{placed.address}/"
    address = f"/{placed.address.removesuffix(old)}{new}/"

    def leave_the_way(data: Any) -> None:
        work = at(data, placed.keys)
        kept = [one for one in work.get("former_addresses", ()) if one != address]
        work["former_addresses"] = [*kept, former]

    texts.edit(changes, path, kind_of(placed), leave_the_way)
    _move_documents(changes, placed, old, new)
    if not placed.keys:
        for beside in sorted(path.parent.glob(f"{old}.*")):
            changes.move(beside, beside.with_name(new + beside.name.removeprefix(old)))


def _rename_figures(changes: Changes, catalogue: Catalogue, old: str, new: str) -> None:
    """Figures are named after the work in whose texts they stand."""
    found = catalogue.figures.get(old, ())
    for name in dict.fromkeys(figure.where for figure in found):
        text = catalogue.folder.parent / name
        changes.write(text, figures.renamed(changes.text(text), old, new))
    for file in dict.fromkeys(figure.name for figure in found):
        changes.move_file(catalogue.folder / "files" / file, catalogue.folder / "files" / f"{new}{file.removeprefix(old)}")


def _move_documents(changes: Changes, placed: Placed, old: str, new: str) -> None:
    """Documents and covers that are named after the work take its new name."""
    named: list[tuple[Keys, str | None]] = [
        (("editions", number, "file"), edition.file) for number, edition in enumerate(placed.work.editions)
    ]
    moved = set()
    for keys, file in [*named, (("cover",), placed.work.cover)]:
        if file and file.startswith(f"{old}."):
            renamed = new + file.removeprefix(old)
            texts.replace(changes, placed.record.path, [(*placed.keys, *keys)], file, renamed)
            if file not in moved:
                changes.move_file(changes.folder / "files" / file, changes.folder / "files" / renamed)
                moved.add(file)


def kind_of(placed: Placed) -> str:
    """Of the file in which a work stands."""
    return ISSUE if placed.keys else WORK


def at(data: Any, keys: Keys) -> Any:
    """The value at a place."""
    for key in keys:
        data = data[key]
    return data


# -- records beside the works ---------------------------------------------------------------------


def _rename_record(changes: Changes, catalogue: Catalogue, kind: str, old: str, new: str) -> None:
    records = catalogue.of_kind(kind)
    if old not in records:
        hint = nearest(old, records) or "write the id of a record"
        raise Refused(Problem(catalogue.folder.name, 0, 0, "unknown-record", f'"{old}" is not the id of a record of that kind', hint))
    if new in records:
        raise _taken(catalogue, records[new].record.name, new)
    _follow(changes, catalogue, kind, old, new)
    path = records[old].record.path
    texts.replace(changes, path, [("id",)], old, new)

    def leave_the_way(data: Any) -> None:
        data["former_ids"] = [*(one for one in data.get("former_ids", ()) if one != new), old]

    texts.edit(changes, path, kind, leave_the_way)
    changes.move(path, path.with_name(new + path.suffix))


# -- terms ---------------------------------------------------------------------------------------


def _rename_term(changes: Changes, catalogue: Catalogue, kind: str, old: str, new: str) -> None:
    name = KINDS[kind]
    vocabulary = catalogue.vocabularies[name]
    if old not in vocabulary or (name == "parties" and vocabulary[old].kind != kind):
        hint = nearest(old, vocabulary) or f"write the id of a {kind}"
        raise Refused(
            Problem(f"{catalogue.folder.name}/{vocabulary.where}", 0, 0, "unknown-term", f'"{old}" is not the id of a {kind}', hint)
        )
    if new in vocabulary:
        raise _taken(catalogue, vocabulary.stands[new][0].name, new)
    _follow(changes, catalogue, name, old, new)
    record, number = vocabulary.stands[old]
    path = record.path
    data = texts.values(changes, path)
    ordered = [term["id"] for term in data] == sorted(term["id"] for term in data)
    texts.replace(changes, path, [(number, "id")], old, new)

    def leave_the_way(terms: Any) -> Any:
        term = terms[number]
        term["former_ids"] = [*(one for one in term.get("former_ids", ()) if one != new), old]
        return sorted(terms, key=lambda one: str(one["id"])) if ordered else terms

    texts.edit(changes, path, name, leave_the_way)


# -- what names it -------------------------------------------------------------------------------


def _follow(changes: Changes, catalogue: Catalogue, vocabulary: str, old: str, new: str) -> None:
    """Writes the new id wherever a record names the old one."""
    as_named = {GLOSSARY: (f"{vocabulary}:{old}", f"{vocabulary}:{new}")} if vocabulary != WORKS else {}
    for path, kind in _files(catalogue.folder):
        places = list(references(kind, texts.values(changes, path), vocabulary, old))
        if places:
            texts.replace(changes, path, places, *as_named.get(kind, (old, new)))


def _files(folder: Path) -> Iterator[tuple[Path, str]]:
    yield from formatting.records(folder)
    glossary = folder / "vocabularies" / "glossary.yml"
    if glossary.is_file():
        yield glossary, GLOSSARY


def _taken(catalogue: Catalogue, where: str, new: str) -> Refused:
    return Refused(
        Problem(where, 0, 0, "duplicate-id", f'the id "{new}" is taken', "choose another id; an id once published is never reused")
    )
