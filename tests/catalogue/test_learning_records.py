"""Courses, modules, lectures and recordings: what is refused, with file, line and remedy."""

from __future__ import annotations

import pytest
from catalogues import SpoiltCatalogue
from library.catalogue.catalogue import Catalogue
from library.catalogue.kinds.learning import seconds

VIDEO = "learning/sample-video.yml"
COURSE = "learning/sample-course.yml"


def test_a_recording_that_says_no_more_than_it_must_is_lawful(small_catalogue: Catalogue) -> None:
    audio = small_catalogue.of_kind("learning")["bare-audio"].value
    assert (audio.duration, audio.captions, audio.transcripts, audio.address) == (None, (), (), None)


@pytest.mark.parametrize(
    ("name", "old", "new", "code", "marker", "said"),
    [
        (VIDEO, "duration: 42:10", "duration: 42 min", "bad-duration", "42 min", '"42 min" is no duration'),
        (VIDEO, "duration: 42:10", "duration: 1:75:00", "bad-duration", "1:75:00", "is no duration"),
        (VIDEO, "duration: 42:10", "duration: 0:00", "bad-duration", "0:00", "is no duration"),
        (VIDEO, "form: video", "form: film", "unknown-choice", "film\n", "none of course, module"),
        (VIDEO, "part_of: sample-module", "part_of: bare-audio", "not-a-course", "bare-audio", "has the form audio"),
        (VIDEO, "used_in: [sample-lecture]", "used_in: [bare-audio]", "not-a-course", "bare-audio]", "of which nothing is a part"),
        (VIDEO, "used_in: [sample-lecture]", "used_in: [nothing]", "unknown-record", "nothing]", 'there is no learning "nothing"'),
        (VIDEO, "issued: 2023-12-31", "issued: 0203", "unlikely-date", "0203", "before 500"),
        (COURSE, "languages: [en, ru]", "captions: [en, ru]", "not-a-recording", "captions", "a course has none"),
        (
            COURSE,
            "languages: [en, ru]",
            "part_of: sample-module",
            "part-of-itself",
            "sample-module",
            "sample-course → sample-module → sample-course",
        ),
    ],
)
def test_what_cannot_be_is_refused_with_its_line(
    catalogue_copy: SpoiltCatalogue, name: str, old: str, new: str, code: str, marker: str, said: str
) -> None:
    catalogue_copy.replace(name, old, new)
    problems = catalogue_copy.problems()
    told = [problem for problem in problems if problem.code == code]
    assert told, problems
    assert said in told[0].message
    assert told[0].hint
    assert str(told[0]).partition(":")[0].endswith(name)
    line = catalogue_copy.text(name)[: catalogue_copy.text(name).index(marker)].count("\n") + 1
    assert told[0].line in (line, line + 1)


def test_a_duration_is_read_as_players_write_it() -> None:
    assert [seconds(text) for text in ("42:10", "1:05:30", "0:07", "100:00:00")] == [2530, 3930, 7, 360000]
