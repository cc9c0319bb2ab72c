"""References in the citation styles of the world, made by pandoc at build time and kept from build to build.

Words in them (and, et al., editor, accessed) follow the document's language, see
``styles``. As citation processors have it, quotes in a title become those of that
language, and a space before ? ! ; a narrow one that does not break. A title keeps its own
capitals, except that Chicago capitalises the words of English titles.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from library.catalogue.names import Name
from library.citations.citation import Citation
from library.citations.formats import remarks
from library.citations.formats.csl_json import dated
from library.citations.kinds import csl_type
from library.citations.references.styles import READ_ON, STYLES, Style, locale, prepared
from library.citations.references.text import ACCESSED, Reference
from library.press.text_cache import TextCache, fingerprint

_VERSION = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()
"""Of what this module does to items and to pandoc's answer: any change of it makes all references anew."""

_AT_ONCE = 250
"""Items in a run of pandoc: so few that two processors finish together, so many that starting does not count."""

LONGEST = 300
"""Seconds after which a run of pandoc is given up; one takes a few."""

_EAST_ASIAN = re.compile(r"[\u1100-\u11ff\u3005\u3040-\u30ff\u3130-\u318f\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3 ]+")

_GUILLEMET_LANGUAGES = ("kk", "ru", "uk")
_JOINT = "\ue012"
_GUILLEMETS = str.maketrans("«»", "“”")
"""Quotes that citation processors know, so that those in a title in quotes become inner ones."""

_HIDDEN = str.maketrans({"<": "\ue010", ">": "\ue011"})
_SHOWN = str.maketrans({"\ue010": "<", "\ue011": ">", _JOINT: " "})
"""Citation processors take ``<i>`` in a title for markup, and split family names at spaces,
so these characters are others while pandoc has them; no record holds those (``records``)."""


class PandocError(RuntimeError):
    """Pandoc is missing or did not do its work; says what to do."""


def date_locale(citation: Citation, style: str = "harvard") -> str:
    """The locale, as Babel names it, in which a style writes the day of access: ``en_GB``, ``kk_KZ``.

    APA and Chicago write English dates as in America (November 22, 2026).
    """
    [made] = [each for each in STYLES if each.id == style]
    return locale(made, citation.language or citation.title_language).replace("-", "_")


# -- the item that a style gets ------------------------------------------------------------------


def item(citation: Citation) -> dict[str, Any]:
    """A CSL item with the fields that our styles print, and no others, so that no other change costs a run.

    The address is the document's own, and none where there is a DOI; ``annote`` holds the
    place of the day on which a reader saw it. The kind of report is there for documents
    whose references are worded in English, as its names are.
    """
    language = citation.language or citation.title_language
    english = locale(STYLES[0], language).startswith("en")
    volume_of = remarks.set_of_volumes(citation)
    title = citation.title.translate(_GUILLEMETS) if language in _GUILLEMET_LANGUAGES else citation.title
    fields: dict[str, Any] = {
        "id": citation.key,
        "type": csl_type(citation),
        "title": volume_of or title,
        "volume-title": title if volume_of else "",
        "author": [_name(name) for name in citation.authors],
        "editor": [_name(name) for name in citation.editors],
        "translator": [_name(name) for name in citation.translators],
        "issued": _issued(citation),
        "genre": citation.genre if citation.degree or english else "",
        "container-title": "" if volume_of else citation.container,
        "collection-title": citation.series,
        "event-title": citation.event,
        "event-place": citation.event_place,
        "collection-number": citation.series_number,
        "edition": citation.edition,
        "number": _bare_number(citation),
        "number-of-volumes": str(citation.volumes or "") if english else "",  # as "Vols." and "original work" are English words
        "original-date": dated(citation.original_date) if english else None,
        "volume": citation.volume,
        "issue": citation.number,
        "page": citation.pages,
        "DOI": citation.doi,
        "language": citation.title_language,
    }
    if citation.kind != "article":
        # Of an article Chicago would print the place, as if there were journals of the same name.
        fields["publisher"] = citation.publisher
        fields["publisher-place"] = "; ".join(citation.places)
    if citation.kind == "book" and citation.extent:
        fields["number-of-pages"] = str(citation.extent)
    if citation.location and not citation.doi:
        fields["URL"] = citation.location
        fields[READ_ON] = ACCESSED
    return {name: value for name, value in fields.items() if value}


def _issued(citation: Citation) -> dict[str, Any] | None:
    """With pandoc's sign for a span that goes on, which the schema of CSL does not have."""
    issued = dated(citation.issued)
    if issued and citation.issued and citation.issued.edtf.endswith("/.."):
        issued["date-parts"].append([0])
    return issued


def _bare_number(citation: Citation) -> str:
    """A law's number without the sign that styles put before it."""
    return citation.own_number.removeprefix("№").strip() if citation.kind == "legislation" else citation.own_number


def _name(name: Name) -> dict[str, Any]:
    """A name as citation processors take it; one in Hangul or Han letters whole, as those are never shortened."""
    if name.literal:
        return {"literal": name.literal}
    if name.given and _EAST_ASIAN.fullmatch(name.family) and _EAST_ASIAN.fullmatch(name.given):
        return {"literal": name.family + name.given}
    parts = {"family": name.family.replace(" ", _JOINT), "given": name.given, "suffix": name.suffix}
    # Styles that print given names whole would put these first from the second person on.
    return {key: value for key, value in parts.items() if value} | ({"static-ordering": True} if name.family_first else {})


def _for_style(fields: dict[str, Any], style: Style, others: int) -> dict[str, Any]:
    """The item with what one style wants otherwise."""
    if others:
        fields = fields | {"author": [*fields["author"], {"literal": "et al."}]}
    if style.id != "chicago":
        # Where given names are initials the family name stands first or apart already.
        for role in ("author", "editor", "translator"):
            if role in fields:
                fields = fields | {role: [{key: value for key, value in one.items() if key != "static-ordering"} for one in fields[role]]}
    if style.id == "harvard":
        # It prints the number of volumes in brackets, without a word.
        fields = {name: value for name, value in fields.items() if name != "number-of-volumes"}
    if style.id == "harvard" and "volume-title" in fields:
        # It prints neither volume nor title of a volume.
        fields = fields | {
            "title": ". ".join(filter(None, (fields["title"], ": ".join(filter(None, (fields.get("volume"), fields["volume-title"]))))))
        }
    if style.id == "apa" and fields.get("publisher") in [name.get("literal") for name in fields.get("author", ())]:
        # A publisher that is an author is not named twice (APA 7, section 9.29); no style can compare the two.
        fields = {name: value for name, value in fields.items() if name != "publisher"}
    if style.id == "apa" and not (fields.get("author") or fields.get("editor")):
        # The title stands first then, and the style would print the kind apart from it, after the date.
        fields = {name: value for name, value in fields.items() if name != "genre"}
    return fields


# -- all references -------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Run:
    """What references have to share to be made in one run of pandoc."""

    style: Style
    locale: str
    others: int


@dataclass(frozen=True)
class _Missing:
    """A reference that is not kept: the citation's key, its item as JSON, its key in the cache."""

    citation: str
    item: str
    key: str


def render(citations: Iterable[Citation], cache: TextCache, whole: bool = False) -> dict[tuple[str, str], Reference]:
    """The reference to each citation in each style, by citation key and style id.

    Those that are kept are taken from the cache, the others made and kept. ``whole`` says
    that these are all citations of a catalogue, so that others may be forgotten. Raises
    PandocError where pandoc does not give every reference, before anything is kept.
    """
    found: dict[tuple[str, str], Reference] = {}
    missing: dict[_Run, list[_Missing]] = {}
    known: dict[tuple[str, int], list[tuple[_Run, str]]] = {}
    for citation in citations:
        text = json.dumps(item(citation), ensure_ascii=False)
        shape = (citation.language or citation.title_language, len(citation.authors) if citation.and_others else 0)
        if shape not in known:
            known[shape] = [(run, _dependencies(run)) for run in _runs(*shape)]
        for run, dependencies in known[shape]:
            key = fingerprint(dependencies, text)
            html = cache.find(run.style.id, key)
            if html is None:
                missing.setdefault(run, []).append(_Missing(citation.key, text, key))
            else:
                found[citation.key, run.style.id] = Reference(Markup(html))
    for (run, wanted), made in _make(missing):
        cache.keep(run.style.id, zip((one.key for one in wanted), made, strict=False))
        found.update(((one.citation, run.style.id), Reference(Markup(html))) for one, html in zip(wanted, made, strict=True))
    cache.save(whole)
    return found


def _runs(language: str, others: int) -> list[_Run]:
    return [_Run(style, locale(style, language), others) for style in STYLES]


def _dependencies(run: _Run) -> str:
    """Changes whenever references of that run may come out otherwise."""
    return fingerprint(_VERSION, _pandoc()[1], run.locale, prepared(run.style, run.locale, run.others))


def _make(missing: dict[_Run, list[_Missing]]) -> list[tuple[tuple[_Run, list[_Missing]], list[str]]]:
    """The HTML of all that is missing, in portions that several processors share."""
    portions = [(run, wanted[start : start + _AT_ONCE]) for run, wanted in missing.items() for start in range(0, len(wanted), _AT_ONCE)]
    if not portions:
        return []
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(os.cpu_count()) as processors:
        files = {run: _written(run, Path(folder) / f"{number}.csl") for number, run in enumerate(missing)}
        return list(
            zip(portions, processors.map(lambda portion: _references(portion[0], files[portion[0]], portion[1]), portions), strict=False)
        )


def _written(run: _Run, path: Path) -> Path:
    path.write_text(prepared(run.style, run.locale, run.others), "utf-8")
    return path


# -- pandoc ---------------------------------------------------------------------------------------


@cache
def _pandoc() -> tuple[str, str]:
    """Pandoc's path and version."""
    try:
        import pypandoc

        path = pypandoc.get_pandoc_path()
        told = subprocess.run([path, "--version"], capture_output=True, check=True, text=True, encoding="utf-8", timeout=LONGEST).stdout
        return path, told.partition("\n")[0]
    except (ImportError, OSError, subprocess.SubprocessError) as error:
        raise PandocError(
            f"pandoc, which makes references in citation styles, cannot be run ({error}); "
            "install it again: pip install --force-reinstall pypandoc-binary"
        ) from error


def _references(run: _Run, csl: Path, wanted: Sequence[_Missing]) -> list[str]:
    """The HTML of each wanted reference, in the same order."""
    items = [_for_style(json.loads(one.item), run.style, run.others) | {"id": str(number)} for number, one in enumerate(wanted)]
    given = json.dumps(items, ensure_ascii=False).translate(_HIDDEN)
    # An empty data folder: a user's own abbreviations and defaults must not change the site.
    command = [
        _pandoc()[0],
        "--from=csljson",
        "--to=json",
        "--citeproc",
        f"--csl={csl}",
        f"--metadata=lang:{run.locale}",
        f"--data-dir={csl.parent}",
    ]
    try:
        done = subprocess.run(command, input=given.encode(), capture_output=True, check=True, timeout=LONGEST)
        answer = json.loads(done.stdout)
        made = dict(_entries(answer["blocks"]))
        return [made[f"ref-{number}"] for number in range(len(wanted))]
    except subprocess.CalledProcessError as error:
        raise PandocError(
            f"pandoc failed at {_described(run, wanted)}: {error.stderr.decode(errors='replace').strip()}; "
            "hold its release against the one in pyproject.toml"
        ) from error
    except subprocess.TimeoutExpired as error:
        raise PandocError(
            f"pandoc gave no answer for {_described(run, wanted)} within {LONGEST} seconds; "
            "build again, and look at these records if it is the same again"
        ) from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise PandocError(
            f"pandoc's answer for {_described(run, wanted)} cannot be read ({error!r}); hold its release against the one in pyproject.toml"
        ) from error


def _described(run: _Run, wanted: Sequence[_Missing]) -> str:
    return f"{len(wanted)} references in {run.style.label} ({run.locale}), {wanted[0].citation} to {wanted[-1].citation}"


def _entries(blocks: list[dict[str, Any]]) -> Iterable[tuple[str, str]]:
    """Pairs of id and HTML from pandoc's document (https://hackage.haskell.org/package/pandoc-types): one div per reference."""
    for block in blocks:
        if block["t"] == "Div":
            (name, classes, _), inside = block["c"]
            if "csl-entry" in classes:
                yield name, _html(inside)
            else:
                yield from _entries(inside)


_SPACES = {"Space", "SoftBreak", "LineBreak"}
_INSIDE = {
    "Para": None,
    "Plain": None,
    "Strong": None,
    "SmallCaps": None,
    "Superscript": None,
    "Subscript": None,
    "Underline": None,
    "Span": 1,
    "Link": 1,
    "Div": 1,
}
"""Where an element keeps its contents: the whole, or a position. Of its looks nothing stays."""


def _html(elements: list[dict[str, Any]]) -> str:
    """Escaped text with ``<i>`` only. An element that is not known raises KeyError."""
    pieces = []
    for element in elements:
        kind = element["t"]
        if kind == "Str":
            pieces.append(str(escape(element["c"].translate(_SHOWN))))
        elif kind in _SPACES:
            pieces.append(" ")
        elif kind == "Emph":
            pieces.append(f"<i>{_html(element['c'])}</i>")
        else:
            place = _INSIDE[kind]
            pieces.append(_html(element["c"] if place is None else element["c"][place]))
    return "".join(pieces)
