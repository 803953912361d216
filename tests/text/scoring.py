# SPDX-License-Identifier: GPL-3.0-or-later
"""How well a convention's text was understood: what `copil show --json` prints, held against what a person read in it.

The person's reading is an object: signed, duration_months, renewal (with renewal_also: what can be defended too), notice_months, parties
[{name, short, side}], axes [{number, heading, measures [{number, heading, engagements [{starts_with, parties}]}]}]. A measure without number and
heading holds what stands right under the axis; "tous" stands for every party. "tolerated"
are first words of what need not be found, and is no fault.
"""
import difflib
import re
import unicodedata

KEYS = ("axes", "measures", "recall", "precision", "parties", "facts")


def plain(text):
    text = unicodedata.normalize("NFC", text or "").replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ")
    text = re.sub(r"[*_√✓•◦]|\^\{([^}]*)\}", lambda m: m.group(1) or "", text)
    text = re.sub(r"<[^>]+>", "", text)
    return re.sub(r"\s+", " ", text).strip(" .;:-–—").casefold()


def label(text):
    return re.sub(r"[\s.\-–:]+$", "", re.sub(r"\s*\.\s*", ".", re.sub(r"^(article|art\.?)\s*", "", plain(text)))).replace(" ", "")


def party(text):
    return re.sub(r"^(l'|le |la |les |d'|de |du |des )", "", plain(text))


def same(one, two):
    return difflib.SequenceMatcher(None, plain(one), plain(two)).ratio() > 0.93


def begins(found, wanted):
    """The wanted words begin the found engagement, behind an introduction of at most 200 characters; they may go on into the next sentence."""
    found, wanted = plain(found), plain(wanted)
    return 0 <= found.find(wanted) <= 200 or (len(found) > 20 and wanted.startswith(found + "."))


def score(data, gold, say=lambda sentence: None):
    """Pairs of counts (right, wanted) by KEYS, and how many axes and measures were made up ("extra"); "say" gets a sentence for each fault."""
    axes, extra = data["axes"], 0
    pairs = [(wanted, next((a for a in axes if same(a["title"], wanted["heading"])
                            and (not wanted["number"] or label(a["label"]) == label(wanted["number"]))), None)) for wanted in gold["axes"]]
    found = sum(hit is not None for _, hit in pairs)
    extra += len(axes) - found
    for wanted, hit in pairs:
        if hit is None:
            say(f"axis missing: {wanted['number']} {wanted['heading'][:70]}")
    for axis in axes:
        if not any(hit is axis for _, hit in pairs):
            say(f"axis invented: {axis['label']} {axis['title'][:70]}")
    everyone = {party(p["short"]) for p in gold["parties"]}
    promised = [e for a in gold["axes"] for m in a["measures"] for e in m["engagements"]]
    n_measures = n_matched = n_wanted = n_recalled = n_right = n_given = n_precise = 0
    for wanted, hit in pairs:
        measures = hit["measures"] if hit else []
        named = [m for m in wanted["measures"] if m["number"] or m["heading"]]
        matched = []
        for measure in named:
            one = next((m for m in measures if (not measure["number"] or label(m["label"]) == label(measure["number"]))
                        and (not measure["heading"] or same(m["title"], measure["heading"])) and not any(m is o for o in matched)), None)
            if one is None:
                say(f"measure missing: {measure['number']} {(measure['heading'] or '')[:70]}")
            else:
                matched.append(one)
        for measure in measures:
            if (measure["label"] or measure["title"]) and not any(measure is m for m in matched):
                extra += 1
                say(f"measure invented: {measure['label']} {(measure['title'] or '')[:70]}")
        n_measures += len(named)
        n_matched += len(matched)
        given = [e for m in measures for e in m["engagements"]]
        for engagement in (e for m in wanted["measures"] for e in m["engagements"]):
            n_wanted += 1
            match = next((e for e in given if begins(e["text"], engagement["starts_with"])), None)
            if match is None:
                say(f"engagement missing: {engagement['starts_with'][:80]}")
                continue
            n_recalled += 1
            want = set()
            for name in engagement["parties"]:
                want |= everyone if name == "tous" else {party(name)}
            have = {party(p) for p in match["parties"]}
            right = want == have or (len(have) == len(want) and all(any(w in h or h in w for h in have) for w in want))
            n_right += right
            if not right:
                say(f"parties {sorted(have)} for {sorted(want)}: {engagement['starts_with'][:60]}")
    for engagement in (e for a in axes for m in a["measures"] for e in m["engagements"]):
        n_given += 1
        if any(begins(engagement["text"], g["starts_with"]) for g in promised):
            n_precise += 1
        elif any(begins(engagement["text"], words) for words in gold.get("tolerated", [])):
            n_given -= 1
        else:
            say(f"engagement invented: {engagement['text'][:80]}")
    n_facts = 0
    for key in ("signed", "duration_months", "renewal", "notice_months"):
        want = [gold[key], *gold.get(key + "_also", [])]
        if data["convention"].get(key) in want:
            n_facts += 1
        else:
            say(f"{key}: {data['convention'].get(key)} for {gold[key]}")
    return {"axes": (found, len(gold["axes"])), "measures": (n_matched, n_measures), "recall": (n_recalled, n_wanted),
            "precision": (n_precise, n_given), "parties": (n_right, n_recalled), "facts": (n_facts, 4), "extra": extra}


def line(name, result):
    return f"{name}: " + ", ".join(f"{key} {result[key][0]}/{result[key][1]}" for key in KEYS) + f", made up {result['extra']}"


def total(results):
    """The sum of several results."""
    summed = {key: tuple(sum(r[key][i] for r in results) for i in (0, 1)) for key in KEYS}
    summed["extra"] = sum(r["extra"] for r in results)
    return summed
