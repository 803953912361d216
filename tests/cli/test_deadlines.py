# SPDX-License-Identifier: GPL-3.0-or-later
"""copil deadlines: the days that clauses and records impose, in words, as JSON and for calendars."""
import json
import pathlib

import cli


class Deadlines(cli.Case):
    def listed(self, path, *words):
        return json.loads(self.copil("deadlines", path, *words, "--json"))

    def test_list(self):
        path = self.example()
        listed = self.listed(path)
        self.assertEqual(sorted(listed[0]), ["article", "date", "note", "reckoning", "source", "state", "title"])
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

    def test_known_answers(self):
        """What a jurist finds in the five conventions, each with how it is found."""
        def days(name, on):
            return {(each["date"], each["article"]): each for each in self.listed(self.example(name), "--on", on)
                    if each["source"] in ("convention", "clause")}
        found = days("ecti", "2025-06-01")[("2028-12-27", "11")]
        self.assertEqual(found["reckoning"], "27/06/2029 (expiry, article 11) − 6 months = 27/12/2028")
        self.assertEqual(found["state"], "due")
        found = days("ecti", "2025-06-01")[("2029-06-27", "11")]
        self.assertEqual(found["reckoning"], "27/06/2024 (day of effect) + 5 years = 27/06/2029")
        self.assertEqual(days("uimm", "2024-03-15")[("2024-11-23", "10")]["note"], "a Saturday")
        self.assertEqual(days("ipe", "2008-03-15")[("2010-06-30", "9")]["state"], "due")
        accounts = [each["reckoning"] for each in self.listed(self.example("ipe"), "--on", "2008-03-15") if each["date"] == "2009-06-30"]
        self.assertIn("31/12/2008 (end of the fiscal year) + 6 months = 30/06/2009; or before 01/07/2009, that is by 30/06/2009;"
                      " the earlier of both counts", accounts)
        self.assertEqual(days("cpme", "2018-03-15")[("2020-10-22", "3.4")]["source"], "clause")
        self.assertIn("dresse", json.dumps(json.loads(self.copil("show", self.example("france-industrie"), "--json"))["clauses"],
                                           ensure_ascii=False))
        self.assertEqual(days("france-industrie", "2018-10-01")[("2019-09-10", "7")]["state"], "due")

    def test_every_deadline(self):
        """All that the clauses of the examples set, on three days: before, within and after the convention."""
        wanted = (pathlib.Path(__file__).parent.parent / "fixtures" / "deadlines.tsv").read_text(encoding="utf-8")
        found = ""
        for name in ("uimm", "cpme", "ecti", "ipe", "france-industrie"):
            path = self.example(name)
            start = json.loads(self.copil("show", path, "--json"))["convention"]["signed"]
            for on in (start, f"{int(start[:4]) + 2}{start[4:]}", "2031-01-01"):
                for each in self.listed(path, "--on", on):
                    if each["source"] in ("convention", "clause"):
                        found += "\t".join([name, on, each["date"], each["state"], each["article"] or "", each["title"]]) + "\n"
        self.maxDiff = None
        self.assertEqual(found.splitlines(), wanted.splitlines())

    def test_clauses_shown(self):
        shown = json.loads(self.copil("show", self.example("ecti"), "--json"))["clauses"]
        self.assertEqual(len(shown), 14)
        told = next(each for each in shown if each["sort"] == "information")
        self.assertEqual((told["article"], told["parties"], told["counted_from"], told["number"], told["unit"], told["direction"]),
                         ("11", ["ECTI"], "expiry", 6, "months", "before"))

    def test_answered(self):
        path = self.example("ecti")
        rows = self.folder / "rows.csv"
        rows.write_text("clause;due;done;who;proof\n11;2028-12-27;2028-12-20;ECTI;courrier\n", encoding="utf-8")
        self.copil("import", "fulfilments", path, rows)
        found = [each for each in self.listed(path, "--on", "2029-01-15") if each["date"] == "2028-12-27"]
        self.assertEqual(found[0]["state"], "done")
        self.assertEqual(found[0]["note"], "done on 20/12/2028 by ECTI (courrier)")
        # The term is put off: what was answered was another day.
        rows.write_text("id;duration_months\n1;72\n", encoding="utf-8")
        self.copil("import", "conventions", path, rows)
        listed = self.listed(path, "--on", "2029-01-15")
        self.assertEqual([each["state"] for each in listed if each["date"] == "2029-12-27"], ["due"])
        self.assertNotIn("2028-12-27", [each["date"] for each in listed])

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
