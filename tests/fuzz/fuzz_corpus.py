# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file that is kept, given to its harness: none is skipped, none ends the harness.

    fuzz_corpus.py CORPUS BUILD NAME...
"""
import os
import subprocess
import sys


def main():
    corpus, build, *names = sys.argv[1:]
    failed = not names
    for name in names:
        folder = os.path.join(corpus, name)
        kept = len(os.listdir(folder)) if os.path.isdir(folder) else 0
        got = subprocess.run([os.path.join(build, "corpus-" + name), folder], capture_output=True, text=True, errors="replace")
        fine = got.returncode == 0 and kept > 0 and got.stdout.strip() == str(kept)
        failed |= not fine
        print(f"{name}: {kept} files" if fine else f"{name}: exit status {got.returncode}, {kept} files are kept\n" + got.stderr[-4000:])
    sys.exit(failed)


main()
