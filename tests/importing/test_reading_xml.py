"""XML of journals and libraries, and tables of collections on the web."""

from __future__ import annotations

import pytest
from importing import Importing
from library.catalogue.loading import load

OJS = """\
<?xml version="1.0" encoding="utf-8"?>
<issues xmlns="http://pkp.sfu.ca">
 <issue>
  <issue_identification><volume>{volume}</volume><number>{number}</number><year>{year}</year></issue_identification>
  <articles>
   <article>
    <publication locale="en_US" date_published="{year}-10-05">
     <id type="internal">7</id>
     <id type="doi">10.5555/ojs.7</id>
     <title locale="en_US">Pay of Judges</title>
     <title locale="ru_RU">Оплата труда судей</title>
     <subtitle locale="en_US">A Survey</subtitle>
     <abstract locale="en_US">&lt;p&gt;On pay.&lt;/p&gt;</abstract>
     <abstract locale="ru_RU">Об оплате.</abstract>
     <licenseUrl>https://creativecommons.org/licenses/by/4.0</licenseUrl>
     <copyrightHolder locale="en_US">Hub</copyrightHolder>
     <keywords locale="en_US"><keyword>Ethics</keyword><keyword>judges</keyword></keywords>
     <authors>
      <author><givenname locale="en_US">Aigul</givenname><givenname locale="ru_RU">Айгуль</givenname>
       <familyname locale="en_US">Kenzhe</familyname><familyname locale="ru_RU">Кенже</familyname>
       <affiliation locale="en_US">Academy</affiliation><orcid>https://orcid.org/0000-0001-5109-3700</orcid></author>
     </authors>
     <pages>101–110</pages>
    </publication>
   </article>
  </articles>
 </issue>
</issues>
"""

OAI = """\
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords>
<record><header><identifier>oai:some:1</identifier></header><metadata>
<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">
 <dc:title xml:lang="ru">Отчет о кадрах</dc:title>
 <dc:title xml:lang="en">Report on Staff</dc:title>
 <dc:creator>Петров, Иван</dc:creator>
 <dc:subject>ethics; staff</dc:subject>
 <dc:description xml:lang="ru">О кадрах.</dc:description>
 <dc:publisher>Sample Civil Service Hub</dc:publisher>
 <dc:date>2020-05-01</dc:date>
 <dc:type>info:eu-repo/semantics/report</dc:type>
 <dc:identifier>https://example.org/staff</dc:identifier>
 <dc:identifier>10.5555/staff</dc:identifier>
 <dc:language>rus</dc:language>
 <dc:coverage>Somewhere</dc:coverage>
</oai_dc:dc></metadata></record>
<record><header status="deleted"><identifier>oai:some:2</identifier></header></record>
</ListRecords></OAI-PMH>
"""

MARC = """\
<collection xmlns="http://www.loc.gov/MARC21/slim"><record>
 <leader>00000nam a2200000 a 4500</leader>
 <controlfield tag="001">ocm1</controlfield>
 <controlfield tag="008">210101s2021    kz            000 0 rus d</controlfield>
 <datafield tag="020" ind1=" " ind2=" "><subfield code="a">9785699120147 (hbk.)</subfield></datafield>
 <datafield tag="100" ind1="1" ind2=" "><subfield code="a">Петров, Иван А.,</subfield><subfield code="e">автор.</subfield></datafield>
 <datafield tag="245" ind1="1" ind2="0"><subfield code="a">Кадры :</subfield><subfield code="b">учебник /</subfield><subfield code="c">И. А. Петров.</subfield></datafield>
 <datafield tag="250" ind1=" " ind2=" "><subfield code="a">2-е изд.</subfield></datafield>
 <datafield tag="264" ind1=" " ind2="1"><subfield code="a">Алматы :</subfield><subfield code="b">Новое слово,</subfield><subfield code="c">2021.</subfield></datafield>
 <datafield tag="300" ind1=" " ind2=" "><subfield code="a">312 с. :</subfield><subfield code="b">ил. ;</subfield><subfield code="c">21 см</subfield></datafield>
 <datafield tag="650" ind1=" " ind2="0"><subfield code="a">Ethics.</subfield></datafield>
 <datafield tag="700" ind1="1" ind2=" "><subfield code="a">Kim, Min-jun,</subfield><subfield code="4">edt</subfield></datafield>
 <datafield tag="710" ind1="2" ind2=" "><subfield code="a">Harrow Press &amp; Sons.</subfield><subfield code="4">fnd</subfield></datafield>
</record><record>
 <leader>00000nam a2200000 a 4500</leader>
 <datafield tag="200" ind1="1" ind2=" "><subfield code="a">Запись UNIMARC</subfield></datafield>
</record></collection>
"""


def test_an_article_of_ojs_goes_into_its_issue(importing: Importing) -> None:
    issue = load(importing.copy.folder).issues["10"]
    year = issue.issued.year if issue.issued else ""
    after = importing.take(OJS.format(volume=issue.volume or "", number=issue.number or "", year=year), "issue.xml")
    placed = after.works["pay-judges-survey"]
    [edition] = placed.work.editions
    assert placed.issue is not None and placed.issue.id == "10"
    assert (placed.work.title, placed.work.supplied.title) == ({"en": "Pay of Judges: A Survey", "ru": "Оплата труда судей"}, ("ru",))
    assert (placed.work.creators[0].party, placed.work.creators[0].affiliation) == ("kenzhe-aigul", "Academy")
    assert after.vocabularies["parties"]["kenzhe-aigul"].orcid == "0000-0001-5109-3700"
    assert (edition.language, edition.pages, edition.doi, edition.licence) == ("en", "101-110", "10.5555/ojs.7", "CC-BY-4.0")
    assert (edition.abstract, placed.work.summary) == ("On pay.", {"ru": "Об оплате."})
    assert (placed.work.themes, edition.keywords) == (("ethics",), ("judges",))
    assert "author (ru_RU): Кенже, Айгуль" in placed.work.note


def test_an_article_of_an_issue_that_is_not_there_waits_among_the_unplaced(importing: Importing) -> None:
    after = importing.take(OJS.format(volume="99", number="9", year="2025"), "issue.xml")
    placed = after.works["pay-judges-survey"]
    assert placed.in_journal and placed.issue is None
    assert {"volume: 99", "number: 9"} <= set(placed.work.note)


def test_dublin_core_of_oai_pmh(importing: Importing) -> None:
    done = importing.call(importing.file(OAI, "oai.xml"))
    assert "remark: line 17: the record was deleted at its source" in done.output
    work = load(importing.copy.folder).works["report-staff"].work
    [edition] = work.editions
    assert (work.type, work.title, work.issuer, str(work.issued)) == (
        "report",
        {"ru": "Отчет о кадрах", "en": "Report on Staff"},
        "sample-hub",
        "2020-05-01",
    )
    assert (edition.language, edition.doi, edition.address) == ("ru", "10.5555/staff", "https://example.org/staff")
    assert (edition.keywords, edition.abstract) == (("staff",), "О кадрах.")
    assert work.note == ("coverage: Somewhere", "OAI identifier: oai:some:1")


def test_marc(importing: Importing) -> None:
    told = importing.told(MARC, "marc.xml")
    assert "marc.xml:14: not taken: the record is in UNIMARC or RUSMARC: export it as MARC 21" in told
    work = load(importing.copy.folder).works["kadry-uchebnik"].work
    [edition] = work.editions
    assert (work.type, work.title, work.creators[0].party) == ("book", {"ru": "Кадры: учебник"}, "petrov-ivan-a")
    assert [(each.party, each.role) for each in work.contributors] == [("kim-min-jun", "editor"), ("harrow-press", "funder")]
    assert (str(work.issued), edition.publisher, edition.place, edition.extent, edition.isbn) == (
        "2021",
        "novoe-slovo",
        "Алматы",
        312,
        ("9785699120147",),
    )
    assert (edition.edition, edition.responsibility) == ("2-е изд.", "И. А. Петров")
    assert set(work.note) == {"MARC 001: ocm1", "MARC 300: ил. ; 21 см"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '<!DOCTYPE x [<!ENTITY a "b">]><collection><record><leader>x</leader></record></collection>',
            "declares entities or a document type",
        ),
        ("<collection>\n<record><leader>x</leader>\n</collection>", "bad.xml:3: this is no XML: mismatched tag"),
        ("<html><body>not found</body></html>", "is a page of a website"),
        ("<else/>", "is in no format that is known"),
    ],
)
def test_xml_that_is_not_to_be_read_is_told(importing: Importing, text: str, said: str) -> None:
    assert said in importing.told(text, "bad.xml")


COLLECTION_BUILDER = (
    "objectid,filename,title,creator,date,description,subject,identifier,type,language,rights,latitude\n"
    'demo1,,Кадры,"Петров, Иван",2020,О кадрах.,Ethics;Погода,inv. 5,Report,rus,CC0-1.0,51.1\n'
)
OMEKA = (
    "Identifier,dcterms:title,dcterms:creator,dcterms:date,dcterms:description,dcterms:subject,dcterms:type,dcterms:language,dcterms:rights\n"
    'demo1,Кадры,"Петров, Иван",2020,О кадрах.,Ethics|Погода,Report,rus,CC0-1.0\n'
)


@pytest.mark.parametrize("text", [COLLECTION_BUILDER, OMEKA])
def test_tables_of_collections_on_the_web(importing: Importing, text: str) -> None:
    work = importing.work(text, "collection.csv")
    [edition] = work.editions
    assert (work.type, work.title, str(work.issued), work.themes) == ("report", {"ru": "Кадры"}, "2020", ("ethics",))
    assert (work.creators[0].party, edition.language, edition.licence) == ("petrov-ivan", "ru", "CC0-1.0")
    assert (edition.abstract, edition.keywords) == ("О кадрах.", ("Погода",))
