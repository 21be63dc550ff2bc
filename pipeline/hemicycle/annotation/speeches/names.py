"""From what a label says to the canonical name of a person of the document."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable

from hemicycle.annotation.people.names import usual_case
from hemicycle.annotation.speeches.labels import Label
from hemicycle.folding import fold
from hemicycle.kinds.mention import Mention
from hemicycle.kinds.people import Person

_ARTICLE = re.compile(r"^(?:(?:m|mme|monsieur|madame|mr)\.?\s+)?(?:l[ea]s?\s+|l')")
_SHORTENED = 2  # words of a function that stand for the whole


class Names:
    """The persons of one document, by place, by the words of their names and by function."""

    def __init__(self, people: Iterable[Mention[Person]]) -> None:
        """Take the mentions of people of a document."""
        named = sorted(
            (m for m in people if m.value.mention == "name" and m.value.name),
            key=lambda m: m.start,
        )
        self._starts = [mention.start for mention in named]
        self._named = named
        self.words = frozenset(
            word for name in {m.value.name for m in named} for word in fold(name).split()
        )
        self._by_surname: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._by_initials: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._roles: list[tuple[str, str]] = []
        self._told: dict[str, str] = {}
        for mention in named:
            name = mention.value.name
            parts = fold(name).split()
            self._by_surname[parts[-1]][name] += 1
            for first in range(1, len(parts)):
                self._by_surname[" ".join(parts[first:])][name] += 1
            if len(parts) > 1:
                pieces = re.split(r"[\s-]+", fold(name))
                self._by_initials[parts[0][0] + parts[-1][0]][name] += 1
                self._by_initials["".join(piece[0] for piece in pieces if piece)][name] += 1
            if mention.value.role:
                self._roles.append((fold(mention.value.role), name))
                self._told.setdefault(name, mention.value.role)

    def at(self, start: int, end: int) -> Mention[Person] | None:
        """The first person named from one character to another."""
        index = bisect_left(self._starts, start)
        if index < len(self._named) and self._named[index].start < end:
            return self._named[index]
        return None

    def of(self, place: int, written: str) -> str:
        """The canonical name of a person that stands at a place.

        Args:
            place: first character of the name, from 0.
            written: the name as it stands there.
        """
        found = self.at(place, place + len(written))
        if found is not None:
            return found.value.name
        owners = self._by_surname.get(fold(written))
        if owners and len(owners) == 1:
            owner = next(iter(owners))
            # A title before a full name may have been taken for initials: `S.E. M. Awa Roy`.
            return written if " " in written and "." in owner else owner
        return " ".join(usual_case(word) for word in written.split())

    def role_of(self, name: str) -> str:
        """The function that the text gives a person first, empty if none."""
        return self._told.get(name, "")

    def of_initials(self, written: str) -> str:
        """Whom initials mean, empty if nobody or several."""
        owners = self._by_initials.get(re.sub(r"[\W_]", "", fold(written)), Counter())
        return next(iter(owners)) if len(owners) == 1 else ""

    def holder(self, function: str) -> str:
        """Who holds a function in this document, empty if nobody is said to, or several."""
        wanted = _ARTICLE.sub("", fold(function)).strip()
        if not wanted:
            return ""
        exact = {name for role, name in self._roles if role == wanted}
        if not exact and len(wanted.split()) >= _SHORTENED:
            exact = {name for role, name in self._roles if wanted in role or role in wanted}
        if not exact:
            exact = {name for role, name in self._roles if role.split()[0] == wanted}
        return next(iter(exact)) if len(exact) == 1 else ""

    def chair(self, function: str, first: int) -> str:
        """Who holds the function of a chair before the first turn, where who presides is told.

        Args:
            function: as the label gives it.
            first: where the first turn begins.
        """
        holder = self.holder(function)
        places = (m.start for m in self._named if m.value.name == holder and m.value.role)
        return holder if min(places, default=first) < first else ""

    def of_label(self, label: Label) -> str:
        """The speaker that a label names, several joined by `; `; empty if it names none."""
        if label.form == "initials":
            return self.of_initials(label.names[0][1])
        return "; ".join(self.of(place, written) for place, written in label.names)
