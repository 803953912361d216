# SPDX-License-Identifier: GPL-3.0-or-later
"""A convention from a file of each form, by the command line: the same structure, one clear sentence for a bad one; and, where the
real conventions are at hand, how well they are understood.

    test_files.py COPIL
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile

COPIL = os.path.abspath(sys.argv.pop(1))
SHARED = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../shared")
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODF = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
       'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"')
PARTIES = ["L’académie de Lille, 1 rue du Beffroi, 59000 Lille, représentée par Mme Anne Roux, rectrice, ci-après dénommée « l’académie »",
           "La société Filatures du Nord, représentée par M. Luc Petit, ci-après dénommée « la société »"]
FIRST = ["la société s’engage à accueillir 40 apprentis d’ici fin 2027."]


class Files(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="copil-text-")
        self.addCleanup(shutil.rmtree, self.folder)

    def path(self, name):
        return os.path.join(self.folder, name)

    def run_copil(self, *arguments):
        return subprocess.run([COPIL, *arguments], capture_output=True, text=True,
                              env=dict(os.environ, XDG_STATE_HOME=self.path("state"), LC_ALL="C.UTF-8", LANGUAGE="C"))

    def new(self, name):
        made = self.path(name + ".copil")
        got = self.run_copil("new", made, "--from", self.path(name))
        self.assertEqual((got.returncode, got.stderr), (0, ""))
        self.assertEqual(self.run_copil("check", made).stdout, "OK\n")
        return json.loads(self.run_copil("show", made, "--json").stdout)

    def check(self, data):
        self.assertEqual([p["short_name"] for p in data["parties"]], ["l’académie", "la société"])
        self.assertEqual([(a["label"], a["title"]) for a in data["axes"]], [("2", "Apprentissage"), ("3", "Orientation")])
        engagements = [e for a in data["axes"] for m in a["measures"] for e in m["engagements"]]
        self.assertEqual([(e["text"].rstrip("."), e["parties"]) for e in engagements],
                         [("La société s’engage à accueillir 40 apprentis d’ici fin 2027", ["la société"]),
                          ("ouvrir les portes de ses lycées", ["l’académie"]),
                          ("inviter les familles", ["l’académie"])])
        self.assertEqual(engagements[0]["due"], "2027-12-31")
        self.assertEqual(data["convention"]["duration_months"], 36)

    def odt(self, name, body, head="", more=()):
        with zipfile.ZipFile(self.path(name), "w") as package:
            package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
            package.writestr("content.xml", f'<?xml version="1.0"?>{head}<office:document-content {ODF}><office:body><office:text>{body}'
                             "</office:text></office:body></office:document-content>")
            for part, content in more:
                package.writestr(part, content)

    def test_markdown(self):
        with open(self.path("a.md"), "w", encoding="utf-8") as file:
            file.write("# Convention de partenariat\n\n" + "\n\n".join(PARTIES) + "\n\n## Article 1 – Objet\n\nLe cadre.\n\n"
                       "## Article 2 – Apprentissage\n\nLa société s’engage à accueillir 40 apprentis d’ici fin 2027.\n\n"
                       "## Article 3 – Orientation\n\nL’académie s’engage à :\n- ouvrir les portes de ses lycées ;\n- inviter les\nfamilles.\n\n"
                       "## Article 4 – Durée\n\nElle est conclue pour une durée de trois ans.\n")
        self.check(self.new("a.md"))

    def test_odt(self):
        def p(text):
            return f"<text:p>{text}</text:p>"

        def h(text):
            return f'<text:h text:outline-level="2">{text}</text:h>'
        self.odt("a.odt", h("Convention de partenariat") + "".join(map(p, PARTIES)) + h("Article 1 – Objet") + p("Le cadre.") +
                 h("Article 2 – Apprentissage") + p("La société s’engage à<text:s/>accueillir 40 apprentis d’ici fin 2027."
                                                    "<text:note><text:note-body><text:p>Une note.</text:p></text:note-body></text:note>") +
                 h("Article 3 – Orientation") + p("L’académie s’engage à :") +
                 "<text:list><text:list-item><text:p>ouvrir les portes de ses lycées ;</text:p></text:list-item>"
                 "<text:list-item><text:p>inviter les familles.</text:p></text:list-item></text:list>" +
                 h("Article 4 – Durée") + p("Elle est conclue pour une durée de trois ans."))
        self.check(self.new("a.odt"))

    def test_docx(self):
        def p(text, properties=""):
            return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"

        def h(text):
            return p(text, '<w:pStyle w:val="Titre2"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')

        def item(text):
            return p(text, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>')
        body = (p("Convention de partenariat", '<w:pStyle w:val="Titre1"/>') + "".join(map(p, PARTIES)) + h("Objet") + p("Le cadre.") +
                h("Apprentissage") + p("La société s’engage à accueillir 40 apprentis d’ici fin 2027.") + h("Orientation") +
                p("L’académie s’engage à :") + item("ouvrir les portes de ses lycées ;") + item("inviter les familles.") + h("Durée") +
                p("Elle est conclue pour une durée de trois ans."))
        with zipfile.ZipFile(self.path("a.docx"), "w") as package:
            package.writestr("word/document.xml", f"<w:document {WORD}><w:body>{body}</w:body></w:document>")
            package.writestr("word/styles.xml", f'<w:styles {WORD}><w:style w:styleId="Titre1"><w:name w:val="heading 1"/></w:style>'
                             '<w:style w:styleId="Titre2"><w:name w:val="heading 2"/></w:style></w:styles>')
            package.writestr("word/numbering.xml", f'<w:numbering {WORD}><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt '
                             'w:val="decimal"/><w:lvlText w:val="Article %1 –"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="8">'
                             '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum><w:num w:numId="1">'
                             '<w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num></w:numbering>')
        self.check(self.new("a.docx"))

    def docx(self, name, body, numbering=""):
        with zipfile.ZipFile(self.path(name), "w") as package:
            package.writestr("word/document.xml", f"<w:document {WORD}><w:body>{body}</w:body></w:document>")
            package.writestr("word/numbering.xml", f"<w:numbering {WORD}>{numbering}</w:numbering>")

    def engagements(self, data):
        return [(e["text"].rstrip("."), e["parties"]) for a in data["axes"] for m in a["measures"] for e in m["engagements"]]

    def test_docx_parts(self):
        """Numbers that carry on and show their outer level, columns of engagements, boxes; no deleted text, no note."""
        def p(text, number=""):
            return f"<w:p><w:pPr>{number}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"

        def numbered(text, level):
            return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>')

        def row(*cells):
            return "<w:tr>" + "".join(f"<w:tc>{''.join(map(p, cell))}</w:tc>" for cell in cells) + "</w:tr>"
        levels = "".join(f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{text}"/></w:lvl>'
                         for n, text in enumerate(["Article %1 :", "%1.%2"]))
        self.docx("parts.docx", p("Convention") + "".join(map(p, PARTIES)) + numbered("Objet", 0) + p("Le cadre.") + numbered("Apprentissage", 0) +
                  numbered("Contrats", 1) + "<w:p><w:r><w:t>La société </w:t></w:r><w:del><w:r><w:delText>n’accueille pas</w:delText></w:r></w:del>"
                  "<w:ins><w:r><w:t>accueille</w:t></w:r></w:ins><w:r><w:t> dix apprentis.</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>" +
                  numbered("Ateliers", 1) + "<w:tbl>" + row(["Engagements de l’académie"], ["Engagements de la société"]) +
                  row(["ouvrir deux ateliers par an ;", "y inviter les familles."], ["prêter les machines de ses ateliers."]) + "</w:tbl>" +
                  numbered("Orientation", 0) + "<w:p><w:r><w:pict><w:textbox><w:txbxContent>" + p("L’académie publie un guide.") +
                  "</w:txbxContent></w:textbox></w:pict></w:r></w:p>",
                  f'<w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>')
        data = self.new("parts.docx")
        self.assertEqual([(a["label"], a["title"], [(m["label"], m["title"]) for m in a["measures"] if m["label"]]) for a in data["axes"]],
                         [("2", "Apprentissage", [("2.1", "Contrats"), ("2.2", "Ateliers")]), ("3", "Orientation", [])])
        self.assertEqual(self.engagements(data), [
            ("La société accueille dix apprentis", ["la société"]), ("ouvrir deux ateliers par an", ["l’académie"]),
            ("y inviter les familles", ["l’académie"]), ("prêter les machines de ses ateliers", ["la société"]),
            ("L’académie publie un guide", ["l’académie"])])

    def test_odt_parts(self):
        """The same of a Writer's file: numbers of the outline, columns, boxes, deleted text."""
        def p(text):
            return f"<text:p>{text}</text:p>"

        def h(text, level=1):
            return f'<text:h text:outline-level="{level}">{text}</text:h>'

        def row(*cells):
            return "<table:table-row>" + "".join(f"<table:table-cell>{''.join(map(p, cell))}</table:table-cell>" for cell in cells) + "</table:table-row>"
        more = 'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
        styles = (f'<office:document-styles {ODF}><office:styles><text:outline-style><text:outline-level-style text:level="1" style:num-format="1" '
                  'style:num-prefix="Article " style:num-suffix=" :"/><text:outline-level-style text:level="2" style:num-format="1" '
                  'text:display-levels="2"/></text:outline-style></office:styles></office:document-styles>')
        body = (f"<text:section {more}><text:tracked-changes><text:changed-region><text:deletion>{p('La société refuse les apprentis.')}</text:deletion>"
                f"</text:changed-region></text:tracked-changes>{p('Convention')}" + "".join(map(p, PARTIES)) + h("Objet") + p("Le cadre.") +
                h("Apprentissage") + h("Contrats", 2) + p("La société accueille dix apprentis.<text:note><text:note-body><text:p>Une note."
                                                          "</text:p></text:note-body></text:note>") +
                h("Ateliers", 2) + "<table:table>" + row(["Engagements de l’académie"], ["Engagements de la société"]) +
                row(["ouvrir deux ateliers par an ;", "y inviter les familles."], ["prêter les machines de ses ateliers."]) + "</table:table>" +
                h("Orientation") + p("<draw:frame><draw:text-box>" + p("L’académie publie un guide.") + "</draw:text-box></draw:frame>") + "</text:section>")
        self.odt("parts.odt", body, more=[("styles.xml", styles)])
        data = self.new("parts.odt")
        self.assertEqual([(a["label"], a["title"], [(m["label"], m["title"]) for m in a["measures"] if m["label"]]) for a in data["axes"]],
                         [("2", "Apprentissage", [("2.1", "Contrats"), ("2.2", "Ateliers")]), ("3", "Orientation", [])])
        self.assertEqual(self.engagements(data), [
            ("La société accueille dix apprentis", ["la société"]), ("ouvrir deux ateliers par an", ["l’académie"]),
            ("y inviter les familles", ["l’académie"]), ("prêter les machines de ses ateliers", ["la société"]),
            ("L’académie publie un guide", ["l’académie"])])

    def test_markdown_table(self):
        with open(self.path("table.md"), "w", encoding="utf-8") as file:
            file.write("# Convention\n\n" + "\n\n".join(PARTIES) + "\n\n## Article 1 – Objet\n\nLe cadre.\n\n## Article 2 – Ateliers\n\n"
                       "| L’académie s’engage à | La société s’engage à |\n|---|---|\n| ouvrir deux ateliers par an | prêter les machines des ateliers |\n"
                       "| y inviter les familles | former les tuteurs du lycée |\n\n## Article 3 – Durée\n\nTrois ans.\n")
        self.assertEqual(self.engagements(self.new("table.md")), [
            ("ouvrir deux ateliers par an", ["l’académie"]), ("y inviter les familles", ["l’académie"]),
            ("prêter les machines des ateliers", ["la société"]), ("former les tuteurs du lycée", ["la société"])])

    def test_older_forms(self):
        """What is not read is named, with what to do."""
        locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
        self.odt("locked.odt", "<text:p/>", more=[("META-INF/manifest.xml", '<m:manifest xmlns:m="x"><m:encryption-data/></m:manifest>')])
        for name, content, said in [("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "save it as .docx or .odt first"),
                                    ("a.rtf", b"{\\rtf1\\ansi Convention}", "save it as .docx or .odt first"),
                                    ("locked.docx", locked, "protected by a password"), ("locked.odt", None, "protected by a password")]:
            with self.subTest(name=name):
                if content:
                    with open(self.path(name), "wb") as file:
                        file.write(content)
                got = self.run_copil("new", self.path("bad.copil"), "--from", self.path(name))
                self.assertEqual(got.returncode, 1)
                self.assertEqual(got.stderr.count("\n"), 1)
                self.assertIn(said, got.stderr)

    def test_bad_files(self):
        """One line, and no file left behind."""
        self.odt("bomb.odt", "<text:p>&a;</text:p>", head='<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>')
        self.odt("external.odt", "<text:p>&a;</text:p>", head='<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>')
        self.odt("deep.odt", "<text:span>" * 3000 + "x" + "</text:span>" * 3000)
        self.odt("empty.odt", "<text:p/>")
        with zipfile.ZipFile(self.path("ratio.odt"), "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("content.xml", b" " * (30 << 20))
        with zipfile.ZipFile(self.path("none.odt"), "w") as package:
            package.writestr("other.xml", "<x/>")
        for name, content in {"cut.odt": b"PK\x03\x04zz", "zero.txt": b"", "blank.txt": b" \n\n", "binary.txt": b"\x00\x01\xff" * 50,
                              "cut.pdf": b"%PDF-1.7 nothing"}.items():
            with open(self.path(name), "wb") as file:
                file.write(content)
        for name in ("bomb.odt", "external.odt", "deep.odt", "empty.odt", "ratio.odt", "none.odt", "cut.odt", "zero.txt", "blank.txt",
                     "binary.txt", "cut.pdf", "absent.txt"):
            with self.subTest(name=name):
                made = self.path("bad.copil")
                got = self.run_copil("new", made, "--from", self.path(name))
                self.assertEqual(got.returncode, 1)
                self.assertRegex(got.stderr, r"\Acopil: .*" + re.escape(name) + r": .+\n\Z")
                self.assertFalse(os.path.exists(made))

    def test_made_to_fill(self):
        """Small files that would fill the memory, or never end, are read as far as makes sense, or refused in one line."""
        long = "x" * 900_000
        item = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Ouvrir les portes</w:t></w:r></w:p>'
        with zipfile.ZipFile(self.path("label.docx"), "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("word/document.xml", f"<w:document {WORD}><w:body>{item * 5000}</w:body></w:document>")
            package.writestr("word/numbering.xml", f'<w:numbering {WORD}><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>'
                             f'<w:lvlText w:val="{long}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>')
        self.odt("label.odt", '<text:list text:style-name="L">' + "<text:list-item><text:p>Ouvrir</text:p></text:list-item>" * 5000 + "</text:list>", more=[
            ("styles.xml", f'<office:document-styles {ODF}><office:styles><text:list-style style:name="L"><text:list-level-style-number text:level="1" '
                           f'style:num-format="1" style:num-suffix="{long}"/></text:list-style></office:styles></office:document-styles>')])
        for name in ("label.docx", "label.odt"):
            self.assertEqual(self.run_copil("new", self.path(name + ".copil"), "--from", self.path(name)).returncode, 0)
            self.assertLess(os.path.getsize(self.path(name + ".copil")), 20 << 20)
        self.odt("dense.odt", "<text:p a='' b='' c='' d=''/>" * 700_000)
        got = self.run_copil("new", self.path("dense.copil"), "--from", self.path("dense.odt"))
        self.assertEqual(got.returncode, 1)
        self.assertRegex(got.stderr, r"\Acopil: .*dense\.odt: It is too large for a convention\.?\n\Z")

    def test_real_conventions(self):
        """Where they are at hand: no axis, measure or clause missed or invented, and nearly every engagement."""
        score = os.path.join(SHARED, "tools", "score-import")
        if not os.path.exists(score):
            self.skipTest("the real conventions are not here")
        lines = subprocess.run([score, COPIL], capture_output=True, text=True, check=True,
                               env=dict(os.environ, XDG_STATE_HOME=self.path("state"))).stdout.splitlines()
        pairs = {name: (int(a), int(b)) for name, a, b in re.findall(r"(axes|measures|recall|precision|parties|facts) (\d+)/(\d+)", lines[-1])}
        for name in ("axes", "measures", "facts"):
            self.assertEqual(*pairs[name], name)
        self.assertNotRegex(lines[-1], r"\(\+[1-9]")
        for name, least in {"recall": 0.97, "precision": 0.97, "parties": 0.97}.items():
            self.assertGreaterEqual(pairs[name][0] / pairs[name][1], least, lines[-1])


if __name__ == "__main__":
    unittest.main()
