# SPDX-License-Identifier: GPL-3.0-or-later
"""copil deadlines: the days that clauses and records impose, in words, as JSON and for calendars."""
import json
import pathlib
import re
import zipfile

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
        before = path.read_bytes()
        self.copil("deadlines", path, "--ics", out)
        first = out.read_bytes()
        self.copil("deadlines", path, "--ics", out)
        self.assertEqual(out.read_bytes(), first)
        self.assertEqual(path.read_bytes(), before, "the file is only read")
        events = calendar(first)
        self.assertEqual(len(events), len(self.listed(path)))
        other = self.folder / "other.ics"
        self.copil("export", "deadlines", path, "-o", other)
        self.assertEqual(other.read_bytes(), first)
        end = next(each for each in events.values() if each["DTSTART"] == "20241123" and "tacit" in each["SUMMARY"])
        self.assertIn("Article 10\n", end["DESCRIPTION"])
        self.assertIn("trois ans", end["DESCRIPTION"])
        self.assertIn("23/11/2021 (day of effect) + 3 years = 23/11/2024", end["DESCRIPTION"])
        self.assertEqual(end["alarms"], 2)

    def test_calendar_remembers(self):
        """What moves keeps its UID and is told with a later sequence; what is gone is cancelled; what is past is left alone."""
        path = self.example("ecti")
        out, rows = self.folder / "dates.ics", self.folder / "rows.csv"

        def told():
            self.copil("deadlines", path, "--ics", out, "--remember")
            return calendar(out.read_bytes())
        first = told()
        bytes_then = path.read_bytes()
        self.assertEqual(told(), first)
        self.assertEqual(path.read_bytes(), bytes_then, "nothing new to remember")
        uid = next(uid for uid, each in first.items() if each["DTSTART"] == "20281227")
        self.assertEqual(first[uid]["SEQUENCE"], "0")
        rows.write_text("id;duration_months\n1;72\n", encoding="utf-8")
        self.copil("import", "conventions", path, rows)
        second = told()
        self.assertEqual((second[uid]["DTSTART"], second[uid]["SEQUENCE"]), ("20291227", "1"))
        rows.write_text("id;counted_from\n11;\n", encoding="utf-8")
        self.copil("import", "clauses", path, rows)
        third = told()
        self.assertEqual((third[uid].get("STATUS"), third[uid]["SEQUENCE"]), ("CANCELLED", "2"))
        self.assertEqual(third[uid]["alarms"], 0)
        self.assertEqual(told(), third)
        self.copil("deadlines", path, "--remember", status=2)
        self.assertIn("sound", self.copil("check", path) + "sound")

    def test_documents(self):
        path = self.example("ipe")
        for ending in (".odt", ".ods"):
            out = self.folder / f"deadlines{ending}"
            self.copil("export", "deadlines", path, "-o", out)
            with zipfile.ZipFile(out) as package:
                content = package.read("content.xml").decode()
            self.assertIn("the earlier of both counts", content)
            self.assertIn("Évaluer les actions", content)


def calendar(data):
    """The events of an iCalendar file by their UIDs, read strictly (RFC 5545)."""
    text = data.decode("utf-8")
    assert text.endswith("\r\n") and "\n" not in text.replace("\r\n", "")
    for line in text.split("\r\n"):
        assert len(line.encode()) <= 75, line
    lines = text.replace("\r\n ", "").split("\r\n")[:-1]
    events, inside, event = {}, [], None
    for line in lines:
        name, _, value = line.partition(":")
        name, *parameters = name.split(";")
        assert re.fullmatch("[A-Z-]+", name), line
        if name == "BEGIN":
            assert (value, inside) in (("VCALENDAR", []), ("VEVENT", ["VCALENDAR"]), ("VALARM", ["VCALENDAR", "VEVENT"])), line
            inside.append(value)
            if value == "VEVENT":
                event = {"alarms": 0}
            event = event if value != "VALARM" else dict(event, alarms=event["alarms"] + 1)
        elif name == "END":
            assert inside.pop() == value, line
            if value == "VEVENT":
                assert {"UID", "DTSTAMP", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY"} <= set(event), event
                assert re.fullmatch(r"\d{8}T\d{6}Z", event["DTSTAMP"]) and event["DTSTART"] < event["DTEND"]
                assert event["UID"] not in events, event["UID"]
                events[event["UID"]] = event
        elif inside[-1] == "VEVENT":
            assert name not in event, line
            assert parameters == (["VALUE=DATE"] if name in ("DTSTART", "DTEND") else []), line
            event[name] = re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)
        elif inside[-1] == "VALARM" and name == "TRIGGER":
            assert re.fullmatch(r"-P\d+D", value), line
    assert not inside and lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    return events


if __name__ == "__main__":
    cli.main()
