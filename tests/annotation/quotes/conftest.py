from collections.abc import Callable

import pytest
from hemicycle.annotation.people.component import PeopleFinder
from hemicycle.annotation.quotes.component import QuoteFinder

Told = list[tuple[str, str, str]]


@pytest.fixture(scope="session")
def quotes() -> Callable[[str], Told]:
    """(quoted text, speaker, cue) of each quotation; people are found by the rules alone."""
    people, finder = PeopleFinder(), QuoteFinder()

    def read(text: str) -> Told:
        mentions = people.mentions(text, [])
        return [
            (text[m.start : m.end], m.value.speaker, m.value.cue)
            for m in finder.quotes(text, mentions)
        ]

    return read
