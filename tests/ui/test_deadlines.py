# SPDX-License-Identifier: GPL-3.0-or-later
"""Deadlines: the list with how each day is found, its filters, a deadline marked as done and taken back, a ready-made clause
whose dates follow at once, the event it waits for, the calendar, the badge.

    test_deadlines.py COPIL ecti.copil
"""
import os
import re
import sys

from harness import Copil, place, value

binary, example = sys.argv[1:3]
FULFILLED = "SELECT count (*) FROM fulfilment WHERE due = '2028-12-27'"
CLAUSES = "SELECT count (*) FROM clause"

with place(example) as path:
    with Copil(binary, [path], home=os.path.join(os.path.dirname(path), "home"), today="2028-12-10") as app:
        def tab(name):
            app.click(app.find("page tab", name, within=page))

        def row(text):
            return app.find("list item", re.compile(text), within=page)

        def undo():
            app.key("ctrl+z")

        app.point(app.find("list item", "Échéances"))
        page = app.page("CopilDeadlinesPage")

        # --- the reckoning, and what comes of the clause once it is answered ---
        row(r"^27/12/2028, À venir, Informer le ministère de l’échéance .*, Article 11 · Information avant l’échéance · ECTI,"
            r" 27/06/2029 \(échéance, article 11\) − 6 mois = 27/12/2028")
        app.click(app.find("push button", re.compile("^Faite… Informer le ministère"), within=page))
        app.set_text(app.find("text", "Fait le"), "quand ?")
        app.find("label", re.compile("date"))
        app.set_text(app.find("text", "Fait le"), "08/12/2028")
        app.set_text(app.find("text", "Par qui"), "ECTI")
        app.set_text(app.find("text", "Ce qui l’atteste"), "courrier recommandé")
        app.click(app.find("push button", "Noter comme faite"))
        app.saved(path, FULFILLED, 1)
        app.gone("push button", re.compile("^Faite… Informer le ministère"), within=page)
        app.choose(app.find("combo box", "Échéances de quel état", within=page), 3)
        row("^27/12/2028, Faite, .*fait le 08/12/2028 par ECTI \\(courrier recommandé\\)")
        app.click(app.find("push button", re.compile("^Pas faite Informer le ministère"), within=page))
        app.saved(path, FULFILLED, 0)
        undo()
        app.saved(path, FULFILLED, 1)
        undo()
        app.saved(path, FULFILLED, 0)
        # What is brought back was shown where it stands.
        tab("Échéances")
        app.choose(app.find("combo box", "Échéances de quel état", within=page), 0)

        # --- what binds one signatory only ---
        app.choose(app.find("combo box", "Échéances de quelle sorte", within=page), 1)
        app.choose(app.find("combo box", "Échéances de quel signataire", within=page), 1)
        app.gone("list item", re.compile("Informer le ministère"), within=page)
        app.choose(app.find("combo box", "Échéances de quel signataire", within=page), 2)
        app.click(row("Informer le ministère"))
        app.wait(lambda: app.exists("text", "Ce qui est à faire", within=page), "the form of the clause")

        # --- a ready-made clause, and the event it counts from ---
        count = value(path, CLAUSES)
        app.point(app.find("push button", "Clauses toutes prêtes", within=page))
        app.click(app.find("menu item", "Remettre les documents après l’assemblée générale"))
        app.saved(path, CLAUSES, count + 1)
        app.find("label", "Attend la date de : Assemblée générale", within=page)
        tab("Évènements")
        app.click(app.find("push button", re.compile("^Ajouter un évènement"), within=page))
        app.set_text(app.find("text", "Nom", within=page), "Assemblée générale")
        app.set_text(app.find("text", "Date", within=page), "31/01/2029")
        app.saved(path, "SELECT date FROM event", "2029-01-31")
        tab("Clauses")
        app.find("label", re.compile(r"^31/01/2029 \(Assemblée générale\) \+ 1 mois = 28/02/2029 – À venir"), within=page)

        # --- the calendar ---
        tab("Calendrier")
        app.find("label", "décembre 2028", within=page)
        app.find("label", "25 Noël", within=page)
        app.find("push button", re.compile("^Informer le ministère de l’échéance"), within=page)
        app.click(app.find("push button", "Mois suivant", within=page))
        app.find("label", "janvier 2029", within=page)
