# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables and collection sheets in the real window: a table whose columns have other names is shown, mapped, refused where a cell
is wrong, taken in one step and undone; what was said of its columns is remembered. A sheet that a signatory filled shows each
difference, leaves what changed in the file meanwhile unticked, and takes what is ticked.

    test_import.py COPIL uimm.copil
"""
import os
import re
import subprocess
import sys
import zipfile

from harness import Copil, place, query, value

binary, example = sys.argv[1:3]

CHOOSE = re.compile("^(Choisir un fichier|Choose a file)")
IMPORT = re.compile("^(Importer un tableau|Import a table)")
READ = re.compile("^(Lire une feuille de collecte|Read a collection sheet)")
NEW = "SELECT count(*) FROM engagement WHERE text LIKE 'Essai %'"


def command(folder, *words):
    """What the command line does, in the language of the window."""
    environment = dict(os.environ, COPIL_TODAY="2024-03-15", XDG_STATE_HOME=os.path.join(folder, "cli-state"),
                       LC_ALL="C.UTF-8", LANGUAGE="fr")
    return subprocess.run([binary, *words], check=True, env=environment, capture_output=True, text=True).stdout


def open_dialog(app, item, role, sign):
    """The dialog that an entry of the menu opens, known by what it shows; the menu is opened again where a click was lost."""
    def asked():
        if app.exists(role, sign):
            return True
        entry = next(iter(app.find_all("menu item", item)), None)
        if entry:
            app.click(entry)
        else:
            app.take_focus()
            app.key("F10")
        return app.exists(role, sign)
    app.wait(asked, f"what {item.pattern} opens")


MISFIT = re.compile("^(Telles quelles, ces colonnes|The columns fit nothing)")


def choose(app, title, file):
    """Types the file's path into the dialog that asks which."""
    dialog = app.find("filler", title)
    app.take_focus()
    app.key("slash")
    app.set_text(app.wait(lambda: app.typing(dialog), "a place to type"), file)
    app.key("Return")
    app.gone("filler", title)
    app.take_focus()


def import_table(app, path, folder):
    table = os.path.join(folder, "suivi.csv")
    with open(table, "wb") as out:
        out.write("Ce qui est promis;Axe;Date limite;Remarque du lycée\r\nEssai un, à l’été;4;31/12/2024;x\r\nEssai deux;47;;y\r\n".encode("cp1252"))
    open_dialog(app, IMPORT, "push button", CHOOSE)
    app.click(app.find("push button", CHOOSE))
    choose(app, re.compile("^(Choisir le tableau|Choose the Table)"), table)
    app.find("label", "suivi.csv")
    take = app.find("push button", re.compile("^(Importer|Import)$"))
    # The first column has no field yet, and an engagement needs its text.
    app.find("label", MISFIT)
    app.choose(app.find("combo box", re.compile("Ce qui est promis")), 1)
    app.find("label", re.compile("1 (refusée|refused)"))
    app.find("label", re.compile("^B3.*47"))
    assert not take.getState().contains(app.pyatspi.STATE_SENSITIVE), "a table with a fault can be taken"
    # Put right in the spreadsheet, with a row that stands there twice, and chosen again.
    with open(table, "wb") as out:
        out.write("Ce qui est promis;Axe;Date limite;Remarque du lycée\r\nEssai un, à l’été;4;31/12/2024;x\r\nEssai deux;4;;y\r\nEssai  DEUX;4;;y\r\n"
                  .encode("cp1252"))
    app.click(app.find("push button", CHOOSE))
    choose(app, re.compile("^(Choisir le tableau|Choose the Table)"), table)
    app.wait(lambda: app.exists("label", MISFIT), "the guess anew")
    app.choose(app.find("combo box", re.compile("Ce qui est promis")), 1)
    app.find("label", re.compile("^3 (à ajouter|to add).*1 (douteuse|doubtful)"))
    app.find("label", re.compile("(la ligne|row) 3"))
    # A row that looks like a double is asked about.
    confirm = app.find("check box", re.compile("(douteuse|doubtful)"))
    assert not take.getState().contains(app.pyatspi.STATE_SENSITIVE), "a doubtful row is taken without a question"
    app.click(confirm)
    app.wait(lambda: take.getState().contains(app.pyatspi.STATE_SENSITIVE), "the table that can be taken")
    app.click(take)
    app.gone("push button", CHOOSE)
    app.saved(path, NEW, 3)
    assert query(path, "SELECT text, due, note FROM engagement WHERE text LIKE 'Essai u%'") == [("Essai un, à l’été", "2024-12-31", "x")]
    assert value(path, "SELECT field FROM mapping WHERE header = 'Ce qui est promis'") == "text"
    app.take_focus()
    app.key("ctrl+z")
    app.saved(path, NEW, 0)


def fill(sheet, cells):
    """What a spreadsheet writes where somebody typed: the text of the cell in that row and column of the sheet of that key."""
    from xml.etree import ElementTree
    names = {prefix: f"urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0" for prefix in ("office", "table", "text")}
    with zipfile.ZipFile(sheet) as package:
        parts = [(info, package.read(info)) for info in package.infolist()]
    tree = ElementTree.fromstring(dict((info.filename, data) for info, data in parts)["content.xml"])
    done = 0
    for table in tree.iter(f"{{{names['table']}}}table"):
        rows = list(table.iter(f"{{{names['table']}}}table-row"))
        for row in rows:
            key = "".join(next(iter(row)).itertext())
            for (start, column), text in cells.items():
                if key != start:
                    continue
                place = 0
                for cell in list(row):
                    repeated = int(cell.get(f"{{{names['table']}}}number-columns-repeated", "1"))
                    if place <= column < place + repeated:
                        assert repeated == 1, "an open cell is written on its own"
                        for old in list(cell):
                            cell.remove(old)
                        for attribute in ("value", "value-type", "currency"):
                            cell.attrib.pop(f"{{{names['office']}}}{attribute}", None)
                        cell.set(f"{{{names['office']}}}value-type", "string")
                        ElementTree.SubElement(cell, f"{{{names['text']}}}p").text = text
                        done += 1
                    place += repeated
    assert done == len(cells), f"{done} cells of {len(cells)} are there"
    with zipfile.ZipFile(sheet, "w") as package:
        for info, data in parts:
            package.writestr(info, ElementTree.tostring(tree) if info.filename == "content.xml" else data)


def collect(app, path, folder, sheet, ids):
    asks = re.compile("^(Lire une feuille de collecte|Read a Collection Sheet)")
    open_dialog(app, READ, "filler", asks)
    choose(app, asks, sheet)
    app.find("label", re.compile("^2 .*3"))
    app.find("label", re.compile("(depuis l’envoi|since the sheet was made)"))
    boxes = app.find_all("check box")
    states = sorted(box.getState().contains(app.pyatspi.STATE_CHECKED) for box in boxes)
    assert states == [False, True, True], states
    app.click(app.find("push button", re.compile("^(Reprendre|Take)$")))
    app.gone("push button", re.compile("^(Reprendre|Take)$"))
    app.saved(path, "SELECT text FROM followup WHERE engagement = ?", "Vu sur place", ids[0])
    assert value(path, "SELECT author FROM followup WHERE engagement = ?", ids[0]) == "UIMM"
    assert value(path, "SELECT progress FROM engagement WHERE id = ?", ids[0]) == 85
    assert value(path, "SELECT status FROM engagement WHERE id = ?", ids[1]) == "abandoned", "a conflict was taken"
    app.take_focus()
    app.key("ctrl+z")
    app.saved(path, "SELECT count(*) FROM followup WHERE text = 'Vu sur place'", 0)


def write_sheet(app, folder):
    """The sheet of a signatory for a year, from the page of the indicators."""
    wanted = os.path.join(folder, "collecte-2023.ods")
    app.key("alt+6")
    page = app.page("CopilIndicatorsPage")
    app.click(app.find("push button", re.compile("^Feuille de collecte"), within=page))
    app.take_focus()
    signatory = app.find("combo box", "Signataire")
    app.choose(signatory, ["Éducation nationale", "Enseignement supérieur", "Industrie", "UIMM"].index("UIMM"))
    app.choose(app.find("combo box", "Année"), 2)  # after the current one: 2023
    app.click(app.find("push button", re.compile("^Écrire…")))
    dialog = app.find("filler", re.compile("^Écrire la feuille de collecte"))
    app.take_focus()
    name = app.find("text", re.compile("^Nom"), within=dialog)
    assert app.text_of(name).startswith("Collecte – UIMM, 2023"), app.text_of(name)
    app.set_text(name, wanted)
    app.click(app.find("push button", re.compile("xporter|nregistrer"), within=dialog))
    app.wait(lambda: os.path.exists(wanted) and zipfile.is_zipfile(wanted), wanted)
    with zipfile.ZipFile(wanted) as package:
        assert "Ce qui est demandé à UIMM pour 2023." in package.read("content.xml").decode()
    app.take_focus()


with place(example) as path:
    folder = os.path.dirname(path)
    sheet = os.path.join(folder, "collecte.ods")
    ids = [row[0] for row in query(path, "SELECT e.id FROM engagement e JOIN engagement_party l ON l.engagement = e.id WHERE l.party = 4"
                                         " AND e.status = 'in_progress' ORDER BY e.id LIMIT 2")]
    command(folder, "export", "collection", path, "--party", "UIMM", "-o", sheet)
    fill(sheet, {(str(ids[0]), 8): "85 %", (str(ids[0]), 9): "Vu sur place", (str(ids[1]), 7): "Réalisé"})
    table = os.path.join(folder, "meanwhile.csv")
    with open(table, "w", encoding="utf-8") as out:
        out.write(f"id,status\n{ids[1]},abandoned\n")
    command(folder, "import", "engagements", path, table)
    with Copil(binary, [path]) as app:
        app.find("list item", re.compile("^(Signataires|Signatories)"))
        import_table(app, path, folder)
        collect(app, path, folder, sheet, ids)
        write_sheet(app, folder)
        assert not app.criticals(), app.criticals()
        app.close()
