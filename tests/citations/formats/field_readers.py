"""What others' readers make of each field of our files: one plain table for all of them."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import npm_readers
import openpyxl
import pypandoc
import rispy
from library.catalogue.pages import ends
from library.citations.citation import Citation
from library.citations.formats import biblatex, bibtex, csl_json, ris, table, workbook
from lxml import etree
from pybtex.database import parse_string
from tex_reader import biber, plain, read

Fields = dict[str, str]
Table = dict[str, Fields]
"""By key, what was read of each field; a field that was not found is not there."""


def wanted(citation: Citation) -> Fields:
    """What a reader should find."""
    article = citation.kind == "article"
    found = {
        "title": citation.title,
        "author": _first(citation.authors),
        "editor": _first(citation.editors),
        "whole": citation.container if citation.in_a_whole else "",
        "volume": citation.volume if citation.container or article else "",
        "issue": citation.number if article else "",
        "first page": ends(citation.pages)[0] if ", " not in citation.pages else "",
        "year": f"{citation.issued.year}" if citation.issued else "",
        "publisher": "" if article else citation.publisher,
        "place": "" if article else "; ".join(citation.places),
        "isbn": "" if article else citation.isbns[0] if citation.isbns else "",
        "issn": citation.issn[0] if article and citation.issn else "",
        "doi": citation.doi,
        "edition": citation.edition,
        "own number": citation.own_number,
    }
    return {name: " ".join(value.split()) for name, value in found.items() if value}


def _first(names: Iterable[Any]) -> str:
    return next((name.literal or name.family for name in names), "")


# -- readers: each from entries to a table -------------------------------------------------------------


def by_bibtexparser(text: str, _: Path) -> Table:
    return {entry.key: _of_tex({name: value.value for name, value in entry.fields_dict.items()}) for entry in read(text)}


def by_biber(text: str, folder: Path) -> Table:
    out, _, _ = biber(text, folder)
    return {entry.key: _of_tex({name.lower(): value.value for name, value in entry.fields_dict.items()}) for entry in read(out)}


def by_pandoc(form: str) -> Callable[[str, Path], Table]:
    def reader(text: str, _: Path) -> Table:
        done = subprocess.run(
            [pypandoc.get_pandoc_path(), "-f", form, "-t", "csljson"], input=text.encode(), capture_output=True, check=True
        )
        return {item["id"]: _of_csl(item) for item in json.loads(done.stdout)}

    return reader


def by_json(text: str, _: Path) -> Table:
    return {item["id"]: _of_csl(item) for item in json.loads(text)}


def by_pybtex(text: str, _: Path) -> Table:
    found = {}
    for key, entry in parse_string(text, "bibtex").entries.items():
        names = {
            role: " and ".join(f"{' '.join([*one.prelast_names, *one.last_names])}, _" for one in persons)
            for role, persons in entry.persons.items()
        }
        found[key] = _of_tex({**{name.lower(): value for name, value in entry.fields.items()}, **names})
    return found


def by_citation_js(form: str) -> Callable[[str, Path], Table]:
    return lambda text, _: {item["id"]: _of_csl(item) for item in npm_readers.read("citation-js", form, text)}


def by_better_bibtex(text: str, _: Path) -> Table:
    return {key: _of_plain(fields) for key, fields in npm_readers.better_bibtex(text).items()}


def by_rispy(text: str, _: Path) -> Table:
    return {record["id"]: _of_ris(record) for record in rispy.loads(text)}


def by_csv(text: str, _: Path) -> Table:
    return {row["key"]: _of_row(row) for row in csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))}


class _Workbook:
    """The whole library's workbook, made of rows as the other formats are of entries."""

    entry = staticmethod(table.values)
    join = staticmethod(workbook.workbook)


def by_openpyxl(data: bytes, _: Path) -> Table:
    names, *rows = openpyxl.load_workbook(io.BytesIO(data), read_only=True).active.iter_rows(values_only=True)
    return {row["key"]: _of_row(row) for row in (dict(zip(names, (str(cell or "") for cell in cells))) for cells in rows)}


_MODS = {"m": "http://www.loc.gov/mods/v3"}


def by_bibutils(program: str) -> Callable[[str, Path], Table]:
    """What ris2xml or bib2xml of Debian's bibutils makes of a file: MODS."""

    def reader(text: str, _: Path) -> Table:
        done = subprocess.run([program, "-i", "utf8", "-u"], input=text.encode(), capture_output=True, check=True)
        return {str(item.get("ID")): _of_mods(item) for item in etree.fromstring(done.stdout)}

    return reader


READERS: Mapping[tuple[str, str], tuple[Any, Callable[[str, Path], Table]]] = {
    ("bibtexparser", "BibTeX"): (bibtex, by_bibtexparser),
    ("bibtexparser", "BibLaTeX"): (biblatex, by_bibtexparser),
    ("biber", "BibLaTeX"): (biblatex, by_biber),
    ("pybtex", "BibTeX"): (bibtex, by_pybtex),
    ("better-bibtex", "BibTeX"): (bibtex, by_better_bibtex),
    ("better-bibtex", "BibLaTeX"): (biblatex, by_better_bibtex),
    ("citation-js", "BibTeX"): (bibtex, by_citation_js("bibtex")),
    ("citation-js", "BibLaTeX"): (biblatex, by_citation_js("bibtex")),
    ("citation-js", "RIS"): (ris, by_citation_js("ris")),
    ("pandoc", "BibTeX"): (bibtex, by_pandoc("bibtex")),
    ("pandoc", "BibLaTeX"): (biblatex, by_pandoc("biblatex")),
    ("pandoc", "RIS"): (ris, by_pandoc("ris")),
    ("pandoc", "CSL JSON"): (csl_json, by_pandoc("csljson")),
    ("json", "CSL JSON"): (csl_json, by_json),
    ("rispy", "RIS"): (ris, by_rispy),
    ("csv", "CSV"): (table, by_csv),
    ("openpyxl", "XLSX"): (_Workbook, by_openpyxl),
    ("bibutils", "RIS"): (ris, by_bibutils("ris2xml")),
    ("bibutils", "BibTeX"): (bibtex, by_bibutils("bib2xml")),
}
"""By the reader's name and the format's: our module, and the reader."""


def _known(found: Mapping[str, Any]) -> Fields:
    return {name: " ".join(str(value).split()) for name, value in found.items() if value not in (None, "")}


def _of_tex(fields: Mapping[str, str]) -> Fields:
    def value(*names: str) -> str:
        return next((plain(fields[name]) for name in names if fields.get(name)), "")

    def person(name: str) -> str:
        first = _before(fields.get(name, ""), " and ")
        return plain(_before(first, ","))

    return _of_plain({name: value(name) for name in fields} | {role: person(role) for role in ("author", "editor")})


def _of_plain(fields: Mapping[str, str]) -> Fields:
    """The fields of an entry in either dialect of BibTeX, as text."""

    def value(*names: str) -> str:
        return next((fields[name] for name in names if fields.get(name)), "")

    return _known(
        {
            "title": value("title"),
            "author": value("author"),
            "editor": value("editor"),
            "whole": value("booktitle", "journal", "journaltitle"),
            "volume": value("volume"),
            "issue": value("number"),
            "first page": re.split("[-–]{1,2}", value("pages"))[0],
            "year": (value("year") or value("date"))[:4],
            "publisher": value("publisher", "institution", "school", "organization"),
            "place": value("address", "location").replace(" and ", "; "),
            "isbn": value("isbn").split(",")[0],
            "issn": value("issn"),
            "doi": value("doi"),
            "edition": value("edition"),
            "own number": value("eid", "number"),
        }
    )


def _before(text: str, sign: str) -> str:
    """What stands before a sign outside of braces."""
    depth = 0
    for place, letter in enumerate(text):
        depth += (letter == "{") - (letter == "}")
        if not depth and text.startswith(sign, place):
            return text[:place]
    return text


def _of_csl(item: Mapping[str, Any]) -> Fields:
    def person(role: str) -> str:
        for name in item.get(role, ()):
            parts = (name.get("non-dropping-particle"), name.get("dropping-particle"), name.get("family"))
            return str(name.get("literal") or " ".join(filter(None, parts)))
        return ""

    return _known(
        {
            "title": item.get("title"),
            "author": person("author"),
            "editor": person("editor"),
            "whole": item.get("container-title"),
            "volume": item.get("volume"),
            "issue": item.get("issue"),
            "first page": re.split("[-–]", str(item.get("page", "")))[0],
            "year": item.get("issued", {}).get("date-parts", [[""]])[0][0],
            "publisher": _joined(item.get("publisher")),
            "place": _joined(item.get("publisher-place")),
            "isbn": re.split("[ ,]", item.get("ISBN", ""))[0],
            "issn": item.get("ISSN", "").split(" ")[0],
            "doi": item.get("DOI"),
            "edition": item.get("edition"),
            "own number": item.get("number"),
        }
    )


def _joined(value: Any) -> Any:
    """citation-js gives some fields as a list."""
    return "; ".join(value) if isinstance(value, list) else value


def _of_ris(record: Mapping[str, Any]) -> Fields:
    def person(*names: str) -> str:
        for name in names:
            for found in record.get(name, ()):
                return str(found[:-1] if found.endswith(",") else found.split(",")[0])
        return ""

    return _known(
        {
            "title": record.get("title"),
            "author": person("authors"),
            "editor": person("secondary_authors", "tertiary_authors", "editors"),
            "whole": record.get("secondary_title"),
            "volume": record.get("volume"),
            "issue": record.get("number"),
            "first page": record.get("start_page"),
            "year": record.get("year"),
            "publisher": record.get("publisher"),
            "place": record.get("place_published"),
            "isbn": record.get("issn", "").split(" ")[0],
            "issn": record.get("issn"),
            "doi": record.get("doi"),
            "edition": record.get("edition"),
            "own number": record.get("custom7") or record.get("note") or record.get("issn"),
        }
    )


def _of_mods(item: Any) -> Fields:
    def first(*paths: str) -> str:
        return next((found for path in paths if (found := item.xpath(f"string({path})", namespaces=_MODS))), "")

    def person(role: str) -> str:
        named = f".//m:name[m:role/m:roleTerm='{role}']"
        return first(f"({named})[1]/m:namePart[@type='family']", f"({named})[1]/m:namePart[not(@type)]")

    def title(path: str) -> str:
        return ": ".join(filter(None, (first(f"{path}/m:title"), first(f"{path}/m:subTitle"))))

    host = "m:relatedItem[@type='host']"
    return _known(
        {
            "title": title("m:titleInfo"),
            "author": person("author"),
            "editor": person("editor"),
            "whole": title(f".//{host}/m:titleInfo[m:title/text()]"),
            "volume": first(".//m:detail[@type='volume']/m:number"),
            "issue": first(".//m:detail[@type='issue']/m:number", ".//m:detail[@type='number']/m:number"),
            "first page": first(".//m:extent[@unit='page']/m:start", ".//m:extent[@unit='page']/m:list"),
            "year": first(".//m:part/m:date", ".//m:dateIssued")[:4],
            "publisher": first(".//m:publisher"),
            "place": first(".//m:placeTerm"),
            "isbn": re.split("[ ,]", first(".//m:identifier[@type='isbn']"))[0],
            "issn": first(".//m:identifier[@type='issn']"),
            "doi": first(".//m:identifier[@type='doi']"),
            "edition": first(".//m:edition"),
            "own number": first(
                ".//m:identifier[@type='report number']",
                ".//m:detail[@type='report number']/m:number",
                ".//m:detail[@type='number']/m:number",
            ),
        }
    )


def _of_row(row: Mapping[str, str]) -> Fields:
    return _known(
        {
            "title": row["title"],
            "author": row["authors"].split("; ")[0].split(",")[0] if "," in row["authors"] else row["authors"],
            "editor": row["editors"].split("; ")[0].split(",")[0],
            "whole": row["journal"] or row["host"],
            "volume": row["volume"],
            "issue": row["issue"],
            "first page": row["pages"].split("–")[0],
            "year": row["year"],
            "publisher": row["publisher"],
            "place": row["place"],
            "isbn": (row["isbn"] or row["host_isbn"]).split("; ")[0],
            "issn": row["issn"],
            "doi": row["doi"],
            "edition": row["edition"],
            "own number": row["number"],
        }
    )
