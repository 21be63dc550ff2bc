"""The clauses around quotations: their words, their verb of speech, their first subject."""

from __future__ import annotations

import re
from collections.abc import Iterable

from hemicycle.annotation.people.grammar import small_words
from hemicycle.annotation.people.lexicon import lexicon
from hemicycle.annotation.quotes.marks import Quoted
from hemicycle.annotation.quotes.subjects import Subject, subject_before
from hemicycle.knowledge.grammar import REFLEXIVE, THAT, THERE, closed
from hemicycle.knowledge.lists import endings
from hemicycle.knowledge.made import per_knowledge
from hemicycle.knowledge.use import load_csv
from hemicycle.values import value

_WORD = re.compile(r"[^\W\d_]+(?:['’](?=[^\W\d_]))?(?:-[^\W\d_]+)*")
_WORD_OR_COMMA = re.compile(rf"{_WORD.pattern}|,")
_STOP = re.compile(r"[.!?…;](?=\s|$|[»\"])|\n")
_TITLE = re.compile(r"\b(?:M|MM|Mme|Mlle|Me|Mgr|Dr|Pr|St|[A-ZÀ-Þ])$")
_AFTER_REACH = 220
_BEFORE_REACH = 420
_AUXILIARIES = small_words("quote_cues", "auxiliaries")
_ADVERBIAL = small_words("quote_cues", "adverbial")
_CITING = small_words("quote_cues", "citing")
_BEING = small_words("quote_cues", "being")
_TEXT_VERBS = small_words("quote_cues", "text_verbs")
_PARTIAL = small_words("quote_cues", "partial")
_FINAL = frozenset(".!?…")
_SEES = small_words("quote_cues", "sees")  # `X y voit « une chance »`
_AUXILIARIES_OF_SPEECH = REFLEXIVE | closed(
    "auxiliary", lemma="avoir", person="3", tense=("present", "imperfect")
)
_KNOW = small_words("quote_cues", "know")
_OTHERWISE = small_words("quote_cues", "otherwise")
_BETWEEN_VERBS = small_words("quote_cues", "between_verbs")
_PARTICIPLE = endings("verbs", "first_group_participle")
_LOOKS_BACK = 6  # words between `est` and its participle


@value
class Token:
    """A word: first character, one past the last, lower case with straight apostrophes."""

    start: int
    end: int
    lower: str


@per_knowledge
def pronouns() -> dict[str, str]:
    """The pronouns that stand for a speaker who is a subject, by gender (``m``, ``f``)."""
    told = (
        closed("pronoun", case="subject", person="3", number="singular", gender=gender)
        | small_words("quote_subjects", f"nearest_{gender}")
        for gender in ("masculine", "feminine")
    )
    return {word: gender for words, gender in zip(told, "mf", strict=True) for word in words}


@per_knowledge
def objects() -> dict[str, str]:
    """The pronouns that stand for a speaker who is an object, by gender, empty if untold."""
    rows = load_csv("lexicons", "grammar.csv")
    return {
        row["form"]: row["gender"][:1]
        for row in rows
        if (row["lemma"], row["case"], row["number"]) == ("il", "object", "singular")
    }


@per_knowledge
def _plurals() -> frozenset[str]:
    """The plural forms of verbs of speech: `rappellent`, `rappelaient`."""
    forms = lexicon().speech
    present = {f"{form}nt" for form in forms if form.endswith("e")}
    return frozenset(present | {f"{form[:-1]}ent" for form in forms if form.endswith("ait")})


@per_knowledge
def _speech() -> frozenset[str]:
    """The verbs that may bring a quotation in."""
    return lexicon().speech | _PARTIAL.words() | _CITING.words() | _plurals() | _KNOW.words()


def is_passive(tokens: list[Token], first: int, last: int) -> bool:
    """Whether a participle of speech is passive: `il est écrit que`, `est très bien expliqué`."""
    if tokens[first].lower in _BEING:
        return True
    if first != last or not _PARTICIPLE.end(tokens[last].lower):
        return False
    before = [token.lower for token in tokens[max(0, first - _LOOKS_BACK) : first]]
    return any(word in _BEING for word in before) and _AUXILIARIES_OF_SPEECH.isdisjoint(before)


def is_of_text(tokens: list[Token]) -> bool:
    """Whether the words before a quotation say that it is a text's: `l'article dispose que`."""
    words = [token.lower for token in tokens[-2:]]
    return words[-1] in _TEXT_VERBS or (
        len(words) > 1 and words[0] in _TEXT_VERBS and words[1] in THAT
    )


class Clauses:
    """The clauses of one text, whose quotations are blanked.

    Attributes:
        text: the text with the quotations blanked; offsets as before.
        plural: the plural forms of verbs of speech.
        speech: all forms of verbs of speech.
    """

    def __init__(self, text: str, quoted: Iterable[Quoted]) -> None:
        """Blank the quoted passages, so that their verbs are not taken for cues."""
        pieces = []
        last = 0
        for passage in quoted:
            pieces.append(text[last : passage.start])
            inner = text[passage.start : passage.end]
            # A quotation that ends its own sentence ends the clause around it too.
            final = inner[:-1].rstrip()[-1:] in _FINAL
            pieces.append("_" * (len(inner) - 1) + ("." if final else "_"))
            last = passage.end
        pieces.append(text[last:])
        self.text = "".join(pieces)
        self.plural = _plurals()
        self.speech = _speech()

    def behind(self, passage: Quoted) -> tuple[list[Token], int]:
        """The words behind a quotation to the end of its sentence, and where that is."""
        text = self.text
        match = _STOP.search(text, passage.end, passage.end + _AFTER_REACH)
        while match and _TITLE.search(text, passage.end, match.start()):
            match = _STOP.search(text, match.end(), passage.end + _AFTER_REACH)
        end = match.start() if match else min(len(text), passage.end + _AFTER_REACH)
        return self.tokens(passage.end, end), end

    def tokens(self, start: int, end: int) -> list[Token]:
        """The words of a stretch of text."""
        return [
            Token(m.start(), m.end(), m[0].lower().replace("’", "'"))
            for m in _WORD.finditer(self.text, start, end)
        ]

    def opening(self, start: int, end: int) -> tuple[int, Subject] | None:
        """The subject without a name that opens a clause, and the end of its determiner."""
        pieces = list(_WORD_OR_COMMA.finditer(self.text, start, end))
        subject = subject_before([piece[0].lower().replace("’", "'") for piece in pieces])
        return None if subject is None else (pieces[subject.index].end(), subject)

    def start(self, place: int) -> int:
        """The first character of the sentence before a quotation, over a break after a colon."""
        text = self.text
        end = place
        while end > 0 and text[end - 1] in " \u00a0\u202f\t":
            end -= 1
        if end > 0 and text[end - 1] == "\n":
            trimmed = text[max(0, end - 10) : end].rstrip()
            if not trimmed.endswith(":"):
                return place
            while end > 0 and text[end - 1].isspace():
                end -= 1
        begin = max(0, end - _BEFORE_REACH)
        start = begin
        for match in _STOP.finditer(text, begin, end):
            if match.end() < end and not _TITLE.search(text, begin, match.start()):
                start = match.end()
        return start

    def _is_speech(self, token: Token) -> bool:
        """Whether a word is a form of a verb of speech, inverted or not (`dit-il`)."""
        lower = token.lower
        return lower in self.speech or lower.partition("-")[0] in self.speech

    def first_verb(self, tokens: list[Token]) -> tuple[int, int] | None:
        """The verb that follows a quotation at once, as first and last token."""
        begun: int | None = None
        for index, token in enumerate(tokens[:9]):
            base = token.lower.partition("-")[0]
            if base.endswith("ant"):
                return None  # `« … », en ajoutant que « … »`: the second is brought in
            if self._is_speech(token) and base not in _AUXILIARIES:
                return (index if begun is None else begun), index
            if base in _AUXILIARIES or token.lower in pronouns() or token.lower in REFLEXIVE:
                begun = index if begun is None else begun
            elif token.lower not in _ADVERBIAL and not token.lower.endswith("ment"):
                return None
        return None

    def last_verb(self, tokens: list[Token]) -> tuple[int, int] | None:
        """The verb of speech nearest before a quotation, with its auxiliary.

        `je la cite` is one only where there is no other: `La ministre m'a dit, et je la cite :`.
        """
        cited: tuple[int, int] | None = None
        for index in range(len(tokens) - 1, -1, -1):
            seen = index and tokens[index].lower in _SEES and tokens[index - 1].lower in THERE
            if not seen and not self._is_speech(tokens[index]):
                continue
            if index == 0 and _PARTICIPLE.end(tokens[0].lower):
                continue  # `Interrogé jeudi, X a …`
            before = [token.lower for token in tokens[max(0, index - 2) : index]]
            if before and before[-1] in _OTHERWISE:
                continue
            pronoun = index and tokens[index - 1].lower in objects()
            if tokens[index].lower in _CITING and pronoun and cited is None:
                cited = index, index
                continue
            first = index
            while first > 0 and (
                tokens[first - 1].lower.partition("-")[0] in _AUXILIARIES
                or tokens[first - 1].lower in _BETWEEN_VERBS
            ):
                first -= 1
            return first, index
        return cited


def pronoun_of(tokens: list[Token]) -> str | None:
    """The gender of the pronoun subject among the words of a cue, None if there is none."""
    for token in tokens:
        pieces = token.lower.split("-")
        for piece in (token.lower, pieces[-1]):
            if piece in pronouns():
                return pronouns()[piece]
    return None
