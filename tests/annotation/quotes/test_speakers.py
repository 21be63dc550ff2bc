import pytest


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("« Nous irons au bout », a déclaré Mme Corvel.", "Corvel", "a déclaré"),
        ("« Nous irons au bout », déclare le maire, Jean Corvel.", "Jean Corvel", "déclare"),
        ("Jean Corvel a déclaré : « Nous irons au bout. »", "Jean Corvel", "a déclaré"),
        ("Jean Corvel assure que « personne ne sera oublié ».", "Jean Corvel", "assure"),
        ("Selon Jean Corvel, « personne ne sera oublié ».", "Jean Corvel", "selon"),
        ("« Personne ne sera oublié », selon Mme Corvel.", "Corvel", "selon"),
        ("Jean Corvel : « Nous irons jusqu'au bout. »", "Jean Corvel", ""),
        ("« Jamais », a coupé Mme Corvel.", "Corvel", "a coupé"),
        (
            "Jean Corvel s'est tu. « On verra bien », a-t-il soufflé.",
            "Jean Corvel",
            "a-t-il soufflé",
        ),
        (
            "Par la voix de son avocat, « tout va bien », s'est félicitée Mme Corvel.",
            "Corvel",
            "s'est félicitée",
        ),
    ],
)
def test_a_cue_names_the_speaker(quotes, text, speaker, cue):
    assert [q[1:] for q in quotes(text)] == [(speaker, cue)]


def test_a_pronoun_means_somebody_of_its_gender(quotes):
    text = "Marie Corvel a reçu Jean Estang. « Rien n'est joué », a-t-elle dit."
    assert quotes(text)[0][1] == "Marie Corvel"


@pytest.mark.parametrize(
    ("pronoun", "speaker"),
    [("nous disait-elle", "Nguyen Thi Aspern"), ("nous disait-il", "Corvel")],
)
def test_a_function_tells_the_gender_of_a_name_that_does_not(quotes, pronoun, speaker):
    text = (
        "Je salue le courage du président Corvel, et celui de la Première ministre Nguyen Thi "
        f"Aspern. « Nous n'héritons de rien », {pronoun} dimanche."
    )
    assert quotes(text)[0][1] == speaker


def test_a_pronoun_means_the_surname_that_opens_the_sentence_before(quotes):
    text = (
        "Marie Corvel et Jean Estang ont signé. Mme Von der Aspern a refusé. Von der Aspern "
        "était attendue. « Rien n'est joué », a-t-elle dit."
    )
    assert quotes(text)[0][1] == "Von der Aspern"


def test_a_friend_of_somebody_is_not_that_one(quotes):
    text = "Marie Corvel hésite. « Tout est possible », confie cette proche de Jean Estang."
    assert quotes(text)[0][1] == "Marie Corvel"
    assert quotes("« Tout est possible », grince un ami de Jean Estang.")[0][1] == ""


def test_this_latter_means_who_was_named_last(quotes):
    text = (
        "Jean Corvel et Marie Estang votent. « La prochaine sera la bonne », a dit cette dernière."
    )
    assert quotes(text)[0][1] == "Marie Estang"


def test_the_subject_speaks_and_not_who_is_spoken_of(quotes):
    text = "Marie Corvel a félicité M. Estang et se dit « prête à travailler avec lui »."
    assert quotes(text)[0][1] == "Marie Corvel"


def test_a_second_quotation_without_a_cue_is_of_the_same_speaker(quotes):
    text = "« Nous irons au bout », a dit Marie Corvel. « Rien ne nous arrêtera plus désormais. »"
    assert [q[1] for q in quotes(text)] == ["Marie Corvel", "Marie Corvel"]


def test_an_institution_that_speaks_is_nobody(quotes):
    text = "Jean Corvel se tait. L'Élysée évoque « une clarification utile »."
    assert [q[1] for q in quotes(text)] == [""]


def test_a_name_between_marks_does_not_speak(quotes):
    text = "« Marie Corvel a menti sur toute la ligne », a dit Jean Estang."
    assert quotes(text)[0][1] == "Jean Estang"


@pytest.mark.parametrize(
    "text", ["Le film « Les Années de pluie » sort.", "Le mot « abject » choque."]
)
def test_a_title_or_a_word_is_no_speech(quotes, text):
    assert quotes(text) == []


def test_a_quotation_cut_in_two_by_its_cue_is_one(quotes):
    text = "Marie Corvel se lève. « Vous parlez, a-t-elle lancé, et nous payons. »"
    assert quotes(text) == [
        ("« Vous parlez, a-t-elle lancé, et nous payons. »", "Marie Corvel", "a-t-elle lancé")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "L'article est complété par un alinéa ainsi rédigé : « Le prix est fixé chaque année. »",
        "Marie Corvel propose de remplacer les mots : « chaque année civile » par d'autres.",
    ],
)
def test_the_wording_of_a_law_is_no_speech(quotes, text):
    assert quotes(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("« Faux », rétorque-t-on dans l'entourage de Marie Corvel.", ""),
        ("Marie Corvel est là. Comme disait mon oncle, « quand le toit brûle, on court ».", ""),
        ("Jean Estang a parlé. Quant au maire, Jean Corvel, il juge que « tout va bien ».", "C"),
        ("Marie Corvel dirige le port. « Je suis ravie », déclare l'intéressée.", "C"),
        ("Marie Corvel m'a dit, et je la cite : « Revenez donc me voir demain. »", "C"),
        ("Jean Corvel est parti. Souvenez-vous de ce que vous disiez : « On ne cède pas. »", ""),
    ],
)
def test_who_speaks_is_named_or_nobody(quotes, text, speaker):
    found = [q[1] for q in quotes(text)]
    assert found == ([""] if not speaker else [found[0]])
    assert found[0].endswith("Corvel") == bool(speaker)


def test_a_person_named_beside_a_pronoun_is_not_the_next_one(quotes):
    text = (
        "Marie Corvel rit. Elle admire Jeanne Estang, dit-on.\n"
        "« Je suis venue tard, raconte-t-elle, et je repars tôt. »"
    )
    assert quotes(text)[0][1] == "Marie Corvel"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Jean Corvel dénonce « l'amateurisme » du projet.", [("Jean Corvel", "dénonce")]),
        ("Jean Corvel se dit « agréablement surpris ».", [("Jean Corvel", "dit")]),
        ("Jean Corvel parle d'un échange « constructif ».", [("Jean Corvel", "parle")]),
        ("Jean Corvel annonce un « guichet unique ».", []),
        ("Jean Corvel dénonce le « Plan Eau ».", []),
    ],
)
def test_one_or_two_words_are_quoted_after_a_verb_of_judging(quotes, text, told):
    assert [q[1:] for q in quotes(text)] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Jean Corvel y voit « une récompense méritée ».", [("Jean Corvel", "voit")]),
        ("D'après un conseiller du port, « tout reste sur la table ».", [("", "après")]),
    ],
)
def test_other_cues(quotes, text, told):
    assert [q[1:] for q in quotes(text)] == told


def test_the_turns_of_an_interview_are_no_quotations(quotes):
    text = (
        "Le Matin : Pourquoi partir ?\n\nMarie Corvel : Parce qu'il est temps.\n\n"
        "Le Matin : Et après ?\n\nMarie Corvel : On verra."
    )
    assert quotes(text) == []
