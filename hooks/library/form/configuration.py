"""The configuration of the staff's form, made from the model and the vocabularies.

Read of Sveltia CMS 0.221.1: a list at the top of a file is a field with ``root``; a relation to its terms names it
with an asterisk for the place in the list.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from library.catalogue.authorities import VOCABULARIES
from library.catalogue.catalogue import Catalogue
from library.catalogue.kinds import KINDS
from library.catalogue.model import Issue, Journal, Work
from library.catalogue.shapes import ISSUE, JOURNAL, WORK, shapes
from library.catalogue.vocabularies import Vocabulary
from library.form.fields import Field, Fields, Say, messages

LANGUAGES = ("en", "ru", "kk")
"""Languages of the form's own words."""

VOCABULARY_LABELS = {
    "languages": "Languages",
    "countries": "Countries",
    "regions": "Regions",
    "themes": "Themes",
    "types": "Types of publications",
    "series": "Series",
    "audiences": "Audiences",
    "licences": "Licences",
    "sources": "Sources",
    "parties": "Persons and bodies",
    "frameworks": "Results frameworks",
    "indicators": "Indicators",
    "elsewhere": "Elsewhere",
    "tags": "Cross-cutting concerns",
    "participation": "Evidence of participation",
}

KIND_LABELS = {
    "event": ("Events", "Event"),
    "alliance": ("Alliances", "Alliance"),
    "project": ("Projects", "Project"),
    "learning": ("Learning and media", "Learning resource"),
}
"""What the collection of a kind of records is called, and one of it."""

FORMAT = "record"
"""What the names begin with under which the page registers the writer of records, one for each of their kinds (``shapes``)."""

ARTICLE = "article"
"""The writer of articles of no issue, which are works in another folder."""


def configuration(catalogue: Catalogue, backend: Mapping[str, Any], folder: str, language: str, say: Say) -> dict[str, Any]:
    """What the form is told. ``backend`` is the forge as ``mkdocs.yml`` names it, ``folder`` the catalogue's path in the repository."""
    # Terms have labels in the languages of the site alone, whatever language the form speaks.
    shown = language if language in catalogue.languages else catalogue.languages[0]
    fields = Fields(say, shown, _written_in(catalogue))
    return {
        "load_config_file": False,
        "shapes": shapes(),
        "backend": {key: value for key, value in backend.items() if key != "review"},
        **({"publish_mode": "editorial_workflow"} if backend.get("review") else {}),
        "media_folder": f"{folder}/files",
        "public_folder": "",
        "media_libraries": {"stock_assets": {"providers": []}},
        "slug": {"encoding": "ascii", "clean_accents": True},
        "output": {"omit_empty_optional_fields": True},
        "editor": {"preview": False},
        "collections": [*_collections(fields, folder), _vocabularies(catalogue, fields, folder)],
    }


def words() -> set[str]:
    """Every message of the form, in English."""
    found: set[str] = set(VOCABULARY_LABELS.values()) | messages(
        (Work, Issue, Journal, *(kind.model for kind in KINDS), *VOCABULARIES.values())
    )

    def heard(message: str) -> str:
        found.add(message)
        return message

    fields = Fields(heard, "en", {"en": "English"})
    _collections(fields, "")
    heard("Vocabularies")
    return found - {""}


def _written_in(catalogue: Catalogue) -> dict[str, str]:
    """Languages in which texts may be written, those of the site first, then those in which some record has a title."""
    terms = catalogue.vocabularies["languages"].terms
    used = {tag for placed in catalogue.works.values() for tag in placed.work.title}
    return {tag: terms[tag].autonym for tag in (*catalogue.languages, *(tag for tag in terms if tag in used - set(catalogue.languages)))}


def _collections(fields: Fields, folder: str) -> list[Field]:
    say = fields.say
    work = fields.of(Work)
    title = "{{title." + fields.language + "}}"
    text: Field = {"name": "body", "label": say("Text"), "widget": "markdown", "modes": ["raw", "rich_text"]}
    of_case = {"format": f"{FORMAT}-frontmatter", "extension": "md", "filter": {"field": "id", "pattern": "."}}
    in_case = [*work, {**text, "required": False}]
    journal: Field = {"name": "journal", "label": say("Journal"), "file": f"{folder}/journal/journal.yml", "format": f"{FORMAT}-{JOURNAL}"}
    return [
        _records("knowledge-products", (say("Publications"), say("Publication")), f"{folder}/knowledge-products", title, work, WORK),
        _records("case-studies", (say("Case studies"), say("Case study")), f"{folder}/case-studies", title, in_case, WORK) | of_case,
        *_texts_of_cases(fields, folder, text),
        _records("issues", (say("Journal issues"), say("Journal issue")), f"{folder}/journal/issues", "{{id}}", fields.of(Issue), ISSUE),
        _records("articles", (say("Articles without an issue"), say("Article")), f"{folder}/journal/articles", title, work, ARTICLE),
        *_kinds(fields, folder, title),
        {"name": "journal", "label": say("Journal"), "files": [{**journal, "fields": fields.of(Journal)}]},
    ]


def _kinds(fields: Fields, folder: str, title: str) -> list[Field]:
    """A collection for each kind of records beside the works."""
    return [
        _records(
            kind.collection,
            (fields.say(KIND_LABELS[kind.name][0]), fields.say(KIND_LABELS[kind.name][1])),
            f"{folder}/{kind.collection}",
            title,
            fields.of(kind.model),
            kind.name,
        )
        for kind in KINDS
    ]


def _records(name: str, labels: tuple[str, str], folder: str, summary: str, fields: list[Field], kind: str) -> Field:
    """A collection of records, each in a file that is named by its id. None is deleted: an id once published stays."""
    return {
        "name": name,
        "label": labels[0],
        "label_singular": labels[1],
        "folder": folder,
        "format": f"{FORMAT}-{kind}",
        "extension": "yml",
        "create": True,
        "delete": False,
        "identifier_field": "id",
        "slug": "{{fields.id}}",
        "thumbnail": False,
        "summary": summary,
        "fields": fields,
    }


def _texts_of_cases(fields: Fields, folder: str, text: Field) -> list[Field]:
    """Files that hold nothing but a case study's text in another language: a collection for each, since a name that is typed loses its stop."""
    say = fields.say
    named = say("The case study's id, as in one-stop-shop-georgia")
    return [
        {
            "name": f"case-texts-{tag}",
            "label": f"{autonym}: {say('Texts of case studies')}",
            "label_singular": say("Text"),
            "folder": f"{folder}/case-studies",
            "path": "{{slug}}." + tag,
            "format": "text-frontmatter",
            "extension": "md",
            "create": True,
            "delete": False,
            "identifier_field": "body",
            "slug": {"editable": ["create"], "hint": named, "pattern": [r"^[a-z0-9]+(-[a-z0-9]+)*$", named]},
            "fields": [text],
        }
        for tag, autonym in fields.languages.items()
    ]


def _vocabularies(catalogue: Catalogue, fields: Fields, folder: str) -> Field:
    files = [_vocabulary(name, VOCABULARIES[name], catalogue.vocabularies[name], fields, folder) for name in VOCABULARIES]
    return {"name": "vocabularies", "label": fields.say("Vocabularies"), "files": files}


def _vocabulary(name: str, model: type[BaseModel], vocabulary: Vocabulary, fields: Fields, folder: str) -> Field:
    label = fields.say(VOCABULARY_LABELS[name])
    terms: Field = {"name": "terms", "label": label, "widget": "list", "root": True, "collapsed": True, "label_singular": label}
    if name == "parties":
        terms |= {"types": fields.parties(), "typeKey": "kind"}
    else:
        terms |= {"fields": fields.of(model), "summary": "{{label." + fields.language + "}}"}
    return {"name": name, "label": label, "file": f"{folder}/vocabularies/{name}.yml", "format": f"{FORMAT}-{name}", "fields": [terms]}
