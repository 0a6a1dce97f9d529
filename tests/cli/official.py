# SPDX-License-Identifier: GPL-3.0-or-later
"""An official form as qpdf and MuPDF see it: its boxes, the characters and the ink on its pages."""
import json
import pathlib
import re
import subprocess
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass

DOTS = 80  # per inch, for pictures
PUSH_BUTTON = 1 << 16


@dataclass
class Box:
    """Points on the page as it is read, origin top left."""
    page: int  # from 0
    left: float
    top: float
    right: float
    bottom: float

    def holds(self, x: float, y: float, slack: float = 1.0) -> bool:
        return (self.left - slack <= x <= self.right + slack
                and self.top - slack <= y <= self.bottom + slack)

    def middle(self) -> "Box":
        """Without a quarter at each side."""
        x, y = (self.right - self.left) / 4, (self.bottom - self.top) / 4
        return Box(self.page, self.left + x, self.top + y, self.right - x, self.bottom - y)


@dataclass
class Widget:
    box: Box
    states: list[str]  # of a button, but for Off


class Blank:
    """The fields of a PDF by name, as qpdf's JSON has them."""

    def __init__(self, path: pathlib.Path):
        view = json.loads(run("qpdf", "--json", path).stdout)
        self.objects = view["qpdf"][1]
        self.pages = [self.frame(page["object"]) for page in view["pages"]]
        self.widgets: dict[str, list[Widget]] = {}
        self.values: dict[str, object] = {}
        self.buttons: list[Box] = []  # push buttons are for the screen
        for field in view["acroform"]["fields"]:
            widget = self.follow(field["annotation"]["object"])
            box = self.seen(field["pageposfrom1"] - 1, widget["/Rect"])
            looks = self.follow(self.follow(widget.get("/AP") or {}).get("/N")) or {}
            states = [key[1:] for key in looks if key != "/Off"] if field["fieldtype"] == "/Btn" else []
            self.widgets.setdefault(field["fullname"], []).append(Widget(box, states))
            self.values[field["fullname"]] = field["value"]
            if field["fieldtype"] == "/Btn" and field["fieldflags"] & PUSH_BUTTON:
                self.buttons.append(box)

    def follow(self, value):
        while isinstance(value, str) and re.fullmatch(r"\d+ \d+ R", value):
            entry = self.objects.get(f"obj:{value}", {})
            value = entry["stream"]["dict"] if "stream" in entry else entry.get("value")
        return value

    def frame(self, number: str) -> dict:
        """The page's own and inherited attributes."""
        page, found = self.follow(number), {}
        while page:
            found = {**page, **found}
            page = self.follow(page.get("/Parent"))
        return found

    def seen(self, index: int, rectangle: list) -> Box:
        page = self.pages[index]
        box = self.follow(page.get("/CropBox") or page["/MediaBox"])
        left, bottom, right, top = (float(number) for number in box)
        x0, y0, x1, y1 = (float(number) for number in self.follow(rectangle))
        turn = page.get("/Rotate", 0) % 360
        corners = [{0: (x - left, top - y), 90: (y - bottom, x - left),
                    180: (right - x, y - bottom), 270: (top - y, right - x)}[turn]
                   for x, y in ((x0, y0), (x1, y1))]
        unit = page.get("/UserUnit", 1)
        xs, ys = ([unit * corner[k] for corner in corners] for k in (0, 1))
        return Box(index, min(xs), min(ys), max(xs), max(ys))


@dataclass
class Character:
    code: str
    x: float
    y: float

    def same(self, other: "Character") -> bool:
        return self.code == other.code and abs(self.x - other.x) + abs(self.y - other.y) < 0.5


def characters(path: pathlib.Path) -> list[list[Character]]:
    """By page, in MuPDF's order, without white space."""
    text = run("mutool", "draw", "-q", "-F", "stext", "-o", "-", path).stdout
    pages = []
    for page in ElementTree.fromstring(re.sub(rb"&#x(0?[0-8BbCcEeFf]|1[0-9A-Fa-f]);", b" ", text)):
        found = []
        for char in page.iter("char"):
            quad = [float(number) for number in char.get("quad").split()]
            if char.get("c").strip():
                found.append(Character(char.get("c"), sum(quad[0::2]) / 4, sum(quad[1::2]) / 4))
        pages.append(found)
    return pages


def pictures(path: pathlib.Path, pages: list[int],
             folder: pathlib.Path) -> dict[int, tuple[int, int, bytes]]:
    """Pages (from 0) in grey: width, height, samples."""
    found = {}
    numbers = ",".join(str(page + 1) for page in pages)
    run("mutool", "draw", "-q", "-r", DOTS, "-F", "pgm", "-o", folder / f"{path.stem}-%d.pgm", path,
        numbers)
    for page in pages:
        content = (folder / f"{path.stem}-{page + 1}.pgm").read_bytes()
        head = re.match(rb"P5\s+(\d+) (\d+)\s+255\s", content)
        found[page] = (int(head[1]), int(head[2]), content[head.end():])
    return found


def run(*command) -> subprocess.CompletedProcess:
    return subprocess.run([str(word) for word in command], capture_output=True, check=True)
