# SPDX-License-Identifier: GPL-3.0-or-later
"""The search over everything, the history, taking back from it, and the file as it was.

    test_history.py COPIL uimm.copil
"""
import re
import sys

from harness import Copil, place, plain, value

binary, example = sys.argv[1:3]
NOTE = "Trente lycées volontaires"
sql = "SELECT note FROM engagement WHERE id = ?1"

with place(example) as path:
    home = path.replace("convention.copil", "home")
    id = value(path, "SELECT id FROM engagement WHERE text LIKE 'Ouvrir des apprentissages dans les EPLE%'")
    before = value(path, sql, id)
    with Copil(binary, [path], home=home) as app:
        # --- by keyboard alone, accents left out, to the record and its field ---
        app.key("ctrl+k")
        dialog = app.find("filler", "Chercher partout")
        app.wait(lambda: app.focused(dialog), "the search has the keyboard")
        app.type("eple apprentissages")
        app.wait(lambda: app.exists("label", re.compile("^5.1 Ouvrir des apprentissages")), "what is found")
        app.key("Return")
        page = app.page("CopilAxesPage")
        form = app.find("filler", "CopilForm", within=page)
        text = app.find("text", "Suivi", within=form)
        app.wait(lambda: before[:20] in plain(app.text_of(text)), "the form of the engagement")
        app.set_text(text, NOTE)
        app.key("ctrl+s")
        app.saved(path, sql, NOTE, id)

        # --- nothing is found, and Escape leaves ---
        app.key("ctrl+k")
        dialog = app.find("filler", "Chercher partout")
        app.wait(lambda: app.focused(dialog), "the search has the keyboard")
        app.key("ctrl+a")
        app.type("zyrkonia")
        app.wait(lambda: app.exists("label", "Rien ne contient ces mots"), "that nothing is found")
        app.key("Escape")
        app.gone("label", "Rien ne contient ces mots")

        # --- the history tells it, and takes it back ---
        app.key("ctrl+h")
        page = app.page("CopilHistoryPage")
        told = re.compile(f"^Engagement 5.1.*suivi.*«.{NOTE}.»$")
        app.wait(lambda: app.exists("label", told, within=page), "the sentence of the change")
        app.click(app.find_all("push button", re.compile("^Que faire de"), within=page)[-1])
        app.click(app.find(None, "Revenir sur ce changement"))
        app.key("ctrl+s")
        app.saved(path, sql, before, id)
        app.wait(lambda: len(app.find_all("label", told, within=page)) >= 1, "two changes")
        app.key("ctrl+z")
        app.key("ctrl+s")
        app.saved(path, sql, NOTE, id)

        # --- what has changed ---
        app.click(app.find("page tab", "Ce qui a changé", within=page))
        app.wait(lambda: app.exists("label", re.compile("éléments? .*changé depuis le"), within=page), "what has changed")
        assert app.exists("label", told, within=page)

        # --- the file as it was, in a window of its own; the last one, as no window manager gives the keyboard back ---
        app.click(app.find("page tab", "Changements", within=page))
        app.click(app.find_all("push button", re.compile("^Que faire de"), within=page)[-1])
        app.click(app.find(None, "Voir le fichier comme il était alors"))
        app.wait(lambda: app.exists("label", re.compile("^Le fichier tel qu.il était le")), "the file as it was")
        app.wait(lambda: app.exists("label", re.compile("lecture seule$")), "that it cannot be changed")
