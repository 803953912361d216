#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is wrong with an ODF file: odfcheck.check (path) -> list of faults, empty for a sound file.

Package rules of ODF 1.3 part 2, the strict schema where jing and the schema are installed (has_schema ()), and
what a reader with a screen reader needs. As a program: odfcheck.py FILE ... prints the faults.
"""
import glob
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
import zipfile

NAMESPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "manifest": "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
}
MAGIC = {".png": b"\x89PNG\r\n\x1a\n", ".svg": b"<", ".jpg": b"\xff\xd8\xff"}


def name(qualified):
    """The expanded name of a prefixed one, as ElementTree spells it."""
    prefix, local = qualified.split(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def schema_path():
    """The strict ODF 1.3 schema, or None where it is not installed."""
    found = sorted(glob.glob("/usr/share/emacs/*/etc/schema/OpenDocument-schema-v1.3.rnc"))
    return found[-1] if found else None


def has_schema():
    return shutil.which("jing") is not None and schema_path() is not None


def part(path, part_name):
    """The tree of one XML part."""
    with zipfile.ZipFile(path) as package:
        return ET.fromstring(package.read(part_name))


def check_package(path, package):
    with open(path, "rb") as raw:
        head = raw.read(30)
    method, = struct.unpack("<H", head[8:10])
    extra, = struct.unpack("<H", head[28:30])
    infos = package.infolist()
    names = [info.filename for info in infos]
    if names[:1] != ["mimetype"]:
        yield "mimetype is not the first entry"
    if method != zipfile.ZIP_STORED or extra:
        yield "mimetype is compressed or has an extra field"
    if package.testzip():
        yield f"{package.testzip()} is damaged"
    if names[1:] != sorted(set(names[1:])):
        yield "the entries are not sorted, or one is there twice"
    if any(entry.endswith("/") for entry in names):
        yield "a folder is an entry"
    if len({info.date_time for info in infos}) != 1:
        yield "the entries differ in their time"
    if any(info.extra for info in infos):
        yield "an entry has an extra field"
    manifest = ET.fromstring(package.read("META-INF/manifest.xml"))
    if manifest.get(name("manifest:version")) != "1.3":
        yield "the manifest is not of version 1.3"
    entries = {e.get(name("manifest:full-path")): e.get(name("manifest:media-type")) for e in manifest}
    if len(entries) != len(list(manifest)):
        yield "the manifest lists a part twice"
    if set(entries) != {"/", *names} - {"mimetype", "META-INF/manifest.xml"}:
        yield "the manifest and the parts differ: " + str(set(entries) ^ set(names))
    if entries.get("/") != package.read("mimetype").decode():
        yield "the manifest's type is not the mimetype"
    for entry in names:
        if entry.startswith("Pictures/"):
            magic = MAGIC.get(os.path.splitext(entry)[1])
            if magic is None or not package.read(entry).startswith(magic):
                yield f"{entry} is not what its ending says"


def check_schema(package):
    with tempfile.TemporaryDirectory() as folder:
        parts = [entry for entry in package.namelist() if entry.endswith(".xml") and "/" not in entry]
        for entry in parts:
            package.extract(entry, folder)
        got = subprocess.run(["jing", "-i", "-c", schema_path(), *(os.path.join(folder, entry) for entry in parts)],
                             capture_output=True, text=True, check=False)
        if got.returncode:
            yield from ["schema: " + line.replace(folder + "/", "") for line in got.stdout.splitlines()[:10]] or ["schema: " + got.stderr]


def check_schemas(paths):
    """The faults of many files, by their paths: the schema is read once for all of them. Nothing where there is none."""
    found = {}
    if not has_schema():
        return found
    with tempfile.TemporaryDirectory() as folder:
        parts = {}
        for i, path in enumerate(paths):
            with zipfile.ZipFile(path) as package:
                for entry in package.namelist():
                    if entry.endswith(".xml") and "/" not in entry:
                        part_path = os.path.join(folder, f"{i}-{entry}")
                        with open(part_path, "wb") as out:
                            out.write(package.read(entry))
                        parts[part_path] = path
        listed = list(parts)
        for start in range(0, len(listed), 500):
            got = subprocess.run(["jing", "-i", "-c", schema_path(), *listed[start:start + 500]], capture_output=True, text=True, check=False)
            if got.returncode and not got.stdout:
                raise OSError(got.stderr)
            for line in got.stdout.splitlines():
                found.setdefault(parts.get(line.split(":")[0], "?"), []).append("schema: " + line.replace(folder + "/", ""))
    return found


def check_styles(content, styles):
    known = {"paragraph": set(), "text": set(), "table": set(), "table-row": set(), "table-column": set(),
             "table-cell": set(), "graphic": set()}
    for tree in (content, styles):
        for style in tree.iter(name("style:style")):
            known[style.get(name("style:family"))].add(style.get(name("style:name")))
    for element in content.iter():
        for attribute, families in ((name("text:style-name"), ("paragraph", "text")), (name("draw:style-name"), ("graphic",)),
                                    (name("table:style-name"), ("table", "table-row", "table-column", "table-cell"))):
            used = element.get(attribute)
            if used and element.tag != name("text:list") and not any(used in known[family] for family in families):
                yield f"the style {used} does not exist"
    for style in content.iter(name("style:style")):
        if style.get(name("style:family")) in ("paragraph", "text"):
            yield f"{style.get(name('style:name'))} formats text outside the named styles"


def check_reading(package, content, styles):
    meta = ET.fromstring(package.read("meta.xml"))
    if not (meta.findtext(".//dc:title", "", NAMESPACES) or "").strip():
        yield "no title"
    if not (meta.findtext(".//dc:language", "", NAMESPACES) or "").strip():
        yield "no language in the properties"
    if not any(e.get(name("fo:language")) for e in styles.iter()):
        yield "no language in the styles"
    level = 0
    for heading in content.iter(name("text:h")):
        now = int(heading.get(name("text:outline-level")))
        if now > level + 1:
            yield f"a heading of level {now} after one of {level}"
        if not "".join(heading.itertext()).strip():
            yield "an empty heading"
        level = now
    for table in content.iter(name("table:table")):
        label = table.get(name("table:name"))
        header = table.find("table:table-header-rows", NAMESPACES)
        if header is None:
            yield f"{label} has no header row"
        elif any(e.get(name("table:number-columns-spanned")) for e in header.iter()):
            yield f"{label} has a merged cell in its header row"
    for frame in content.iter(name("draw:frame")):
        if not frame.findtext("svg:title", "", NAMESPACES).strip() or not frame.findtext("svg:desc", "", NAMESPACES).strip():
            yield f"{frame.get(name('draw:name'))} lacks its title or description"
        for image in frame.iter(name("draw:image")):
            if image.get(name("xlink:href")) not in package.namelist():
                yield f"{image.get(name('xlink:href'))} is missing"
    words = "".join(content.itertext())
    if re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]", words):
        yield "control characters in the text"
    for bad in ("(null)", "%s", "%d", "@TITLE@", "@FOOTER@"):
        if bad in words:
            yield f"the text holds {bad}"


def check(path, schema=True):
    """The faults of the file at `path`; `schema` false leaves the slow part out."""
    try:
        with zipfile.ZipFile(path) as package:
            faults = list(check_package(path, package))
            content = ET.fromstring(package.read("content.xml"))
            styles = ET.fromstring(package.read("styles.xml"))
            faults += check_styles(content, styles)
            faults += check_reading(package, content, styles)
            if schema and has_schema():
                faults += check_schema(package)
            return faults
    except (zipfile.BadZipFile, KeyError, OSError, ET.ParseError) as error:
        return [f"cannot be read: {error}"]


if __name__ == "__main__":
    STATUS = 0
    for argument in sys.argv[1:]:
        for fault in check(argument):
            print(f"{argument}: {fault}")
            STATUS = 1
    sys.exit(STATUS)
