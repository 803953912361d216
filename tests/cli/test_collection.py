# SPDX-License-Identifier: GPL-3.0-or-later
"""The collection sheet of a signatory: what it asks, what is locked, and how it comes back."""
import re
import shutil
import subprocess
import unittest
import zipfile
from xml.etree import ElementTree

import cli
from cli import Case

NAMES = {prefix: f"urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0" for prefix in ("office", "table", "text", "style")}
OFFICE = shutil.which("soffice")
OBSERVATIONS, ENGAGEMENTS, RESOURCES = "copil:observations", "copil:engagements", "copil:resources"
VALUE, STATE, NOTE = 9, 10, 11
STATUS, PROGRESS, FOLLOWUP = 7, 8, 9


def name(prefixed):
    prefix, local = prefixed.split(":")
    return f"{{{NAMES[prefix]}}}{local}"


class Sheets:
    """The sheets of an .ods by the heading of their first column: rows by their key, cells by their column."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as package:
            self.parts = [(info, package.read(info)) for info in package.infolist()]
        self.tree = ElementTree.fromstring(dict((info.filename, data) for info, data in self.parts)["content.xml"])
        self.sheets = {}
        for table in self.tree.iter(name("table:table")):
            rows = {}
            for row in table.iter(name("table:table-row")):
                cells = []
                for cell in row:
                    count = int(cell.get(name("table:number-columns-repeated"), "1"))
                    cells += [cell] * min(count, 30)
                key = "".join(cells[0].itertext())
                if key:
                    rows[key] = cells
            self.sheets[next(iter(rows))] = (table, rows)

    def text(self, sheet, key, column):
        return "\n".join("".join(line.itertext()) for line in self.sheets[sheet][1][key][column].iter(name("text:p")))

    def fill(self, sheet, key, column, text, kind="string"):
        cell = self.sheets[sheet][1][key][column]
        for old in list(cell):
            cell.remove(old)
        for attribute in ("value", "value-type", "date-value"):
            cell.attrib.pop(name(f"office:{attribute}"), None)
        if text is None:
            return
        cell.set(name("office:value-type"), kind)
        if kind != "string":
            cell.set(name("office:value"), text)
        ElementTree.SubElement(cell, name("text:p")).text = text

    def is_open(self, sheet, key, column):
        return (self.sheets[sheet][1][key][column].get(name("table:style-name")) or "").endswith("_20_open")

    def write(self, path):
        with zipfile.ZipFile(path, "w") as package:
            for info, data in self.parts:
                package.writestr(info, ElementTree.tostring(self.tree) if info.filename == "content.xml" else data)
        return path


class Collection(Case):
    def setUp(self):
        super().setUp()
        self.path = self.example()
        self.sheet = self.folder / "collecte.ods"
        # The example's own choices aside: the UIMM supplies three indicators, one of them split, one on a scale.
        levels = "aucune\nquelques-unes\ntoutes"
        self.copil("import", "indicators", self.path, self.table("i.csv", [["id", "supplier", "split", "periodicity", "nature", "scale"]] + [
            [id, "UIMM" if id in (1, 5, 6) else "", "girls_boys" if id == 5 else "", "year", "scale" if id == 6 else "number",
             levels if id == 6 else ""] for id, in self.query(self.path, "SELECT id FROM indicator")]))
        self.copil("import", "resources", self.path, self.table("r.csv", [
            ["fiche", "name", "funder", "year", "planned", "spent"],
            [self.query(self.path, "SELECT label FROM fiche WHERE label > '' ORDER BY id")[0][0], "Bus", "UIMM", "2023", "1200", ""]]))

    def export(self, *more):
        self.copil("export", "collection", self.path, "--party", "UIMM", *more, "-o", self.sheet)
        return Sheets(self.sheet)

    def read(self, sheets, status=0, path=None):
        return self.copil("import", "collection", self.path, sheets.write(self.folder / "retour.ods"), status=status)

    def key(self, sheets, sheet, start, filled=False):
        """The first row whose key begins so, and whose first cell to fill is blank or not."""
        column = {OBSERVATIONS: VALUE, ENGAGEMENTS: STATUS, RESOURCES: 7}[sheet]
        return next(key for key in sheets.sheets[sheet][1] if key[0].isdigit() and key.startswith(start) and (sheets.text(sheet, key, column) != "") == filled)

    def test_asks_what_it_supplies(self):
        sheets = self.export()
        self.assertEqual(set(sheets.sheets), {"copil:collection:1", OBSERVATIONS, ENGAGEMENTS, RESOURCES})
        self.assertEqual({key.split(":")[0] for key in sheets.sheets[OBSERVATIONS][1]} - {"copil"}, {"1", "5", "6"})
        wanted = self.query(self.path, "SELECT CAST(engagement AS TEXT) FROM engagement_party JOIN engagement ON id = engagement"
                                       " WHERE party = 4 AND status <> 'abandoned'")
        self.assertEqual(set(sheets.sheets[ENGAGEMENTS][1]) - {ENGAGEMENTS}, {row[0] for row in wanted})
        for table, _ in sheets.sheets.values():
            self.assertEqual(table.get(name("table:protected")), "true")

    def test_known_cells_are_locked(self):
        sheets = self.export()
        known, missing = self.key(sheets, OBSERVATIONS, "1:", True), self.key(sheets, OBSERVATIONS, "1:")
        self.assertFalse(sheets.is_open(OBSERVATIONS, known, VALUE))
        self.assertTrue(sheets.is_open(OBSERVATIONS, missing, VALUE))
        self.assertNotEqual(sheets.text(OBSERVATIONS, known, 8), sheets.text(OBSERVATIONS, missing, 8))

    def test_same_bytes_and_schema(self):
        self.export()
        first = self.sheet.read_bytes()
        self.export()
        self.assertEqual(self.sheet.read_bytes(), first)

    def test_year(self):
        sheets = self.export("--year", "2022")
        self.assertEqual({key.split(":")[1][:4] for key in sheets.sheets[OBSERVATIONS][1] if key[0].isdigit()}, {"2022"})

    def test_untouched_changes_nothing(self):
        self.export()
        before = self.path.read_bytes()
        self.assertRegex(self.copil("import", "collection", self.path, self.sheet), "^0 .*0 ")
        self.assertEqual(self.path.read_bytes(), before)

    def test_percentages(self):
        """Calc makes a cell of percent of what is typed as "25,5 %": it is 25.5 where that is the unit, and refused elsewhere."""
        sheets = self.export()
        key, other = self.key(sheets, OBSERVATIONS, "5:"), self.key(sheets, OBSERVATIONS, "1:")
        part = next(key for key in sheets.sheets[OBSERVATIONS][1] if key.startswith("5:") and key.endswith(":filles"))
        for one in (key, part):
            sheets.fill(OBSERVATIONS, one, VALUE, "0.255", "percentage")
        self.read(sheets)
        self.assertEqual(self.query(self.path, "SELECT value FROM observation WHERE indicator = 5 AND date = ?", min(key.split(":")[1], cli.TODAY)), [(25.5,)])
        self.assertEqual(self.query(self.path, "SELECT s.value FROM split s JOIN observation o ON o.id = s.observation WHERE o.indicator = 5"
                                               " AND s.name = 'filles' ORDER BY s.id DESC LIMIT 1"), [(25.5,)])
        sheets.fill(OBSERVATIONS, other, VALUE, "0.255", "percentage")
        self.read(sheets, status=1)
        self.assertRegex(self.error, r"cell J\d+: .*percentage, but the unit is")

    def test_a_progress_out_of_proportion(self):
        sheets = self.export()
        key = self.key(sheets, OBSERVATIONS, "5:")
        sheets.fill(OBSERVATIONS, key, VALUE, "900", "float")
        before = self.path.read_bytes()
        self.read(sheets, status=1)
        self.assertRegex(self.error, r"Sheet “\w+”, cell J\d+: The progress of “Part des filles.*--confirm")
        self.assertEqual(self.path.read_bytes(), before)
        self.copil("import", "collection", self.path, self.folder / "retour.ods", "--confirm")
        self.assertEqual(self.query(self.path, "SELECT max(value) FROM observation WHERE indicator = 5"), [(900,)])

    def test_words_of_the_other_language(self):
        """A French sheet that comes back to an English session, and the other way round."""
        french = {"LC_ALL": "C.UTF-8", "LANGUAGE": "fr"}
        for made, read, state, status in ((french, {}, "Estimé", "Abandonné"), ({}, french, "Estimated", "Abandoned")):
            self.setUp()
            self.copil("export", "collection", self.path, "--party", "UIMM", "-o", self.sheet, env=made)
            sheets = Sheets(self.sheet)
            year, engagement = self.key(sheets, OBSERVATIONS, "1:"), self.key(sheets, ENGAGEMENTS, "", True)
            sheets.fill(OBSERVATIONS, year, VALUE, "51234.5", "float")
            sheets.fill(OBSERVATIONS, year, STATE, state)
            sheets.fill(ENGAGEMENTS, engagement, STATUS, status)
            self.copil("import", "collection", self.path, sheets.write(self.folder / "retour.ods"), env=read)
            self.assertEqual(self.query(self.path, "SELECT state FROM observation WHERE indicator = 1 AND date = ?", year.split(":")[1]), [("estimated",)])
            self.assertEqual(self.query(self.path, "SELECT status FROM engagement WHERE id = ?", engagement), [("abandoned",)])

    def fill(self, sheets):
        year = self.key(sheets, OBSERVATIONS, "1:")
        scale = self.key(sheets, OBSERVATIONS, "6:")
        split = next(key for key in sheets.sheets[OBSERVATIONS][1] if key.startswith("5:") and key.endswith(":filles"))
        engagement = self.key(sheets, ENGAGEMENTS, "", True)
        resource = str(self.query(self.path, "SELECT id FROM resource WHERE name = 'Bus'")[0][0])
        sheets.fill(OBSERVATIONS, year, VALUE, "51234.5", "float")
        sheets.fill(OBSERVATIONS, year, STATE, "Estimated")
        sheets.fill(OBSERVATIONS, year, NOTE, "Chiffre provisoire")
        sheets.fill(OBSERVATIONS, scale, VALUE, "toutes")
        sheets.fill(OBSERVATIONS, split, VALUE, "12", "float")
        sheets.fill(ENGAGEMENTS, engagement, STATUS, "Done")
        sheets.fill(ENGAGEMENTS, engagement, PROGRESS, "1", "percentage")
        sheets.fill(ENGAGEMENTS, engagement, FOLLOWUP, "Vu sur place")
        sheets.fill(RESOURCES, resource, 8, "1 150,5")
        return year, scale, split, engagement, resource

    def check_taken(self, keys):
        year, scale, split, engagement, resource = keys
        day = year.split(":")[1]
        self.assertEqual(self.query(self.path, "SELECT value, state, note FROM observation WHERE indicator = 1 AND date = ?", day),
                         [(51234.5, "estimated", "Chiffre provisoire")])
        self.assertEqual(self.query(self.path, "SELECT level, value FROM observation WHERE indicator = 6 AND date = ?", scale.split(":")[1]),
                         [("toutes", None)])
        self.assertEqual(self.query(self.path, "SELECT s.value FROM split s JOIN observation o ON o.id = s.observation WHERE o.indicator = 5"
                                               " AND s.name = 'filles' AND o.date BETWEEN ? AND ?", split.split(":")[1][:4], split.split(":")[1]), [(12,)])
        self.assertEqual(self.query(self.path, "SELECT status, progress, reviewed FROM engagement WHERE id = ?", engagement),
                         [("done", 100, cli.TODAY)])
        self.assertEqual(self.query(self.path, "SELECT text, author, date FROM followup WHERE engagement = ? ORDER BY id DESC LIMIT 1", engagement),
                         [("Vu sur place", "UIMM", cli.TODAY)])
        self.assertEqual(self.query(self.path, "SELECT planned, spent FROM resource WHERE id = ?", resource), [(1200, 1150.5)])

    def test_what_is_filled_is_taken(self):
        sheets = self.export()
        entries = self.query(self.path, "SELECT count(*) FROM journal")[0][0]
        keys = self.fill(sheets)
        self.read(sheets)
        self.check_taken(keys)
        self.assertEqual(self.query(self.path, "SELECT count(*) FROM journal")[0][0], entries + 1)
        before = self.path.read_bytes()
        self.read(sheets)
        self.assertEqual(self.path.read_bytes(), before, "read twice, it changes nothing more")
        self.copil("check", self.path)

    @unittest.skipUnless(OFFICE, "LibreOffice is not installed")
    def test_through_libreoffice(self):
        """Opened and saved by LibreOffice, filled, opened and saved again."""
        def save(path):
            out = self.folder / "office"
            subprocess.run([OFFICE, f"-env:UserInstallation=file://{self.folder}/profile", "--headless", "--convert-to", "ods:calc8",
                            "--outdir", out, path], check=True, capture_output=True, timeout=120,
                           env={**self.environment, "HOME": str(self.folder / "office-home"), "TMPDIR": str(self.folder)})
            return out / path.name
        self.export()
        self.assertRegex(self.copil("import", "collection", self.path, save(self.sheet)), "^0 .*0 ")
        sheets = Sheets(self.folder / "office" / self.sheet.name)
        keys = self.fill(sheets)
        self.copil("import", "collection", self.path, save(sheets.write(self.folder / "retour.ods")))
        self.check_taken(keys)

    def test_faults_name_the_cell(self):
        for sheet, start, column, text, kind, words in (
            (OBSERVATIONS, "1:", VALUE, "douze", "string", "douze"),
            (OBSERVATIONS, "6:", VALUE, "presque", "string", "aucune, quelques-unes, toutes"),
            (OBSERVATIONS, "1:", STATE, "plus tard", "string", "plus tard"),
            (ENGAGEMENTS, "", PROGRESS, "1.4", "percentage", "140"),
            (RESOURCES, "", 8, "beaucoup", "string", "beaucoup"),
        ):
            sheets = self.export()
            key = self.key(sheets, sheet, start, sheet != OBSERVATIONS)
            # Something that is right stands before it: it must not be taken either.
            sheets.fill(ENGAGEMENTS, self.key(sheets, ENGAGEMENTS, "", True), FOLLOWUP, "Vu")
            sheets.fill(sheet, key, column, text, kind)
            before = self.path.read_bytes()
            self.read(sheets, status=1)
            self.assertEqual(self.path.read_bytes(), before)
            letter = chr(ord("A") + column)
            self.assertRegex(self.error, rf"Sheet “\w+”, cell {letter}\d+: .*{re.escape(words)}")

    def test_conflict(self):
        """What the file says since is not overwritten; what the sheet says the same as then is no answer."""
        sheets = self.export()
        key = self.key(sheets, ENGAGEMENTS, "", True)
        other = next(k for k in sheets.sheets[ENGAGEMENTS][1] if k.isdigit() and k != key)
        self.copil("import", "engagements", self.path, self.table("m.csv", [["id", "progress"], [key, "77"], [other, "78"]]))
        sheets.fill(ENGAGEMENTS, key, PROGRESS, "0.99", "percentage")
        before = self.path.read_bytes()
        self.read(sheets, status=1)
        self.assertIn("77", self.error)
        self.assertEqual(self.path.read_bytes(), before)

    def test_blank_changes_nothing(self):
        sheets = self.export()
        for key in [key for key in sheets.sheets[ENGAGEMENTS][1] if key.isdigit()]:
            sheets.fill(ENGAGEMENTS, key, STATUS, None)
            sheets.fill(ENGAGEMENTS, key, PROGRESS, None)
        before = self.path.read_bytes()
        self.read(sheets)
        self.assertEqual(self.path.read_bytes(), before)

    def test_what_is_no_collection(self):
        self.export()
        self.copil("export", "engagements", self.path, "-o", "e.ods")
        self.copil("import", "collection", self.path, "e.ods", status=1)
        self.copil("import", "collection", self.path, self.write("x.ods", b"PK\3\4"), status=1)
        self.copil("import", "collection", self.path, "nowhere.ods", status=1)
        self.copil("import", "collection", self.path, self.table("t.csv", [["a"]]), status=1)
        other = self.folder / "other.copil"
        self.copil("new", other, "--title", "Autre")
        self.copil("import", "collection", other, self.sheet, status=1)
        self.assertIn("another convention", self.error)

    def test_rows_that_were_added_or_doubled(self):
        for change in (lambda rows, key: rows[key][0].find(name("text:p")).__setattr__("text", None),
                       lambda rows, key: rows[key][0].find(name("text:p")).__setattr__("text", next(k for k in rows if k.isdigit() and k != key)),
                       lambda rows, key: rows[key][0].find(name("text:p")).__setattr__("text", "123456")):
            sheets = self.export()
            change(sheets.sheets[ENGAGEMENTS][1], self.key(sheets, ENGAGEMENTS, "", True))
            self.read(sheets, status=1)
            self.assertIn("cell ", self.error)

    def test_calls(self):
        self.copil("export", "collection", self.path, "-o", "c.ods", status=2)
        self.copil("export", "engagements", self.path, "--party", "UIMM", "-o", "c.ods", status=2)
        self.copil("export", "collection", self.path, "--party", "Personne", "-o", "c.ods", status=1)
        self.assertIn("Personne", self.error)
        self.copil("new", "vide.copil", "--title", "Vide")
        self.copil("import", "parties", "vide.copil", self.table("p.csv", [["name", "short_name"], ["Association", "A"]]))
        self.copil("export", "collection", "vide.copil", "--party", "A", "-o", "c.ods", status=1)
        self.assertFalse((self.folder / "c.ods").exists())


if __name__ == "__main__":
    cli.main()
