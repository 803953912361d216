# SPDX-License-Identifier: GPL-3.0-or-later
"""Actions and their beneficiaries, the budget and the financial report: the figures of the IPE are in the texts, and each
formula of the spreadsheets gives the same once LibreOffice has calculated it itself."""
import re
import shutil
import sqlite3
import subprocess
import xml.etree.ElementTree as ET
import zipfile

import cli

OFFICE = shutil.which("soffice")
NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
}
COUNTS = [2008, 24, 6025, 222471, 105607, 116864, 30974, 11091, 19883, 3533, 444]
# A cell with a formula, up to the formula; its result is what follows.
RESULT = re.compile(rb'(<table:table-cell[^>]*? table:formula="[^"]*")[^>]*>.*?</table:table-cell>', re.S)
MADE = [("actions-summary", ["--year", "2007"]), ("actions-summary", []), ("budget", []), ("financial", ["--year", "2007"])]


def name(words):
    prefix, local = words.split(":")
    return f"{{{NAMES[prefix]}}}{local}"


def plain(text):
    return " ".join(text.replace("\u00a0", " ").replace("\u202f", " ").split())


def grouped(number):
    return f"{number:,}".replace(",", " ")


class Money(cli.Case):
    def export(self, what, ending, *more, path=None, **keywords):
        out = self.folder / f"{what}{ending}"
        self.copil("export", what, path or self.example("ipe"), "-o", out, *more, **keywords)
        return out

    def paragraphs(self, path):
        with zipfile.ZipFile(path) as package:
            tree = ET.fromstring(package.read("content.xml"))
        return [plain("".join(node.itertext())) for node in tree.iter() if node.tag in (name("text:p"), name("text:h"))]

    def test_actions(self):
        said = self.paragraphs(self.export("actions-summary", ".odt", "--year", "2007", env=self.french()))
        for number in COUNTS:
            self.assertIn(grouped(number), said)
        self.assertTrue(any("1 815" in text and "2 008" in text for text in said), "the printed themes do not make the total")
        self.assertTrue(any("1 731" in text and "+16" in text for text in said), "the change on 2006")
        self.assertTrue(any(re.search(r"\b62 255$", text) and text != "62 255" for text in said), "a sum that is a minimum says so")

    def test_budget(self):
        said = self.paragraphs(self.export("budget", ".odt", env=self.french()))
        whole = "\n".join(said)
        self.assertEqual(said.count("7 760 000 €"), 2)
        for formula in ("48 × 4 × 33 000 € = 6 336 000 €", "55 × 4 × 4 200 € = 924 000 €"):
            self.assertIn(formula, whole)
        self.assertGreaterEqual(said.count("1 800 000 €"), 4)
        report = self.paragraphs(self.export("financial", ".odt", "--year", "2007", env=self.french()))
        self.assertIn("1 939 500 €", report)
        self.assertIn("1 924 000 €", report)

    def test_contradiction(self):
        """An amount that its formula does not make, and sides that do not balance, are told."""
        path = self.example("ipe")
        with sqlite3.connect(path) as database:
            database.execute("UPDATE budget_line SET planned = 6336001 WHERE quantity = 48")
        whole = "\n".join(self.paragraphs(self.export("budget", ".odt", path=path, env=self.french())))
        self.assertRegex(whole, "6 336 001 €.*48 × 4 × 33 000 € = 6 336 000 €")
        self.assertIn("7 760 001 €", whole)

    def test_same_bytes(self):
        for what, more in MADE:
            for ending in (".odt", ".ods"):
                with self.subTest(what=what, ending=ending):
                    first = self.export(what, ending, *more).read_bytes()
                    self.assertEqual(self.export(what, ending, *more).read_bytes(), first)

    def test_public(self):
        """What is marked is in nothing that is made for the public, nor in its sums."""
        path = self.example("ipe")
        with sqlite3.connect(path) as database:
            database.execute("UPDATE action SET title = 'Marque secrète', confidential = 1, theme = NULL WHERE number = 245")
            database.execute("UPDATE budget_line SET title = 'Marque secrète', confidential = 1 WHERE quantity = 55")
        for what, more in MADE:
            for ending in (".odt", ".ods"):
                with self.subTest(what=what, ending=ending):
                    public = " ".join(self.paragraphs(self.export(what, ending, "--public", *more, path=path)))
                    self.assertNotIn("secrète", public)
                    self.assertNotRegex(public, "924.?000|balance|less expenses", "what a side lacks is what the line comes to")
        whole = " ".join(self.paragraphs(self.export("budget", ".odt", path=path)))
        self.assertIn("secrète", whole)
        self.assertNotIn("55 × 4", " ".join(self.paragraphs(self.export("budget", ".odt", "--public", path=path))))

    def test_nothing(self):
        path = self.example("cpme")
        with sqlite3.connect(path) as database:
            database.executescript("DELETE FROM action; DELETE FROM budget_line;")
        for what in ("actions-summary", "budget", "financial"):
            self.copil("export", what, path, "-o", self.folder / "x.odt", status=1)
            self.assertFalse((self.folder / "x.odt").exists())
        self.copil("export", "budget", path, "--year", "2007", "-o", self.folder / "x.odt", status=2)

    def grid(self, data):
        """The cells of each sheet: (formula, number or text)."""
        sheets = []
        for table in ET.fromstring(data).iter(name("table:table")):
            rows = []
            for row in table.iter(name("table:table-row")):
                cells = []
                for cell in row:
                    if cell.tag not in (name("table:table-cell"), name("table:covered-table-cell")):
                        continue
                    number = cell.get(name("office:value"))
                    text = plain(" ".join("".join(p.itertext()) for p in cell.iter(name("text:p"))))
                    got = (cell.get(name("table:formula")), float(number) if number is not None else text)
                    cells += [got] * min(int(cell.get(name("table:number-columns-repeated"), "1")), 60)
                rows += [cells] * min(int(row.get(name("table:number-rows-repeated"), "1")), 5)
            sheets.append(rows)
        return sheets

    def recalculated(self, path):
        """The same as LibreOffice has it, from a copy whose formulas have lost their results."""
        copy = self.folder / "empty.ods"
        with zipfile.ZipFile(path) as source, zipfile.ZipFile(copy, "w") as target:
            for entry in source.infolist():
                data = source.read(entry)
                if entry.filename == "content.xml":
                    data = RESULT.sub(rb"\1/>", data)
                target.writestr(entry, data)
        run = subprocess.run([OFFICE, f"-env:UserInstallation=file://{self.folder}/profile", "--headless", "--convert-to", "fods",
                              "--outdir", self.folder / "office", copy], capture_output=True, timeout=180)
        self.assertEqual(run.returncode, 0, run.stderr)
        return self.grid((self.folder / "office" / "empty.fods").read_bytes())

    def test_formulas(self):
        if not OFFICE:
            self.skipTest("LibreOffice is not installed")
        for what, more in MADE:
            with self.subTest(what=what, more=more):
                path = self.export(what, ".ods", *more, env=self.french())
                with zipfile.ZipFile(path) as package:
                    ours = self.grid(package.read("content.xml"))
                theirs = self.recalculated(path)
                n = 0
                for s, sheet in enumerate(ours):
                    for r, row in enumerate(sheet):
                        for c, (formula, value) in enumerate(row):
                            if not formula:
                                continue
                            n += 1
                            self.assertIsInstance(value, float, (what, s, r, c, formula))
                            got = theirs[s][r][c][1]
                            self.assertIsInstance(got, float, (what, s, r, c, formula, got))
                            self.assertAlmostEqual(got, value, places=6, msg=(what, s, r, c, formula))
                self.assertGreater(n, 10)
                numbers = {value for sheet in theirs for row in sheet for _, value in row if isinstance(value, float)}
                wanted = {"actions-summary": {1731, *COUNTS} if not more else set(COUNTS), "budget": {7760000, 6336000, 924000},
                          "financial": {1939500, 1924000, 15500}}[what]
                self.assertLessEqual(wanted, numbers)


if __name__ == "__main__":
    cli.main()
