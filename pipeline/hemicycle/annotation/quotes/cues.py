"""What brings a quotation in: a verb of speech, `selon`, a colon; and who goes with it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hemicycle.annotation.people.grammar import small_words
from hemicycle.annotation.people.lexicon import lexicon
from hemicycle.annotation.quotes.marks import Quoted
from hemicycle.annotation.quotes.speakers import Speaker, Speakers
from hemicycle.annotation.quotes.subjects import Subject, subject_at, subject_before
from hemicycle.knowledge.made import per_knowledge

_WORD = re.compile(r"[^\W\d_]+(?:['’](?=[^\W\d_]))?(?:-[^\W\d_]+)*")
_WORD_OR_COMMA = re.compile(rf"{_WORD.pattern}|,")
_STOP = re.compile(r"[.!?…;](?=\s|$|[»\"])|\n")
_TITLE = re.compile(r"\b(?:M|MM|Mme|Mlle|Me|Mgr|Dr|Pr|St|[A-ZÀ-Þ])$")
_AFTER_REACH = 220
_BEFORE_REACH = 420
_AUXILIARIES = small_words("quote_cues", "auxiliaries")
_ADVERBIAL = small_words("quote_cues", "adverbial")
_SOURCES = small_words("quote_cues", "sources")
_FIRST_PERSONS = small_words("quote_cues", "first_persons")
_SUBJECT_STARTS = small_words("quote_cues", "subject_starts")
_FINAL = frozenset(".!?…")
_INCISE = re.compile(
    r"[,!?…]\s(?:[as]['’]?-t-(?:il|elle)\s(?P<participle>[^\W\d_]+)"
    r"|(?P<verb>[^\W\d_]+)(?:-t)?-(?:il|elle))(?=[\s,.])"
)
_CLITICS = re.compile(
    r"(?:\s*(?:lui|leur|me|m['’]|nous|se|s['’]|l['’]|le|la|les|en|y|ne|n['’]))*\s*"
)
_NEAREST = small_words("quote_cues", "nearest")
_CONCERNED = small_words("quote_cues", "concerned")
_UNNAMED = small_words("quote_cues", "unnamed")
_PARTIAL = small_words("quote_cues", "partial")
_SEES = frozenset({"voit", "voient", "voyait"})  # `X y voit « une chance »`
_PARTIAL_REACH = 7  # words between such a verb and the quotation
_PRONOUNS = {"il": "m", "elle": "f", "celui-ci": "m", "celle-ci": "f", "ce dernier": "m"}


@dataclass(frozen=True, slots=True)
class Cue:
    """What brings a quotation in.

    Attributes:
        words: the words of the cue as written, empty if only a colon or nothing is there.
        speaker: the mention that speaks, None if the text names nobody.
        sure: whether the cue itself shows that somebody speaks.
        mine: whether it says `je`: who speaks quotes himself.
    """

    words: str
    speaker: Speaker | None
    sure: bool = True
    mine: bool = False


@per_knowledge
def _plurals() -> frozenset[str]:
    """The plural forms of verbs of speech: `rappellent`, `rappelaient`."""
    forms = lexicon().speech
    present = {f"{form}nt" for form in forms if form.endswith("e")}
    return frozenset(present | {f"{form[:-1]}ent" for form in forms if form.endswith("ait")})


@per_knowledge
def _speech() -> frozenset[str]:
    """The verbs that may bring a quotation in."""
    return lexicon().speech | _PARTIAL.words() | _plurals() | {"savoir"}


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    lower: str


_SIGNED = re.compile(r"[.\s\u00a0\u202f]*\((?:M\.|Mme)?\s?")
_ADDRESS = 3  # characters
_TIE = 40
_BLANKS = r"[^\S\n]"
_TIED = re.compile(
    rf"(?:{_BLANKS}|,)*(?:(?:qui|et|mais|ou|puis|que|car)\b[^.!?…;:\n]{{0,25}})?(?:{_BLANKS}|,)*"
)
_LED = re.compile(r"\b(?:à\sen\scroire|aux\syeux\sd(?:e\s|['’]|u\s))", re.IGNORECASE)
_LED_BY = re.compile(
    r"\b(?:à\sl['’]en\scroire|à\sses\syeux|selon\sses\s(?:mots|termes|dires))", re.IGNORECASE
)
_NOBODY = re.compile(r"\bon\s", re.IGNORECASE)  # `Au ministère, on se borne à dire que «`
_BEING = frozenset({"est", "était", "sera", "fut"})
_CITING = re.compile(r"\ben\s(?:citant|reprenant|paraphrasant)\s", re.IGNORECASE)
_WHO = re.compile(r"[^.;:]{0,30},\squi\s(?:\w+['’]?\s?){0,2}")
_JUDGING = frozenset({
    "accuse", "accusait", "accusé", "reproche", "reprochait", "reproché", "qualifie", "qualifiait",
    "qualifié", "traite", "traitait", "traité",
})  # fmt: skip
_MINE = frozenset({"je", "j'"})
_JOINED = re.compile(r"(?:\s*,[^.;:]{0,60}?,)?\s*(?:,|et|ainsi\sque)\s(?:[^.;:«»]{0,60}\s)?")


def _together(text: str, named: list[Speaker]) -> Speaker | None:
    """The two or more who speak together with a verb in the plural, None if they are not named."""
    group: list[Speaker] = []
    for speaker in reversed(named):
        if group and not _JOINED.fullmatch(text, speaker.end, group[0].start):
            break
        if all(speaker.name != other.name for other in group):
            group.insert(0, speaker)
    if len(group) < _SEVERAL:
        return None
    names = "; ".join(speaker.name for speaker in group)
    return Speaker(group[0].start, group[0].end, names, group[0].phrase)


_SEVERAL = 2


class CueReader:
    """Reads the cues of one text."""

    def __init__(self, text: str, quoted: list[Quoted], speakers: Speakers) -> None:
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
        self._text = "".join(pieces)
        self._speakers = speakers
        self._plural = _plurals()
        self._speech = _speech()

    def after(self, passage: Quoted) -> Cue | None:
        """The cue after a quotation: `» , a déclaré X`, `», dit-elle`, `», selon X`."""
        text = self._text
        match = _STOP.search(text, passage.end, passage.end + _AFTER_REACH)
        while match and _TITLE.search(text, passage.end, match.start()):
            match = _STOP.search(text, match.end(), passage.end + _AFTER_REACH)
        end = match.start() if match else min(len(text), passage.end + _AFTER_REACH)
        tokens = self._tokens(passage.end, end)
        if not tokens or text[passage.end : tokens[0].start].strip(" ,\u00a0\u202f-–—") not in {
            "",
            ")",
        }:
            return None
        if tokens[0].lower in _SOURCES or (tokens[0].lower == "d'" and len(tokens) > 1):
            named = self._speakers.between(tokens[0].end, tokens[0].end + 60)
            if named and tokens[0].lower != "pour":
                return Cue(tokens[0].lower, named[0])
        verb = self._first_verb(tokens)
        if verb is None:
            return None
        first, last = verb
        cue = text[tokens[first].start : tokens[last].end]
        if any(token.lower.endswith("-on") for token in tokens[first : last + 1]):
            return Cue(cue, None)  # `rétorque-t-on dans l'entourage de X`
        for token in tokens[last + 1 : last + 5]:
            if token.lower in _CONCERNED:
                gender = "f" if token.lower.endswith("e") else "m"
                return Cue(cue, self._speakers.meant(passage.start, gender))
        pronoun = self._pronoun(tokens[: last + 1])
        if any(token.lower in _NEAREST for token in tokens[last + 1 : last + 3]):
            return Cue(cue, self._speakers.nearest(passage.start))
        if pronoun is not None:
            return Cue(cue, self._speakers.meant(passage.start, pronoun))
        named = self._speakers.between(tokens[last].end, end)
        subject = subject_at([token.lower for token in tokens], last + 1)
        if subject is not None:
            begins = tokens[subject.index].end
            if not (named and self._is_apposed(begins, subject, named[0])):
                return Cue(cue, self._taken_up(subject, passage.start))
        if named and named[0].start - tokens[last].end < 130:
            return Cue(cue, named[0])
        named = self._speakers.between(passage.end, tokens[first].start)
        return Cue(cue, named[-1] if named else None)

    def _taken_up(self, subject: Subject, place: int) -> Speaker | None:
        """Whom a subject without a name takes up, if anybody."""
        return self._speakers.meant(place, subject.gender) if subject.known else None

    def _is_apposed(self, begins: int, subject: Subject, named: Speaker) -> bool:
        """Whether a name is that of a noun phrase before it.

        It is in `le maire, M. Roy` and `un élu de la Creuse, Paul Roy`, not in `un proche de Roy`
        nor in `un marchand du quartier Roy`.

        Args:
            begins: one past the last character of the determiner.
            subject: what begins there.
            named: the person named behind it.
        """
        if named.phrase <= begins:
            return True
        if self._speakers.is_oblique(named):
            return False
        return not subject.fresh or "," in self._text[named.phrase : named.start]

    def signed(self, passage: Quoted) -> Cue | None:
        """A signature behind a quotation: `« … » (Awa Roy, le 3 mai)`."""
        match = _SIGNED.match(self._text, passage.end)
        named = self._speakers.between(match.end(), match.end() + _ADDRESS) if match else []
        return Cue("", named[0]) if named else None

    def ties(self, passage: Quoted, following: Quoted) -> bool:
        """Whether two quotations are fragments of one sentence: `« … » qui « … »`."""
        between = self._text[passage.end : following.start]
        ended = self._text[passage.end - 1] == "."
        return len(between) <= _TIE and not ended and _TIED.fullmatch(between) is not None

    def inside(self, passage: Quoted, whole: str) -> Cue | None:
        """The cue that cuts a quotation in two: `« Vous parlez, a-t-elle lancé, de rien. »`.

        Args:
            passage: the quotation.
            whole: the text with what stands between the marks.
        """
        for match in _INCISE.finditer(whole, passage.start, passage.end):
            verb = match["participle"] or match["verb"]
            if verb.lower() in self._speech:
                gender = "f" if match[0].count("elle") else "m"
                words = match[0].strip(" ,.!?…\u00a0")
                return Cue(words, self._speakers.meant(passage.start, gender))
        return None

    def before(self, passage: Quoted) -> Cue | None:
        """The cue before a quotation: `X a déclaré : «`, `Pour X, «`, `X : «`."""
        start = self._clause_start(passage.start)
        tokens = self._tokens(start, passage.start)
        if not tokens:
            return None
        lead = self._text[tokens[-1].end : passage.start]
        colon = ":" in lead
        citing = _CITING.search(self._text, start, passage.start) if colon else None
        if citing is not None:
            named = self._speakers.between(citing.end(), passage.start)
            return Cue(citing[0].split()[-1].lower(), named[0] if named else None)
        verb = self._last_verb(tokens)
        if verb is not None:
            first, last = verb
            cue = self._text[tokens[first].start : tokens[last].end]
            mine = any(token.lower in _MINE for token in tokens[max(0, first - 2) : last + 1])
            subject = self._subject(tokens, first, last, start, passage.start)
            return Cue(cue, subject, mine=mine and subject is None)
        led = _LED.search(self._text, start, passage.start)
        if led and (whose := self._speakers.between(led.end(), passage.start)):
            return Cue(" ".join(led[0].lower().split()), whose[0])
        if led := _LED_BY.search(self._text, start, passage.start):
            words = " ".join(led[0].lower().split())
            return Cue(words, self._speakers.meant(led.start(), ""))
        source = self._source(tokens, start, passage.start)
        if source is not None:
            return source
        named = self._speakers.between(start, passage.start)
        opening = self._opening(start, passage.start) if colon else None
        if opening is not None:
            begins, subject = opening
            named = [one for one in named if self._is_apposed(begins, subject, one)]
            if not named:
                return Cue("", self._taken_up(subject, start))
        ours = any(token.lower in _FIRST_PERSONS for token in tokens)
        if colon and not named and ours and not self._speakers.is_sitting:
            return Cue("", None)  # `Souvenez-vous de ce que vous disiez : « … »`
        if colon and named:
            subjects = [s for s in named if not self._speakers.is_oblique(s)]
            if ours and self._speakers.is_sitting:
                return Cue("", None)
            return Cue("", subjects[-1] if subjects else self._speakers.meant(start, ""))
        return None

    def partial(self, passage: Quoted) -> Cue | None:
        """The cue of one or two words set in a sentence of the writer's.

        `X dénonce « l'amateurisme » du projet`, `se dit « très déçu »`: a verb of judging stands
        close before, and somebody is named as its subject.
        """
        tokens = self._tokens(self._clause_start(passage.start), passage.start)[-_PARTIAL_REACH:]
        if self._speakers.is_sitting or not any(token.lower in _PARTIAL for token in tokens):
            return None
        cue = self.before(passage)
        if cue is None or cue.speaker is None or not cue.words:
            return None
        return cue if cue.words.lower().split()[-1] in _PARTIAL else None

    def _tokens(self, start: int, end: int) -> list[_Token]:
        """The words of a stretch of text."""
        return [
            _Token(m.start(), m.end(), m[0].lower().replace("’", "'"))
            for m in _WORD.finditer(self._text, start, end)
        ]

    def _opening(self, start: int, end: int) -> tuple[int, Subject] | None:
        """The subject without a name that opens a clause, and the end of its determiner."""
        pieces = list(_WORD_OR_COMMA.finditer(self._text, start, end))
        subject = subject_before([piece[0].lower().replace("’", "'") for piece in pieces])
        return None if subject is None else (pieces[subject.index].end(), subject)

    def _clause_start(self, place: int) -> int:
        """The first character of the sentence before a quotation, over a break after a colon."""
        text = self._text
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

    def _is_speech(self, token: _Token) -> bool:
        """Whether a word is a form of a verb of speech, inverted or not (`dit-il`)."""
        lower = token.lower
        return lower in self._speech or lower.partition("-")[0] in self._speech

    def _first_verb(self, tokens: list[_Token]) -> tuple[int, int] | None:
        """The verb that follows a quotation at once, as first and last token."""
        begun: int | None = None
        for index, token in enumerate(tokens[:9]):
            base = token.lower.partition("-")[0]
            if base.endswith("ant"):
                return None  # `« … », en ajoutant que « … »`: the second is brought in
            if self._is_speech(token) and base not in _AUXILIARIES:
                return (index if begun is None else begun), index
            if base in _AUXILIARIES or token.lower in _PRONOUNS or token.lower in {"s'", "se"}:
                begun = index if begun is None else begun
            elif token.lower not in _ADVERBIAL and not token.lower.endswith("ment"):
                return None
        return None

    def _last_verb(self, tokens: list[_Token]) -> tuple[int, int] | None:
        """The verb of speech nearest before a quotation, with its auxiliary.

        `je cite` is one only where there is no other: `La ministre m'a dit, et je la cite :`.
        """
        cited: tuple[int, int] | None = None
        for index in range(len(tokens) - 1, -1, -1):
            seen = index and tokens[index].lower in _SEES and tokens[index - 1].lower == "y"
            if not seen and not self._is_speech(tokens[index]):
                continue
            if index == 0 and tokens[0].lower.endswith(("é", "ée", "és", "ées")):
                continue  # `Interrogé jeudi, X a …`
            before = [token.lower for token in tokens[max(0, index - 2) : index]]
            if before[-1:] in (["autrement"], ["proprement"]):
                continue
            if tokens[index].lower == "cite" and "je" in before:
                cited = cited or (index, index)
                continue
            first = index
            while first > 0 and (
                tokens[first - 1].lower.partition("-")[0] in _AUXILIARIES
                or tokens[first - 1].lower in {"déjà", "ainsi", "aussi", "également", "notamment"}
            ):
                first -= 1
            return first, index
        return cited

    def _pronoun(self, tokens: list[_Token]) -> str | None:
        """The gender of the pronoun subject among the words of a cue, None if there is none."""
        for token in tokens:
            pieces = token.lower.split("-")
            for piece in (token.lower, pieces[-1]):
                if piece in _PRONOUNS:
                    return _PRONOUNS[piece]
        return None

    def _subject(
        self, tokens: list[_Token], first: int, last: int, start: int, end: int
    ) -> Speaker | None:
        """Who speaks with a verb that stands before the quotation."""
        if any(token.lower in _FIRST_PERSONS for token in tokens[max(0, first - 3) : last + 1]):
            return None
        if first and tokens[first].lower in _BEING and tokens[first - 1].lower.endswith("il"):
            return None  # `où il est écrit que`
        if any(token.lower in _NEAREST for token in tokens[max(0, first - 3) : first]):
            return self._speakers.nearest(tokens[first].start)
        inverted = self._pronoun(tokens[first : last + 1])
        if inverted is not None:
            return self._speakers.meant(tokens[first].start, inverted)
        named = self._speakers.between(start, tokens[first].start)
        if named and _WHO.fullmatch(self._text, named[-1].end, tokens[first].start):
            return named[-1]  # `X cite Y, qui disait`
        plural = tokens[last].lower in self._plural or tokens[last].lower == "disent"
        if plural or tokens[first].lower == "ont":
            return _together(self._text, named)
        if tokens[last].lower in _JUDGING and not any(
            not self._speakers.is_oblique(speaker) for speaker in named
        ):
            pronouns = any(token.lower in _PRONOUNS for token in tokens[:first])
            if tokens[:first] and not pronouns:
                return None  # `La motion accuse X d'« … »`: a text says it
        for token in reversed(tokens[:first]):
            nearer = [speaker for speaker in named if speaker.start > token.start]
            if nearer and any(not self._speakers.is_oblique(speaker) for speaker in nearer):
                break
            if token.lower in _PRONOUNS or token.lower.rpartition("'")[2] in _PRONOUNS:
                pronoun = _PRONOUNS.get(token.lower) or _PRONOUNS[token.lower.rpartition("'")[2]]
                return self._speakers.meant(token.start, pronoun)
        opening = self._opening(start, tokens[first].start)
        if _NOBODY.search(self._text, start, tokens[first].start):
            return None
        if opening is not None:
            named = [one for one in named if self._is_apposed(*opening, one)]
            if not named:
                return self._taken_up(opening[1], start)
        subjects = [speaker for speaker in named if not self._speakers.is_oblique(speaker)]
        if subjects:
            near = _CLITICS.fullmatch(self._text, subjects[-1].end, tokens[first].start)
            return subjects[-1] if near else subjects[0]
        stop = self._speakers.between(tokens[last].end, end)
        if stop and stop[0].start - tokens[last].end < 40:
            return stop[0]
        if named:
            return named[-1]
        if last + 1 < len(tokens) and tokens[last + 1].lower in _UNNAMED:
            return None  # `comme disait mon grand-père`
        if any(token.lower in _SUBJECT_STARTS for token in tokens[:first]):
            return None  # `l'entourage du ministre évoque`: somebody without a name
        return self._speakers.meant(start, "")

    def _source(self, tokens: list[_Token], start: int, end: int) -> Cue | None:
        """`Pour X, «` and `Selon X, «`; `Pour lui, «`."""
        for index, token in enumerate(tokens):
            if token.lower not in _SOURCES:
                continue
            if token.lower == "après" and (index == 0 or tokens[index - 1].lower != "d'"):
                continue
            if index + 1 < len(tokens) and tokens[index + 1].lower in {"lui", "elle"}:
                gender = "f" if tokens[index + 1].lower == "elle" else "m"
                return Cue(token.lower, self._speakers.meant(start, gender))
            named = self._speakers.between(token.end, end)
            if named and named[0].start - token.end < 50:
                return Cue(token.lower, named[0])
            subject = subject_at([word.lower for word in tokens], index + 1)
            if not named and subject is not None and subject.known:
                return Cue(token.lower, self._taken_up(subject, start))
            fronted = index == 0 and self._text[token.end : end].rstrip().endswith(",")
            if not named and (token.lower != "pour" or fronted) and end - token.end < 80:
                return Cue(token.lower, None)  # `Selon un diplomate, «`
        return None
