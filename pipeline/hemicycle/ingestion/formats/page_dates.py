"""The day that a web page states of itself in its markup.

Days in its words are not taken here: most are of something else. A visible date line is found in
the text like that of any other format.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from lxml import etree, html

# Where the day of the page itself stands; a list of other articles beside it has days too.
_OF_THE_PAGE = frozenset({"article", "main", "header"})
_TIMES = (
    "//*[@itemprop='datePublished' or @itemprop='dateCreated' or @property='datePublished']"
    "|//time[@pubdate or @datetime]"
)


def stated_day(tree: Any) -> str:
    """The ISO day of publication by a page's markup, empty if it states none.

    That is what its head, its JSON-LD (schema.org `datePublished`), its own address, or a `time`
    element of its article says; of several times the first.

    Args:
        tree: the page's root, which is left as it is.
    """
    from htmldate import find_date

    markup = html.Element("html")
    head = tree.find("head")
    if head is not None:
        markup.append(deepcopy(head))
    body = etree.SubElement(markup, "body")
    for script in tree.iterfind(".//body//script[@type='application/ld+json']"):
        body.append(_alone(script))
    if (stated := next(filter(_is_of_the_page, tree.xpath(_TIMES)), None)) is not None:
        day = stated.get("content") or stated.get("datetime") or "".join(stated.itertext())
        etree.SubElement(markup[0], "meta", property="article:published_time", content=day.strip())
    # The search wants some words to look at.
    etree.SubElement(body, "p").text = "."
    return str(find_date(markup, extensive_search=False, original_date=True) or "")


def _alone(node: Any) -> Any:
    copied = deepcopy(node)
    copied.tail = None
    return copied


def _is_of_the_page(node: Any) -> bool:
    return node.tag != "time" or any(above.tag in _OF_THE_PAGE for above in node.iterancestors())
