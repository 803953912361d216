# SPDX-License-Identifier: GPL-3.0-or-later
"""The life of a convention: an amendment changes an article from a day on, the text in force on a day and its differences, an
authorisation that lapses, an end before its time; by mouse and keyboard, with undo.

    test_life.py COPIL ecti.copil
"""
import re
import sys

from harness import Copil, place, plain, value

binary, example = sys.argv[1:3]


def tab(app, page, name):
    app.point(app.find("page tab", re.compile(name), within=page))


def fill(app, page, name, text):
    """Types into the box of that name that shows."""
    box = app.find("text", re.compile(name), within=page)
    app.focus(box)
    app.set_text(box, text)
    app.key("ctrl+Tab")


with place(example) as path:
    home = path.replace("convention.copil", "home")
    with Copil(binary, [path], home=home) as app:
        app.point(app.find("list item", "Vie de la convention"))
        page = app.page("CopilLifePage")

        # --- two articles, with the keyboard ---
        for label, title, text in (("2", "Comité", "Le comité se réunit une fois par an."), ("3", "Durée", "Cinq ans.")):
            app.key("ctrl+shift+n")
            for name, typed in (("^Numéro$", label), ("^Titre$", title), ("^Texte tel que signé$", text)):
                fill(app, page, name, typed)
            app.saved(path, "SELECT text FROM article WHERE label = ?1", text, label)

        # --- an amendment that replaces one from a day on ---
        tab(app, page, "^Avenants$")
        app.key("ctrl+shift+n")
        fill(app, page, "^Objet$", "Deux réunions")
        fill(app, page, "^Date de signature$", "03/05/2025")
        app.saved(path, "SELECT signed FROM amendment WHERE object = 'Deux réunions'", "2025-05-03")
        app.click(app.find("push button", re.compile("^Ajouter un article qu’il change"), within=page))
        article = value(path, "SELECT id FROM article WHERE label = '2'")
        app.focus(app.find_all("push button", "Article", within=page)[-1])
        app.key("space")
        app.type("Comit")
        app.find("list item", re.compile("Comité"))
        app.key("Return")
        app.saved(path, "SELECT article FROM amended", article)
        fill(app, page, "^Nouveau texte$", "Le comité se réunit deux fois par an.")
        app.saved(path, "SELECT text FROM amended", "Le comité se réunit deux fois par an.")

        # --- the text in force ---
        tab(app, page, "^Texte en vigueur$")
        app.find("label", re.compile("^Texte en vigueur au 15 mars 2024, tel que signé"), within=page)
        app.find("label", "Le comité se réunit une fois par an.", within=page)
        day = app.find("text", re.compile("^En vigueur à quelle date"), within=page)
        app.set_text(day, "01/06/2025")
        app.focus(day)
        app.key("Return")
        app.find("label", re.compile("^Texte en vigueur au 1er juin 2025, après 1 avenant"), within=page)
        app.find("label", "Le comité se réunit deux fois par an.", within=page)
        app.click(app.find("check box", re.compile("^Comparer"), within=page))
        app.find("label", re.compile(r"se réunit \[retiré : une\] \[ajouté : deux\] fois par an"), within=page)
        tab(app, page, "^Articles$")
        app.select(app.find("tree table", within=page), re.compile("Comité"))
        app.find("label", re.compile("^Deux réunions – remplacé, en vigueur depuis le 3 mai 2025"), within=page)

        # --- undo takes back what was typed last, wherever it is ---
        app.key("ctrl+z")
        app.saved(path, "SELECT text FROM amended", None)
        app.key("ctrl+shift+z")
        app.saved(path, "SELECT text FROM amended", "Le comité se réunit deux fois par an.")

        # --- an authorisation, found by whether it is valid ---
        tab(app, page, "^Autorisations$")
        app.key("ctrl+shift+n")
        fill(app, page, "^Pour quoi$", "Logo sur l’affiche")
        app.choose(app.find("combo box", "Réponse", within=page), 1)
        app.saved(path, "SELECT answer FROM authorisation", "granted")
        fill(app, page, "^Valable jusqu’au$", "01/03/2024")
        app.saved(path, "SELECT finish FROM authorisation", "2024-03-01")
        app.choose(app.find("combo box", "Filtrer", within=page), 2)
        app.gone("label", "Logo sur l’affiche", within=page)
        app.choose(app.find("combo box", "Filtrer", within=page), 3)
        app.find("label", "Logo sur l’affiche", within=page)

        # --- an end before its time: the day follows from the notice ---
        tab(app, page, "^Fin$")
        app.find("label", re.compile("^Personne n’a mis fin à la convention"), within=page)
        fill(app, page, "^Préavis donné le$", "31/08/2025")
        months = value(path, "SELECT coalesce (notice_months, 0) FROM convention")
        app.find("label", re.compile("^La convention prend fin le .*20(25|26)"), within=page)
        app.find("list", "À achever", within=page)
        assert not app.criticals(), app.criticals()
        assert app.close() == 0
print("ok: life", months)
