"""What a rule reads: a citation, before it is known what its abbreviation stands for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from hemicycle.kinds.laws import Law


class Node(Protocol):
    """A citation whose meaning may depend on what the text has said before."""

    def resolve(self, introduced: Mapping[str, Law]) -> Law | None:
        """The text cited, None if it is none after all.

        Args:
            introduced: the abbreviations that the text has given a meaning so far.
        """
        ...


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation that says itself what it cites."""

    law: Law

    def resolve(self, introduced: Mapping[str, Law]) -> Law | None:
        """The text cited."""
        return self.law


class Nothing:
    """What cites nothing though it looks so: it keeps other rules off its words."""

    def resolve(self, introduced: Mapping[str, Law]) -> Law | None:
        """Always None."""
        return None


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """An abbreviation, that means what the text says, else what the lexicon does.

    Attributes:
        form: as it is written.
        law: what it means where the text has not introduced it, None if nothing.
    """

    form: str
    law: Law | None

    def resolve(self, introduced: Mapping[str, Law]) -> Law | None:
        """The text that it stands for."""
        return introduced.get(self.form, self.law)


@dataclass(frozen=True, slots=True)
class WithArticle:
    """A citation with the articles that are cited of the text."""

    node: Node
    article: str

    def resolve(self, introduced: Mapping[str, Law]) -> Law | None:
        """The text, with its articles."""
        law = self.node.resolve(introduced)
        return None if law is None else replace(law, article=self.article)
