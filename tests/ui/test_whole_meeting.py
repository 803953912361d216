# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole meeting by keyboard alone, from "new meeting from the last one" to minutes validated by every signatory, and how
many keys that takes against what the minutes say.

    test_whole_meeting.py COPIL uimm.copil
"""
import os
import re
import shutil
import sys
import tempfile
import time
import zipfile

from harness import Copil, plain, query, value

binary, example = sys.argv[1:3]
folder = tempfile.mkdtemp(prefix="copil-whole-")
path = os.path.join(folder, "convention.copil")
shutil.copy(example, path)
os.chmod(path, 0o644)
home = os.path.join(folder, "home")
os.mkdir(home)
shots = os.environ.get("COPIL_TEST_SHOTS")
TODAY = "2024-09-17"
NEW = "(SELECT max (id) FROM meeting)"


def shot(app, name):
    if shots:
        app.screenshot(os.path.join(shots, "whole-" + name + ".png"))


def focused(app, role, name, within=None):
    def there():
        node = app.focused(within=within)
        return node if node and node.getRoleName() == role and re.search(name, plain(node.name or "")) else None
    return app.wait(there, f"the keyboard in {role} {name!r}")


def tab_to(app, name, within, key="Tab"):
    """Goes on with Tab until what has the keyboard is called that."""
    for _ in range(80):
        node = app.focused(within=within)
        if node and re.search(name, plain(node.name or "")):
            return node
        app.key(key)
    raise AssertionError(f"Tab does not come to {name!r}")


def save_as(app, name):
    """Answers the dialog that asks where to write; gives the path, once the file is there."""
    out = os.path.join(folder, name)
    app.take_focus()
    app.key("ctrl+a")
    app.type(out)
    app.key("Return")
    app.wait(lambda: os.path.exists(out) and os.path.getsize(out) > 0, name)
    app.take_focus()
    return out


def ticked(app):
    """The number that the foot of the points to tick says."""
    said = plain(app.find("label", re.compile(r"coché")).name)
    return int(re.match(r"\d+|Aucun", said).group(0).replace("Aucun", "0"))


def choose(app, document):
    """The document at that place of the list of documents, and where it goes."""
    app.key("ctrl+shift+e")
    app.find("menu item", re.compile("Ordre du jour"))
    app.key(*["Down"] * document, "Return")


def read(out):
    """The text of a document, as one reads it."""
    with zipfile.ZipFile(out) as package:
        return re.sub("<[^>]*>", "", package.read("content.xml").decode())


with Copil(binary, [path], home=home, today=TODAY) as app:
    # --- before: a new meeting from the last one, its agenda, the convocation, the agreements ---
    app.find("frame", re.compile("UIMM"))
    app.key("alt+4")
    page = app.page("CopilMeetingsPage")
    app.key("ctrl+shift+n")
    app.find("label", re.compile("peuvent être proposés"), within=page)
    app.key("ctrl+shift+p")
    app.find("label", "Proposer l’ordre du jour")
    app.take_focus()
    while ticked(app) < 8:  # two have come along already
        before = ticked(app)
        app.key("space")
        if ticked(app) < before:
            app.key("space")
        app.key("Down")
    app.key("Return")
    app.gone("label", "Proposer l’ordre du jour")
    app.take_focus()
    app.find("label", re.compile("Durée prévue"), within=page)
    shot(app, "agenda")
    choose(app, 2)
    convocation = save_as(app, "convocation.odt")
    assert "Carpentier" in read(convocation)
    parties = query(path, "SELECT id FROM party")
    for n in range(len(parties)):
        app.key("ctrl+shift+g")
        focused(app, "push button", "^Noter l’accord", page)
        app.key("space")
    app.saved(path, f"SELECT count(*) FROM agreement WHERE meeting = {NEW}", len(parties))
    shot(app, "agreed")
    items = value(path, f"SELECT count(*) FROM item WHERE meeting = {NEW}")
    assert items == 10, items

    # --- during: the sitting ---
    app.key("F5")
    mode = app.find("filler", "CopilSittingMode")
    persons = value(path, f"SELECT count(*) FROM attendance WHERE meeting = {NEW}")
    focused(app, "list item", "Carpentier", mode)
    app.key(*["p"] * (persons - 1), "e")
    for n in range(1, items + 1):
        app.key("ctrl+Next")
        app.find("list item", re.compile(rf"^{n}\. .*, en cours"), within=mode)
        focused(app, "text", "^Notes$", mode)
        app.key("ctrl+End")
        if n == items - 1:
            app.key("ctrl+j")
            continue
        app.key("Return")
        app.type(f"Le comite prend acte, point {n}.")
        if n in (2, 4, 6):
            app.key("Return")
            app.type(f"- Preparer la suite du point {n} avec les academies")
            app.key("ctrl+shift+Return" if n == 2 else "ctrl+Return")
            focused(app, "text", "^Qui$", mode)
            app.type("hadd" if n == 2 else "carp")
            app.key("Tab")
            app.type("+3 mois" if n == 2 else "fin nov")
            app.key("Return")
            focused(app, "text", "^Notes$", mode)
    shot(app, "item")
    app.key("ctrl+Next")
    focused(app, "list item", "2024-2-01", mode)
    app.key("Down", "Down")
    focused(app, "list item", "2024-2-03", mode)
    app.key("ctrl+Next")
    focused(app, "text", "Prochaine réunion", mode)
    ended = time.time()
    app.type("+2 mois")
    app.key("Return", "ctrl+Return")
    app.find("label", re.compile("proposé depuis le 17 septembre 2024"))
    app.key("ctrl+e")
    proposed = save_as(app, "propose.odt")
    print(f"# the minutes were proposed and exported {time.time() - ended:.0f} s after the end of the meeting")
    text = read(proposed)
    assert "Preparer la suite du point 2" in plain(text) and "17 novembre 2024" in plain(text), text[:2000]
    app.saved(path, f"SELECT minutes FROM meeting WHERE id = {NEW}", "proposed")
    assert value(path, f"SELECT count(*) FROM decision WHERE meeting = {NEW}") == 3
    assert value(path, f"SELECT count(*) FROM item WHERE meeting = {NEW} AND adjourned") == 1

    # --- after: one amendment accepted, the validation of every signatory, the document that is kept ---
    app.key("Escape")
    app.gone("filler", "CopilSittingMode")
    view = app.page("CopilMeetingView")
    tab_to(app, "Détails|Ordre du jour|Compte rendu", view)
    app.key(*["alt+Next"] * 6)
    tab_to(app, "^Ajouter un amendement", view)
    app.key("space")
    focused(app, "text", "Texte demandé", view)
    app.key("ctrl+End")
    app.type(" Avec une reserve.")
    tab_to(app, "^Accepter", view)
    app.key("space")
    app.saved(path, f"SELECT count(*) FROM item WHERE meeting = {NEW} AND notes LIKE '%reserve.'", 1)
    for n in range(len(parties)):
        tab_to(app, "^Valider", view)
        app.key("space")
        app.find("push button", "Valider")
        tab_to(app, "^Valider$", None)
        app.key("Return")
        app.saved(path, f"SELECT count(*) FROM validation WHERE meeting = {NEW}", n + 1)
    app.find("label", "Compte rendu : Validé")
    shot(app, "validated")
    app.key("ctrl+e")
    first = save_as(app, "valide.odt")
    app.key("ctrl+e")
    second = save_as(app, "encore.odt")
    with open(first, "rb") as one, open(second, "rb") as other:
        assert one.read() == other.read(), "the document of validated minutes is not the same twice"
    kept = plain(read(first))
    assert "Avec une reserve." in kept
    presses = app.presses
    assert app.close() == 0

print(f"{presses} key presses, {len(kept)} characters in the compte rendu: ratio {presses / len(kept):.2f}")
shutil.rmtree(folder)
print("ok: a whole meeting by keyboard")
