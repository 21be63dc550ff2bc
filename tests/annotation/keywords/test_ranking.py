import pytest
from hemicycle.annotation.keywords.candidates import Unit
from hemicycle.annotation.keywords.occurrences import Occurrences
from hemicycle.annotation.keywords.ranking import best


class Written:
    """Phrases as a text would write them; remembers which were asked for."""

    def __init__(self):
        self.asked = []

    def __call__(self, first, last):
        form = first.shown if first is last else f"{first.shown} {last.shown}"
        self.asked.append(form)
        return form


@pytest.fixture
def written():
    return Written()


def standing(written, phrase, count, first=0, **known):
    """A phrase that stands ``count`` times from a place on."""
    units = [Unit(word.lower(), first, first + len(word), word) for word in phrase.split()]
    known = {"in_title": False, "in_heading": False, "name": False, "vague": False, **known}
    found = Occurrences(written, first, **known)
    found.places = [(units[0], units[-1])] * count
    found.edges, found.leads = 2 * count, count
    return tuple(unit.key for unit in units), found


def chosen(phrases, most=12):
    return [" ".join(key) for key, _ in best(dict(phrases), {}, most)]


def test_a_phrase_falls_behind_by_the_way_it_is_written(written):
    phrases = [standing(written, "national", 5), standing(written, "lac", 4)]
    assert chosen(phrases) == ["lac", "national"]


def test_a_long_name_weighs_less_than_it_might(written):
    phrases = [standing(written, "Anna", 4, name=True), standing(written, "Ida", 4, name=True)]
    phrases[0][1].writing = lambda first, last: "Anna de Bellec"
    assert chosen(phrases) == ["ida", "anna"]


def test_equal_phrases_come_in_the_order_of_the_text_then_of_the_alphabet(written):
    phrases = [standing(written, word, 1, 5) for word in ("pont", "lac")]
    assert chosen([*phrases, standing(written, "mur", 1, 4)]) == ["mur", "lac", "pont"]


def test_how_phrases_are_written_is_asked_of_the_best_alone(written):
    phrases = [standing(written, f"lac{n}", 1 + n) for n in range(200)]
    assert chosen(phrases, 3) == ["lac199", "lac198", "lac197"]
    assert len(set(written.asked)) < 10


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        # A part that stands no oftener, and one that stands alone too.
        ({"plan vélo": 5, "vélo": 5}, ["plan vélo"]),
        ({"plan vélo": 5, "vélo": 50}, ["vélo", "plan vélo"]),
        # A longer phrase that stands once tells no more than its part.
        ({"vélo": 9, "plan vélo": 1}, ["vélo"]),
        # Initials, on either side.
        ({"Cour Suprême": 5, "CS": 4}, ["cour suprême"]),
        ({"Cour Suprême": 5, "CE": 4}, ["cour suprême", "ce"]),
    ],
)
def test_what_repeats_a_better_phrase_is_none(written, counts, expected):
    phrases = [standing(written, phrase, count) for phrase, count in counts.items()]
    assert chosen(phrases) == expected


def test_a_word_that_stands_mostly_in_a_chosen_phrase_comes_behind(written):
    phrases = [standing(written, "plan vélo", 5), standing(written, "vélo", 6)]
    assert chosen([*phrases, standing(written, "lac", 1)]) == ["plan vélo", "lac", "vélo"]


def test_words_that_every_text_has_come_behind(written):
    phrases = [standing(written, "loi", 5, empty=True), standing(written, "lac", 2)]
    assert chosen(phrases) == ["lac", "loi"]
