# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of charts: one is chosen and narrowed, its data stand under it, a mark leads to what it counts, and both the
picture and the data go into files.

    test_charts.py COPIL uimm.copil
"""
import os
import re
import sqlite3
import sys
import xml.etree.ElementTree as tree
import zipfile

from harness import Copil, place, plain, value

binary, example = sys.argv[1:3]
CHARTS = ["status", "due", "parties", "timeline", "indicators", "indicator", "split", "themes", "academies", "young", "staff",
          "budget-years", "budget-lines"]
ACTIONS = """
INSERT INTO theme (id, label, title, position) VALUES (90001, '1', 'Visites', 1), (90002, '2', 'Ateliers', 2);
INSERT INTO action (id, title, theme, academie, start, number, girls, boys, position) VALUES
  (90011, 'A', 90001, 'Lille', '2022-03-01', 120, 30, 50, 1), (90012, 'B', 90002, 'Nantes', '2023-03-01', 45, NULL, 5, 2);
"""


def save(app, wanted, title):
    """Answers the dialog that asks where."""
    dialog = app.find("filler", title)
    app.take_focus()
    app.set_text(app.find("text", re.compile("^Nom"), within=dialog), wanted)
    app.click(app.find("push button", re.compile("(xporter|nregistrer)$"), within=dialog))
    app.wait(lambda: os.path.exists(wanted) and os.path.getsize(wanted) > 0, wanted)
    app.take_focus()


with place(example) as path:
    folder = os.path.dirname(path)
    with sqlite3.connect(path) as database:
        database.executescript(ACTIONS)
    database.close()
    with Copil(binary, [path], home=os.path.join(folder, "home")) as app:
        app.point(app.find("list item", "Graphiques"))
        page = app.page("CopilChartsPage")

        def described(pattern):
            """The drawing, once its text alternative says so."""
            return app.wait(lambda: next((node for node in app.find_all("image", within=page)
                                          if re.search(pattern, plain(app.description_of(node)))), None), pattern)

        def cells():
            table = app.find("tree table", "Données du graphique", within=page)
            return [plain(node.name) for node in app.find_all("label", within=table)]

        def draw(name):
            app.choose(app.find("combo box", "Graphique", within=page), CHARTS.index(name))

        def open_first(drawing):
            """What the first mark counts, by the keyboard: its name is then that of the mark."""
            title = plain(drawing.name)

            def on_mark():
                app.point(drawing, 300, 10)  # no mark is there
                app.key("Home")
                return any(plain(node.name) != title for node in app.find_all("image", within=page)
                           if plain(app.description_of(node)).startswith(title))
            app.wait(on_mark, "the keyboard on a mark")
            app.key("Return")

        def menu(pattern):
            app.point(app.find_all("toggle button", "Copier, enregistrer", within=page)[0]
                      if app.exists("toggle button", "Copier, enregistrer", within=page)
                      else app.find("push button", "Copier, enregistrer", within=page))
            app.click(app.find("menu item", re.compile(pattern)))

        # --- the first one, of all, then of a year ---
        count = value(path, "SELECT count (*) FROM engagement")
        described(f"^Engagements par axe. {count} en tout")
        app.wait(lambda: "En retard" in cells() and "Total" in cells(), "the data under the drawing")
        year = "2023"
        count = value(path, "SELECT count (*) FROM engagement WHERE substr (due, 1, 4) = ?1", year)
        years = sorted({row for row in ("2023",)} | {str(y) for y in range(2000, 2100) if value(
            path, "SELECT 1 FROM engagement WHERE substr (due, 1, 4) = ?1 UNION SELECT 1 FROM observation WHERE"
            " substr (date, 1, 4) = ?1 UNION SELECT 1 FROM action WHERE substr (start, 1, 4) = ?1", str(y))}, reverse=True)
        app.choose(app.find("combo box", "Année", within=page), years.index(year) + 1)
        drawing = described(f"^Engagements par axe. {count} en tout")

        # --- a mark by the keyboard: the engagements of that year ---
        open_first(drawing)
        app.page("CopilAxesPage")
        app.point(app.find("list item", "Graphiques"))

        # --- the indicators: a mark opens its own ---
        draw("indicators")
        name = value(path, "SELECT name FROM indicator ORDER BY position, id LIMIT 1")
        drawing = described("^Indicateurs et cibles")
        app.wait(lambda: plain(name) in cells(), f"{name!r} in the table")
        app.wait(lambda: "Avancement" in cells() and "Jalons" in cells(), "the columns of the indicators")
        app.choose(app.find("combo box", "Année", within=page), 0)
        open_first(described("^Indicateurs et cibles"))
        app.page("CopilIndicatorsPage")
        app.point(app.find("list item", "Graphiques"))

        # --- the actions: what is not known is no zero ---
        draw("themes")
        described("^Actions par thème. .*165 au total : ")
        draw("young")
        described(r"Visites : .*30 \(37 %\), .*50 \(63 %\)\.")
        assert not app.exists("combo box", "Signataire", within=page)

        # --- the picture and the data as files ---
        menu("SVG")
        picture = os.path.join(folder, "jeunes.svg")
        save(app, picture, "Enregistrer le graphique")
        app.wait(lambda: open(picture, "rb").read().rstrip().endswith(b"</svg>"), "a whole picture")
        assert tree.parse(picture).getroot().tag.endswith("svg")
        menu("ODS")
        sheet = os.path.join(folder, "jeunes.ods")
        save(app, sheet, "Enregistrer les données du graphique")
        app.wait(lambda: zipfile.is_zipfile(sheet), "a whole spreadsheet")
        content = zipfile.ZipFile(sheet).read("content.xml").decode()
        assert 'office:value="30"' in content and "Visites" in content, content[-2000:]
        menu("tableau$")
        app.toast("Le tableau est copié")

        # --- nothing to draw ---
        draw("budget-lines")
        app.find("label", "Rien à dessiner", within=page)
        assert not app.criticals(), app.criticals()
        assert app.close() == 0
print("ok: charts")
