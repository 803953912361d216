# SPDX-License-Identifier: GPL-3.0-or-later
"""show --json, key by key, against the files themselves; the outline for people."""
import re
import unicodedata

import cli

DATE = "date"
SPLIT = "split"  # a number, or null, by name
OPTIONAL = "optional"  # a text, where the key is there at all
LIST = "list"  # objects with an id, and the fields of their kind
RECORDS = "records"  # by the plural of each kind, objects with an id
STATUS = {"planned", "in_progress", "done", "abandoned", None}

# What each value may be: types, a set of values, DATE, a list of one form, or an object.
FORM = {
    "convention": {
        "title": (str,), "reference": (str, None), "signed": DATE, "effective": DATE, "expires": DATE,
        "duration_months": (int, None), "renewal": {"none", "tacit", "conditional", "unstated"}, "notice_months": (int, None),
    },
    "parties": [{"id": (int,), "name": (str,), "short_name": (str, None), "side": {1, 2, 3, None}}],
    "axes": [{
        "id": (int,), "label": (str, None), "title": (str,), "progress": (int, float, None),
        "measures": [{
            "id": (int, None), "label": (str, None), "title": (str, None),
            "engagements": [{
                "id": (int,), "text": (str,), "parties": [(str,)], "status": STATUS, "progress": (int, None), "due": DATE,
                "quantified": ({"value": (int, float), "unit": (str, None)}, None),
            }],
        }],
    }],
    "meetings": [{
        "id": (int,), "type": {"ordinary", "exceptional", "working_group", "public", "workshop", None}, "date": DATE,
        "place": (str, None), "minutes": {"draft", "proposed", "amended", "validated", None},
        "attendance": [{"person": (str,), "party": (str, None), "state": {"present", "excused", "represented", "absent", None}}],
        "items": [{"label": (str, None), "title": (str,)}],
        "decisions": [{"label": (str, None), "text": (str,), "due": DATE, "status": STATUS | {"adopted"}}],
    }],
    "fiches": [{"id": (int,), "label": (str, None), "title": (str,), "axis": (str, None), "lead": (str, None), "status": STATUS}],
    "indicators": [{
        "id": (int,), "name": (str,), "unit": (str, None), "baseline": {"value": (int, float, None), "date": DATE},
        "targets": [{"value": (int, float, None), "date": DATE}],
        "observations": [{"value": (int, float), "date": DATE, "split": SPLIT, "level": OPTIONAL}],
        "progress": (int, float, None),
    }],
    "clauses": LIST, "articles": LIST, "amendments": LIST, "authorisations": LIST, "terms": LIST,
    "records": RECORDS,
}


def faults(value, form, where="$"):
    """Where a value is not of its form."""
    if form == DATE:
        if value is not None and not (isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value)):
            yield f"{where}: {value!r} is not a date"
    elif form == SPLIT:
        if not isinstance(value, dict) or not all(one is None or isinstance(one, (int, float)) for one in value.values()):
            yield f"{where}: {value!r} is not a split"
    elif form == LIST:
        if not all(isinstance(one["id"], int) for one in value):
            yield f"{where}: a record without an id"
    elif form == RECORDS:
        for plural, records in value.items():
            if not all(isinstance(one["id"], int) for one in records):
                yield f"{where}.{plural}: a record without an id"
    elif form == OPTIONAL:
        if not isinstance(value, str):
            yield f"{where}: {value!r} is not a text"
    elif isinstance(form, list):
        if not isinstance(value, list):
            yield f"{where}: not a list"
            return
        for i, one in enumerate(value):
            yield from faults(one, form[0], f"{where}[{i}]")
    elif isinstance(form, dict):
        form = {key: of for key, of in form.items() if of != OPTIONAL or (isinstance(value, dict) and key in value)}
        if not isinstance(value, dict) or list(value) != list(form):
            yield f"{where}: keys {list(value) if isinstance(value, dict) else value!r} instead of {list(form)}"
            return
        for key in form:
            yield from faults(value[key], form[key], f"{where}.{key}")
    elif isinstance(form, set):
        if value not in form:
            yield f"{where}: {value!r} is none of {form}"
    elif value is None:
        if None not in form:
            yield f"{where}: null"
    elif isinstance(value, dict):
        yield from faults(value, next((one for one in form if isinstance(one, dict)), ()), where)
    elif isinstance(value, bool) or not isinstance(value, tuple(one for one in form if isinstance(one, type))):
        yield f"{where}: {value!r} is no {form}"


def progress(status, entered):
    if status == "abandoned":
        return None
    return entered if entered is not None else {"done": 100, "planned": 0, None: 0}.get(status)


class Json(cli.Case):
    def test_form(self):
        for name in cli.EXAMPLES:
            with self.subTest(example=name):
                self.assertEqual(list(faults(self.show(self.example(name)), FORM)), [])

    def test_an_empty_file(self):
        self.copil("new", "a.copil", "--title", "A")
        data = self.show("a.copil")
        self.assertEqual(list(faults(data, FORM)), [])
        self.assertEqual([len(data[key]) for key in list(data)[1:-1]], [0] * 10)
        self.assertEqual([plural for plural, records in data["records"].items() if records], ["conventions"])

    def test_records_are_those_of_the_file(self):
        """Each table with each of its columns, but for places and bytes."""
        tables = {"parties": "party", "axes": "axis", "fiches": "fiche", "steps": "step", "actions": "action",
                  "budget_lines": "budget_line", "engagements": "engagement", "decisions": "decision", "observations": "observation"}
        for name in cli.EXAMPLES:
            path = self.example(name)
            records = self.show(path)["records"]
            for plural, table in tables.items():
                with self.subTest(example=name, kind=plural):
                    columns = [column for column, in self.query(path, f"SELECT name FROM pragma_table_info ('{table}')")
                               if column not in ("position", "data")]
                    shown = {tuple(one[column] for column in columns) for one in records[plural]}
                    self.assertEqual(shown, set(self.query(path, f"SELECT {', '.join(columns)} FROM {table}")))

    def test_same_bytes_in_any_language(self):
        for name in cli.EXAMPLES:
            path = self.example(name)
            first = self.copil("show", path, "--json")
            self.assertEqual(first, self.copil("show", path, "--json"))
            self.assertEqual(first, self.copil("show", path, "--json", env=self.french()))

    def test_everything_is_there(self):
        for name in cli.EXAMPLES:
            with self.subTest(example=name):
                path = self.example(name)
                data = self.show(path)
                for key, kind in {"parties": "party", "axes": "axis", "meetings": "meeting", "fiches": "fiche", "indicators": "indicator"}.items():
                    self.assertEqual(sorted(one["id"] for one in data[key]), [one for one, in self.query(path, f"SELECT id FROM {kind} ORDER BY id")])
                self.assertEqual(
                    sorted(self.engagements(path)), [one for one, in self.query(path, "SELECT id FROM engagement ORDER BY id")])
                self.assertEqual(
                    sorted(m["id"] for a in data["axes"] for m in a["measures"] if m["id"] is not None),
                    [one for one, in self.query(path, "SELECT id FROM measure ORDER BY id")])
                for key, kind in {"attendance": "attendance", "items": "item", "decisions": "decision"}.items():
                    self.assertEqual(sum(len(m[key]) for m in data["meetings"]), self.query(path, f"SELECT count (*) FROM {kind}")[0][0])
                for key, kind in {"targets": "target", "observations": "observation"}.items():
                    self.assertEqual(sum(len(i[key]) for i in data["indicators"]), self.query(path, f"SELECT count (*) FROM {kind}")[0][0])

    def test_engagements_say_what_the_file_says(self):
        for name in cli.EXAMPLES:
            path = self.example(name)
            shown = self.engagements(path)
            for id, text, status, entered, due, quantity, unit, axis, measure in self.query(
                path, "SELECT id, text, status, progress, due, quantity, unit, axis, measure FROM engagement"):
                one = shown[id]
                self.assertEqual((one["text"], one["status"], one["due"], one["axis"], one["measure"]), (text, status, due, axis, measure))
                if not (entered is None and status not in ("done", "abandoned") and self.query(path, "SELECT 1 FROM indicator WHERE engagement = ?", id)):
                    self.assertEqual(one["progress"], progress(status, entered), one)
                self.assertEqual(one["quantified"], None if quantity is None else {"value": quantity, "unit": unit})
                self.assertEqual(one["parties"], [name for name, in self.query(
                    path, "SELECT coalesce (short_name, name) FROM party JOIN engagement_party ON party = party.id"
                    " WHERE engagement = ? ORDER BY position, party.id", id)])

    def test_progress_of_an_axis_is_the_mean(self):
        for name in cli.EXAMPLES:
            for axis in self.show(self.example(name))["axes"]:
                known = [e["progress"] for m in axis["measures"] for e in m["engagements"] if e["progress"] is not None]
                if known:
                    self.assertAlmostEqual(axis["progress"], sum(known) / len(known), delta=0.051)
                else:
                    self.assertIsNone(axis["progress"])

    def test_progress_of_an_indicator(self):
        for name in cli.EXAMPLES:
            path = self.example(name)
            rules = {id: rest for id, *rest in self.query(path, "SELECT id, direction, counting, baseline_date FROM indicator")}
            for one in self.show(path)["indicators"]:
                direction, counting, since = rules[one["id"]]
                start, target = one["baseline"]["value"], one["targets"][-1]["value"] if one["targets"] else None
                seen = [o["value"] for o in one["observations"] if counting != "period" or o["date"] > (since or "")]
                if target is None or not seen or (direction != "above" and start in (None, target)):
                    self.assertIsNone(one["progress"], one)
                    continue
                observed = sum(seen) if counting == "period" else seen[-1]
                wanted = 100 * (observed >= target) if direction == "above" else 100 * (observed - start) / (target - start)
                self.assertAlmostEqual(one["progress"], wanted, places=6)

    def test_progress_from_indicators(self):
        path = self.example("uimm")
        engagement = self.engagements(path)[5101]
        self.assertEqual(self.query(path, "SELECT progress FROM engagement WHERE id = 5101"), [(None,)])
        self.assertEqual(engagement["progress"], 86)
        self.assertIn("86%", self.copil("show", path))

    def test_split_of_an_observation(self):
        one = next(i for i in self.show(self.example("ipe"))["indicators"] if i["name"] == "Jeunes bénéficiaires")
        self.assertEqual(one["observations"], [{"value": 222471, "date": "2007-12-31", "split": {"filles": 105607, "garçons": 116864}}])

    def test_order_by_date(self):
        for name in cli.EXAMPLES:
            data = self.show(self.example(name))
            dates = [meeting["date"] or "" for meeting in data["meetings"]]
            self.assertEqual(dates, sorted(dates))
            for indicator in data["indicators"]:
                for key in ("targets", "observations"):
                    dates = [one["date"] or "" for one in indicator[key]]
                    self.assertEqual(dates, sorted(dates))

    def test_end_of_the_convention(self):
        self.assertEqual(self.show(self.example())["convention"]["expires"], "2024-11-23")
        self.copil("new", "a.copil")
        self.copil("import", "conventions", "a.copil", self.table("c.csv", [["signed", "duration_months"], ["2020-01-15", "12"]]))
        self.assertEqual(self.show("a.copil")["convention"]["expires"], "2021-01-15")
        self.copil("import", "conventions", "a.copil", self.table("c.csv", [["expires"], ["31/12/2020"]]))
        self.assertEqual(self.show("a.copil")["convention"]["expires"], "2020-12-31")

    def test_under_an_axis_without_a_measure(self):
        path = self.example()
        self.copil("import", "engagements", path, self.table("e.csv", [["text", "axis"], ["Tout droit", "4"]]))
        axis = next(axis for axis in self.show(path)["axes"] if axis["label"] == "4")
        self.assertEqual({key: axis["measures"][0][key] for key in ("id", "label", "title")}, {"id": None, "label": None, "title": None})
        self.assertIn("Tout droit", [one["text"] for one in axis["measures"][0]["engagements"]])

    def test_hard_text(self):
        self.copil("new", "a.copil")
        text = 'guillemets " \\ retour\nà la ligne\ttabulation \u2028 🏭 </script>'
        self.copil("import", "axes", "a.copil", self.table("a.csv", [["label", "title"], ["1", text]]))
        self.assertEqual(self.show("a.copil")["axes"][0]["title"], text)


class Outline(cli.Case):
    def width(self, line):
        return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)

    def test_fits_eighty_columns(self):
        for name in cli.EXAMPLES:
            path = self.example(name)
            for env in ({}, {"LC_ALL": "C.UTF-8", "LANGUAGE": "fr"}):
                for line in self.copil("show", path, env=env).splitlines():
                    if " " in line.strip():
                        self.assertLessEqual(self.width(line), 80, line)

    def test_tells_everything(self):
        for name in cli.EXAMPLES:
            path = self.example(name)
            words = " ".join(self.copil("show", path).split())
            for kind, column in {"axis": "title", "measure": "title", "engagement": "text", "fiche": "title", "party": "name"}.items():
                for text, in self.query(path, f"SELECT {column} FROM {kind}"):
                    self.assertIn(" ".join(text.split()), words)

    def test_is_in_french(self):
        words = self.copil("show", self.example(), env={"LC_ALL": "C.UTF-8", "LANGUAGE": "fr"})
        for word in ("Axes", "Signataires", "Réunions", "Fiches action", "Indicateurs", "23/11/2021"):
            self.assertIn(word, words)
        self.assertNotRegex(words, r"(?i)\b(planned|in progress|meetings|signatories)\b")

    def test_says_what_is_late(self):
        path = self.example()
        late = self.query(path, "SELECT count (*) FROM engagement WHERE due < ? AND status IN ('planned', 'in_progress')", cli.TODAY)[0][0]
        self.assertEqual(self.copil("show", path).count("late since"), late)
        self.assertEqual(self.copil("show", path, env={"COPIL_TODAY": "2000-01-01"}).count("late since"), 0)


if __name__ == "__main__":
    cli.main()
