"""The documents of a run with their mentions, for programs that train or correct by hand."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hemicycle.document import Document
from hemicycle.kinds.registry import MENTIONS
from hemicycle.outputs.atomic import replacing
from hemicycle.outputs.finished import finished_run
from hemicycle.tables.documents import DOCUMENT_TABLE

#: The tables of mentions that are exported if none is named.
KINDS = tuple(kind.name for kind in MENTIONS if kind.marks == "filled")
# Entities of spaCy and of CoNLL: those that are names, by the labels of French models.
LABELS = {"people": "PER", "organisations": "ORG", "places": "LOC"}
_OWN = frozenset({"doc_id", "start_char", "end_char", "text", "sentence"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of a document.

    Attributes:
        start_char: its first character, from 0.
        end_char: one past its last.
        table: its table.
        cells: its other cells that are not empty, by column.
    """

    start_char: int
    end_char: int
    table: str
    cells: dict[str, str]


def documents(root: Path, tables: Sequence[str] = ()) -> Iterator[tuple[Document, list[Mention]]]:
    """The documents of a run, each with its mentions by place.

    Raises:
        OutputError: the folder holds no finished run, or a document is damaged.
    """
    folder = finished_run(root)
    for doc_id in folder.ids():
        found = [
            Mention(
                int(row["start_char"]),
                int(row["end_char"]),
                name,
                {column: cell for column, cell in row.items() if cell and column not in _OWN},
            )
            for name in tables or KINDS
            for row in folder.read_table(doc_id, DOCUMENT_TABLE[name])
        ]
        found.sort(key=lambda mention: (mention.start_char, -mention.end_char, mention.table))
        yield folder.read_document(doc_id), found


def write_jsonl(root: Path, target: Path) -> None:
    """Write a line of JSON a document, as Prodigy and doccano read it: `text`, `spans`, `meta`.

    Offsets count Unicode code points of `text`, ends excluded.

    Raises:
        OutputError: the folder holds no finished run.
        OSError: the file cannot be written.
    """
    with replacing(target) as partial, partial.open("w", encoding="utf-8", newline="\n") as file:
        for document, found in documents(root):
            spans = [
                {"start": m.start_char, "end": m.end_char, "label": m.table, **m.cells}
                for m in found
            ]
            record = {"text": document.text, "spans": spans, "meta": _meta(document)}
            file.write(json.dumps(record, ensure_ascii=False) + "\n")


def write_label_studio(root: Path, target: Path) -> None:
    """Write the tasks of Label Studio, with what was found as predictions, as one JSON file.

    Raises:
        OutputError: the folder holds no finished run.
        OSError: the file cannot be written.
    """
    with replacing(target) as partial, partial.open("w", encoding="utf-8", newline="\n") as file:
        for number, (document, found) in enumerate(documents(root)):
            result = [
                {
                    "id": f"{m.table}-{m.start_char}-{m.end_char}",
                    "from_name": "label",
                    "to_name": "text",
                    "type": "labels",
                    "value": {
                        "start": m.start_char,
                        "end": m.end_char,
                        "text": document.text[m.start_char : m.end_char],
                        "labels": [m.table],
                    },
                }
                for m in found
            ]
            task = {
                "data": {"text": document.text, **_meta(document)},
                "predictions": [{"model_version": "hemicycle", "result": result}],
            }
            file.write("[\n" if not number else ",\n")
            file.write(json.dumps(task, ensure_ascii=False))
        file.write("\n]\n" if file.tell() else "[]\n")


def _meta(document: Document) -> dict[str, Any]:
    day = document.date.isoformat() if document.date else ""
    return {
        "doc_id": document.doc_id,
        "date": day,
        "title": document.title,
        "speaker": document.speaker,
    }


def write_docbin(root: Path, target: Path) -> None:
    """Write a spaCy ``DocBin``: names as entities (PER, ORG, LOC), all mentions as span groups.

    The words are those of spaCy's French; a mention that ends within one is widened to it.

    Raises:
        OutputError: the folder holds no finished run.
        OSError: the file cannot be written.
    """
    import spacy
    from spacy.tokens import DocBin
    from spacy.util import filter_spans

    nlp = spacy.blank("fr")
    nlp.max_length = 10**9
    kept = DocBin(store_user_data=True)
    for document, found in documents(root):
        doc = nlp.make_doc(document.text)
        names = []
        for table in KINDS:
            spans = [
                span
                for m in found
                if m.table == table
                and (span := _span(doc, m, LABELS.get(table, table))) is not None
            ]
            doc.spans[table] = spans
            names += spans if table in LABELS else []
        doc.ents = filter_spans(names)
        doc.user_data.update(_meta(document))
        kept.add(doc)
    with replacing(target) as partial:
        kept.to_disk(partial)


def _span(doc: Any, mention: Mention, label: str) -> Any:
    return doc.char_span(mention.start_char, mention.end_char, label=label, alignment_mode="expand")


def write_conllu(root: Path, target: Path) -> None:
    """Write CoNLL-U: sentences and words with lemmas, names in `MISC` (`NER=B-PER`).

    There is no syntax in it. `# newdoc id` begins a document, `# newpar` a line of its text, and
    `start_char` and `end_char` in `MISC` say where a word stands in it.

    Raises:
        OutputError: the folder holds no finished run.
        OSError: the file cannot be written.
    """
    from hemicycle.annotation.loading import load
    from hemicycle.reading.lemmas import lemma

    nlp = load(["hemicycle_sentences"])
    with replacing(target) as partial, partial.open("w", encoding="utf-8", newline="\n") as file:
        for document, found in documents(root, tuple(LABELS)):
            doc = nlp(document.text)
            doc.ents = _entities(doc, found)
            file.write(f"# newdoc id = {document.doc_id}\n")
            number = 0
            for sentence in doc.sents:
                words = [token for token in sentence if not token.is_space]
                if not words:
                    continue
                number += 1
                said = " ".join(sentence.text.split())
                file.write(f"# sent_id = {document.doc_id}-{number}\n# text = {said}\n")
                for place, token in enumerate(words, start=1):
                    base = lemma(token.lower_) if token.is_alpha else token.text
                    cells = (str(place), token.text, base, *"_____", "_", _misc(token, words[-1]))
                    file.write("\t".join(cells) + "\n")
                file.write("\n")


def _entities(doc: Any, found: Sequence[Mention]) -> Any:
    from spacy.util import filter_spans

    spans = [_span(doc, mention, LABELS[mention.table]) for mention in found]
    return filter_spans([span for span in spans if span is not None])


def _misc(token: Any, last: Any) -> str:
    cells = [f"start_char={token.idx}", f"end_char={token.idx + len(token)}"]
    if token.ent_type_:
        cells.append(f"NER={token.ent_iob_}-{token.ent_type_}")
    if token is not last and not token.whitespace_:
        cells.append("SpaceAfter=No")
    return "|".join(cells)
