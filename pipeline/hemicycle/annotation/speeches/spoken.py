"""What is spoken in a text whose people are known: its turns and its reactions, read once.

Whoever asks for them asks the reading (``reading.once(Spoken(…))``): ``hemicycle_people``, which
gives functions to those who have the floor, and ``hemicycle_speeches``, which leaves the turns.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from hemicycle.annotation.speeches.alone import by_one, guest_of, introduction
from hemicycle.annotation.speeches.announcements import announced_in, answers_to
from hemicycle.annotation.speeches.brackets import told
from hemicycle.annotation.speeches.cast import cast
from hemicycle.annotation.speeches.chairs import Chairs
from hemicycle.annotation.speeches.conversations import conversation
from hemicycle.annotation.speeches.draft import Draft
from hemicycle.annotation.speeches.labels import LabelReader
from hemicycle.annotation.speeches.lines import Line, lines_of
from hemicycle.annotation.speeches.manners import (
    Floor,
    gives_floor,
    is_chair,
    is_interviewer,
    manner,
    manner_of_guest,
)
from hemicycle.annotation.speeches.names import Names
from hemicycle.annotation.speeches.presented import Presented
from hemicycle.annotation.speeches.reactions import reactions_of
from hemicycle.annotation.speeches.styles import used
from hemicycle.annotation.speeches.turns import Turn, turns_of
from hemicycle.annotation.speeches.written import written
from hemicycle.kinds.mention import Mention
from hemicycle.kinds.people import Person
from hemicycle.kinds.reactions import Reaction
from hemicycle.kinds.speeches import Speech
from hemicycle.reading.reading import Reading

_MOST_BREAKING_IN = 4  # turns before the one who is called
_INTERVIEW = {
    "anonymous",
    "alone",
    "capitals",
    "named",
    "initials",
    "question",
    "answer",
    "addressed",
}
_MARKED = {"question": "question", "answer": "answer", "voices": "interruption"}


class Said(NamedTuple):
    """What is spoken in a text.

    Attributes:
        drafts: its turns, as they were read.
        reactions: what happens beside them.
    """

    drafts: list[Draft]
    reactions: list[Mention[Reaction]]

    @property
    def turns(self) -> list[Mention[Speech]]:
        """The turns as mentions, numbered from 1."""
        return mentions(self.drafts)


def mentions(drafts: Iterable[Draft]) -> list[Mention[Speech]]:
    """Turns as mentions, numbered from 1, in order."""
    return [_mention(number, draft) for number, draft in enumerate(drafts, 1)]


@dataclass(frozen=True, slots=True)
class Spoken:
    """Reads the turns of a text and what happens beside them.

    Attributes:
        names: the mentions of people by name.
        speaker: who the metadata say utters the text, empty if they do not.
        bold: where the lines begin that the source shows in bold or as headings.
        members: who takes part, as the source presents them: name, function, group.
    """

    names: tuple[Mention[Person], ...]
    speaker: str = ""
    bold: frozenset[int] = frozenset()
    members: tuple[tuple[str, str, str], ...] = ()

    @classmethod
    def by(
        cls,
        people: Iterable[Mention[Person]],
        speaker: str = "",
        bold: Iterable[int] = (),
        members: Iterable[tuple[str, str, str]] = (),
    ) -> Spoken:
        """The reader that some people make, of whom those named count; else as the attributes."""
        named = [person for person in people if person.value.mention == "name"]
        named.sort(key=lambda person: (person.start, person.end))
        return cls(tuple(named), speaker, frozenset(bold), tuple(members))

    def __call__(self, reading: Reading) -> Said:
        """The turns and the reactions, in order."""
        text = reading.text
        lines, names = lines_of(text), Names(self.names)
        reader = LabelReader(text)
        presented = Presented(self.members)
        labels = used(reader.read_all(lines), names.words, presented.names)
        guest = guest_of(lines, names, self.speaker) if labels else ("", "")
        if not guest[0] and all(label.form in ("question", "answer") for label in labels):
            labels = []  # questions that an office asks itself
        drafts = self._labelled(text, lines, turns_of(text, lines, labels), names, guest, presented)
        if drafts and any(label.form == "answer" for label in labels):
            drafts = [*introduction(lines, labels[0].start, guest), *drafts]
        if not drafts:
            drafts = written(text, lines, names) or conversation(
                text, lines, names, self.speaker, self.bold
            )
        sitting = len(drafts) > 1
        if not drafts and (one := by_one(text, lines, names, self.speaker)) is not None:
            drafts = [one]
        reactions = reactions_of(text, sitting=sitting)
        self._count(reading, drafts, reactions)
        forms = {label.form for label in labels}
        interview = bool(forms) and (forms <= _INTERVIEW or "question" in forms)
        self._kinds(text, drafts, interview=interview)
        return Said(drafts, reactions)

    def _labelled(
        self,
        text: str,
        lines: list[Line],
        turns: list[Turn],
        names: Names,
        guest: tuple[str, str],
        presented: Presented,
    ) -> list[Draft]:
        """The turns with who speaks; ``guest`` (name and function) gives the answers."""
        chairs, asking = Chairs(lines, turns[0].start if turns else 0, names), cast(lines, names)
        drafts: list[Draft] = []
        announced: dict[str, str] = {}
        # Who answers the press presides over nothing: `LE PRÉSIDENT –`.
        answers = any(turn.label.form == "question" for turn in turns)
        constituencies = any(turn.label.form == "function" and turn.label.names for turn in turns)
        for k, turn in enumerate(turns):
            label = turn.label
            group, role = told(label.brackets, label.role, constituencies=constituencies)
            speaker = presented.name_of(names.of_label(label))
            chair = label.form == "function" and is_chair(role) and not answers
            if not speaker and label.form == "function":
                speaker = chairs.at(label.start) if chair else names.holder(role)
                speaker = speaker or (names.chair(role, turns[0].start) if chair else "")
            if not speaker and not role:
                role = label.written if label.form in ("voices", "anonymous") else role
            kind = "chair" if chair else _MARKED.get(label.form, "")
            if label.form == "answer":
                speaker, role = guest
            if not answers or label.form == "question":
                role = role or asking.get(speaker, "")
            role = role or names.role_of(speaker)
            if answers and is_interviewer(role) and label.form != "question":
                role = ""
            if not role and drafts and drafts[-1].kind == "chair":
                function = announced_in(text[drafts[-1].start : drafts[-1].end])
                labels = [after.label for after in turns[k + 1 : k + _MOST_BREAKING_IN]]
                announced.setdefault(speaker, "" if answers_to(labels, function) else function)
            role = role or announced.get(speaker, "") or presented.role_of(speaker)
            group = group or presented.group_of(speaker)
            drafts.append(
                Draft(
                    turn.start,
                    turn.end,
                    speaker or label.written,
                    speaker,
                    role,
                    group,
                    kind,
                    turn.section,
                    asked=turn.asked,
                    label=turn.start - label.start,
                    gives_floor=chair and gives_floor(text[turn.start : turn.end]),
                )
            )
        return drafts

    def _count(
        self, reading: Reading, drafts: list[Draft], reactions: list[Mention[Reaction]]
    ) -> None:
        """Count the words that are said, without those of reactions."""
        words = reading.words.within
        at = 0
        for draft in drafts:
            draft.words = words(draft.start, draft.end)
            while at < len(reactions) and reactions[at].start < draft.end:
                if reactions[at].start >= draft.start:
                    draft.words -= words(reactions[at].start, min(reactions[at].end, draft.end))
                at += 1

    def _kinds(self, text: str, drafts: list[Draft], *, interview: bool) -> None:
        asked = False
        floor = Floor(drafts)
        for number, draft in enumerate(drafts):
            said = text[draft.start : draft.end]
            if not draft.kind and interview:
                draft.kind = manner_of_guest(said, draft, asked=asked)
            elif not draft.kind:
                before = drafts[number - 1] if number else None
                after = drafts[number + 1] if number + 1 < len(drafts) else None
                holder = floor.holder(before, draft)
                draft.kind = manner(said, draft, before, after, holder)
            floor.passes(draft)
            asked = asked or draft.kind == "question"


def _mention(number: int, draft: Draft) -> Mention[Speech]:
    speech = Speech(
        number,
        draft.speaker,
        " ".join(draft.role.split()),
        " ".join(draft.group.split()),
        draft.kind,
        " ".join(draft.section.split()),
        draft.words,
        draft.label,
    )
    return Mention(draft.start, draft.end, "SPEECH", speech)
