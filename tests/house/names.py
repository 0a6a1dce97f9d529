#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A name in an unnamed namespace stands in one file of its module, and hides nothing that the module's
headers declare. The sanitizers' builds, and all tests, compile several files at once
(CMAKE_UNITY_BUILD), where two that are alike are an error; this says it in a second."""

import re
import sys
from pathlib import Path


def name_of(line):
    """The name that a line at column 0 declares, or None."""
    kind = re.match(r"(?:struct|class|enum class|enum|union) (\w+)\b(?!.*\()", line)
    if kind:
        return kind[1]
    if not re.match(r"[A-Za-z]", line) or re.match(r"[A-Z_0-9]+\(|(template|namespace|using|friend)\b", line):
        return None
    depth = 0
    for at, char in enumerate(line):
        depth += (char == "<") - (char == ">")
        if char in "(={;[" and depth == 0:
            head = re.search(r"([\w:]+)\s*$", line[:at])
            if not head or "::" in head[1] or head[1].startswith("operator"):
                return None
            return head[1]
    return None


def hidden(path):
    """name -> line of what the unnamed namespaces of a source hold."""
    found = {}
    inside = False
    for number, line in enumerate(path.read_text().splitlines(), 1):
        if re.match(r"namespace \{", line):
            inside = True
        elif line.startswith("}  // namespace"):
            inside = False
        elif inside or line.startswith("static "):
            name = name_of(line.removeprefix("static "))
            if name:
                found.setdefault(name, number)
    return found


def borrowed(path):
    """(name, from where, line) of each `using from::name;` of a source."""
    for number, line in enumerate(path.read_text().splitlines(), 1):
        if found := re.match(r"using ([\w:]+)::(\w+);", line):
            yield found[2], found[1], number


def types(path):
    """The types that a header declares; a function of one name may have many."""
    return re.findall(r"^(?:struct|class|enum class|enum|union) (\w+)", path.read_text(), re.M)


def clashes(folder):
    owners, places = {}, {}
    for header in sorted(folder.glob("*.h")):
        for name in types(header):
            owners.setdefault(name, header.name)
    for source in sorted(folder.glob("*.cc")):
        for name, place, number in borrowed(source):
            if (first := places.setdefault(name, place)) != place:
                yield f"{source}:{number}: '{name}' is that of {first} in another file: write {place}::{name} here"
        for name, number in hidden(source).items():
            owner = owners.setdefault(name, source.name)
            if owner != source.name:
                yield f"{source}:{number}: '{name}' stands in {owner} too: another name, or one place for both"


def main():
    root = Path(sys.argv[1])
    folders = [*root.glob("src/*"), *root.glob("tests/unit/*"), root / "tests/tools/check"]
    wrong = [text for folder in sorted(folders) for text in clashes(folder)]
    print("\n".join(wrong) or f"{len(folders)} modules")
    sys.exit(bool(wrong))


main()
