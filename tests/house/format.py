#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""clang-format has nothing to change. To mend: clang-format -i FILE..."""
import os
import pathlib
import subprocess
import sys

sys.path.insert(0, os.path.dirname(__file__))
from files import project_files  # noqa: E402

root = pathlib.Path(sys.argv[1])
sources = [str(name) for name in project_files(root) if name.suffix in (".cc", ".h")]
if not sources:
    sys.exit("no sources found")
checked = subprocess.run(["clang-format", "--dry-run", "-Werror", *sources], cwd=root,
                         capture_output=True, text=True)
bad = sorted({line.split(":")[0] for line in checked.stderr.splitlines() if ": error:" in line})
print(*(f"{name}: not as clang-format has it" for name in bad), sep="\n")
sys.exit(checked.returncode)
