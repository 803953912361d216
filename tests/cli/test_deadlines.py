# SPDX-License-Identifier: GPL-3.0-or-later
"""copil deadlines: the days that clauses and records impose, in words, as JSON and for calendars."""
import json

import cli


class Deadlines(cli.Case):
    def listed(self, path, *words):
        return json.loads(self.copil("deadlines", path, *words, "--json"))

    def test_list(self):
        path = self.example()
        listed = self.listed(path)
        self.assertEqual(sorted(listed[0]), ["article", "date", "source", "state", "title"])
        self.assertEqual([each["date"] for each in listed], sorted(each["date"] for each in listed))
        self.assertEqual({each["state"] for each in listed}, {"past", "due", "done"})
        self.assertIn("2024-11-23", [each["date"] for each in listed if each["source"] == "convention"])
        later = self.listed(path, "--on", "2030-01-01")
        self.assertNotIn("due", {each["state"] for each in later})
        self.assertIn("2024-11-23", self.copil("deadlines", path))
        self.copil("deadlines", path, "--on", "hier", status=2)

    def test_tacit_renewal(self):
        path = self.example()
        rows = self.folder / "rows.csv"
        rows.write_text("id;renewal;notice_months\n1;tacit;3\n", encoding="utf-8")
        self.copil("import", "conventions", path, rows)
        days = {each["title"]: each["date"] for each in self.listed(path, "--on", "2025-06-01") if each["source"] == "convention"}
        self.assertEqual(days["End of the period, then tacit renewal"], "2025-11-23")
        self.assertEqual(days["Last day to oppose the tacit renewal"], "2025-08-23")
        shown = json.loads(self.copil("show", path, "--json", env={"COPIL_TODAY": "2025-06-01"}))
        self.assertEqual(shown["convention"]["expires"], "2025-11-23")
        rows.write_text("id;renewal_months;renewal_times\n1;36;1\n", encoding="utf-8")
        self.copil("import", "conventions", path, rows)
        last = {each["title"]: each["date"] for each in self.listed(path, "--on", "2030-06-01") if each["source"] == "convention"}
        self.assertEqual(last["End of the convention"], "2027-11-23")

    def test_calendar(self):
        path = self.example()
        out = self.folder / "dates.ics"
        self.copil("deadlines", path, "--ics", out)
        first = out.read_bytes()
        self.copil("deadlines", path, "--ics", out)
        self.assertEqual(out.read_bytes(), first)
        lines = first.decode("utf-8").split("\r\n")
        self.assertEqual(lines.count("BEGIN:VEVENT"), len(self.listed(path)))
        uids = [line for line in lines if line.startswith("UID:")]
        self.assertEqual(len(set(uids)), len(uids))
        self.assertTrue(all(len(line.encode()) <= 75 for line in lines))
        self.assertIn("BEGIN:VALARM", lines)


if __name__ == "__main__":
    cli.main()
