# SPDX-License-Identifier: GPL-3.0-or-later
"""The engagements of a large file as a spreadsheet, against the floor: libxml2's writer and libzip on the same bytes.

    bench_export.py COPIL ODS-FLOOR MAKE-LARGE
"""
import os
import shutil
import subprocess
import sys
import tempfile

ROUNDS = 3
BOUND = 2.0


def run(*command):
    """Seconds of processor time that the command took: neighbours on the machine do not lengthen them much."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command}: exit status {process.returncode}")
    return usage.ru_utime + usage.ru_stime


def main():
    copil, floor, make_large = sys.argv[1:4]
    with tempfile.TemporaryDirectory(prefix="copil-bench-") as folder:
        os.environ["XDG_STATE_HOME"] = folder
        large = os.environ.get("COPIL_BENCH_LARGE") or os.path.join(folder, "large.copil")
        if not os.path.exists(large):
            run(make_large, large)
        ods, csv = os.path.join(folder, "engagements.ods"), os.path.join(folder, "engagements.csv")
        ours, bare = [], []
        for _ in range(ROUNDS):
            ours.append(run(copil, "export", "engagements", large, "-o", ods))
            seconds, length = subprocess.run(
                [floor, ods, os.path.join(folder, "floor.zip")], check=True, capture_output=True, text=True).stdout.split()
            bare.append(float(seconds))
        ratio = min(ours) / min(bare)
        print(f"100 000 engagements as .ods: {min(ours):.2f} s for {int(length) / 1e6:.0f} MB of XML; libxml2 and libzip "
              f"alone: {min(bare):.2f} s; ratio {ratio:.2f} (allowed {BOUND})")
        to_csv = run(copil, "export", "engagements", large, "-o", csv)
        print(f"The same as .csv: {to_csv:.2f} s")
        office = shutil.which("soffice")
        if office:
            seconds = run(office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "ods",
                          "--outdir", os.path.join(folder, "office"), csv)
            print(f"LibreOffice, from that .csv: {seconds:.2f} s, {seconds / min(ours):.1f} times ours")
        else:
            print("LibreOffice is not installed")
    sys.exit(ratio > BOUND)


main()
