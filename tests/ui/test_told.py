# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window tells is true, and telling it ends nothing: toasts that follow one another while they still slide, as
people have them; a title, a bar and a toast where something cannot be stored or saved; names of buttons as they are read.

    test_told.py COPIL ecti.copil
"""
import contextlib
import os
import re
import resource
import sqlite3
import subprocess
import sys
import tempfile

from harness import Copil, place, query, value

binary, example = sys.argv[1:3]
other = os.path.join(os.path.dirname(example), "uimm.copil")
# What is freed is overwritten: who uses it still is found out at once.
FREED = {"MALLOC_PERTURB_": "165"}
TOLD = re.compile("gardé dans cette fenêtre")


def fill_disk(app, full):
    """No file of the program may be written at all, as on a full disk, for this process alone."""
    hard = resource.prlimit(app.process.pid, resource.RLIMIT_FSIZE)[1]
    resource.prlimit(app.process.pid, resource.RLIMIT_FSIZE, (0 if full else hard, hard))


def minutes(app):
    app.key("alt+4")
    app.page("CopilMeetingsPage")
    app.point(app.find("label", "Comité national de pilotage 2025"))
    app.click(app.find("push button", "Compte rendu", within=app.page("CopilMeetingView")))
    app.page("CopilMeetingMinutes")


def ask_for(path, amendments):
    """Puts amendments into the file, not answered yet: what each is about, the text before and the text asked for."""
    with contextlib.closing(sqlite3.connect(path)) as database, database:
        for at, (about, decision, old, new) in enumerate(amendments):
            database.execute("INSERT INTO correction (id, meeting, about, decision, date, old_text, new_text, state, position)"
                             " VALUES (?, 1, ?, ?, '2025-04-30', ?, ?, 'proposed', ?)", (9000 + at, about, decision, old, new, 90.0 + at))


def accept(app):
    """Accepts the first amendment without an answer."""
    button = app.find_all("push button", "Refuser", within=app.page("CopilMeetingMinutes"))[0]
    card = next(card for card in app.find_all("filler", "CopilMeetingAmendment") if button in app.find_all("push button", "Refuser", within=card))
    app.find("push button", "Ce que l’amendement concerne", within=app.find("combo box", within=card))
    app.click(app.find("push button", "Accepter", within=card))


def validate(app):
    """The first validation that is to be given."""
    pane = app.page("CopilMeetingMinutes").queryComponent().getExtents(app.pyatspi.WINDOW_COORDS)
    subprocess.run(["xdotool", "mousemove", str(pane.x + 3), "400", "click", "--repeat", "60", "--delay", "5", "4"], check=True)
    app.settle()
    rows = {}
    for button in app.find_all("push button", re.compile("^Valider…"), within=app.page("CopilMeetingValidations")):
        box = button.queryComponent().getExtents(app.pyatspi.WINDOW_COORDS)
        rows.setdefault(box.y // 20, button)
    app.point(rows[min(rows)])
    app.click(app.find("push button", "Valider"))


def subtitle(app, pattern):
    app.find("label", re.compile("^convention.copil – " + pattern))


# --- with animations: amendments and validations, one after the other ---
with place(example) as path:
    home = os.path.join(os.path.dirname(path), "home")
    decision = query(path, "SELECT id, text FROM decision WHERE meeting = 1 ORDER BY position, id LIMIT 1")[0]
    opening = value(path, "SELECT introduction FROM meeting WHERE id = 1")
    ask_for(path, [("attendance", None, "Alain Castaing : Excusé", "Alain Castaing : Présent"),
                   ("opening", None, opening, (opening or "") + " Fin."),
                   ("decision", decision[0], decision[1], "Relire avant le 15 mai."),
                   ("attendance", None, None, "Alain Castaing est venu")])
    with Copil(binary, [path], home=home, today="2025-04-30", animations=True, environment=FREED) as app:
        minutes(app)
        state = "SELECT a.state FROM attendance a JOIN person p ON p.id = a.person WHERE a.meeting = 1 AND p.name LIKE '%Castaing'"
        assert value(path, state) == "excused"
        waiting = len(app.find_all("push button", "Refuser"))
        assert waiting == 4, waiting
        for _ in range(3):
            accept(app)
            waiting -= 1
            app.wait(lambda: len(app.find_all("push button", "Refuser")) == waiting, "the answer")
        validate(app)
        validate(app)
        app.saved(path, "SELECT count (*) FROM validation WHERE date = '2025-04-30'", 2)
        assert value(path, state) == "present"
        assert value(path, "SELECT introduction FROM meeting WHERE id = 1") == (opening or "") + " Fin."
        assert value(path, "SELECT text FROM decision WHERE id = ?1", decision[0]) == "Relire avant le 15 mai."
        # What cannot be read is not accepted, and said why.
        accept(app)
        app.toast(re.compile("ne se lit pas"))
        assert len(app.find_all("push button", "Refuser")) == 1
        app.saved(path, "SELECT count (*) FROM correction WHERE state = 'proposed'", 1)
        app.close()

# --- with animations: a toast goes while another comes, and one is called off while it slides in ---
with place(other) as path:
    home = os.path.join(os.path.dirname(path), "home")
    with Copil(binary, [path], home=home, animations=True, environment=FREED) as app:
        app.key("alt+4")
        app.page("CopilMeetingsPage")
        rows = app.find("list", within=app.page("CopilMeetingsPage"))
        count = value(path, "SELECT count (*) FROM meeting")
        for _ in range(2):
            app.select(rows, re.compile("15 juin 2023"))
            app.tap("Delete")
            app.toast(re.compile("validé"))
            app.select(rows, re.compile("11 juin 2024"))
            app.tap("Delete", "ctrl+z")
            app.settle()
            app.find("label", re.compile("11 juin 2024"), within=rows)
        app.saved(path, "SELECT count (*) FROM meeting", count)
        app.close()

# --- a text that cannot be stored ---
with place(other) as path:
    home = os.path.join(os.path.dirname(path), "home")
    with Copil(binary, [path], home=home) as app:
        app.key("alt+2")
        page = app.page("CopilAxesPage")
        subtitle(app, "enregistré$")
        engagement = query(path, "SELECT e.id, e.text FROM engagement e JOIN axis a ON a.id = e.axis JOIN measure m ON "
                                 "m.id = e.measure ORDER BY a.position, m.position, e.position LIMIT 1")[0]
        app.select(app.find("tree table", within=page), engagement[1])
        note = app.find("text", re.compile("^Suivi"), within=page)
        app.focus(note)
        fill_disk(app, True)
        app.type("Sans place.")
        app.find("label", TOLD)
        subtitle(app, "texte non enregistré")
        assert not app.exists("label", re.compile("rien n’a été modifié"))
        app.key("alt+4")
        app.page("CopilMeetingsPage")
        app.key("ctrl+z")
        app.toast(re.compile("^Pas d’annulation"))
        app.key("ctrl+shift+z")
        fill_disk(app, False)
        app.gone("label", TOLD)
        app.saved(path, "SELECT note LIKE '%Sans place.%' FROM engagement WHERE id = ?1", 1, engagement[0])
        subtitle(app, "enregistré$")

        app.close()

# --- a file that cannot be saved, and is left so: all is there the next time ---
with place(example) as path, tempfile.TemporaryDirectory(prefix="copil-home-") as home:
    folder = os.path.dirname(path)
    with Copil(binary, [path], home=home, today="2025-04-30") as app:
        minutes(app)
        os.rename(folder, folder + "-away")
        app.click(app.find("push button", "Ajouter un amendement"))
        app.key("ctrl+s")
        app.find("label", "Le fichier n’a pas pu être enregistré")
        app.take_focus()
        app.click(app.find("push button", "Fermer", within=app.find("dialog")))
        app.gone("label", "Le fichier n’a pas pu être enregistré")
        app.take_focus()
        subtitle(app, "non enregistré : ")
        app.find("label", re.compile("^Le fichier n’est pas enregistré : "))
        app.key("ctrl+w")
        app.find("label", "Le fichier n’a pas pu être enregistré")
        app.take_focus()
        app.click(app.find("push button", re.compile("^Fermer, et garder")))
        app.process.wait(30)
        assert app.process.returncode == 0
        assert not app.criticals(), app.criticals()
    os.rename(folder + "-away", folder)
    with Copil(binary, [path], home=home, today="2025-04-30") as app:
        app.saved(path, "SELECT count (*) FROM correction WHERE state = 'proposed'", 1)
        subtitle(app, "enregistré$")
        app.close()

print("ok: told")
