# SPDX-License-Identifier: GPL-3.0-or-later
"""From a convention's text to a file, in the real window: a text that is chosen and one that is pasted become a new file, one that
cannot be read is told and leaves nothing behind, and a text is taken over into a file that is open, as a structure where there is none
and as differences where there is one; undo takes it back.

    test_text_entry.py COPIL uimm.copil
"""
import os
import re
import shutil
import sqlite3
import subprocess
import sys

from harness import Copil, place, query, value

binary = sys.argv[1]

TEXT = """# CONVENTION DE PARTENARIAT POUR LES ATELIERS DU NORD

L’académie de Lille, 1 rue du Beffroi, 59000 Lille, représentée par Mme Anne Roux, rectrice, ci-après dénommée « l’académie »

La société Filatures du Nord, représentée par M. Luc Petit, président, ci-après dénommée « la société »

## Article 1 – Objet

Le cadre du partenariat.

## Article 2 – Visites d’ateliers

La société s’engage à ouvrir chaque année 40 ateliers aux classes de troisième.

L’académie s’engage à informer les collèges de ces visites.

## Article 3 – Formation

La société s’engage à proposer deux journées de formation aux professeurs de technologie.

## Article 4 – Durée

Elle est conclue pour une durée de trois ans.
"""
AMENDED = TEXT.replace("40 ateliers", "60 ateliers").replace(
    "L’académie s’engage à informer les collèges de ces visites.\n", "").replace(
    "technologie.", "technologie.\n\nL’académie s’engage à prêter ses salles pour ces journées.")
# What the keyboard of the X server has.
TYPED = ("Convention de partenariat\nArticle 1 - Objet\nLe cadre.\nArticle 2 - Formation\n"
         "Les signataires mettent en place des visites.\nArticle 3 - Orientation\nLes familles sont invitees.\n")

OPEN = re.compile("^(Nouvelle convention depuis un texte|New convention from a text)")
KEEP = re.compile("^(Où garder la nouvelle convention|Where to keep the new convention)")
TAKE = re.compile("^(Reprendre un texte|Take over a text)$")
FROM_TEXT = re.compile("^(Depuis un texte|From a Text)…$")
FROM_PASTED = re.compile("^(Coller un texte|Paste a Text)…$")
CONTINUE = re.compile("^(Continuer|Continue)$")
UNCHANGED = re.compile("(Rien n’a changé|Nothing has changed)")
SOURCES = "SELECT count (*) FROM source"
PROPOSED = "SELECT count (*) FROM passage WHERE type = ?1 AND state = 'proposed'"


def write(path, text, encoding="utf-8"):
    with open(path, "w", encoding=encoding) as out:
        out.write(text)
    return path


def command(folder, *words):
    environment = dict(os.environ, COPIL_TODAY="2024-03-15", XDG_STATE_HOME=os.path.join(folder, "cli-state"), LC_ALL="C.UTF-8")
    subprocess.run([binary, *words], check=True, env=environment, capture_output=True)


def choose(app, title, file):
    """Types the path of the text into the dialog that asks which."""
    dialog = app.find("filler", title)
    app.take_focus()
    app.key("slash")
    app.set_text(app.wait(lambda: app.typing(dialog), "a place to type"), file)
    app.key("Return")
    app.gone("filler", title)
    app.take_focus()


def keep(app, wanted, proposed):
    """Answers where the new file goes; the name that is proposed says whose it is."""
    dialog = app.find("filler", KEEP)
    app.take_focus()
    name = app.find("text", re.compile("^(Nom|Name)"), within=dialog)
    assert re.search(proposed, app.text_of(name)), app.text_of(name)
    app.set_text(name, wanted)
    app.click(app.find("push button", re.compile("(réer|reate)$"), within=dialog))
    app.wait(lambda: os.path.exists(wanted), wanted)
    app.take_focus()


def from_menu(app, item, title):
    """An entry of the menu, until the dialog it is for shows."""
    def asked():
        if app.exists("filler", title):
            return True
        entry = next(iter(app.find_all("menu item", item)), None)
        if entry:
            app.click(entry)
        else:
            app.take_focus()
            app.key("F10")
        return app.exists("filler", title)
    app.wait(asked, f"what {item.pattern} opens")


def refused(app, heading, sentence):
    """The dialog that says what is wrong, in one sentence; closed again."""
    app.find("label", heading)
    app.find("label", sentence)
    app.find("label", UNCHANGED)
    app.take_focus()
    app.key("Escape")
    app.gone("label", UNCHANGED)
    app.take_focus()


# --- a new file from a text that is chosen; what cannot be read is told, and nothing is made of it ---
with place() as path:
    folder = os.path.dirname(path)
    home = os.path.join(folder, "home")
    text = write(os.path.join(folder, "texte.md"), TEXT)
    picture = os.path.join(folder, "image.txt")
    with open(picture, "wb") as out:
        out.write(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00" * 40)
    broken = os.path.join(folder, "abîmé.odt")
    with open(broken, "wb") as out:
        out.write(b"PK\x03\x04" + b"\x00" * 200)
    empty = write(os.path.join(folder, "vide.md"), "\n \n")
    with Copil(binary, [], home=home) as app:
        app.click(app.find("push button", FROM_TEXT))
        choose(app, OPEN, picture)
        refused(app, re.compile("« image.txt »|“image.txt”"), re.compile("pas un texte|not a text"))
        app.key("ctrl+shift+t")
        choose(app, OPEN, broken)
        refused(app, re.compile("abîmé.odt"), re.compile("[a-zé]{4,}"))
        app.key("ctrl+shift+t")
        choose(app, OPEN, empty)
        refused(app, re.compile("vide.md"), re.compile("aucun texte|pas de texte|no text"))
        assert [name for name in os.listdir(folder) if name.endswith(".copil")] == []
        assert app.exists("push button", FROM_TEXT), "the start page went away"

        app.key("ctrl+shift+t")
        choose(app, OPEN, text)
        keep(app, path, "ATELIERS DU NORD.*\\.copil$")
        app.toast(re.compile("^(Proposé|Proposed).*: 2 ax[a-z]+, 3 engagements"))
        app.saved(path, SOURCES, 1)
        app.saved(path, PROPOSED, 2, "axis")
        app.saved(path, PROPOSED, 3, "engagement")
        assert value(path, "SELECT title FROM convention") == "CONVENTION DE PARTENARIAT POUR LES ATELIERS DU NORD"
        assert value(path, "SELECT name FROM source") == "texte.md"
        assert value(path, "SELECT count (*) FROM axis") == 0, "a proposal was accepted by nobody"
        assert not app.criticals(), app.criticals()
        assert app.close() == 0
print("ok: chosen")

# --- a new file from a text that is pasted ---
with place() as path:
    home = os.path.join(os.path.dirname(path), "home")
    with Copil(binary, [], home=home) as app:
        app.click(app.find("push button", FROM_PASTED))
        go_on = app.find("push button", CONTINUE)
        app.take_focus()
        assert not go_on.getState().contains(app.pyatspi.STATE_SENSITIVE), "nothing can be gone on with"
        for line in TYPED.splitlines():
            app.type(line)
            app.key("Return")
        app.key("ctrl+a", "ctrl+x")
        app.wait(lambda: not go_on.getState().contains(app.pyatspi.STATE_SENSITIVE), "an empty text")
        app.click(app.find("push button", re.compile("^(Coller|Paste)$")))
        app.wait(lambda: go_on.getState().contains(app.pyatspi.STATE_SENSITIVE), "the pasted text")
        app.key("ctrl+Return")
        # Left at the last question, the text is still there.
        app.find("filler", KEEP)
        app.take_focus()
        app.key("Escape")
        app.gone("filler", KEEP)
        app.take_focus()
        app.click(app.find("push button", FROM_PASTED))
        app.find("push button", CONTINUE)
        app.take_focus()
        app.key("ctrl+Return")
        keep(app, path, "^Convention de partenariat.copil$")
        app.saved(path, SOURCES, 1)
        app.saved(path, PROPOSED, 2, "axis")
        assert value(path, "SELECT data FROM source").decode().startswith("Convention de partenariat\nArticle 1"), "another text"
        assert not app.criticals(), app.criticals()
        assert app.close() == 0
print("ok: pasted")

# --- into a file that is open: without axes a structure, with axes differences; undone again ---
with place() as path:
    folder = os.path.dirname(path)
    home = os.path.join(folder, "home")
    text, amended = (write(os.path.join(folder, name), what) for name, what in (("texte.md", TEXT), ("avenant.md", AMENDED)))
    command(folder, "new", path, "--title", "Ateliers")
    with Copil(binary, [path], home=home) as app:
        app.find("list item", re.compile("^(Axes)"))
        from_menu(app, re.compile("^(Reprendre un texte|Take over a text)…$"), TAKE)
        choose(app, TAKE, text)
        toast = app.toast(re.compile("^(Proposé|Proposed).*: 2 ax[a-z]+, 3 engagements"))
        app.saved(path, PROPOSED, 3, "engagement")
        app.click(app.find("push button", re.compile("^_?(Annuler|Undo)"), within=toast))
        app.saved(path, SOURCES, 0)
        app.saved(path, "SELECT count (*) FROM passage", 0)
        assert app.close() == 0

    made = os.path.join(folder, "suivie.copil")
    command(folder, "new", made, "--from", text)
    with Copil(binary, [made], home=home) as app:
        app.find("list item", re.compile("^(Axes)"))
        from_menu(app, re.compile("^(Reprendre un texte|Take over a text)…$"), TAKE)
        choose(app, TAKE, amended)
        app.toast(re.compile("^(Différences|Differences).*: 1 (nouv|new )[^,]*, 1 change[^,]*, 1 dis"))
        app.saved(made, SOURCES, 2)
        changes = query(made, "SELECT change, count (*) FROM passage WHERE source = (SELECT max (id) FROM source)"
                              " AND state = 'proposed' AND type <> 'article' GROUP BY change ORDER BY change")
        assert changes == [("changed", 1), ("gone", 1), ("new", 1)], changes
        app.key("ctrl+z")
        app.saved(made, SOURCES, 1)
        assert not app.criticals(), app.criticals()
        assert app.close() == 0

    # --- never where the file is read-only ---
    newer = os.path.join(folder, "plus-neuve.copil")
    shutil.copyfile(made, newer)
    with sqlite3.connect(newer) as database:
        database.execute("PRAGMA user_version = 99")
    database.close()
    with Copil(binary, [newer], home=home) as app:
        app.find("label", re.compile("lecture seule|read-only"))
        app.take_focus()
        app.key("F10")
        for entry in ("^(Reprendre un texte|Take over a text)…$", "^(Reprendre un texte collé|Take over a pasted text)…$"):
            item = app.find("menu item", re.compile(entry))
            assert not item.getState().contains(app.pyatspi.STATE_SENSITIVE), entry
        new = app.find("menu item", re.compile("^(Nouveau depuis un texte|New from a text)…$"))
        assert new.getState().contains(app.pyatspi.STATE_SENSITIVE), "no new file from a text"
        app.key("Escape")
        assert app.close() == 0
print("ok: text entry")
