# SPDX-License-Identifier: GPL-3.0-or-later
"""The bilan annuel of the IPE: the figures that the association printed for 2007 are in the text, and in the tables once
LibreOffice has calculated them itself."""
import re
import shutil
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
COUNTS = {"actions": 2008, "academies": 24, "schools": 6025, "young": 222471, "girls": 105607, "boys": 116864,
          "staff": 30974, "women": 11091, "men": 19883, "companies": 3533, "organisations": 444}
# A cell with a formula, up to the formula; its result is what follows.
RESULT = re.compile(rb'(<table:table-cell[^>]*? table:formula="[^"]*")[^>]*>.*?</table:table-cell>', re.S)
THEMES = [175, 245, 200, 76, 63, 214, 228, 188, 144, 88, 89, 44, 61]


def name(words):
    prefix, local = words.split(":")
    return f"{{{NAMES[prefix]}}}{local}"


def plain(text):
    return " ".join(text.replace("\u00a0", " ").replace("\u202f", " ").split())


def grouped(number):
    return f"{number:,}".replace(",", " ")


class Review(cli.Case):
    def export(self, what, ending, *more, example="ipe", **keywords):
        out = self.folder / f"{what}{ending}"
        self.copil("export", what, self.example(example), "-o", out, *more, **keywords)
        return out

    def paragraphs(self, path):
        """The paragraphs and headings of a text, and the cells of its tables, each as one string."""
        with zipfile.ZipFile(path) as package:
            tree = ET.fromstring(package.read("content.xml"))
        return [plain("".join(node.itertext())) for node in tree.iter() if node.tag in (name("text:p"), name("text:h"))]

    def test_text(self):
        said = self.paragraphs(self.export("review", ".odt", "--year", "2007", env=self.french()))
        whole = "\n".join(said)
        for number in COUNTS.values():
            self.assertIn(grouped(number), whole)
        # The cells of the tables, not parts of other numbers.
        for number in ["53", "639,8", "24", "6 025", *map(str, THEMES)]:
            self.assertIn(number, said)
        self.assertTrue(any(text.startswith("193 (") for text in said), "the fourteenth theme is an estimate")
        self.assertRegex(whole, r"2 008 [^\n]*1 731 [^\n]*\+16 ?%")
        self.assertIn("2 008 − 1 815 = 193", whole)
        self.assertEqual(sum(THEMES), 1815)
        # What does not add up is said: thirteen rows tell no number of schools.
        self.assertRegex(whole, r"227 [^\n]*6 025")

    def test_last_year(self):
        """Without a year, that of a convention that ended in 2011 is 2011, as in the window."""
        said = self.paragraphs(self.export("review", ".odt", env=self.french()))
        self.assertIn("Bilan annuel 2011", said)
        with zipfile.ZipFile(self.export("review", ".ods", env=self.french())) as package:
            self.assertIn("Bilan annuel 2011", package.read("meta.xml").decode())

    def test_another_year(self):
        """The figures of a year are in no table of another's."""
        cells = self.paragraphs(self.export("review", ".odt", "--year", "2009", env=self.french()))
        self.assertIn("1 800 000 €", cells)
        self.assertEqual([text for text in cells if text in ("222 471", "30 974", "639,8", "175")], [])

    def test_same_bytes(self):
        for what in ("review", "plan", "evaluation"):
            for ending in (".odt", ".ods"):
                with self.subTest(what=what, ending=ending):
                    first = self.export(what, ending).read_bytes()
                    self.assertEqual(self.export(what, ending).read_bytes(), first)

    def test_public(self):
        """What is marked is nowhere in what is made for the public."""
        path = self.example("uimm")
        marked = [text for text, in self.query(
            path, "SELECT text FROM engagement WHERE confidential = 1")]
        self.assertTrue(marked)
        whole = plain(" ".join(self.paragraphs(self.export("review", ".odt", example="uimm"))))
        public = [plain(" ".join(self.paragraphs(self.export(what, ".odt", "--public", example="uimm"))))
                  for what in ("review", "plan", "evaluation")]
        for text in marked:
            self.assertIn(plain(text), whole)
            for words in public:
                self.assertNotIn(plain(text), words)

    def without_results(self, path):
        """A copy whose formulas have lost their results: what is there afterwards was calculated by the reader."""
        copy = path.with_name("empty.ods")
        n = 0
        with zipfile.ZipFile(path) as source, zipfile.ZipFile(copy, "w") as target:
            for entry in source.infolist():
                data = source.read(entry)
                if entry.filename == "content.xml":
                    data, n = RESULT.subn(rb"\1/>", data)
                target.writestr(entry, data)
        self.assertGreater(n, 20)
        return copy

    def tables(self, path):
        """The cells of each sheet as LibreOffice has them: numbers as numbers, the rest as text."""
        out = self.folder / "office"
        run = subprocess.run([OFFICE, f"-env:UserInstallation=file://{self.folder}/profile", "--headless", "--convert-to", "fods",
                              "--outdir", out, path], capture_output=True, timeout=180)
        self.assertEqual(run.returncode, 0, run.stderr)
        tree = ET.parse(out / f"{path.stem}.fods")
        return [[self.cells(row) for row in table.iter(name("table:table-row"))] for table in tree.iter(name("table:table"))]

    def cells(self, row):
        values = []
        for cell in row.iter(name("table:table-cell")):
            times = min(int(cell.get(name("table:number-columns-repeated"), "1")), 30)
            number = cell.get(name("office:value"))
            text = plain(" ".join("".join(p.itertext()) for p in cell.iter(name("text:p"))))
            values += [float(number) if number is not None else text] * times
        return values

    def test_tables(self):
        if not OFFICE:
            self.skipTest("LibreOffice is not installed")
        made = self.export("review", ".ods", "--year", "2007", env=self.french())
        tables = self.tables(self.without_results(made))

        def starting(words):
            return next(row for table in tables for row in table if row and row[0] == words)

        themes = next(table for table in tables if any(row and row[0] == "1 · Stages" for row in table))
        first = next(i for i, row in enumerate(themes) if row and row[0] == "1 · Stages")
        self.assertEqual([row[1] for row in themes[first:first + 14]], [*THEMES, 193])
        total, declared, rest = themes[first + 14:first + 17]
        self.assertEqual(total[1], 2008)
        self.assertEqual(total[4], 62255)
        self.assertEqual(declared[1:12], list(COUNTS.values()))
        self.assertEqual((rest[1], rest[4]), (0, 222471 - 62255))
        engineers, actions, months = map(starting, ("Ingénieurs pour l’école", "Actions mises en œuvre", "Mois d’activité"))
        self.assertEqual(engineers[4], 53)
        self.assertEqual(months[4], 639.8)
        self.assertEqual(actions[3:5], [1731, 2008])
        self.assertEqual(round(actions[5], 2), 0.16)
        # The budget: what came in, what was spent, and what is left of it.
        numbers = {value for table in tables for row in table for value in row if isinstance(value, float)}
        self.assertLessEqual({1939500, 1924000, 15500}, numbers)
        # No formula fails.
        self.assertEqual([value for table in tables for row in table for value in row
                          if isinstance(value, str) and re.match(r"(Err:|#)", value)], [])


if __name__ == "__main__":
    cli.main()
