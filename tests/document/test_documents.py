#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The documents of the examples: test_documents.py WRITE-DOCUMENTS FOLDER-OF-ODFCHECK EXAMPLE.copil ...
They are checked against the package rules and the schema, written twice, and LibreOffice reads them back. Exit status
77 where neither jing with the schema nor LibreOffice is there."""
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest
import zipfile

PROGRAM = os.path.abspath(sys.argv[1])
sys.path.insert(0, sys.argv[2])
EXAMPLES = {os.path.splitext(os.path.basename(path))[0]: os.path.abspath(path) for path in sys.argv[3:]}
del sys.argv[1:]

import model_fixture  # noqa: E402 (found in the folder given)
import odfcheck  # noqa: E402

OFFICE = shutil.which("soffice")
FOLDER = tempfile.TemporaryDirectory()
WRITTEN = {}
MODEL = model_fixture.letter(os.path.join(FOLDER.name, "model.ott"))


def written(example, *audience, day="2024-03-15", model=None):
    """The folder with all documents of an example, and their names; with a model, the text documents."""
    key = (example, audience, day, model)
    if key not in WRITTEN:
        folder = os.path.join(FOLDER.name, str(len(WRITTEN)))
        os.mkdir(folder)
        environment = dict(os.environ, COPIL_TODAY=day, **({"COPIL_TEST_MODEL": model} if model else {}))
        run = subprocess.run([PROGRAM, EXAMPLES[example], folder, *audience], check=True, env=environment,
                             capture_output=True, text=True)
        WRITTEN[key] = folder, run.stdout.split()
    return WRITTEN[key]


def states_of(path):
    """The states of the minutes in a convention's file."""
    database = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
    try:
        return [state for state, in database.execute("SELECT minutes FROM meeting")]
    finally:
        database.close()


def office(path, form):
    """What LibreOffice makes of a file, as text."""
    out = os.path.join(FOLDER.name, "office")
    subprocess.run([OFFICE, f"-env:UserInstallation=file://{FOLDER.name}/profile", "--headless", "--convert-to", form,
                    "--outdir", out, path], check=True, capture_output=True, timeout=120)
    stem = os.path.splitext(os.path.basename(path))[0]
    ending = form.split(":")[0]
    with open(os.path.join(out, f"{stem}.{ending}"), encoding="utf-8-sig") as file:
        return file.read()


def all_text(path):
    """Every word that is in a document: its XML parts and its drawings."""
    with zipfile.ZipFile(path) as package:
        return "\n".join(package.read(entry).decode("utf-8") for entry in package.namelist() if entry.endswith((".xml", ".svg")))


class Rules(unittest.TestCase):
    def test_faultless(self):
        """Every document of every example, for the members and for the public, with the organisation's model and without."""
        seen = {}
        for example in EXAMPLES:
            for audience in ((), ("public",)):
                for model in (None, MODEL):
                    folder, names = written(example, *audience, model=model)
                    for entry in names:
                        if entry.endswith((".odt", ".ods")):
                            path = os.path.join(folder, entry)
                            seen[path] = (example, audience, "model" if model else "plain", entry)
                            with self.subTest(seen[path]):
                                self.assertEqual(odfcheck.check(path, False), [])
                    found = {entry.split("-")[0] for entry in names if entry.endswith(".odt")}
                    wanted = {"agenda", "convocation", "attendance", "decisions", "corrections", "pack", "minutes", "annex"}
                    self.assertLessEqual(wanted, found, (example, audience, model))
        faults = odfcheck.check_schemas(seen)
        self.assertEqual({seen.get(path, path): lines[:3] for path, lines in faults.items()}, {})
        states = {state for path in EXAMPLES.values() for state in states_of(path)}
        self.assertLessEqual({"draft", "proposed", "validated"}, states, "the minutes are not in all their states")

    def test_same_bytes(self):
        """Nothing depends on the day but the dashboard, whose day is given, the plan and the final evaluation, which say what
        is late, and the deadlines: the same bytes three years later."""
        for model in (None, MODEL):
            first, names = written("uimm", model=model)
            second, _ = written("uimm", day="2027-01-31", model=model)
            self.assertGreater(len(names), 25)
            for entry in names:
                if entry.startswith(("plan", "final", "deadlines")):
                    continue
                with open(os.path.join(first, entry), "rb") as one, open(os.path.join(second, entry), "rb") as other:
                    self.assertEqual(one.read(), other.read(), (entry, model))

    def test_public(self):
        """The words of what is marked are in the members' documents, and in none for the public."""
        words = ("plateformes technologiques, dans les Campus", "montants à ne pas diffuser", "Soutien à deux plateformes",
                 "Participation financière en discussion")
        found = {}
        for audience in ((), ("public",)):
            folder, names = written("uimm", *audience)
            texts = [all_text(os.path.join(folder, entry)) for entry in names if entry.endswith((".odt", ".ods"))]
            found[audience] = [word for word in words if any(word in text for text in texts)]
        self.assertEqual(found[()], list(words))
        self.assertEqual(found[("public",)], [])


@unittest.skipUnless(OFFICE, "LibreOffice is not installed")
class Office(unittest.TestCase):
    def test_minutes(self):
        folder, _ = written("uimm")
        text = office(os.path.join(folder, "minutes-4.odt"), "txt:Text (encoded):UTF8")
        for words in ("12 December 2023", "139 rue de Bercy, Paris", "Claire Montfort", "1. Bilan de l’année 2023", "les outils de réalité virtuelle",
                      "2023-2-01", "Mettre fin aux stages hybrides", "31/12/2023", "11 June 2024"):
            self.assertIn(words, text)

    def test_convocations(self):
        """A page for each person, the chair being who signs."""
        folder, _ = written("uimm")
        path = os.path.join(folder, "convocation-5.odt")
        tree = odfcheck.ET.fromstring(office(path, "fodt").encode("utf-8"))
        breaks = [p for p in tree.iter(odfcheck.name("text:p")) if "".join(p.itertext()) == "" and "Page_20_break" in (p.get(odfcheck.name("text:style-name")) or "")]
        letters = [p for p in tree.iter(odfcheck.name("text:h")) if "".join(p.itertext()).startswith("Subject:")]
        self.assertGreater(len(letters), 8)
        self.assertEqual(len(breaks), len(letters) - 1)

    def test_pack(self):
        folder, _ = written("uimm")
        tree = odfcheck.ET.fromstring(office(os.path.join(folder, "pack-5.odt"), "fodt").encode("utf-8"))
        headings = ["".join(e.itertext()) for e in tree.iter(odfcheck.name("text:h")) if e.get(odfcheck.name("text:outline-level")) == "1"]
        for part in ("Agenda", "Attendance sheet", "Last decisions and what became of them", "Where the convention stands", "Deadlines before the next meeting"):
            self.assertIn(part, headings)

    def test_fiches(self):
        folder, _ = written("uimm")
        tree = odfcheck.ET.fromstring(office(os.path.join(folder, "fiche-0.odt"), "fodt").encode("utf-8"))
        headings = ["".join(e.itertext()) for e in tree.iter(odfcheck.name("text:h")) if e.get(odfcheck.name("text:outline-level")) == "1"]
        self.assertEqual(len(headings), 8)
        self.assertEqual(headings[0], "F1 – Classe en entreprise et stages de troisième")
        for table in tree.iter(odfcheck.name("table:table")):
            self.assertIsNotNone(table.find("table:table-header-rows", odfcheck.NAMESPACES))

    def test_engagements(self):
        folder, _ = written("uimm")
        tree = odfcheck.ET.fromstring(office(os.path.join(folder, "engagements.ods"), "fods").encode("utf-8"))
        rows = [["".join(cell.itertext()).strip() for cell in row] for row in tree.iter(odfcheck.name("table:table-row"))]
        filled = [row for row in rows if any(row)]
        self.assertEqual(len(filled), 67)
        self.assertEqual(filled[1][-1], "2101")
        self.assertEqual(filled[1][4], "Éducation nationale, Enseignement supérieur, Industrie, UIMM")
        self.assertIn("2022", filled[1])
        types = [cell.get(odfcheck.name("office:value-type")) for cell in list(tree.iter(odfcheck.name("table:table-cell")))]
        for kind in ("percentage", "date", "boolean", "float", "string"):
            self.assertIn(kind, types)


if __name__ == "__main__":
    if not OFFICE and not odfcheck.has_schema():
        print("neither LibreOffice nor jing with the schema is installed")
        sys.exit(77)
    unittest.main(verbosity=2)
