from datetime import date

import pytest
from hemicycle.ingestion.metadata import dating


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2025-12-31", date(2025, 12, 31)),
        ("2025-12-31T18:30:00+01:00", date(2025, 12, 31)),
        ("31/12/2025", date(2025, 12, 31)),
        ("1er avril 2024", date(2024, 4, 1)),
        ("le mercredi 31 décembre 2025", date(2025, 12, 31)),
        ("3 févr. 2021", date(2021, 2, 3)),
        ("20231204", date(2023, 12, 4)),
        ("20231204T183000Z", date(2023, 12, 4)),
        ("20200630213000000", date(2020, 6, 30)),
        ("2023/12/04", date(2023, 12, 4)),
        ("2023-12-04+01:00", date(2023, 12, 4)),
        ("2023-12-04T10:00:00Z", date(2023, 12, 4)),
        ("04/12/23", date(2023, 12, 4)),
        ("04/12/68", date(1968, 12, 4)),
        ("4.12.2023", date(2023, 12, 4)),
        ("mar. 5 mai 2020", date(2020, 5, 5)),
        ("4 déc. 2023 à 10h30", date(2023, 12, 4)),
        ("Séance du lundi 4 décembre 2023", date(2023, 12, 4)),
        ("Fri, 03 Jul 2020 18:35:21 GMT", date(2020, 7, 3)),
        ("Wed Oct 10 20:19:24 +0000 2018", date(2018, 10, 10)),
        ("December 4, 2023", date(2023, 12, 4)),
        ("1701648000", date(2023, 12, 4)),
        (1701648000, date(2023, 12, 4)),
        (1701648000000, date(2023, 12, 4)),
        ("Mar 12:30 2024", None),
        ("Jan 1 0000", None),
        ("1 Jan 1000", None),
        ("202403121", None),
        ("2023-12", None),
        ("2023", None),
        ("du 4 mars 2022 au 5 avril 2022", None),
        ("May the fourth", None),
        ("12345678", None),
        (True, None),
        (float("inf"), None),
        (10**400, None),
        ("²", None),
        ("2025-13-45", None),
        ("bientôt", None),
        (None, None),
        (20, None),
    ],
)
def test_metadata(value, day):
    assert dating.from_metadata(value) == day


@pytest.mark.parametrize(
    ("stem", "day"),
    [
        ("2025-12-31_voeux", date(2025, 12, 31)),
        ("discours_20251231", date(2025, 12, 31)),
        ("discours-du-31-decembre-2025", date(2025, 12, 31)),
        ("voeux.31.12.2025", date(2025, 12, 31)),
        ("CP-12mai2022-budget", date(2022, 5, 12)),
        ("vœux du 1er janvier 2025", date(2025, 1, 1)),
        ("budget-2026", None),
        ("2025-01-01_au_2025-12-31", None),
        ("rapport-99999999", None),
    ],
)
def test_file_name(stem, day):
    assert dating.from_file_name(stem) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Communiqué\nLille, le 4 mars 2022\nTexte.", date(2022, 3, 4)),
        ("Séance du jeudi 12 mai 2022\n", date(2022, 5, 12)),
        ("Publié le 4 mars 2022 à 10 h", date(2022, 3, 4)),
        ("Assemblée nationale, le mardi 14 octobre 2025", date(2025, 10, 14)),
        ("Québec, le 25 mars 2026 – Le ministre a parlé.", date(2026, 3, 25)),
        ("Discours prononcé le 1er février 2020", date(2020, 2, 1)),
        ("Par Ana Roux, publié le 4 mars 2022 à 10h30", date(2022, 3, 4)),
        ("Mis à jour le 05/03/2022 à 10h", date(2022, 3, 5)),
        ("Fait à Lille le 4 mars 2022.", date(2022, 3, 4)),
        ("Date de publication : 04/03/2022", date(2022, 3, 4)),
        ("Conférence de presse du 4 mars 2022", date(2022, 3, 4)),
        ("Le jeudi 12 mai 2022 à 15 h", date(2022, 5, 12)),
        ("PROCÈS-VERBAL DE LA SÉANCE DU CONSEIL DU 4 MARS 2022", date(2022, 3, 4)),
        ("Conseil communal du 4 mars 2022", date(2022, 3, 4)),
        ("Allocution\nPrononcée devant les maires le 4 mars 2022", date(2022, 3, 4)),
        ("Enregistré à la Présidence du Sénat le 4 mars 2022.", date(2022, 3, 4)),
        ("Propos recueillis par Ana Roux le 4 mars 2022", date(2022, 3, 4)),
        ("Délibéré le 4 mars 2022", date(2022, 3, 4)),
        ("Sous embargo jusqu'au vendredi 4 mars 2022, 7h30", date(2022, 3, 4)),
        (f"Lille, le 4 mars 2022 — {'La maire a présenté ses comptes. ' * 8}", date(2022, 3, 4)),
        (f"Lille, le 4 mars 1950, {'la maire naissait dans le Nord. ' * 8}", None),
        ("Adopté par les députés, le texte du 4 mars 2022 attend toujours.", None),
        ("Les vœux de la maire, le 4 mars 1950, ont été brefs.", None),
        ("Le 4 mars 2022 restera dans les mémoires de tous.", None),
        ("La loi du 29 juillet 1881 sur la presse.", None),
        ("Il est né à Lille, le 4 mars 1950, d’un père mineur.", None),
    ],
)
def test_date_line(text, day):
    assert dating.from_text(text) == day
