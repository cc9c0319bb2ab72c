#!/usr/bin/env bash
# feedparser gives as an entry's link the last of its pages in several languages, and no language of the entry.
#
# Expected: Atom lets an entry have a rel="alternate" link for each language (hreflang) and its own xml:lang. A Kazakh
#           entry whose first link is the Kazakh page has that page as entry.link (or at least the first of them).
# Seen:     entry.link is the last alternate, here the Korean page, whatever the entry's language; turned about, the
#           Kazakh one. All links stand in entry.links with their hreflang, so it can be mended by the caller. The
#           entry's own xml:lang is kept for its texts (title_detail.language) and not for the entry.
#
# Versions are pinned. When raising them, try a feed without hreflang but with several types (text/html, PDF).
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check \
  feedparser==6.0.14 feedparser-sgmllib==2.1.0 2>pip.log || { cat pip.log; exit 1; }

cat >read.py <<'PY'
import sys

import feedparser

FEED = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <title>New in the library</title><id>https://library.example/feed</id><updated>2019-05-13T00:00:00Z</updated>
  <author><name>Library</name></author>
  <entry xml:lang="kk">
    <title>Өзен айлағы</title><id>https://library.example/port</id><updated>2019-05-13T00:00:00Z</updated>
    {links}
  </entry>
</feed>
"""


def entry(*languages: str) -> feedparser.FeedParserDict:
    links = "".join(
        f'<link rel="alternate" type="text/html" hreflang="{language}" href="https://library.example/{language}/port"/>'
        for language in languages
    )
    feed = feedparser.parse(FEED.format(links=links))
    assert not feed.bozo, feed.get("bozo_exception")
    return feed.entries[0]


print("feedparser", feedparser.__version__)
there, back = entry("kk", "ru", "ko"), entry("ko", "ru", "kk")
print("kk, ru, ko ->", there.link)
print("ko, ru, kk ->", back.link)
print("links:", [link.hreflang for link in there.links])
print("language of the title:", there.title_detail.language, "- of the entry:", there.get("language"))
as_described = (
    there.link.endswith("/ko/port")
    and back.link.endswith("/kk/port")
    and [link.hreflang for link in there.links] == ["kk", "ru", "ko"]
    and there.title_detail.language == "kk"
    and "language" not in there
)
print("As described." if as_described else "Not as described: something has changed.")
sys.exit(0 if as_described else 1)
PY
env/bin/python read.py
