# SPDX-License-Identifier: GPL-3.0-or-later
"""copil copy: with the history, and without a byte of it."""
import sqlite3
import zlib

import cli

SECRET = "Zyrkonia"


def told(path):
    """What the journal tells, unpacked."""
    with sqlite3.connect(path) as db:
        entries = db.execute("SELECT compressed, changeset FROM journal").fetchall()
    return b"\n".join(zlib.decompress(bytes) if form % 2 else bytes for form, bytes in entries)


class Copy(cli.Case):
    def setUp(self):
        super().setUp()
        self.path = self.example()

    def tell_and_delete(self):
        """An import that is typed over by another: its words are in the journal only."""
        rows = self.folder / "rows.csv"
        for words in (SECRET, "Plus rien"):
            with sqlite3.connect(self.path) as db:
                id = db.execute("SELECT min (id) FROM engagement").fetchone()[0]
            rows.write_text(f"id,note\n{id},{words}\n", encoding="utf-8")
            self.copil("import", "engagements", self.path, rows)
        rows.unlink()

    def test_with_history(self):
        self.tell_and_delete()
        self.copil("copy", self.path, "b.copil")
        copy = self.folder / "b.copil"
        self.assertEqual(self.copil("check", copy), "OK\n")
        self.assertEqual(self.copil("show", copy, "--json"), self.copil("show", self.path, "--json"))
        with sqlite3.connect(self.path) as a, sqlite3.connect(copy) as b:
            for table in ("journal", "setting"):
                self.assertEqual(*(db.execute(f"SELECT * FROM {table}").fetchall() for db in (a, b)))

    def test_without_history(self):
        self.tell_and_delete()
        before = self.path.read_bytes()
        self.assertTrue(SECRET.encode() in told(self.path))
        self.copil("copy", self.path, "b.copil", "--without-history")
        copy = self.folder / "b.copil"
        self.assertTrue(self.path.read_bytes() == before)
        self.assertFalse(SECRET.encode() in copy.read_bytes())
        self.assertTrue(b"Plus rien" in copy.read_bytes())
        self.assertEqual(told(copy), b"")
        self.assertEqual(self.copil("check", copy), "OK\n")
        self.assertEqual(self.copil("show", copy, "--json"), self.copil("show", self.path, "--json"))
        self.assertEqual(sorted(entry.name for entry in self.folder.iterdir()), ["b.copil", "tmp", "uimm.copil"])
        self.assertEqual(list(self.temporary.iterdir()), [])

    def test_refused(self):
        before = self.path.read_bytes()
        other = self.folder / "other.copil"
        other.write_bytes(b"something else")
        for words in ([], ["--without-history"]):
            self.copil("copy", self.path, other, *words, status=1)
            self.copil("copy", self.path, self.path, *words, status=1)
            self.copil("copy", other, "c.copil", *words, status=1)
            self.copil("copy", self.folder / "none.copil", "c.copil", *words, status=1)
            self.copil("copy", self.path, self.folder / "no" / "c.copil", *words, status=1)
        self.copil("copy", self.path, status=2)
        self.copil("copy", self.path, "c.copil", "d.copil", status=2)
        self.copil("copy", self.path, "c.copil", "--without", status=2)
        self.assertTrue(self.path.read_bytes() == before)
        self.assertEqual(other.read_bytes(), b"something else")
        self.assertEqual(sorted(entry.name for entry in self.folder.iterdir()), ["other.copil", "tmp", "uimm.copil"])


if __name__ == "__main__":
    cli.main()
