# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of the text in the real window, by keyboard: what was accepted is taken back, corrected (promoted, merged, split,
made something else, given to others), accepted by branch, left and taken up again, and undone. The text at the left and the
proposals at the right keep in step.

    test_text.py COPIL uimm.copil
"""
import os
import re
import subprocess
import sys

from harness import Copil, place, plain, query, value

binary = sys.argv[1]

TEXT = """CONVENTION DE PARTENARIAT

entre

La région académique Val-Fleuri, représentée par la rectrice, Mme Anne Lenoir, ci-après dénommée « la région académique »,

d'une part,

et

L'Union des ateliers du Val, représentée par son président, M. Paul Meunier, ci-après dénommée « l'Union »,

d'autre part,

Il est convenu ce qui suit.

Article 1 - Objet

La présente convention fixe le cadre de la coopération des signataires.

Article 2 - Faire connaître les métiers

2.1 Accueillir des collégiens

L'Union s'engage à accueillir 120 collégiens d'ici le 31 décembre 2025. La région académique s'engage à informer les familles.

2.2 Ouvrir les ateliers

L'Union s'engage à ouvrir ses ateliers une fois par an ; elle s'engage à former ses tuteurs.

Article 3 - Former les enseignants

La région académique s'engage à proposer des stages aux professeurs.

Les signataires s'engagent à évaluer ces stages chaque année.

Article 4 - Durée

La présente convention est conclue pour une durée de trois ans. Elle peut être dénoncée avec un préavis de trois mois.

Fait à Val-Fleuri, le 12 mars 2024
"""

STATES = "SELECT count(*) FROM passage WHERE state = ?"


def rows(page):
    """What the list reads, row by row."""
    return [plain(row.name or "") for row in app.find_all("list item", within=app.find("list", PROPOSALS, within=page))]


def step_to(page, text):
    """Goes through the list until that row has the keyboard."""
    app.focus(app.find("list", PROPOSALS, within=page))
    app.key("Home")
    for _ in range(40):
        row = app.focused(page)
        if row and plain(row.name or "").startswith(text):
            return row
        app.key("Down")
    raise AssertionError(f"no row {text!r} in {rows(page)}")


def drag(app, page, text, onto):
    """Drags that row with the mouse onto the upper half of the other one."""
    boxes = []
    for name in (text, onto):
        row = app.find("list item", re.compile("^" + re.escape(name)), within=page)
        boxes.append(app.place_of(row))
    x, y = boxes[0].x + boxes[0].width // 2, boxes[0].y + boxes[0].height // 2
    end = boxes[1].y + boxes[1].height // 4
    subprocess.run(["xdotool", "mousemove", str(x), str(y), "mousedown", "1"], check=True)
    for step in range(1, 11):
        subprocess.run(["xdotool", "mousemove", str(x), str(y + (end - y) * step // 10)], check=True)
        app.settle(1.0)
    subprocess.run(["xdotool", "mouseup", "1"], check=True)
    app.settle()


FIRST = "SELECT substr(text, 1, 9) FROM passage WHERE type = 'engagement' ORDER BY position LIMIT 1"
PROPOSALS = re.compile("^(Ce que le texte propose|What the text proposes)")
with place() as path:
    home, source = os.path.join(os.path.dirname(path), "home"), os.path.join(os.path.dirname(path), "convention.txt")
    with open(source, "w", encoding="utf-8") as out:
        out.write(TEXT)
    subprocess.run([binary, "new", path, "--from", source], check=True,
                   env=dict(os.environ, XDG_STATE_HOME=os.path.join(home, "cli"), LC_ALL="C.UTF-8"))
    AXES = query(path, "SELECT label, title FROM axis ORDER BY position")
    assert [label for label, _ in AXES] == ["2", "3"], AXES

    with Copil(binary, [path], home=home) as app:
        app.key("ctrl+t")
        page = app.page("CopilPassagesPage")
        app.find("label", re.compile("réglé|settled"), within=page)

        # Everything back: the file is empty again, the proposals are not.
        app.focus(app.find("list", PROPOSALS, within=page))
        app.key("ctrl+a", "BackSpace")
        app.find("label", re.compile("^(Il reste|[0-9]+ proposals)"), within=page)
        app.saved(path, "SELECT count(*) FROM axis", 0)
        assert value(path, "SELECT count(*) FROM party") == 0
        assert value(path, STATES, "accepted") == 0
    
        # In step: the row shows its place in the text, and a click into the text shows its row.
        text = app.find("text", re.compile("^(Texte de la convention|Text of the convention)"), within=page)
        step_to(page, "L'Union s'engage à ouvrir")
        whole = app.text_of(text)
        app.wait(lambda: whole[text.queryText().caretOffset:].lstrip().startswith("L'Union s'engage à ouvrir"), "the cursor at the passage")

        # Split in two, by the dialog that proposes where; merged again.
        app.key("s")
        pieces = re.compile("^(Une ligne par proposition|One line for each proposal)")
        assert app.text_of(app.find("text", pieces)).count("\n") == 1, "where to cut is proposed"
        app.take_focus()
        app.key("ctrl+Return")
        app.gone("text", pieces)
        app.take_focus()
        app.saved(path, "SELECT count(*) FROM passage WHERE type = 'engagement' AND state = 'proposed'", 6)
        step_to(page, "elle s'engage à former ses tuteurs")
        app.key("m")
        app.saved(path, "SELECT count(*) FROM passage WHERE type = 'engagement' AND state = 'proposed'", 5)

        # Dragged before another one, and undone.
        step_to(page, "La région académique s'engage à informer")
        drag(app, page, "La région académique s'engage à informer", "L'Union s'engage à accueillir")
        app.saved(path, FIRST, "La région")
        app.key("ctrl+z")
        app.saved(path, FIRST, "L'Union s")

        # Others commit: both, then only the region.
        step_to(page, "Les signataires s'engagent à évaluer")
        app.key("p")
        app.wait(lambda: (app.focused() or page).getRoleName() == "check box", "the list of signatories")
        app.key("Down", "space")
        app.key("Escape")
        app.saved(path, "SELECT length(parties) - length(replace(parties, ' ', '')) FROM passage WHERE text LIKE 'Les signataires%'", 0)

        # Level by level: an engagement becomes a measure, then an axis; undone in two steps.
        step_to(page, "La région académique s'engage à proposer")
        app.key("alt+Left")
        app.saved(path, "SELECT type FROM passage WHERE text LIKE 'La région académique s''engage à proposer%'", "measure")
        app.key("alt+Left")
        app.saved(path, "SELECT type FROM passage WHERE text LIKE 'La région académique s''engage à proposer%'", "axis")
        app.key("ctrl+z", "ctrl+z")
        app.saved(path, "SELECT type FROM passage WHERE text LIKE 'La région académique s''engage à proposer%'", "engagement")

        # An article is made an axis by the menu of kinds, and set back.
        step_to(page, "4")
        app.key("k")
        app.click(app.find("menu item", re.compile("^(Axe|Axis)$")))
        app.saved(path, "SELECT type FROM passage WHERE label = '4' AND level = 0", "axis")
        app.key("ctrl+z")
        app.saved(path, "SELECT type FROM passage WHERE label = '4' AND level = 0", "article")

        # Accepted by branch: the axis with all that stands under it, and the signatories that it names.
        step_to(page, "2 ")
        app.key("Return")
        app.saved(path, "SELECT count(*) FROM axis", 1)
        assert value(path, "SELECT count(*) FROM measure") == 2
        assert value(path, "SELECT count(*) FROM engagement") == 3, query(path, "SELECT text FROM engagement")
        assert value(path, "SELECT quantity FROM engagement WHERE text LIKE '%120%'") == 120
        assert value(path, "SELECT due FROM engagement WHERE text LIKE '%120%'") == "2025-12-31"

        # Set aside; what stands as high as it can stays there.
        step_to(page, "Les signataires s'engagent à évaluer")
        app.key("Delete")
        app.saved(path, "SELECT state FROM passage WHERE text LIKE 'Les signataires%'", "aside")
        step_to(page, "3 ")
        app.key("alt+Left")
        app.saved(path, "SELECT count(*) FROM passage WHERE type = 'axis' AND level = 0 AND label = '3'", 1)
        assert app.close() == 0

    # Left, and taken up again: what is left is left, and everything else is accepted at once.
    with Copil(binary, [path], home=home) as app:
        app.key("ctrl+t")
        page = app.page("CopilPassagesPage")
        assert value(path, STATES, "aside") == 1
        app.click(app.find("push button", re.compile("^(En accepter plusieurs|Accept several)"), within=page))
        app.click(app.find("menu item", re.compile("^(Tout accepter|Accept Everything)$")))
        app.find("label", re.compile("réglé|settled"), within=page)
        app.saved(path, "SELECT count(*) FROM axis", 2)
        assert query(path, "SELECT label, title FROM axis ORDER BY position") == AXES
        assert value(path, "SELECT count(*) FROM engagement WHERE text LIKE 'Les signataires%'") == 0
        assert value(path, "SELECT duration_months FROM convention") == 36
        app.key("ctrl+z")
        app.saved(path, "SELECT count(*) FROM axis", 1)
        app.close()
