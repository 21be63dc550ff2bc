"""Who takes part in a sitting, as the markup of its source presents them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, KeysView

from hemicycle.folding import fold


class Presented:
    """The members whom a source presents, by their names."""

    def __init__(self, members: Iterable[tuple[str, str, str]]) -> None:
        """Take the name, function and group of each; of one name the first counts."""
        self._members: dict[str, tuple[str, str, str]] = {}
        by_surname: defaultdict[str, set[str]] = defaultdict(set)
        for member in members:
            folded = fold(member[0])
            self._members.setdefault(folded, member)
            first, _, surname = folded.partition(" ")
            by_surname[surname or first].add(folded)
        self._surnames = {
            surname: next(iter(owners))
            for surname, owners in by_surname.items()
            if len(owners) == 1
        }

    @property
    def names(self) -> KeysView[str]:
        """The names, folded."""
        return self._members.keys()

    def name_of(self, name: str) -> str:
        """The whole name of somebody who is called by the surname; else the name as it is."""
        folded = fold(name)
        owner = "" if folded in self._members else self._surnames.get(folded, "")
        return self._members[owner][0] if owner else name

    def role_of(self, name: str) -> str:
        """The function of somebody, empty if none is told."""
        return self._members.get(fold(name), ("", "", ""))[1]

    def group_of(self, name: str) -> str:
        """The party or group of somebody, empty if none is told."""
        return self._members.get(fold(name), ("", "", ""))[2]
