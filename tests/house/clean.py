#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing of a machine stands in the project, and every source file names its licence."""
import os
import pathlib
import re
import socket
import sys

sys.path.insert(0, os.path.dirname(__file__))
from files import project_files  # noqa: E402

root = pathlib.Path(sys.argv[1]).resolve()
complaints = []

# Absolute paths of somebody's machine. Names of system folders that are the same everywhere (/usr,
# /etc, /proc, /dev) are not meant.
machine = re.compile(r"(?<![\w.$}>])/(?:work|root|home|tmp|mnt|Users)/[\w.-]+")
# This very machine, whatever it is called; short and general names would be found in any text, and
# so would a checkout at the top, "/tongxing".
own_names = [name for name in (socket.gethostname(), str(root) if len(root.parts) > 2 else "")
             if len(name) > 5 and name not in ("localhost", "debian")]

SOURCES = {".cc", ".h", ".py", ".sh", ".cmake", ".yaml", ".yml", ".po", ".pot", ".js", ".css"}
# What a person would write, or what is broken on purpose.
INPUTS = ("samples/", "tests/errors/", "tests/cases/", "tests/fuzz/seeds/", "tests/cli/inputs/")


def is_source(name: pathlib.Path, content: str) -> bool:
    if str(name).startswith(INPUTS):
        return False
    return name.suffix in SOURCES or name.name == "CMakeLists.txt" or content.startswith("#!")


for name in project_files(root):
    content = (root / name).read_bytes().decode("utf-8", "replace")
    if "\0" in content:
        continue
    if is_source(name, content):
        first = [line for line in content.splitlines()[:2] if not line.startswith("#!")]
        if not first or "SPDX-License-Identifier: GPL-3.0-or-later" not in first[0]:
            complaints.append(f"{name}: no SPDX line at the top")
    if name.parts[-1] == "clean.py":
        continue
    for number, line in enumerate(content.splitlines(), 1):
        found = machine.search(line)
        if found:
            complaints.append(f"{name}:{number}: path of a machine: {found.group()}")
        for own in own_names:
            if own in line:
                complaints.append(f"{name}:{number}: the name or path of this machine")

print(*complaints, sep="\n")
sys.exit(bool(complaints))
