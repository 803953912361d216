# SPDX-License-Identifier: GPL-3.0-or-later
"""`./run test` counts what meson logged: its last line and its exit status, on made-up logs."""
import json
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SCRIPT = re.search(r"^count\(\) \{.*?^\}$", Path(sys.argv.pop(1), "run").read_text(), re.S | re.M)[0]


def count(results):
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder, "testlog.json")
        if results is not None:
            log.write_text("".join(json.dumps({"name": "x", "result": result}) + "\n" for result in results))
        got = subprocess.run(["bash", "-c", SCRIPT + '\ncount "$1"', "count", str(log)], text=True, stdout=subprocess.PIPE)
        return got.stdout.splitlines()[-1], got.returncode


class Count(unittest.TestCase):
    def test_all_passed(self):
        self.assertEqual(count(["OK", "OK", "EXPECTEDFAIL"]), ("3 passed, 0 failed", 0))

    def test_skipped(self):
        self.assertEqual(count(["OK", "SKIP"]), ("1 passed, 0 failed, 1 skipped", 0))

    def test_every_other_result_is_a_failure(self):
        self.assertEqual(count(["OK", "FAIL", "TIMEOUT", "ERROR", "UNEXPECTEDPASS", "INTERRUPT"]), ("1 passed, 5 failed", 1))

    def test_no_log(self):
        self.assertEqual(count(None), ("0 passed, 1 failed", 1))


unittest.main()
