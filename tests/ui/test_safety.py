# SPDX-License-Identifier: GPL-3.0-or-later
"""What is typed, deleted or filtered away is never lost without a word, whatever is done next.

    test_safety.py COPIL uimm.copil
"""
import os
import re
import sys

from harness import Copil, place, query, value

binary, example = sys.argv[1:3]
NOTE = "SELECT note FROM engagement WHERE id = ?1"


def delete(page, called):
    """Deletes what is selected; gives the toast that says so."""
    app.click(app.find("push button", "Supprimer", within=page))
    return app.toast(re.compile("^Supprimé.*" + re.escape(called)))


with place(example) as path:
    home = os.path.join(os.path.dirname(path), "home")
    with Copil(binary, [path], home=home) as app:
        # --- a deletion is told with its name, whatever that holds, and taken back as long as it is the last change ---
        app.key("alt+3")
        page = app.page("CopilFichesPage")
        app.key("ctrl+shift+n")
        app.wait(app.typing, "the title of the new fiche")
        app.type("Fer & <acier>")
        app.key("Tab")
        app.saved(path, "SELECT count (*) FROM fiche WHERE title = 'Fer & <acier>'", 1)
        title = "SELECT count (*) FROM fiche WHERE title = 'Fer & <acier>'"
        toast = delete(page, "Fer & <acier>")
        app.click(app.find("push button", re.compile("Annuler"), within=toast))
        app.saved(path, title, 1)
        delete(page, "")
        app.key("ctrl+shift+n")
        app.no_toast(re.compile("^Supprimé"))

        app.key("alt+2")
        page = app.page("CopilAxesPage")
        rows = query(path, "SELECT e.id, e.text FROM engagement e JOIN axis a ON a.id = e.axis JOIN measure m ON "
                           "m.id = e.measure ORDER BY a.position, m.position, e.position LIMIT 2")
        table = app.find("tree table", within=page)

        # --- typed text is stored by whatever comes next ---
        nexts = {
            "another page": lambda: app.key("alt+4", "alt+2"),
            "undoing and doing again": lambda: app.key("ctrl+z", "ctrl+shift+z"),
            "saving": lambda: app.key("ctrl+s"),
            "another row": lambda: app.select(table, rows[0][1]),
        }
        for what, do in nexts.items():
            app.select(table, rows[1][1])
            note = app.find("text", re.compile("^Suivi"), within=page)
            app.focus(note)
            app.key("ctrl+a")
            app.type(f"avant {what}")
            do()
            app.saved(path, NOTE, f"avant {what}", rows[1][0])

        # --- what an edit takes out of a filtered list stays in the form, and what follows is typed into it ---
        app.key("alt+3")
        page = app.page("CopilFichesPage")
        fiche, called = query(path, "SELECT id, title FROM fiche ORDER BY position LIMIT 1 OFFSET 1")[0]
        app.focus(app.find("entry", re.compile("^Rechercher"), within=page))
        app.type(max(re.findall("[A-Za-z ]+", called), key=len).strip())
        title = app.find("text", "Titre", within=page)
        app.wait(lambda: app.text_of(title) == called, "the form of what was found")
        app.focus(title)
        app.key("ctrl+a")
        app.type("Autre chose")
        app.saved(path, "SELECT title FROM fiche WHERE id = ?1", "Autre chose", fiche)
        app.type(" encore")
        app.saved(path, "SELECT title FROM fiche WHERE id = ?1", "Autre chose encore", fiche)

        app.key("alt+2")
        page = app.page("CopilAxesPage")
        app.select(table, rows[1][1])
        app.focus(app.find("text", re.compile("^Suivi"), within=page))
        app.key("ctrl+a")
        app.type("avant la fermeture")
        app.close()
    assert value(path, NOTE, rows[1][0]) == "avant la fermeture", value(path, NOTE, rows[1][0])

print("ok: safety")
