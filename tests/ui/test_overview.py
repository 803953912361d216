# SPDX-License-Identifier: GPL-3.0-or-later
"""The overview: figures as the file says them, cards and marks that lead to what they count, the chart's data and pictures,
the dashboard as a file.

    test_overview.py COPIL uimm.copil
"""
import os
import re
import sys
import xml.etree.ElementTree as tree

from harness import Copil, place, plain, value

binary, example = sys.argv[1:3]
SIGNS = {".svg": b"<?xml", ".pdf": b"%PDF-", ".png": b"\x89PNG"}


def save(app, wanted, title):
    """Answers the dialog that asks where; what is written begins as its kind does."""
    dialog = app.find("filler", title)
    app.take_focus()
    app.set_text(app.find("text", re.compile("^Nom"), within=dialog), wanted)
    app.click(app.find("push button", re.compile("(xporter|nregistrer)$"), within=dialog))
    sign = SIGNS[os.path.splitext(wanted)[1]]
    app.wait(lambda: os.path.exists(wanted) and open(wanted, "rb").read(len(sign)) == sign, wanted)
    app.take_focus()


with place(example) as path:
    folder = os.path.dirname(path)
    with Copil(binary, [path], home=os.path.join(folder, "home")) as app:
        page = app.page("CopilOverviewPage")
        all_of_them = value(path, "SELECT count (*) FROM engagement")
        late = value(path, "SELECT count (*) FROM engagement WHERE copil_late (status, due)")
        done = value(path, "SELECT count (*) FROM engagement WHERE status = 'done'")

        # --- the cards say what the file holds, and lead to it ---
        app.find("push button", re.compile(f"^Engagements : {all_of_them},"), within=page)
        app.find("push button", re.compile(f"^Réalisés : {done},"), within=page)
        app.click(app.find("push button", re.compile(f"^En retard : {late},"), within=page))
        axes = app.page("CopilAxesPage")
        status = app.find("combo box", "Statut", within=app.find("filler", "CopilFilterBar", within=axes))
        app.find("label", "En retard", within=status)
        app.key("alt+1")
        app.click(app.find("push button", re.compile("^Prochaine réunion"), within=page))
        meeting = value(path, "SELECT title FROM meeting WHERE date = (SELECT min (date) FROM meeting WHERE date >="
                        " '2024-03-15')")
        app.wait(lambda: any(app.text_of(node) == meeting for node in
                             app.find_all("text", "Titre", within=app.page("CopilMeetingsPage"))), f"{meeting!r}")

        # --- how complete the file is, and what is missing ---
        app.key("alt+1")
        card = app.find("push button", re.compile("^Complétude du fichier : .* %, il manque"), within=page)
        percent = re.search(r": (\d+)", plain(card.name)).group(1)
        app.click(card)
        app.find("label", re.compile(f"^Renseigné : .* = {percent} %$"), within=app.page("CopilIndicatorsPage"))

        # --- the chart by the keyboard: a mark, then what it counts ---
        app.key("alt+1")
        chart = app.find("image", re.compile("^Engagements par axe"), within=page)
        assert plain(app.description_of(chart)).startswith(f"Engagements par axe. {all_of_them} en tout"), chart.description
        app.point(chart, 4, 4)
        app.key("Home", "Right", "Return")
        app.find("label", re.compile("^(Réalisé|En cours)$"), within=status)

        # --- its menu: the numbers, and a picture ---
        app.key("alt+1")
        app.point(app.find_all("push button", "Menu du graphique", within=page)[0])
        app.click(app.find("menu item", re.compile("données")))
        app.take_focus()
        data = app.wait(lambda: next((n for n in app.find_all("frame") if "Engagements par axe" in plain(n.name)), None),
                        "the window of the numbers")
        cells = [plain(n.name) for n in app.find_all("label", within=data)]
        for status in ("done", "in_progress"):
            count = value(path, "SELECT count (*) FROM engagement e JOIN axis a ON a.id = e.axis WHERE a.label = '2' AND"
                          " e.status = ?1 AND NOT copil_late (e.status, e.due)", status)
            assert str(count) in cells, (status, count, cells)
        assert "Réalisé" in cells and "En retard" in cells, cells
        app.key("Escape")
        app.take_focus()
        app.point(app.find_all("push button", "Menu du graphique", within=page)[0])
        app.click(app.find("menu item", re.compile("SVG")))
        picture = os.path.join(folder, "graphique.svg")
        save(app, picture, "Enregistrer le graphique")
        assert tree.parse(picture).getroot().tag.endswith("svg")

        # --- the dashboard ---
        for name, words in (("tableau.pdf", "PDF"), ("tableau.svg", "SVG"), ("tableau.png", "PNG")):
            app.click(app.find("push button", "Exporter", within=page))
            app.click(app.find("menu item", re.compile(words)))
            save(app, os.path.join(folder, name), "Exporter le tableau de bord")
        assert not app.criticals(), app.criticals()
        assert app.close() == 0
print("ok: overview")
