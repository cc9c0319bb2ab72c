"""An event by schema.org, as ``json_ld`` has works."""

from __future__ import annotations

from collections.abc import Mapping

from library.catalogue.catalogue import Filed
from library.catalogue.languages import INTERNATIONAL, text_in
from library.machines.heads.json_ld import Graph
from library.machines.heads.wholes import Node, known_of, tagged
from library.press.addresses import Site

_MODES = {"in-person": "Offline", "online": "Online", "hybrid": "Mixed"}

_KINDS = {"lecture": "EducationEvent", "seminar": "EducationEvent", "training": "EducationEvent", "webinar": "EducationEvent"}
"""Kinds that schema.org tells apart; all others are events."""


def event(graph: Graph, site: Site, filed: Filed, pages: Mapping[str, str]) -> list[Node]:
    """The event, and whom it names. What the source leaves open, who organised it and who paid, is left open.

    ``pages`` are the paths of the pages of the parties, by id: one without works is found among the events.
    """
    value = filed.value
    url = site.address(filed.address, site.languages[0])
    supplied = value.supplied.title
    printed = [tag for tag in value.title if tag not in supplied] or list(value.title)[:1]
    parties = [*value.speakers, *value.partners]
    within = value.part_of or ""
    held = [each.work for each in value.works if each.tie != "came-out"]
    node = known_of(
        {
            "@type": _KINDS.get(value.kind or "", "Event"),
            "@id": site.identity(f"{url}#event"),
            "url": url,
            "name": [tagged(tag, value.title[tag]) for tag in printed],
            "alternateName": [tagged(tag, text) for tag, text in value.title.items() if tag not in printed],
            "startDate": str(value.start or ""),
            "endDate": str(value.end or ""),
            "eventAttendanceMode": f"https://schema.org/{_MODES[value.format]}EventAttendanceMode" if value.format else "",
            "location": _place(value),
            "about": [graph.term("themes", theme, site.languages[0]) for theme in value.themes],
            "performer": [graph.party_id(speaker.party, pages[speaker.party]) for speaker in value.speakers],
            "contributor": [graph.party_id(partner.party, pages[partner.party]) for partner in value.partners],
            "superEvent": {"@id": site.identity(f"{site.address(f'events/{within}', site.languages[0])}#event")}
            if within
            else known_of({"@type": "Event", "name": value.held_within})
            if value.held_within
            else None,
            "workFeatured": [
                {"@id": site.identity(f"{site.address(graph.catalogue.works[work].address, site.languages[0])}#work")} for work in held
            ],
            "sameAs": value.address,
        }
    )
    named = dict.fromkeys(each.party for each in parties)
    return [node, *(graph.party(party, site.languages[0], brief=True, path=pages[party]) for party in named)]


def _place(value: object) -> Node | None:
    place, country = getattr(value, "place", {}), getattr(value, "country", None)
    if not (place or country):
        return None
    name = text_in(place, INTERNATIONAL) if place else ""
    address = known_of({"@type": "PostalAddress", "addressLocality": name, "addressCountry": country or ""})
    return known_of({"@type": "Place", "name": name, "address": address})
