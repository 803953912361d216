# SPDX-License-Identifier: GPL-3.0-or-later
"""The fiches action: steps, one engagement for each signatory, exports that the judge of OpenDocument accepts, and the
decision that leads to its meeting.

    test_fiches.py COPIL uimm.copil
"""
import os
import re
import subprocess
import sys
import zipfile

from harness import Copil, place, plain, query, show, value

binary, example = sys.argv[1:3]
judge = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "odf", "odfcheck.py")


def export(app, wanted):
    """Answers the dialog that asks where, and has what is written judged."""
    dialog = app.find("filler", re.compile("^Exporter "))
    app.take_focus()
    app.set_text(app.find("text", re.compile("^Nom"), within=dialog), wanted)
    app.click(app.find("push button", re.compile("xporter"), within=dialog))
    app.wait(lambda: os.path.exists(wanted) and zipfile.is_zipfile(wanted), wanted)
    app.take_focus()
    subprocess.run([sys.executable, judge, wanted], check=True, stdout=subprocess.DEVNULL)


with place(example) as path:
    folder = os.path.dirname(path)
    before = value(path, "SELECT count (*) FROM fiche")
    with Copil(binary, [path], home=os.path.join(folder, "home")) as app:
        app.key("alt+3")
        page = app.page("CopilFichesPage")

        # --- a fiche, its title typed at once ---
        app.key("ctrl+shift+n")
        app.wait(app.typing, "the title of the new fiche")
        app.type("Ateliers ouverts")
        app.key("Tab")
        app.saved(path, "SELECT count (*) FROM fiche WHERE title = 'Ateliers ouverts'", 1)
        fiche = value(path, "SELECT id FROM fiche WHERE title = 'Ateliers ouverts'")
        assert value(path, "SELECT count (*) FROM fiche") == before + 1

        # --- two signatories, and an engagement for each ---
        detail = app.find("filler", "CopilFichesDetail", within=page)
        app.focus(app.find_all("push button", "Signataires", within=detail)[-1])
        app.key("space")
        app.find("entry", "Rechercher : Signataires")
        app.type("uimm")
        app.key("Return", "ctrl+a")
        app.type("industrie")
        app.key("Return", "Escape")
        app.saved(path, "SELECT count (*) FROM fiche_party WHERE fiche = ?1", 2, fiche)
        app.click(app.find("push button", re.compile("Un par signataire"), within=detail))
        app.saved(path, "SELECT count (*) FROM contribution WHERE fiche = ?1", 2, fiche)
        assert {row[0] for row in query(path, "SELECT party FROM contribution WHERE fiche = ?1", fiche)} == {
            row[0] for row in query(path, "SELECT party FROM fiche_party WHERE fiche = ?1", fiche)}

        # --- a step with its day ---
        app.click(app.find("push button", re.compile("Ajouter une étape"), within=detail))
        app.saved(path, "SELECT count (*) FROM step WHERE fiche = ?1", 1, fiche)
        app.wait(app.typing, "the title of the new step")
        app.type("Choisir les ateliers")
        app.key("Tab")
        app.type("30/06/2024")
        app.key("Tab")
        app.saved(path, "SELECT title || ' ' || due FROM step WHERE fiche = ?1", "Choisir les ateliers 2024-06-30", fiche)

        # --- exports: this one, and all ---
        app.key("ctrl+e")
        export(app, os.path.join(folder, "une.odt"))
        app.click(app.find_all("push button", "Exporter", within=page)[0])
        app.click(app.find("menu item", re.compile("Exporter toutes les fiches")))
        export(app, os.path.join(folder, "toutes.odt"))
        assert os.path.getsize(os.path.join(folder, "toutes.odt")) > os.path.getsize(os.path.join(folder, "une.odt"))

        # --- a decision about a fiche opens its meeting ---
        meeting, about = query(path, "SELECT d.meeting, d.fiche FROM decision d JOIN meeting m ON m.id = d.meeting WHERE"
                               " d.fiche IS NOT NULL ORDER BY m.date DESC, d.position, d.id LIMIT 1")[0]
        title = value(path, "SELECT title FROM fiche WHERE id = ?1", about)
        label = value(path, "SELECT label FROM fiche WHERE id = ?1", about)
        app.select(app.find("tree table", within=page), re.compile(f"^{label} +" + re.escape(plain(title))))
        section = app.find("panel", "Décisions liées", within=detail)
        app.point(app.reveal(app.find("list item", within=section), detail))
        meetings = app.page("CopilMeetingsPage")
        view = app.find("filler", "CopilMeetingView", within=meetings)
        app.find("label", value(path, "SELECT title FROM meeting WHERE id = ?1", meeting), within=view)
        assert not app.criticals(), app.criticals()
        assert app.close() == 0
    made = next(one for one in show(binary, path)["fiches"] if one["title"] == "Ateliers ouverts")
    assert made["id"] == fiche and made["status"] == "planned", made
print("ok: fiches")
