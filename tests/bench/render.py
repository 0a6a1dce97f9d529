# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole processes of `tongxing render`, first run each, nothing cached by the program.

    python3 tests/bench/render.py build/release/tongxing [RUNS]

Prints wall and CPU milliseconds and peak memory; asserts nothing. The target on the reference
machine is under 150 ms and 100 MB for the Miller sample.
"""
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

SAMPLES = pathlib.Path(__file__).resolve().parents[2] / "samples"


def once(program: str, profile: pathlib.Path, out: str) -> tuple[float, float, int]:
    start = time.perf_counter()
    process = subprocess.Popen([program, "render", profile, "-o", out, "--force", "-q"])
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) not in (0, 3):
        raise SystemExit(f"{profile}: exit {os.waitstatus_to_exitcode(status)}")
    return wall * 1e3, (used.ru_utime + used.ru_stime) * 1e3, used.ru_maxrss


def main() -> None:
    program = sys.argv[1]
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 15
    print(f"{'sample':<26}{'wall ms: min median max':>26}{'CPU ms: median':>18}{'peak MB':>9}{'kB':>7}")
    with tempfile.TemporaryDirectory() as folder:
        for profile in sorted(SAMPLES.glob("*/profile.yaml")):
            name = profile.parent.name
            out = os.path.join(folder, name)
            os.makedirs(out)
            seen = [once(program, profile, out) for _ in range(runs)]
            wall = sorted(each[0] for each in seen)
            size = sum(file.stat().st_size for file in pathlib.Path(out).iterdir()) / 1024
            print(f"{name:<26}{wall[0]:>10.0f}{statistics.median(wall):>8.0f}{wall[-1]:>8.0f}"
                  f"{statistics.median(each[1] for each in seen):>18.0f}"
                  f"{max(each[2] for each in seen) / 1024:>9.0f}{size:>7.0f}")


if __name__ == "__main__":
    main()
