"""The component ``hemicycle_speeches``: from a document with people to its turns and reactions."""

from __future__ import annotations

from spacy.tokens import Doc

from hemicycle.annotation.speeches.alone import by_one, guest_of, introduction
from hemicycle.annotation.speeches.announcements import announced_in
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
from hemicycle.annotation.speeches.presiding import speak_from_the_chair
from hemicycle.annotation.speeches.reactions import reactions_of
from hemicycle.annotation.speeches.styles import used
from hemicycle.annotation.speeches.turns import Turn, turns_of
from hemicycle.annotation.speeches.written import written
from hemicycle.kinds.mention import Mention
from hemicycle.kinds.people import PEOPLE, Person
from hemicycle.kinds.reactions import REACTIONS, Reaction
from hemicycle.kinds.speeches import SPEECHES, Speech
from hemicycle.reading.cache import sentence_starts
from hemicycle.reading.reading import Reading, reading_of

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


class SpeechFinder:
    """Finds the turns and the reactions of a document; holds no state."""

    def __init__(
        self,
        spans_key: str = SPEECHES.name,
        reactions_key: str = REACTIONS.name,
        people_key: str = PEOPLE.name,
    ) -> None:
        """Arguments as for the factory."""
        self._spans_key = spans_key
        self._reactions_key = reactions_key
        self._people_key = people_key

    def __call__(self, doc: Doc) -> Doc:
        """Leave the turns and the reactions in ``doc.spans``."""
        people = list(PEOPLE.read(doc, self._people_key))
        speeches, reactions = self.speeches(
            reading_of(doc),
            people,
            doc._.speaker,
            frozenset(doc._.emphasised),
            sentence_starts(doc),
        )
        SPEECHES.set(doc, speeches, self._spans_key)
        REACTIONS.set(doc, reactions, self._reactions_key)
        return doc

    def speeches(
        self,
        reading: Reading,
        people: list[Mention[Person]],
        speaker: str = "",
        bold: frozenset[int] = frozenset(),
        sentence_starts: list[int] | None = None,
    ) -> tuple[list[Mention[Speech]], list[Mention[Reaction]]]:
        """The turns of a text and what happens beside them, in order.

        Args:
            reading: the text.
            people: its mentions of people.
            speaker: who the metadata say utters it, empty if they do not.
            bold: where the lines begin that the source shows in bold or as headings.
            sentence_starts: the first character of each sentence, from 0.
        """
        text = reading.text
        lines, names = lines_of(text), Names(people)
        reader = LabelReader(text)
        labels = used(reader.read_all(lines), names.words)
        guest = guest_of(lines, names, speaker) if labels else ("", "")
        if not guest[0] and all(label.form in ("question", "answer") for label in labels):
            labels = []  # questions that an office asks itself
        drafts = self._labelled(text, lines, turns_of(text, lines, labels), names, guest)
        if drafts and any(label.form == "answer" for label in labels):
            drafts = [*introduction(lines, labels[0].start, guest), *drafts]
        if not drafts:
            drafts = written(text, lines, names) or conversation(text, lines, names, speaker, bold)
        sitting = len(drafts) > 1
        if not drafts and (one := by_one(text, lines, names, speaker)) is not None:
            drafts = [one]
        reactions = reactions_of(text, sitting=sitting)
        self._count(reading, drafts, reactions)
        forms = {label.form for label in labels}
        interview = bool(forms) and (forms <= _INTERVIEW or "question" in forms)
        self._kinds(text, drafts, interview=interview)
        speak_from_the_chair(reading, sentence_starts or [0], drafts)
        return [_mention(number, draft) for number, draft in enumerate(drafts, 1)], reactions

    def _labelled(
        self,
        text: str,
        lines: list[Line],
        turns: list[Turn],
        names: Names,
        guest: tuple[str, str],
    ) -> list[Draft]:
        """The turns with who speaks; ``guest`` (name and function) gives the answers."""
        chairs, asking = Chairs(lines, turns[0].start if turns else 0, names), cast(lines, names)
        drafts: list[Draft] = []
        announced: dict[str, str] = {}
        # Who answers the press presides over nothing: `LE PRÉSIDENT –`.
        answers = any(turn.label.form == "question" for turn in turns)
        constituencies = any(turn.label.form == "function" and turn.label.names for turn in turns)
        for turn in turns:
            label = turn.label
            group, role = told(label.brackets, label.role, constituencies=constituencies)
            speaker = names.of_label(label)
            chair = label.form == "function" and is_chair(role) and not answers
            if not speaker and label.form == "function":
                speaker = chairs.at(label.start) if chair else names.holder(role)
                speaker = speaker or names.holder(role)
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
                announced.setdefault(speaker, announced_in(text[drafts[-1].start : drafts[-1].end]))
            role = role or announced.get(speaker, "")
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
