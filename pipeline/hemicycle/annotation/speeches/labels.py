"""Labels: what at the beginning of a line names who speaks (`M. X, rapporteur.`, `Y (PS) :`).

A label has an optional number, a naming (a name with or without a word of address, a function, a
call from the benches, `Q` and `R`), brackets and a role, and a sign that parts it from what is
said. What a line may be read as is told here; whether a text uses such labels, in
:mod:`.styles`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from hemicycle.annotation.people.lexicon import lexicon as lexicon_of_names
from hemicycle.annotation.people.role_lexicon import begins_with_function
from hemicycle.annotation.speeches.lexicon import Lexicon, lexicon
from hemicycle.annotation.speeches.lines import Line
from hemicycle.annotation.speeches.said import Said, said_in
from hemicycle.folding import fold
from hemicycle.knowledge.grammar import RELATIVES, THAT_ELIDED, closed
from hemicycle.knowledge.lists import listed
from hemicycle.knowledge.patterns import Pattern
from hemicycle.reading.words import PerForm, Words
from hemicycle.values import value

Form = Literal[
    "addressed", "function", "numbered", "bracketed", "titled", "named", "capitals", "alone",
    "voices", "question", "answer", "initials", "anonymous",
]  # fmt: skip
Sign = Literal["point", "colon", "dash", "line"]

_CAPITAL = "A-ZÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆŠŽČĆŁŚŻÍÓÚÁÑØÅ"
_WORD = rf"(?:[{_CAPITAL}]\.(?:-?[{_CAPITAL}]\.)*|[{_CAPITAL}][\w'’-]*)"
_PARTICLE = (
    r"(?:d[eu]s?|d['’]|l[ae]|van|von|der|den|de[rn]|ten|ter|al|el|ben|bin|y|e|da|do|dos|zu|Ní|Ó)"
)
_NAME = rf"(?:{_PARTICLE}\s)?{_WORD}(?:\s(?:{_PARTICLE}\s?)*{_WORD}){{0,5}}"
_ADDRESS = (
    r"(?:(?:S\.\s?E\.\s?|Son\sExcellence\s|Sa\sMajesté\s)?"
    r"(?:MM?\.|M(?=\s)|(?:Mm|MM)[eE][sS]?\.?|Mlles?|Monsieur|Madame|MONSIEUR|MADAME)"
    r"|S\.\s?E\.|Son\sExcellence|Me|Maître|(?:L['’])?[Hh]on(?:\.|orable)"
    r"|Son\sHonneur|Dr\.?|Docteur|Pr\.?|Professeure?"
    r"|Mrs?\.?|Ms\.?|Madam|De\sheer|Mevrouw|Herr|Frau)"
)
# A number, a dash, the marks of a change of voice in subtitles, the time in a transcript.
_OPENING = re.compile(
    r"(?:(?P<number>\d{1,3}(?:\.\d{1,3})+)\s+|[-–—•*]\s+|>{1,3}\s*|\*\*|__"
    r"|[\[(]?\d{1,2}[:h]\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?\s+(?:[-–—]\s+)?)?"
)
_ADDRESSED = re.compile(
    rf"(?P<address>{_ADDRESS})\s(?P<name>{_NAME})"
    rf"(?P<others>(?:(?:,|\set)\s{_ADDRESS}\s{_NAME}){{0,4}})"
)
_ONE_ADDRESSED = re.compile(rf"{_ADDRESS}\s(?P<name>{_NAME})")
_FUNCTION = re.compile(
    rf"(?:{_ADDRESS}\s)?(?:(?:[Ll]e|[Ll]a|LE|LA|De|[Dd]u)\s|[Ll]['’])"
    r"(?P<function>[^\n:.,()–—]{3,120}?)(?=\s?[:.,()–—]|\s-|\s*$)",
)
_OFFICE = re.compile(rf"(?P<function>[{_CAPITAL}][^\n:.,()–—]{{3,40}}?)(?=\s?[:(–—]|\.\s?[–—-])")
_NAMED = re.compile(rf"(?P<name>{_NAME})")
# `M. le comte de Roy`.
_TITLED = re.compile(rf"[^\W\d_]+\s(?:d[eu]\s|d['’])?(?P<name>{_NAME})$")
_ADDRESSING = re.compile(rf"^{_ADDRESS}\s")
_INITIALS = re.compile(rf"[{_CAPITAL}]\.?-?[{_CAPITAL}]\.?(?:-?[{_CAPITAL}]\.?)?(?=\s?[:–—])")
_SHORT = re.compile(r"(?P<word>[^\W\d_]{1,16})(?:\s*(?P<count>\d{1,2}))?(?=\s?(?:\(|[:.–—])|\s-\s)")
_BRACKET = re.compile(r"\s*\((?P<bracket>[^()\n]{1,120})\)")
_ROLE = re.compile(
    r"\s*,\s(?P<role>[^:]{3,300}?)(?=\s?\.\s?[–—-]\s|\s?:(?:\s|$)|\.(?:\s|\*\*|__|$)|\s[–—-]\s|\s?$)"
)
_SIGN = re.compile(
    r"\s?\.\s?(?P<dash>[–—-]+)|\s?(?P<colon>:(?:\s?[–—-]+(?=\s))?)|(?P<point>\.)|\s(?P<mere>[–—-])(?=\s)"
)
_VERB = Pattern(
    r"\b(?:<forms>\b|[snm]['’])",
    forms=closed("auxiliary", lemma=("avoir", "être"), person="3", tense=("present", "imperfect"))
    | closed("auxiliary", lemma="être", person="3", number="singular", tense=("future", "past"))
    | (RELATIVES - THAT_ELIDED)
    | listed("sittings", "labels", "verbs_begin"),
)
# An article without a preposition before it: a verb stands there (`Le ministre engage le préfet`).
_OBJECT = re.compile(
    r"(?<!\bde)(?<!\bà)(?<!\bet)(?<!\bou)(?<!\bpar)(?<!\bpour)(?<!\bprès)(?<!\bsur)\s"
    r"(?:l[ea]s?\s|l['’])",
    re.IGNORECASE,
)
_ACRONYM = re.compile(rf"[{_CAPITAL}][\w/&-]*[{_CAPITAL}][\w/&-]*")
_VOICE = re.compile(r"[^\n:.]{0,90}?(?=\s?[:.])")
_LONGEST_VOICE = 40
_EMPHASIS = re.compile(r"(?:\*\*|__)?")
_ORDINAL = re.compile(r"^\d{1,2}(?:er|[eè]re|re|e|[eè]me|nde?)\s")
_SAID = re.compile(r"\s|$|…|«|\.\.\.?")
# The first word of a function, folded.
_FIRST: PerForm[str] = PerForm(lambda function: fold(next(iter(Words(function.lower()).forms), "")))


@value
class Label:
    """What names a speaker at the beginning of a line.

    Attributes:
        start: first character of the line, from 0.
        end: where what is said begins.
        form: of which form it is.
        sign: what parts it from what is said.
        names: the names as written, with the place of each.
        role: the function, as the label gives it.
        brackets: what stands in brackets.
        written: the label itself.
        said: how what is said on its line begins.
        asks: whether what is said on its line ends as a question.
    """

    start: int
    end: int
    form: Form
    sign: Sign
    names: tuple[tuple[int, str], ...] = ()
    role: str = ""
    brackets: tuple[str, ...] = ()
    written: str = ""
    said: Said = "sentence"
    asks: bool = False


class LabelReader:
    """Reads the labels of one text."""

    def __init__(self, text: str) -> None:
        """Take a text."""
        self._text = text
        self._lexicon: Lexicon = lexicon()

    def read(self, line: Line) -> Label | None:
        """What the beginning of a line may be as a label, None if nothing."""
        opening = _OPENING.match(self._text, line.start, line.end)
        at = opening.end() if opening else line.start
        numbered = bool(opening and opening["number"])
        if at >= line.end:
            return None
        if (introduced := self._lexicon.introduced.match(self._text, at, line.end)) is not None:
            at = introduced.end()
        for attempt in (self._voices, self._function, self._addressed, self._marked, self._named):
            label = attempt(line, at)
            if label is not None:
                behind = self._text[label.end : line.end]
                return replace(
                    label,
                    form="numbered" if numbered and label.names else label.form,
                    written=self._text[at : label.end].rstrip(" \u00a0:–—-.\n"),
                    said=said_in(behind),
                    asks=behind.endswith("?"),
                )
        return None

    def read_all(self, lines: list[Line]) -> list[Label]:
        """What the lines of a text may be read as, in order.

        A label may go on in the next line (`Mme Roy,` and `rapporteure.`); one that has its line
        for itself and no sign is one only where somebody speaks in the next.
        """
        found: list[Label] = []
        for number, line in enumerate(lines):
            following = lines[number + 1] if number + 1 < len(lines) else None
            label = self.read(line)
            if label is None and following is not None and self._breaks_off(line):
                both = Line(line.start, following.end, self._text[line.start : following.end])
                label = self.read(both)
                if label is not None and not (label.role and label.sign != "line"):
                    label = None
            if label is None:
                continue
            if label.sign == "line" and not (following and self._is_said(following)):
                continue
            found.append(label)
        return found

    def _breaks_off(self, line: Line) -> bool:
        """Whether a line is an address and a name, and a role that does not end with it."""
        match = _ADDRESSED.match(self._text, line.start, line.end)
        return (
            match is not None
            and self._text[match.end() : line.end].lstrip().startswith(",")
            and line.text[-1] not in ".:!?…»"
        )

    def _is_said(self, line: Line) -> bool:
        """Whether a line is prose, and neither a label nor a heading."""
        return line.is_prose and self.read(line) is None

    def _behind(self, line: Line, at: int) -> tuple[tuple[str, ...], str, Sign, int] | None:
        """Brackets, role, sign and where what is said begins, behind a naming."""
        text, brackets, role = self._text, [], ""
        at = _EMPHASIS.match(text, at).end()  # type: ignore[union-attr]
        for _ in range(3):
            bracket = _BRACKET.match(text, at, line.end)
            if bracket is not None:
                brackets.append(bracket["bracket"])
                at = bracket.end()
                continue
            told = _ROLE.match(text, at, line.end) if not role else None
            if told is not None and self._is_role(told["role"]):
                role, at = told["role"].strip(), told.end()
                continue
            if told is not None and _is_seat(told["role"]):
                brackets.append(told["role"])
                at = told.end()
                continue
            break
        if at >= line.end:
            return tuple(brackets), role, "line", line.end
        sign = _SIGN.match(text, at, line.end)
        if sign is None:
            return None
        end = _EMPHASIS.match(text, sign.end()).end()  # type: ignore[union-attr]
        if not _SAID.match(text, end):
            return None
        kind: Sign = "colon" if sign["colon"] else "point" if sign["point"] else "dash"
        while end < line.end and text[end].isspace():
            end += 1
        return tuple(brackets), role, kind, end

    def _is_role(self, words: str) -> bool:
        """Whether words behind a name and a comma are a function, and no sentence."""
        first = _ORDINAL.sub("", words.strip())
        if _VERB.search(first):
            return False
        opened = fold(first).startswith(self._lexicon.role_openings)
        return opened or begins_with_function(first)

    def _voices(self, line: Line, at: int) -> Label | None:
        head = fold(self._text[at : min(line.end, at + _LONGEST_VOICE)])
        if not head.startswith(self._lexicon.voices):
            return None
        voice = next((v for v in self._lexicon.voices if head.startswith(v)), "")
        if not voice or head[len(voice) : len(voice) + 1].isalnum():
            return None
        found = _VOICE.match(self._text, at, line.end)
        behind = self._behind(line, found.end()) if found else None
        if behind is None or behind[2] == "line" or (found and _VERB.search(found[0])):
            return None
        return Label(line.start, behind[3], "voices", behind[2])

    def _addressed(self, line: Line, at: int) -> Label | None:
        match = _ADDRESSED.match(self._text, at, line.end)
        if match is None:
            return None
        behind = self._behind(line, match.end())
        end = match.end()
        # `M. Roy. Text`: the point of an abbreviation may have gone with the name.
        if behind is None and self._text[end - 1] == ".":
            behind = self._behind(line, end - 1)
        if behind is None:
            return None
        if fold(match["name"]) in self._lexicon.chairs:  # `Mr Speaker:`
            return Label(line.start, behind[3], "function", behind[2], (), match["name"])
        names = [(match.start("name"), match["name"].rstrip("."))]
        names += [
            (match.start("others") + other.start("name"), other["name"].rstrip("."))
            for other in _ONE_ADDRESSED.finditer(match["others"])
        ]
        brackets, role, sign, begin = behind
        return Label(line.start, begin, "addressed", sign, tuple(names), role, brackets)

    def _function(self, line: Line, at: int) -> Label | None:
        match = _FUNCTION.match(self._text, at, line.end)
        bare = match is None
        if match is None:
            match = _OFFICE.match(self._text, at, line.end)
            if match is None or fold(match["function"]) not in self._lexicon.chairs:
                return None
        function = match["function"].strip()
        if _VERB.search(function) or _OBJECT.search(function):
            return None
        chair = fold(function) in self._lexicon.chairs
        title = _TITLED.match(function) if _FIRST[function] in self._lexicon.titles else None
        if not chair and title is None and not begins_with_function(function):
            return None
        behind = self._behind(line, match.end())
        if behind is None:
            return None
        brackets, role, sign, begin = behind
        addressed = match.start("function") - at > 4
        if not addressed and (sign == "line" or (sign == "point" and not chair)):
            return None
        # `Président : Jean Roy` tells who holds an office.
        if bare and (named := _NAMED.match(self._text, begin)) and " " in named["name"]:
            return None
        if title is not None:
            bearer = (match.start("function") + title.start("name"), title["name"])
            return Label(line.start, begin, "addressed", sign, (bearer,), role, brackets)
        whole = _ADDRESSING.sub("", self._text[at : match.end()]).strip()
        role = f"{whole}, {role}" if role else whole
        names = tuple(
            (self._text.index(inside, match.end()), _without_address(inside))
            for inside in brackets[:1]
            if _ADDRESSED.match(inside) or (chair and _NAMED.fullmatch(inside))
        )
        return Label(line.start, begin, "function", sign, names, role, brackets[len(names) :])

    def _marked(self, line: Line, at: int) -> Label | None:
        """`Q :`, `R :`, `LB :`."""
        # `R. Roy :` is no answer.
        named = _NAMED.match(self._text, at, line.end)
        if named and " " in named[0] and self._text[named.end() : line.end].lstrip()[:1] == ":":
            return None
        short = _SHORT.match(self._text, at, line.end)
        word = fold(short["word"]) if short else ""
        asks = word in self._lexicon.questions
        if short and (asks or word in self._lexicon.answers):
            behind = self._behind(line, short.end())
            if behind is not None and behind[2] != "line":
                brackets, role, sign, begin = behind
                marked: Form = "question" if asks else "answer"
                return Label(line.start, begin, marked, sign, (), role, brackets)
        if short and (word in self._lexicon.interviewers or word in self._lexicon.anonymous):
            behind = self._behind(line, short.end())
            # `Journaliste : Lucie Roy` tells who takes part.
            if behind is not None and not _NAMED.fullmatch(self._text, behind[3], line.end):
                form: Form = "anonymous" if word in self._lexicon.anonymous else "question"
                return Label(line.start, behind[3], form, behind[2], (), short[0])
        initials = _INITIALS.match(self._text, at, line.end)
        if initials is not None:
            behind = self._behind(line, initials.end())
            if behind is not None and behind[2] in ("colon", "dash"):
                names = ((initials.start(), initials[0]),)
                return Label(line.start, behind[3], "initials", behind[2], names)
        return None

    def _named(self, line: Line, at: int) -> Label | None:
        match = _NAMED.match(self._text, at, line.end)
        if match is None:
            return None
        behind = self._behind(line, match.end())
        if behind is None:
            return None
        brackets, role, sign, begin = behind
        if sign == "point" or (sign == "dash" and self._text[match.end()] != "." and not role):
            capital = match["name"].isupper()
            if not (capital and sign == "dash") and not brackets:
                return None
        form: Form = "named"
        if match["name"].isupper() and len(match["name"]) > 3:
            form = "alone" if sign == "line" else "capitals"
        elif sign == "line":
            form = "alone"
        elif brackets:
            form = "bracketed"
        elif role:
            form = "titled"
        if sign == "line" and (role or brackets):
            return None
        return Label(
            line.start, begin, form, sign, ((match.start(), match["name"]),), role, brackets
        )


def _is_seat(words: str) -> bool:
    """Whether words behind a name are a country or constituency and a group: `France, SOC`."""
    parts = [part.strip() for part in words.split(",")]
    return all(lexicon_of_names().is_place(part) or _ACRONYM.fullmatch(part) for part in parts)


def _without_address(name: str) -> str:
    return _ADDRESSING.sub("", name)
