# SPDX-License-Identifier: GPL-3.0-or-later
"""The life of the minutes in the real window: the last validation freezes them, the records only show, a correction opens a
new version, undo takes it all back; an amendment is asked for and accepted; an earlier decision is closed and reported.

    test_minutes.py COPIL ecti.copil
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

from harness import Copil, query, value

binary, example = sys.argv[1:3]
folder = tempfile.mkdtemp(prefix="copil-minutes-")
path = os.path.join(folder, "convention.copil")
shutil.copy(example, path)
os.chmod(path, 0o644)
home = os.path.join(folder, "home")
os.mkdir(home)


def ask(sql):
    """What the saved file holds."""
    return value(path, sql)


def call(*arguments):
    environment = dict(os.environ, COPIL_TODAY="2025-04-30", XDG_STATE_HOME=os.path.join(folder, "cli-state"))
    subprocess.run([binary, *arguments], check=True, env=environment, stdout=subprocess.DEVNULL)


def minutes():
    out = os.path.join(folder, "minutes.odt")
    call("export", "minutes", path, "--id", "1", "-o", out)
    with open(out, "rb") as file:
        return file.read()


def menu_button(app, name, within):
    """A menu button has another one inside, which the keyboard comes to."""
    return app.wait(lambda: app.find_all("push button", name, within=app.page(within)), f"{name!r}")[-1]


def undo(app, answer):
    """What was agreed is not taken back without a question."""
    app.key("ctrl+z")
    app.find("label", "Retirer ce qui a été convenu ?")
    app.click(app.find("push button", re.compile(answer)))
    app.gone("label", "Retirer ce qui a été convenu ?")
    app.take_focus()


def section(app, name):
    app.click(app.find("push button", name, within=app.page("CopilMeetingView")))


STATE = "SELECT minutes FROM meeting WHERE id = 1"
KEPT = "SELECT count(*) FROM minutes_version WHERE meeting = 1 AND data IS NOT NULL"

with Copil(binary, [path], home=home, today="2025-04-30") as app:
    app.find("frame", re.compile("ECTI"))
    app.key("alt+4")
    app.wait(lambda: app.find_all("filler", "CopilMeetingsPage"), "the meetings")
    app.point(app.find("label", "Comité national de pilotage 2025"))
    app.find("label", "Compte rendu : Amendé")
    section(app, "Compte rendu")
    app.find("label", re.compile("Il manque la validation de l’Éducation nationale"))

    # --- the last validation freezes them ---
    app.click(menu_button(app, re.compile("^Valider"), "CopilMeetingValidations"))
    app.click(app.find("push button", "Valider"))
    app.find("label", "Compte rendu : Validé")
    app.find("label", re.compile("^Version 1, "))
    app.saved(path, STATE, "validated")
    assert ask(KEPT) == 1
    call("check", path)
    frozen = minutes()

    # --- the records only show ---
    section(app, "Notes")
    notes = app.find("text", "Notes", within=app.page("CopilMeetingEditor"))
    assert not notes.getState().contains(app.pyatspi.STATE_EDITABLE), "the notes of validated minutes can be written in"
    section(app, "Décisions")
    app.find("filler", "CopilMeetingFollowup")
    assert not app.exists("panel", "Décisions", within=app.page("CopilMeetingView")), "the decisions can be written in"

    # --- a correction opens a new version; undo takes it back, and then the validation ---
    app.click(menu_button(app, re.compile("^Corriger"), "CopilMeetingBar"))
    app.set_text(app.find("text", "Motif de la nouvelle version"), "Un nom était faux.")
    app.click(app.find("push button", "Ouvrir une nouvelle version"))
    app.find("label", "Compte rendu : Brouillon")
    app.saved(path, STATE, "draft")
    assert ask(KEPT) == 1

    # --- every signatory validates the correction at once; undo asks before it takes that back ---
    section(app, "Compte rendu")
    app.click(app.find("push button", "Proposer le compte rendu"))
    app.find("label", "Compte rendu : Proposé")
    app.click(app.find("push button", "Tous valident aujourd’hui"))
    app.find("label", "Compte rendu : Validé")
    app.find("label", re.compile("^Version 2, "))
    app.saved(path, STATE, "validated")
    assert ask(KEPT) == 2
    undo(app, "^Garder")
    app.find("label", "Compte rendu : Validé")
    undo(app, "^Retirer")
    app.find("label", "Compte rendu : Proposé")
    app.key("ctrl+z")
    app.find("label", "Compte rendu : Brouillon")
    app.key("ctrl+z")
    app.find("label", "Compte rendu : Validé")
    app.saved(path, STATE, "validated")
    assert minutes() == frozen
    undo(app, "^Retirer")
    app.find("label", "Compte rendu : Amendé")
    app.saved(path, STATE, "amended")
    assert ask(KEPT) == 0

    # --- an amendment, accepted ---
    section(app, "Compte rendu")
    before = len(app.find_all("text", "Texte demandé"))
    app.click(app.find("push button", "Ajouter un amendement"))
    texts = app.wait(lambda: app.find_all("text", "Texte demandé")
                     if len(app.find_all("text", "Texte demandé")) > before else None, "one more amendment")

    # --- another item is chosen, twice: what is chosen is what is stored, with the notes of that item ---
    items = query(path, "SELECT id, coalesce (notes, '') FROM item WHERE meeting = 1 ORDER BY position, id")
    drop_down = app.wait(lambda: app.find_all("combo box", "Ce que l’amendement concerne", within=app.page("CopilMeetingMinutes")),
                         "the items to choose from")[-1]
    decisions = query(path, "SELECT id, text FROM decision WHERE meeting = 1 ORDER BY position, id")
    # The whole, the attendance and the opening stand before the items, the decisions behind them.
    app.choose(drop_down, 3 + len(items))
    app.saved(path, "SELECT decision FROM correction ORDER BY id DESC LIMIT 1", decisions[0][0])
    app.wait(lambda: app.text_of(app.find_all("text", "Ancien texte")[-1]) == decisions[0][1], "the text of that decision")
    for at in (2, 1):
        app.choose(drop_down, 3 + at)
        app.saved(path, "SELECT item FROM correction ORDER BY id DESC LIMIT 1", items[at][0])
        app.wait(lambda: app.text_of(app.find_all("text", "Ancien texte")[-1]) == items[at][1], "the notes of that item")

    # --- accepted with the cursor in its text ---
    wanted = app.text_of(texts[-1]) + "\nLa séance est filmée."
    app.set_text(texts[-1], wanted)
    app.focus(texts[-1])
    app.key("ctrl+End", "x", "BackSpace")
    assert app.typing().name == "Texte demandé"
    app.click(app.find_all("push button", "Accepter")[-1])
    app.saved(path, "SELECT count(*) FROM item WHERE meeting = 1 AND notes LIKE '%La séance est filmée.'", 1)
    app.find("label", re.compile("Validé le 22 avril 2025 par M. Gérard Vidalenc, avant la modification du .* Caduque.: le texte a changé depuis"))
    app.find("label", re.compile("Il manque les validations"))

    # --- an earlier decision, closed from the next meeting, and reported ---
    app.point(app.find("label", "Comité national de pilotage 2026"))
    section(app, "Décisions")
    app.find("label", "Décisions antérieures ouvertes")
    closed = ask("SELECT count(*) FROM decision WHERE closed = '2025-04-30'")
    steps = ask("SELECT count(*) FROM step")
    notes = ask("SELECT count(*) FROM engagement WHERE note LIKE '%Décision 2025-%'")
    count = len(app.find_all("push button", "Clore la décision"))
    for _ in range(count):
        left = len(app.find_all("push button", "Clore la décision"))
        app.click(app.find("push button", "Clore la décision"))
        app.wait(lambda: len(app.find_all("push button", "Clore la décision")) < left, "one less to close")
    app.saved(path, "SELECT count(*) FROM decision WHERE closed = '2025-04-30'", closed + count)
    app.click(menu_button(app, re.compile("^Reporter sur"), "CopilMeetingView"))
    app.click(app.find("menu item", re.compile("Le noter seulement")))
    app.wait(lambda: app.key("ctrl+s") or ask("SELECT count(*) FROM step") > steps
             or ask("SELECT count(*) FROM engagement WHERE note LIKE '%Décision 2025-%'") > notes, "the report")
    criticals = app.criticals()
    assert not criticals, criticals
    assert app.close() == 0

shutil.rmtree(folder)
print("ok: the life of the minutes")
