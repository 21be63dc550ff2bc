"""What brings a quotation in: a verb of speech, `selon`, a colon; and who goes with it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hemicycle.annotation.people.grammar import small_words
from hemicycle.annotation.quotes.clauses import (
    Clauses,
    Token,
    is_of_text,
    is_passive,
    objects,
    pronoun_of,
    pronouns,
)
from hemicycle.annotation.quotes.marks import Quoted
from hemicycle.annotation.quotes.speakers import Speaker, Speakers
from hemicycle.annotation.quotes.subjects import Subject, subject_at
from hemicycle.knowledge.grammar import AFTER, FOR, PLAIN_OF, SHE, THAT_SPELLED, WHO, I, closed
from hemicycle.knowledge.patterns import Pattern

_SAY = small_words("quote_cues", "say")
_THEY_HAVE = closed("auxiliary", lemma="avoir", tense="present", person="3", number="plural")
_HIM_HER = closed("pronoun", lemma="il", case="tonic", number="singular")
_SOURCES = small_words("quote_cues", "sources")
_FIRST_PERSONS = small_words("quote_cues", "first_persons")
_SUBJECT_STARTS = small_words("quote_cues", "subject_starts")
_NEAREST = small_words("quote_cues", "nearest")
_CONCERNED = small_words("quote_cues", "concerned")
_UNNAMED = small_words("quote_cues", "unnamed")
_CITING = small_words("quote_cues", "citing")
_OWN = small_words("quote_cues", "own")
_PARTIAL = small_words("quote_cues", "partial")
_JUDGING = small_words("quote_cues", "judging")
_INCISE = re.compile(
    r"[,!?…]\s(?:[as]['’]?-t-(?:il|elle)\s(?P<participle>[^\W\d_]+)"
    r"|(?P<verb>[^\W\d_]+)(?:-t)?-(?:il|elle))(?=[\s,.])"
)
_CLITICS = re.compile(
    r"(?:\s*(?:lui|leur|me|m['’]|nous|se|s['’]|l['’]|le|la|les|en|y|ne|n['’]))*\s*"
)
_SIGNED = re.compile(r"[.\s\u00a0\u202f]*\((?:M\.|Mme)?\s?")
_BLANKS = r"[^\S\n]"
_TIED = Pattern(
    rf"(?:{_BLANKS}|,)*(?:<joints>\b[^.!?…;:\n]{{0,25}})?(?:{_BLANKS}|,)*",
    joints=closed("coordinator", lemma=("et", "mais", "ou", "puis", "car")) | WHO | THAT_SPELLED,
)
_LED = re.compile(r"\b(?:à\sen\scroire|aux\syeux\sd(?:e\s|['’]|u\s))", re.IGNORECASE)
_LED_BY = re.compile(
    r"\b(?:à\sl['’]en\scroire|à\sses\syeux|selon\sses\s(?:mots|termes|dires))", re.IGNORECASE
)
_NOBODY = re.compile(r"\bon\s", re.IGNORECASE)  # `Au ministère, on se borne à dire que «`
_WHO = re.compile(r"(?:[^.;:]{0,30},)?\squi\s(?:\w+['’]?\s?){0,2}")
_JOINED = re.compile(r"(?:\s*,[^.;:]{0,60}?,)?\s*(?:,|et|ainsi\sque)\s(?:[^.;:«»]{0,60}\s)?")
_SEVERAL = 2
_ADDRESS = 3  # characters
_TIE = 40
_PARTIAL_REACH = 7  # words between such a verb and the quotation


@dataclass(frozen=True, slots=True)
class Cue:
    """What brings a quotation in.

    Attributes:
        words: the words of the cue as written, empty if only a colon or nothing is there.
        speaker: the mention that speaks, None if the text names nobody.
        mine: whether it says `je`: who speaks quotes himself.
        end: one past the last character of a verb before the quotation, None if there is none.
    """

    words: str
    speaker: Speaker | None
    mine: bool = False
    end: int | None = None


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


class CueReader:
    """Reads the cues of one text."""

    def __init__(self, text: str, quoted: list[Quoted], speakers: Speakers) -> None:
        """Read the clauses around the quoted passages."""
        self._clauses = Clauses(text, quoted)
        self._text = self._clauses.text
        self._speakers = speakers

    def after(self, passage: Quoted) -> Cue | None:
        """The cue after a quotation: `» , a déclaré X`, `», dit-elle`, `», selon X`."""
        text = self._text
        tokens, end = self._clauses.behind(passage)
        if not tokens or text[passage.end : tokens[0].start].strip(" ,\u00a0\u202f-–—") not in {
            "",
            ")",
        }:
            return None
        according = tokens[0].lower in PLAIN_OF and any(t.lower in AFTER for t in tokens[1:2])
        if tokens[0].lower in _SOURCES or according:
            named = self._speakers.between(tokens[0].end, min(end, tokens[0].end + 60))
            if named and tokens[0].lower not in FOR:
                return Cue(tokens[0].lower, named[0])
        verb = self._clauses.first_verb(tokens)
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
        pronoun = pronoun_of(tokens[: last + 1])
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

    def _all_oblique(self, named: list[Speaker]) -> bool:
        """Whether all stand behind prepositions."""
        return all(self._speakers.is_oblique(one) for one in named)

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
            if verb.lower() in self._clauses.speech:
                gender = "f" if match[0].count("elle") else "m"
                words = match[0].strip(" ,.!?…\u00a0")
                return Cue(words, self._speakers.meant(passage.start, gender))
        return None

    def before(self, passage: Quoted) -> Cue | None:
        """The cue before a quotation: `X a déclaré : «`, `Pour X, «`, `X : «`."""
        start = self._clauses.start(passage.start)
        tokens = self._clauses.tokens(start, passage.start)
        if not tokens:
            return None
        lead = self._text[tokens[-1].end : passage.start]
        colon = ":" in lead
        if is_of_text(tokens):
            return None if self._speakers.is_sitting else Cue("", None)
        verb = self._clauses.last_verb(tokens)
        if verb is not None:
            first, last = verb
            cue = self._text[tokens[first].start : tokens[last].end]
            if tokens[last].lower in _CITING:
                cited = self._cited(tokens, last, passage.start)
                return Cue(cue, cited, end=tokens[last].end)
            subject = self._subject(tokens, first, last, start, passage.start)
            ours = any(token.lower in I for token in tokens[max(0, first - 2) : last + 1])
            mine = ours and subject is None and tokens[last].lower in _OWN
            return Cue(cue, subject, mine=mine, end=tokens[last].end)
        return (
            self._led(start, passage.start)
            or self._source(tokens, start, passage.start)
            or (self._colon(tokens, start, passage.start) if colon else None)
        )

    def _led(self, start: int, end: int) -> Cue | None:
        """`À en croire X, «`, `aux yeux de X, «`; `à l'en croire, «`."""
        led = _LED.search(self._text, start, end)
        if led and (whose := self._speakers.between(led.end(), end)):
            return Cue(" ".join(led[0].lower().split()), whose[0])
        led = _LED_BY.search(self._text, start, end)
        words = " ".join(led[0].lower().split()) if led else ""
        return Cue(words, self._speakers.meant(led.start(), "")) if led else None

    def _colon(self, tokens: list[Token], start: int, end: int) -> Cue | None:
        """`X : «`, where no verb of speech stands before the colon."""
        sitting = self._speakers.is_sitting
        named = self._speakers.between(start, end)
        opening = self._clauses.opening(start, end)
        if opening is not None:
            named = [one for one in named if self._is_apposed(*opening, one)]
            if not named and (opening[1].known or not sitting):
                return Cue("", self._taken_up(opening[1], start))
        if _NOBODY.search(self._text, start, end) and self._all_oblique(named):
            return Cue("", None)
        ours = any(token.lower in _FIRST_PERSONS for token in tokens)
        if not named:
            # `Souvenez-vous de ce que vous disiez : « … »`
            return Cue("", None) if ours and not sitting else None
        if ours and sitting:
            return Cue("", None)
        subjects = [one for one in named if not self._speakers.is_oblique(one)]
        return Cue("", subjects[-1] if subjects else self._speakers.meant(start, ""))

    def _cited(self, tokens: list[Token], last: int, place: int) -> Speaker | None:
        """Whose words `cite` brings in: those of whoever is named behind it, or of `je le cite`."""
        named = self._speakers.between(tokens[last].end, place)
        if named:
            return named[0]
        pronoun = tokens[last - 1].lower if last else ""
        if pronoun in objects() and last + 1 == len(tokens):
            return self._speakers.meant(tokens[last - 1].start, objects()[pronoun])
        return None

    def partial(self, passage: Quoted) -> Cue | None:
        """The cue of one or two words set in a sentence of the writer's.

        `X dénonce « l'amateurisme » du projet`, `se dit « très déçu »`: a verb of judging stands
        close before, and somebody is named as its subject.
        """
        tokens = self._clauses.tokens(self._clauses.start(passage.start), passage.start)[
            -_PARTIAL_REACH:
        ]
        if self._speakers.is_sitting or not any(token.lower in _PARTIAL for token in tokens):
            return None
        cue = self.before(passage)
        if cue is None or cue.speaker is None or not cue.words:
            return None
        return cue if cue.words.lower().split()[-1] in _PARTIAL else None

    def _subject(
        self, tokens: list[Token], first: int, last: int, start: int, end: int
    ) -> Speaker | None:
        """Who speaks with a verb that stands before the quotation."""
        if any(token.lower in _FIRST_PERSONS for token in tokens[max(0, first - 3) : last + 1]):
            return None
        if is_passive(tokens, first, last):
            return None  # `où il est écrit que`
        if any(token.lower in _NEAREST for token in tokens[max(0, first - 3) : first]):
            return self._speakers.nearest(tokens[first].start)
        inverted = pronoun_of(tokens[first : last + 1])
        if inverted is not None:
            return self._speakers.meant(tokens[first].start, inverted)
        named = self._speakers.between(start, tokens[first].start)
        if named and _WHO.fullmatch(self._text, named[-1].end, tokens[first].start):
            return named[-1]  # `X cite Y, qui disait`
        plural = tokens[last].lower in self._clauses.plural or tokens[last].lower in _SAY
        if plural or tokens[first].lower in _THEY_HAVE:
            return _together(self._text, named)
        if tokens[last].lower in _JUDGING and not any(
            not self._speakers.is_oblique(speaker) for speaker in named
        ):
            taken_up = any(token.lower in pronouns() for token in tokens[:first])
            if tokens[:first] and not taken_up:
                return None  # `La motion accuse X d'« … »`: a text says it
        for token in reversed(tokens[:first]):
            nearer = [speaker for speaker in named if speaker.start > token.start]
            if nearer and any(not self._speakers.is_oblique(speaker) for speaker in nearer):
                break
            if token.lower in pronouns() or token.lower.rpartition("'")[2] in pronouns():
                pronoun = pronouns().get(token.lower) or pronouns()[token.lower.rpartition("'")[2]]
                return self._speakers.meant(token.start, pronoun)
        opening = self._clauses.opening(start, tokens[first].start)
        nobody = _NOBODY.search(self._text, start, tokens[first].start)
        if nobody and self._all_oblique([one for one in named if one.start > nobody.start()]):
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

    def _source(self, tokens: list[Token], start: int, end: int) -> Cue | None:
        """`Pour X, «` and `Selon X, «`; `Pour lui, «`."""
        for index, token in enumerate(tokens):
            if token.lower not in _SOURCES:
                continue
            if token.lower in AFTER and (index == 0 or tokens[index - 1].lower not in PLAIN_OF):
                continue
            if index + 1 < len(tokens) and tokens[index + 1].lower in _HIM_HER:
                gender = "f" if tokens[index + 1].lower in SHE else "m"
                return Cue(token.lower, self._speakers.meant(start, gender))
            named = self._speakers.between(token.end, end)
            if named and named[0].start - token.end < 50:
                return Cue(token.lower, named[0])
            subject = subject_at([word.lower for word in tokens], index + 1)
            if not named and subject is not None and subject.known:
                return Cue(token.lower, self._taken_up(subject, start))
            fronted = index == 0 and self._text[token.end : end].rstrip().endswith(",")
            if not named and (token.lower not in FOR or fronted) and end - token.end < 80:
                return Cue(token.lower, None)  # `Selon un diplomate, «`
        return None
