# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the command line share: the real binary in an environment that has no display, no
home and no language but the one asked for. Run a test by hand:
test_calls.py --copil build/src/copil --examples build/data/examples --locales build/po"""
import argparse
import csv
import io
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest
import zipfile
from pathlib import Path

EXAMPLES = ["uimm", "cpme", "ecti", "ipe", "france-industrie"]
KINDS = [
    "conventions", "parties", "persons", "axes", "measures", "engagements", "meetings", "attendances",
    "items", "fiches", "steps", "contributions", "decisions", "indicators", "targets", "observations",
    "splits", "themes", "actions", "budget_lines", "budget_amounts", "instalments", "followups", "resources", "fiche_reviews", "review_texts",
    "clauses", "events", "fulfilments", "articles", "amendments", "amended_articles", "authorisations", "terms", "disputes",
]
TODAY = "2024-03-01"
SECONDS = 60

options = None


def main():
    global options
    # The test's module imports this one by name; it is the same one.
    sys.modules["cli"] = sys.modules[__name__]
    parser = argparse.ArgumentParser()
    parser.add_argument("--copil", type=Path, required=True)
    parser.add_argument("--examples", type=Path, required=True)
    parser.add_argument("--locales", type=Path, required=True)
    options, rest = parser.parse_known_args()
    options.copil = options.copil.resolve()
    unittest.main(module="__main__", argv=[sys.argv[0], *rest])


class Case(unittest.TestCase):
    """A folder for the test, in which nothing but what it asked for may appear."""

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="copil-cli-test-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.temporary = self.folder / "tmp"
        self.temporary.mkdir()
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.folder / "no-home"),
            "TMPDIR": str(self.temporary),
            "COPIL_TODAY": TODAY,
            "COPIL_LOCALEDIR": str(options.locales),
            "G_DEBUG": "fatal-criticals",
            "LC_ALL": "C",
        }
        for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"):
            if name in os.environ:
                self.environment[name] = os.environ[name]

    def french(self):
        """The words and forms of a French office, where the system can make that locale."""
        folder = self.folder / "locale"
        folder.mkdir(exist_ok=True)
        try:
            made = subprocess.run(["localedef", "-i", "fr_FR", "-f", "UTF-8", str(folder / "fr_FR.UTF-8")], capture_output=True)
        except FileNotFoundError:
            self.skipTest("there is no localedef to make the French locale with")
        if not (folder / "fr_FR.UTF-8").is_dir():
            self.skipTest(f"the French locale cannot be made: {made.stderr}")
        return {"LOCPATH": str(folder), "LC_ALL": "fr_FR.UTF-8", "LANGUAGE": "fr"}

    def copil(self, *words, status=0, env=None, stdout=subprocess.PIPE):
        """Runs it; checks the exit status, and that it speaks on standard error as the contract says."""
        got = subprocess.run(
            [str(options.copil), *words], env={**self.environment, **(env or {})}, cwd=self.folder,
            stdin=subprocess.DEVNULL, stdout=stdout, stderr=subprocess.PIPE, timeout=SECONDS,
        )
        out = got.stdout.decode() if got.stdout is not None else ""
        error = got.stderr.decode()
        self.assertEqual(got.returncode, status, f"{words}: {error}")
        if status == 0:
            self.assertEqual(error, "", words)
        else:
            self.assertEqual(error.count("\n"), 1, f"{words}: {error}")
            self.assertTrue(error.startswith("copil: "), error)
            self.assertTrue(error.endswith("\n"), error)
        if status == 2:
            self.assertEqual(out, "", words)
        self.assertFalse((self.folder / "no-home").exists(), "a home folder was made")
        self.assertEqual(os.listdir(self.temporary), [], f"{words}: something was left behind")
        self.output, self.error = out, error
        return out

    def example(self, name="uimm", to=None):
        """A copy of an example."""
        path = self.folder / (to or f"{name}.copil")
        shutil.copyfile(options.examples / f"{name}.copil", path)
        return path

    def show(self, path, **more):
        return json.loads(self.copil("show", path, "--json", **more))

    def write(self, name, text):
        path = self.folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def table(self, name, rows, separator=","):
        """A .csv from rows."""
        text = io.StringIO(newline="")
        csv.writer(text, delimiter=separator).writerows(rows)
        return self.write(name, text.getvalue())

    def sheet(self, name, content):
        """An .ods from what stands inside its first sheet."""
        names = " ".join(
            f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0"' for prefix in ("office", "table", "text")
        )
        return self.package(
            name,
            f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {names} office:version="1.3"><office:body>'
            f'<office:spreadsheet><table:table table:name="Feuille1">{content}</table:table><table:table table:name="Feuille2">'
            "<table:table-row><table:table-cell><text:p>second</text:p></table:table-cell></table:table-row></table:table>"
            "</office:spreadsheet></office:body></office:document-content>",
        )

    def package(self, name, content):
        path = self.folder / name
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            package.writestr("content.xml", content)
        return path

    def query(self, path, sql, *parameters):
        """What stands in the file, read without the program."""
        with sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True) as database:
            return database.execute(sql, parameters).fetchall()

    def engagements(self, path):
        """All engagements of the JSON by their id, with their axis and measure."""
        found = {}
        for axis in self.show(path)["axes"]:
            for measure in axis["measures"]:
                for engagement in measure["engagements"]:
                    found[engagement["id"]] = {**engagement, "axis": axis["id"], "measure": measure["id"]}
        return found


def cell(text):
    return f"<table:table-cell><text:p>{text}</text:p></table:table-cell>"


def row(*cells, more=""):
    return f"<table:table-row{more}>{''.join(cells)}</table:table-row>"
