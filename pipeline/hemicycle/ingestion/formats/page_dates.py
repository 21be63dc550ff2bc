"""The day that a web page states of itself in its markup.

Days in its words are not taken here: most are of something else. A visible date line is found in
the text like that of any other format.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from lxml import etree, html

# Where the day of the page itself stands.
_OF_THE_PAGE = frozenset({"article", "main"})
_BESIDE = frozenset({"aside", "nav", "footer"})
_PARAGRAPHS = frozenset({"p", "li", "blockquote", "td"})
# Fewer words are no sentence: `Publié le 4 mars 2022.`
_FEWEST_SAID = 7
_TIMES = (
    "//*[@itemprop='datePublished' or @itemprop='dateCreated' or @property='datePublished']"
    "|//time[@pubdate or @datetime]"
)


def stated_day(tree: Any) -> str:
    """The ISO day of publication by a page's markup, empty if it states none.

    That is what its head, its JSON-LD (schema.org `datePublished`), its own address, or a `time`
    element of its article says; of several times the first. The longest article of a page is its
    own, others are listed or answer it; the head of a page is one that has its heading, since that
    of a site tells today's day; a day in a sentence is of what is told.

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
    longest = max(tree.iter("article"), key=_length, default=None)
    times = (node for node in tree.xpath(_TIMES) if _is_of_the_page(node, longest))
    if (stated := next(times, None)) is not None:
        day = stated.get("content") or stated.get("datetime") or "".join(stated.itertext())
        etree.SubElement(markup[0], "meta", property="article:published_time", content=day.strip())
    # The search wants some words to look at.
    etree.SubElement(body, "p").text = "."
    return str(find_date(markup, extensive_search=False, original_date=True) or "")


def _alone(node: Any) -> Any:
    copied = deepcopy(node)
    copied.tail = None
    return copied


def _length(node: Any) -> int:
    return sum(map(len, node.itertext()))


def _is_of_the_page(node: Any, longest: Any) -> bool:
    if node.tag != "time":
        return True
    above = list(node.iterancestors())
    if not _BESIDE.isdisjoint(one.tag for one in above):
        return False
    article = next((one for one in above if one.tag == "article"), longest)
    paragraph = next((one for one in above if one.tag in _PARAGRAPHS), None)
    if article is not longest or (paragraph is not None and _is_said(paragraph)):
        return False
    return any(
        one.tag in _OF_THE_PAGE or (one.tag == "header" and one.find(".//h1") is not None)
        for one in above
    )


def _is_said(paragraph: Any) -> bool:
    words = "".join(paragraph.itertext()).strip()
    return words.endswith((".", "!", "?", "»")) and len(words.split()) >= _FEWEST_SAID
