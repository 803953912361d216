# SPDX-License-Identifier: GPL-3.0-or-later
"""copil history, changes and search: what was done, what became of it, where a word stands."""
import json
import sqlite3

import cli


class History(cli.Case):
    def setUp(self):
        super().setUp()
        self.path = self.example()

    def edit(self, text):
        rows = self.folder / "rows.csv"
        rows.write_text(text, encoding="utf-8")
        self.copil("import", "engagements", self.path, rows)
        rows.unlink()

    def ids(self):
        with sqlite3.connect(self.path) as db:
            return [id for (id,) in db.execute("SELECT id FROM engagement WHERE status = 'in_progress' ORDER BY id LIMIT 2")]

    def test_history(self):
        self.assertEqual(json.loads(self.copil("history", self.path, "--json")), [])
        one, two = self.ids()
        self.edit(f"id,status,note\n{one},Réalisé,Fini en mars\n")
        self.edit(f"id,note\n{two},Rien de neuf\n")
        entries = json.loads(self.copil("history", self.path, "--json"))
        self.assertEqual([sorted(entry) for entry in entries], [["author", "name", "sentences", "time"]] * 2)
        self.assertGreaterEqual(entries[0]["time"], entries[1]["time"])
        self.assertEqual(len(entries[1]["sentences"]), 2)
        self.assertIn("status “in progress” → “done”", entries[1]["sentences"][0])
        only = json.loads(self.copil("history", self.path, "--id", str(one), "--json"))
        self.assertEqual(only, entries[1:])
        self.assertEqual(json.loads(self.copil("history", self.path, "--id", "99", "--json")), [])
        words = self.copil("history", self.path)
        self.assertIn("“done”", words)
        self.copil("history", self.path, "--id", "x", status=2)
        french = self.copil("history", self.path, "--json", env=self.french())
        self.assertIn("statut «\u00a0en cours\u00a0» → «\u00a0réalisé\u00a0»", french)

    def test_changes(self):
        one, two = self.ids()
        self.edit(f"id,status,due\n{one},Réalisé,\n{two},,2024-02-15\n")
        changes = json.loads(self.copil("changes", self.path, "--since", "2024-02-01", "--json"))
        became = {change["id"]: change["change"] for change in changes if change["kind"] == "engagement"}
        self.assertEqual(became[one], "done")
        self.assertEqual(became[two], "late")
        self.assertEqual(sorted(changes[0]), ["axis", "change", "id", "kind", "record", "sentences", "title"])
        # What was changed and changed back is no change.
        self.edit(f"id,status,due\n{one},En cours,\n")
        changes = json.loads(self.copil("changes", self.path, "--since", "2024-02-20", "--json"))
        self.assertNotIn("status", " ".join(" ".join(change["sentences"]) for change in changes if change["id"] == one))
        self.copil("changes", self.path, "--since", "mardi", status=2)
        self.assertIn("changes", self.copil("--help"))

    def test_search(self):
        hits = json.loads(self.copil("search", self.path, "--json", "OEUVRE"))
        self.assertTrue(hits)
        self.assertEqual(sorted(hits[0]), ["excerpt", "field", "id", "kind", "title"])
        self.assertTrue(all("œuvre" in hit["excerpt"].lower() or "oeuvre" in hit["excerpt"].lower() for hit in hits))
        without = json.loads(self.copil("search", self.path, "oeuvre", "-mise", "--json"))
        self.assertLess(len(without), len(hits))
        phrase = json.loads(self.copil("search", self.path, "mise en œuvre", "--json"))
        words = json.loads(self.copil("search", self.path, "œuvre", "mise", "en", "--json"))
        self.assertLessEqual(len(phrase), len(words))
        self.assertTrue(phrase)
        self.assertEqual(self.copil("search", self.path, "Zyrkonia"), "")
        self.assertEqual(json.loads(self.copil("search", self.path, "Zyrkonia", "--json")), [])
        self.copil("search", self.path, status=2)
        self.copil("search", self.path, "…", status=2)
        self.copil("search", self.path, "mot", "--fast", status=2)


if __name__ == "__main__":
    cli.main()
