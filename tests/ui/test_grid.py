# SPDX-License-Identifier: GPL-3.0-or-later
"""The grid of indicators by period: typing, moving, giving up, pasting, undoing, and what is missing.

    test_grid.py COPIL uimm.copil
"""
import os
import re
import sys

from harness import Copil, place, plain, value

binary, example = sys.argv[1:3]
OBSERVED = "SELECT value FROM observation WHERE indicator = ?1 AND date LIKE ?2 || '%'"
TARGET = "SELECT value FROM target WHERE indicator = ?1 AND date LIKE ?2 || '%'"

with place(example) as path:
    with Copil(binary, [path], home=os.path.join(os.path.dirname(path), "home")) as app:
        def current(text):
            """Waits until the current cell says so."""
            app.wait(lambda: app.exists("table", re.compile(re.escape(text)), within=page), f"the cell {text!r}")

        def editor(text):
            app.wait(lambda: app.focused() and app.focused().getRoleName() == "text" and
                     app.text_of(app.focused()) == text, f"the editor with {text!r}")

        app.key("alt+6")
        page = app.page("CopilIndicatorsPage")
        app.click(app.find("page tab", "Grille", within=page))
        grid = app.find("table", within=page)
        app.find("table cell", "Alternants dans la branche de la métallurgie, 2022 : 69 800", within=page)
        app.find("table cell", "Alternants dans la branche de la métallurgie, 2023 : 71 500, estimé", within=page)

        # --- the keyboard finds its way: the first row, and the last period that is over ---
        app.focus(grid)
        app.key("ctrl+Home")
        current("Pôles formation liés à un Campus")
        app.key("Right")
        current("Pôles formation liés à un Campus, Valeur initiale : 15")
        app.key("Right", "Right", "Right", "Right")
        while not app.exists("table", re.compile("Campus, 2023"), within=page):
            app.key("Right")
        current("Pôles formation liés à un Campus, 2023 : 24")

        # --- what is computed cannot be typed; what is typed replaces; Enter goes down ---
        app.type("27")
        editor("27")
        app.key("Return")
        app.saved(path, OBSERVED, 27.0, 4, "2023")
        app.find("table cell", "Pôles formation liés à un Campus, 2023 : 27", within=page)
        current("Participation des entreprises")
        app.key("Up", "F2")
        editor("27")
        app.key("Escape")
        current("Campus, 2023 : 27")
        app.key("ctrl+z")
        current("Campus, 2023 : 24")
        app.saved(path, OBSERVED, 24.0, 4, "2023")

        # --- what is not a number is refused, and stays where it was typed ---
        app.type("abc")
        editor("abc")
        app.key("Return")
        app.find("label", re.compile("Rien n’a été écrit.*« abc » n’est pas un nombre"), within=page)
        editor("abc")
        app.key("Escape")
        current("Campus, 2023 : 24")

        # --- Delete leaves nothing, not zero ---
        app.key("Delete")
        current("Campus, 2023 : rien")
        app.saved(path, "SELECT count (*) FROM observation WHERE indicator = 4 AND date LIKE '2023%'", 0)
        app.key("ctrl+z")
        current("Campus, 2023 : 24")

        # --- a range copied, and pasted as one change: rows of two axes, over the heading between them ---
        app.key("shift+Down", "ctrl+c", "Right")
        current("Participation des entreprises")
        app.key("Up")
        current("Campus, 2024 : rien")
        app.key("ctrl+v")
        current("Campus, 2024 : 24")
        app.saved(path, OBSERVED, 24.0, 4, "2024-12")
        app.saved(path, OBSERVED, 60000.0, 11, "2024-12")
        app.key("ctrl+z")
        current("Campus, 2024 : rien")
        app.saved(path, "SELECT count (*) FROM observation WHERE date LIKE '2024%'", 0)

        # --- nothing is pasted by halves: the last column has no room for two ---
        app.key("Left", "shift+Right", "ctrl+c", "End")
        app.key("ctrl+v")
        app.find("label", re.compile("Rien n’a été écrit.*hors de la grille"), within=page)

        # --- a period to come takes a target ---
        current("cible pour 2025")
        app.type("40")
        editor("40")
        app.key("Tab")
        app.saved(path, TARGET, 40.0, 4, "2025")
        app.key("ctrl+z")
        app.saved(path, "SELECT count (*) FROM target WHERE indicator = 4", 1)

        # --- the parts of an observation and the check of their sum ---
        app.choose(app.find("combo box", "Indicateurs observés à ce rythme", within=page), 1)
        cell = app.find("table cell", re.compile("Classe en entreprise.*2022-2023 : 2 860, la répartition"), within=page)
        app.point(cell)
        current("2022-2023 : 2 860")
        app.key("F4")
        girls = app.find("text", "filles")
        app.find("label", re.compile("50"))
        app.set_text(girls, "1340")
        app.find("label", re.compile("Somme des parts"))
        app.click(app.find("push button", re.compile("Enregistrer")))
        app.saved(path, "SELECT value FROM split WHERE id = 70201", 1340.0)
        app.find("table cell", re.compile("Classe en entreprise.*2022-2023 : 2 860$"), within=page)

        # --- the levels of a scale are picked: by a letter or from the list that opens ---
        LEVEL = "SELECT level FROM observation WHERE indicator = 8 AND date LIKE '2023-%'"
        cell = app.find("table cell", re.compile("Accueil des classes.*2022-2023 : Satisfaisant"), within=page)
        app.point(cell)
        current("2022-2023 : Satisfaisant")

        def level(name):
            """Waits until that level of the list has the keyboard."""
            app.wait(lambda: app.focused() and app.focused().getRoleName() == "list item" and
                     app.exists("label", name, within=app.focused()), f"the level {name!r}")

        app.key("i")
        level("Insuffisant")
        app.key("i")
        level("Inégal")
        app.key("Return")
        app.saved(path, LEVEL, "Inégal")
        app.find("table cell", re.compile("Accueil des classes.*2022-2023 : Inégal"), within=page)
        app.key("ctrl+z")
        app.saved(path, LEVEL, "Satisfaisant")
        app.point(app.find("table cell", re.compile("Accueil des classes.*2022-2023 : Satisfaisant"), within=page))
        app.key("alt+Down")
        level("Satisfaisant")
        app.key("4")
        level("Exemplaire")
        app.key("Escape")
        current("2022-2023 : Satisfaisant")
        app.key("F2")
        level("Satisfaisant")
        app.key("Down")
        level("Exemplaire")
        app.key("Tab")
        app.saved(path, LEVEL, "Exemplaire")
        current("Accueil des classes")
        app.key("ctrl+z")
        app.saved(path, LEVEL, "Satisfaisant")

        # --- what is missing opens where it is to be filled in ---
        app.click(app.find("page tab", "Complétude", within=page))
        app.find("label", re.compile("^Renseigné : .* %$"), within=page)
        rows = app.find("list", "Ce qui manque", within=page)
        app.find("label", re.compile("^Sans pilote"), within=rows)
        assert not app.criticals(), app.criticals()
        assert app.close() == 0
print("ok: grid")
