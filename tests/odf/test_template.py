#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents written with an organisation's model: test_template.py ODF-SAMPLE. They are checked against the package rules and
the schema where it is installed; models made by LibreOffice are added where it is."""
import os
import re
import subprocess
import sys
import tempfile
import unittest

import model_fixture
import odfcheck

PROGRAM = os.path.abspath(sys.argv.pop(1))
FOLDER = tempfile.TemporaryDirectory()
STYLE = odfcheck.name("style:style")


def run(kind, model, out):
    return subprocess.run([PROGRAM, kind, out, model], capture_output=True, text=True, check=False)


def path(name):
    return os.path.join(FOLDER.name, name)


class Written(unittest.TestCase):
    def sample(self, model, kind="rich"):
        out = path(f"{os.path.basename(model)}-{kind}.odt")
        got = run(kind, model, out)
        self.assertEqual((got.returncode, got.stderr), (0, ""))
        self.assertEqual(odfcheck.check(out), [])
        return out

    def styles(self, out):
        return odfcheck.part(out, "styles.xml")

    def style(self, tree, wanted, family="paragraph"):
        found = [e for e in tree.iter(STYLE)
                 if e.get(odfcheck.name("style:name")) == wanted and e.get(odfcheck.name("style:family")) == family]
        self.assertEqual(len(found), 1, wanted)
        return found[0]

    def value(self, style, attribute):
        return next((e.get(odfcheck.name(attribute)) for e in style.iter() if e.get(odfcheck.name(attribute))), None)

    def headers(self, tree, page="Standard", part="style:header"):
        found = [e for e in tree.iter(odfcheck.name("style:master-page")) if e.get(odfcheck.name("style:name")) == page]
        self.assertEqual(len(found), 1)
        return ["".join(e.itertext()) for e in found[0].iter(odfcheck.name(part))]

    def check_letter(self, model):
        for kind in ("rich", "landscape"):
            out = self.sample(model, kind)
            tree = self.styles(out)
            self.assertEqual([text.replace(" ", "") for text in self.headers(tree)], ["Rectoratderégion–Directiondespartenariats"])
            self.assertIn("12, rue des Écoles", self.headers(tree, part="style:footer")[0])
            self.assertEqual(len(list(tree.iter(odfcheck.name("style:footer")))), 1)
            self.assertEqual(self.value(self.style(tree, "Heading_20_1"), "fo:font-size"), "16pt")
            # What the model lacks is ours, under its styles and in its colour.
            self.assertEqual(self.style(tree, "Lead").get(odfcheck.name("style:parent-style-name")), "Text_20_body")
            self.assertEqual(self.value(self.style(tree, "Title"), "fo:color"), "#7a1f1f")
            self.assertNotIn("#1b2f5c", odfcheck.ET.tostring(odfcheck.part(out, "content.xml"), "unicode"))
            layout = next(tree.iter(odfcheck.name("style:page-layout")))
            size = [float(self.value(layout, f"fo:page-{side}")[:-2]) for side in ("width", "height")]
            self.assertEqual(size[0] > size[1], kind == "landscape")
            language = {e.get(odfcheck.name("fo:language")) for e in tree.iter() if e.get(odfcheck.name("fo:language"))}
            self.assertIn("fr", language)
            href = next(tree.iter(odfcheck.name("draw:image"))).get(odfcheck.name("xlink:href"))
            self.assertEqual(href, "Pictures/model-001.png")
            with odfcheck.zipfile.ZipFile(out) as package:
                self.assertEqual(package.read(href)[:4], b"\x89PNG")
                self.assertNotIn(b"loext", package.read("styles.xml"))
                self.assertNotIn("Texte du modèle", package.read("content.xml").decode())

    def test_by_hand(self):
        self.check_letter(model_fixture.letter(path("letter.ott")))

    @unittest.skipUnless(model_fixture.OFFICE, "LibreOffice is not installed")
    def test_by_office(self):
        for ending in ("ott", "odt"):
            self.check_letter(model_fixture.office(FOLDER.name, ending))

    def test_by_word(self):
        tree = self.styles(self.sample(model_fixture.word(path("word.odt"))))
        # Its names become ours; the numbers of its headings go, ours carry their own.
        heading = self.style(tree, "Heading_20_1")
        self.assertEqual(heading.get(odfcheck.name("style:display-name")), "Titre 1")
        self.assertEqual(heading.get(odfcheck.name("style:parent-style-name")), "Standard")
        self.assertIsNone(heading.get(odfcheck.name("style:list-style-name")))
        self.assertEqual(self.value(self.style(tree, "Title"), "fo:font-size"), "30pt")
        self.assertFalse([e for e in tree.iter(STYLE) if e.get(odfcheck.name("style:name")) in ("Titre1", "Normal")])
        # The text starts on the page its own text started on, and goes on with the one that follows.
        self.assertEqual(self.headers(tree, part="style:header-first"), ["Première page"])
        self.assertEqual(self.headers(tree, "MP1"), ["Suite"])
        # Without a footer of its own it has ours.
        for page in ("Standard", "MP1"):
            self.assertRegex(self.headers(tree, page, "style:footer")[0], "Page 1 / 1")

    def test_same_bytes(self):
        model = model_fixture.letter(path("same.ott"))
        contents = []
        for name in ("one.odt", "two.odt"):
            self.assertEqual(run("rich", model, path(name)).returncode, 0)
            with open(path(name), "rb") as file:
                contents.append(file.read())
        self.assertEqual(contents[0], contents[1])

    def test_own_documents(self):
        """A document of ours is a model too, and gives the same styles again."""
        plain, again = path("plain.odt"), path("again.odt")
        subprocess.run([PROGRAM, "rich", plain], check=True)
        self.assertEqual(run("rich", plain, again).returncode, 0)
        self.assertEqual(odfcheck.check(again), [])
        names = [sorted(e.get(odfcheck.name("style:name")) for e in self.styles(out).iter(STYLE)) for out in (plain, again)]
        self.assertEqual(names[0], names[1])

    def test_no_page(self):
        """A model without a page takes ours."""
        tree = self.styles(self.sample(model_fixture.letter(path("bare.ott"), masters="", automatic="")))
        self.assertRegex(self.headers(tree, part="style:footer")[0], "Page 1 / 1")

    def test_odd_values(self):
        """What the schema does not allow is left out, whatever it is; the rest stays."""
        odd = model_fixture.STYLES.replace('fo:font-size="16pt"', 'fo:font-size="big" fo:colour="red" style:text-position="7 8 9" '
                                           'fo:font-weight="fat" fo:font-style="italic"')
        odd += ('<style:style style:family="paragraph"/><style:style style:name="a b" style:family="paragraph"/>'
                '<style:style style:name="X" style:family="star"/><style:nothing/><loext:theme/><text:list-style/>'
                '<style:style style:name="Y" style:family="text"><style:paragraph-properties/><style:text-properties/><style:text-properties/></style:style>')
        masters = model_fixture.page(
            "<style:footer-left><text:p>g</text:p></style:footer-left><style:footer-first/><style:header/>"
            '<style:header-first><text:p><text:note text:note-class="footnote"><text:note-citation>1</text:note-citation></text:note>'
            "<text:span>a<text:ruby><text:ruby-base>b</text:ruby-base></text:ruby></text:span></text:p><table:table/><table:table>"
            "<table:table-column/><table:table-row/></table:table><text:section><text:p>c<text:date text:fixed='maybe'>d</text:date></text:p></text:section>"
            "<draw:frame/><text:list><text:p>e</text:p></text:list></style:header-first><draw:line/>")
        tree = self.styles(self.sample(model_fixture.letter(path("odd.ott"), styles=odd, masters=masters)))
        heading = self.style(tree, "Heading_20_1")
        self.assertEqual([self.value(heading, a) for a in ("fo:font-size", "fo:font-weight", "fo:font-style")], [None, None, "italic"])
        self.assertEqual(self.headers(tree, part="style:header-first"), ["abcd"])


class Refused(unittest.TestCase):
    def test_hostile(self):
        out = path("refused.odt")
        with open(out, "w", encoding="utf-8") as file:
            file.write("avant")
        cases = model_fixture.hostile(FOLDER.name)
        self.assertGreater(len(cases), 30)
        for model, words in cases:
            with self.subTest(model=os.path.basename(model)):
                got = run("rich", model, out)
                self.assertEqual(got.returncode, 1)
                self.assertIn(words, got.stderr)
                self.assertTrue(re.fullmatch(r"[^\n]+\.\n", got.stderr), got.stderr)
                with open(out, encoding="utf-8") as file:
                    self.assertEqual(file.read(), "avant")


if __name__ == "__main__":
    unittest.main(verbosity=2)
