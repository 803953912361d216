# SPDX-License-Identifier: GPL-3.0-or-later
"""Actions with their beneficiaries and the budget: what they add up to shows, an action is added and undone, an amount is
typed in the grid of years and undone.

    test_money.py COPIL ipe.copil
"""
import os
import re
import sys

from harness import Copil, place, plain, value

binary, example = sys.argv[1:3]
ACTIONS = "SELECT count (*) FROM action"
AMOUNT = "SELECT actual FROM budget_amount WHERE line = 2 AND year = 2008"

with place(example) as path:
    with Copil(binary, [path], home=os.path.join(os.path.dirname(path), "home"), today="2008-07-01") as app:
        def tab(name):
            app.click(app.find("page tab", name, within=page))

        def undo():
            """Each change has a name of its own here."""
            button = app.find("push button", re.compile("^Annuler : "))
            said = button.name
            app.click(button)
            app.gone("push button", said)

        # --- the printed figures of 2007 and what changed on 2006 ---
        app.key("alt+0")
        page = app.page("CopilActionsPage")
        app.find("label", "Stages, 2007", within=page)
        tab("Totaux")
        app.find("label", re.compile(r"^Actions : 2 008 en 2007, 1 731 en 2006 \(estimé\) : \+16 %\.$"), within=page)
        app.find("label", re.compile("les lignes font 1 815 actions ; le total déclaré est 2 008"), within=page)
        app.find("label", re.compile("^au moins 62 255$"), within=page)
        app.find("label", "222 471", within=page)

        # --- an action is added, is counted, and is undone ---
        before = value(path, ACTIONS)
        tab("Actions")
        app.click(app.find("push button", re.compile("^Ajouter une action"), within=page))
        title = app.wait(lambda: app.focused(page) if app.focused(page) and app.focused(page).getRoleName() == "text" else None,
                         "the title of the new action")
        app.set_text(title, "Visite d’une fonderie")
        app.set_text(app.find("text", re.compile("^Nombre d’actions"), within=page), "7")
        app.saved(path, "SELECT number FROM action WHERE title = 'Visite d’une fonderie'", 7)
        tab("Totaux")
        app.find("label", re.compile(r"^2 015 \(estimé\)$"), within=page)
        while app.exists("push button", re.compile("^Annuler : ")):
            undo()
        app.saved(path, ACTIONS, before)
        # What was taken back was shown, in the list.
        tab("Totaux")
        app.find("label", re.compile(r"^2 008 \(estimé\)$"), within=page)

        # --- the budget balances, by what its lines come to ---
        app.point(app.find("list item", "Budget"))
        page = app.page("CopilBudgetPage")
        app.find("label", "Recettes et dépenses prévues s’équilibrent : 7 760 000 €.", within=page)
        app.find("label", re.compile("4 × 1 800 000 € = 7 200 000 €"), within=page)

        # --- an amount typed in the year's cell changes the totals, and is undone ---
        tab("Par année")
        app.wait(lambda: len(app.find_all("label", "7 760 000 €", within=page)) == 2, "both totals")
        entry = app.find("text", "Taxe d’apprentissage, réalisé 2008", within=page)
        app.point(entry)
        app.type("39000")
        app.key("Return")
        app.saved(path, AMOUNT, 39000.0)
        app.wait(lambda: plain(app.text_of(entry)) == "39 000", "the amount as it is written")
        app.find("label", re.compile("^Reçu : 1 978 500 €"), within=page)
        undo()
        app.saved(path, AMOUNT, None)
        app.find("label", re.compile("^Reçu : 1 939 500 €"), within=page)
        app.wait(lambda: app.text_of(entry) == "", "the cell as it was")

        # --- the names of the lines stay beside the years that come from the right ---
        name = app.find("label", "Recettes : total", within=page)
        amount = app.find_all("label", "1 940 000 €", within=page)[0]
        before, start = app.place_of(name), app.place_of(entry)
        assert abs(before.y + before.height / 2 - app.place_of(amount).y - app.place_of(amount).height / 2) < 3, "not level"
        app.point(entry)
        app.key("Tab", "Tab", "Tab", "Tab")
        last = app.wait(lambda: next((node for node in [app.focused()] if node and plain(node.name).endswith("réalisé 2010")), None),
                        "the last year")
        after = app.place_of(name)
        assert (after.x, after.y) == (before.x, before.y), "the name went away"
        assert app.place_of(entry).x < start.x, "nothing scrolled"
        assert after.x + after.width < app.place_of(last).x, "the name is covered"

        # --- what is no amount stays, and is not written ---
        app.point(entry)
        app.type("abc")
        app.key("Tab")
        app.wait(lambda: app.text_of(entry) == "abc", "what was typed")
        app.point(entry)
        app.key("ctrl+a", "BackSpace", "Tab")
        app.saved(path, AMOUNT, None)

        # --- a line that does not make its formula is told ---
        tab("Lignes")
        app.set_text(app.find("text", re.compile("^Prévu"), within=page), "7200001")
        app.find("label", "3 points ne concordent pas", within=page)
        app.gone("label", re.compile("s’équilibrent"), within=page)
        assert not app.criticals(), app.criticals()
        assert app.close() == 0
print("ok: money")
