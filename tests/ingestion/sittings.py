"""Sittings as ParlaMint encodes them, with invented people."""

from collections.abc import Iterator

NAMESPACE = 'xmlns="http://www.tei-c.org/ns/1.0"'
PEOPLE = """<listOrg>
<org xml:id="GM" role="parliamentaryGroup">
<orgName full="yes" xml:lang="fr">Groupe de la Mer</orgName></org>
<org xml:id="GOV" role="government"><orgName full="yes" xml:lang="fr">Gouvernement</orgName></org>
</listOrg><listPerson>
<person xml:id="TreguidecEloise">
<persName><surname>Tréguidec</surname><forename>Éloïse</forename></persName>
<affiliation role="minister" ref="#GOV" from="2021-03-01" to="2021-12-31">
<roleName xml:lang="fr">ministre des Ports</roleName></affiliation>
<affiliation role="minister" ref="#GOV" from="2022-01-01">
<roleName xml:lang="fr">ministre de la Mer</roleName></affiliation></person>
<person xml:id="DufayAnselme">
<persName><surname>Dufaÿ</surname><forename>Anselme</forename></persName>
<affiliation role="member" ref="#GM"/></person>
</listPerson>"""


def header(people: str = PEOPLE, day: str = "2022-05-12") -> str:
    return f"""<teiHeader><fileDesc><titleStmt><title type="main" xml:lang="en">Sitting</title>
<title type="main" xml:lang="fr">Séance du 12 mai 2022</title></titleStmt>
<publicationStmt><publisher>Archives de Kerlévan</publisher><date when="2025-01-01"/>
<idno type="URI">https://archives.example/kerlevan</idno></publicationStmt>
<sourceDesc><bibl><date when="{day}"/></bibl></sourceDesc></fileDesc>
<profileDesc><settingDesc><setting><date when="{day}">12 mai 2022</date></setting></settingDesc>
<particDesc>{people}</particDesc></profileDesc></teiHeader>"""


def body() -> str:
    return """<text><body><div type="debateSection"><head>Ports et criées</head>
<note type="time">À quinze heures.</note>
<note type="speaker">Mme la ministre.</note>
<u xml:id="s.u1" who="#TreguidecEloise" ana="#guest"><seg>Le chantier commencera à l’automne.
<kinesic type="applause"><desc>Applaudissements.</desc></kinesic> Il durera deux ans.</seg>
<seg>Merci à tous<note place="bottom">Voir l’annexe.</note>.</seg></u>
<u xml:id="s.u2" who="#DufayAnselme" ana="#regular"><seg>Nous verrons.</seg></u>
<incident><desc>L’orateur quitte la tribune.</desc></incident>
</div></body></text>"""


def sitting(**options: str) -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><TEI {NAMESPACE} xml:lang="fr" xml:id="s">'
        f"{header(**options)}{body()}</TEI>"
    ).encode()


def corpus() -> bytes:
    """Two sittings in one file, the people in the header of the corpus."""
    texts = "".join(
        f'<TEI xml:lang="fr" xml:id="s{number}">{header("", day)}{body()}</TEI>'
        for number, day in ((1, "2022-05-12"), (2, "2021-05-12"))
    )
    return f"<teiCorpus {NAMESPACE}>{header(day='2021/2022')}{texts}</teiCorpus>".encode()


def long_sitting(megabytes: float) -> Iterator[bytes]:
    """A sitting of about so many millions of bytes, in pieces."""
    yield f'<TEI {NAMESPACE} xml:lang="fr">{header()}<text><body><div>'.encode()
    words = "Nous demandons que le port soit rendu aux pêcheurs de la commune. " * 30
    for number in range(int(megabytes * 1e6 / len(words.encode()))):
        speech = f'<u xml:id="u{number}" who="#DufayAnselme"><seg>{number} {words}</seg></u>'
        yield speech.encode()
    yield b"</div></body></text></TEI>"
