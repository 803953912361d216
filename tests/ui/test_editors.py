# SPDX-License-Identifier: GPL-3.0-or-later
"""Every kind of editor, while nothing can be written: what is typed stays on screen and is told, the window does not close
over it without a question, and once there is room it is stored without another key. Then the folder of the file alone is
full: the file is saved by itself once it is not.

    test_editors.py COPIL uimm.copil
"""
import contextlib
import os
import re
import resource
import sqlite3
import sys

from harness import Copil, place, plain, value

binary, example = sys.argv[1:3]
TOLD = re.compile("gardé dans cette fenêtre")
UNSAVED = re.compile("^Le fichier n’est pas enregistré")
COPY = re.compile("^(Copier les textes|Copy the texts)")
QUESTION = "Ce que vous avez saisi n’est pas enregistré"
FOLDER_FULL = 1_000_000  # more than the journal of the working copy takes, less than the file


def limit(app, size=None):
    """What a full disk is, for this process alone: no file of it may become longer."""
    hard = resource.prlimit(app.process.pid, resource.RLIMIT_FSIZE)[1]
    resource.prlimit(app.process.pid, resource.RLIMIT_FSIZE, (hard if size is None else size, hard))


def by_itself(app, path, sql, expected):
    def answer():
        try:
            return value(path, sql) == expected
        except sqlite3.Error:
            return False
    app.wait(answer, f"{expected!r} in the file by itself: {sql}")


# --- how to come to each editor; gives the node that is typed in ---

def review(app):
    app.point(app.find("list item", "Bilan"))
    return app.find("text", re.compile("^Texte de la section"), within=app.page("CopilReviewPage"))


def party(app):
    app.key("alt+7")
    return app.find("text", re.compile("^Nom court"), within=app.page("CopilSignatoriesPage"))


def person(app):
    app.key("alt+7")
    return app.find("text", "Ajouter une personne", within=app.page("CopilSignatoriesPage"))


def amendment(app):
    app.key("alt+4")
    app.page("CopilMeetingsPage")
    app.point(app.find("label", "Comité national de pilotage 2025"))
    app.click(app.find("push button", "Compte rendu", within=app.page("CopilMeetingView")))
    page = app.page("CopilMeetingMinutes")
    # The one that was put there, which is not answered yet.
    node = app.wait(lambda: next((node for node in app.find_all("text", "Texte demandé", within=page, unseen=True)
                                  if app.text_of(node) == "Apres"), None), "the amendment")
    app.reveal(node, page)
    app.point(node)
    return node


def budget(app):
    app.point(app.find("list item", "Budget"))
    page = app.page("CopilBudgetPage")
    app.click(app.find("page tab", "Par année", within=page))
    return app.find("text", "Taxe d’apprentissage, réalisé 2008", within=page)


# The file, the day, and for each editor: how to come to it, what is typed, and the question that the file answers by 1.
EDITORS = (
    ("uimm", "2024-06-11", (
        (review, "Une annee.", "SELECT count (*) FROM review_text WHERE text LIKE '%Une annee.'"),
        (party, "Zed", "SELECT count (*) FROM party WHERE short_name = 'Zed'"),
        (person, "Mme Jeanne Essai", "SELECT count (*) FROM person WHERE name = 'Jeanne Essai'"),
    )),
    ("ecti", "2025-04-30", (
        (amendment, "Relire.", "SELECT count (*) FROM correction WHERE new_text LIKE '%Relire.'"),
    )),
    ("ipe", "2008-07-01", (
        (budget, "39000", "SELECT count (*) FROM budget_amount WHERE line = 2 AND year = 2008 AND actual = 39000"),
    )),
)


def play(app, path, come, typed, asked):
    print(come.__name__, flush=True)
    node = come(app)
    app.focus(node)
    app.key("ctrl+a" if come is party else "ctrl+End")
    limit(app, 0)
    app.type(typed)
    if come is person:
        app.key("Return")
    app.find("label", TOLD)
    app.key("ctrl+w")
    app.find("label", QUESTION)
    app.take_focus()
    if come is review:
        app.click(app.find("push button", COPY))
        app.toast(re.compile("^(Les textes sont copiés|The texts are copied)"))
    else:
        app.key("Escape")
    app.gone("label", QUESTION)
    app.take_focus()
    assert plain(app.text_of(node)).replace(" ", "").endswith(typed.replace(" ", "")), (come.__name__, app.text_of(node))
    assert value(path, asked) == 0, come.__name__
    limit(app)
    app.gone("label", TOLD)
    by_itself(app, path, asked, 1)


for name, today, editors in EDITORS:
    with place(os.path.join(os.path.dirname(example), name + ".copil")) as path:
        if name == "ecti":
            with contextlib.closing(sqlite3.connect(path)) as database, database:
                database.execute("INSERT INTO correction (id, meeting, about, date, old_text, new_text, state, position) "
                                 "VALUES (9000, 1, 'attendance', '2025-04-30', 'Avant', 'Apres', 'proposed', 90)")
        with Copil(binary, [path], home=os.path.join(os.path.dirname(path), "home"), today=today) as app:
            for editor in editors:
                play(app, path, *editor)

            # --- the folder of the file alone is full ---
            if name == "uimm":
                box = review(app)
                app.focus(box)
                app.key("ctrl+End")
                limit(app, FOLDER_FULL)
                app.type(" Dossier plein.")
                app.find("label", UNSAVED)
                assert not app.exists("label", TOLD)
                limit(app)
                by_itself(app, path, "SELECT count (*) FROM review_text WHERE text LIKE '%Dossier plein.'", 1)
                app.gone("label", UNSAVED)
            assert not app.criticals(), app.criticals()
            assert app.close() == 0
print("ok: editors")
