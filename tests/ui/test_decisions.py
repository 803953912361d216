# SPDX-License-Identifier: GPL-3.0-or-later
"""The register of decisions: what a count of the overview opens, its filters and search, its states by click and key, a word of
follow-up, the form beside, the link to the meeting, undo.

    test_decisions.py COPIL uimm.copil
"""
import re
import sys

from harness import Copil, place, plain, value

binary, example = sys.argv[1:3]
OPEN = "SELECT count (*) FROM decision WHERE coalesce (status, 'planned') NOT IN ('done', 'abandoned', 'adopted')"
LATE = "SELECT count (*) FROM decision WHERE copil_late (status, due)"
STATUS = "SELECT status FROM decision WHERE label = ?1"
CLOSED = "SELECT closed FROM decision WHERE label = ?1"


def rows(app, page):
    """The decisions that the list shows, by the words of their rows."""
    table = app.find_all("list", within=app.find_all("tree table", within=page, unseen=True)[0], unseen=True)[0]
    return [plain(row.name) for row in app.find_all("table row", within=table, unseen=True)]


def select(app, page, label):
    """By a click on its text: one further left would tick it."""
    row = app.wait(lambda: next((r for r in app.find_all("table row", within=page) if plain(r.name).startswith(label)), None), label)
    app.point(app.find("label", re.compile("^" + label), within=row))
    return row


def expect(app, page, n, what):
    app.wait(lambda: len(rows(app, page)) == n, f"{what}: {n} rows, not {len(rows(app, page))}")


with place(example) as path:
    home = path.replace("convention.copil", "home")
    everything, still_open, late = (value(path, sql) for sql in ("SELECT count (*) FROM decision", OPEN, LATE))
    with Copil(binary, [path], home=home, environment={"COPIL_AUTHOR": "Karim Haddad"}) as app:
        overview = app.page("CopilOverviewPage")

        # --- each count opens what it counts ---
        app.click(app.find("push button", re.compile(f"^Décisions ouvertes : {still_open}"), within=overview))
        page = app.page("CopilDecisionsPage")
        expect(app, page, still_open, "open")
        app.key("alt+1")
        app.click(app.find("push button", f"dont {late} en retard", within=overview))
        expect(app, page, late, "late")

        # --- the state by a click, and back ---
        row = select(app, page, "2023-2-02")
        app.point(app.find("check box", re.compile("exécutée"), within=row))
        app.saved(path, STATUS, "done", "2023-2-02")
        app.saved(path, CLOSED, "2024-03-15", "2023-2-02")
        expect(app, page, late - 1, "one less is late")
        app.key("ctrl+z")
        expect(app, page, late, "late again")
        app.saved(path, STATUS, "planned", "2023-2-02")

        # --- by one key each ---
        select(app, page, "2023-2-02")
        app.key("5")
        app.saved(path, STATUS, "adopted", "2023-2-02")
        app.saved(path, CLOSED, None, "2023-2-02")
        app.key("ctrl+z")
        app.saved(path, STATUS, "planned", "2023-2-02")
        select(app, page, "2023-2-02")
        app.key("2")
        app.saved(path, STATUS, "in_progress", "2023-2-02")
        app.key("ctrl+Return")
        app.saved(path, STATUS, "done", "2023-2-02")
        app.key("ctrl+z", "ctrl+z")
        app.saved(path, STATUS, "planned", "2023-2-02")

        # --- a dated word of follow-up; the form beside ---
        select(app, page, "2023-2-02")
        app.key("F8")
        app.wait(lambda: app.focused(page) and app.focused(page).getRoleName() == "text", "the note")
        app.type("Relance par telephone")
        app.key("Return")
        app.saved(path, "SELECT count (*) FROM followup f JOIN decision d ON d.id = f.decision WHERE d.label = '2023-2-02'"
                  " AND f.date = '2024-03-15' AND f.text = 'Relance par telephone'", 1)

        # --- search, over the words of follow-up too; all again ---
        app.key("ctrl+f")
        app.type("TELEPHONE")
        expect(app, page, 1, "the word of follow-up")
        app.key("Escape")
        expect(app, page, late, "late, after the search")
        app.choose(app.find_all("combo box", within=page)[0], 0)
        expect(app, page, everything, "all")

        # --- the link to its meeting ---
        select(app, page, "2023-2-02")
        title = value(path, "SELECT coalesce (m.title, m.date) FROM meeting m JOIN decision d ON d.meeting = m.id WHERE"
                      " d.label = '2023-2-02'")
        app.click(app.find("list item", title, within=page))
        app.page("CopilMeetingsPage")
        app.key("alt+5")
        assert not app.criticals(), app.criticals()
        assert app.close() == 0
print("ok: decisions")
