# SPDX-License-Identifier: GPL-3.0-or-later
"""A convention of 500 pages as .txt, .odt, .docx and .pdf: how long Copil reads and understands it, against what else reads such a
file, and how much memory each takes; then how well Copil understands the conventions that are at hand.

    bench_text.py COPIL BENCH-TEXT MEASURE
"""
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from xml.sax.saxutils import escape

HERE = os.path.dirname(os.path.abspath(__file__))
SHARED = os.path.join(HERE, "../../../shared")
CONVENTIONS = os.path.join(HERE, "../fixtures/conventions")
ROUNDS = 3
SIZE = 1_700_000  # bytes: 500 pages of 3 400 letters
MOST_SECONDS = 1.0
MOST_MEMORY = 128  # MB
MOST_OF_PDFTOTEXT = 3.0

WHO = ["La Ville", "Le Lycée", "L’Atelier", "Les parties", "Chacune des parties", "La Ville et le Lycée"]
DOES = ["s’engage à accueillir", "veille à préparer", "mobilisera", "met à disposition", "pourra proposer", "prend en charge", "organise chaque année",
        "désigne", "contribue à financer", "assure"]
DOES_SEVERAL = ["s’engagent à accueillir", "veillent à préparer", "mobiliseront", "mettent à disposition", "pourront proposer", "organisent chaque année"]
WHAT = ["{n} stagiaires des classes de troisième d’ici le 30 juin 20{y}", "une visite de chaque atelier pour les nouveaux enseignants",
        "un tuteur par service et son suppléant", "{n} heures de formation aux gestes du métier", "les salles et le matériel dont les séances ont besoin",
        "deux forums par an où les familles rencontrent les artisans", "un livret que l’élève tient tout au long de son parcours",
        "le transport des élèves qui habitent loin des ateliers", "{n} places d’apprentis à l’horizon 20{y}"]
SAYS = ["Le bilan de l’année passée a montré que les élèves connaissaient mal ces métiers.", "Cette action s’adresse aux classes de la quatrième à la terminale.",
        "Les enseignants qui le souhaitent y sont associés dès la préparation.", "Un relevé en est fait au comité de suivi.",
        "Le calendrier tient compte des vacances et des examens.", "Les dépenses se répartissent comme il est dit en annexe."]
TITLES = ["Faire connaître les métiers", "Accueillir des stagiaires", "Former les enseignants", "Accompagner les familles", "Ouvrir les ateliers",
          "Préparer l’apprentissage", "Équiper les plateaux", "Suivre les anciens élèves"]


def make():
    """The convention as a list of (kind, text): "title", "heading", "measure", "text", "item"."""
    dice = random.Random(2024)

    def what():
        return dice.choice(WHAT).format(n=dice.randrange(20, 900, 10), y=dice.randrange(26, 32))

    def sentence():
        who = dice.choice(WHO)
        does = dice.choice(DOES_SEVERAL if who.startswith("Les") or " et " in who else DOES)
        return f"{who} {does} {what()}."
    lines = [("title", "Convention de partenariat"), ("text", "Entre"),
             ("text", "La ville de Brume, 1 place du Puits, 29000 Brume, représentée par Mme Rose Aubier, maire, ci-après dénommée « la Ville »,"),
             ("text", "et"),
             ("text", "Le lycée des Trois Ponts, 4 quai du Moulin, 29000 Brume, représenté par M. Paul Hamel, proviseur, ci-après dénommé « le Lycée »,"),
             ("text", "L’association L’Atelier du Bois, 9 rue des Copeaux, 29000 Brume, représentée par sa présidente, ci-après dénommée « l’Atelier »,"),
             ("text", "Il est convenu ce qui suit :"), ("heading", "Article 1 – Objet"), ("text", "La présente convention fixe le cadre de la coopération.")]
    size, article = 0, 1
    while size < SIZE:
        article += 1
        new = [("heading", f"Article {article} – {dice.choice(TITLES)}")]
        for measure in range(1, dice.randrange(3, 7)):
            new.append(("measure", f"{article}.{measure} {dice.choice(TITLES)}"))
            for _ in range(dice.randrange(2, 5)):
                new.append(("text", " ".join(dice.choice([sentence(), dice.choice(SAYS)]) for _ in range(dice.randrange(2, 6)))))
            new.append(("text", f"{dice.choice(WHO[:3])} s’engage à :"))
            new += [("item", f"accueillir {what()} ;") for _ in range(dice.randrange(2, 6))]
        lines += new
        size += sum(len(text.encode()) + 2 for _, text in new)
    return lines + [("heading", f"Article {article + 1} – Durée"), ("text", "Elle est conclue pour une durée de trois ans."),
                    ("text", "Fait à Brume, le 12 mars 2025")]


def write_txt(lines, path):
    with open(path, "w", encoding="utf-8") as file:
        for kind, text in lines:
            file.write(("- " if kind == "item" else "") + text + ("\n" if kind == "item" else "\n\n"))


def write_package(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts:
            package.writestr(name, content)


def write_odt(lines, path):
    spaces = "".join(f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "style", "manifest"))
    body = "".join(f'<text:h text:outline-level="{("title", "heading", "measure").index(kind) + 1}">{escape(text)}</text:h>'
                   if kind in ("title", "heading", "measure") else
                   f"<text:list><text:list-item><text:p>{escape(text)}</text:p></text:list-item></text:list>" if kind == "item" else
                   f"<text:p>{escape(text)}</text:p>" for kind, text in lines)
    text = "application/vnd.oasis.opendocument.text"
    write_package(path, [
        ("mimetype", text),
        ("content.xml", f'<office:document-content{spaces} office:version="1.3"><office:body><office:text>{body}</office:text></office:body>'
                        "</office:document-content>"),
        ("META-INF/manifest.xml", f'<manifest:manifest{spaces} manifest:version="1.3"><manifest:file-entry manifest:full-path="/" '
                                  f'manifest:media-type="{text}"/><manifest:file-entry manifest:full-path="content.xml" '
                                  'manifest:media-type="text/xml"/></manifest:manifest>')])


def write_docx(lines, path):
    word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    styles = {"title": "Titre1", "heading": "Titre2", "measure": "Titre3"}

    def paragraph(kind, text):
        style = f'<w:pStyle w:val="{styles[kind]}"/>' if kind in styles else ""
        listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' if kind == "item" else ""
        return f'<w:p><w:pPr>{style}{listed}</w:pPr><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    write_package(path, [
        ("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
                                'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
         "".join(f'<Override PartName="/word/{name}.xml" ContentType="{main}{kind}+xml"/>' for name, kind in (
             ("document", "document.main"), ("styles", "styles"), ("numbering", "numbering"))) + "</Types>"),
        ("_rels/.rels", '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
                        f'Type="{kinds}/officeDocument" Target="word/document.xml"/></Relationships>'),
        ("word/_rels/document.xml.rels", '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' + "".join(
            f'<Relationship Id="r{i}" Type="{kinds}/{name}" Target="{name}.xml"/>' for i, name in enumerate(("styles", "numbering"))) + "</Relationships>"),
        ("word/styles.xml", f"<w:styles {word}>" + "".join(
            f'<w:style w:type="paragraph" w:styleId="{style}"><w:name w:val="heading {i}"/></w:style>' for i, style in enumerate(styles.values(), 1)) +
         "</w:styles>"),
        ("word/numbering.xml", f'<w:numbering {word}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText '
                               'w:val="•"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'),
        ("word/document.xml", f"<w:document {word}><w:body>{''.join(paragraph(*line) for line in lines)}</w:body></w:document>")])


def run(*command):
    """Seconds of processor time, peak of memory in MB, and what was printed."""
    done = subprocess.run([sys.argv[3], *command], capture_output=True, text=True, errors="replace")
    if done.returncode:
        sys.exit(f"{command}: exit status {done.returncode}\n{done.stderr}")
    seconds, memory = done.stderr.split()[-2:]
    return float(seconds), int(memory) / 1024, done.stdout


class Bench:
    def __init__(self, copil, bench, folder):
        self.copil, self.bench, self.folder = copil, bench, folder
        self.failed = False
        self.office = shutil.which("soffice")

    def path(self, name):
        return os.path.join(self.folder, name)

    def fail_beyond(self, what, value, bound):
        if value > bound:
            self.failed = True
            print(f"  TOO MUCH: {what} {value:.2f}, allowed {bound}")

    def convert(self, path, ending):
        """By LibreOffice; its seconds and memory are those of the program that it starts, where the system tells of it."""
        return run(self.office, f"-env:UserInstallation=file://{self.folder}/profile", "--headless", "--convert-to", ending, "--outdir",
                   self.path("office"), path)

    def measure(self, path):
        """Prints what it takes Copil; returns the seconds."""
        best = None
        for _ in range(ROUNDS):
            _, memory, printed = run(self.bench, path)
            reading, understanding, size, nodes = printed.split()
            seconds = float(reading) + float(understanding)
            if best is None or seconds < best[0]:
                best = seconds, float(reading), float(understanding), memory, int(size), int(nodes)
        seconds, reading, understanding, memory, size, nodes = best
        print(f"{os.path.splitext(path)[1]}, {os.path.getsize(path) / 1e6:.2f} MB on disk, {size / 1e6:.2f} MB of text: {seconds:.2f} s (allowed "
              f"{MOST_SECONDS:.0f}), {reading:.2f} s to read it and {understanding:.2f} s to understand {nodes} things in it; {memory:.0f} MB of memory "
              f"(allowed {MOST_MEMORY})")
        self.fail_beyond("memory", memory, MOST_MEMORY)
        self.fail_beyond("nothing understood", 5000, nodes)
        return seconds, reading

    def compare(self, name, ours, *command):
        seconds, memory = min(run(*command)[:2] for _ in range(ROUNDS))
        print(f"  {name}: {seconds:.2f} s, {memory:.0f} MB; ratio {ours / seconds:.2f}")
        return ours / seconds

    def speed(self):
        lines = make()
        text, odt, docx = self.path("long.txt"), self.path("long.odt"), self.path("long.docx")
        write_txt(lines, text)
        write_odt(lines, odt)
        write_docx(lines, docx)
        pandoc = shutil.which("pandoc")
        for path, part in ((text, None), (odt, "content.xml"), (docx, "word/document.xml")):
            ours, reading = self.measure(path)
            self.fail_beyond("seconds", ours, MOST_SECONDS)
            if part and shutil.which("xmllint"):
                with zipfile.ZipFile(path) as package, open(self.path("part.xml"), "wb") as file:
                    file.write(package.read(part))
                self.compare("xmllint, which only parses the part, against reading alone", reading, "xmllint", "--noout", self.path("part.xml"))
            if pandoc:
                self.compare("pandoc to plain text", ours, pandoc, "-t", "plain", "-o", self.path("plain.txt"), path)
            if self.office and part:
                seconds, memory, _ = self.convert(path, "txt:Text")
                print(f"  LibreOffice to plain text, once: {seconds:.1f} s, {memory:.0f} MB; ratio {ours / seconds:.2f}")
        self.speed_of_pdf(odt)
        made = self.path("long.copil")
        seconds, memory, _ = run(self.copil, "new", made, "--from", text)
        print(f"copil new --from .txt, the file and its records written: {seconds:.2f} s, {memory:.0f} MB")

    def speed_of_pdf(self, odt):
        if not self.office or not shutil.which("pdftotext"):
            self.failed = True
            print("No LibreOffice or no pdftotext: nothing said about .pdf")
            return
        self.convert(odt, "pdf")
        path = self.path("office/long.pdf")
        pages = re.search(r"Pages:\s*(\d+)", subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout).group(1)
        print(f"The same as LibreOffice prints it, on {pages} pages:")
        ours, reading = self.measure(path)
        self.fail_beyond("seconds to understand", ours - reading, MOST_SECONDS)
        ratio = self.compare("pdftotext -layout", ours, "pdftotext", "-layout", path, self.path("plain.txt"))
        self.fail_beyond("ratio", ratio, MOST_OF_PDFTOTEXT)

    def understand(self):
        """How well the conventions at hand are understood."""
        tool = os.path.join(SHARED, "tools/score-import")
        if os.path.exists(tool):
            print("Real conventions: " + run(tool, self.copil)[2].strip().splitlines()[-1])
        golds = sorted(name for name in os.listdir(CONVENTIONS) if name.endswith(".json")) if os.path.isdir(CONVENTIONS) else []
        if not golds:
            return
        sys.path.insert(0, os.path.join(HERE, "../text"))
        import scoring
        results = []
        for name in golds:
            stem = name[:-len("json")]
            text = next(stem + ending for ending in ("txt", "md", "odt", "docx", "pdf") if os.path.exists(os.path.join(CONVENTIONS, stem + ending)))
            made = self.path(stem + "copil")
            run(self.copil, "new", made, "--from", os.path.join(CONVENTIONS, text))
            with open(os.path.join(CONVENTIONS, name), encoding="utf-8") as file:
                results.append(scoring.score(json.loads(run(self.copil, "show", made, "--json")[2]), json.load(file)))
        print(scoring.line(f"{len(results)} conventions made for the tests", scoring.total(results)))


def main():
    with tempfile.TemporaryDirectory(prefix="copil-bench-") as folder:
        os.environ["XDG_STATE_HOME"] = folder
        os.environ["LC_ALL"] = "C.UTF-8"
        bench = Bench(*sys.argv[1:3], folder)
        bench.speed()
        bench.understand()
    sys.exit(bench.failed)


main()
