# SPDX-License-Identifier: GPL-3.0-or-later
"""The document model in the real window: a file that cannot be one is refused and changes nothing, one that can is taken, named
and used for what is exported; undo takes it back, and it can be removed.

    test_template.py COPIL uimm.copil
"""
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import zipfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), os.pardir, "odf"))

import model_fixture
from harness import Copil

binary, example = sys.argv[1:3]
folder = tempfile.mkdtemp(prefix="copil-model-")
path = os.path.join(folder, "convention.copil")
shutil.copy(example, path)
os.chmod(path, 0o644)
good = model_fixture.letter(os.path.join(folder, "courrier.ott"))
bad = os.path.join(folder, "piege.ott")
model_fixture.write(bad, parts=[("Basic/script-lc.xml", "<x/>")])

CHOOSE = re.compile("^(Choisir un modèle|Choose a model)")
REMOVE = re.compile("^(Retirer le modèle|Remove the model)")
PLAIN = re.compile("aspect propre à Copil|Copil’s own look")
USED = re.compile("^(Tout document texte prend|Every text document takes)")


def choose(app, file):
    """Answers the dialog that asks which file."""
    app.click(app.find("push button", CHOOSE))
    title = re.compile("^(Choisir le modèle|Choose the document model)")
    dialog = app.find("filler", title)
    app.take_focus()
    app.key("slash")
    app.set_text(app.wait(lambda: app.typing(dialog), "a place to type"), file)
    app.key("Return")
    app.gone("filler", title)
    app.take_focus()


def exported_styles():
    """The styles of the fiches that the command line writes."""
    out = os.path.join(folder, "fiches.odt")
    environment = dict(os.environ, XDG_STATE_HOME=os.path.join(folder, "cli-state"))
    subprocess.run([binary, "export", "fiche", path, "-o", out], check=True, env=environment)
    with zipfile.ZipFile(out) as package:
        return package.read("styles.xml").decode()


with Copil(binary, [path]) as app:
    app.point(app.find("list item", "Signataires"))
    app.point(app.find("page tab", "Convention"))
    app.find("label", PLAIN)
    assert not app.exists("push button", REMOVE)

    choose(app, bad)
    app.find("label", re.compile("macros"))
    app.key("Escape")
    app.wait(lambda: not app.exists("label", re.compile("macros")), "the refusal to close")
    app.find("label", PLAIN)

    choose(app, good)
    app.find("label", "courrier.ott")
    app.find("label", USED)
    app.take_focus()
    app.key("ctrl+z")
    app.find("label", PLAIN)
    app.key("ctrl+shift+z")
    app.find("label", "courrier.ott")
    assert not app.criticals(), app.criticals()
    app.close()

assert "Rectorat" in exported_styles()
database = sqlite3.connect(path)
name, size, held = database.execute("SELECT name, size, length (data) FROM template").fetchone()
database.close()
assert (name, size, held) == ("courrier.ott", os.path.getsize(good), os.path.getsize(good))

with Copil(binary, [path]) as app:
    app.point(app.find("list item", "Signataires"))
    app.point(app.find("page tab", "Convention"))
    app.find("label", "courrier.ott")
    app.click(app.find("push button", REMOVE))
    app.find("label", PLAIN)
    assert not app.criticals(), app.criticals()
    app.close()

assert "Rectorat" not in exported_styles()
shutil.rmtree(folder)
