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
