# SPDX-License-Identifier: GPL-3.0-or-later
"""Values that no person typed: texts that are no texts, dates out of all time, numbers without bounds. Every document
is written all the same or refused in one sentence, what is written can be read, and `check` says where it comes from."""
import sqlite3
import unicodedata
import xml.etree.ElementTree as xml
import zipfile

import cli

DOCUMENTS = [
    ("agenda", ".odt"), ("agenda", ".ics"), ("convocation", ".odt"), ("attendance", ".odt"), ("decisions", ".odt"), ("minutes", ".odt"),
    ("pack", ".odt"), ("fiche", ".odt"), ("followups", ".odt"), ("review", ".odt"), ("review", ".ods"), ("plan", ".odt"),
    ("evaluation", ".odt"), ("actions-summary", ".ods"), ("budget", ".ods"), ("financial", ".odt"), ("dashboard", ".svg"),
    ("dashboard", ".odt"), ("collection", ".ods"),
]


def is_legible(text):
    return not any(unicodedata.category(letter) in ("Cc", "Cn") and letter not in "\t\n\r" for letter in text)


class Values(cli.Case):
    def altered(self, *types, value):
        """An example in which every column of these declared types holds a value (SQL)."""
        path = self.example(to="altered.copil")
        database = sqlite3.connect(path)
        for (table,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'journal' AND name <> 'setting'").fetchall():
            for column in database.execute(f'PRAGMA table_info ("{table}")').fetchall():
                if self.is_of(table, column, types):
                    database.execute(f'UPDATE "{table}" SET "{column[1]}" = {value} WHERE "{column[1]}" IS NOT NULL')
        database.commit()
        database.close()
        return path

    def is_of(self, table, column, types):
        name, declared, key = column[1], column[2], column[5]
        date = declared == "TEXT" and (name in ("date", "due", "signed", "effective", "expires", "start", "received", "reviewed", "next_date") or name.endswith("_date"))
        if "DATE" in types:
            return date
        if "COUNT" in types:
            return name in ("duration_months", "notice_months", "meetings_per_year", "seats", "duration", "elapsed", "years", "year")
        return declared in types and not key

    def write_all(self, path):
        party = self.query(path, "SELECT min (id) FROM party")[0][0]
        written = 0
        for what, ending in DOCUMENTS + [(kind, ".csv") for kind in cli.KINDS] + [("engagements", ".ods")]:
            with self.subTest(what=what + ending):
                out = self.folder / ("out" + ending)
                out.unlink(missing_ok=True)
                more = ["--party", str(party)] if what == "collection" else []
                status = self.run_either(["export", what, path, *more, "-o", out])
                self.assertEqual(out.exists(), status == 0)
                if status == 0:
                    self.read(out)
                    written += 1
        for call in (["show", path], ["show", path, "--json"]):
            self.assertTrue(is_legible(self.copil(*call)))
        return written

    def run_either(self, words):
        """Status 0, or 1 with a sentence; nothing else."""
        try:
            self.copil(*words)
            return 0
        except AssertionError:
            self.copil(*words, status=1)
            return 1

    def read(self, out):
        if out.suffix in (".odt", ".ods"):
            with zipfile.ZipFile(out) as package:
                texts = [package.read(name).decode() for name in package.namelist() if name.endswith(".xml")]
        else:
            texts = [out.read_bytes().decode()]
        for text in texts:
            self.assertTrue(is_legible(text))
            if out.suffix != ".csv" and out.suffix != ".ics":
                xml.fromstring(text)

    def test_bytes_that_are_no_text(self):
        path = self.altered("TEXT", value="CAST (x'61ff80c3feedfacef09f62' AS TEXT)")
        self.assertGreater(self.write_all(path), 30)
        out = self.copil("check", path, status=1)
        self.assertIn("“Title” holds characters that cannot be read", out)

    def test_control_characters(self):
        path = self.altered("TEXT", value="'a' || char (1, 27, 8, 11, 12, 127, 133, 65534, 0, 9) || 'b'")
        self.assertGreater(self.write_all(path), 30)
        self.assertIn("holds characters that cannot be read", self.copil("check", path, status=1))

    def test_dates_out_of_all_time(self):
        for value in ("9999-12-31", "0001-01-01", "1899-12-31", "-999-12-31"):
            with self.subTest(value=value):
                path = self.altered("DATE", value=f"'{value}'")
                self.assertGreater(self.write_all(path), 30)
                out = self.copil("check", path, status=1)
                self.assertIn(f"“{value}” is not a value of “Signed on”", out)

    def test_dates_at_both_ends(self):
        for value in ("2200-12-31", "1900-01-01"):
            with self.subTest(value=value):
                path = self.altered("DATE", value=f"'{value}'")
                self.assertGreater(self.write_all(path), 30)
                self.copil("check", path)

    def test_a_convention_of_three_centuries(self):
        path = self.example(to="altered.copil")
        database = sqlite3.connect(path)
        database.execute("UPDATE convention SET signed = '1900-01-01', effective = NULL, expires = '2200-12-31', meetings_per_year = 1, notice_months = 1200")
        database.commit()
        database.close()
        self.assertGreater(self.write_all(path), 30)
        self.copil("check", path)

    def test_counts_without_bounds(self):
        for value in (2**63 - 1, -(2**63), 2**32 + 36):
            with self.subTest(value=value):
                path = self.altered("COUNT", value=value)
                self.assertGreater(self.write_all(path), 30)
                self.assertIn(f"“{value}” is not a value of “Duration”", self.copil("check", path, status=1))
                self.assertNotIn("2024-11-23", self.copil("show", path))

    def test_numbers_without_bounds(self):
        for value in ("9e999", "-1e300"):
            with self.subTest(value=value):
                path = self.altered("REAL", value=value)
                self.assertGreater(self.write_all(path), 30)

    def test_tables_are_asked_at_the_door(self):
        path = self.example()
        for kind, rows, word in (
            ("conventions", [["title", "duration_months"], ["X", "99999999999"]], "out of range"),
            ("engagements", [["text", "axis", "due"], ["Un", "4", "31/12/9999"]], "not a date"),
            ("engagements", [["text", "axis", "due"], ["Un", "4", "01/01/1899"]], "not a date"),
        ):
            with self.subTest(rows=rows):
                before = path.read_bytes()
                self.copil("import", kind, path, self.table("t.csv", rows), status=1)
                self.assertIn(word, self.error)
                self.assertEqual(path.read_bytes(), before)
        self.copil("import", "engagements", path, self.table("t.csv", [["text", "axis"], ["Un\x01\x1b deux\x0btrois", "4"]]))
        self.assertEqual(self.query(path, "SELECT text FROM engagement ORDER BY id DESC LIMIT 1"), [("Un deux trois",)])
        self.copil("check", path)


if __name__ == "__main__":
    cli.main()
