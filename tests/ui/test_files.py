# SPDX-License-Identifier: GPL-3.0-or-later
"""Files: a new one from nothing, saving elsewhere, a copy without history, what a killed window leaves, a file that changes
below the window, the examples and the recent files.

    test_files.py COPIL uimm.copil
"""
import os
import random
import re
import subprocess
import sys
import time

from harness import Copil, place, query, show, value

binary, example = sys.argv[1:3]
KILLS = 10
COPY = re.compile("^(Enregistrer une copie sans historique|Save a copy without history)")


def answer(app, wanted, title, button):
    """Answers the dialog that asks for a file name."""
    dialog = app.find("filler", title)
    app.take_focus()
    app.set_text(app.find("text", re.compile("^Nom"), within=dialog), wanted)
    app.click(app.find("push button", re.compile(button), within=dialog))
    app.wait(lambda: os.path.exists(wanted), wanted)
    app.take_focus()


def whole(path):
    return query(path, "PRAGMA quick_check") == [("ok",)]


# --- a new file, from the start page to a convention ---
with place() as path:
    folder = os.path.dirname(path)
    home = os.path.join(folder, "home")
    with Copil(binary, [], home=home) as app:
        app.find("label", re.compile("^Les fichiers que vous ouvrez|fichiers"))
        app.key("ctrl+n")
        answer(app, path, "Nouvelle convention", "réer$")
        app.find("label", "Une convention à saisir")
        app.key("alt+7")
        page = app.page("CopilSignatoriesPage")
        app.find("label", "Pas encore de signataire", within=page)
        app.key("ctrl+shift+n")
        app.wait(app.typing, "the name of the first signatory")
        app.type("France Industrie")
        app.key("Tab")
        app.saved(path, "SELECT name FROM party", "France Industrie")
        app.key("alt+2")
        app.find("label", "Aucun axe pour l’instant", within=app.page("CopilAxesPage"))
        app.key("ctrl+shift+n")
        app.saved(path, "SELECT count (*) FROM axis", 1)

        # --- elsewhere ---
        other = os.path.join(folder, "ailleurs.copil")
        app.key("ctrl+shift+s")
        answer(app, other, "Enregistrer sous", "nregistrer$")
        app.find("label", re.compile("^ailleurs.copil"))
        app.key("ctrl+shift+n")
        app.saved(other, "SELECT count (*) FROM engagement", 1)
        assert value(path, "SELECT count (*) FROM engagement") == 0, "the first file was written to"

        # --- a copy without history, with what is not saved yet; the window stays with its file ---
        bare = os.path.join(folder, "envoi.copil")
        app.key("ctrl+z")

        def asked():
            if app.exists("filler", COPY):
                return True
            entry = next(iter(app.find_all("menu item", COPY)), None)
            if entry:
                app.click(entry)
            else:
                app.take_focus()
                app.key("F10")
            return app.exists("filler", COPY)
        app.wait(asked, "the dialog that asks where")
        answer(app, bare, COPY, "nregistrer$")
        app.find("label", re.compile("^ailleurs.copil"))
        assert value(bare, "SELECT count (*) FROM engagement") == 0, "what is undone is in the copy"
        assert value(bare, "SELECT count (*) FROM axis") == 1
        assert query(bare, "SELECT verb, length (changeset) FROM journal") == [("create", 0)]
        assert not app.criticals(), app.criticals()
        assert app.close() == 0
    assert whole(path) and whole(other)

    # --- the recent files lead back ---
    with Copil(binary, [], home=home) as app:
        app.click(app.find("list item", re.compile("ailleurs")))
        app.find("label", re.compile("^ailleurs.copil"))
        assert app.close() == 0
print("ok: new, elsewhere, recent")

# --- killed right after an edit, at no matter which moment ---
with place(example) as path:
    home = os.path.join(os.path.dirname(path), "home")
    texts = []

    def unwritten():
        """Whether the last text is in the working copy alone; on a slow machine the file has been replaced before the kill."""
        return texts and not value(path, "SELECT count (*) FROM engagement WHERE text = ?1", texts[-1])

    for turn in range(KILLS):
        left = unwritten()
        with Copil(binary, [path], home=home) as app:
            if left:
                app.find("label", re.compile("récupér"))
            app.key("alt+2")
            page = app.page("CopilAxesPage")
            for text in texts[-1:]:
                assert app.find_all("label", text, within=page, unseen=True), f"turn {turn}: {text!r} is not there"
            app.key("ctrl+shift+n")
            app.wait(app.typing, "the text of the new engagement")
            texts.append(f"Engagement du tour {turn}")
            app.type(texts[-1])
            app.key("Tab")
            app.find("label", texts[-1], within=page)
            time.sleep(random.random() * 0.5)
            app.kill()
        assert whole(path), f"turn {turn}: the user's file is not whole"
    left = unwritten()
    with Copil(binary, [path], home=home) as app:
        if left:
            app.find("label", re.compile("récupér"))
        assert app.close() == 0
    kept = {row[0] for row in query(path, "SELECT text FROM engagement")}
    assert kept >= set(texts), set(texts) - kept
print(f"ok: killed {KILLS} times")

# --- the file changes below the window: both changes are there afterwards ---
with place(example) as path:
    home = os.path.join(os.path.dirname(path), "home")
    with Copil(binary, [path], home=home) as app:
        app.key("alt+7")
        page = app.page("CopilSignatoriesPage")
        environment = dict(os.environ, XDG_STATE_HOME=os.path.join(home, "cli"), COPIL_TODAY="2024-03-15")
        csv = os.path.join(os.path.dirname(path), "personnes.csv")
        with open(csv, "w", encoding="utf-8") as out:
            out.write("name,function\nJeanne Martin,Directrice\n")
        done = subprocess.run([binary, "import", "persons", path, csv], env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        app.key("ctrl+shift+n")
        app.wait(app.typing, "the name of the new signatory")
        app.type("France Chimie")
        app.key("Tab")
        app.saved(path, "SELECT count (*) FROM party WHERE name = 'France Chimie'", 1)
        assert value(path, "SELECT count (*) FROM person WHERE name = 'Jeanne Martin'") == 1, "the other's change is lost"
        assert not app.criticals(), app.criticals()
        assert app.close() == 0
    data = show(binary, path)
    assert any(p["name"] == "France Chimie" for p in data["parties"])
print("ok: changed below the window")

# --- an example, which is copied first ---
with place() as path:
    home = os.path.join(os.path.dirname(path), "home")
    with Copil(binary, [], home=home) as app:
        app.click(app.find("list item", re.compile("CPME")))
        app.find("frame", re.compile("CPME"))
        assert app.close() == 0
    assert os.path.exists(os.path.join(home, "data", "copil", "examples", "cpme.copil"))
print("ok: files")
