# SPDX-License-Identifier: GPL-3.0-or-later
"""What is agreed is agreed on a text, and what was validated stays as it was validated."""
import sqlite3
import zipfile

import cli


class Agreed(cli.Case):
    def export(self, what, path, *options):
        out = self.folder / "out.odt"
        self.copil("export", what, path, *options, "-o", out)
        return out.read_bytes()

    def words(self):
        with zipfile.ZipFile(self.folder / "out.odt") as package:
            return package.read("content.xml").decode()

    def change(self, path, sql):
        with sqlite3.connect(path) as database:
            database.execute(sql)
        database.close()

    def test_a_validation_of_another_text(self):
        """It counts while the minutes say what they said, and no longer; and again once they say it again."""
        path = self.example("ecti")
        notes, = self.query(path, "SELECT notes FROM item WHERE id = 101")[0]
        changes = (
            ("items", ["id", "notes"], ["101", "Un autre texte"], ["101", notes]),
            ("decisions", ["id", "due"], ["101", "2030-01-01"], ["101", "2025-04-20"]),
            ("attendances", ["id", "state"], ["104", "absent"], ["104", "present"]),
            ("persons", ["id", "function"], ["11", "Ministre"],
             ["11", self.query(path, "SELECT function FROM person WHERE id = 11")[0][0]]),
            ("parties", ["id", "name"], ["1", "Un autre nom"], ["1", self.query(path, "SELECT name FROM party WHERE id = 1")[0][0]]),
        )
        self.export("minutes", path, "--id", "1")
        self.assertNotIn("Lapsed", self.words())
        for kinds, head, there, back in changes:
            with self.subTest(kinds=kinds):
                said = self.copil("import", kinds, path, self.table("t.csv", [head, there]))
                self.assertIn("lapsed validation: ECTI", said)
                self.export("minutes", path, "--id", "1")
                self.assertIn("Lapsed: given before the change of ", self.words())
                name, = self.query(path, "SELECT name FROM journal ORDER BY id DESC LIMIT 1")[0]
                self.assertIn("(lapsed validation: ECTI", name)
                self.copil("import", kinds, path, self.table("t.csv", [head, back]))
                self.export("minutes", path, "--id", "1")
                self.assertNotIn("Lapsed", self.words())
        for kinds, head, there in (("persons", ["id", "email"], ["11", "a@b.example"]),
                                   ("decisions", ["id", "status"], ["103", "done"]),
                                   ("items", ["meeting", "title"], ["2", "Un point de plus"])):
            self.assertNotIn("validation", self.copil("import", kinds, path, self.table("t.csv", [head, there])))

    def test_an_agreement_on_another_agenda(self):
        path = self.example()
        self.export("agenda", path, "--id", "5")
        self.assertNotIn("Lapsed", self.words())
        said = self.copil("import", "items", path, self.table("t.csv", [["meeting", "label", "title"], ["5", "0", "Un point de plus"]]))
        self.assertIn("lapsed agreement on the agenda: ", said)
        self.export("agenda", path, "--id", "5")
        self.assertEqual(self.words().count("Lapsed: given before the change of "), 2)
        # One that is imported is given on the agenda as it is.
        self.copil("import", "agreements", path, self.table("t.csv", [["meeting", "party", "date"], ["5", "Industrie", "2024-03-14"]]))
        self.export("agenda", path, "--id", "5")
        self.assertEqual(self.words().count("Lapsed"), 2)

    def test_validated_minutes_stay(self):
        path = self.example()
        documents = [(what, *options) for what in ("minutes", "decisions") for options in ((), ("--public",))]
        for meeting in "1", "2", "3":
            before = [self.export(what, path, "--id", meeting, *options) for what, *options in documents]
            self.copil("import", "persons", path, self.table("t.csv", [["id", "name", "function", "party"],
                                                                       ["11", "Une autre", "Autre fonction", "Industrie"]]))
            self.copil("import", "parties", path, self.table("t.csv", [["id", "name", "short_name", "representative"],
                                                                       ["1", "Un autre nom", "Autre", "Une autre"]]))
            self.copil("import", "decisions", path, self.table("t.csv", [["id", "status"], ["101", "abandoned"]]))
            self.assertEqual([self.export(what, path, "--id", meeting, *options) for what, *options in documents], before)
            self.assertEqual(self.copil("check", path), "OK\n")
            path = self.example()

    def test_what_is_not_kept(self):
        for sql, said in (
                ("DELETE FROM minutes_document WHERE type = 'decisions'", "these documents are not kept: Record of decisions;"),
                ("UPDATE meeting SET minutes = 'validated' WHERE id = 5", "their document is not kept"),
                ("UPDATE minutes_version SET data = NULL, sha256 = NULL, size = NULL", "their document is not kept")):
            with self.subTest(sql=sql):
                path = self.example()
                self.change(path, sql)
                self.assertIn(said, self.copil("check", path, status=1))

    def test_what_is_damaged(self):
        for table, what, options in (("minutes_version", "minutes", ()), ("minutes_document", "minutes", ("--public",)),
                                     ("minutes_document", "decisions", ())):
            with self.subTest(what=what, options=options):
                path = self.example()
                self.change(path, f"UPDATE {table} SET data = CAST (substr (data, 1, length (data) - 1) || x'7A' AS BLOB)")
                self.assertIn("is not the one that was kept", self.copil("check", path, status=1))
                self.copil("export", what, path, "--id", "1", *options, "-o", "no.odt", status=1)
                self.assertIn("not the one that was validated", self.error)
                self.assertFalse((self.folder / "no.odt").exists())


if __name__ == "__main__":
    cli.main()
