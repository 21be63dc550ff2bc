"""A text of very many names: each is compared with a bounded number of others."""

import itertools

import pytest
from hemicycle.annotation.people import linking
from hemicycle.annotation.people.lexicon import lexicon
from hemicycle.annotation.people.linking import Linker, NameMention

SYLLABLES = ("ba", "co", "di", "fu", "lé", "mar", "no", "pel", "ri", "sou")
SURNAMES = ["".join(four).capitalize() for four in itertools.product(SYLLABLES, repeat=4)]
FIRST = ["Anne", "Bruno", "Claire", "Denis", "Élise", "Fabien"]


def link(surfaces, honorific=""):
    mentions = [
        NameMention(place * 20, place * 20 + len(surface), surface, honorific)
        for place, surface in enumerate(surfaces)
    ]
    return Linker(lexicon()).link(mentions)


@pytest.mark.parametrize(
    "make",
    [
        lambda n: f"{FIRST[n % 6]} {SURNAMES[n]}",
        lambda n: f"{SURNAMES[n]} Corvel",
        lambda n: f"Anne {SURNAMES[n]}-Corvel",
        lambda n: f"J.-L. {SURNAMES[n]}",
        lambda n: f"{chr(65 + n % 26)}. Corvel",
        lambda n: f"Anne Corvel {SURNAMES[n]}",
    ],
    ids=["two names", "one surname", "double", "initials", "one surname, initials", "three words"],
)
def test_comparisons_grow_with_the_names_and_no_faster(make, monkeypatch):
    compared = 0

    def counted(a, b):
        nonlocal compared
        compared += 1
        return one_person(a, b)

    one_person = linking._one_person
    monkeypatch.setattr(linking, "_one_person", counted)
    names = [make(n) for n in range(3000)]
    assert len(link(names)) == 3000
    assert compared <= 3000 * linking._MOST_COMPARED


def test_surnames_of_many_bearers_stay_themselves():
    full = [f"{surname} Corvel" for surname in SURNAMES[:2000]]
    assert link([*full, *["Corvel"] * 2000])[2000:] == ["Corvel"] * 2000


def test_among_many_a_person_is_known_again():
    crowd = [f"{FIRST[n % 6]} {SURNAMES[n]}" for n in range(5000)]
    found = link([*crowd, "Léandre Bacobabo", "Léandre BACOBABO"])
    assert found[-1] == found[-2] == "Léandre Bacobabo"


def test_a_function_of_many_holders_is_looked_for_near_its_place(monkeypatch):
    """What is looked at for a mention does not grow with the holders that the text names."""
    from hemicycle.annotation.people import holders

    held = holders.Holders()
    for n in range(2000):
        held.name(100 * n, SURNAMES[n], "")
        held.add(100 * n, "maire", SURNAMES[n])
    held.sort()
    looked_at = []
    eligible = holders.Holders._eligible
    monkeypatch.setattr(
        holders.Holders,
        "_eligible",
        lambda self, place, role: looked_at.append(found := eligible(self, place, role)) or found,
    )
    address = holders.Address("m", False, "")
    for n in range(0, 2000, 100):
        assert held.who(100 * n + 50, "maire", "maire", address) == (SURNAMES[n], "same")
    assert max(map(len, looked_at)) <= 2 * holders._MOST_HELD


def test_the_chair_is_who_presided_last():
    from hemicycle.annotation.people.holders import Holders

    held = Holders()
    for n in range(50):
        held.preside(100 * n, "président", SURNAMES[n])
    held.sort()
    assert [held.chair(place) for place in (0, 1, 250, 9999)] == [
        "", SURNAMES[0], SURNAMES[2], SURNAMES[49],
    ]  # fmt: skip
