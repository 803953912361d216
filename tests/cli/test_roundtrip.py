# SPDX-License-Identifier: GPL-3.0-or-later
"""What is exported and imported again changes nothing, in any language, through any form, and also
after LibreOffice has saved it."""
import csv
import os
import shutil
import subprocess

import cli


class RoundTrip(cli.Case):
    def check_kinds(self, env, endings=(".ods", ".csv"), examples=cli.EXAMPLES, kinds=cli.KINDS):
        for name in examples:
            path = self.example(name)
            before = path.read_bytes()
            for kind in kinds:
                for ending in endings:
                    with self.subTest(example=name, kind=kind, ending=ending):
                        out = self.folder / f"{kind}{ending}"
                        self.copil("export", kind, path, "-o", out, env=env)
                        self.copil("import", kind, path, out, env=env)
                        self.assertEqual(path.read_bytes(), before)

    def test_in_english(self):
        self.check_kinds({})

    def test_in_french_words(self):
        self.check_kinds({"LC_ALL": "C.UTF-8", "LANGUAGE": "fr"})

    def test_figures(self):
        """The kinds that figures, fiches and the budget brought."""
        self.check_kinds({"LC_ALL": "C.UTF-8", "LANGUAGE": "fr"}, examples=("uimm", "ipe"), kinds=(
            "splits", "followups", "resources", "fiche_reviews", "fiche_documents", "themes", "actions", "budget_lines", "budget_amounts",
            "instalments", "review_texts", "mappings"))

    def test_in_a_french_office(self):
        self.check_kinds(self.french())

    def export_without(self, path, kind, *columns):
        self.copil("export", kind, path, "-o", "all.csv")
        with open(self.folder / "all.csv", encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
        kept = [i for i, name in enumerate(rows[0]) if name not in columns]
        self.assertEqual(len(kept), len(rows[0]) - len(columns))
        with open(self.folder / "some.csv", "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([row[i] for i in kept] for row in rows)
        return "some.csv"

    def test_into_an_empty_convention(self):
        """All of an example, kind by kind, gives the same convention again, but for what is reached in the program: a table
        cannot validate minutes."""
        for name in cli.EXAMPLES:
            with self.subTest(example=name):
                path = self.example(name)
                wanted = self.show(path)
                # All the fields there are, with those that are reached in the program only.
                del wanted["records"]
                for meeting in wanted["meetings"]:
                    meeting["minutes"] = "draft"
                other = self.folder / f"{name}-new.copil"
                self.copil("new", other)
                # What others refer to comes first: the convention names a signatory, a point may be about a fiche.
                first = ["parties", "conventions", "persons", "axes", "measures", "engagements", "fiches"]
                for kind in first + [kind for kind in cli.KINDS if kind not in first]:
                    left = {"fiches": ("Approved by the meeting", "Approved by the decision"),
                            "meetings": ("Minutes", "Minutes proposed on")}.get(kind, ())
                    if not left:
                        self.copil("export", kind, path, "-o", "t.ods")
                    self.copil("import", kind, other, self.export_without(path, kind, *left) if left else "t.ods")
                # A fiche names the decision that approved it, and a decision the fiche it is about: the fiches once more.
                self.copil("export", "fiches", path, "-o", "t.ods")
                self.copil("import", "fiches", other, "t.ods")
                shown = self.show(other)
                del shown["records"]
                self.assertEqual(shown, wanted)
                self.assertEqual(self.copil("check", other), "OK\n")

    def test_after_libreoffice(self):
        soffice = shutil.which("soffice")
        if soffice is None:
            self.skipTest("LibreOffice is not installed")
        path = self.example()
        before = path.read_bytes()
        (self.folder / "in").mkdir()
        for kind in ("engagements", "fiches", "meetings", "decisions", "indicators", "targets"):
            self.copil("export", kind, path, "-o", f"in/{kind}.ods")
        home = self.folder / "office"
        home.mkdir()
        for form in ("ods", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"):
            subprocess.run(
                [soffice, f"-env:UserInstallation=file://{home}/profile", "--headless", "--convert-to", form, "--outdir", "out",
                 *sorted(str(one) for one in (self.folder / "in").iterdir())],
                cwd=self.folder, env={**os.environ, "HOME": str(home)}, check=True, capture_output=True, timeout=240)
        for table in sorted((self.folder / "out").iterdir()):
            with self.subTest(table=table.name):
                self.copil("import", table.stem, path, table)
                self.assertEqual(path.read_bytes(), before)


if __name__ == "__main__":
    cli.main()
