"""Words in their other sense name neither a topic nor a branch; sentences of our own."""

import pytest
from hemicycle.kinds.sectors import SECTORS
from hemicycle.kinds.theme_passages import THEME_PASSAGES

# Sentence, and the topic that it does not speak of.
NO_TOPIC = [
    ("Vous racontez n’importe quoi.", "18"),
    ("Peu importe le calendrier, nous tiendrons.", "18"),
    ("Il importe de le rappeler ici.", "18"),
    ("Elle a commencé sa carrière au greffe du tribunal.", "7"),
    ("La troisième édition du marathon partira dimanche.", "23"),
    ("La directrice par intérim a répondu hier.", "5"),
    ("Fait à Kaolack, le trois mars mil neuf cent quatre-vingt.", "4"),
    ("Le collège des bourgmestre et échevins s’est prononcé.", "6"),
    ("Le collège de l’autorité a rendu son avis.", "6"),
    ("La restauration de la confiance prendra du temps.", "15"),
    ("Notre arsenal répressif suffit.", "16"),
    ("L’arsenal juridique existe depuis longtemps.", "16"),
    ("Cette polémique a eu des effets ravageurs.", "4"),
    ("Le mieux est l’ennemi du bien.", "16"),
    ("Le syndicat mixte entretient les digues.", "5"),
    ("L’alternance a surpris tout le monde ce soir-là.", "6"),
    ("Les préfets sont démunis quand la loi se tait.", "13"),
    ("Je donne lecture de l’arrêt.", "6"),
    ("Le sénat examinera le texte en seconde lecture.", "6"),
    ("Cette question a déjà été traitée hier.", "19"),
    ("Le sujet traité lors de la séance était clos.", "19"),
    ("Ce dispositif est devenu une usine à gaz.", "8"),
    ("Il a plaidé avec énergie pour ce compromis.", "8"),
    ("Vous y avez mis toute votre énergie.", "8"),
    ("Le prix Nobel de chimie sera remis jeudi.", "1"),
    ("Rien n’est exclu à ce jour.", "13"),
    ("Je le dis pour mémoire.", "23"),
    ("De mémoire d’élu, on n’avait jamais vu cela.", "23"),
    ("Dans ce climat de défiance, rien n’avance.", "7"),
    ("Le climat des discussions s’est dégradé.", "7"),
    ("À ce stade, rien n’est décidé.", "15"),
    ("Un nombre de votants variant de trois à dix.", "3"),
    ("La désertification médicale gagne du terrain.", "7"),
    ("Cela vaut la peine d’essayer.", "12"),
    ("Le train de réformes annoncé tarde.", "10"),
    ("L’adoption de l’amendement a surpris.", "12"),
    ("Nous avons besoin d’une confiance mutuelle.", "3"),
    ("Tirons les leçons de cet échec.", "6"),
    ("En étudiant chaque article, on comprend mieux.", "6"),
    ("Les voisins étudiant le plan sont nombreux.", "6"),
    ("N’importons pas ce conflit chez nous, n’allons pas importer ce débat.", "18"),
    ("Les fiches ont été traitées pour le compte du syndic.", "19"),
    ("Au petit matin, ils ont atteint le sommet.", "19"),
    ("L’élargissement de la base de calcul est prévu.", "19"),
    ("Je demande le bénéfice de l’urgence.", "15"),
    ("Le mandat est renouvelable une fois.", "8"),
    ("Il agit dans un esprit de justice.", "12"),
    ("Vous me faites un mauvais procès.", "12"),
    ("Le blessé a été conduit à l’hôpital.", "3"),
    ("Réunion du comité, lundi à neuf heures.", "21"),
    ("Un stage de poterie aura lieu lundi.", "5"),
    ("Nous avons juré de tenir.", "12"),
    ("Vous voulez déplacer des montagnes.", "21"),
    ("Il a connu la seconde guerre mondiale.", "16"),
    ("Le conseil économique, social et environnemental se réunit.", "7"),
]
# Sentence, and the branch that it does not name.
NO_BRANCH = [
    ("Le temps presse, décidez.", "J58"),
    ("Une annexe détaillant les coûts suivra.", "G47"),
    ("Un tapis de feuilles recouvre la place.", "C13"),
    ("Quel gaspillage de talents !", "E38"),
    ("Votre démocratie est fragile.", "O84"),
    ("L’interpellation du député Morel attend une réponse.", "O84"),
    ("Le fanatisme religieux recule.", "S94"),
    ("La catastrophe sanitaire a été évitée.", "Q86"),
    ("La recherche d’un accord continue.", "M72"),
    ("Les lanceurs d’alerte seront entendus.", "C30"),
    ("Ce théâtre ferme en juin.", "A01"),
    ("Il était armé d’une arme blanche.", "O84"),
    ("La douzième édition du tournoi commence.", "J58"),
    ("Elle assure l’intérim de la présidence.", "N78"),
    ("L’école est le ciment de la nation.", "C23"),
    ("Le train relie Namur à Liège.", "C16"),
    ("Le chef intérimaire du parti a parlé.", "N78"),
    ("Ils se sont parlé par téléphone.", "J61"),
    ("Le texte est sur notre site internet.", "J61"),
    ("C’est un service utile à la collectivité.", "O84"),
    ("Les élections ont déçu tout le monde.", "O84"),
    ("J’ai lu cela dans la presse.", "J58"),
    ("Nous avions trois minutes de retard.", "H51"),
    ("Les recherches se poursuivent pour retrouver les disparus.", "M72"),
]
# Sentence, and the branch that it names.
BRANCH = [
    ("Ce camion électrique sera vendu en mai.", "C29"),
    ("Les transformateurs électriques manquent.", "C27"),
    ("Ce navire est construit à Saint-Nazaire.", "C30"),
    ("Les tramways sortent de l’usine de Petite-Forêt.", "C30"),
    ("Le tramway relie deux quartiers.", "H49"),
    ("L’assurance auto augmente.", "K65"),
    ("La carrière fournit des granulats.", "B08"),
    ("Une ferme a brûlé.", "A01"),
    ("L’inflation alimentaire ralentit.", "C10"),
    ("Les vélos électriques se vendent bien.", "C30"),
    ("L’agence recrute des intérimaires.", "N78"),
    ("Les étudiants reprennent les cours.", "P85"),
    ("La navigation aérienne est perturbée.", "H52"),
]
# Sentence, and the topic that it speaks of.
TOPIC = [
    ("La presse écrite perd ses lecteurs.", "17"),
    ("Le traité de libre-échange divise les pays.", "18"),
    ("Les collèges manquent de professeurs.", "6"),
    ("Le prix de l’énergie pèse sur les ménages.", "8"),
    ("Les apprentis en alternance signent un contrat avec l’entreprise.", "5"),
    ("Un forage alimente le village en eau.", "21"),
    ("Les cyclones ont frappé l’île de la Réunion.", "21"),
    ("Le sommet des chefs d’État s’ouvre à Bamako.", "19"),
    ("Les supporters ont envahi le stade.", "15"),
]


def passages(nlp, text):
    return {mention.value.code for mention in THEME_PASSAGES.read(nlp(text))}


def branches(nlp, text):
    found = (mention.value for mention in SECTORS.read(nlp(text)))
    return [(one.section + one.division, one.context) for one in found]


@pytest.mark.parametrize(("text", "code"), NO_TOPIC)
def test_no_topic(nlp, text, code):
    assert code not in passages(nlp, text)


@pytest.mark.parametrize(("text", "code"), TOPIC)
def test_topic(nlp, text, code):
    assert code in passages(nlp, text)


@pytest.mark.parametrize(("text", "code"), NO_BRANCH)
def test_no_branch(nlp, text, code):
    assert code not in {found for found, _ in branches(nlp, text)}


@pytest.mark.parametrize(("text", "code"), BRANCH)
def test_branch(nlp, text, code):
    assert code in {found for found, _ in branches(nlp, text)}


@pytest.mark.parametrize(
    ("text", "code", "context"),
    [
        ("La ministre de la Santé et de l’Accès aux soins viendra.", "Q86", "office"),
        ("Le ministère de l’Agriculture a répondu.", "A01", "office"),
        ("M. Jean Morel, boulanger à Nevers, a pris la parole.", "C10", "profession"),
        ("Mme Awa Sow est nommée directrice de l’hôpital.", "Q86", "office"),
        ("Les boulangers ont pris la parole.", "C10", "activity"),
    ],
)
def test_offices_and_professions_are_told_from_activities(nlp, text, code, context):
    assert (code, context) in branches(nlp, text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("M. Jean Morel, ministre du logement, de la pêche et des sports, est sorti.", "14"),
        ("Mme Awa Sow, infirmière, est nommée préfète.", "3"),
        ("Le ministère de l’Énergie et du Climat a déménagé.", "8"),
    ],
)
def test_an_office_or_a_profession_is_no_topic(nlp, text, code):
    assert code not in passages(nlp, text)


@pytest.mark.parametrize(
    ("text", "subtopic"),
    [
        ("L’emploi recule dans la région.", ""),
        ("L’emploi des jeunes recule dans la région.", "506"),
        ("L’inflation recule et les taux d’intérêt baissent.", "101"),
    ],
)
def test_a_subtopic_is_named_in_all_its_words(nlp, text, subtopic):
    [passage] = [mention.value for mention in THEME_PASSAGES.read(nlp(text))]
    assert passage.subtopic == subtopic
