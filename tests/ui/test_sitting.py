# SPDX-License-Identifier: GPL-3.0-or-later
"""A meeting while it lasts, by keyboard: the attendance, notes that become decisions and actions, an item adjourned, one
unforeseen, a joined document opened, the clock, the read-back, the closing; what is typed outlives a kill; validated
minutes only show.

    test_sitting.py COPIL uimm.copil
"""
import contextlib
import glob
import hashlib
import os
import re
import shutil
import sqlite3
import sys
import tempfile
import time

from harness import Copil, plain, value

binary, example = sys.argv[1:3]
folder = tempfile.mkdtemp(prefix="copil-sitting-")
path = os.path.join(folder, "convention.copil")
shutil.copy(example, path)
os.chmod(path, 0o644)
home = os.path.join(folder, "home")
os.mkdir(home)
spool = os.path.join(folder, "spool")
os.mkdir(spool)
shots = os.environ.get("COPIL_TEST_SHOTS")
TODAY = "2024-06-11"
ITEM = "SELECT %s FROM item WHERE meeting = 5 AND label = '%s'"


def shot(app, name):
    if shots:
        app.screenshot(os.path.join(shots, name + ".png"))


def join(item, name, text):
    """A document of the meeting, or of an item of its agenda."""
    with contextlib.closing(sqlite3.connect(path)) as file, file:
        file.execute("INSERT INTO attachment (meeting, item, name, mime, size, sha256, data, position)"
                     " VALUES (5, ?, ?, 'text/plain', ?, ?, ?, ?)",
                     (item, name, len(text), hashlib.sha256(text).hexdigest(), text, len(text)))


def decision(what, n):
    return f"SELECT {what} FROM decision WHERE meeting = 5 AND label = '2024-1-{n:02}'"


def open_sitting(app):
    app.find("frame", re.compile("UIMM"))
    app.key("alt+4")
    app.page("CopilMeetingsPage")
    app.key("F5")
    return app.find("filler", "CopilSittingMode")


def focused(app, role, name):
    """What has the keyboard in the sitting is that; gives the node."""
    def there():
        node = app.focused(within=mode)
        return node if node and node.getRoleName() == role and re.search(name, plain(node.name or "")) else None
    return app.wait(there, f"the keyboard in {role} {name!r}")


def notes(app):
    return focused(app, "text", "^Notes$")


def step(app, title):
    """The step that goes on, as the list at the left says it."""
    app.find("list item", re.compile(re.escape(title) + ".*, en cours"), within=mode)


join(None, "Dossier_complet.txt", b"Tout.")
join(502, "Tableau des alternants.txt", b"Le tableau.")
with Copil(binary, [path], home=home, today=TODAY, environment={"TMPDIR": spool}) as app:
    mode = open_sitting(app)
    step(app, "Émargement")

    # --- the attendance, one key each ---
    focused(app, "list item", "Carpentier")
    shot(app, "sitting-attendance")
    app.key("p")
    focused(app, "list item", "Rambert")
    app.key("e")
    focused(app, "list item", "Lacaze")
    app.key("p")
    focused(app, "list item", "Vasseur")
    app.key("r")
    focused(app, "text", "Représenté")
    app.key("Escape")  # back to the line, not out of the sitting
    focused(app, "list item", "Vasseur")
    app.key("r")
    focused(app, "text", "Représenté")
    app.key("ctrl+a")
    app.type("Mme Martin")
    app.key("Return")
    focused(app, "list item", "Belkacem")
    app.key("a")
    focused(app, "list item", "Montfort")
    app.key("p", "p")
    # Who came late came at a time, which is proposed; what was noted by mistake is taken back.
    focused(app, "list item", "Delmas")
    app.key("h")
    focused(app, "text", "Arrivé")
    app.key("ctrl+a")
    app.type("14:50")
    app.key("Return")
    focused(app, "list item", "Joubert")
    app.key("p")
    focused(app, "list item", "Haddad")
    app.key("p")
    focused(app, "list item", "Sauvage")
    app.key("Up", "space")
    focused(app, "list item", "Haddad.*pas encore")
    app.key("p", "p", "p", "p")
    state = "SELECT state FROM attendance WHERE meeting = 5 AND person = %d"
    app.saved(path, state % 43, "present")
    for person, expected in ((11, "present"), (12, "excused"), (21, "represented"), (22, "absent"), (41, "present")):
        assert value(path, state % person) == expected, person
    assert value(path, "SELECT represented_by FROM attendance WHERE meeting = 5 AND person = 21") == "Mme Martin"
    assert value(path, "SELECT arrived FROM attendance WHERE meeting = 5 AND person = 41") == "14:50"
    shot(app, "sitting-attended")

    # --- notes, and the line with the cursor becomes an action ---
    app.key("ctrl+Next")
    step(app, "1. Validation")
    notes(app)
    app.type("Sans remarque.")
    app.key("ctrl+2")
    step(app, "2. Compte")
    editor = notes(app)
    app.type("Tour de table.")
    app.key("Return")
    app.type("- Ecrire aux lycees du bassin")
    app.key("Return")
    app.type("Suite au printemps.")
    app.key("Up", "ctrl+shift+Return")
    focused(app, "text", "^Qui$")
    assert app.text_of(app.find("text", "Ce qui est décidé")) == "Ecrire aux lycees du bassin"
    shot(app, "sitting-who")
    app.type("ha")  # the name that begins so goes before words that do
    app.key("Tab")
    focused(app, "text", "^Quand$")
    app.type("+3 mois")
    app.find("label", "11 septembre 2024")
    shot(app, "sitting-when")
    app.key("Return")
    notes(app)
    app.find("list item", re.compile("^Action 2024-1-01, Ecrire aux lycees du bassin, .*Haddad.* · 11 septembre 2024"))
    app.saved(path, decision("text", 1), "Ecrire aux lycees du bassin")
    assert value(path, decision("type || '|' || lead || '|' || due || '|' || fiche || '|' || item", 1)) == \
        "action|43|2024-09-11|4|502"
    assert value(path, ITEM % ("notes", "2")) == "Tour de table.\nSuite au printemps."
    shot(app, "sitting-decided")
    # One undo takes all of it back, one redo does it again.
    app.key("ctrl+z")
    app.saved(path, ITEM % ("notes", "2"), "Tour de table.\n- Ecrire aux lycees du bassin\nSuite au printemps.")
    assert value(path, decision("count(*)", 1)) == 0
    app.key("ctrl+y")
    app.saved(path, decision("count(*)", 1), 1)

    # --- the documents of the item come first; one opens, and the keyboard is back in the notes ---
    app.key("ctrl+shift+o")
    app.find("menu item", "Tableau des alternants.txt")
    app.find("menu item", "Dossier_complet.txt")
    app.key("Return")
    app.gone("menu item", "Tableau des alternants.txt")
    copy = app.wait(lambda: glob.glob(os.path.join(spool, "copil-*", "Tableau des alternants.txt")), "the copy")[0]
    with open(copy, "rb") as opened:
        assert opened.read() == b"Le tableau."
    app.key("ctrl+shift+o", "Escape")
    app.take_focus()
    notes(app)

    # --- given up, nothing changes; a decision without who, about an engagement ---
    app.key("ctrl+End", "ctrl+Return")
    focused(app, "text", "^Qui$")
    app.key("Escape")
    notes(app)
    assert app.text_of(editor) == "Tour de table.\nSuite au printemps."
    app.key("ctrl+Return")
    focused(app, "text", "^Qui$")
    app.type("personne de ce nom")
    app.key("Return")
    app.find("label", re.compile("ne s’appelle"))
    app.key("ctrl+a", "BackSpace", "Return")
    notes(app)
    app.saved(path, decision("type || text", 2), "decisionSuite au printemps.")
    assert value(path, ITEM % ("notes", "2")) == "Tour de table."

    # --- adjourned, suspended, unforeseen ---
    app.key("ctrl+Next")
    step(app, "3. Carte")
    notes(app)
    app.key("ctrl+j")
    app.find("label", "Reporté à la réunion suivante")
    app.saved(path, ITEM % ("adjourned", "3"), 1)
    app.key("F8")
    app.find("label", "Séance suspendue")
    app.key("F8")
    app.find("label", "Séance ouverte")
    app.key("ctrl+shift+n")
    focused(app, "text", "Intitulé|Titre")
    app.type("Salon des metiers")
    app.key("Return")
    notes(app)
    app.type("Un mot du salon.")
    app.saved(path, ITEM % ("title || '|' || notes", "4"), "Salon des metiers|Un mot du salon.")
    assert value(path, ITEM % ("title", "5")) == "Préparation de la prochaine convention"
    shot(app, "sitting-unforeseen")

    # --- the size of the text ---
    height = app.find("label", re.compile("^4. Salon"), within=app.page("CopilSittingItem")).queryComponent().getSize()[1]
    app.key("ctrl+plus")
    app.wait(lambda: app.find("label", re.compile("^4. Salon"), within=app.page("CopilSittingItem"))
             .queryComponent().getSize()[1] > height, "larger text")
    app.key("ctrl+minus")

    # --- what was typed a moment ago outlives a kill, and the time spent is on the disk ---
    app.type(" Puis la fin.")
    app.wait(lambda: app.text_of(notes(app)) == "Un mot du salon. Puis la fin.", "the text")

    time.sleep(1)  # what is promised: nothing older than a second is lost
    app.kill()

with Copil(binary, [path], home=home, today=TODAY) as app:
    mode = open_sitting(app)
    app.key("ctrl+4")
    app.wait(lambda: app.text_of(notes(app)) == "Un mot du salon. Puis la fin.", "what was typed before the kill")
    app.saved(path, "SELECT elapsed > 0 FROM item WHERE id = 502", 1)

    # --- the read-back: edited in place, taken away and brought back ---
    app.key("ctrl+Next", "ctrl+Next")
    step(app, "Relecture des décisions")
    focused(app, "list item", "2024-1-01")
    shot(app, "sitting-review")
    app.key("Down")
    focused(app, "list item", "2024-1-02.*Ni pilote ni échéance")
    app.key("Return")
    focused(app, "text", "Ce qui est décidé")
    app.key("Tab")
    focused(app, "text", "^Qui$")
    app.type("carp")
    app.key("Tab")
    focused(app, "text", "^Quand$")
    app.type("fin juin")
    app.key("Return")
    focused(app, "list item", "2024-1-02.*Carpentier")
    app.saved(path, decision("lead || '|' || due", 2), "11|2024-06-30")
    app.key("Delete")
    app.saved(path, decision("count(*)", 2), 0)
    app.key("ctrl+z")
    focused(app, "list item", "2024-1-02")
    app.saved(path, decision("count(*)", 2), 1)

    # --- the closing ---
    app.key("ctrl+Next")
    step(app, "Clôture")
    focused(app, "text", "Prochaine réunion")
    app.find("label", re.compile("La date de la prochaine réunion n’est pas fixée"))
    app.find("label", re.compile("^Sans notes ni décision : 5"))
    shot(app, "sitting-closing")
    app.type("+6 mois")
    app.key("Return")
    app.saved(path, "SELECT next_date FROM meeting WHERE id = 5", "2024-12-11")
    assert re.fullmatch(r"\d\d:\d\d", value(path, "SELECT end_time FROM meeting WHERE id = 5"))
    app.key("ctrl+Return")
    app.find("label", re.compile("Le compte rendu est proposé depuis le 11 juin 2024"))
    app.saved(path, "SELECT minutes FROM meeting WHERE id = 5", "proposed")
    app.find("label", "Le temps n’est pas compté")
    shot(app, "sitting-proposed")
    app.key("Escape")
    app.gone("filler", "CopilSittingMode")
    app.find("label", "Compte rendu : Proposé")

    # --- what is validated only shows ---
    app.point(app.find("label", "Comité de pilotage annuel 2022", within=app.page("CopilMeetingList")))
    app.find("label", "Compte rendu : Validé")
    app.key("F5")
    mode = app.find("filler", "CopilSittingMode")
    app.find("label", re.compile("est validé : il se lit"))
    app.key("ctrl+1")
    step(app, "1. ")
    assert not app.find("text", "Notes", within=app.page("CopilSittingItem")).getState().contains(
        app.pyatspi.STATE_EDITABLE)
    app.key("ctrl+Return")
    assert not app.exists("text", "Ce qui est décidé"), "validated minutes take a decision"
    shot(app, "sitting-validated")
    app.key("F5")
    app.gone("filler", "CopilSittingMode")
    assert app.close() == 0

shutil.rmtree(folder)
print("ok: a meeting while it lasts")
