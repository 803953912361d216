# SPDX-License-Identifier: GPL-3.0-or-later
"""export: documents, tables and charts, and where they are put."""
import csv
import io
import os
import re
import sqlite3
import stat
import xml.etree.ElementTree as ET
import zipfile

import cli

SVG = "{http://www.w3.org/2000/svg}"
MEETING = {"agenda": [".odt", ".ics"], "convocation": [".odt"], "attendance": [".odt"], "decisions": [".odt"], "minutes": [".odt"], "pack": [".odt"]}
WHATS = {**MEETING, "fiche": [".odt"], "dashboard": [".svg", ".pdf", ".png", ".odt"],
         "review": [".odt", ".ods"], "plan": [".odt", ".ods"], "evaluation": [".odt", ".ods"]}


def words(path):
    """All the text of an OpenDocument file."""
    with zipfile.ZipFile(path) as package:
        return " ".join(" ".join(ET.fromstring(package.read("content.xml")).itertext()).split())


class Export(cli.Case):
    def test_everything_of_every_example(self):
        for name in cli.EXAMPLES:
            path = self.example(name)
            before = path.read_bytes()
            for what, endings in [*WHATS.items(), *((kind, [".ods", ".csv"]) for kind in cli.KINDS)]:
                for ending in endings:
                    with self.subTest(example=name, what=what, ending=ending):
                        out = self.folder / f"{what}{ending}"
                        self.assertEqual(self.copil("export", what, path, "-o", out), "")
                        self.looks_right(out)
            self.assertEqual(path.read_bytes(), before)

    def looks_right(self, out):
        data = out.read_bytes()
        if out.suffix in (".odt", ".ods"):
            with zipfile.ZipFile(out) as package:
                self.assertIsNone(package.testzip())
                self.assertEqual(package.infolist()[0].filename, "mimetype")
                self.assertEqual(package.read("mimetype").decode(), "application/vnd.oasis.opendocument." + {
                    ".odt": "text", ".ods": "spreadsheet"}[out.suffix])
                ET.fromstring(package.read("content.xml"))
        elif out.suffix == ".csv":
            rows = list(csv.reader(io.StringIO(data.decode(), newline="")))
            self.assertEqual({len(row) for row in rows}, {len(rows[0])})
            self.assertEqual(data.count(b"\r\n") >= len(rows), True)
        elif out.suffix == ".ics":
            self.calendar_is_sound(data)
        elif out.suffix == ".svg":
            self.svg_is_sound(data)
        else:
            self.assertTrue(data.startswith({".pdf": b"%PDF-", ".png": b"\x89PNG\r\n"}[out.suffix]))

    def calendar_is_sound(self, data):
        """RFC 5545: lines of at most 75 octets that end with CR LF, parts that open and close, what an event must have."""
        lines = data.decode().split("\r\n")
        self.assertEqual(lines.pop(), "")
        self.assertNotIn("\n", "".join(lines))
        self.assertLessEqual(max(len(line.encode()) for line in lines), 75)
        opened, names = [], []
        for line in data.decode().replace("\r\n ", "").split("\r\n")[:-1]:
            name, value = re.fullmatch(r'([A-Z-]+)(?:;[A-Z-]+=(?:"[^"]*"|[^";:,]+))*:(.+)', line).groups()
            names.append(name)
            if name == "BEGIN":
                opened.append(value)
            elif name == "END":
                self.assertEqual(opened.pop(), value)
            elif name in ("SUMMARY", "LOCATION", "DESCRIPTION"):
                self.assertIsNone(re.search(r"(?<!\\)[,;]", value), value)
        self.assertEqual(opened, [])
        for name in ("UID", "DTSTAMP", "SUMMARY", "DTEND"):
            self.assertEqual(names.count(name), 1, name)
        self.assertGreater(names.count("ATTENDEE"), 2)

    def svg_is_sound(self, data):
        root = ET.fromstring(data)
        ids = [element.get("id") for element in root.iter() if element.get("id")]
        self.assertEqual(len(ids), len(set(ids)), "two parts bear one name")
        used = set(re.findall(r"(?:url\(|href=\")#([^)\"]+)", data.decode()))
        self.assertEqual(used - set(ids), set())
        self.assertTrue(root.find(f"{SVG}title").text)
        self.assertEqual(root.get("role"), "img")
        self.assertGreater(len(root.find(f"{SVG}desc").text.split()), 40)

    def test_same_bytes_twice(self):
        path = self.example()
        for what, endings in {**WHATS, "engagements": [".ods", ".csv"]}.items():
            for ending in endings:
                for n in (1, 2):
                    self.copil("export", what, path, "-o", f"{n}{ending}", env={"TZ": f"Etc/GMT+{n}"})
                self.assertEqual((self.folder / f"1{ending}").read_bytes(), (self.folder / f"2{ending}").read_bytes(), what + ending)

    def test_an_empty_convention(self):
        self.copil("new", "a.copil")
        for ending in (".svg", ".pdf", ".png"):
            self.copil("export", "dashboard", "a.copil", "-o", "a" + ending)
        for kind in cli.KINDS:
            self.copil("export", kind, "a.copil", "-o", "a.ods")
            self.copil("export", kind, "a.copil", "-o", "a.csv")
        for what, endings in MEETING.items():
            for ending in endings:
                self.copil("export", what, "a.copil", "-o", "a" + ending, status=1)
                self.assertFalse((self.folder / ("a" + ending)).exists())
        self.copil("export", "fiche", "a.copil", "-o", "a.odt", status=1)
        self.assertFalse((self.folder / "a.odt").exists())


class Id(cli.Case):
    def test_minutes_of_a_meeting(self):
        path = self.example()
        for id, title in self.query(path, "SELECT id, title FROM meeting"):
            self.copil("export", "minutes", path, "--id", str(id), "-o", "m.odt")
            self.assertIn(" ".join(title.split()), words(self.folder / "m.odt").replace("\u202f", " "))

    def test_minutes_of_the_newest_held(self):
        path = self.example()
        self.copil("export", "minutes", path, "-o", "newest.odt")
        newest = self.query(path, "SELECT id FROM meeting WHERE date <= ? ORDER BY date DESC",
                            cli.TODAY)[0][0]
        self.copil("export", "minutes", path, "--id", str(newest), "-o", "asked.odt")
        self.assertEqual((self.folder / "newest.odt").read_bytes(), (self.folder / "asked.odt").read_bytes())

    def test_minutes_of_a_meeting_to_come(self):
        self.copil("new", "a.copil")
        self.copil("import", "meetings", "a.copil", self.table("m.csv", [["title", "date"], ["À venir", "2030-01-01"]]))
        self.copil("export", "minutes", "a.copil", "-o", "m.odt")
        self.assertIn("À venir", words(self.folder / "m.odt"))

    def test_before_a_meeting_the_next_one(self):
        path = self.example()
        for today, date in [(cli.TODAY, "2024-06-11"), ("2030-01-01", "2024-06-11"), ("2022-03-01", "2022-12-08")]:
            id = self.query(path, f"SELECT id FROM meeting WHERE date = '{date}'")[0][0]
            for what in ("agenda", "convocation", "attendance", "pack"):
                self.copil("export", what, path, "-o", "next.odt", env={"COPIL_TODAY": today})
                self.copil("export", what, path, "--id", str(id), "-o", "asked.odt", env={"COPIL_TODAY": today})
                self.assertEqual((self.folder / "next.odt").read_bytes(), (self.folder / "asked.odt").read_bytes(), (what, today))

    def test_what_is_in_the_papers_of_a_meeting(self):
        path = self.example()
        for what, said in {"agenda": "Haddad", "convocation": "1 March 2024", "attendance": "Signature", "decisions": "2023-2-01", "pack": "Deadlines before the next meeting"}.items():
            self.copil("export", what, path, "-o", "x.odt")
            self.assertIn(said, words(self.folder / "x.odt"), what)

    def test_the_ending_picks_the_record_of_decisions_or_the_table(self):
        path = self.example()
        self.copil("export", "decisions", path, "-o", "d.csv")
        self.assertIn(b"2022-1-01", (self.folder / "d.csv").read_bytes())
        self.copil("export", "decisions", path, "-o", "d.odt")
        self.assertNotIn("2022-1-01", words(self.folder / "d.odt"))
        self.copil("export", "decisions", path, "-o", "d.pdf", status=2)
        for ending in (".odt", ".ods", ".csv"):
            self.assertIn(ending, self.error)
        self.copil("export", "decisions", path, "--id", "4", "-o", "d.csv", status=2)

    def test_one_fiche_and_all(self):
        path = self.example()
        fiches = self.query(path, "SELECT id, title FROM fiche ORDER BY position")
        self.copil("export", "fiche", path, "-o", "all.odt")
        everything = words(self.folder / "all.odt").replace("\u202f", " ")
        for id, title in fiches:
            self.copil("export", "fiche", path, "--id", str(id), "-o", "one.odt")
            one = words(self.folder / "one.odt").replace("\u202f", " ")
            plain = title.replace("\u202f", " ")
            self.assertIn(plain, one)
            self.assertIn(plain, everything)
        self.assertLess(len(one), len(everything))

    def test_fiches_of_an_axis(self):
        path = self.example()
        of = dict(self.query(path, "SELECT f.title, a.label FROM fiche f JOIN axis a ON a.id = f.axis"))
        self.copil("export", "fiche", path, "--axis", "4", "-o", "axis.odt")
        said = words(self.folder / "axis.odt").replace("\u202f", " ")
        with zipfile.ZipFile(self.folder / "axis.odt") as package:
            self.assertIn("text:table-of-content-source", package.read("content.xml").decode())
        for title, label in of.items():
            (self.assertIn if label == "4" else self.assertNotIn)(title.replace("\u202f", " "), said)
        self.copil("export", "fiche", path, "--axis", "99", "-o", "x.odt", status=1)
        self.copil("export", "fiche", path, "--axis", "4", "--id", "1", "-o", "x.odt", status=2)
        self.copil("export", "minutes", path, "--axis", "4", "-o", "x.odt", status=2)
        self.assertFalse((self.folder / "x.odt").exists())

    def test_register(self):
        path = self.example()
        with sqlite3.connect(path) as store:
            store.execute("UPDATE decision SET confidential = 1 WHERE label = '2023-2-02'")
            store.execute("INSERT INTO followup (id, decision, date, text) SELECT 990001, id, '2024-02-01', 'Relance faite'"
                          " FROM decision WHERE label = '2023-2-03'")
            person, civility = store.execute("SELECT name, civility FROM person WHERE id NOT IN (SELECT coalesce (lead, 0)"
                                             " FROM decision) ORDER BY id LIMIT 1").fetchone()
            party, = store.execute("SELECT coalesce (nullif (short_name, ''), name) FROM party ORDER BY id LIMIT 1").fetchone()
            store.execute("INSERT INTO decision_colead SELECT d.id, p.id FROM decision d, person p WHERE d.label = '2023-2-03'"
                          " AND p.name = ?", [person])
            store.execute("INSERT INTO decision_charge SELECT d.id, p.id FROM decision d, party p WHERE d.label = '2023-2-03'"
                          " ORDER BY p.id LIMIT 1")
            expected, = store.execute("SELECT count (*) FROM decision d JOIN meeting m ON m.id = d.meeting"
                                      " WHERE m.date LIKE '2023%'").fetchone()
        store.close()
        self.copil("export", "register", path, "--year", "2023", "-o", "register.odt")
        said = words(self.folder / "register.odt")
        for word in ("2023-2-02", "2023-2-03", "Relance faite", "En retard" if "En retard" in said else "Late"):
            self.assertIn(word, said)
        self.assertNotIn("2022-1-01", said)
        self.assertIn("01/02/2024", said)
        self.assertRegex(said.replace("\u00a0", " "), rf", (\S+ )?{person}, {party}")
        self.copil("export", "register", path, "--public", "-o", "register.odt")
        said = words(self.folder / "register.odt")
        self.assertNotIn("2023-2-02", said)
        self.assertIn("2022-1-01", said)
        self.copil("export", "register", path, "--year", "2023", "-o", "register.ods")
        self.copil("import", "decisions", path, "register.ods")
        with sqlite3.connect(path) as store:
            self.assertEqual(store.execute("SELECT count (*) FROM decision d JOIN meeting m ON m.id = d.meeting"
                                           " WHERE m.date LIKE '2023%'").fetchone()[0], expected)
        store.close()
        self.copil("export", "register", path, "--year", "1999", "-o", "x.odt", status=1)
        self.assertFalse((self.folder / "x.odt").exists())

    def test_votes_and_quorum(self):
        """How a decision was taken, and whether enough were there, is in the minutes and in the record of decisions."""
        path = self.example()
        with sqlite3.connect(path) as store:
            meeting, = store.execute("SELECT id FROM meeting WHERE date = '2023-12-12'").fetchone()
            parties = [row[0] for row in store.execute("SELECT coalesce (nullif (short_name, ''), name) FROM party ORDER BY"
                                                       " position, id LIMIT 2")]
            store.execute("UPDATE meeting SET minutes = 'draft' WHERE id = ?", [meeting])
            store.execute("UPDATE convention SET quorum = 50, quorum_of = 'parties_share'")
            store.execute("UPDATE decision SET taken = 'unanimous' WHERE label = '2023-2-01'")
            store.execute("UPDATE decision SET taken = 'vote', reservations = 'Trop tôt' WHERE label = '2023-2-02'")
            for link, place in (("favour", 0), ("against", 1), ("reserving", 1)):
                store.execute(f"INSERT INTO decision_{link} SELECT d.id, p.id FROM decision d, party p WHERE d.label ="
                              " '2023-2-02' AND coalesce (nullif (p.short_name, ''), p.name) = ?", [parties[place]])
        store.close()
        for what in ("minutes", "decisions"):
            self.copil("export", what, path, "--id", str(meeting), "-o", "votes.odt")
            said = words(self.folder / "votes.odt").replace("\u00a0", " ").replace("\u202f", " ")
            self.assertRegex(said, r"Taken unanimously\.|Adoptée à l’unanimité\.")
            self.assertRegex(said, rf"(for|pour) ?: {re.escape(parties[0])} ?; (against|contre) ?: {re.escape(parties[1])}")
            self.assertRegex(said, rf"(Reservations by|Réserves de) {re.escape(parties[1])} ?: Trop tôt")
            if what == "minutes":
                self.assertRegex(said, r"quorum (is|est|n’est|is not)")

    def test_followups_of_a_year(self):
        path = self.example()
        with sqlite3.connect(path) as store:
            engagement = store.execute("SELECT id FROM engagement ORDER BY id LIMIT 1").fetchone()[0]
            store.execute("DELETE FROM followup")
            store.executemany("INSERT INTO followup (id, engagement, date, text, confidential) VALUES (?, ?, ?, ?, ?)",
                              [(1, engagement, "2023-05-01", "Visite d’un atelier", None),
                               (2, engagement, "2024-02-01", "Convention signée", None),
                               (3, engagement, "2024-02-02", "Montant réservé", 1)])
        store.close()
        self.copil("export", "followups", path, "--year", "2024", "-o", "notes.odt")
        said = words(self.folder / "notes.odt")
        self.assertIn("Convention signée", said)
        self.assertNotIn("Visite d’un atelier", said)
        self.copil("export", "followups", path, "--year", "2024", "--public", "-o", "notes.odt")
        self.assertNotIn("Montant", words(self.folder / "notes.odt"))
        for ending, rows in ((".ods", None), (".csv", 3)):
            self.copil("export", "followups", path, "--year", "2024", "-o", "notes" + ending)
            if rows:
                self.assertEqual(len((self.folder / "notes.csv").read_text(encoding="utf-8").splitlines()), rows)
        self.copil("export", "followups", path, "--year", "1999", "-o", "x.odt", status=1)
        self.copil("export", "engagements", path, "--year", "2024", "-o", "x.ods", status=2)
        self.assertFalse((self.folder / "x.odt").exists())

    def test_no_such_record(self):
        path = self.example()
        for what in (*MEETING, "fiche"):
            self.copil("export", what, path, "--id", "123456789", "-o", "x.odt", status=1)
            self.assertIn("uimm.copil", self.error)
            self.assertFalse((self.folder / "x.odt").exists())


class Public(cli.Case):
    def test_what_is_confidential_is_left_out(self):
        path = self.example()
        self.copil("import", "engagements", path, self.table("t.csv", [["text", "axis", "confidential", "due"], ["Point réservé", "4", "1", "2023-01-01"]]))
        self.copil("import", "fiches", path, self.table("f.csv", [["label", "title", "axis", "confidential"], ["F99", "Fiche réservée", "4", "oui"]]))
        self.copil("import", "decisions", path, self.table("d.csv", [["text", "meeting", "due", "confidential"], ["Point réservé", "4", "2024-08-01", "1"]]))
        for what, ending in [("engagements", ".ods"), ("engagements", ".csv"), ("fiches", ".csv"), ("fiche", ".odt"), ("decisions", ".odt"), ("decisions", ".csv"), ("minutes", ".odt"), ("pack", ".odt")]:
            out = self.folder / f"x{ending}"
            for flag in ([], ["--public"]):
                self.copil("export", what, path, *flag, "-o", out)
                text = out.read_bytes().decode() if ending == ".csv" else words(out)
                (self.assertNotIn if flag else self.assertIn)("réservé", text, (what, ending, flag))

    def test_charts_do_not_count_it(self):
        path = self.example()
        self.copil("export", "dashboard", path, "--public", "-o", "before.svg")
        self.copil("import", "engagements", path, self.table("t.csv", [["text", "axis", "confidential", "due", "parties"], ["Point réservé", "4", "1", "2023-01-01", "UIMM"]]))
        self.copil("export", "dashboard", path, "--public", "-o", "after.svg")
        self.copil("export", "dashboard", path, "-o", "members.svg")
        before, after, members = ((self.folder / f"{name}.svg").read_bytes() for name in ("before", "after", "members"))
        self.assertEqual(before, after)
        self.assertNotEqual(after, members)


class Csv(cli.Case):
    def test_plain_form(self):
        self.copil("export", "engagements", self.example(), "-o", "e.csv")
        data = (self.folder / "e.csv").read_bytes()
        self.assertFalse(data.startswith(b"\xef\xbb\xbf"))
        rows = list(csv.DictReader(io.StringIO(data.decode(), newline="")))
        self.assertEqual(len(rows), self.query(self.folder / "uimm.copil", "SELECT count (*) FROM engagement")[0][0])
        self.assertIn("2024-06-30", {one["Due on"] for one in rows})
        self.assertIn("70", {one["Progress"] for one in rows})

    def test_form_of_a_french_office(self):
        path = self.example()
        self.copil("import", "indicators", path, self.table("i.csv", [["name", "baseline_value"], ["Part", "12.5"]]))
        self.copil("export", "indicators", path, "-o", "i.csv", env=self.french())
        data = (self.folder / "i.csv").read_bytes()
        self.assertTrue(data.startswith(b"\xef\xbb\xbf"))
        rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
        self.assertGreater(len(rows[0]), 3)
        self.assertIn("12,5", next(one for one in rows if "Part" in one))


class Out(cli.Case):
    """Where it is written: whole, or not at all."""

    def every(self):
        for what, ending in [("minutes", ".odt"), ("agenda", ".ics"), ("pack", ".odt"), ("fiche", ".odt"), ("dashboard", ".svg"), ("dashboard", ".png"), ("engagements", ".ods"), ("engagements", ".csv")]:
            yield what, ending

    def test_no_folder(self):
        path = self.example()
        for what, ending in self.every():
            self.copil("export", what, path, "-o", f"none/x{ending}", status=1)
            self.assertIn(f"none/x{ending}", self.error)

    def test_not_an_ordinary_file(self):
        path = self.example()
        for what, ending in self.every():
            folder, pipe = self.folder / f"folder-{what}{ending}", self.folder / f"pipe-{what}{ending}"
            folder.mkdir()
            os.mkfifo(pipe)
            for out in (folder, pipe):
                self.copil("export", what, path, "-o", out, status=1)
                self.assertIn(out.name, self.error)
            self.assertTrue(stat.S_ISFIFO(pipe.stat().st_mode))
            self.assertEqual(list(folder.iterdir()), [])

    def test_full_disk(self):
        if not os.path.exists("/dev/full"):
            self.skipTest("there is no /dev/full")
        path = self.example()
        for what, ending in self.every():
            (self.folder / f"full{ending}").unlink(missing_ok=True)
            (self.folder / f"full{ending}").symlink_to("/dev/full")
            self.copil("export", what, path, "-o", f"full{ending}", status=1)

    def test_the_convention_is_never_overwritten(self):
        path = self.example(to="trap.ods")
        before = path.read_bytes()
        (self.folder / "link.ods").symlink_to("trap.ods")
        for out in ("trap.ods", "./trap.ods", "link.ods"):
            self.copil("export", "engagements", path, "-o", out, status=1)
            self.assertEqual(path.read_bytes(), before)

    def test_what_was_there_stays_where_it_fails(self):
        old = self.write("x.odt", "old")
        self.copil("export", "minutes", self.example(), "--id", "123456789", "-o", old, status=1)
        self.copil("export", "minutes", self.write("bad.copil", "bad"), "-o", old, status=1)
        self.assertEqual(old.read_text(), "old")

    def test_what_was_there_is_replaced(self):
        path = self.example()
        for what, ending in self.every():
            out = self.write(f"x{ending}", "old" * 100000)
            self.copil("export", what, path, "-o", out)
            self.assertNotIn(b"oldold", out.read_bytes())
        self.assertEqual(sorted(entry.name for entry in self.folder.iterdir()), ["tmp", "uimm.copil", "x.csv", "x.ics", "x.ods", "x.odt", "x.png", "x.svg"])


class PublicRule(cli.Case):
    """--public: as if what is confidential, and all that belongs to it or is about it, did not exist."""
    # For each kind a record that is open to all, and those that are not; every text says which.
    OPEN = {
        "axes": ("axis", dict(id=1, label="1", title="OPEN")),
        "measures": ("measure", dict(id=1, axis=1, label="1.1", title="OPEN")),
        "parties": ("party", dict(id=1, name="OPEN")),
        "persons": ("person", dict(id=1, name="OPEN", party=1)),
        "engagements": ("engagement", dict(id=1, axis=1, measure=1, text="OPEN")),
        "fiches": ("fiche", dict(id=1, title="OPEN", axis=1)),
        "steps": ("step", dict(id=1, fiche=1, title="OPEN")),
        "contributions": ("contribution", dict(id=1, fiche=1, party=1, text="OPEN")),
        "meetings": ("meeting", dict(id=1, title="OPEN", date="2024-01-10")),
        "items": ("item", dict(id=1, meeting=1, title="OPEN", fiche=1)),
        "attendances": ("attendance", dict(id=1, meeting=1, person=1, represented_by="OPEN")),
        "decisions": ("decision", dict(id=1, meeting=1, item=1, text="OPEN", engagement=1, fiche=1)),
        "agreements": ("agreement", dict(id=1, meeting=1, party=1, note="OPEN")),
        "validations": ("validation", dict(id=1, meeting=1, party=1, note="OPEN")),
        "corrections": ("correction", dict(id=1, meeting=1, item=1, new_text="OPEN")),
        "minutes_versions": ("minutes_version", dict(id=1, meeting=1, number=1, reason="OPEN")),
        "attachments": ("attachment", dict(id=1, meeting=1, item=1, name="OPEN")),
        "indicators": ("indicator", dict(id=1, name="OPEN", engagement=1)),
        "targets": ("target", dict(id=1, indicator=1, value=1, note="OPEN")),
        "observations": ("observation", dict(id=1, indicator=1, value=1, note="OPEN")),
        "templates": ("template", dict(id=1, name="OPEN")),
    }
    SECRET = {
        "engagements": [dict(id=2, axis=1, text="SECRET", confidential=1)],
        "fiches": [dict(id=2, title="SECRET", confidential=1)],
        "steps": [dict(id=2, fiche=2, title="SECRET")],
        "contributions": [dict(id=2, fiche=2, text="SECRET")],
        "items": [dict(id=2, meeting=1, title="SECRET", fiche=2)],
        "decisions": [dict(id=2, meeting=1, text="SECRET marked", confidential=1),
                      dict(id=3, meeting=1, text="SECRET by the fiche", fiche=2),
                      dict(id=4, meeting=1, text="SECRET by the engagement", engagement=2),
                      dict(id=5, meeting=1, text="SECRET by the item", item=2)],
        "corrections": [dict(id=2, meeting=1, item=2, new_text="SECRET")],
        "attachments": [dict(id=2, meeting=1, item=2, name="SECRET")],
        "indicators": [dict(id=2, name="SECRET", engagement=2)],
        "targets": [dict(id=2, indicator=2, value=1, note="SECRET")],
        "observations": [dict(id=2, indicator=2, value=1, note="SECRET")],
    }

    def setUp(self):
        super().setUp()
        self.path = self.folder / "new.copil"
        self.copil("new", self.path, "--title", "OPEN")
        with sqlite3.connect(self.path) as db:
            for plural, (table, record) in self.OPEN.items():
                for one in [record, *self.SECRET.get(plural, [])]:
                    db.execute(f"INSERT INTO {table} ({', '.join(one)}) VALUES ({', '.join('?' * len(one))})", [*one.values()])
            # A reference to what is confidential leads nowhere.
            db.execute("INSERT INTO item (id, meeting, title, previous) VALUES (3, 1, 'OPEN later', 2)")
        db.close()

    def test_every_kind(self):
        for plural in [*self.OPEN, "conventions"]:
            for ending in (".csv", ".ods"):
                with self.subTest(kinds=plural, ending=ending):
                    members, public = (self.folder / f"{name}{ending}" for name in ("members", "public"))
                    self.copil("export", plural, self.path, "-o", members)
                    self.copil("export", plural, self.path, "--public", "-o", public)
                    self.assertIn("OPEN", self.text(members))
                    self.assertIn("OPEN", self.text(public))
                    self.assertGreaterEqual(self.text(members).count("SECRET"), len(self.SECRET.get(plural, [])))
                    self.assertNotIn("SECRET", self.text(public))

    def test_personal(self):
        """How a person is reached is in no table for the public."""
        with sqlite3.connect(self.path) as db:
            db.execute("UPDATE person SET email = 'MINE', phone = 'MINE', address = 'MINE'")
            db.execute("UPDATE party SET address = 'SEAT'")
        db.close()
        for ending in (".csv", ".ods"):
            self.copil("export", "persons", self.path, "-o", self.folder / f"members{ending}")
            self.copil("export", "persons", self.path, "--public", "-o", self.folder / f"open{ending}")
            self.copil("export", "parties", self.path, "--public", "-o", self.folder / f"parties{ending}")
            self.assertEqual(self.text(self.folder / f"members{ending}").count("MINE") % 3, 0)
            self.assertIn("MINE", self.text(self.folder / f"members{ending}"))
            self.assertNotIn("MINE", self.text(self.folder / f"open{ending}"))
            self.assertIn("SEAT", self.text(self.folder / f"parties{ending}"))

    def text(self, path):
        if path.suffix == ".csv":
            return path.read_text(encoding="utf-8-sig")
        with zipfile.ZipFile(path) as package:
            return package.read("content.xml").decode()

    def test_documents(self):
        with sqlite3.connect(self.path) as db:
            db.execute("DELETE FROM template")
        db.close()
        for what, ending in (("agenda", ".odt"), ("agenda", ".ics"), ("convocation", ".odt"), ("decisions", ".odt"),
                             ("minutes", ".odt"), ("pack", ".odt"), ("fiche", ".odt"), ("dashboard", ".svg")):
            with self.subTest(what=what, ending=ending):
                out = self.folder / f"public{ending}"
                self.copil("export", what, self.path, "--public", "-o", out)
                said = self.text(out) if ending == ".odt" else out.read_text()
                self.assertNotIn("SECRET", said)


if __name__ == "__main__":
    cli.main()
