# SPDX-License-Identifier: GPL-3.0-or-later
"""french.py CATALOGUE OUT.h: the French of what tables name (labels of fields and choices, yes and no, headings),
as pairs in the order of the English."""
import ast
import re
import sys

# Where those labels stand in the sources.
PLACES = re.compile(r"^#:.*\bsrc/(?:model/copil-(?:kinds[a-z-]*|value)|table/copil-import-headings)\.c\b", re.M)


def text(entry, word):
    found = re.search(rf'^{word} ((?:"(?:[^"\\]|\\.)*"\s*)+)', entry, re.M)
    return "".join(ast.literal_eval(part) for part in re.findall(r'"(?:[^"\\]|\\.)*"', found[1])) if found else ""


def main():
    with open(sys.argv[1], encoding="utf-8") as catalogue:
        entries = catalogue.read().split("\n\n")
    pairs = {}
    for entry in entries:
        if not PLACES.search(entry) or re.search(r"^#,.*(fuzzy|c-format)|^msgid_plural|^msgctxt", entry, re.M):
            continue
        english, french = text(entry, "msgid"), text(entry, "msgstr")
        if english and french:
            pairs[english] = french
    if not pairs:
        sys.exit(f"{sys.argv[1]}: no label is translated")
    with open(sys.argv[2], "w", encoding="utf-8") as out:
        out.write("/* Made by french.py. */\n")
        for english in sorted(pairs, key=str.encode):
            both = ", ".join('"' + word.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"' for word in (english, pairs[english]))
            out.write(f"{{ {both} }},\n")


main()
