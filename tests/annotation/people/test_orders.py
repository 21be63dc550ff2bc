import pytest


def told(people, text, *entities):
    return [(surface, name) for surface, name, _, kind in people(text, *entities) if kind == "name"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ont voté : CORVEL-ROY Awa, députée.", [("CORVEL-ROY Awa", "Awa Corvel-Roy")]),
        (
            "Est nommée Mme CORVEL (Awa), préfète.",
            [("CORVEL (Awa)", "Awa Corvel")],
        ),
        ("Est nommé M. N'Dolo (Aslan), juge.", [("N'Dolo (Aslan)", "Aslan N'Dolo")]),
        ("M. Corvel (Paris) est venu.", [("Corvel", "Corvel")]),
        ("Marie CORVEL est venue.", [("Marie CORVEL", "Marie Corvel")]),
    ],
)
def test_a_surname_may_come_first(people, text, found):
    assert told(people, text) == found


def test_a_list_by_surname_turns_its_names(people):
    text = (
        "Membres :\n- Corvelin Aline, directrice, Lorvadel SA\n- Estangue Blaise, député\n"
        "- Von Aspern Christophe\n"
        "- Martin Claude, syndicaliste\n\nMme Corvelin a parlé."
    )
    found = told(people, text, ("Martin Claude", "PER"), ("Von Aspern Christophe", "PER"))
    assert found == [
        ("Corvelin Aline", "Aline Corvelin"),
        ("Estangue Blaise", "Blaise Estangue"),
        ("Von Aspern Christophe", "Christophe Von Aspern"),
        ("Martin Claude", "Claude Martin"),
        ("Corvelin", "Aline Corvelin"),
    ]


def test_a_bracket_keeps_the_function_behind_it(people):
    text = "Est nommée Mme CORVEL (Awa), architecte."
    assert people(text)[0][2] == "architecte"


def test_a_list_on_one_line_turns_its_names(people):
    text = "Votent oui : Corvelin Aline, Estangue Blaise, Aspernin Marc, Glayrin Yann."
    listed = ("Corvelin Aline", "Estangue Blaise", "Aspernin Marc", "Glayrin Yann")
    assert [name for _, name in told(people, text, *((name, "PER") for name in listed))] == [
        "Aline Corvelin",
        "Blaise Estangue",
        "Marc Aspernin",
        "Yann Glayrin",
    ]
