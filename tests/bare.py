"""Records that leave out everything they may: a work, and an issue with an article; laid beside those of a small catalogue."""

from __future__ import annotations

from catalogues import SpoiltCatalogue

BARE = "bare-study"
BARE_RUSSIAN = "Государственная служба без прикрас"
BARE_TITLED = "bare-summary"
BARE_ARTICLE = "bare-article"
BARE_KAZAKH = "Жалаң мақала"
BARE_ISSUE = "12"

RECORDS = {
    f"knowledge-products/{BARE}.yml": f"""\
id: {BARE}
type: research-paper
title:
  ru: {BARE_RUSSIAN}
editions:
  - citation_key: bare2024
    language: ru
added: 2026-12-05
provenance:
  - source: sample-report
""",
    f"knowledge-products/{BARE_TITLED}.yml": f"""\
id: {BARE_TITLED}
type: research-paper
title:
  en: Scarce Words
  ru: Скупые слова
summary:
  ru: О скупых словах.
supplied:
  title: [en]
  summary: [ru]
editions:
  - citation_key: scarce2024
    language: ru
added: 2026-12-05
provenance:
  - source: sample-report
""",
    f"journal/issues/{BARE_ISSUE}.yml": f"""\
id: {BARE_ISSUE}
title:
  ru: Без прикрас
complete: no
added: 2026-12-05
provenance:
  - source: sample-report
articles:
  - id: {BARE_ARTICLE}
    type: article
    title:
      kk: {BARE_KAZAKH}
    editions:
      - citation_key: bare2024kk
        language: kk
    provenance:
      - source: sample-report
""",
}


def add_bare(copy: SpoiltCatalogue) -> SpoiltCatalogue:
    """Adds the records to a copy of the small catalogue; they are lawful."""
    for name, text in RECORDS.items():
        copy.write(name, text)
    return copy
