# SPDX-License-Identifier: GPL-3.0-or-later
"""The real window on a large file: how long it takes to open, what it reads, what keeps its main loop, its memory.

    harness.py bench_window.py COPIL PROBE.so MAKE-LARGE SMALL.copil

The program is driven from within by the probe. Prints ratios of the large file to the small one, from one run.
"""
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from harness import Copil

ROUNDS = 9
OPENING_BOUND = 1.5
MEMORY_BOUND_MIB = 200
# GTK makes widgets for some 200 rows around those on screen, and asks for their rows. Another filter reads the first
# keys, then has all of them from a thread; GTK asks again for what stands around the screen each time they come.
ROWS_AT_ONCE = 210
ROWS_OF_A_FILTER = 400 + 5 * ROWS_AT_ONCE


def run(copil, probe, path, open_only):
    """The figures by step: (shown, blocked, rows, sql, statement, resident); and the memory."""
    with tempfile.TemporaryDirectory(prefix="copil-bench-") as folder:
        report = os.path.join(folder, "report")
        file = os.path.join(folder, "convention.copil")
        shutil.copyfile(path, file)
        os.sync()
        app = Copil(copil, [file], environment={"COPIL_PROBE": report, "LD_PRELOAD": probe})
        app.environment["COPIL_PROBE_START"] = repr(time.clock_gettime(time.CLOCK_MONOTONIC))
        if open_only:
            app.environment["COPIL_PROBE_OPEN_ONLY"] = "1"
        done = subprocess.run([app.binary] + app.arguments, env=app.environment, timeout=180, capture_output=True)
        shutil.rmtree(app.home, ignore_errors=True)
        assert done.returncode == 0, done.stderr.decode()
        steps, memory = {}, None
        for line in open(report, encoding="utf-8"):
            name, *values = line.rstrip("\n").split("\t")
            if name == "memory":
                memory = [int(value) for value in values]
            else:
                assert values[0] != "not shown", f"{name}: nothing showed"
                shown, blocked, rows, resident, sql, statement = values
                steps[name] = (int(shown) / 1e3, int(blocked) / 1e3, int(rows), int(sql) / 1e3, statement, int(resident))
        return steps, memory


def main():
    copil, probe, make_large, small = sys.argv[1:5]
    failures = []
    with tempfile.TemporaryDirectory(prefix="copil-bench-") as folder:
        large = os.environ.get("COPIL_BENCH_LARGE") or os.path.join(folder, "large.copil")
        if not os.path.exists(large):
            subprocess.run([make_large, large], check=True)
        print(f"The large file: {os.path.getsize(large) / 1e6:.0f} MB; the small one: {os.path.getsize(small) / 1e6:.1f} MB")

        run(copil, probe, small, True)  # warms the caches, starts the accessibility bus
        times = {small: [], large: []}
        for _ in range(ROUNDS):
            for path in (small, large):
                times[path].append(run(copil, probe, path, True)[0]["open"][0])
        # The best of each is what the program costs; the rest is what else the machine was doing.
        few, many = min(times[small]), min(times[large])
        usual = statistics.median(times[large]) / statistics.median(times[small])
        print(f"Opening to the first page: {few:.0f} ms and {many:.0f} ms at best; ratio {many / few:.2f} "
              f"(allowed {OPENING_BOUND}); of the medians {usual:.2f}")
        if many / few > OPENING_BOUND:
            failures.append("opening")

        runs = {path: [run(copil, probe, path, False) for _ in range(3)] for path in (small, large)}
        print(f"{'':22}{'shown after, ms':>24}{'loop blocked, ms':>20}{'rows':>8}{'MiB':>6}  longest statement of the main thread")
        for step in runs[large][0][0]:
            figures = {path: [steps[step] for steps, _ in runs[path]] for path in runs}
            shown, blocked = ({path: statistics.median(f[i] for f in figures[path]) for path in figures} for i in (0, 1))
            worst = max(figures[large], key=lambda figure: figure[3])
            rows = max(figure[2] for figure in figures[large])
            ratio = shown[large] / shown[small]
            print(f"{step:22}{shown[small]:8.0f}{shown[large]:8.0f}{ratio:8.2f}"
                  f"{blocked[small]:10.1f}{blocked[large]:10.1f}{rows:8}{worst[5]:6}  {worst[3]:.1f} ms {worst[4][:100] if worst[3] > 2 else ''}")
            if step.startswith("scroll to") and rows > ROWS_AT_ONCE:
                failures.append(f"{step}: {rows} rows read")
            if step in ("search", "filter by status", "sort by text") and rows > ROWS_OF_A_FILTER:
                failures.append(f"{step}: {rows} rows read")
        for path, name in ((small, "small"), (large, "large")):
            peak, resident, proportional = (statistics.median(m[i] for _, m in runs[path]) / 1024 for i in range(3))
            print(f"Memory after all pages, {name} file: {resident:.0f} MiB resident, peak {peak:.0f} MiB, "
                  f"proportional {proportional:.0f} MiB (allowed {MEMORY_BOUND_MIB} resident)")
            if peak > MEMORY_BOUND_MIB:
                failures.append(f"memory of the {name} file")
    for failure in failures:
        print("Beyond what is allowed: " + failure)
    sys.exit(bool(failures))


main()
