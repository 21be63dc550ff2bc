"""Written questions and their answers, under their headings."""

from __future__ import annotations

import re

from hemicycle.annotation.speeches.brackets import told
from hemicycle.annotation.speeches.draft import Draft
from hemicycle.annotation.speeches.lines import Line
from hemicycle.annotation.speeches.names import Names
from hemicycle.folding import fold
from hemicycle.kinds.mention import Mention
from hemicycle.kinds.people import Person

_HEADING = re.compile(
    r"(?:texte de la |libelle de la )?(?P<what>question|reponse)(?: ecrite)?(?: d[ue].*)?"
)
_OF = re.compile(r"\b(?:de|par)\s(?:M\.|Mme|Monsieur|Madame)\s")
_REACH = 3
_BRACKET = re.compile(r"\s*\((?P<inside>[^()\n]{2,90})\)")
_ADDRESSED = re.compile(
    r"\s*(?:(?:minist[eè]re|question[ée]e? [àa])\s[^:]{0,20}:|destinataire\s?:"
    r"|(?:question\s+)?(?:écrite\s+)?(?:posée|adressée)\s+à|à\sl['’]attention\sde)"
    r"\s*(?:(?:MM?\.|Mme|Monsieur|Madame)\s+(?:l[ea]\s+|l['’]))?(?P<who>.+)",
    re.I,
)


def written(text: str, lines: list[Line], names: Names) -> list[Draft]:
    """The question and the answer of a written question, none in any other text."""
    headings = [
        (index, match["what"])
        for index, line in enumerate(lines)
        if (match := _HEADING.fullmatch(fold(line.text).rstrip(" :"))) and index
    ]
    kinds = [what for _, what in headings]
    if "question" not in kinds or "reponse" not in kinds:
        return []
    asked = max(k for k, what in headings if what == "question" and _before_answer(headings, k))
    answered = min(k for k, what in headings if what == "reponse" and k > asked)
    author = _author(text, names, lines[asked].start)
    found = []
    if author is not None and answered > asked + 1:
        bracket = _BRACKET.match(text, author.end)
        group, _ = told((bracket["inside"],), "") if bracket else ("", "")
        found.append(
            Draft(
                lines[asked + 1].start,
                lines[answered - 1].end,
                author.value.name,
                author.value.name,
                author.value.role,
                group,
                "question",
                lines[asked].text,
            )
        )
    if answered + 1 < len(lines):
        office = _office(lines[:asked])
        holder = names.holder(office) if office else ""
        found.append(
            Draft(
                lines[answered + 1].start,
                lines[-1].end,
                holder or office,
                holder,
                office,
                "",
                "answer",
                lines[answered].text,
            )
        )
    return found


def _author(text: str, names: Names, stop: int) -> Mention[Person] | None:
    """The person of whom the head says the question is: `de Mme X (Groupe - Drôme)`."""
    for match in _OF.finditer(text, 0, stop):
        if (person := names.at(match.end(), match.end() + _REACH)) is not None:
            return person
    return None


def _before_answer(headings: list[tuple[int, str]], place: int) -> bool:
    return any(what == "reponse" and k > place for k, what in headings)


def _office(lines: list[Line]) -> str:
    """The ministry that the head says is asked."""
    for line in lines:
        match = _ADDRESSED.match(line.text)
        if match is not None:
            return match["who"].strip()
    return ""
