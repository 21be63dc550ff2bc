"""A text as it is read on the page: from mention to mention, and what is searched for in it."""

import pytest

AMOUNTS = ["12 millions d’euros", "3 millions d’euros", "5 millions d’euros"]


def target(page):
    return "".join(page.locator("#text .target").all_text_contents())


def test_keys_and_buttons_lead_from_mention_to_mention(tab, sitting):
    page = tab.open(sitting, "#/doc/seance")
    page.uncheck("text=Personnes")
    for wanted in [*AMOUNTS, AMOUNTS[0]]:
        page.keyboard.press("n")
        assert target(page) == wanted
        assert page.evaluate("document.activeElement.textContent") == wanted
    page.keyboard.press("p")
    assert target(page) == AMOUNTS[2]
    page.click("#previous-mention")
    assert target(page) == AMOUNTS[1]
    assert page.locator("#mention-count").text_content() == "2 / 3"
    page.click("#next-mention")
    assert target(page) == AMOUNTS[2]


def test_the_address_follows_and_opens_the_same_place(tab, sitting):
    page = tab.open(sitting, "#/doc/seance")
    page.uncheck("text=Personnes")
    page.keyboard.press("n")
    page.keyboard.press("n")
    assert page.url.endswith("#/doc/seance/amounts/217-235")
    page.reload()
    page.locator("#text .target").wait_for()
    assert target(page) == AMOUNTS[1]


def test_letters_that_are_typed_do_not_lead_away(tab, sitting):
    page = tab.open(sitting, "#/doc/seance")
    page.type("#within", "npc")
    assert page.locator("#text .target").count() == 0
    assert page.locator("#correction").is_hidden()


def test_words_are_found_within_a_text(tab, sitting):
    page = tab.open(sitting, "#/doc/seance")
    page.fill("#within", "MILLIONS")
    assert page.locator("#hit-place").text_content() == "0 / 3"
    page.press("#within", "Enter")
    page.press("#within", "Enter")
    assert page.locator("#hit-place").text_content() == "2 / 3"
    assert page.locator("#text .found").text_content() == "millions"
    page.press("#within", "Shift+Enter")
    page.press("#within", "Shift+Enter")
    assert page.locator("#hit-place").text_content() == "3 / 3"
    page.click("#next-hit")
    assert page.locator("#hit-place").text_content() == "1 / 3"
    assert page.url.endswith("?q=MILLIONS")


def test_a_link_to_letters_leads_there(tab, sitting):
    page = tab.open(sitting, "#/doc/seance/at/0-15")
    assert target(page) == "Conseil municip"
    page = tab.open(sitting, "#/doc/seance/at/0-999999")
    assert page.locator("h1").text_content() == "seance"


def test_the_outline_leads_to_turns(tab, sitting):
    page = tab.open(sitting, "#/doc/seance")
    outline = page.locator(".outline li")
    assert [text.split(" 1")[0] for text in outline.all_text_contents()][:3] == [
        "Transports scolaires",
        "Basile Fontenoy",
        "Ysaline Maes 5 mots",
    ]
    page.click(".outline >> text=Ysaline Maes")
    page.locator("#text .who.target", has_text="Ysaline Maes").wait_for()
    assert tab.open(sitting, "#/doc/note").locator(".outline").count() == 0


def test_the_tools_stay_in_sight(tab, sitting):
    tab.page.set_viewport_size({"width": 900, "height": 400})
    page = tab.open(sitting, "#/doc/seance")
    page.keyboard.press("p")
    assert page.evaluate("scrollY") > 0
    assert page.locator("#next-mention").bounding_box()["y"] < 100


@pytest.mark.parametrize("language", ["fr", "en"])
def test_nothing_is_called_by_its_key(tab, sitting, language):
    """Labels that lack would show as the names of columns and words."""
    for place in ("#/", "#/table/amounts?all=1", "#/doc/seance", "#/compare", "#/search?q=car"):
        page = tab.open(sitting, f"{place}{'&' if '?' in place else '?'}lang={language}")
        page.locator(f"html[lang={language}]").wait_for()
        text = page.locator("body").inner_text()
        for key in (
            "note-",
            "n-documents",
            "share-of",
            "{n}",
            "[|",
            "doc_id",
            "_char",
            "undefined",
        ):
            assert key not in text, (place, key)
