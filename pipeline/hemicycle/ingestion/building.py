"""From the raw text and fields of one source to a clean, dated, named document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from hemicycle.addresses import AnyPath, site_of
from hemicycle.document import Document, Failure, Member, writable
from hemicycle.foreign_lines import foreign_lines
from hemicycle.ingestion.cleaning.emphasis import emphasised
from hemicycle.ingestion.cleaning.stage_directions import stage_directions
from hemicycle.ingestion.cleaning.text import clean
from hemicycle.ingestion.metadata import gathering as metadata
from hemicycle.ingestion.metadata import identifiers
from hemicycle.ingestion.metadata.sidecars import Sidecars
from hemicycle.ingestion.similarity import signature
from hemicycle.messages import tell
from hemicycle.settings import Settings


@dataclass(frozen=True, slots=True)
class Raw:
    """What a format's reader finds: one text and its fields, nothing decided yet.

    Attributes:
        text: as it stands in the source.
        sha256: of the source's bytes.
        fields: metadata by our names (`title`, `date`, `speaker`, `source`, `url`, `language`,
            `country`, and `created`, when a program made the file) or by the source's own.
        record: place of a record inside a file (`line 3`), None if the file is the document.
        source_id: the record's own id, empty if it has none.
        emphasised: the words of the paragraphs that are bold as a whole, and of headings.
        members: who takes part, as the markup presents them.
    """

    text: str
    sha256: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    record: str | None = None
    source_id: str = ""
    emphasised: tuple[str, ...] = ()
    members: tuple[Member, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a source was found.

    Attributes:
        path: as the user would name it.
        inside: its path inside the corpus, which names it.
        folders: as in :class:`hemicycle.ingestion.contents.Content`.
        format: what it is read as, and how that is known.
    """

    path: str
    inside: PurePosixPath
    folders: tuple[AnyPath, ...] = ()
    format: str = ""
    format_from: str = ""


def build(raw: Raw, place: Place, sidecars: Sidecars, settings: Settings) -> Document | Failure:
    """The document of a source, or why there is none.

    Args:
        raw: the source's text and fields.
        place: where it was found.
        sidecars: metadata that overrule its own.
        settings: date and country for all documents, limits, whether foreign texts are kept.
    """

    def refused(error: str, message: str) -> Failure:
        return Failure(place.path, raw.record or "", "ingest", error, message)

    if len(raw.text) > settings.limits.text_characters:
        return refused(
            "too long",
            tell(
                "The text has {number:,} characters; the limit limits.text_characters is "
                "{text_characters:,}.",
                number=len(raw.text),
                text_characters=settings.limits.text_characters,
            ),
        )
    text = clean(raw.text)
    if not text.strip():
        return refused("empty", tell("There is no text in it."))
    if raw.record is None:
        doc_id = identifiers.file_name(place.inside)
    else:
        doc_id = identifiers.record_name(raw.source_id or raw.record, str(place.inside))
    fields = dict(raw.fields)
    if raw.record is None and site_of(place.path):
        fields.setdefault("url", place.path)
    known = metadata.gather(
        fields,
        sidecars.of(place.folders, place.inside, doc_id),
        text,
        place.inside if raw.record is None else None,
        settings,
    )
    if known.verdict.foreign and not settings.keep_foreign:
        return refused(
            "not French",
            tell(
                "The text is not French ({reason}); --keep-foreign reads it anyway.",
                reason=known.verdict.reason,
            ),
        )
    return Document(
        doc_id=doc_id,
        text=text,
        path=writable(place.path),
        sha256=raw.sha256,
        source_id=writable(raw.source_id),
        format=place.format,
        format_from=place.format_from,
        date=known.day,
        date_from=known.day_from,
        **known.values,
        **{f"{name}_from": origin for name, origin in known.origins.items()},
        metadata=known.rest,
        words=len(text.split()),
        signature=signature(text),
        stage_directions=stage_directions(text),
        emphasised=emphasised(text, raw.emphasised),
        foreign=() if settings.keep_foreign else tuple(foreign_lines(text)),
        members=tuple(Member(*map(writable, member)) for member in raw.members),
    )
