from hemicycle.reading.content_words import content_words, key_of, keys_of
from hemicycle.reading.reading import Reading


def test_forms_of_a_word_share_their_key():
    assert key_of("écoles") == key_of("École") == "école"
    assert key_of("agro-industries") == key_of("agroindustrie")
    assert key_of("travaux") != key_of("travail")


def test_little_words_are_left_out():
    assert keys_of("la construction de nos logements") == keys_of("construction logement")
    assert keys_of("de la") == ()


def test_a_phrase_ends_at_signs_and_lines():
    words = content_words(Reading("le prix du pain, le lait\nla ferme d’un voisin"))
    assert words.keys == ["prix", "pain", "lait", "ferme", "voisin"]
    assert words.joined == [False, True, False, False, True]


def test_the_words_between_two_places():
    text = "Le pain. Le lait frais."
    words = content_words(Reading(text))
    assert words.between(text.index("Le lait"), len(text)) == ["lait", "frais"]
