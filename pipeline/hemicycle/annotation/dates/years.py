"""Years and pairs of years: ``2026``, ``2024-2025``, ``en 98``."""

from __future__ import annotations

from hemicycle.annotation.dates.absolute import full_year
from hemicycle.annotation.dates.anchor import Anchor, Reading
from hemicycle.annotation.dates.eras import year_of_era
from hemicycle.annotation.dates.grammar import Match, rule
from hemicycle.annotation.dates.tokens import Tokens
from hemicycle.knowledge.grammar import (
    AFTER,
    AND,
    AND_OR,
    BEFORE,
    BETWEEN,
    BY,
    FOR,
    HE,
    IN,
    OF,
    PLAIN_OF,
    PLAIN_TO,
    THE_SPELLED,
    WITH,
)
from hemicycle.values import value

_BEFORE_COUNTS = AND | BETWEEN | AFTER | BEFORE
_SIGNS = frozenset(("", ".", ",", ";", ")"))
_BEHIND_SHORT_YEAR = AND | PLAIN_TO | BY | WITH | FOR | HE | THE_SPELLED | _SIGNS

# Years within which the year of a law tells when it was passed.
_JUST_PASSED = 5
# Words behind a programme's head noun within which its year stands.
_PLAN_REACH = 6
_JOINTS = AND_OR | {","}
_PAIR_SIGNS = ("-", "‑", "–", "/")


@value
class Fixed:
    """An expression whose value depends on nothing else."""

    type: str
    value: str
    mod: str = ""

    def resolve(self, anchor: Anchor) -> Reading | None:
        """The value as it stands."""
        return Reading(self.type, self.value, self.mod, explicit=self.type == "DATE")


@value
class CitedYear:
    """The year behind a legal text: that of one just passed tells when, an old one is its name."""

    value: int

    def resolve(self, anchor: Anchor) -> Reading | None:
        """The year if it is one of the last before the document's date, else nothing."""
        if anchor.today is None or not 0 <= anchor.today.year - self.value <= _JUST_PASSED:
            return None
        return Reading("DATE", f"{self.value:04d}", explicit=True)


@rule("number")
def year(tokens: Tokens, index: int) -> Match | None:
    """A year of four figures, or in words, that counts nothing and is no part of a name.

    Examples:
        En [2026] -> 2026
        Le budget [2026] de la ville -> 2026
        Rome fut prise en l'an [476] -> 0476
        Alésia tomba en [52 av. J.-C.] -> BC0052
        La résolution 1728 du Conseil -> nothing
        Né en [mille neuf cent quatre-vingt-dix-huit] -> 1998
        On livrera 2026 logements -> nothing
        La loi de [2022] et le décret de [2023] -> 2022, 2023
        La loi de 1905 et la loi 2005 -> nothing
        Les amendements nos 1846, 1848 et 3564 -> nothing
        En [2010], [2011] et [2012] -> 2010, 2011, 2012
        Le plan France 2030 -> nothing
        Les Objectifs du développement durable 2030 -> nothing
        La feuille de route [2025-2027] -> 2025/2027
        L'article 1240 du code -> nothing
    """
    word = tokens.word(index)
    if not word.isdigit():
        return _year_in_words(tokens, index)
    old = year_of_era(tokens, index)
    if old is not None:
        return Match(index, old[2], Fixed("DATE", f"{old[0]}{old[1]:04d}"))
    if tokens.among("counted_year", index - 1) and len(word) == 3 and tokens.figures(index):
        return Match(index, index + 1, Fixed("DATE", f"{int(word):04d}"))
    found = tokens.figures(index)
    if found is None or len(word) != 4 or not 1000 <= found[0] <= 2199:
        return None
    number = tokens.number(index)
    if number is None or number[1] != index + 1 or number[0].value != found[0]:
        return None
    pair = _pair(tokens, index)
    stop = pair[1] if pair else index + 1
    if not is_year_place(tokens, index, stop):
        return None
    if pair is not None:
        return Match(index, stop, Fixed("DATE", f"{found[0]}/{pair[0]}"))
    before = tokens.word(index - 1)
    if before in OF and tokens.lexicon.among("law_names", tokens.word(index - 2)):
        return Match(index, stop, CitedYear(found[0]))
    return Match(index, stop, Fixed("DATE", f"{found[0]:04d}"))


def _pair(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """The second year of ``2024-2025`` or ``2024-25``, and the index behind."""
    if tokens.word(index + 1) not in _PAIR_SIGNS or tokens.glued(index + 1) != tokens.glued(
        index + 2
    ):
        return None
    second = tokens.figures(index + 2)
    first = int(tokens.word(index))
    if second is None or not tokens.glued(index + 1):
        return None
    last = second[0]
    if len(tokens.word(index + 2)) == 2 and tokens.glued(index + 1):
        last += first // 100 * 100
    elif len(tokens.word(index + 2)) != 4:
        return None
    after = tokens.word(index + 3)
    if after in _PAIR_SIGNS and tokens.glued(index + 3):
        return None
    return (last, index + 3) if first < last <= min(first + 150, 2199) else None


def is_year_place(tokens: Tokens, index: int, stop: int) -> bool:
    """Whether figures that may be a year stand where a year stands."""
    known = tokens.lexicon
    before, after = tokens.word(index - 1), tokens.word(stop)
    if tokens.glued(index) and (
        before.isalnum() or before in ("-", "/", ".", ",", ":", "#", "°", "_")
    ):
        return False
    if tokens.glued(stop) and (after in ("/", "°", "%", "€", "_") or after.isalnum()):
        return False
    if after in ("-", "‑") and tokens.glued(stop) and tokens.glued(stop + 1):
        return False
    if after == ":" and tokens.figures(stop + 1) and not _heads_line(tokens, index, stop):
        return False
    if (
        after in (".", ",")
        and tokens.glued(stop)
        and tokens.glued(stop + 1)
        and (tokens.word(stop + 1).isdigit())
    ):
        return False
    if _is_number_of(tokens, index):
        return False
    if before.isdigit() and not tokens.broken(index):
        return False  # `FF 2024 1512`
    if tokens.get("months", index - 1) is not None and tokens.figures(index - 2):
        return False
    if before == "°" or _numbered(tokens, index, stop):
        return False
    if known.among("law_names", before) or _unit_follows(tokens, stop):
        return False
    value = int(tokens.word(index))
    in_words = known.among("before_year", before)
    if _is_name(tokens, index):
        return False
    if in_words:
        return not (_plural(tokens, stop) and before in _BEFORE_COUNTS)
    if value < 1500 or value > 2100:
        return False
    return not _plural(tokens, stop)


def _heads_line(tokens: Tokens, index: int, stop: int) -> bool:
    """``2003 : 840`` in a list, where what follows is no minutes."""
    return tokens.broken(index) and not tokens.glued(stop) and not tokens.glued(stop + 1)


def _is_number_of(tokens: Tokens, index: int) -> bool:
    """Whether the word before says that the figures are the number of something (``page 1789``,
    ``route 2020``, but not ``feuille de route 2025-2027``)."""
    before = tokens.word(index - 1)
    if before == ".":
        before = tokens.word(index - 2)
    if tokens.lexicon.among("plans", before) and tokens.word(index - 2) in PLAIN_OF:
        return False
    return tokens.lexicon.among("not_before_year", before)


def _unit_follows(tokens: Tokens, index: int) -> bool:
    """Whether the symbol of a unit follows; ``M.`` before a name is none."""
    if tokens.broken(index) or not tokens.lexicon.among("unit_symbols", tokens.word(index)):
        return False
    return not (tokens.raw(index).isupper() and tokens.word(index + 1) == ".")


def _numbered(tokens: Tokens, index: int, stop: int) -> bool:
    """Whether the figures stand in a list of numbers (``nos 1846, 1848 et 3564``).

    A list is one of numbers if ``nos`` opens it or if a member can be no year.
    """
    first = index
    while tokens.word(first - 1) in _JOINTS and tokens.figures(first - 2):
        first -= 2
        if not _may_be_year(tokens, first):
            return True
    while tokens.word(stop) in _JOINTS and tokens.figures(stop + 1):
        if not _may_be_year(tokens, stop + 1):
            return True
        stop += 2
    opener = tokens.word(first - 1)
    if opener == "s" and tokens.word(first - 2) == "°":
        return True
    return first < index and (opener == "°" or tokens.lexicon.among("not_before_year", opener))


def _may_be_year(tokens: Tokens, index: int) -> bool:
    """Whether figures in a list are a year, or a number too small to tell."""
    return len(tokens.word(index)) < 4 or 1000 <= int(tokens.word(index)) <= 2199


def _is_name(tokens: Tokens, index: int) -> bool:
    """Whether a capitalised word right before makes the year part of a name (``France 2030``)."""
    if index == 0 or tokens.broken(index):
        return False
    raw = tokens.raw(index - 1)
    if not raw[0].isupper() or not raw[0].isalpha() or (raw.isupper() and len(raw) > 1):
        return _is_plan(tokens, index)
    return not tokens.lexicon.among("before_year_capital", tokens.word(index - 1))


def _is_plan(tokens: Tokens, index: int) -> bool:
    """Whether a programme with a capital is named before (``Stratégie nationale 2030``,
    ``Objectifs du développement durable 2030``)."""
    for at in range(index - 1, max(index - 1 - _PLAN_REACH, -1), -1):
        word = tokens.word(at)
        if not (word.isalpha() or word[-1:] == "'") or tokens.lexicon.among("before_year", word):
            return False
        if tokens.lexicon.among("plans", word):
            return tokens.raw(at)[0].isupper() and not _opens_sentence(tokens, at)
        if tokens.broken(at):
            return False
    return False


def _opens_sentence(tokens: Tokens, index: int) -> bool:
    return tokens.broken(index) or tokens.word(index - 1) in (".", "!", "?", "…")


def _plural(tokens: Tokens, index: int) -> bool:
    """Whether a plural noun follows, which the figures then count."""
    word = tokens.word(index)
    if (
        len(word) < 3
        or not word.isalpha()
        or tokens.broken(index)
        or tokens.raw(index)[0].isupper()
    ):
        return False
    return word[-1] in "sx" and not tokens.lexicon.among("after_year", word)


def _year_in_words(tokens: Tokens, index: int) -> Match | None:
    """``mille neuf cent quatorze``, ``deux mille vingt-six`` behind a word that asks for a year."""
    found = tokens.cardinal(index)
    if found is None or not 1000 <= found[0] <= 2199:
        return None
    asked = tokens.among("before_spelled_year", index - 1)
    if not asked or tokens.get("units", found[1]) is not None or _plural(tokens, found[1]):
        return None
    if found[0] % 1000 == 0 and not tokens.among("year_nouns", index - 1):
        return None
    return Match(index, found[1], Fixed("DATE", f"{found[0]:04d}"))


@rule("en")
def short_year(tokens: Tokens, index: int) -> Match | None:
    """Two figures after ``en``, where nothing follows that they could count.

    Examples:
        Élu en [98], il est mort -> 1998
        En 93, 12 votes -> nothing
    """
    if tokens.word(index) not in IN:
        return None
    at = tokens.skip(index + 1, "'")
    found = tokens.figures(at)
    if found is None or len(tokens.word(at)) != 2 or not 40 <= found[0] <= 99:
        return None
    after = tokens.word(found[1])
    if after not in _BEHIND_SHORT_YEAR:
        return None
    if after == "," and tokens.figures(found[1] + 1):
        return None
    return Match(at, found[1], Fixed("DATE", f"{full_year(found[0]):04d}"))
