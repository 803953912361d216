# SPDX-License-Identifier: GPL-3.0-or-later
"""How the program is called: verbs, options, help, exit statuses."""
import re
import subprocess
from pathlib import Path

import cli

VERBS = ["new", "show", "import", "export", "copy", "check"]


class Calls(cli.Case):
    def test_version(self):
        self.assertRegex(self.copil("--version"), r"\Acopil \d+\.\d+\.\d+\n\Z")

    def test_help_names_every_verb(self):
        words = self.copil("--help")
        for verb in VERBS:
            self.assertIn(f"copil {verb} ", words)
        self.assertIn("--from TEXT", words)
        self.assertEqual(words, self.copil("-h"))
        self.assertLessEqual(max(map(len, words.splitlines())), 80)

    def test_help_of_each_verb(self):
        for verb in VERBS:
            words = self.copil(verb, "--help")
            self.assertTrue(words.startswith(f"copil {verb} "), words)
            self.assertLessEqual(max(map(len, words.splitlines())), 80, verb)
            self.assertEqual(words, self.copil(verb, "FILE", "--help"))

    def test_every_document_is_told(self):
        """The help of export names what the catalogue has; the help page and README name the same."""
        words = self.copil("export", "--help")
        names = re.findall(r"^  ([a-z-]+) {2,}\.", words, re.M)
        self.assertGreater(len(names), 15)
        plurals = re.search(r"\n  ([a-z_, \n]+): \.ods, \.csv", words).group(1).replace("\n", " ").split(",")
        top = Path(__file__).resolve().parents[2]
        page = (top / "help/C/command-line.page").read_text(encoding="utf-8")
        told = set(re.findall(r"<input>([a-z_-]+)</input>", page[page.index("<title>What is exported</title>"):]))
        self.assertEqual(told, set(names) | {plural.strip() for plural in plurals})
        readme = (top / "README.md").read_text(encoding="utf-8")
        list_of_export = readme[readme.index("copil export WHAT"):readme.index("copil check FILE")]
        for name in names:
            self.assertRegex(list_of_export, rf"\b{name}\b")

    def test_help_in_french(self):
        words = self.copil("export", "--help", env={"LC_ALL": "C.UTF-8", "LANGUAGE": "fr"})
        self.assertNotEqual(words, self.copil("export", "--help"))
        self.assertLessEqual(max(map(len, words.splitlines())), 80)

    def test_wrong_calls(self):
        path = self.example()
        for words in [
            ["frobnicate"], ["frobnicate", path], ["--frobnicate"], ["--version", "x"], ["--help", "x"], ["-x"],
            ["new"], ["new", "a.copil", "b.copil"], ["new", "a.copil", "--from"], ["new", "a.copil", "--title"],
            ["new", "a.copil", "--title", "  "], ["new", "a.copil", "--title", b"\xff\xfe"],
            ["show"], ["show", path, "--xml"], ["show", path, path], ["show", "--json"],
            ["check"], ["check", path, "x"],
            ["import"], ["import", "engagements", path], ["import", "dragons", path, "t.csv"],
            ["import", "engagement", path, "t.csv"], ["import", "engagements", path, "t.xlsx"],
            ["export"], ["export", "minutes", path], ["export", "dragons", path, "-o", "x.odt"],
            ["export", "engagement", path, "-o", "x.ods"], ["export", "minutes", path, "-o", "x.pdf"],
            ["export", "minutes", path, "-o", "x"], ["export", "minutes", path, "-o", "odt"],
            ["export", "minutes", path, "--id", "one", "-o", "x.odt"], ["export", "minutes", path, "--id", "-3", "-o", "x.odt"],
            ["export", "dashboard", path, "--id", "3", "-o", "x.svg"], ["export", "engagements", path, "--id", "3", "-o", "x.ods"],
            ["export", "dashboard", path, "-o", "x.ods"], ["export", "engagements", path, "-o", "x.odt"],
            ["export", "fiche", path, "-o", "x.ods"], ["export", "fiches", path, "-o", "x.odt"],
        ]:
            with self.subTest(words=words):
                self.copil(*words, status=2)
                self.assertIn("--help", self.error)
        self.assertEqual(sorted(entry.name for entry in self.folder.iterdir()), ["tmp", "uimm.copil"])

    def test_wrong_calls_in_french(self):
        self.copil("show", status=2, env={"LC_ALL": "C.UTF-8", "LANGUAGE": "fr"})
        self.assertIn("copil show --help", self.error)

    def test_what_can_be_exported_is_said(self):
        self.copil("export", "dashboard", self.example(), "-o", "x.ods", status=2)
        for ending in (".svg", ".pdf", ".png"):
            self.assertIn(ending, self.error)

    def test_a_file_whose_name_is_a_verb_goes_to_the_window(self):
        got = subprocess.run(
            [cli.options.copil, "./new"], env=self.environment, cwd=self.folder, capture_output=True, timeout=cli.SECONDS,
            stdin=subprocess.DEVNULL,
        )
        self.assertNotEqual(got.returncode, 2, got.stderr)
        self.assertNotIn(b"copil new FILE", got.stderr)
        self.assertFalse((self.folder / "new").exists())

    def test_two_dashes_end_the_options(self):
        self.copil("new", "--title", "Un", "--", "--json")
        self.assertEqual(self.query(self.folder / "--json", "SELECT title FROM convention"), [("Un",)])
        self.assertIn("Un", self.copil("show", "--", "--json"))


class New(cli.Case):
    def test_title(self):
        self.copil("new", "a.copil", "--title", "Été – « essai »")
        self.assertEqual(self.show("a.copil")["convention"]["title"], "Été – « essai »")
        self.assertEqual(self.copil("check", "a.copil"), "OK\n")

    def test_title_from_the_name(self):
        self.copil("new", "Convention d’été.2024.copil")
        self.assertEqual(self.show("Convention d’été.2024.copil")["convention"]["title"], "Convention d’été.2024")

    def test_is_whole_at_once(self):
        self.copil("new", "a.copil")
        self.assertEqual(sorted(entry.name for entry in self.folder.iterdir()), ["a.copil", "tmp"])
        data = (self.folder / "a.copil").read_bytes()
        self.assertEqual(data[68:72], b"COPL")
        self.assertEqual(data[18:20], b"\1\1", "the file waits for a log beside it")

    def test_never_overwrites(self):
        path = self.write("a.copil", "precious")
        self.copil("new", path, status=1)
        self.assertEqual(path.read_text(), "precious")
        self.copil("new", self.folder, status=1)

    def test_a_folder_that_is_not_there(self):
        self.copil("new", "none/a.copil", status=1)
        self.assertIn("none/a.copil", self.error)


class Output(cli.Case):
    def test_full_disk(self):
        path = self.example()
        with open("/dev/full", "wb") as full:
            for words in (["show", path], ["show", path, "--json"], ["--help"], ["check", path]):
                self.copil(*words, status=1, stdout=full)

    def test_no_environment_at_all(self):
        path = self.example()
        got = subprocess.run([cli.options.copil, "check", path], env={}, capture_output=True, timeout=cli.SECONDS)
        self.assertEqual((got.returncode, got.stdout, got.stderr), (0, b"OK\n", b""))


if __name__ == "__main__":
    cli.main()
