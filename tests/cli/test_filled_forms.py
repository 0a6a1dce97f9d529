# SPDX-License-Identifier: GPL-3.0-or-later
"""forms fill on real official forms (tests/forms/README.md): MuPDF and qpdf look at what was made."""
import json
import os
import pathlib
import unittest

import official
import yaml
from program import SOURCE, CommandTest, run

FORMS = SOURCE / "tests/forms"
OTHERS = pathlib.Path(os.environ["TONGXING_FORMS"]) / "real"
# Blanks that may not be kept here, by their names in that folder.
ELSEWHERE = {
    "b106c": "amsclark+docassemble-BankruptcyClinic__form_b_106c.pdf",
    "b106ef": "amsclark+docassemble-BankruptcyClinic__form_b106ef.pdf",
    "ccap": "codeforamerica+shiba__ccap-body.pdf",
    "f1040": "codeforamerica+vita-min__TY2020Form1040.pdf",
    "id39r": "codeforamerica+vita-min__idform39r-TY2023.pdf",
    "indigency": "tjdaley+docassemble-us-tx-family__US-TX-SCOT-DIV-01.02_Affidavit_Indigency.pdf",
    "nj2450": "codeforamerica+vita-min__nj2450-TY2024.pdf",
    "turned": "qpdf+qpdf__overlay-copy-annotations.pdf",
}
YES, NO = {"yes", "true", "on"}, {"no", "false", "off"}
LEAST_DARK = 8  # pixels of a mark
DARKER = 48     # of 255: ink that was not there


class Answer:
    """An entry of a map with its value, as somebody reads it who knows docs/FIELD_MAPS.md."""

    def __init__(self, entry: dict, data, blank: official.Blank):
        self.name = entry.get("field", "")
        self.is_choice = "choice" in entry
        self.value = resolve(data, entry["choice"] if self.is_choice else entry["value"])
        self.widgets = blank.widgets[self.name] if self.name else [official.Widget(place(entry), [])]
        if self.is_choice and self.value is not None:
            self.value = entry.get("options", {}).get(self.value, self.value)
        self.stood = blank.values.get(self.name) not in (None, "/Off", "u:")
        is_button = any(widget.states for widget in self.widgets) or not self.name
        self.text = "" if self.is_choice and is_button else self.value or ""

    def is_on(self, widget: official.Widget) -> bool:
        """Whether this box is to be marked."""
        plain = self.value.lower()
        if not widget.states or (len(self.widgets) == 1 and plain in YES | NO):
            return plain in YES
        states = {state.strip().lower() for state in widget.states}
        return plain in states or any(plain in words and states & words for words in (YES, NO))


def resolve(data, path: str):
    for key in path.split("."):
        data = data[int(key)] if isinstance(data, list) else data.get(key)
        if data is None:
            return None
    return data


def place(entry: dict) -> official.Box:
    at = {key: float(number) for key, number in entry["at"].items()}
    left, top = at["x"] / 25.4 * 72, at["y"] / 25.4 * 72
    return official.Box(int(at["page"]) - 1, left, top, left + at["width"] / 25.4 * 72,
                        top + at["height"] / 25.4 * 72)


def without_space(text: str) -> str:
    return "".join(text.split())


class FilledForm(CommandTest):
    name = ""

    def setUp(self):
        super().setUp()
        self.source = OTHERS / ELSEWHERE[self.name] if self.name in ELSEWHERE else (
            FORMS / self.name / "blank.pdf")
        if not self.source.exists() and os.environ.get("CI") != "true":
            self.skip(f"cli.filled_forms {self.name}", "TONGXING_FORMS_DIR does not hold its blank")
        self.map = FORMS / self.name / "map.yaml"
        self.data = FORMS / self.name / "data.yaml"
        self.blank = official.Blank(self.source)
        data = yaml.load(self.data.read_text(), yaml.BaseLoader)
        entries = yaml.load(self.map.read_text(), yaml.BaseLoader)["fields"]
        self.answers = [answer for answer in (Answer(entry, data, self.blank) for entry in entries)
                        if answer.value is not None]

    def fill(self, name: str, *options) -> pathlib.Path:
        out = self.folder / name
        ended = run("forms", "fill", self.source, "--data", self.data, "--map", self.map, "-o", out,
                    *options)
        self.assertEqual(ended.code, 0, ended)
        self.assertEqual(official.run("qpdf", "--check", out).returncode, 0)
        return out

    def check(self):
        self.assertGreaterEqual(len(self.answers), 15)
        pages = sorted({widget.box.page for answer in self.answers for widget in answer.widgets})
        before = official.characters(self.source)
        pictures = official.pictures(self.source, pages, self.folder)
        by_name = any(answer.name for answer in self.answers)
        for options in [[], ["--fillable"]] if by_name else [[]]:
            made = self.fill("made.pdf", *options)
            self.check_characters(before, official.characters(made))
            self.check_ink(pictures, official.pictures(made, pages, self.folder))
            if options:
                self.check_values(official.Blank(made))
            else:
                self.check_nothing_left(made)
                self.assertEqual(made.read_bytes(), self.fill("again.pdf").read_bytes())

    def check_characters(self, before, after):
        """In each box stands its value, and nothing else that was not there."""
        for answer in self.answers:
            for widget in answer.widgets:
                box = widget.box
                old = [char for char in before[box.page] if box.holds(char.x, char.y)]
                new = []
                for char in after[box.page]:
                    if not box.holds(char.x, char.y):
                        continue
                    stood = [other for other in old if char.same(other)]
                    if stood:
                        old.remove(stood[0])
                    else:
                        new.append(char.code)
                self.assertEqual("".join(new), without_space(answer.text), (answer.name, box))

    def check_ink(self, before, after):
        """Every mark stands in its box, no box is marked beside, and all ink is in boxes."""
        for page, old in before.items():
            new = after[page]
            self.assertEqual(old[:2], new[:2])
            darker = darkened(old, new)
            boxes = [(answer, widget) for answer in self.answers for widget in answer.widgets
                     if widget.box.page == page]
            empty = [pair for pair in boxes if not pair[0].text and not pair[0].is_on(pair[1])]
            for answer, widget in boxes:
                if (answer, widget) in empty:
                    continue
                inside = dots_in(darker, widget.box)
                if not answer.stood:
                    self.assertGreaterEqual(len(inside), LEAST_DARK, (answer.name, widget))
                darker -= inside
            for answer, widget in empty:  # its frame may be drawn anew
                self.assertFalse(dots_in(darker, widget.box.middle(), 0), (answer.name, widget))
                darker -= dots_in(darker, widget.box)
            for box in self.blank.buttons:
                darker -= dots_in(darker, box) if box.page == page else set()
            self.assertFalse(darker, (page, sorted(darker)[:5]))

    def check_nothing_left(self, path: pathlib.Path):
        view = json.loads(official.run("qpdf", "--json", path).stdout)
        self.assertFalse(view["acroform"]["hasacroform"])
        for number, entry in view["qpdf"][1].items():
            value = entry.get("value", entry.get("stream", {}).get("dict"))
            if isinstance(value, dict):
                self.assertNotEqual(value.get("/Subtype"), "/Widget", number)
                self.assertFalse({"/FT", "/AcroForm", "/XFA"} & set(value), number)

    def check_values(self, filled: official.Blank):
        for answer in self.answers:
            if not answer.name:
                continue
            states = [state for widget in answer.widgets if answer.is_on(widget)
                      for state in widget.states]
            is_button = any(widget.states for widget in answer.widgets)
            expected = f"/{(states or ['Off'])[0]}" if is_button else f"u:{answer.text}"
            self.assertEqual(filled.values[answer.name], expected, answer.name)


def darkened(old, new) -> set[tuple[int, int]]:
    """The dots that are darker than they were."""
    width, height, _ = old
    found = set()
    for y in range(height):
        a, b = (samples[y * width:(y + 1) * width] for samples in (old[2], new[2]))
        if a != b:
            found |= {(x, y) for x in range(width) if a[x] - b[x] > DARKER}
    return found


def dots_in(dots: set[tuple[int, int]], box: official.Box,
            slack: float = 1.0) -> set[tuple[int, int]]:
    scale = 72 / official.DOTS
    return {(x, y) for x, y in dots if box.holds((x + 0.5) * scale, (y + 0.5) * scale, slack)}


def load_tests(_loader, _tests, _pattern):
    """One test for each folder of tests/forms."""
    suite = unittest.TestSuite()
    names = sorted(path.parent.name for path in FORMS.glob("*/map.yaml"))
    for name in names:
        kind = type(f"Filled_{name}", (FilledForm,), {"name": name, f"test_{name}": FilledForm.check})
        suite.addTest(kind(f"test_{name}"))
    return suite


if __name__ == "__main__":
    unittest.main()
