# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of the engagements of all axes: what a figure of the overview, a part of its charts or "show all" counts is what it
opens; what other axes have; delete and undo.

    test_all_axes.py COPIL uimm.copil
"""
import re
import sys

from harness import Copil, place, plain, value

binary, example = sys.argv[1:3]
STATUS = re.compile("^(Prévu|En cours.*|Réalisé|En retard|Abandonné)$")


def rows(app):
    """The engagements that the list shows: its headings count, and say no status."""
    found = 0
    table = app.find_all("list", within=app.find_all("tree table", within=axes, unseen=True)[0], unseen=True)[0]
    for row in app.find_all("table row", within=table, unseen=True):
        cells = [plain(label.name) for label in app.find_all("label", within=row, unseen=True)]
        found += bool(cells and STATUS.match(cells[-1]))
    return found


def expect(app, count, what):
    app.wait(lambda: rows(app) == count, f"{count} engagements: {what}")
    print("   ", what, count)


def press(app, name, within):
    app.click(app.find("push button", re.compile(name), within=within))


with place(example) as path:
    home = path.replace("convention.copil", "home")
    with Copil(binary, [path], home=home, environment={"GSETTINGS_BACKEND": "memory"}) as app:
        app.key("alt+2")
        axes = app.page("CopilAxesPage")
        tabs = [plain(tab.name) for tab in app.find_all("page tab", within=axes)]
        assert tabs[0] == "Tous" and len(set(tabs)) == len(tabs) == 6, tabs
        late = value(path, "SELECT count (*) FROM engagement e JOIN axis a ON a.id = e.axis WHERE a.label = '2' AND"
                     " copil_late (status, due)")
        assert tabs[1].endswith(f"({late} en retard)"), tabs

        # --- each figure opens what it counted ---
        everything = value(path, "SELECT count (*) FROM engagement")
        for name in ("Engagements", "Réalisés", "En cours", "En retard"):
            app.key("alt+1")
            page = app.page("CopilOverviewPage")
            card = app.find("push button", re.compile(f"^{name} : \\d+"), within=page)
            count = int(re.search(r": (\d+)", plain(card.name)).group(1))
            app.click(card)
            expect(app, count, name)
        app.key("alt+1")
        button = app.find("push button", re.compile("^Tout voir"), within=page)
        count = int(re.search(r"\((\d+)\)", plain(button.name)).group(1))
        app.click(button)
        expect(app, count, "Tout voir")

        # --- marks of the charts, by the keyboard, in the order of the axes ---
        states = [value(path, "SELECT count (*) FROM engagement e JOIN axis a ON a.id = e.axis WHERE a.label = '2' AND"
                        " coalesce (e.status, 'planned') = ?1 AND NOT copil_late (e.status, e.due)", state)
                  for state in ("done", "in_progress", "planned")]
        for name, counts in (("axe", states),):
            for step, count in enumerate(counts):
                app.key("alt+1")
                app.focus(app.find("image", re.compile(f"^Engagements par {name}"), within=page))
                app.key("Home", *["Right"] * step)
                app.settle()
                app.key("Return")
                app.find("label", re.compile(f"^{count} sur {everything} engagements"), within=axes)
                expect(app, count, f"{name}, mark {step}")

        # --- sorted: the articles say where each stands; delete, undo ---
        press(app, "^Tout réafficher", axes)
        expect(app, everything, "everything again")
        text = value(path, "SELECT e.text FROM engagement e JOIN axis a ON a.id = e.axis WHERE a.label = '2'"
                     " ORDER BY e.measure, e.position LIMIT 1")
        app.select(app.find("tree table", within=axes), text)
        app.key("Delete")
        expect(app, everything - 1, "one deleted")
        app.key("ctrl+z")
        expect(app, everything, "and back")
        app.saved(path, "SELECT count (*) FROM engagement", everything)

        # --- an axis says what the others have ---
        app.key("ctrl+f")
        app.type("metiers")
        app.wait(lambda: 0 < rows(app) < everything, "the word")
        both = rows(app)
        app.click(app.find_all("page tab", within=axes)[1])
        more = app.find("push button", re.compile("dans les autres axes"), within=axes)
        there = int(re.match(r"\d+", plain(more.name)).group(0))
        app.wait(lambda: rows(app) == both - there, f"{both} less {there}")
        app.click(more)
        expect(app, both, "in all axes")
        assert not app.criticals(), app.criticals()
        assert app.close() == 0
print("ok: all axes")
