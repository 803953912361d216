# SPDX-License-Identifier: GPL-3.0-or-later
"""Models of documents made for the tests: letter () by hand, office () by LibreOffice from the same text, word () with the
names that Word gives its styles, and hostile (), one file for each reason to refuse one."""
import base64
import io
import os
import shutil
import subprocess
import zipfile

OFFICE = shutil.which("soffice")
TEXT = "application/vnd.oasis.opendocument.text"
PICTURE = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR42mP8z8DAwMDAxMDAwMDAAAANHQEDasKb6QAAAABJRU5ErkJggg==")
SPACES = "".join(f' xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for prefix, name in (
    ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"), ("draw", "drawing"), ("fo", "xsl-fo-compatible"),
    ("svg", "svg-compatible"), ("number", "datastyle"), ("script", "script")))
SPACES += ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
FONTS = """<style:font-face style:name="DejaVu Serif" svg:font-family="'DejaVu Serif'"/>"""
STYLES = """
<style:default-style style:family="paragraph"><style:text-properties style:font-name="DejaVu Serif" fo:font-size="10pt" fo:language="en" fo:country="US"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph" style:class="text"/>
<style:style style:name="Text_20_body" style:display-name="Text body" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-bottom="3mm"/></style:style>
<style:style style:name="Heading" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:color="#7a1f1f" loext:opacity="100%"/></style:style>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:parent-style-name="Heading" style:default-outline-level="1"><style:paragraph-properties fo:border-bottom="1pt solid #7a1f1f"/><style:text-properties fo:font-size="16pt" fo:font-variant="small-caps"/></style:style>
<style:style style:name="Header" style:family="paragraph" style:parent-style-name="Standard"/>
<style:style style:name="Footer" style:family="paragraph" style:parent-style-name="Standard"/>
<style:style style:name="Graphics" style:family="graphic"><style:graphic-properties text:anchor-type="paragraph" style:wrap="dynamic"/></style:style>
"""
LAYOUT = """<style:page-layout style:name="pm1"><style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm" fo:margin-top="10mm" fo:margin-bottom="15mm" fo:margin-left="30mm" fo:margin-right="20mm" loext:margin-gutter="0mm"/><style:header-style><style:header-footer-properties fo:min-height="20mm" fo:margin-bottom="5mm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="8mm" fo:margin-top="5mm"/></style:footer-style></style:page-layout>
"""
AUTOMATIC = LAYOUT + """
<style:style style:name="T1" style:family="table"><style:table-properties style:width="160mm" table:align="margins"/></style:style>
<style:style style:name="T1.A" style:family="table-column"><style:table-column-properties style:column-width="40mm"/></style:style>
<style:style style:name="T1.B" style:family="table-column"><style:table-column-properties style:column-width="120mm"/></style:style>
<style:style style:name="T1.A1" style:family="table-cell"><style:table-cell-properties fo:border="none"/></style:style>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Header"><style:paragraph-properties fo:text-align="end"/></style:style>
<style:style style:name="F1" style:family="graphic" style:parent-style-name="Graphics"><style:graphic-properties style:wrap="none" loext:fill-use-slide-background="false"/></style:style>
"""
IMAGE = '<draw:image xlink:href="Pictures/logo.png" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad" loext:mime-type="image/png"/>'
FLAT_IMAGE = "<draw:image><office:binary-data>" + base64.b64encode(PICTURE).decode() + "</office:binary-data></draw:image>"
HEADER = """<style:header><table:table table:name="T1" table:style-name="T1"><table:table-column table:style-name="T1.A"/><table:table-column table:style-name="T1.B"/><table:table-row><table:table-cell table:style-name="T1.A1"><text:p text:style-name="Header"><draw:frame draw:style-name="F1" draw:name="Logo" text:anchor-type="as-char" svg:width="25mm" svg:height="12mm" loext:decorative="true">IMAGE</draw:frame></text:p></table:table-cell><table:table-cell table:style-name="T1.A1"><text:p text:style-name="P1">Rectorat de région <text:bookmark text:name="b"/>– <text:author-name>Direction</text:author-name> des partenariats</text:p></table:table-cell></table:table-row></table:table></style:header>"""
FOOTER = '<style:footer><text:p text:style-name="Footer">12, rue des Écoles<text:tab/><text:page-number text:select-page="current">1</text:page-number></text:p></style:footer>'
BODY = '<text:p text:style-name="Text_20_body">Texte du modèle, qui ne sert pas</text:p>'


def page(content, name="Standard", more=""):
    return f'<style:master-page style:name="{name}" style:page-layout-name="pm1"{more}>{content}</style:master-page>'


def styles_xml(styles=STYLES, automatic=AUTOMATIC, masters=None, version="1.3", head=""):
    masters = page(HEADER.replace("IMAGE", IMAGE) + FOOTER) if masters is None else masters
    return (f'<?xml version="1.0" encoding="UTF-8"?>{head}<office:document-styles{SPACES} office:version="{version}"><office:font-face-decls>{FONTS}'
            f"</office:font-face-decls><office:styles>{styles}</office:styles><office:automatic-styles>{automatic}</office:automatic-styles>"
            f"<office:master-styles>{masters}</office:master-styles></office:document-styles>")


def content_xml(body=BODY, automatic="", scripts=""):
    return (f'<?xml version="1.0" encoding="UTF-8"?><office:document-content{SPACES} office:version="1.3">{scripts}<office:automatic-styles>{automatic}'
            f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>")


def write(path, styles=None, content=None, parts=(), mimetype=TEXT + "-template"):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", mimetype, zipfile.ZIP_STORED)
        package.writestr("styles.xml", styles_xml() if styles is None else styles)
        package.writestr("content.xml", content_xml() if content is None else content)
        names = [name for name, _ in parts]
        if "Pictures/logo.png" not in names:
            package.writestr("Pictures/logo.png", PICTURE)
        for name, data in parts:
            package.writestr(name, data)
    return path


def letter(path, **options):
    return write(path, styles_xml(**options))


def office(folder, ending="ott"):
    """The same made by LibreOffice, with all that it adds."""
    flat = os.path.join(folder, "office.fodt")
    with open(flat, "w", encoding="utf-8") as file:
        file.write(f'<?xml version="1.0" encoding="UTF-8"?><office:document{SPACES} office:version="1.3" office:mimetype="{TEXT}">'
                   f"<office:font-face-decls>{FONTS}</office:font-face-decls><office:styles>{STYLES}</office:styles><office:automatic-styles>{AUTOMATIC}"
                   f"</office:automatic-styles><office:master-styles>{page(HEADER.replace('IMAGE', FLAT_IMAGE) + FOOTER)}</office:master-styles>"
                   f"<office:body><office:text>{BODY}</office:text></office:body></office:document>")
    subprocess.run([OFFICE, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", ending, "--outdir", folder, flat],
                   check=True, capture_output=True, timeout=120)
    return os.path.join(folder, "office." + ending)


def word(path):
    """The names of styles and pages of Word, in French; a first page of its own."""
    styles = """
<style:default-style style:family="paragraph"><style:paragraph-properties/><style:text-properties fo:font-size="11pt" style:font-name="DejaVu Serif"/></style:default-style>
<style:style style:name="Normal" style:display-name="Normal" style:family="paragraph"/>
<style:style style:name="Titre1" style:display-name="Titre 1" style:family="paragraph" style:parent-style-name="Normal" style:next-style-name="Normal" style:default-outline-level="1" style:list-style-name="WWNum1"><style:text-properties fo:color="#005a3c"/></style:style>
<style:style style:name="En-tête" style:display-name="En-tête" style:family="paragraph" style:parent-style-name="Normal"/>
<style:style style:name="Titre" style:display-name="Titre" style:family="paragraph" style:parent-style-name="Normal"><style:text-properties fo:font-size="30pt"/></style:style>
"""
    masters = (page('<style:header><text:p text:style-name="En-tête">Suite</text:p></style:header>', "MP1")
               + page('<style:header-first><text:p text:style-name="En-tête">Première page</text:p></style:header-first>', "MP0",
                      ' style:next-style-name="MP1"'))
    body = '<text:p text:style-name="P1">x</text:p>'
    automatic = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Titre" style:master-page-name="MP0"/>'
    return write(path, styles_xml(styles, LAYOUT, masters, "1.2"), content_xml(body, automatic))


def bomb():
    """A part that unfolds to a thousand times its size."""
    return "Pictures/big.png", b"\0" * (30 * 1024 * 1024)


def encrypted(path):
    write(path)
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("META-INF/manifest.xml",
                         '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">'
                         '<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"><manifest:encryption-data/>'
                         "</manifest:file-entry></manifest:manifest>")


def zip_encrypted(path):
    """The flag of zip's own encryption, in both headers of each part."""
    write(path)
    with open(path, "rb") as file:
        data = bytearray(file.read())
    for mark, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 4)
    with open(path, "wb") as file:
        file.write(data)


def damaged(path):
    """A part whose bytes are not those of its checksum."""
    write(path)
    with zipfile.ZipFile(path) as package:
        info = package.getinfo("styles.xml")
    with open(path, "r+b") as file:
        file.seek(info.header_offset + 30 + len("styles.xml") + info.compress_size // 2)
        file.write(b"\xff\x00\xff\x00")


def entities():
    levels = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10))
    return styles_xml(head=f'<!DOCTYPE x [<!ENTITY a0 "ha">{levels}]>').replace("Rectorat", "&a9;")


def header(content):
    return styles_xml(masters=page(f'<style:header><text:p text:style-name="Header">{content}</text:p></style:header>'))


def frame(content):
    return header(f'<draw:frame draw:name="x" text:anchor-type="as-char" svg:width="1cm" svg:height="1cm">{content}</draw:frame>')


def link(href):
    return f'<draw:image xlink:href="{href}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>'


def svg(content):
    return "Pictures/logo.svg", f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{content}</svg>'


def hostile(folder):
    """Pairs of a file and the words that its refusal holds."""
    def path(name):
        return os.path.join(folder, name + ".ott")

    def raw(name, data):
        with open(path(name), "wb") as file:
            file.write(data)

    def good():
        buffer = io.BytesIO()
        write(buffer)
        return buffer.getvalue()

    cases = []

    def case(name, words, *arguments, **options):
        write(path(name), *arguments, **options)
        cases.append((path(name), words))

    def other(name, words, function, *arguments):
        function(*arguments)
        cases.append((path(name), words))

    other("empty", "not an OpenDocument text", raw, "empty", b"")
    other("text", "not an OpenDocument text", raw, "text", b"Bonjour" * 100)
    other("truncated", "damaged", raw, "truncated", good()[:-200])
    other("half", "damaged", raw, "half", good()[:len(good()) // 2])
    other("large", "larger than 20 MiB", raw, "large", good() + b"\0" * (21 * 1024 * 1024))
    other("checksum", "damaged", damaged, path("checksum"))
    other("encrypted", "password", encrypted, path("encrypted"))
    other("zip-encrypted", "password", zip_encrypted, path("zip-encrypted"))
    case("sheet", "not an OpenDocument text", mimetype="application/vnd.oasis.opendocument.spreadsheet")
    case("word", "not an OpenDocument text", mimetype="application/vnd.openxmlformats-officedocument.wordprocessingml.document")
    case("bomb", "unfolds", parts=[bomb()])
    case("many", "too many parts", parts=[(f"Pictures/{i}.png", b"") for i in range(600)])
    case("traversal", "name is not allowed", parts=[("../../evil.png", PICTURE)])
    case("absolute", "name is not allowed", parts=[("/etc/evil", PICTURE)])
    case("entities", "declares entities", entities())
    case("doctype", "declares entities", styles_xml(head='<!DOCTYPE x SYSTEM "file:///etc/passwd">'))
    case("malformed", "damaged", styles_xml()[:-30])
    case("deep", "damaged", header("<text:span>" * 5000 + "</text:span>" * 5000))
    case("future", "version", styles_xml(version="9.9"))
    case("other-root", "not an OpenDocument text", content_xml())
    case("basic", "macros", parts=[("Basic/script-lc.xml", "<x/>")])
    case("script", "macros", None, content_xml(scripts="<office:scripts><office:script script:language='x'/></office:scripts>"))
    case("event", "macros", header("<office:event-listeners><script:event-listener script:language='x'/></office:event-listeners>"))
    case("object", "embedded object", frame('<draw:object xlink:href="./Object 1"/>'))
    case("ole", "embedded object", None, content_xml('<text:p><draw:frame><draw:object-ole xlink:href="./Object 1"/></draw:frame></text:p>'))
    case("web-image", "links to something outside", frame(link("https://example.org/logo.png")))
    case("file-image", "links to something outside", frame(link("file:///etc/passwd")))
    case("relative-image", "links to something outside", frame(link("../logo.png")))
    case("body-image", "links to something outside", None, content_xml(f"<text:p><draw:frame>{link('http://example.org/x.png')}</draw:frame></text:p>"))
    case("link", "links to something outside", header('<text:a xlink:type="simple" xlink:href="https://example.org/">site</text:a>'))
    case("background", "links to something outside",
         styles_xml(automatic=AUTOMATIC.replace("<style:header-style>", "", 0).replace(
             'loext:margin-gutter="0mm"/>', '><style:background-image xlink:href="http://example.org/x.png"/></style:page-layout-properties>')))
    case("section", "from another file", None, content_xml('<text:section text:name="s"><text:section-source xlink:href="x.odt"/></text:section>'))
    case("missing-image", "damaged", frame(link("Pictures/none.png")))
    case("odd-image", "PNG, JPEG", frame(link("Pictures/odd.emf")), parts=[("Pictures/odd.emf", b"\1\0\0\0odd")])
    case("svg-script", "script or a link", frame(link("Pictures/logo.svg")), parts=[svg("<script>alert(1)</script>")])
    case("svg-link", "script or a link", frame(link("Pictures/logo.svg")), parts=[svg('<image href="https://example.org/x.png"/>')])
    case("narrow", "no room", styles_xml(automatic=AUTOMATIC.replace('fo:margin-left="30mm"', 'fo:margin-left="150mm"')))
    return cases
