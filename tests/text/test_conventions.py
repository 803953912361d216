# SPDX-License-Identifier: GPL-3.0-or-later
"""Made-up conventions of many makes, each with what a person reads in it: how much of that does `copil new --from` find?

    test_conventions.py COPIL FOLDER
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

import scoring

FOLDER = sys.argv.pop(2)
COPIL = os.path.abspath(sys.argv.pop(1))
LEAST = {"axes": 1, "measures": 1, "recall": 0.98, "precision": 0.98, "parties": 0.98, "facts": 1}  # shares of all of them together


class Conventions(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="copil-conventions-")
        self.addCleanup(shutil.rmtree, self.folder)

    def run_copil(self, *arguments):
        return subprocess.run([COPIL, *arguments], capture_output=True, text=True,
                              env=dict(os.environ, XDG_STATE_HOME=os.path.join(self.folder, "state"), LC_ALL="C.UTF-8", LANGUAGE="C"))

    def test_conventions(self):
        results, faults = [], []
        for name in sorted(os.listdir(FOLDER)):
            if name.endswith(".json"):
                continue
            made = os.path.join(self.folder, name + ".copil")
            got = self.run_copil("new", made, "--from", os.path.join(FOLDER, name))
            if name.endswith(".pdf") and "cannot read PDF" in got.stderr:
                continue
            self.assertEqual((got.returncode, got.stderr), (0, ""), name)
            data = json.loads(self.run_copil("show", made, "--json").stdout)
            with open(os.path.join(FOLDER, os.path.splitext(name)[0] + ".json"), encoding="utf-8") as file:
                gold = json.load(file)
            result = scoring.score(data, gold, lambda fault, name=name: faults.append(f"{name}: {fault}"))
            print(scoring.line(name, result), file=sys.stderr)
            self.assertEqual(sorted(scoring.party(p["short_name"] or p["name"]) for p in data["parties"]),
                             sorted(scoring.party(p["short"]) for p in gold["parties"]), name)
            results.append(result)
        self.assertGreaterEqual(len(results), 7)
        whole = scoring.total(results)
        said = "\n".join([scoring.line("all", whole), *faults])
        self.assertEqual(whole["extra"], 0, said)
        for key, least in LEAST.items():
            self.assertGreaterEqual(whole[key][0] / whole[key][1], least, f"{key}\n{said}")


if __name__ == "__main__":
    unittest.main()
