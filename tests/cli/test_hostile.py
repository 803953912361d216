# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that are not what they should be: one clear sentence, nothing changed, no crash."""
import os
import random
import shutil
import sqlite3
import subprocess

import cli


class Hostile(cli.Case):
    def setUp(self):
        super().setUp()
        self.rows = self.table("t.csv", [["text", "axis"], ["Un", "4"]])

    def calls(self, path):
        return [
            ["show", path], ["show", path, "--json"], ["check", path], ["import", "engagements", path, self.rows],
            ["export", "minutes", path, "-o", "x.odt"], ["export", "dashboard", path, "-o", "x.svg"], ["export", "engagements", path, "-o", "x.ods"],
        ]

    def refuse(self, path, *words):
        before = path.read_bytes() if path.is_file() else None
        for call in self.calls(path):
            with self.subTest(call=call[:2]):
                self.copil(*call, status=1)
                self.assertIn(path.name, self.error)
                for word in words:
                    self.assertIn(word, self.error)
        if before is not None:
            self.assertEqual(path.read_bytes(), before)
        self.assertEqual([entry.name for entry in self.folder.iterdir() if entry.name.startswith(("x.", path.name + "-"))], [])

    def test_missing(self):
        self.refuse(self.folder / "none.copil", "no such file")

    def test_folder(self):
        (self.folder / "folder.copil").mkdir()
        self.refuse(self.folder / "folder.copil", "folder")

    def test_pipe(self):
        os.mkfifo(self.folder / "pipe.copil")
        self.refuse(self.folder / "pipe.copil")

    def test_device(self):
        (self.folder / "device.copil").symlink_to("/dev/zero")
        self.refuse(self.folder / "device.copil")

    def test_links_in_a_circle(self):
        (self.folder / "a.copil").symlink_to("b.copil")
        (self.folder / "b.copil").symlink_to("a.copil")
        self.refuse(self.folder / "a.copil")

    def test_no_database(self):
        for i, data in enumerate((b"", b"x", b"Bonjour,\n" * 1000, b"SQLite format 3\0", b"SQLite format 3\0" + bytes(84), b"PK\3\4" + os.urandom(5000))):
            self.refuse(self.write(f"text{i}.copil", data))

    def test_another_programs_database(self):
        path = self.folder / "other.copil"
        with sqlite3.connect(path) as database:
            database.execute("CREATE TABLE convention (id INTEGER PRIMARY KEY, title TEXT)")
        self.refuse(path, "another program")

    def test_our_mark_on_another_structure(self):
        path = self.folder / "other.copil"
        with sqlite3.connect(path) as database:
            database.executescript("CREATE TABLE convention (id INTEGER PRIMARY KEY); PRAGMA application_id = 0x434F504C; PRAGMA user_version = 1")
        self.refuse(path)

    def altered(self, name, script):
        path = self.example(to=name)
        database = sqlite3.connect(path)
        database.executescript(script)
        database.close()
        return path

    def test_things_that_run(self):
        self.refuse(self.altered("trigger.copil", "CREATE TRIGGER t AFTER INSERT ON engagement BEGIN DELETE FROM party; END"))
        self.refuse(self.altered("view.copil", "CREATE VIEW v AS SELECT * FROM party"))
        self.refuse(self.altered("virtual.copil", "CREATE VIRTUAL TABLE v USING fts5 (t)"))
        self.refuse(self.altered("column.copil", "ALTER TABLE party ADD COLUMN more TEXT"))

    def test_newer(self):
        path = self.altered("newer.copil", "PRAGMA user_version = 99")
        before = path.read_bytes()
        self.copil("import", "engagements", path, self.rows, status=1)
        self.assertIn("newer", self.error)
        self.assertEqual(path.read_bytes(), before)
        for call in self.calls(path)[:2]:
            self.copil(*call)

    def test_truncated(self):
        whole = self.example().read_bytes()
        for size in (99, 100, 512, 4095, 4096, 8192, len(whole) // 2, len(whole) - 4096):
            self.refuse(self.write(f"cut{size}.copil", whole[:size]))

    def test_damaged_at_random(self):
        """Whatever it makes of them, it ends by itself and leaves them alone."""
        whole = self.example().read_bytes()
        chance = random.Random(20211123)
        refused = 0
        for i in range(40):
            data = bytearray(whole)
            for _ in range(chance.choice((1, 8, 200))):
                data[chance.randrange(100, len(data))] = chance.randrange(256)
            path = self.write("damaged.copil", bytes(data))
            for call in (["show", path, "--json"], ["check", path], ["show", path]):
                got = subprocess.run([cli.options.copil, *call], env=self.environment, cwd=self.folder, capture_output=True, timeout=cli.SECONDS)
                self.assertIn(got.returncode, (0, 1), got.stderr)
                refused += got.returncode
                if got.returncode:
                    self.assertEqual(got.stderr.count(b"\n"), 1, got.stderr)
                    got.stderr.decode()
                else:
                    self.assertEqual(got.stderr, b"")
            self.assertEqual(path.read_bytes(), bytes(data))
        self.assertGreater(refused, 10)

    def test_a_damaged_page_gives_the_whole_table_or_none(self):
        path = self.example()
        whole = path.read_bytes()
        self.copil("export", "engagements", path, "-o", "sound.csv")
        sound = (self.folder / "sound.csv").read_bytes()
        chance, refused = random.Random(20241123), 0
        for page in chance.sample(range(1, len(whole) // 4096), 15):
            path.write_bytes(whole[: page * 4096] + b"\x5a" * 4096 + whole[(page + 1) * 4096 :])
            (self.folder / "got.csv").write_text("before")
            got = subprocess.run([cli.options.copil, "export", "engagements", path, "-o", "got.csv"], env=self.environment, cwd=self.folder, capture_output=True, timeout=cli.SECONDS)
            self.assertIn(got.returncode, (0, 1), got.stderr)
            refused += got.returncode
            self.assertEqual((self.folder / "got.csv").read_bytes(), b"before" if got.returncode else sound)
        self.assertGreater(refused, 5)

    def test_faults_are_told(self):
        path = self.altered("faults.copil", "UPDATE engagement SET due = 'demain' WHERE id = 2101; UPDATE decision SET status = 'perdu'")
        out = self.copil("check", path, status=1)
        decisions = self.query(path, "SELECT count (*) FROM decision")[0][0]
        self.assertEqual(len(out.splitlines()), decisions + 1)
        self.assertIn("demain", out)
        self.assertIn(str(decisions + 1), self.error)

    def test_a_value_with_line_ends(self):
        path = self.altered("lines.copil", "UPDATE engagement SET due = 'a\nb\r\nc' WHERE id = 2101")
        self.assertEqual(len(self.copil("check", path, status=1).splitlines()), 1)

    def test_text_that_is_no_utf8(self):
        path = self.altered("bytes.copil", "UPDATE engagement SET text = CAST (x'41ff42c3' AS TEXT) WHERE id = 2101")
        self.assertIn(2101, self.engagements(path))
        self.copil("show", path)
        for call in self.calls(path)[4:]:
            self.copil(*call)

    def test_no_convention(self):
        path = self.altered("none.copil", "DELETE FROM convention")
        self.copil("check", path, status=1)
        for call in self.calls(path)[:2] + self.calls(path)[5:]:
            self.copil(*call)

    def test_names_of_files(self):
        for name in ("été – « essai ».copil", "a b;c'd\"e.copil", "-x.copil", "deux\nlignes.copil", "%s%n.copil"):
            path = self.folder / name
            shutil.copyfile(cli.options.examples / "uimm.copil", path)
            self.copil("check", path)
            self.copil("import", "engagements", path, self.rows)
            self.copil("export", "dashboard", path, "-o", str(path) + ".svg")
            self.copil("check", str(path) + ".svg", status=1)
        path = os.fsencode(self.folder) + b"/\xff\xfe.copil"
        shutil.copyfile(cli.options.examples / "uimm.copil", path)
        self.copil("check", path)
        self.copil("export", "engagements", path, "-o", path + b".ods")
        self.copil("check", path + b".ods", status=1)

    def test_read_only_folder(self):
        if os.geteuid() == 0:
            self.skipTest("root may write anywhere")
        path = self.example()
        path.chmod(0o444)
        self.folder.chmod(0o555)
        self.addCleanup(self.folder.chmod, 0o755)
        self.copil("show", path)
        self.copil("check", path)
        self.copil("new", self.folder / "a.copil", status=1)


if __name__ == "__main__":
    cli.main()
