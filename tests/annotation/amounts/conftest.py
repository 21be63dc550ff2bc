from collections.abc import Callable

import pytest
from hemicycle.annotation.amounts.reader import reader
from hemicycle.kinds.amounts import Amount

Read = Callable[..., list[Amount]]


@pytest.fixture(scope="session")
def read() -> Read:
    """The amounts of a text: ``read(text, country="CH")``."""

    def amounts(text: str, country: str = "") -> list[Amount]:
        return [mention.value for mention in reader().read(text, country=country)]

    return amounts


@pytest.fixture(scope="session")
def one(read: Read) -> Callable[..., Amount]:
    """The only amount of a text."""

    def amount(text: str, country: str = "") -> Amount:
        (found,) = read(text, country)
        return found

    return amount
