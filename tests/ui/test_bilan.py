# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of the bilan: texts by section and year that are kept and go when emptied, priorities ticked one by one and
undone, gaps that open what to fill in, and the exports, also for the public.

    test_bilan.py COPIL uimm.copil
"""
import os
import re
import sys
import xml.etree.ElementTree as tree
import zipfile

from harness import Copil, place, plain, value

binary, example = sys.argv[1:3]
TEXT = "SELECT text FROM review_text WHERE type = ? AND year IS ? AND section = ? AND axis IS ?"
SECTION = re.compile("^(Texte de la section|Text of the section)")


def words(path):
    with zipfile.ZipFile(path) as package:
        return plain(" ".join("".join(p.itertext()) for p in tree.fromstring(package.read("content.xml")).iter()
                              if p.tag.endswith(("}p", "}h"))))


def save(app, wanted):
    """Answers the dialog that asks where."""
    dialog = app.find("filler", re.compile("^Exporter le bilan annuel"))
    app.take_focus()
    app.set_text(app.find("text", re.compile("^Nom"), within=dialog), wanted)
    app.click(app.find("push button", re.compile("(xporter|nregistrer)$"), within=dialog))
    app.wait(lambda: os.path.exists(wanted) and os.path.getsize(wanted) > 0, wanted)
    app.take_focus()


with place(example) as path:
    folder = os.path.dirname(path)
    with Copil(binary, [path], home=os.path.join(folder, "home")) as app:
        app.point(app.find("list item", "Bilan"))
        page = app.page("CopilReviewPage")
        sections = app.find("list", "Sections", within=page)

        def choose(title):
            """By the keyboard, from a row that is in sight: the list may have scrolled."""
            def place_of():
                rows = app.find_all("list item", within=sections, unseen=True)
                return next(([i, row] for i, row in enumerate(rows)
                             if app.find_all("label", title, within=row, unseen=True)), None)

            at, row = app.wait(place_of, f"the section {title!r}")
            pane = sections.parent
            while pane.getRoleName() != "scroll pane":
                pane = pane.parent
            app.point(pane, 60, 30)
            app.key("Home", *["Down"] * at)
            app.wait(lambda: row.clearCache() or row.getState().contains(app.pyatspi.STATE_SELECTED), f"{title!r} selected")

        def box():
            return app.find("text", SECTION, within=page)

        def write(text, key):
            app.set_text(box(), text)
            app.saved(path, TEXT, text or None, *key)

        # A text is there for its section and its year alone, and the list says so.
        app.find("list item", re.compile("^Introduction, 66 engagements"), within=sections)
        choose("Introduction")
        before = len(app.find_all("list item", re.compile(", (Texte rédigé|Text written)$"), within=sections, unseen=True))
        write("Une année bien remplie.", ("review", 2023, "introduction", None))
        app.find("list item", re.compile("^Introduction, .*(Texte rédigé|Text written)$"), within=sections)
        choose("Conclusion")
        app.wait(lambda: app.text_of(box()) == "", "an empty box")
        write("À suivre.", ("review", 2023, "conclusion", None))
        choose("Introduction")
        app.wait(lambda: app.text_of(box()) == "Une année bien remplie.", "the text of the introduction")
        # Emptied, its record is gone; undo brings it back into the box.
        write("", ("review", 2023, "introduction", None))
        app.find("list item", re.compile("^Introduction, .*(Pas encore de texte|No text yet)$"), within=sections)
        app.key("ctrl+z")
        app.wait(lambda: app.text_of(box()) == "Une année bien remplie.", "the text that was undone")
        app.saved(path, TEXT, "Une année bien remplie.", "review", 2023, "introduction", None)
        count = value(path, "SELECT count(*) FROM review_text WHERE type = 'review' AND year = 2023")
        assert count == before + 2, (count, before)

        # A gap opens the record that lacks something.
        axis = value(path, "SELECT title FROM axis ORDER BY position LIMIT 1")
        choose(re.compile(re.escape(plain(axis)[:30])))
        gaps = app.find("list", re.compile("^(Informations manquantes|Missing information)$"), within=page)
        first = app.find_all("list item", within=gaps)[0]
        label = plain(first.name).split(" ")[0]
        app.point(first)
        axes = app.page("CopilAxesPage")
        app.wait(lambda: any(app.text_of(entry) == label for entry in app.find_all("text", within=axes)), f"the engagement {label}")
        app.point(app.find("list item", "Bilan"))

        # Each tick is a change of its own.
        choose(re.compile("^(Priorités de|Priorities of) 2024$"))
        proposed = app.find("list", re.compile("^(Priorités proposées|Proposed priorities)$"), within=page)
        ticked = "SELECT count(*) FROM engagement WHERE priority = 2024"
        n = value(path, ticked)
        check = app.wait(lambda: next((node for node in app.find_all("check box", within=proposed)
                                       if not node.getState().contains(app.pyatspi.STATE_CHECKED)), None), "a box without a tick")
        app.point(check, x=12)
        app.saved(path, ticked, n + 1)
        app.find("list item", re.compile(f"^(Priorités de|Priorities of) 2024, {n + 1} priorit"), within=sections)
        app.key("ctrl+z")
        app.saved(path, ticked, n)
        app.key("ctrl+shift+z")
        app.saved(path, ticked, n + 1)

        # The text goes with its year and its document.
        choose("Introduction")
        app.choose(app.find("combo box", re.compile("^(Année|Year)$"), within=page), 2)
        app.wait(lambda: app.text_of(box()) != "Une année bien remplie.", "the text of another year")
        write("L’année d’avant.", ("review", 2022, "introduction", None))
        app.choose(app.find("combo box", re.compile("^(Document à établir|Which account)$"), within=page), 2)
        app.gone("combo box", re.compile("^(Année|Year)$"), within=page)
        app.wait(lambda: app.text_of(box()) == "", "the text of the final evaluation")
        write("Sur toute la durée.", ("final", None, "introduction", None))
        app.choose(app.find("combo box", re.compile("^(Document à établir|Which account)$"), within=page), 0)
        app.choose(app.find("combo box", re.compile("^(Année|Year)$"), within=page), 1)
        app.wait(lambda: app.text_of(box()) == "Une année bien remplie.", "the text of the year")

        # The exports have the texts; that for the public leaves out what is marked.
        marked = plain(value(path, "SELECT text FROM engagement WHERE confidential = 1 AND status IS NOT 'abandoned' LIMIT 1"))
        for public, name in (False, "all.odt"), (True, "public.odt"):
            if public:
                app.key("ctrl+e")
                app.click(app.find(None, re.compile("^Diffusion publique|^For public release")))
            app.key("ctrl+e")
            app.click(app.find(None, re.compile(r"\(\.odt\)…$")))
            save(app, os.path.join(folder, name))
        whole, public = words(os.path.join(folder, "all.odt")), words(os.path.join(folder, "public.odt"))
        for text in (whole, public):
            assert "Bilan annuel 2023" in text and "Une année bien remplie." in text and "À suivre." in text, text[:2000]
            assert "L’année d’avant." not in text and "Sur toute la durée." not in text, text[:2000]
        assert marked in whole, marked
        assert marked not in public, marked
        app.key("ctrl+e")
        app.click(app.find(None, re.compile(r"\(\.ods\)…$")))
        save(app, os.path.join(folder, "tables.ods"))
        assert "table:formula" in zipfile.ZipFile(os.path.join(folder, "tables.ods")).read("content.xml").decode()

        # What is typed last is kept by closing.
        app.set_text(box(), "Tapé juste avant de fermer.")
        app.close()
        assert not app.criticals(), app.criticals()
    assert value(path, TEXT, "review", 2023, "introduction", None) == "Tapé juste avant de fermer."
print("ok: bilan")
