"""Whether time, memory and output grow no faster than the text, whatever the text is made of.

    python benchmarks/linearity.py [--sizes 20000 80000] [--seconds 240] [PATTERN…]

Each pattern (dots, names, amounts, labels, tags, a table…) is written as one file of two sizes, in
bytes or nearly, and run whole: ingestion, annotation, tables, summaries. A pattern has a process of
its own with a limit of time and of memory; a run on a short text comes first, so that start-up and
the constant part of a run can be taken off.

`time`, `memory` and `output` are shown for the larger file: CPU seconds, peak resident memory in
MB, bytes of the output folder in MB. An exponent is log(ratio) / log(ratio of sizes): 1 where twice
the text costs twice as much, 2 where it costs four times. What is above 1.25 and not noise (a
fraction of a second, a few MB) is measured twice more, the least counts, and what remains is marked
and makes the command exit with 1. A run that does not end within its limits counts as worse.
"""

from __future__ import annotations

import argparse
import json
import math
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from rich.console import Console
from rich.table import Table

WORST_EXPONENT = 1.25
ROUNDS = 3
# What differs by less than this between two runs of one text.
NOISE = {"time": 0.4, "memory": 100.0, "output": 0.3}
SHORT = "Le conseil municipal de Morlieu se réunira le 12 mars 2026.\n"
SYLLABLES = ("ba", "co", "di", "fu", "lé", "mar", "no", "pel", "ri", "sou", "tan", "ver", "zi")

Piece = Callable[[int], str]


def word(number: int) -> str:
    """A pronounceable word for each number, no two the same."""
    found = ""
    while True:
        number, rest = divmod(number, len(SYLLABLES))
        found += SYLLABLES[rest]
        if number == 0:
            return found + "nel"


def name(number: int) -> str:
    """A first name and a surname for each number."""
    first = ("Anne", "Bruno", "Claire", "Denis", "Élise", "Fabien")[number % 6]
    return f"{first} {word(number).capitalize()}"


def always(piece: str) -> Piece:
    """The same piece each time."""
    return lambda number: piece


# The pieces that a text is made of, by name, after the suffix of its file and what opens it.
PATTERNS: dict[str, tuple[str, str, Piece]] = {
    "dots": (".txt", "Sommaire ", always(".")),
    "leaders": (".txt", "", lambda n: f"Chapitre {word(n)} {'.' * 61} {n % 7}\n"),
    "ellipses": (".txt", "", always("…")),
    "straight quotes": (".txt", "", always('"')),
    "quotes unclosed": (".txt", "", always("« Nous agirons. ")),
    "quotes nested": (".txt", "", always("« Il dit : “ Oui ” ")),
    "quotes attributed": (".txt", "", lambda n: f"« Nous agirons », a dit {name(n % 50)}. "),
    "quotes without names": (".txt", "", always("« Nous agirons », a-t-il dit. ")),
    "apostrophes": (".txt", "", always("'")),
    "typographic apostrophes": (".txt", "", always("l’")),
    "underscores": (".txt", "", always("_")),
    "equals": (".txt", "", always("=")),
    "angles": (".txt", "", always("<")),
    "ampersands": (".txt", "", always("&")),
    "asterisks": (".txt", "", always("*")),
    "hyphens": (".txt", "", always("-")),
    "hyphenated words": (".txt", "", always("arc-en-")),
    "brackets open": (".txt", "", always("(")),
    "brackets nested": (".txt", "", always("(a ")),
    "slashes": (".txt", "", always("/a")),
    "marks mixed": (".txt", "", always(".'(\"_=<&*…!?;:,«»-")),
    "one long word": (".txt", "", always("a")),
    "one long capital word": (".txt", "", always("A")),
    "digits": (".txt", "", always("7")),
    "spaces": (".txt", "Le", always("\u00a0 \t")),
    "blank lines": (".txt", "Le", always("\r\n ")),
    "combining marks": (".txt", "e", always("\u0301")),
    "emoji": (".txt", "", always("😀")),
    "control characters": (".txt", "a", always("\x1c\x1d ")),
    "words without marks": (".txt", "", lambda n: f"{word(n)} "),
    "transcript without marks": (
        ".txt",
        "",
        lambda n: (
            f"alors le maire de la ville {word(n % 97)} a dit que le budget 2024 de 3 millions "
        ),
    ),
    "commas": (".txt", "", lambda n: f"{word(n)}, "),
    "one name": (".txt", "", always("Aslan Corvel ")),
    "one name in sentences": (".txt", "", always("Aslan Corvel est venu. ")),
    "different names": (".txt", "", lambda n: f"{name(n)} est venu. "),
    "names in a list": (".txt", "", lambda n: f"{name(n)}, "),
    "one surname": (".txt", "", lambda n: f"{word(n).capitalize()} Corvel a parlé. "),
    "addressed surnames": (".txt", "", lambda n: f"Mme {word(n).capitalize()} et M. Roy. "),
    "chains of address": (".txt", "", always("Mme M. ")),
    "initials": (".txt", "", always("J. ")),
    "initials with names": (".txt", "", lambda n: f"J.-L. {word(n).capitalize()}, "),
    "capitals": (".txt", "", lambda n: f"{word(n).upper()} "),
    "capitalised words": (".txt", "", lambda n: f"{word(n).capitalize()} "),
    "roles with names": (".txt", "", lambda n: f"le ministre de la Mer, {name(n)}, a parlé. "),
    "roles in a list": (".txt", "", always("maire, député, ministre de la Mer, ")),
    "roles alone": (".txt", "Aslan Corvel, maire. ", always("Le maire a parlé. ")),
    "roles held by many": (
        ".txt",
        "",
        lambda n: f"{name(n)}, maire de {word(n)}, est venu. Le maire a parlé. ",
    ),
    "roles of one": (".txt", "", always("Aslan Corvel, maire, parle. Les maires et le maire. ")),
    "chairs": (
        ".txt",
        "",
        lambda n: f"Présidence de Mme {word(n % 40).capitalize()}\nMerci, madame la présidente.\n",
    ),
    "answers": (
        ".txt",
        "",
        always("M. Aslan Corvel. Merci, monsieur le député, vous parlez de la mer.\n"),
    ),
    "blanks after names": (".txt", "", always("Aslan Corvel" + " \u00a0" * 100)),
    "role of role": (".txt", "", always("ministre du président de la ")),
    "organisations": (".txt", "", lambda n: f"Le Syndicat {word(n).capitalize()} a signé. "),
    "acronyms": (".txt", "", lambda n: f"{word(n)[:5].upper()} (SNCF) "),
    "dates": (".txt", "", lambda n: f"le {n % 28 + 1} mars {1990 + n % 40}, "),
    "relative dates": (".txt", "", always("hier, demain, lundi prochain, ")),
    "ranges of years": (".txt", "", always("1992-1997-")),
    "years": (".txt", "", always("2024 ")),
    "hours": (".txt", "", always("18 h 30 ")),
    "day numbers": (".txt", "", always("1er, 2, 3 et ")),
    "roman numerals": (".txt", "", always("XVIIIe siècle, XIV, ")),
    "roman letters": (".txt", "", always("MDCLXVI")),
    "amounts": (".txt", "", lambda n: f"{n} millions d’euros, "),
    "amounts in sentences": (".txt", "", lambda n: f"Le budget est de {n} euros en 2024. "),
    "percentages": (".txt", "", lambda n: f"{n % 100},5 % contre "),
    "ranges of amounts": (".txt", "", always("de 10 à 15 % et ")),
    "numbers": (".txt", "", lambda n: f"{n} "),
    "numbers in threes": (".txt", "", always("123 456 ")),
    "numbers in words": (".txt", "", always("mille deux cent quarante-trois ")),
    "numbers with points": (".txt", "", always("1.234,")),
    "counts": (".txt", "", lambda n: f"{n % 900 + 2} logements, "),
    "sectors": (".txt", "", always("agriculture, industrie automobile, ")),
    "themes": (".txt", "", always("La santé et l’école. ")),
    "keywords": (".txt", "", lambda n: f"le {word(n)} de {word(n // 2)} {word(n // 3)}. "),
    "verbs": (".txt", "", always("il se le lui en donne et ")),
    "little words": (".txt", "", always("de la ")),
    "urls": (".txt", "", lambda n: f"https://exemple.fr/{word(n)}?a={n} "),
    "one long url": (".txt", "https://", always("exemple.fr/")),
    "emails": (".txt", "", lambda n: f"{word(n)}@exemple.fr "),
    "one long email": (".txt", "", always("a.b@")),
    "abbreviations": (".txt", "", always("art. L. 123-4, p. ex. cf. ")),
    "list": (".txt", "", lambda n: f"{n}. {word(n)} ;\n- {word(n + 1)}\n"),
    "labels": (".txt", "", lambda n: f"note-{n}: {word(n)} {word(n + 2)}\r\n"),
    "labels folded": (".txt", "", lambda n: f"note-{n}: {word(n)}\r\n suite\r\n"),
    "speakers": (".txt", "", lambda n: f"Mme {word(n % 40).capitalize()}. – Je réponds.\n"),
    "interview": (".txt", "", lambda n: f"{name(n)} : oui, {word(n)}.\n– Et vous ?\n"),
    "stage directions": (".txt", "", always("(Applaudissements à gauche.) ")),
    "stage directions unclosed": (".txt", "", always("(Applaudissements ")),
    "paragraphs": (".txt", "", lambda n: f"Le {word(n)} est à {word(n + 1)}.\n\n"),
    "short lines": (".txt", "", lambda n: f"{word(n)}\n"),
    "wrapped lines": (
        ".txt",
        "",
        lambda n: f"le {word(n)} de la ville est à voir dans le pays de\n",
    ),
    "hyphens at line ends": (".txt", "", lambda n: f"{word(n)}-\n"),
    "notes": (".txt", "", lambda n: f"politique{n % 90} du pays.\n{n % 90} Note.\n"),
    "contents": (".txt", "Sommaire\n", lambda n: f"{word(n)} ...... {n}\n"),
    "Markdown": (".md", "", lambda n: f"## {word(n)}\n\n* [{word(n)}](http://a.fr) **b** `c`\n\n"),
    "Markdown emphasis": (".md", "", always("*a _b ")),
    "Markdown links": (".md", "", always("[a](")),
    "Markdown quotes": (".md", "", always("> ")),
    "front matter": (".md", "---\n", lambda n: f"champ{n}: {word(n)}\n"),
    "HTML": (".html", "<html><body>", lambda n: f"<p>Le {word(n)} de <b>{name(n)}</b>.</p>\n"),
    "HTML flat": (".html", "<html><body><p>Le maire parle.", always("<br>a")),
    "HTML open tags": (".html", "<html><body><p>Le maire parle.</p>", always("<a <")),
    "HTML entities": (".html", "<html><body><p>", always("&eacute; ")),
    "CSV": (".csv", "id,text\n", lambda n: f"{n},Le {word(n)} de {name(n)} est venu.\n"),
    "CSV quotes": (".csv", 'id,text\n1,"', always('""')),
    "CSV fields": (".csv", "id,text\n1,Le maire parle", lambda n: f",{n}"),
    "JSONL": (
        ".jsonl",
        "",
        lambda n: json.dumps({"id": str(n), "text": f"Le {word(n)} de {name(n)} est venu."}) + "\n",
    ),
    "JSONL own fields": (
        ".jsonl",
        "",
        lambda n: json.dumps({"id": str(n), "text": "Le maire est venu.", f"champ{n}": n}) + "\n",
    ),
    "TEI": (
        ".xml",
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div>',
        lambda n: f'<u who="#p{n % 9}"><seg>Le {word(n)} de {name(n)}.</seg></u>\n',
    ),
    "RTF": (".rtf", "{\\rtf1 ", always("{\\b a} \\par ")),
}
CLOSINGS = {
    "front matter": "---\nLe maire parle.\n",
    "CSV quotes": '"\n',
    "TEI": "</div></body></text></TEI>",
    "RTF": "}",
}


def make(pattern: str, size: int) -> str:
    """The text of a pattern, of so many characters or a piece more."""
    _, text, piece = PATTERNS[pattern]
    pieces, length = [text], len(text)
    for number in count():
        if length >= size:
            return "".join(pieces) + CLOSINGS.get(pattern, "")
        pieces.append(piece(number))
        length += len(pieces[-1])
    raise AssertionError


def measure(pattern: str, sizes: list[int], megabytes: int) -> None:
    """Run a pattern at each size in this process, and print a line of figures after each."""
    limit = megabytes * 1_000_000
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    import hemicycle
    from hemicycle.annotation import loading as language

    # Loaded once: loading takes longer than most of the texts, and now a little more, now less.
    loaded = language.load()
    language.load = lambda components=None: loaded

    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        short = folder / "short.txt"
        short.write_text(SHORT)
        for number, size in enumerate((0, 0, *sizes)):
            source = short
            if size:
                source = folder / f"text{size}{PATTERNS[pattern][0]}"
                source.write_bytes(make(pattern, size).encode())
            output = folder / f"out{number}"
            _forget_peak()
            begin = time.process_time()
            report = hemicycle.run(
                source, output=output, keep_foreign=True, date="2026-01-02", layout="folders"
            )
            figures = {
                "time": time.process_time() - begin,
                "memory": _peak(),
                "output": sum(p.stat().st_size for p in output.rglob("*") if p.is_file()) / 1e6,
                "size": source.stat().st_size,
                "failures": len(report.failures) if hasattr(report, "failures") else 0,
            }
            print(json.dumps(figures), flush=True)


def _forget_peak() -> None:
    """Let the kernel count the peak of memory anew, where it can."""
    clear = Path("/proc/self/clear_refs")
    if clear.exists():
        clear.write_text("5")


def _peak() -> float:
    """Peak resident memory of this process, in MB."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(x for x in status.read_text().splitlines() if x.startswith("VmHWM"))
        return int(line.split()[1]) / 1000
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


Figures = list[dict[str, float]]


def in_process(pattern: str, options: argparse.Namespace) -> tuple[Figures, str]:
    """The figures of a pattern measured in a process, and how that ended if not well."""
    command = [sys.executable, __file__, "--measure", pattern, "--sizes", *map(str, options.sizes)]
    command += ["--megabytes", str(options.megabytes)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=options.seconds)
    except subprocess.TimeoutExpired as error:
        output = error.stdout or b""
        shown = output.decode() if isinstance(output, bytes) else output
        return _figures(shown), f"more than {options.seconds} s"
    failed = "" if done.returncode == 0 else (done.stderr.strip().splitlines() or ["ended"])[-1]
    return _figures(done.stdout), failed


def _figures(output: str) -> Figures:
    return [json.loads(line) for line in output.splitlines() if line.startswith("{")]


def exponents(figures: Figures) -> dict[str, float]:
    """The exponent of each quantity; 0 where it is too small to tell.

    Args:
        figures: those of the short text, of the smaller file and of the larger.
    """
    base, small, large = figures
    ratio = math.log(large["size"] / small["size"])
    found = {}
    for quantity, noise in NOISE.items():
        low = max(small[quantity] - base[quantity], noise / 4)
        high = large[quantity] - base[quantity]
        found[quantity] = math.log(high / low) / ratio if high > noise else 0.0
    return found


def least(rounds: list[Figures]) -> Figures:
    """The least of each quantity over rounds."""
    return [
        {key: min(figures[key] for figures in same) for key in same[0]}
        for same in zip(*rounds, strict=True)
    ]


def rows(options: argparse.Namespace) -> Iterator[tuple[bool, list[str]]]:
    """For each pattern whether it is worse than linear, and its row of the table."""
    for pattern in options.patterns or PATTERNS:
        rounds: list[Figures] = []
        while len(rounds) < ROUNDS:
            figures, failed = in_process(pattern, options)
            if failed or len(figures) < 4:
                yield True, [pattern, *[""] * 6, failed or "no figures"]
                break
            rounds.append(figures[1:])
            best = least(rounds)
            told = exponents(best)
            worse = [quantity for quantity, value in told.items() if value > WORST_EXPONENT]
            if worse and len(rounds) < ROUNDS:
                continue
            large = best[-1]
            cells = [
                cell
                for quantity, value in told.items()
                for cell in (f"{large[quantity]:,.1f}", f"{value:.2f}")
            ]
            note = ", ".join(worse)
            yield bool(worse), [pattern, *cells, note or ("refused" if large["failures"] else "")]
            break


def main() -> int:
    """Measure and print the table; 1 if anything is worse than linear."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("patterns", nargs="*", metavar="PATTERN", help="all of them by default")
    parser.add_argument("--sizes", nargs=2, type=int, default=[20_000, 80_000])
    parser.add_argument("--seconds", type=int, default=240, help="longest that a pattern may take")
    parser.add_argument("--megabytes", type=int, default=3000, help="most memory of a pattern")
    parser.add_argument("--measure", metavar="PATTERN", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if unknown := set(options.patterns) - set(PATTERNS):
        parser.error(
            f"no such pattern: {', '.join(sorted(unknown))}; they are: {', '.join(PATTERNS)}"
        )
    if options.measure:
        measure(options.measure, options.sizes, options.megabytes)
        return 0
    shown = ("pattern", "time", "^", "memory", "^", "output", "^", "worse than linear")
    table = Table(*shown, caption=f"files of {options.sizes[0]:,} and {options.sizes[1]:,} bytes")
    bad = 0
    console = Console(width=110)
    for worse, cells in rows(options):
        bad += worse
        table.add_row(*cells, style="red" if worse else "")
        if not console.is_terminal:
            print("\t".join(cells), file=sys.stderr, flush=True)
    console.print(table)
    console.print(f"{table.row_count} patterns, {bad} worse than linear.")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
