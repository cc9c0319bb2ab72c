"""Something to learn from by schema.org, as ``events`` has events."""

from __future__ import annotations

from collections.abc import Mapping

from library.catalogue.catalogue import Filed
from library.catalogue.kinds.learning import seconds
from library.machines.heads.groupings import party_of
from library.machines.heads.json_ld import Graph
from library.machines.heads.wholes import Node, known_of, tagged
from library.press.addresses import Site

_TYPES = {
    "course": "Course",
    "module": "LearningResource",
    "lecture": "LearningResource",
    "video": "VideoObject",
    "audio": "AudioObject",
}


def learning(graph: Graph, site: Site, filed: Filed, pages: Mapping[str, str], still: str) -> list[Node]:
    """The course, module, lecture or recording, and whom it names. ``still`` is the address of the picture that stands for it.

    ``pages`` are the paths of the pages of the parties, by id; one that is not there has none.
    """
    value, first = filed.value, site.languages[0]
    url = site.address(filed.address, first)
    supplied = value.supplied.title
    printed = [tag for tag in value.title if tag not in supplied] or list(value.title)[:1]
    whole = value.part_of or ""
    recording = value.form in ("video", "audio")
    parties = [*(speaker.party for speaker in value.speakers), *([value.provider] if value.provider else [])]
    node = known_of(
        {
            "@type": _TYPES[value.form],
            "@id": site.identity(f"{url}#{filed.kind.name}"),
            "url": url,
            "name": [tagged(tag, value.title[tag]) for tag in printed],
            "alternateName": [tagged(tag, text) for tag, text in value.title.items() if tag not in printed],
            "description": [tagged(tag, text) for tag, text in value.summary.items()],
            "inLanguage": list(value.languages),
            "learningResourceType": value.form if value.form in ("module", "lecture") else "",
            "timeRequired": "" if recording else iso_duration(value.duration),
            "duration": iso_duration(value.duration) if recording else "",
            "datePublished": str(value.issued or ""),
            "uploadDate": str(value.issued or "") if value.form == "video" else "",
            "thumbnailUrl": still if recording else "",
            "caption": [{"@type": "MediaObject", "inLanguage": tag} for tag in value.captions] if recording else None,
            "author": [party_of(graph, speaker.party, pages) for speaker in value.speakers],
            "provider": party_of(graph, value.provider, pages) if value.provider else None,
            "isPartOf": {"@id": site.identity(f"{site.address(f'learning/{whole}', first)}#learning")} if whole else None,
            "recordedAt": {"@id": site.identity(f"{site.address(f'events/{value.event}', first)}#event")} if value.event else None,
            "isBasedOn": [
                {"@id": site.identity(f"{site.address(graph.catalogue.works[work].address, first)}#work")} for work in value.works
            ],
            "about": [graph.term("themes", theme, first) for theme in value.themes],
            "spatialCoverage": [graph.term("countries", code, first) for code in value.countries],
            "sameAs": value.address,
        }
    )
    named = [party for party in dict.fromkeys(parties) if party in pages]
    return [node, *(graph.party(party, first, brief=True, path=pages[party]) for party in named)]


def iso_duration(duration: str | None) -> str:
    """``1:05:30`` as ``PT1H5M30S`` (ISO 8601); empty for none."""
    if not duration:
        return ""
    minutes, rest = divmod(seconds(duration), 60)
    hours, minutes = divmod(minutes, 60)
    parts = ((hours, "H"), (minutes, "M"), (rest, "S"))
    return "PT" + "".join(f"{number}{sign}" for number, sign in parts if number)
