#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The house inspector: docs/ARCHITECTURE.md is true, or this test fails.

Held are: every #include "module/..." under src/ against the floor table; the libraries that
CMakeLists.txt gives a module; the folders under src/ against both tables; and outside headers against
the table of doors.
"""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
text = (root / "docs/ARCHITECTURE.md").read_text()
complaints = []


def section(title: str) -> str:
    found = re.search(rf"^## {title}$(.*?)(?=^## |\Z)", text, re.M | re.S)
    if not found:
        sys.exit(f"docs/ARCHITECTURE.md has no section '{title}'")
    return found.group(1)


def table(title: str, column: int) -> dict[str, set[str]]:
    """First cell of each row -> the words in backquotes of the given cell."""
    rows = {}
    for line in section(title).splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        name = re.fullmatch(r"`([^`]+)`", cells[0])
        if line.startswith("|") and name:
            rows[name.group(1)] = set(re.findall(r"`([^`]+)`", cells[column]))
    return rows


floors = table("The floors", 2)
coming = table("Floors to come", 2)
doors = table("The doors", 1)
if not floors or not doors:
    sys.exit("docs/ARCHITECTURE.md: a table is empty")

sources = sorted(path for path in (root / "src").rglob("*") if path.suffix in (".h", ".cc"))
folders = {path.relative_to(root / "src").parts[0] for path in sources if path.parent.name != "src"}

for folder in sorted(folders - floors.keys() - coming.keys()):
    complaints.append(f"src/{folder}/ has no row in the floor table")
for module, allowed in (floors | coming).items():
    for unknown in sorted(allowed - floors.keys() - coming.keys()):
        complaints.append(f"floor table, {module}: there is no module {unknown}")

for path in sources:
    where = path.relative_to(root)
    module = where.parts[1] if len(where.parts) > 2 else "app"  # main.cc stands on the porch
    allowed = (floors | coming).get(module, set()) | {module}
    content = path.read_text()
    for number, line in enumerate(content.splitlines(), 1):
        inside = re.match(r'\s*#\s*include\s*"([^"/]+)/', line)
        if inside and inside.group(1) not in allowed:
            complaints.append(f"{where}:{number}: {module} may not include {inside.group(1)}/")
        if re.match(r'\s*#\s*include\s*"[^"/]*"', line):
            complaints.append(f"{where}:{number}: an include of ours names its module")
        outside = re.match(r"\s*#\s*include\s*<([^>]+)>", line)
        for door, modules in doors.items():
            if outside and outside.group(1).startswith(door) and module not in modules:
                complaints.append(f"{where}:{number}: {module} may not include <{door}...>")

for module, uses in re.findall(r"tongxing_module\((\w+)(?:\s+USES([\w\s]*?))?(?:\s+LIBRARIES[^)]*)?\)",
                               (root / "CMakeLists.txt").read_text()):
    if module not in floors:
        complaints.append(f"CMakeLists.txt: {module} has no row in the floor table")
        continue
    for extra in sorted(set(uses.split()) - floors[module]):
        complaints.append(f"CMakeLists.txt: {module} uses {extra}, which the floor table forbids")

print(*complaints, sep="\n")
sys.exit(bool(complaints))
