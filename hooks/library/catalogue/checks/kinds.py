"""Records of the kinds beside the works: their ids, their days, what they name, and what each kind asks for besides."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from library.catalogue.catalogue import Catalogue, Filed
from library.catalogue.checks.addresses import device
from library.catalogue.checks.days import own_day, scheduled
from library.catalogue.dates import ends_before
from library.catalogue.kinds import BY_NAME
from library.catalogue.kinds.naming import named
from library.catalogue.problems import Problem, nearest


def of_record(catalogue: Catalogue, filed: Filed, whole: bool) -> Iterator[Problem]:
    """Every problem of one record. Where the catalogue is not ``whole``, what it names may be a record that could not be read."""
    yield from _id(filed)
    yield from _supplied(filed)
    for name in ("added", "revised"):
        yield from own_day(filed.record, (name,), getattr(filed.value, name))
    if filed.value.revised and filed.value.revised < filed.value.added:
        said = f"revised on {filed.value.revised}, before it was added on {filed.value.added}"
        yield filed.record.problem(("revised",), "bad-date", said, "compare the two days")
    for check in _OF_A_KIND.get(filed.kind.name, ()):
        yield from check(filed)
    yield from _former_ids(catalogue, filed)
    if whole:
        yield from _names(catalogue, filed)
        if filed.kind.name == "learning":
            yield from _wholes(catalogue, filed)


def _id(filed: Filed) -> Iterator[Problem]:
    if filed.id.isdigit():
        said = f'"/{filed.address}/" is kept for pages of the list of {filed.kind.collection}'
        yield filed.record.problem(("id",), "address-taken", said, "an id has a letter in it, as in conference-2")
    elif said := device(filed.id):
        yield filed.record.problem(("id",), "reserved-name", f'"{filed.id}" {said}', "choose another id, as in nul-conference")


def _former_ids(catalogue: Catalogue, filed: Filed) -> Iterator[Problem]:
    """Former ids that are those of a record, or former ones of another: one address leads to one record."""
    records = catalogue.of_kind(filed.kind.name)
    for number, former in enumerate(filed.former_ids):
        holder = former if former in records else next(other.id for other in records.values() if former in other.former_ids)
        if holder != filed.id or former == filed.id or former in filed.former_ids[:number]:
            said = f'the former id "{former}" is that of "{holder}"'
            yield filed.record.problem(("former_ids", number), "duplicate-id", said, "strike it here; one address leads to one record")


def _supplied(filed: Filed) -> Iterator[Problem]:
    marks = getattr(filed.value, "supplied", None)
    for name in type(marks).model_fields if marks else ():
        for number, language in enumerate(getattr(marks, name)):
            if language not in getattr(filed.value, name):
                yield filed.record.problem(
                    ("supplied", name, number),
                    "supplied-nothing",
                    f'there is no {name} in "{language}" that could be supplied',
                    f"write the {name}, or strike the language",
                )


def _names(catalogue: Catalogue, filed: Filed) -> Iterator[Problem]:
    """Ids of records that are not there, or are the record's own."""
    for keys, kind, other in named(filed.value):
        if kind == "work":
            if other not in catalogue.works:
                hint = nearest(other, catalogue.works) or "write the id of a record, or strike it"
                yield filed.record.problem(keys, "unknown-work", f'"{other}" is not the id of a work', hint)
            continue
        known, itself = catalogue.of_kind(kind), kind == filed.kind.name and other == filed.id
        if other not in known or itself:
            said = f'"{other}" is the record\'s own id' if itself else f'there is no {kind} "{other}"'
            hint = "" if itself else nearest(other, known)
            yield filed.record.problem(
                keys, "unknown-record", said, hint or f"write the id of a record in {BY_NAME[kind].collection}/, or strike it"
            )


# -- events ----------------------------------------------------------------------------


def _days_of_event(filed: Filed) -> Iterator[Problem]:
    event, record = filed.value, filed.record
    yield from scheduled(record, ("start",), event.start)
    yield from scheduled(record, ("end",), event.end)
    if event.end and not event.start:
        yield record.problem(
            ("end",), "bad-date", "end: there is a last day, but no first", "write the first day under start, or the only one there"
        )
    elif event.end and ends_before(event.end, event.start):
        yield record.problem(
            ("end",),
            "bad-date",
            f"end: the event ends on {event.end}, before it begins on {event.start}",
            "compare the two dates with the source",
        )


def _counts_of_event(filed: Filed) -> Iterator[Problem]:
    event = filed.value
    for part, whole in (("women", "participants"), ("civil_society", "organisations")):
        few, all_ = getattr(event, part), getattr(event, whole)
        if few is not None and all_ is not None and few > all_:
            yield filed.record.problem(
                (part,),
                "more-than-all",
                f"{part}: {few} is more than all {whole}, {all_}",
                "compare the two figures with the source; leave out the one that cannot be",
            )


# -- alliances and projects -------------------------------------------------------------


def _founding(filed: Filed) -> Iterator[Problem]:
    value, record = filed.value, filed.record
    yield from scheduled(record, ("founded",), value.founded)
    if value.founded and value.standing == "planned":
        said = f"founded: an alliance that is planned cannot have been founded in {value.founded}"
        yield record.problem(("founded",), "bad-date", said, "write standing: named if a source says that it began; else strike the date")


def _years_of_project(filed: Filed) -> Iterator[Problem]:
    value, record = filed.value, filed.record
    yield from scheduled(record, ("start",), value.start)
    yield from scheduled(record, ("end",), value.end)
    if value.start and value.end and ends_before(value.end, value.start):
        said = f"end: the project ends on {value.end}, before it begins on {value.start}"
        yield record.problem(("end",), "bad-date", said, "compare the two dates with the source")


# -- learning ----------------------------------------------------------------------------

_RECORDINGS = ("video", "audio")


def _issue_of_learning(filed: Filed) -> Iterator[Problem]:
    yield from scheduled(filed.record, ("issued",), filed.value.issued)


def _recorded(filed: Filed) -> Iterator[Problem]:
    """Only what is recorded has captions and a transcript."""
    value = filed.value
    for name in ("captions", "transcripts"):
        if getattr(value, name) and value.form not in (*_RECORDINGS, "lecture"):
            said = f"{name}: a {value.form} has none; its recordings have"
            yield filed.record.problem((name,), "not-a-recording", said, "write it in the record of the recording, or mend form")


def _wholes(catalogue: Catalogue, filed: Filed) -> Iterator[Problem]:
    """What something is a part of, or used in, is a course or a module, and no part of it."""
    held = catalogue.of_kind("learning")
    named_here = ((("part_of",), filed.value.part_of), *((("used_in", number), name) for number, name in enumerate(filed.value.used_in)))
    for keys, name in named_here:
        whole = held.get(name or "")
        if whole and whole.id != filed.id and whole.value.form not in ("course", "module", "lecture"):
            said = f'"{whole.id}" has the form {whole.value.form}, of which nothing is a part'
            yield filed.record.problem(keys, "not-a-course", said, "name a course, a module or a lecture")
    above, at = [filed.id], filed.value.part_of
    while at in held and at not in above:
        above.append(at)
        at = held[at].value.part_of
    if at == filed.id and len(above) > 1:
        chain = " → ".join([*above, filed.id])
        said = f"part_of leads back to the record itself: {chain}"
        yield filed.record.problem(("part_of",), "part-of-itself", said, "strike part_of of the one that is the whole")


_OF_A_KIND: Mapping[str, tuple[Callable[[Filed], Iterator[Problem]], ...]] = {
    "event": (_days_of_event, _counts_of_event),
    "alliance": (_founding,),
    "project": (_years_of_project,),
    "learning": (_issue_of_learning, _recorded),
}
"""What a kind asks for besides, by its name."""
