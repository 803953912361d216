# SPDX-License-Identifier: GPL-3.0-or-later
"""copil merge: two copies become one, a conflict is asked about."""
import json
import sqlite3

import cli


class Merge(cli.Case):
    def setUp(self):
        super().setUp()
        self.path = self.example()
        self.other = self.folder / "other.copil"
        self.other.write_bytes(self.path.read_bytes())

    def edit(self, path, text):
        rows = self.folder / "rows.csv"
        rows.write_text(text, encoding="utf-8")
        self.copil("import", "engagements", path, rows)
        rows.unlink()

    def note(self, path, id):
        with sqlite3.connect(path) as db:
            return db.execute("SELECT note, status FROM engagement WHERE id = ?", (id,)).fetchone()

    def ids(self):
        with sqlite3.connect(self.path) as db:
            return [id for (id,) in db.execute("SELECT id FROM engagement ORDER BY id LIMIT 2")]

    def test_both_sides(self):
        one, two = self.ids()
        self.edit(self.path, f"id,note\n{one},Ici\n")
        self.edit(self.other, f"id,note\n{two},Ailleurs\n")
        self.edit(self.other, f"id,status\n{one},done\n")
        before = self.other.read_bytes()
        told = self.copil("merge", self.path, self.other)
        self.assertIn("Import", told)
        self.assertEqual(self.other.read_bytes(), before)
        self.assertEqual(self.note(self.path, one), ("Ici", "done"))
        self.assertEqual(self.note(self.path, two)[0], "Ailleurs")
        merged = self.copil("show", self.path, "--json")
        self.assertIn("Nothing new", self.copil("merge", self.path, self.other))
        self.assertEqual(self.copil("show", self.path, "--json"), merged)
        self.copil("merge", self.other, self.path)
        self.assertEqual(self.copil("show", self.other, "--json"), merged)
        names = [entry["name"] for entry in json.loads(self.copil("history", self.path, "--json"))]
        self.assertTrue(any("Merge" in name for name in names))

    def test_conflict(self):
        one, _ = self.ids()
        self.edit(self.path, f"id,note\n{one},Ici\n")
        self.edit(self.other, f"id,note\n{one},Ailleurs\n")
        before = self.path.read_bytes()
        self.assertIn("“Ici” / “Ailleurs”", self.copil("merge", self.path, self.other, status=1))
        self.assertEqual(self.path.read_bytes(), before)
        self.copil("merge", self.path, self.other, "--ours")
        self.assertEqual(self.note(self.path, one)[0], "Ici")
        self.path.write_bytes(before)
        self.copil("merge", self.path, self.other, "--theirs")
        self.assertEqual(self.note(self.path, one)[0], "Ailleurs")

    def test_refused(self):
        before = self.path.read_bytes()
        self.copil("merge", self.path, self.example("cpme"), status=1)
        self.copil("merge", self.path, self.folder / "missing.copil", status=1)
        self.copil("merge", self.path, self.other, "--ours", "--theirs", status=2)
        self.copil("merge", self.path, status=2)
        self.assertEqual(self.path.read_bytes(), before)


if __name__ == "__main__":
    cli.main()
