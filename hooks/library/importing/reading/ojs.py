"""Native XML of Open Journal Systems (https://docs.pkp.sfu.ca/admin-guide/en/data-import-and-export): articles of the library's own journal."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from library.importing.entries import Entry, Named, Reading
from library.importing.reading import xml

_READ = frozenset(
    [
        "id",
        "title",
        "prefix",
        "subtitle",
        "abstract",
        "licenseUrl",
        "keywords",
        "subjects",
        "authors",
        "pages",
        "article_galley",
        "language",
        "covers",
        "issue_identification",
        "copyrightHolder",
        "copyrightYear",
        "citations",
    ]
)


def read(root: Element, file: str) -> Reading:
    """Every article, of issues or alone."""
    reading = Reading()
    issues = list(xml.below(root, "issue"))
    seen = set()
    for issue in issues:
        for article in xml.below(issue, "article"):
            seen.add(id(article))
            reading.entries.append(_article(article, issue, file))
    reading.entries += [_article(article, None, file) for article in xml.below(root, "article") if id(article) not in seen]
    return reading


def _article(article: Element, issue: Element | None, file: str) -> Entry:
    """Since OJS 3.2 an article has publications, of which the last stands; before, it has all of it itself."""
    told = list(xml.children(article, "publication"))
    publication = told[-1] if told else article
    entry = Entry(file, xml.line(article), "", "article", "article of OJS", in_own_journal=True)
    locale = publication.get("locale") or article.get("locale") or (issue.get("locale") if issue is not None else "") or ""
    entry.language = locale
    _titles(entry, publication, locale)
    _identification(entry, publication, issue)
    for number in xml.children(publication, "id"):
        if number.get("type") == "doi":
            entry.doi = xml.text(number)
        elif number.get("type") != "internal":
            entry.keep(f"id ({number.get('type')})", xml.text(number))
    entry.issued = publication.get("date_published") or article.get("date_published") or entry.issued
    entry.pages = xml.first(publication, "pages").replace("–", "-").replace(" ", "")
    entry.licence = xml.first(publication, "licenseUrl")
    for authors in xml.children(publication, "authors"):
        for author in xml.children(authors, "author"):
            _author(entry, author, locale)
    for words in xml.children(publication, "keywords", "subjects"):
        found = [xml.text(word) for word in words]
        if words.get("locale", locale) == locale:
            entry.keywords += [word for word in found if word]
        else:
            entry.keep(f"keywords ({words.get('locale')})", ", ".join(found))
    for each in publication:
        if xml.name(each) not in _READ:
            entry.keep(xml.name(each), xml.text(each))
    return entry


def _titles(entry: Entry, publication: Element, locale: str) -> None:
    sub = {each.get("locale", locale): xml.text(each) for each in xml.children(publication, "subtitle")}
    prefix = {each.get("locale", locale): xml.text(each) for each in xml.children(publication, "prefix")}
    for title in xml.children(publication, "title"):
        tag = title.get("locale", locale)
        text = f"{prefix.get(tag, '')} {xml.text(title)}".strip()
        text = f"{text}: {sub[tag]}" if sub.get(tag) else text
        if tag == locale or (not locale and not entry.title):
            entry.title = text
        else:
            entry.other_titles[tag] = text
    for abstract in xml.children(publication, "abstract"):
        tag = abstract.get("locale", locale)
        if tag == locale:
            entry.abstract, entry.abstract_language = xml.text(abstract), tag
        elif told := xml.text(abstract):
            entry.summaries[tag] = told


def _identification(entry: Entry, publication: Element, issue: Element | None) -> None:
    found = next(xml.children(publication, "issue_identification"), None)
    if found is None and issue is not None:
        found = next(xml.children(issue, "issue_identification"), None)
        entry.issued = xml.first(issue, "date_published")
    if found is not None:
        entry.volume, entry.number = xml.first(found, "volume"), xml.first(found, "number")
        entry.issued = entry.issued or xml.first(found, "year")


def _author(entry: Entry, author: Element, locale: str) -> None:
    """The name as the article's own language has it; other spellings are kept in the note."""
    given, family, places = ({each.get("locale", locale): xml.text(each) for each in xml.children(author, *names)} for names in _PARTS)
    tag = locale if locale in family or locale in given else next(iter([*family, *given]), locale)
    orcid = xml.first(author, "orcid").rstrip("/").rpartition("/")[2]
    affiliation = places.get(tag) or next(iter(places.values()), "")
    name = Named(
        family.get(tag) or given.get(tag, ""),
        given.get(tag, "") if family.get(tag) else "",
        identifiers=(("orcid", orcid),) if orcid else (),
        affiliation=affiliation,
    )
    entry.people.append(("author", name))
    for other in family:
        if other != tag and (family[other], given.get(other, "")) != (name.family, name.given):
            entry.keep(f"author ({other})", ", ".join(part for part in (family[other], given.get(other, "")) if part))


_PARTS = (("givenname", "firstname"), ("familyname", "lastname"), ("affiliation",))
