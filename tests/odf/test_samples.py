#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Samples of everything that is written: test_samples.py ODF-SAMPLE. They are checked against the package rules and the
schema, and LibreOffice reads them back. Exit status 77 where neither jing with the schema nor LibreOffice is there."""
import csv
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

import odfcheck

PROGRAM = os.path.abspath(sys.argv.pop(1))
OFFICE = shutil.which("soffice")
FOLDER = tempfile.TemporaryDirectory()


def sample(kind, ending):
    path = os.path.join(FOLDER.name, f"{kind}.{ending}")
    if not os.path.exists(path):
        subprocess.run([PROGRAM, kind, path], check=True)
    return path


def convert(path, form):
    """What LibreOffice makes of a file; `form` may carry a filter and its options."""
    out = os.path.join(FOLDER.name, "out-" + re.sub(r"\W", "", form))
    subprocess.run([OFFICE, f"-env:UserInstallation=file://{FOLDER.name}/profile", "--headless", "--convert-to", form,
                    "--outdir", out, path], check=True, capture_output=True, timeout=120)
    stem = os.path.splitext(os.path.basename(path))[0]
    found = sorted(entry for entry in os.listdir(out) if entry.startswith(stem))
    return [os.path.join(out, entry) for entry in found]


def texts(tree, tag):
    return ["".join(element.itertext()).strip() for element in tree.iter(odfcheck.name(tag))]


class Rules(unittest.TestCase):
    def test_faultless(self):
        for kind, ending in (("rich", "odt"), ("landscape", "odt"), ("contents", "odt"), ("book", "ods"), ("form", "ods")):
            self.assertEqual(odfcheck.check(sample(kind, ending)), [], kind)

    def test_pictures(self):
        content = odfcheck.part(sample("rich", "odt"), "content.xml")
        frame = content.find(".//draw:frame", odfcheck.NAMESPACES)
        links = [image.get(odfcheck.name("xlink:href")) for image in frame.iter(odfcheck.name("draw:image"))]
        self.assertEqual(links, ["Pictures/picture-001.svg", "Pictures/picture-001.png"])
        self.assertIn("20 sur 26", frame.findtext("svg:desc", "", odfcheck.NAMESPACES))

    def test_contents(self):
        """The contents list the headings down to their level, each entry leading to the mark in its heading."""
        content = odfcheck.part(sample("contents", "odt"), "content.xml")
        entries = {}
        for paragraph in content.find(".//text:index-body", odfcheck.NAMESPACES).findall("text:p", odfcheck.NAMESPACES):
            link = paragraph.find("text:a", odfcheck.NAMESPACES)
            page = link.find("text:bookmark-ref", odfcheck.NAMESPACES)
            self.assertEqual(link.get(odfcheck.name("xlink:href")), "#" + page.get(odfcheck.name("text:ref-name")))
            entries[link.get(odfcheck.name("xlink:href"))[1:]] = (paragraph.get(odfcheck.name("text:style-name")), link.text)
        headings = {heading.find("text:bookmark", odfcheck.NAMESPACES).get(odfcheck.name("text:name")):
                    ("Contents_20_" + heading.get(odfcheck.name("text:outline-level")), "".join(heading.itertext()))
                    for heading in content.iter(odfcheck.name("text:h")) if heading.get(odfcheck.name("text:outline-level")) < "3"}
        self.assertEqual(len(entries), 8)
        self.assertEqual(entries, headings)
        self.assertEqual(len(list(content.iter(odfcheck.name("text:bookmark")))), 8)

    def test_widths(self):
        content = odfcheck.part(sample("rich", "odt"), "content.xml")
        properties = "{%s}table-column-properties" % odfcheck.NAMESPACES["style"]
        tables = {}
        for style in content.iter(odfcheck.name("style:style")):
            width = style.find(properties)
            if width is not None:
                table = style.get(odfcheck.name("style:name")).split(".")[0]
                millimetres = width.get(odfcheck.name("style:column-width"))
                tables[table] = tables.get(table, 0) + round(float(millimetres[:-2]) * 100)
        self.assertEqual(len(tables), 4)
        self.assertEqual(set(tables.values()), {16600})

    def test_frozen_header(self):
        """Each sheet that the settings speak of is there, with its first row held: split mode 2 is frozen."""
        config = "{urn:oasis:names:tc:opendocument:xmlns:config:1.0}"
        content = odfcheck.part(sample("book", "ods"), "content.xml")
        settings = odfcheck.part(sample("book", "ods"), "settings.xml")
        names = [table.get(odfcheck.name("table:name")) for table in content.iter(odfcheck.name("table:table"))]
        tables = {entry.get(config + "name"): {item.get(config + "name"): item.text for item in entry}
                  for entry in settings.find(f".//{config}config-item-map-named")}
        self.assertEqual(list(tables), names)
        for values in tables.values():
            self.assertEqual((values["VerticalSplitMode"], values["VerticalSplitPosition"], values["PositionBottom"]), ("2", "1", "1"))


@unittest.skipUnless(OFFICE, "LibreOffice is not installed")
class Office(unittest.TestCase):
    def test_text(self):
        with open(convert(sample("rich", "odt"), "txt:Text (encoded):UTF8")[0], encoding="utf-8-sig") as file:
            text = file.read()
        for line in ("Relevé de décisions", "Décision 1\u00a0: ouvrir la semaine des métiers à trois académies de plus. Pilote\u00a0: "
                     "bureau des partenariats\u202f; échéance\u00a0: 30/09/2024.",
                     "  deux espaces,   trois,\tune tabulation", "une ligne, <a & b>  fin "):
            self.assertIn(line, text)
        self.assertRegex(text, r"(?m)^\s*3\. Convoquer le groupe technique\.$")
        self.assertRegex(text, r"(?m)^\s*1\. Une autre liste, qui recommence\.$")
        self.assertIn("Avancement de l’axe 4 «\u202fAttractivité des métiers\u202f»", text)

    def test_structure(self):
        """What LibreOffice read, written again by itself."""
        path = convert(sample("rich", "odt"), "fodt")[0]
        tree = odfcheck.ET.parse(path).getroot()
        headings = [(e.get(odfcheck.name("text:outline-level")), "".join(e.itertext())) for e in tree.iter(odfcheck.name("text:h"))]
        self.assertEqual([level for level, _ in headings], list("1112211234"))
        self.assertEqual(headings[0][1], "Participants")
        tables = list(tree.iter(odfcheck.name("table:table")))
        self.assertEqual(len(tables), 4)
        for table in tables:
            self.assertIsNotNone(table.find("table:table-header-rows", odfcheck.NAMESPACES))
        self.assertEqual(texts(tables[1], "table:table-cell")[-4:], ["Ensemble", "89", "53", "60 %"])
        self.assertEqual([table.get(odfcheck.name("table:number-columns-spanned")) for table in tables[0].iter(odfcheck.name("table:table-cell"))
                          if table.get(odfcheck.name("table:number-columns-spanned"))], ["3", "3"])
        frame = tree.find(".//draw:frame", odfcheck.NAMESPACES)
        self.assertEqual(frame.findtext("svg:title", "", odfcheck.NAMESPACES), "Engagements par axe et par statut")

    @unittest.skipUnless(shutil.which("pdftotext"), "pdftotext is not installed")
    def test_pages(self):
        pdf = convert(sample("rich", "odt"), "pdf")[0]
        pages = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True).stdout.split("\f")[:-1]
        for number, page in enumerate(pages, 1):
            self.assertRegex(page, rf"Compte rendu du comité de pilotage du 14 mai 2024\s+Page {number} / {len(pages)}")
            self.assertEqual(page.lstrip().startswith("Convention de partenariat 2021–2024"), number > 1)
        boxes = subprocess.run(["pdftotext", "-bbox", pdf, "-"], check=True, capture_output=True, text=True).stdout
        left = {word: float(x) for x, word in re.findall(r'xMin="([\d.]+)".*>(Nom|Organisme|Signature)<', boxes)}
        # The columns of the last table are 30, 35 and 35 hundredths of 166 mm.
        for word, share in (("Organisme", 0.30), ("Signature", 0.65)):
            self.assertAlmostEqual((left[word] - left["Nom"]) * 25.4 / 72, share * 166, delta=1)

    @unittest.skipUnless(shutil.which("pdftotext"), "pdftotext is not installed")
    def test_contents_pages(self):
        pdf = convert(sample("contents", "odt"), "pdf")[0]
        pages = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True).stdout.split("\f")[:-1]
        entries = re.findall(r"(?m)^\s*(\S.*?)[ .]*\.[ .]*(\d+)$", pages[0])
        self.assertEqual(len(entries), 8, pages[0])
        for title, page in entries:
            self.assertIn(title, re.sub(r"\s+", " ", pages[int(page) - 1]), page)
        self.assertGreater(int(entries[-1][1]), int(entries[0][1]))

    def test_sheet(self):
        options = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1"
        paths = convert(sample("book", "ods"), options)
        self.assertEqual(len(paths), 2)
        for path in paths:
            with open(path, encoding="utf-8", newline="") as file:
                rows = list(csv.reader(file))
            self.assertEqual(rows[0][:3], ["Article", "Engagement", "Cible"])
            self.assertEqual([cell.replace("\u202f", " ").replace("\u00a0", " ") for cell in rows[1][2:]],
                             ["10 000", "1 250,50", "25,0 %", "45 000,00 €", "30/06/2024", "VRAI"])
            self.assertEqual(rows[2][1], "Deuxième ligne\navec un retour et  deux espaces")
            self.assertEqual(rows[3], ["4.1.3", "", "", "", "", "", "sans date", ""])
            self.assertEqual(rows[4][:3], ["=1+1", '<&>"', "abc"])

    def test_form(self):
        """LibreOffice keeps what is locked, open, hidden and asked for, and finds the same results."""
        paths = sorted(convert(sample("form", "ods"), "fods"))
        tree = odfcheck.ET.parse(paths[0]).getroot()
        name = odfcheck.name
        form, total = tree.iter(name("table:table"))
        self.assertEqual([form.get(name("table:protected")), total.get(name("table:protected"))], ["true", None])
        columns = list(form.iter(name("table:table-column")))
        self.assertEqual([column.get(name("table:visibility")) for column in columns][:2], ["collapse", None])
        conditions = {rule.get(name("table:name")): rule.get(name("table:condition")) for rule in tree.iter(name("table:content-validation"))}
        rows = list(form.iter(name("table:table-row")))
        cells = list(rows[1].iter(name("table:table-cell")))
        used = [conditions.get(cell.get(name("table:content-validation-name"))) for cell in cells[2:5]]
        self.assertEqual(used, ["of:cell-content-is-whole-number() and cell-content-is-between(0,1000000000)",
                                "of:cell-content-is-date() and cell-content-is-between(36526,55153)",
                                'of:cell-content-is-in-list("à l’étude";"engagé; ""sûr""")'])
        styles = {style.get(name("style:name")): style for style in tree.iter(name("style:style"))}

        def is_open(cell, column):
            style = styles.get(cell.get(name("table:style-name")) or column.get(name("table:default-cell-style-name")))
            while style is not None:
                properties = style.find("style:table-cell-properties", odfcheck.NAMESPACES)
                if properties is not None and properties.get(name("style:cell-protect")):
                    return properties.get(name("style:cell-protect")) == "none"
                style = styles.get(style.get(name("style:parent-style-name")))
            return False
        self.assertEqual([is_open(cell, column) for cell, column in zip(cells[2:5], columns[2:5])], [False, True, True])
        results = [(cell.get(name("table:formula")), round(float(cell.get(name("office:value"))), 6)) for cell in total.iter(name("table:table-cell"))
                   if cell.get(name("table:formula"))]
        self.assertEqual(results, [("of:=[.B3]/[.B5]", 0.75025), ("of:=[.B4]/[.B5]", 0.24975), ("of:=SUM([.B3:.B4])", 2000),
                                   ("of:=SUM([.C3:.C4])", 1), ("of:=SUM([$Saisie.C2:.C4])-[.B5]", 501)])
        self.assertEqual([re.sub(r"\s", " ", cell) for cell in texts(total, "table:table-cell") if cell][3:9],
                         ["Recettes", "2023", "1 500,50 €", "75,0 %", "2024", "499,50 €"])

    def test_sheet_structure(self):
        tree = odfcheck.ET.parse(convert(sample("book", "ods"), "fods")[0]).getroot()
        ranges = list(tree.iter(odfcheck.name("table:database-range")))
        self.assertEqual([e.get(odfcheck.name("table:display-filter-buttons")) for e in ranges], ["true", "true"])
        types = [cell.get(odfcheck.name("office:value-type")) for cell in tree.iter(odfcheck.name("table:table-cell"))][8:16]
        self.assertEqual(types, ["string", "string", "float", "float", "percentage", "currency", "date", "boolean"])


if __name__ == "__main__":
    if not OFFICE and not odfcheck.has_schema():
        print("neither LibreOffice nor jing with the schema is installed")
        sys.exit(77)
    unittest.main(verbosity=2)
