# SPDX-License-Identifier: GPL-3.0-or-later
"""The committee in the real window: its rule in words, live, as members come and as a meeting's attendance is noted by
keyboard; an alternate proposed, a late arrival, an expert invited; an exceptional meeting judged by the convention.

    test_committee.py COPIL uimm.copil
"""
import os
import re
import shutil
import sqlite3
import sys
import tempfile

from harness import Copil, plain

binary, example = sys.argv[1:3]
folder = tempfile.mkdtemp(prefix="copil-committee-")
path = os.path.join(folder, "convention.copil")
shutil.copy(example, path)
os.chmod(path, 0o644)

PARITY = "La parité est respectée : %d représentants des ministères, %d de l’UIMM"
NO_PARITY = "La parité n’est pas respectée : %d représentants des ministères, %d de l’UIMM"


def stored(app, sql):
    """What the user's file holds, once it is written."""
    app.key("ctrl+s")
    app.find("label", re.compile("enregistré$"))
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as db:
        return db.execute(sql).fetchall()


def says(app, sentence, within):
    app.wait(lambda: app.find_all("label", sentence, within=within), sentence)


def line_of(app, page, name):
    """Puts the keyboard on a person's line."""
    app.point(app.find("label", name, within=page))


home = os.path.join(folder, "home")
os.mkdir(home)

with Copil(binary, [path], home=home) as app:
    app.find("frame", re.compile("UIMM"))

    # --- the committee as it is composed ---
    app.key("alt+7")
    app.point(app.find("page tab", "Comité"))
    page = app.page("CopilSignatoriesCommittee")
    says(app, PARITY % (6, 6), page)
    says(app, "Une réunion ordinaire par an : tenue en 2021–2022, 2022–2023 et 2023–2024", page)
    app.find("label", re.compile("Suppléant : .*Mandat depuis le 23/11/2021"), within=page)
    app.point(app.find_all("text", "Ajouter une personne", within=page)[0])
    app.type("Mme Alice Renaud, rectrice")
    app.key("Return")
    says(app, NO_PARITY % (7, 6), page)
    app.find("label", re.compile("Alice Renaud"), within=page)
    app.key("ctrl+z")
    says(app, PARITY % (6, 6), page)

    # --- a meeting's attendance ---
    app.key("alt+4")
    page = app.page("CopilMeetingsPage")
    app.point(app.find("push button", "Présence", within=page))
    says(app, "Aucun membre n’est encore noté présent", page)
    line_of(app, page, "Mme Hélène Carpentier")
    app.key("p")
    app.wait(lambda: app.find_all("label", re.compile(r"^10 membres restent à noter\. La parité n’est pas respectée : 1 "),
                                  within=page), "the sentence while members are still to be noted")
    app.click(app.find("push button", "Tous présents", within=page))
    says(app, NO_PARITY % (6, 5), page)  # one of the UIMM's is excused
    app.key("ctrl+z")

    # the first line not noted has the keyboard again: everybody by one key each
    line_of(app, page, "M. Olivier Rambert")
    app.key("p")
    app.key("h")  # the secretary comes late
    app.type("14:50")
    app.key("Return")
    for _ in range(4):
        app.key("p")
    for _ in range(2):
        app.key("p")
    app.key("r")  # M. Haddad: his alternate is proposed
    app.key("Return")
    app.key("p", "p")
    says(app, NO_PARITY % (6, 5), page)
    app.key("p")
    says(app, PARITY % (6, 6), page)
    rows = stored(app, "SELECT person, state, represented_by, arrived FROM attendance WHERE meeting = 5 AND "
                       "(represented_by IS NOT NULL OR arrived IS NOT NULL) ORDER BY person")
    assert rows == [(43, "represented", "M.\u00a0Laurent Mercier", None), (51, "present", None, "14:50")] or \
        rows == [(43, "represented", "M. Laurent Mercier", None), (51, "present", None, "14:50")], rows

    # --- an exceptional meeting ---
    app.point(app.find("push button", "Détails", within=page))
    assert not app.find_all("combo box", "Origine de la demande", within=page)
    app.choose(app.find("combo box", "Type", within=page), 1)
    says(app, "Indiquez qui a demandé cette réunion exceptionnelle", page)
    app.choose(app.find("combo box", "Origine de la demande", within=page), 1)
    says(app, "Demandée par tous les signataires ensemble : la convention le permet", page)
    app.choose(app.find("combo box", "Type", within=page), 4)
    app.wait(lambda: not app.find_all("combo box", "Origine de la demande", within=page), "the fields of a workshop alone")
    app.find("push button", re.compile("Rapporteur"), within=page)
    assert not app.criticals(), app.criticals()
    assert app.close() == 0

shutil.rmtree(folder, ignore_errors=True)
