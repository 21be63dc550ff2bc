"""Laws that are cited by their official title: Canada's ``Loi sur…``, Switzerland's ``loi sur…``.

Canadian titles have a capital and are the citation (Justice Canada, Guide fédéral de
jurilinguistique législative française, "Titre abrégé"; OQLF, Banque de dépannage, "Lois et
règlements"). Swiss laws are cited by title or abbreviation (Directives sur la technique
législative, ch. 12 and 13).
"""

from __future__ import annotations

from hemicycle.annotation.laws.citation import Citation
from hemicycle.annotation.laws.grammar import Match, rule
from hemicycle.annotation.laws.heads import read_head
from hemicycle.annotation.laws.titles import noun_phrase
from hemicycle.annotation.laws.tokens import Tokens
from hemicycle.kinds.laws import Law
from hemicycle.knowledge.grammar import ON


@rule("head")
def canadian_title(tokens: Tokens, index: int) -> Match | None:
    """A Canadian law by its title, whose first word has a capital.

    Examples:
        CA: La [Loi sur la radiodiffusion] forcera -> Loi sur la radiodiffusion
        CA: La loi sur la radiodiffusion -> nothing
        La Loi sur la radiodiffusion -> nothing
    """
    if tokens.country != "CA" or not tokens.raw(index).startswith("Loi"):
        return None
    head = read_head(tokens, index)
    if head is None or head.kind != "law" or not tokens.among("opens_canadian_title", head.stop):
        return None
    stop = noun_phrase(tokens, head.stop + 1)
    if stop <= head.stop + 1:
        return None
    return Match(index, stop, Citation(Law("law", tokens.written(index, stop))))


@rule("head")
def swiss_title(tokens: Tokens, index: int) -> Match | None:
    """A Swiss law or ordinance by its title.

    Examples:
        CH: La [loi sur le Parlement] suffit -> loi sur le Parlement
        CH: La [loi fédérale sur l'égalité entre femmes et hommes] suffit -> \
loi fédérale sur l’égalité entre femmes et hommes
        CH: Une loi sur le climat -> nothing
        La loi sur le climat -> nothing
    """
    head = read_head(tokens, index)
    if tokens.country != "CH" or head is None or head.kind not in ("law", "ordinance"):
        return None
    if (
        tokens.word(head.stop) not in ON
        or tokens.before(index) in tokens.lexicon.words["before_no_title"]
    ):
        return None
    stop = noun_phrase(tokens, head.stop + 1)
    if stop <= head.stop + 1:
        return None
    name = f"{head.name} {tokens.written(head.stop, stop)}"
    return Match(index, stop, Citation(Law(head.kind, name)))
