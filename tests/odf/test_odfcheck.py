#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The checker itself finds what is wrong: it is fed files with one fault each."""
import os
import tempfile
import unittest
import zipfile

import odfcheck

SPACES = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in odfcheck.NAMESPACES.items())
KIND = "application/vnd.oasis.opendocument.text"
PARTS = {
    "META-INF/manifest.xml": f'<manifest:manifest {SPACES} manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{KIND}"/>'
    + "".join(f'<manifest:file-entry manifest:full-path="{entry}" manifest:media-type="text/xml"/>'
              for entry in ("content.xml", "meta.xml", "styles.xml")) + "</manifest:manifest>",
    "content.xml": f'<office:document-content {SPACES} office:version="1.3"><office:body><office:text>'
    '<text:h text:outline-level="1">Titre</text:h><table:table table:name="T"><table:table-column/><table:table-header-rows>'
    "<table:table-row><table:table-cell><text:p>A</text:p></table:table-cell></table:table-row></table:table-header-rows>"
    "<table:table-row><table:table-cell><text:p>B</text:p></table:table-cell></table:table-row>"
    "</table:table><text:p>Texte</text:p></office:text></office:body></office:document-content>",
    "meta.xml": f'<office:document-meta {SPACES} office:version="1.3"><office:meta><dc:title>Titre</dc:title>'
    "<dc:language>fr-FR</dc:language></office:meta></office:document-meta>",
    "styles.xml": f'<office:document-styles {SPACES} office:version="1.3"><office:styles>'
    '<style:default-style style:family="paragraph"><style:text-properties fo:language="fr" fo:country="FR"/></style:default-style>'
    "</office:styles></office:document-styles>",
}


class Faults(unittest.TestCase):
    def faults(self, changes=None, first="mimetype", method=zipfile.ZIP_STORED, more=(), schema=False):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "a.odt")
            with zipfile.ZipFile(path, "w") as package:
                package.writestr(zipfile.ZipInfo(first), KIND, method)
                for entry, text in PARTS.items():
                    for part, old, new in changes or ():
                        if part == entry:
                            self.assertIn(old, text)
                            text = text.replace(old, new, 1)
                    package.writestr(zipfile.ZipInfo(entry), text)
                for entry in more:
                    package.writestr(zipfile.ZipInfo(entry), "x")
            return odfcheck.check(path, schema)

    def test_sound(self):
        self.assertEqual(self.faults(), [])

    def test_package(self):
        self.assertTrue(self.faults(first="other"))
        self.assertTrue(self.faults(method=zipfile.ZIP_DEFLATED))
        self.assertTrue(self.faults(more=["zzz.xml"]))
        self.assertTrue(self.faults(more=["zzz/"]))
        self.assertTrue(self.faults([("META-INF/manifest.xml", 'manifest:version="1.3"', "")]))
        self.assertTrue(self.faults([("META-INF/manifest.xml", "styles.xml", "style.xml")]))

    def test_reading(self):
        for change in (("content.xml", 'outline-level="1"', 'outline-level="2"'), ("content.xml", "Titre", ""),
                       ("content.xml", "Texte", "\x7f"), ("content.xml", "Texte", "(null)"),
                       ("content.xml", "<text:p>Texte", '<text:p text:style-name="P1">Texte'),
                       ("content.xml", "<table:table-cell>", '<table:table-cell table:number-columns-spanned="2">'),
                       ("meta.xml", "Titre", ""), ("meta.xml", "fr-FR", " "), ("styles.xml", 'fo:language="fr"', "")):
            self.assertTrue(self.faults([change]), change)

    def test_unreadable(self):
        self.assertTrue(odfcheck.check("/nonexistent"))
        self.assertTrue(odfcheck.check(__file__))

    @unittest.skipUnless(odfcheck.has_schema(), "jing or the schema is not installed")
    def test_schema(self):
        self.assertEqual(self.faults(schema=True), [])
        self.assertTrue(self.faults([("content.xml", "<table:table-column/>", "")], schema=True))


if __name__ == "__main__":
    unittest.main(verbosity=2)
