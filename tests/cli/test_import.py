# SPDX-License-Identifier: GPL-3.0-or-later
"""import: what a table does to the records, and what it must not do."""
import csv
import os

import cli
from cli import cell, row

PARTIES = ["Éducation nationale", "UIMM"]


class Case(cli.Case):
    def setUp(self):
        super().setUp()
        self.path = self.example()
        self.before = self.path.read_bytes()

    def take(self, *rows, kinds="engagements", **more):
        return self.copil("import", kinds, self.path, self.table("t.csv", rows), **more)

    def refuse(self, *rows, kinds="engagements", table=None, **more):
        """The import fails in one sentence, and changes nothing."""
        before = self.path.read_bytes()
        self.copil("import", kinds, self.path, table or self.table("t.csv", rows), status=1, **more)
        self.assertEqual(self.path.read_bytes(), before)
        return self.error

    def added(self):
        """The records that the example does not have."""
        now = self.engagements(self.path)
        old = {id for id, in self.query(cli.options.examples / "uimm.copil", "SELECT id FROM engagement")}
        return [one for id, one in now.items() if id not in old]


class Import(Case):
    def test_new_record(self):
        self.take(
            ["label", "text", "axis", "measure", "parties", "status", "progress", "due", "quantity", "unit"],
            ["N1", "Un texte\nsur deux lignes, avec « guillemets » et \"d'autres\"", "4", "4.1.3", "UIMM, Éducation nationale",
             "in_progress", "40", "31/12/2024", "75 000", "alternants"])
        one, = self.added()
        self.assertEqual(one["text"], "Un texte\nsur deux lignes, avec « guillemets » et \"d'autres\"")
        self.assertEqual(one["parties"], PARTIES)
        self.assertEqual((one["status"], one["progress"], one["due"]), ("in_progress", 40, "2024-12-31"))
        self.assertEqual(one["quantified"], {"value": 75000, "unit": "alternants"})
        self.assertEqual(self.query(self.path, "SELECT label FROM measure WHERE id = ?", one["measure"]), [("4.1.3",)])
        self.assertEqual(self.copil("check", self.path), "OK\n")

    def test_month_of_a_beginning(self):
        """A month is its first day where something begins, its last where it ends."""
        path = self.example()
        self.copil("import", "persons", path, self.table("t.csv", [["name", "term_start", "term_end"], ["Nouvelle Membre", "09/2022", "09/2025"]]))
        self.assertEqual(self.query(path, "SELECT term_start, term_end FROM person WHERE name = 'Nouvelle Membre'"), [("2022-09-01", "2025-09-30")])
        self.copil("import", "actions", path, self.table("t.csv", [["title", "start", "finish"], ["Visites", "2023", "06/2024"]]))
        self.assertEqual(self.query(path, "SELECT start, finish FROM action WHERE title = 'Visites'"), [("2023-01-01", "2024-06-30")])

    def test_no_cell_is_a_formula(self):
        """What begins like a formula is a text in a .csv, and comes back as it was."""
        path = self.example()
        names = ['=HYPERLINK("http://x")', "@SUM(A1)", "-1+1", "'=1", "+33 1 23 45 67 89"]
        for name in names:
            self.copil("import", "persons", path, self.table("t.csv", [["name", "function"], [name, name]]))
        known = self.query(path, "SELECT name FROM person ORDER BY id DESC LIMIT 5")
        self.copil("export", "persons", path, "-o", "out.csv")
        with open(self.folder / "out.csv", encoding="utf-8-sig", newline="") as file:
            cells = [cell for row in csv.reader(file) for cell in row]
        self.assertEqual([cell for cell in cells if cell[:1] in ("=", "@", "-", "\t")], [])
        self.assertIn("+33 1 23 45 67 89", cells)
        before = path.read_bytes()
        self.copil("import", "persons", path, "out.csv")
        self.assertEqual(path.read_bytes(), before)
        self.assertEqual(self.query(path, "SELECT name FROM person ORDER BY id DESC LIMIT 5"), known)

    def test_says_what_it_did(self):
        rows = [["label", "text", "axis"], ["N1", "Un", "4"], ["N2", "Deux", "5"]]
        self.assertEqual(self.take(*rows), "2 added · 0 changed · 0 unchanged\n")
        self.assertEqual(self.take(*rows), "0 added · 0 changed · 2 unchanged\n")
        rows[2].append("2031-12-31")
        rows[0].append("due")
        rows[1].append("")
        self.assertEqual(self.take(*rows), "0 added · 1 changed · 1 unchanged\n")

    def test_one_entry_of_the_journal(self):
        before = self.query(self.path, "SELECT count (*) FROM journal")[0][0]
        self.take(["text", "axis"], ["Un", "4"], ["Deux", "4"])
        entries = self.query(self.path, "SELECT name, verb FROM journal ORDER BY id")
        self.assertEqual(len(entries), before + 1)
        self.assertIn("t.csv", entries[-1][0])
        self.assertEqual(entries[-1][1], "do")

    def test_nothing_new_leaves_the_file_alone(self):
        self.take(["id", "status"], [*self.query(self.path, "SELECT id, status FROM engagement LIMIT 1")[0]])
        self.assertEqual(self.path.read_bytes(), self.before)

    def test_id_updates(self):
        self.take(["id", "status"], ["2101", "done"])
        self.assertEqual(self.engagements(self.path)[2101]["status"], "done")
        self.assertEqual(self.added(), [])
        self.assertEqual(self.query(self.path, "SELECT reviewed FROM engagement WHERE id = 2101"), [(cli.TODAY,)])

    def test_label_updates(self):
        self.take(["label", "title"], ["2.1", "Autre titre"], kinds="measures")
        self.assertEqual(self.query(self.path, "SELECT title FROM measure WHERE label = '2.1'"), [("Autre titre",)])

    def test_id_wins_over_label(self):
        self.take(["id", "label", "title"], ["22", "2.1", "Autre titre"], kinds="measures")
        self.assertEqual(self.query(self.path, "SELECT label FROM measure WHERE title = 'Autre titre' AND id = 22"), [("2.1",)])

    def test_unknown_id_is_kept(self):
        self.take(["id", "text", "axis"], ["77", "Un", "4"])
        self.assertIn(77, self.engagements(self.path))

    def test_rows_of_one_article(self):
        """Engagements share the label of their article: rows of one label are as many records."""
        rows = [["label", "text", "axis"], ["9.9", "Un", "4"], ["9.9", "Deux", "4"], ["9.9", "Trois", "4"]]
        self.assertEqual(self.take(*rows), "3 added · 0 changed · 0 unchanged\n")
        self.assertEqual(self.take(*rows), "0 added · 0 changed · 3 unchanged\n")
        self.assertEqual(self.take(rows[0], ["9.9", "Quatre", "4"]), "1 added · 0 changed · 0 unchanged\n")
        self.assertIn("several", self.refuse(["label", "status"], ["9.9", "done"]))

    def test_one_record_in_two_rows(self):
        self.assertIn("row 3", self.refuse(["id", "status"], ["2101", "done"], ["2101", "planned"]))

    def test_blank_cell_is_null(self):
        self.take(["id", "due", "parties", "progress"], ["2101", "", "", ""])
        one = self.engagements(self.path)[2101]
        self.assertEqual((one["due"], one["parties"]), (None, []))
        self.assertEqual(self.query(self.path, "SELECT progress FROM engagement WHERE id = 2101"), [(None,)])
        self.take(["text", "axis", "status", "strength"], ["Un", "4", "", ""])
        self.assertIsNone(self.added()[0]["status"])

    def test_field_without_a_column_is_left_alone(self):
        before = self.engagements(self.path)[2101]
        self.take(["id", "status"], ["2101", "abandoned"])
        self.assertEqual({**before, "status": "abandoned", "progress": None}, {**self.engagements(self.path)[2101]} | {"progress": None})

    def test_initial_values(self):
        self.take(["text", "axis"], ["Un", "4"])
        self.assertEqual(self.added()[0]["status"], "planned")

    def test_measure_brings_its_axis(self):
        self.take(["text", "measure"], ["Un", "5.1"])
        self.assertEqual(self.query(self.path, "SELECT label FROM axis WHERE id = ?", self.added()[0]["axis"]), [("5",)])
        self.take(["id", "measure"], ["2101", "5.1"])
        self.assertEqual(self.engagements(self.path)[2101]["axis"], self.added()[0]["axis"])
        self.take(["id", "axis"], ["2101", "6"])
        self.assertIsNone(self.engagements(self.path)[2101]["measure"])
        self.refuse(["text", "axis", "measure"], ["Deux", "4", "5.1"])

    def test_references(self):
        for text in ("UIMM;Éducation nationale", "UIMM, Éducation nationale", "uimm\néducation nationale", "4,1", "1 4",
                     "UIMM La Fabrique de l'avenir, Ministère de l’Éducation nationale, de la Jeunesse et des Sports"):
            self.take(["id", "parties"], ["2101", text])
            self.assertEqual(self.engagements(self.path)[2101]["parties"], PARTIES, text)
            self.take(["id", "parties"], ["2101", ""])
        for text in ("4", "4 Attractivité de l’industrie et promotion des métiers industriels",
                     "Attractivité de l'industrie et promotion des métiers industriels"):
            self.take(["text", "axis"], [f"Par {text}", text])
        self.assertEqual({one["axis"] for one in self.added()}, {4})

    def test_titles_that_repeat_are_told_apart_by_their_owner(self):
        path = self.path = self.example("france-industrie")
        measure = next(one for one in self.query(path, "SELECT m.id, a.label, m.label, a.id FROM measure m JOIN axis a ON a.id = m.axis"
                       " WHERE m.label = '1' ORDER BY m.id DESC"))
        self.take(["text", "axis", "measure"], ["Un", measure[1], measure[2]])
        self.assertEqual([one["measure"] for one in self.engagements(path).values() if one["text"] == "Un"], [measure[0]])
        self.assertIn("several", self.refuse(["text", "measure"], ["Deux", "1"]))

    def test_decisions_of_a_meeting(self):
        meeting = self.query(self.path, "SELECT id, date FROM meeting WHERE minutes <> 'validated' ORDER BY date")[0]
        for i, text in enumerate((str(meeting[0]), meeting[1], "/".join(reversed(meeting[1].split("-"))))):
            self.take(["meeting", "label", "text", "due"], [text, f"X{i}", f"Décision {i}", "déc. 2024"], kinds="decisions")
        shown = next(one for one in self.show(self.path)["meetings"] if one["id"] == meeting[0])
        self.assertEqual([one["due"] for one in shown["decisions"] if one["label"][0] == "X"], ["2024-12-31"] * 3)

    def test_validated_minutes_are_closed(self):
        """All rows or none, with a sentence that names the meeting; what became of a decision is still taken."""
        closed, title = self.query(self.path, "SELECT id, title FROM meeting WHERE minutes = 'validated' ORDER BY date")[0]
        open_one, = self.query(self.path, "SELECT id FROM meeting WHERE minutes <> 'validated' ORDER BY date")[0]
        record = {kind: self.query(self.path, f"SELECT id FROM {kind} WHERE meeting = ?", closed)[0][0]
                  for kind in ("attendance", "item", "decision")}
        for kinds, *rows in (
                ("meetings", ["id", "title"], [str(closed), "Autre titre"]),
                ("meetings", ["id", "minutes"], [str(closed), "draft"]),
                ("items", ["meeting", "title"], [str(open_one), "Un point"], [str(closed), "Un autre"]),
                ("items", ["id", "meeting"], [str(record["item"]), str(open_one)]),
                ("items", ["id", "notes"], [str(record["item"]), ""]),
                ("attendances", ["id", "state"], [str(record["attendance"]), "absent"]),
                ("decisions", ["id", "text"], [str(record["decision"]), "Autre chose"]),
                ("decisions", ["id", "due"], [str(record["decision"]), "2030-01-01"]),
                ("corrections", ["meeting", "new_text"], [str(closed), "Autre chose"]),
                ("validations", ["meeting", "date"], [str(closed), "2024-02-01"])):
            with self.subTest(kinds=kinds, rows=rows):
                said = self.refuse(*rows, kinds=kinds)
                self.assertIn(f"row {len(rows)}", said)
                self.assertIn(title, said)
                self.assertIn("open a new version", said)
        self.take(["id", "status", "closed", "outcome"], [str(record["decision"]), "done", "2024-02-01", "Fait."], kinds="decisions")
        self.take(["meeting", "title"], [str(open_one), "Un point"], kinds="items")
        self.take(["id", "title"], [str(open_one), "Autre titre"], kinds="meetings")

    def test_what_is_earned(self):
        """No table validates minutes, gives a validation, keeps a document or answers an amendment."""
        open_one, = self.query(self.path, "SELECT id FROM meeting WHERE minutes = 'draft'")[0]
        amended, = self.query(self.path, "SELECT id FROM correction WHERE state = 'proposed'")[0]
        for kinds, *rows in (
                ("meetings", ["id", "title", "minutes"], [str(open_one), "Autre", "validated"]),
                ("meetings", ["id", "minutes"], [str(open_one), "proposed"]),
                ("meetings", ["id", "proposed"], [str(open_one), "2024-02-01"]),
                ("meetings", ["title", "minutes"], ["Une réunion", "validated"]),
                ("validations", ["meeting", "party", "date"], [str(open_one), "UIMM", "2024-02-01"]),
                ("agreements", ["meeting", "party", "fingerprint"], [str(open_one), "Industrie", "00"]),
                ("minutes_versions", ["meeting", "number", "sha256", "size"], [str(open_one), "1", "00", "1"]),
                ("corrections", ["id", "state"], [str(amended), "accepted"]),
                ("corrections", ["meeting", "new_text", "state"], [str(open_one), "Un texte", "accepted"]),
                ("attachments", ["meeting", "name", "sha256"], [str(open_one), "a.pdf", "00"]),
                ("templates", ["name", "sha256"], ["a.odt", "00"])):
            with self.subTest(kinds=kinds, rows=rows):
                self.assertIn("no table can set this", self.refuse(*rows, kinds=kinds))
        self.take(["id", "minutes", "title"], [str(open_one), "draft", "Autre"], kinds="meetings")
        self.take(["title", "minutes"], ["Une réunion", "draft"], kinds="meetings")

    def test_convention(self):
        self.take(["short_title"], ["Court"], kinds="conventions")
        self.assertEqual(self.query(self.path, "SELECT short_title FROM convention"), [("Court",)])
        self.refuse(["short_title"], ["Un"], ["Deux"], kinds="conventions")

    def test_errors_name_the_row_and_the_column(self):
        for rows, words in {
            (("text", "axis", "due"), ("Un", "4", "31/12/2024"), ("Deux", "4", "jamais")): ("row 3", "“due”", "jamais"),
            (("text", "axis", "status"), ("Un", "4", "presque")): ("row 2", "“status”", "presque"),
            (("text", "axis", "progress"), ("Un", "4", "140")): ("row 2", "“progress”", "140"),
            (("text", "axis"), ("Un", "47")): ("row 2", "“axis”", "47"),
            (("text", "axis", "parties"), ("Un", "4", "UIMM, Personne")): ("row 2", "“parties”", "Personne"),
            (("text", "axis"), ("", "4"), ("Un", "4")): ("row 2", "Engagement"),
            (("text",), ("Un",)): ("row 2", "Axis"),
            (("id", "text"), ("2101", "")): ("row 2", "“text”"),
            (("id", "text"), ("x", "Un")): ("row 2", "“id”"),
            (("text", "axis", "colour"), ("Un", "4", "bleu")): ("row 1", "column 3", "colour"),
            (("text", "axis", "text"), ("Un", "4", "bleu")): ("row 1", "column 3"),
            (("text", "", "axis"), ("Un", "perdu", "4")): ("row 1", "column 2"),
        }.items():
            error = self.refuse(*rows)
            for word in words:
                self.assertIn(word, error)
            self.assertIn("t.csv", error)

    def test_errors_in_french(self):
        error = self.refuse(["engagement", "axe"], ["Un", "4"], ["Deux", "jamais"], env={"LC_ALL": "C.UTF-8", "LANGUAGE": "fr"})
        self.assertIn("ligne", error)
        self.assertIn("jamais", error)

    def test_first_error_first(self):
        self.assertIn("row 2", self.refuse(["text", "axis"], ["Un", "x"], ["Deux", "y"]))

    def test_all_rows_or_none(self):
        rows = [["text", "axis"], *([f"Texte {i}", "4"] for i in range(500)), ["dernier", "nulle part"]]
        self.assertIn("row 502", self.refuse(*rows))

    def test_derived_columns_are_ignored(self):
        self.take(["id", "late", "status"], ["2101", "1", "done"])
        self.assertEqual(self.engagements(self.path)[2101]["status"], "done")

    def test_empty_tables(self):
        self.refuse(table=self.write("t.csv", ""))
        self.refuse(table=self.write("t.csv", "\ufeff\r\n\r\n"))
        self.assertEqual(self.take(["text", "axis"]), "0 added · 0 changed · 0 unchanged\n")
        self.assertEqual(self.path.read_bytes(), self.before)


class Csv(Case):
    """The forms a .csv comes in."""

    def forms(self):
        for separator in ",;\t":
            for end in ("\n", "\r\n", "\r"):
                for bom in ("", "\ufeff"):
                    yield separator, end, bom

    def test_forms(self):
        for separator, end, bom in self.forms():
            self.path = self.example()
            lines = [["text", "axis", "due"], ['"a, b; c\td"', "4", "2024-12-31"], ['"dit ""oui"""', "4", ""], ["sans", "4", ""]]
            text = bom + end.join(separator.join(line) for line in lines)
            self.copil("import", "engagements", self.path, self.write("t.csv", text))
            self.assertEqual(sorted(one["text"] for one in self.added()), ["a, b; c\td", 'dit "oui"', "sans"], (separator, end, bom))

    def test_headings_in_any_language(self):
        french = {"LC_ALL": "C.UTF-8", "LANGUAGE": "fr"}
        self.take(["Engagement", "Axis", "Due on"], ["Un", "4", "2024-12-31"])
        self.take(["Engagement", "Axe", "Statut"], ["Deux", "4", "Réalisé"], env=french)
        self.take(["text", "AXIS", " status "], ["Trois", "4", "Done"])
        self.assertEqual(sorted(one["text"] for one in self.added()), ["Deux", "Trois", "Un"])

    def test_words_of_either_language_in_any_session(self):
        """A table that was filled in under a French window is read under any other, and the other way round."""
        for language in ({}, {"LC_ALL": "C.UTF-8", "LANGUAGE": "fr"}, {"LC_ALL": "C.UTF-8", "LANGUAGE": "de"}):
            self.path = self.example()
            self.take(["Engagement", "Axe", "Statut", "Confidentiel", "En retard"], ["Un", "4", "Réalisé", "Oui", "Non"], ["Deux", "4", "EN COURS", "non", ""],
                      ["Trois", "4", "abandonne", "", ""], env=language)
            self.take(["Engagement", "Axis", "Status", "Confidential", "Late"], ["Quatre", "4", "Done", "Yes", "No"], ["Cinq", "4", "in_progress", "0", ""],
                      env=language)
            self.assertEqual(self.query(self.path, "SELECT text, status, confidential FROM engagement ORDER BY id DESC LIMIT 5")[::-1], [
                ("Un", "done", 1), ("Deux", "in_progress", 0), ("Trois", "abandoned", None), ("Quatre", "done", 1), ("Cinq", "in_progress", 0)])

    def test_broken(self):
        for text in (b"text,axis\n\x81\x8d,4\n", b"text,axis\nUn\0,4\n", b'text,axis\n"Un,4\n', b'text,axis\n"Un"x,4\n',
                     "text,axis\nUn,4\n".encode("utf-16")[:-1], b"\x1f\x8b\x08\0", b"\xff\xfe", b"\0\0\0\0", b"\xff\xfe\x00\xd8a\0"):
            self.refuse(table=self.write("t.csv", text))

    def test_encodings(self):
        words = "Élève d’œuvre à 12 €, « façade »"
        for encoding in ("utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"):
            for separator in ";\t":
                self.path = self.example()
                text = f"text{separator}axis{separator}quantity\r\n{words}{separator}4{separator}1250,5\r\n"
                self.copil("import", "engagements", self.path, self.write("t.csv", text.encode(encoding)))
                self.assertEqual([one["text"] for one in self.added()], [words], encoding)
                self.assertEqual(self.query(self.path, "SELECT quantity FROM engagement WHERE text = ?", words), [(1250.5,)])

    def test_remembered_columns(self):
        """A file that has taken a column under another name takes it again; one that is left out stays so."""
        rows = ["Ce qui est promis", "axis", "Notre colonne"], ["Un", "4", "x"]
        self.refuse(*rows)
        self.copil("import", "mappings", self.path, self.table("m.csv", [["kind", "header", "field"], ["engagement", "Ce  qui est PROMIS", "text"],
                                                                       ["engagement", "Notre colonne", ""], ["fiche", "Notre colonne", "title"]]))
        self.take(*rows)
        self.assertEqual([one["text"] for one in self.added()], ["Un"])

    def test_row_of_a_broken_quote(self):
        self.assertIn("row 3", self.refuse(table=self.write("t.csv", 'text,axis\nUn,4\n"Deux,4\n')))

    def test_short_and_long_rows(self):
        self.copil("import", "engagements", self.path, self.write("t.csv", "text,axis,due\nUn,4\nDeux,4,,\n"))
        self.assertEqual(len(self.added()), 2)
        self.refuse(table=self.write("t.csv", "text,axis\nUn,4,trop\n"))


class Ods(Case):
    """What spreadsheets write."""

    def take_sheet(self, content, **more):
        return self.copil("import", "engagements", self.path, self.sheet("t.ods", content), **more)

    def head(self):
        return row(cell("text"), cell("axis"), cell("progress"), cell("due"), cell("label"), cell("quantity"))

    def test_typed_cells(self):
        number = '<table:table-cell office:value-type="float" office:value="{}"><text:p>{}</text:p></table:table-cell>'
        self.take_sheet(
            "<table:table-header-rows>" + self.head() + "</table:table-header-rows>"
            + row(
                "<table:table-cell><text:p>Un<text:s text:c=\"2\"/>deux</text:p><text:p>trois<text:span> quatre</text:span></text:p>"
                "<office:annotation><text:p>note</text:p></office:annotation></table:table-cell>",
                number.format(4, 4),
                '<table:table-cell office:value-type="percentage" office:value="0.29"><text:p>29 %</text:p></table:table-cell>',
                '<table:table-cell office:value-type="date" office:date-value="2024-12-31T00:00:00"><text:p>31 déc.</text:p></table:table-cell>',
                number.format("4.1", "4,10"), number.format("75000.5", "75 000,50")))
        one, = self.added()
        self.assertEqual(one["text"], "Un  deux\ntrois quatre")
        self.assertEqual((one["progress"], one["due"], one["quantified"]["value"]), (29, "2024-12-31", 75000.5))
        self.assertEqual(self.query(self.path, "SELECT label FROM engagement WHERE id = ?", one["id"]), [("4.10",)])

    def test_repeated(self):
        blank = '<table:table-cell table:number-columns-repeated="16000"/>'
        self.take_sheet(
            self.head().replace("</table:table-row>", blank + "</table:table-row>")
            + row(blank, more=' table:number-rows-repeated="3"')
            + row(cell("Un"), cell("4"), blank, more=' table:number-rows-repeated="2"')
            + row(blank, more=' table:number-rows-repeated="1048570"') + row(blank, more=' table:number-rows-repeated="999999999"'))
        self.assertEqual([one["text"] for one in self.added()], ["Un", "Un"])

    def test_number_of_the_row(self):
        error = self.refuse(table=self.sheet("t.ods", self.head() + row("<table:table-cell/>", more=' table:number-rows-repeated="7"')
                                             + row(cell("Un"), cell("nulle part"))))
        self.assertIn("row 9", error)

    def test_second_sheet_is_left_alone(self):
        self.take_sheet(self.head() + row(cell("Un"), cell("4")))
        self.assertEqual(len(self.added()), 1)

    def test_bombs(self):
        names = " ".join(f'xmlns:{p}="urn:oasis:names:tc:opendocument:xmlns:{p}:1.0"' for p in ("office", "table", "text"))
        laughs = "".join(f'<!ENTITY a{i + 1} "{f"&a{i};" * 10}">' for i in range(12))
        entities = (f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "ha">{laughs}]><office:document-content {names}><office:body>'
                    f"<office:spreadsheet><table:table>{row(cell('text'), cell('&a12;'))}</table:table></office:spreadsheet>"
                    "</office:body></office:document-content>")
        outside = entities.replace('<!ENTITY a0 "ha">', '<!ENTITY a0 SYSTEM "file:///etc/passwd">').replace("&a12;", "&a0;")
        for table in (
            self.package("entities.ods", entities),
            self.package("outside.ods", outside),
            self.sheet("rows.ods", self.head() + row(cell("Un"), cell("4"), more=' table:number-rows-repeated="99999999999"')),
            self.sheet("million.ods", self.head() + row(cell("Un" * 2000), cell("4"), more=' table:number-rows-repeated="1048577"')),
            self.sheet("columns.ods", row('<table:table-cell table:number-columns-repeated="99999999"><text:p>text</text:p></table:table-cell>')),
            self.sheet("far.ods", row('<table:table-cell table:number-columns-repeated="4000000000"/>', cell("text"))),
            self.sheet("spaces.ods", row(cell('<text:s text:c="999999999"/>' * 300000 + "x"))),
            self.sheet("deep.ods", row("<table:table-cell>" + "<text:span>" * 100000 + "</text:span>" * 100000 + "</table:table-cell>")),
            self.package("packed.ods", "<a>" + " " * (200 * 1024 * 1024)),
        ):
            with self.subTest(table=table.name):
                self.refuse(table=table)

    def test_broken(self):
        whole = self.sheet("whole.ods", self.head() + row(cell("Un"), cell("4"))).read_bytes()
        for i, data in enumerate((b"", b"PK\3\4", whole[:100], whole[: len(whole) // 2], whole[:-5], b"text,axis\nUn,4\n", os.urandom(5000))):
            self.refuse(table=self.write(f"b{i}.ods", data))
        for content in ("", "<a/>", "<a>", "not xml", "<?xml version='1.0' encoding='nowhere'?><a/>"):
            self.refuse(table=self.package("c.ods", content))


class Percent(Case):
    """25.5 % is 25.5 where what is counted are percents, whatever wrote it; elsewhere nobody can tell what it is a percentage of."""
    PERCENT = '<table:table-cell office:value-type="percentage" office:value="{}"><text:p>{}</text:p></table:table-cell>'

    def forms(self, heads, words):
        """The same row as .ods and .csv: a cell of percent, a number, and what people write."""
        at = words.index("?")
        for value in (self.PERCENT.format("0.255", "25,5 %"), self.PERCENT.format("0.255", "25.50%"),
                      '<table:table-cell office:value-type="float" office:value="25.5"><text:p>25,5</text:p></table:table-cell>', cell("25,5 %")):
            yield self.sheet("t.ods", row(*map(cell, heads)) + row(*map(cell, words[:at]), value, *map(cell, words[at + 1:])))
        for value in ("25,5 %", "25.5%", "25,5", "25.5", "25,5\u00a0%", "25,5\u202f%"):
            yield self.table("t.csv", [heads, [*words[:at], value, *words[at + 1:]]], separator=";")

    def check_value(self, kind, field, heads, words):
        for table in self.forms(heads, words):
            self.path = self.example()
            self.copil("import", "indicators", self.path, self.table("i.csv", [["name", "unit"], ["Part", "%"]]))
            self.copil("import", kind["plural"], self.path, table)
            self.assertEqual(self.query(self.path, f"SELECT {field} FROM {kind['name']} ORDER BY id DESC LIMIT 1"), [(25.5,)], table.name)

    def test_where_the_unit_is_percent(self):
        self.check_value({"name": "observation", "plural": "observations"}, "value", ["value", "indicator", "date"], ["?", "Part", "2022-12-31"])
        self.check_value({"name": "target", "plural": "targets"}, "value", ["indicator", "value", "date"], ["Part", "?", "2024-12-31"])
        self.check_value({"name": "indicator", "plural": "indicators"}, "baseline_value", ["name", "baseline_value", "unit"], ["Autre part", "?", "% des jeunes"])
        self.check_value({"name": "engagement", "plural": "engagements"}, "quantity", ["text", "axis", "quantity", "unit"], ["Un", "4", "?", "%"])
        self.check_value({"name": "budget_line", "plural": "budget_lines"}, "quantity", ["side", "title", "quantity", "unit"], ["expense", "Frais", "?", "%"])

    def test_parts(self):
        self.copil("import", "indicators", self.path, self.table("i.csv", [["name", "unit"], ["Part", "%"]]))
        self.copil("import", "observations", self.path, self.table("o.csv", [["indicator", "value", "date"], ["Part", "1", "2020-12-31"]]))
        observation = str(self.query(self.path, "SELECT max(id) FROM observation")[0][0])
        self.copil("import", "splits", self.path, self.sheet("t.ods", row(*map(cell, ("observation", "name", "value")))
                                                             + row(cell(observation), cell("filles"), self.PERCENT.format("0.255", "25,5 %"))))
        self.assertEqual(self.query(self.path, "SELECT value FROM split ORDER BY id DESC LIMIT 1"), [(25.5,)])

    def test_a_record_that_is_there_has_its_unit(self):
        id, = self.query(self.path, "SELECT id FROM indicator WHERE unit = '%' LIMIT 1")[0]
        self.copil("import", "indicators", self.path, self.sheet("t.ods", row(cell("id"), cell("baseline_value"))
                                                                 + row(cell(str(id)), self.PERCENT.format("0.255", "25,5 %"))))
        self.assertEqual(self.query(self.path, "SELECT baseline_value FROM indicator WHERE id = ?", id), [(25.5,)])

    def test_another_unit_refuses_a_percentage(self):
        self.copil("import", "indicators", self.path, self.table("i.csv", [["name", "unit"], ["Nombre", "jeunes"], ["Sans", ""]]))
        for kinds, heads, words, said in (
            ("observations", ["indicator", "value"], ["Nombre", "?"], "“jeunes”"), ("targets", ["indicator", "value"], ["Nombre", "?"], "“jeunes”"),
            ("targets", ["indicator", "value"], ["Sans", "?"], "percentage"), ("engagements", ["text", "axis", "quantity", "unit"], ["Un", "4", "?", "km"], "“km”"),
            ("engagements", ["text", "axis", "quantity"], ["Un", "4", "?"], "percentage"), ("actions", ["title", "young"], ["Un", "?"], "percentage"),
            ("budget_lines", ["side", "title", "planned"], ["expense", "Un", "?"], "“€”"), ("items", ["meeting", "title", "duration"], ["1", "Un", "?"], "“minutes”"),
        ):
            at = words.index("?")
            for table in (self.sheet("t.ods", row(*map(cell, heads)) + row(*map(cell, words[:at]), self.PERCENT.format("0.25", "25 %"), *map(cell, words[at + 1:]))),
                          self.table("t.csv", [heads, [*words[:at], "25 %", *words[at + 1:]]])):
                error = self.refuse(kinds=kinds, table=table)
                self.assertIn("25 %", error)
                self.assertIn(said, error)
                self.assertIn(f"column “{heads[at]}”", error)


class Keys(Case):
    """The same table twice adds nothing: a row without an id or a label is known by what tells it from others."""

    def setUp(self):
        super().setUp()
        self.take(["short_name", "name"], ["OA", "Œuvre de l’Abbé"], ["AO", "Autre organisme"], kinds="parties")
        self.take(["name", "unit", "counting", "baseline_value", "baseline_date"], ["Stages  d’été", "stages", "period", "0", "31/08/2021"], kinds="indicators")
        self.take(["label", "title"], ["F 99", "Fiche neuve"], kinds="fiches")
        self.take(["type", "date", "title"], ["ordinary", "2030-01-15", "Comité neuf"], kinds="meetings")
        self.take(["side", "title"], ["expense", "Ligne neuve"], kinds="budget_lines")

    def test_every_kind(self):
        persons = self.query(self.path, "SELECT CAST(id AS TEXT) FROM person LIMIT 2")
        for kinds, *rows in (
            ("parties", ["name", "short_name"], ["Une association", "UA"], ["Une fédération", "UF"]),
            ("persons", ["name", "party", "function"], ["Nadia Perrin", "OA", "Présidente"], ["Nadia Perrin", "AO", ""], ["Nadia Perrin", "", ""]),
            ("attendances", ["meeting", "person", "state"], ["Comité neuf", persons[0][0], "present"], ["Comité neuf", persons[1][0], ""]),
            ("axes", ["title", "summary"], ["Axe neuf", "x"], ["Axe tout neuf", ""]),
            ("measures", ["axis", "title"], ["4", "Mesure neuve"], ["5", "Mesure neuve"]),
            ("engagements", ["axis", "text", "due"], ["4", "Accueillir\ndes élèves", "2031-12-31"], ["5", "Accueillir des élèves", ""]),
            ("engagements", ["label", "axis", "text"], ["9.9", "4", "Un premier"], ["9.9", "4", "Un second"], ["9.9", "5", "Un premier"]),
            ("meetings", ["date", "type", "title", "place"], ["2031-01-15", "ordinary", "Comité", "Lille"], ["2031-01-15", "workshop", "Atelier", ""], ["2032-01-15", "ordinary", "Comité", ""]),
            ("items", ["meeting", "title", "notes"], ["Comité neuf", "Ouverture", "x"], ["Comité neuf", "Clôture", ""]),
            ("fiches", ["title", "summary"], ["Une fiche", "x"], ["Autre fiche", ""]),
            ("steps", ["fiche", "title", "due"], ["F 99", "Préparer", "2031-01-01"], ["F 99", "Faire", ""]),
            ("contributions", ["fiche", "party", "text"], ["F 99", "OA", "Prêter un car"], ["F 99", "AO", "Prêter un car"]),
            ("decisions", ["meeting", "text", "due"], ["Comité neuf", "Écrire aux lycées", "2031-01-01"], ["Comité neuf", "Écrire aux collèges", ""]),
            ("indicators", ["name", "unit"], ["Jeunes", "jeunes"], ["Lycées", ""]),
            ("targets", ["indicator", "value", "date"], ["Stages d’été", "500", "2024-12-31"], ["Stages d’été", "1000", "2025-12-31"], ["Stages d’été", "1100", ""]),
            ("observations", ["indicator", "value", "date"], ["Stages d’été", "100", "31/08/2022"], ["Stages d’été", "150", "31/08/2023"], ["Stages d’été", "150", ""]),
            ("agreements", ["meeting", "party", "date"], ["Comité neuf", "OA", "2029-12-01"], ["Comité neuf", "AO", "2029-12-02"]),
            ("corrections", ["meeting", "party", "old_text", "new_text"], ["Comité neuf", "OA", "a", "b"], ["Comité neuf", "OA", "a", "c"]),
            ("followups", ["engagement", "date", "text"], ["2101", "2024-01-02", "Vu"], ["2101", "2024-01-03", "Vu"]),
            ("resources", ["fiche", "name", "year", "planned"], ["F 99", "Bus", "2024", "1200"], ["F 99", "Bus", "2025", "1200"]),
            ("fiche_reviews", ["fiche", "year", "done"], ["F 99", "2023", "x"], ["F 99", "2024", ""]),
            ("themes", ["title", "note"], ["Thème neuf", "x"], ["Autre thème", ""]),
            ("actions", ["title", "academie", "start", "young"], ["Visite", "Lille", "2024-01-01", "12"], ["Visite", "Lille", "2024-01-02", "13"], ["Visite", "Lyon", "2024-01-01", ""]),
            ("budget_lines", ["side", "title", "planned"], ["expense", "Cars", "100"], ["receipt", "Cars", "100"]),
            ("budget_amounts", ["line", "year", "planned"], ["Ligne neuve", "2024", "1"], ["Ligne neuve", "2025", "1"]),
            ("instalments", ["line", "name", "due"], ["Ligne neuve", "Avance", "2024-01-01"], ["Ligne neuve", "Avance", "2025-01-01"]),
            ("review_texts", ["type", "year", "section", "text"], ["review", "2023", "introduction", "x"], ["review", "2024", "introduction", "y"]),
            ("mappings", ["kind", "header", "field"], ["person", "Nom et prénom", "name"], ["party", "Nom et prénom", "name"]),
        ):
            with self.subTest(kinds=kinds):
                n = len(rows) - 1
                self.assertEqual(self.take(*rows, kinds=kinds), f"{n} added · 0 changed · 0 unchanged\n")
                before = self.path.read_bytes()
                self.assertEqual(self.take(*rows, kinds=kinds), f"0 added · 0 changed · {n} unchanged\n")
                self.assertEqual(self.path.read_bytes(), before)
        self.assertEqual(self.copil("check", self.path), "OK\n")

    def test_a_changed_row_changes_its_record(self):
        self.take(["indicator", "value", "date"], ["Stages d’été", "100", "31/08/2022"], ["Stages d’été", "150", "31/08/2023"], kinds="observations")
        self.assertEqual(self.take(["indicator", "value", "date"], ["Stages d’été", "110", "31/08/2022"], ["Stages d’été", "150", "31/08/2023"],
                                   ["Stages d’été", "10", "31/08/2024"], kinds="observations"), "1 added · 1 changed · 1 unchanged\n")
        self.assertEqual(self.query(self.path, "SELECT value FROM observation o JOIN indicator i ON i.id = o.indicator WHERE i.name LIKE 'Stages  d%' ORDER BY date"),
                         [(110,), (150,), (10,)])

    def test_folded(self):
        self.take(["name", "party", "function"], ["Éloïse Le  Goff", "OA", "Présidente"], kinds="persons")
        self.assertEqual(self.take(["name", "party", "phone"], [" eloise le goff", "oa", "01"], kinds="persons"), "0 added · 1 changed · 0 unchanged\n")
        self.assertEqual(self.query(self.path, "SELECT name, function, phone FROM person ORDER BY id DESC LIMIT 1"), [(" eloise le goff".strip(), "Présidente", "01")])
        # Without a column for their signatories the table speaks of the persons who are known.
        self.assertEqual(self.take(["name", "phone"], ["Eloise Le Goff", "02"], kinds="persons"), "0 added · 1 changed · 0 unchanged\n")
        self.take(["indicator", "value", "date"], ["stages d'ete", "1000", "2025-12-31"], kinds="targets")

    def test_doubles_of_the_table(self):
        """Two rows of one key contradict each other where there can be one such record; elsewhere it is said."""
        for kinds, *rows in (
            ("observations", ["indicator", "value", "date"], ["Stages d’été", "100", "2022-08-31"], ["stages d'été", "200", "31/08/2022"]),
            ("indicators", ["name", "unit"], ["Jeunes", ""], ["JEUNES", "jeunes"]),
            ("parties", ["name"], ["Une association"], ["Une  association"]),
        ):
            error = self.refuse(*rows, kinds=kinds)
            self.assertIn("row 3: row 2 already speaks of this record", error)
        rows = ["axis", "text"], ["4", "Accueillir"], ["4", "ACCUEILLIR"]
        self.assertEqual(self.take(*rows), "2 added · 0 changed · 0 unchanged\nrow 3: It looks like a double of row 2.\n")
        self.assertEqual(self.copil("check", self.path), f"Engagement “{self.title_of_axis()}, Accueillir” stands there 2 times: it looks like a double.\nOK\n")
        before = self.path.read_bytes()
        self.assertRegex(self.take(*rows), "^0 added · 0 changed · 2 unchanged\n")
        self.assertEqual(self.path.read_bytes(), before)

    def title_of_axis(self):
        label, title = self.query(self.path, "SELECT label, title FROM axis WHERE label = '4'")[0]
        return f"{label} {title}"

    def test_doubles_of_the_file(self):
        """A file from before: what stands there twice is no damage, is said by check, and is not guessed at."""
        self.take(["id", "indicator", "value", "date"], ["77001", "Stages d’été", "100", "2022-08-31"], ["77002", "Stages d’été", "150", "2022-08-31"], kinds="observations")
        self.assertRegex(self.copil("check", self.path), r"^Observation “Stages  d’été, 31/08/2022” stands there 2 times: it looks like a double\.\nOK\n$")
        self.assertIn("several records have “Stages d’été, 2022-08-31”: give an id", self.refuse(
            ["indicator", "value", "date"], ["Stages d’été", "100", "2022-08-31"], kinds="observations"))
        self.take(["id", "value"], ["77002", "160"], kinds="observations")

    def test_a_number_is_no_identity(self):
        """A row that puts another text under a number that is known says so."""
        self.take(["label", "axis", "text"], ["9.9", "4", "Accueillir des élèves"])
        self.assertEqual(self.take(["label", "axis", "text"], ["9.9", "4", "accueillir  des eleves"]), "0 added · 1 changed · 0 unchanged\n")
        self.assertEqual(self.take(["label", "axis", "text"], ["9.9", "4", "Prêter des salles"]), "0 added · 1 changed · 0 unchanged\n"
                         "row 2: The number 9.9 is that of another text, which it replaces: Engagement “accueillir  des eleves”.\n")
        self.assertEqual(self.take(["label", "status"], ["9.9", "done"]), "0 added · 1 changed · 0 unchanged\n")

    def test_a_progress_out_of_proportion(self):
        """It is not stored, unless somebody says that it is right."""
        self.take(["name", "unit", "baseline_value", "baseline_date"], ["Part", "%", "19", "2021-12-31"], kinds="indicators")
        self.take(["indicator", "value", "date"], ["Part", "30", "2024-12-31"], kinds="targets")
        rows = ["indicator", "value", "date"], ["Part", "20", "2021-12-31"], ["Part", "0,255", "2022-12-31"]
        error = self.refuse(*rows, kinds="observations")
        self.assertIn("row 3: The progress of “Part” would be −170%: is the value right?", error)
        self.assertIn("--confirm", error)
        self.assertIn("−170%", self.copil("import", "observations", self.path, self.table("t.csv", rows), "--confirm"))
        self.assertEqual(self.query(self.path, "SELECT value FROM observation ORDER BY id DESC LIMIT 1"), [(0.255,)])
        for kinds, *rows in (("observations", ["indicator", "value", "date"], ["Part", "255", "2023-12-31"]), ("targets", ["indicator", "value", "date"], ["Part", "19.1", "2024-12-31"]),
                             ("indicators", ["name", "baseline_value"], ["Part", "29.9"])):
            self.assertIn("The progress of “Part” would be", self.refuse(*rows, kinds=kinds))


class Safety(cli.Case):
    def test_what_is_no_table(self):
        path = self.example()
        before = path.read_bytes()
        os.mkfifo(self.folder / "pipe.csv")
        os.mkfifo(self.folder / "pipe.ods")
        (self.folder / "folder.csv").mkdir()
        (self.folder / "zero.csv").symlink_to("/dev/zero")
        for name in ("none.csv", "none.ods", "folder.csv", "pipe.csv", "pipe.ods", "zero.csv"):
            self.copil("import", "engagements", path, name, status=1)
            self.assertIn(name, self.error)
        self.assertEqual(path.read_bytes(), before)

    def test_nothing_beside_the_file(self):
        path = self.example()
        self.copil("import", "engagements", path, self.table("t.csv", [["text", "axis"], ["Un", "4"]]))
        self.assertEqual(sorted(entry.name for entry in self.folder.iterdir()), ["t.csv", "tmp", "uimm.copil"])

    def test_a_link_stays_a_link(self):
        path = self.example()
        link = self.folder / "link.copil"
        link.symlink_to("uimm.copil")
        self.copil("import", "engagements", link, self.table("t.csv", [["text", "axis"], ["Un", "4"]]))
        self.assertTrue(link.is_symlink())
        self.assertIn("Un", [one["text"] for one in self.engagements(path).values()])

    def test_a_folder_that_cannot_be_written(self):
        if os.geteuid() == 0:
            self.skipTest("root may write anywhere")
        (self.folder / "closed").mkdir()
        path = self.example(to="closed/uimm.copil")
        table = self.table("t.csv", [["text", "axis"], ["Un", "4"]])
        before = path.read_bytes()
        (self.folder / "closed").chmod(0o555)
        self.addCleanup((self.folder / "closed").chmod, 0o755)
        self.copil("import", "engagements", path, table, status=1)
        self.assertEqual(path.read_bytes(), before)

    def test_many_rows(self):
        path = self.example()
        self.copil("import", "engagements", path, self.table("t.csv", [["label", "text", "measure", "parties"]] + [
            [f"N{i}", f"Texte {i}", "4.1.3", "UIMM, Industrie"] for i in range(20000)]))
        self.assertEqual(sum(one["text"].startswith("Texte ") for one in self.engagements(path).values()), 20000)


if __name__ == "__main__":
    cli.main()
