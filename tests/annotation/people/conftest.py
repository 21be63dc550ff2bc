from collections.abc import Callable

import pytest
from hemicycle.annotation.people.component import PeopleFinder

Told = list[tuple[str, str, str, str]]


@pytest.fixture(scope="session")
def finder() -> PeopleFinder:
    return PeopleFinder()


@pytest.fixture(scope="session")
def people(finder: PeopleFinder) -> Callable[..., Told]:
    """(surface, name, role, mention) of each mention; `entities` are the model's."""

    def read(text: str, *entities: tuple[str, str]) -> Told:
        located = []
        for surface, label in entities:
            start = text.find(surface)
            while start >= 0:
                located.append((start, start + len(surface), label))
                start = text.find(surface, start + 1)
        return [
            (text[m.start : m.end], m.value.name, m.value.role, m.value.mention)
            for m in sorted(finder.mentions(text, sorted(located)), key=lambda m: m.start)
        ]

    return read


@pytest.fixture(scope="session")
def names(people: Callable[..., Told]) -> Callable[..., list[str]]:
    """The surfaces of the name mentions."""

    def read(text: str, *entities: tuple[str, str]) -> list[str]:
        return [surface for surface, _, _, kind in people(text, *entities) if kind == "name"]

    return read
