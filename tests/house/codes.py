#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every code that the program can give has its page in templates/explain.yaml."""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
EXPLAIN = root / "templates/explain.yaml"

pages = re.findall(r"^([A-Z][\w-]*):$", EXPLAIN.read_text(), re.M)
used: dict[str, str] = {}
for path in sorted((root / "src").rglob("*")):
    if path.suffix in (".cc", ".h"):
        text = re.sub(r"//[^\n]*", "", path.read_text())
        for code in re.findall(r'"([A-Z][0-9]{3}|W-[A-Z0-9-]+)"', text):
            used.setdefault(code, str(path.relative_to(root)))
for path in sorted((root / "templates").rglob("*.yaml")):
    if path != EXPLAIN:
        text = re.sub(r"(?:^|\s)#[^\n]*", "", path.read_text())
        for code in re.findall(r"\bW-[A-Z0-9]+(?:-[A-Z0-9]+)*", text):
            used.setdefault(code, str(path.relative_to(root)))

if not used or not pages:
    sys.exit("no codes or no pages found")
complaints = [f"{where}: {code} has no page in explain.yaml"
              for code, where in sorted(used.items()) if code not in pages]
complaints += [f"explain.yaml: {code} stands twice" for code in pages if pages.count(code) > 1]
complaints += [f"explain.yaml: nothing gives {code} any more" for code in pages
               if code not in used and not code.startswith("W-")]
print(*complaints, sep="\n")
sys.exit(bool(complaints))
