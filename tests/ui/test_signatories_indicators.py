# SPDX-License-Identifier: GPL-3.0-or-later
"""Signatories, persons, the clauses of the convention, and an indicator with its target and observation.

    test_signatories_indicators.py COPIL uimm.copil
"""
import os
import re
import sys

from harness import Copil, place, plain, query, show, value

binary, example = sys.argv[1:3]

with place(example) as path:
    folder = os.path.dirname(path)
    with Copil(binary, [path], home=os.path.join(folder, "home")) as app:
        app.key("alt+7")
        page = app.page("CopilSignatoriesPage")
        parties = value(path, "SELECT count (*) FROM party")

        # --- a signatory ---
        app.key("ctrl+shift+n")
        app.wait(app.typing, "the name of the new signatory")
        app.type("France Chimie")
        app.key("Tab")
        app.saved(path, "SELECT count (*) FROM party WHERE name = 'France Chimie'", 1)
        party = value(path, "SELECT id FROM party WHERE name = 'France Chimie'")
        assert value(path, "SELECT count (*) FROM party") == parties + 1
        app.find("label", "France Chimie", within=app.find("tree table", "Signataires", within=page))

        # --- a person of it, by the quick line, then on the committee ---
        detail = app.find("filler", "CopilSignatoriesParty", within=page)
        quick = app.find("text", "Ajouter une personne", within=detail)
        app.focus(quick)
        app.type("Mme Jeanne Martin, directrice")
        app.key("Return")
        app.type("M. Paul Durand")
        app.key("Return")
        app.saved(path, "SELECT count (*) FROM person WHERE party = ?1", 2, party)
        assert query(path, "SELECT civility, name, function, member FROM person WHERE party = ?1 ORDER BY id", party) == [
            ("Mme", "Jeanne Martin", "directrice", 1), ("M.", "Paul Durand", None, 1)]
        for member in (0, 1):
            app.point(app.find("check box", re.compile("Jeanne Martin siège au comité"), within=detail))
            app.saved(path, "SELECT coalesce (member, 0) FROM person WHERE name = 'Jeanne Martin'", member)
            app.find("label", f"{member + 1}/2", within=app.find("tree table", "Signataires", within=page))

        # --- the clauses ---
        app.click(app.find("radio button", "Convention", within=page) if app.exists("radio button", "Convention", within=page)
                  else app.find(None, "Convention", within=page))
        duration = app.find("text", re.compile("^Durée"), within=page)
        app.set_text(duration, "48")
        app.focus(app.find("text", re.compile("^Préavis"), within=page))
        app.saved(path, "SELECT duration_months FROM convention", 48)
        app.find("label", re.compile("^La convention prend fin le 23 novembre 2025"), within=page)
        app.key("ctrl+z")
        app.find("label", re.compile("^La convention prend fin le 23 novembre 2024"), within=page)

        # --- an indicator: baseline, target, observation, and the progress that they make ---
        app.key("alt+6")
        page = app.page("CopilIndicatorsPage")
        # What its periods brought is added up, as its progress is computed: not the last period's 2 860.
        app.find("label", "4 310", within=app.find("tree table", within=page))
        app.key("ctrl+shift+n")
        app.wait(app.typing, "the name of the new indicator")
        app.type("Ateliers ouverts")
        app.key("Tab")
        app.saved(path, "SELECT count (*) FROM indicator WHERE name = 'Ateliers ouverts'", 1)
        indicator = value(path, "SELECT id FROM indicator WHERE name = 'Ateliers ouverts'")
        app.set_text(app.find("text", "Valeur initiale", within=page), "100")
        app.key("Tab")
        app.saved(path, "SELECT baseline_value FROM indicator WHERE id = ?1", 100.0, indicator)
        for button, table, number in (("Ajouter une cible", "target", "1 100"), ("Ajouter une valeur observée", "observation", "600")):
            app.click(next(n for n in app.find_all("push button", within=page) if button in plain(n.name)))
            app.saved(path, f"SELECT count (*) FROM {table} WHERE indicator = ?1", 1, indicator)
            app.wait(app.typing, f"the field of the new {table}")
            app.type(number)
            app.key("Tab")
            app.saved(path, f"SELECT value FROM {table} WHERE indicator = ?1", float(number.replace(" ", "")), indicator)
        app.find("label", "50 %", within=app.find("tree table", within=page))
        assert not app.criticals(), app.criticals()
        assert app.close() == 0
    data = show(binary, path)
    one = next(i for i in data["indicators"] if i["name"] == "Ateliers ouverts")
    assert one["targets"][0]["value"] == 1100 and one["observations"][0]["value"] == 600, one
    assert any(p["name"] == "France Chimie" for p in data["parties"])
print("ok: signatories and indicators")
