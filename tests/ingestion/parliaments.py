"""Files of parliaments, of laws and of feeds, with invented people."""

from __future__ import annotations

from collections.abc import Iterator

_AN = 'xmlns="http://schemas.assemblee-nationale.fr/referentiel"'
_PLEA = "Le port de Kerlévan attend ses digues depuis dix ans ; qui paiera les travaux ?"
_REPLY = "Le chantier commencera à l’automne et coûtera 3 millions d’euros."


def _said(name: str, role: str, words: str) -> str:
    speaker = f"<orateurs><orateur><nom>{name}</nom><id>1</id><qualite>{role}</qualite></orateur>"
    return f'<paragraphe id_acteur="PA1">{speaker}</orateurs><texte>{words}</texte></paragraphe>'


def syceron_body() -> str:
    return (
        '<point nivpoint="1"><orateurs/><texte>Questions au Gouvernement</texte>'
        + _said("M. le président", "", "La parole est à Mme Awa Corvel.")
        + '<point nivpoint="2"><texte>Digues de Kerlévan</texte>'
        + _said("Mme Awa Corvel", "", _PLEA)
        + _said("Mme Awa Corvel", "", "L’article n<exposant>o</exposant> 3 l’exigeait.")
        + _said(
            "M. Luc DASTRÉ",
            ", ministre de la Mer",
            f"{_REPLY}<br/>Il durera deux ans. <italique>(Applaudissements.)</italique>",
        )
        + _said("Mme Awa Corvel", "", "Enfin !")
        + "</point></point>"
    )


def syceron(body: str = "") -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><compteRendu {_AN}><uid>CR1</uid><metadonnees>'
        "<dateSeance>20250304150000000</dateSeance><sommaire><sommaire1><titreStruct><intitule>"
        "Sommaire à oublier</intitule></titreStruct></sommaire1></sommaire></metadonnees>"
        f"<contenu>{body or syceron_body()}</contenu></compteRendu>"
    ).encode()


def long_syceron(megabytes: float) -> Iterator[bytes]:
    whole = syceron(_said("Mme Awa Corvel", "", "CUT")).decode()
    before, after = whole.split("CUT")
    yield before.encode()
    words = f"{_PLEA} " * 25
    for number in range(int(megabytes * 1e6 / len(words.encode()))):
        more = _said("M. Luc Dastré", ", ministre", f"{number} {words}")
        yield f"Oui.</texte></paragraphe>{more}<paragraphe><texte>".encode()
    yield after.encode()


FILES: dict[str, bytes] = {
    "syceron": syceron(),
    "question": (
        f"<question {_AN}><uid>QANR1</uid><indexationAN><rubrique>ports</rubrique></indexationAN>"
        "<textesQuestion><texteQuestion><infoJO><dateJO>2025-03-04</dateJO></infoJO><texte>"
        f"Mme Awa Corvel interroge M. le ministre de la Mer.&lt;br /&gt;{_PLEA}</texte>"
        "</texteQuestion></textesQuestion><textesReponse><texteReponse><texte>"
        f"&lt;p&gt;{_REPLY}&lt;/p&gt;</texte></texteReponse></textesReponse></question>"
    ).encode(),
    "cri": (
        '<?xml version="1.0" encoding="ISO-8859-1"?>'
        '<cri:cri xmlns:cri="http://senat.fr/schemas/thb/cri" xmlns="http://www.w3.org/1999/xhtml">'
        '<div><h2>Digues de Kerlévan</h2><div class="intervenant">'
        '<cri:intervenant mat="1" nom="Awa CORVEL" civ="Mme" qua=""><p><span class="orateur_nom">'
        f"Mme Awa Corvel.</span> {_PLEA.replace('’', chr(39))}</cri:intervenant></div>"
        '<cri:intervenant nom="Luc DASTRÉ" civ="M." qua="ministre de la Mer"><p><span>'
        f"M. Luc Dastré, </span>ministre de la Mer. {_REPLY.replace('’', chr(39))}</p>"
        "<p>Il durera deux ans.</p></cri:intervenant></div></cri:cri>"
    ).encode("iso-8859-1"),
    "hansard": (
        '<Hansard xml:lang="FR"><ExtractedInformation><ExtractedItem Name="Date">Le mardi 4 mars '
        '2025</ExtractedItem></ExtractedInformation><HansardBody><OrderOfBusiness Rubric="OQ">'
        "<OrderOfBusinessTitle>Questions orales</OrderOfBusinessTitle><SubjectOfBusiness>"
        "<Timestamp Hr='15' Mn='0'>(1500)</Timestamp>"
        "<SubjectOfBusinessTitle>Les ports</SubjectOfBusinessTitle><SubjectOfBusinessContent>"
        '<Intervention Type="Question"><PersonSpeaking><Affiliation>Mme Awa Corvel (Kerlévan, BQ)'
        f"</Affiliation></PersonSpeaking><Content><ParaText>{_PLEA}</ParaText></Content>"
        '</Intervention><Intervention Type="Answer"><PersonSpeaking><Affiliation>L’hon. Luc Dastré '
        f"(ministre de la Mer, Lib.)</Affiliation></PersonSpeaking><Content><ParaText>{_REPLY}"
        "</ParaText><ParaText>Il durera deux ans.</ParaText><ProceduralText>Des voix: Bravo!"
        "</ProceduralText></Content></Intervention></SubjectOfBusinessContent></SubjectOfBusiness>"
        "</OrderOfBusiness></HansardBody></Hansard>"
    ).encode(),
    "akoma": (
        '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><debate><meta>'
        '<identification><FRBRWork><FRBRdate date="2025-03-04" name="séance"/></FRBRWork>'
        "</identification></meta><debateBody><debateSection><heading>Les ports</heading>"
        f'<speech by="#corvel"><from>Awa Corvel</from><p>{_PLEA}</p></speech><scene>Silence.'
        f'</scene><speech by="#dastre"><from>Luc Dastré</from><p>{_REPLY}</p><p>Il durera deux ans.'
        "</p></speech></debateSection></debateBody></debate></akomaNtoso>"
    ).encode(),
    "cre": (
        '<DEBATES DATE="2025-03-04"><CHAPTER><TL-CHAP VL="EN">Ports</TL-CHAP>'
        '<TL-CHAP VL="FR">Les ports</TL-CHAP><INTERVENTION><ORATEUR PP="PPE" LIB="Awa | Corvel"/>'
        f'<PARA>{_PLEA}</PARA></INTERVENTION><INTERVENTION><ORATEUR PP="S-D" LIB="Luc | Dastré"/>'
        f"<PARA>{_REPLY}</PARA><PARA>Il durera deux ans.</PARA></INTERVENTION></CHAPTER></DEBATES>"
    ).encode(),
    "dila": (
        "<ARTICLE><META><META_COMMUN><ID>JORFARTI1</ID></META_COMMUN><META_SPEC><META_ARTICLE>"
        "<DATE_DEBUT>2025-03-04</DATE_DEBUT></META_ARTICLE></META_SPEC></META><BLOC_TEXTUEL>"
        f"<CONTENU><p>{_REPLY}</p><p>Il durera deux ans.</p></CONTENU></BLOC_TEXTUEL></ARTICLE>"
    ).encode(),
    "rss": (
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        "<title>Mairie</title><item><title>Ports</title><link>https://mairie.example/1</link>"
        f"<pubDate>Tue, 04 Mar 2025 10:00:00 +0100</pubDate><content:encoded>&lt;p&gt;{_PLEA}"
        "&lt;/p&gt;</content:encoded><description>Trop court.</description></item><item>"
        f"<title>Digues</title><pubDate>Wed, 05 Mar 2025 10:00:00 +0100</pubDate><description>"
        f"<![CDATA[<p>{_REPLY}</p><p>Il durera deux ans.</p>]]></description></item>"
        "</channel></rss>"
    ).encode(),
    "atom": (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Mairie</title><entry><id>e1</id>'
        '<title>Ports</title><link href="https://mairie.example/1"/>'
        "<updated>2025-03-04T10:00:00+01:00</updated><summary>Court.</summary>"
        f"<content type='html'>&lt;p&gt;{_REPLY}&lt;/p&gt;</content></entry></feed>"
    ).encode(),
}
