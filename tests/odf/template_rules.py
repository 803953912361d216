#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules by which a model's styles are kept, drawn from the strict ODF 1.3 schema: template_rules.py SCHEMA.rng
prints src/odf/template-rules.txt. With the path of that file as a second word it compares the two and says where they
differ. The schema in RELAX NG's XML form comes from trang; as a test (no word but the file's path) exit status 77
where trang or the schema is missing.

A line "v N EXPRESSION" is a kind of value; a line "e ELEMENT t|- CHILDREN | ATTRIBUTES" is an element, t where it may
hold text, an attribute as NAME=N, with ! after N where it is required."""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

import odfcheck

RNG = "{http://relaxng.org/ns/structure/1.0}"
KEPT = """
style:font-face style:default-style style:style style:paragraph-properties style:text-properties style:graphic-properties
style:table-properties style:table-row-properties style:table-column-properties style:table-cell-properties
style:tab-stops style:tab-stop style:drop-cap style:background-image style:list-level-properties
style:list-level-label-alignment style:page-layout style:page-layout-properties style:footnote-sep style:header-style
style:footer-style style:header-footer-properties style:master-page style:header style:header-left style:header-first
style:footer style:footer-left style:footer-first text:list-style text:list-level-style-number
text:list-level-style-bullet text:list-level-style-image text:p text:h text:span text:s text:tab text:line-break text:list
text:list-item text:list-header text:page-number text:page-count text:title text:subject text:date text:time
table:table table:table-columns table:table-header-columns table:table-column table:table-header-rows
table:table-rows table:table-row table:table-cell table:covered-table-cell draw:frame draw:image draw:text-box draw:line
draw:rect draw:ellipse draw:custom-shape draw:enhanced-geometry draw:equation draw:handle draw:g svg:title svg:desc
draw:gradient draw:hatch draw:fill-image draw:marker draw:stroke-dash draw:opacity number:date-style number:time-style
number:text number:day number:month number:year number:day-of-week number:hours number:minutes number:seconds
number:am-pm number:era number:week-of-year number:quarter
""".split()
# What points elsewhere, or names a thing that others may name too.
DROPPED = {"xml:id", "draw:id", "text:id", "xhtml:about", "xhtml:content", "xhtml:datatype", "xhtml:property", "draw:master-page-name",
           "table:protection-key", "table:protection-key-digest-algorithm", "draw:caption-id", "draw:nav-order",
           "text:cond-style-name", "draw:class-names", "presentation:class-names", "presentation:style-name",
           "text:class-names", "style:page-usage-next", "table:formula", "draw:start-shape", "draw:end-shape",
           "style:percentage-data-style-name", "table:database-display", "draw:chain-next-name", "draw:text-path"}
DROPPED_ON = {("style:style", "style:master-page-name"), ("style:style", "style:data-style-name"), ("style:master-page", "draw:style-name"), ("style:style", "style:auto-update")}
TYPES = {
    "string": r"[\s\S]*", "token": r"[\s\S]*", "integer": r"[-+]?\d+", "nonNegativeInteger": r"\+?\d+",
    "positiveInteger": r"\+?0*[1-9]\d*", "double": r"[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?", "decimal": r"[-+]?(\d+(\.\d*)?|\.\d+)",
    "date": r"-?\d{4,}-\d\d-\d\d", "dateTime": r"-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?", "time": r"\d\d:\d\d:\d\d(\.\d+)?",
    "duration": r"-?P(\d+Y)?(\d+M)?(\d+D)?(T(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?", "anyURI": r"[^\s<>\"{}|\\^`]*",
    "NCName": r"[\p{L}_][\p{L}\p{N}\p{M}._\-·]*", "ID": r"[\p{L}_][\p{L}\p{N}\p{M}._\-]*", "IDREF": r"[\p{L}_][\p{L}\p{N}\p{M}._\-]*",
    "IDREFS": r"[\p{L}_][\p{L}\p{N}\p{M}._\- ]*", "QName": r"([\p{L}_][\p{L}\p{N}._\-]*:)?[\p{L}_][\p{L}\p{N}._\-]*",
    "language": r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*", "base64Binary": r"[A-Za-z0-9+/=\s]*", "unsignedShort": r"\+?\d{1,5}",
}


CLASSES = (RNG + "name", RNG + "anyName", RNG + "nsName")


def names(node):
    """The names an element or attribute may have: its own, or those of its name class."""
    if node.get("name"):
        return [node.get("name")]
    # A choice that comes first is a class of names if it holds nothing else.
    first = node[0]
    return [name.text for name in first.iter(RNG + "name")] if first.tag == RNG + "choice" else []


class Schema:
    def __init__(self, path):
        self.defines = {}
        root = ET.parse(path).getroot()
        for node in list(root.iter()):
            for child in [child for child in node if not child.tag.startswith(RNG)]:
                node.remove(child)
        for define in root.iter(RNG + "define"):
            self.defines.setdefault(define.get("name"), []).extend(define)
        self.elements, self.values = {}, {}

    def expression(self, node, deep=()):
        """The regular expression of an attribute's value."""
        tag = node.tag[len(RNG):]
        parts = lambda: [self.expression(child, deep) for child in node]
        if tag == "ref":
            return self.choice([self.expression(child, deep) for child in self.defines[node.get("name")]])
        if tag == "choice":
            return self.choice(parts())
        if tag == "value":
            return re.sub(r"([][\\.^$*+?(){}|/])", r"\\\1", node.text or "")
        if tag == "data":
            pattern = node.find(f"{RNG}param[@name='pattern']")
            if pattern is not None:
                return "(?:" + pattern.text.replace("$", r"\$").replace(r"\i", r"[\p{L}_:]").replace(r"\c", r"[\p{L}\p{N}._:\-]") + ")"
            return TYPES[node.get("type")]
        if tag == "list":
            return r"\s*" + r"\s+".join(parts()) + r"\s*"
        if tag in ("oneOrMore", "zeroOrMore"):
            inner = "".join(parts())
            return rf"(?:{inner}(?:\s+{inner})*)" + ("?" if tag == "zeroOrMore" else "")
        if tag == "optional":
            return "(?:" + "".join(parts()) + ")?"
        if tag == "group":
            return r"\s+".join(parts())
        if tag == "text":
            return TYPES["string"]
        if tag == "empty":
            return ""
        raise ValueError(tag)

    @staticmethod
    def choice(parts):
        parts = list(dict.fromkeys(parts))
        return parts[0] if len(parts) == 1 else "(?:" + "|".join(parts) + ")"

    def walk(self, node, rule, required, seen):
        """What a pattern allows inside its element."""
        tag = node.tag[len(RNG):]
        if tag == "ref":
            # Every way to an attribute counts, but a pattern that holds itself is read once.
            if node.get("name") not in seen:
                for child in self.defines[node.get("name")]:
                    self.walk(child, rule, required, seen | {node.get("name")})
        elif tag == "element":
            rule["children"].update(name for name in names(node) if name in KEPT)
        elif tag == "attribute":
            value = [child for child in (node if node.get("name") else node[1:]) if child.tag not in CLASSES]
            one = self.choice([self.expression(child) for child in value]) if value else TYPES["string"]
            for name in names(node):
                known = rule["attributes"].setdefault(name, [[], required])
                if one not in known[0]:
                    known[0].append(one)
                known[1] = known[1] or required
        elif tag == "text":
            rule["text"] = True
        else:
            inner = required and tag not in ("optional", "choice", "zeroOrMore")
            for child in node:
                self.walk(child, rule, inner, seen)

    def read(self):
        for nodes in self.defines.values():
            for node in nodes:
                for element in node.iter(RNG + "element"):
                    for name in names(element):
                        if name not in KEPT:
                            continue
                        rule = self.elements.setdefault(name, {"children": set(), "attributes": {}, "text": False})
                        for child in element if element.get("name") else element[1:]:
                            if child.tag not in CLASSES:
                                self.walk(child, rule, True, frozenset())

    def lines(self):
        self.read()
        out = []
        for name in sorted(self.elements):
            rule = self.elements[name]
            attributes = []
            for attribute, (parts, required) in sorted(rule["attributes"].items()):
                if attribute in DROPPED or attribute.startswith("presentation:") or (name, attribute) in DROPPED_ON:
                    continue
                number = self.values.setdefault(self.choice(parts), len(self.values))
                attributes.append(f"{attribute}={number}{'!' if required else ''}")
            out.append(f"e {name} {'t' if rule['text'] else '-'} {' '.join(sorted(rule['children']))} | {' '.join(attributes)}")
        values = [f"v {number} {value}" for value, number in self.values.items()]
        head = ["# What is kept of a model's styles. Drawn from the strict schema of ODF 1.3 by tests/odf/template_rules.py."]
        return head + values + out


def main():
    if len(sys.argv) == 2 and sys.argv[1].endswith(".rng"):
        print("\n".join(Schema(sys.argv[1]).lines()))
        return 0
    if not shutil.which("trang") or not odfcheck.schema_path():
        print("trang or the schema is not installed")
        return 77
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "odf.rng")
        subprocess.run(["trang", odfcheck.schema_path(), path], check=True)
        wanted = Schema(path).lines()
    with open(sys.argv[1], encoding="utf-8") as file:
        found = file.read().splitlines()
    for line in sorted(set(wanted) ^ set(found)):
        print("differs:", line[:160])
    return 0 if wanted == found else 1


if __name__ == "__main__":
    sys.exit(main())
