# SPDX-License-Identifier: GPL-3.0-or-later
"""Our own forms: list, show, and blanks to fill in, read with qpdf and filled in with MuPDF."""
import json
import os
import pathlib
import shutil
import subprocess
import unittest

from program import CommandTest, run

BUILD = pathlib.Path(os.environ["TONGXING_BUILD"])
FILLED = ("text", "comb", "number", "date", "choice", "choices")  # by the family; the rest is printed, or signed by hand
COMB, MULTILINE, RADIO = 1 << 24, 1 << 12, 1 << 15


def told(*command) -> str:
    return subprocess.run(command, check=True, capture_output=True, timeout=120).stdout.decode()


class Blank:
    """The form in a PDF, as qpdf sees it."""

    def __init__(self, path: pathlib.Path):
        read = json.loads(told("qpdf", "--json", "--json-key=acroform", "--json-key=qpdf",
                               str(path)))
        objects = read["qpdf"][1]
        self.form = read["acroform"]
        self.fields = self.form["fields"]  # one for each widget, in page order
        self.widget = {each["annotation"]["object"]: objects["obj:" + each["annotation"]["object"]]
                       ["value"] for each in self.fields}

    def of(self, name: str) -> list[dict]:
        return [each for each in self.fields if each["fullname"] == name]

    def entry(self, field: dict, key: str):
        return self.widget[field["annotation"]["object"]].get(key)


def asked(form: dict) -> list[dict]:
    return [field for page in form["pages"] for section in page["sections"]
            for field in section["fields"] if field["kind"] in FILLED]


def named(question: dict) -> list[str]:
    """The fields of one question, in the order of reading."""
    name, names = question["name"], []
    if question["kind"] == "date":
        return [f"{name}.{part}" for part in ("year", "month", "day")]
    if question["kind"] != "choices":
        names.append(name)
    for option in question.get("options", []):
        if question["kind"] == "choices":
            names.append(f"{name}.{option['is']}")
        if "text" in option:
            names.append(option["text"]["name"])
    return names


class Forms(CommandTest):
    def ids(self) -> list[str]:
        return [form["id"] for form in json.loads(run("forms", "list", "--json").out)]

    def show(self, form: str) -> dict:
        ended = run("forms", "show", form, "--json")
        self.assertEnds(ended, 0)
        return json.loads(ended.out)

    def blank(self, form: str, *options) -> pathlib.Path:
        file = self.folder / f"{form}.pdf"
        self.assertEnds(run("forms", "show", form, "-o", file, *options), 0)
        return file

    def test_list(self):
        forms = {form["id"]: form for form in json.loads(run("forms", "list", "--json").out)}
        self.assertEqual((forms["FORM-CN"]["zh"], forms["FORM-CN"]["pages"]),
                         ("中国公民出入境证件申请表", 2))
        for form in forms.values():
            self.assertTrue(form["sources"], form)
        english = run("forms", "list")
        self.assertEnds(english, 0)
        self.assertIn("FORM-CN  Application for exit-entry documents", english.out)
        self.assertIn("中国公民出入境证件申请表", run("--ui-lang", "zh", "forms", "list").out)

    def test_show(self):
        form = self.show("form-cn")
        fields = {field["name"]: field for field in asked(form)}
        self.assertEqual(fields["applicant.national_id"]["max_length"], 18)
        self.assertEqual([option["is"] for option in fields["applicant.sex"]["options"]],
                         ["male", "female"])
        self.assertEqual(fields["guardian2.name"]["zh"], "姓名")
        text = run("forms", "show", "FORM-CN")
        self.assertEnds(text, 0)
        for words in ("page 2", "guardian 1", "applicant.birth_date", "male | female",
                      "form-cn-fields"):
            self.assertIn(words, text.out)

    def test_a_form_that_is_not_there(self):
        ended = run("forms", "show", "FORM-CM", "-o", self.folder / "x.pdf")
        self.assertEnds(ended, 2)
        self.assertIn("U007", ended.err)
        self.assertIn("FORM-CN", ended.err)
        self.assertEqual(self.names(), [])

    def test_every_question_is_a_field(self):
        for id in self.ids():
            with self.subTest(id):
                form, blank = self.show(id), Blank(self.blank(id))
                self.assertFalse(blank.form["needappearances"])
                questions = asked(form)
                # Names are those of the values, each once; those of other fields are not there.
                names = list(dict.fromkeys(each["fullname"] for each in blank.fields))
                self.assertEqual(names, [name for question in questions for name in named(question)])
                for question in questions:
                    self.check(blank, question)

    def check(self, blank: Blank, question: dict):
        fields = blank.of(question["name"])
        if question["kind"] == "choices":  # a box for each
            for option in question["options"]:
                field, = blank.of(f"{question['name']}.{option['is']}")
                self.assertTrue(field["ischeckbox"], field)
                self.assertEqual(blank.entry(field, "/AP")["/N"].keys() - {"/Off"}, {"/" + option["is"]})
                self.assertIn(option["zh"], field["alternativename"])
            return
        if question["kind"] == "date":  # year, month and day before what is printed
            for part, length, zh in (("year", 4, "年"), ("month", 2, "月"), ("day", 2, "日")):
                field, = blank.of(f"{question['name']}.{part}")
                self.assertTrue(field["istext"], field)
                self.assertEqual(blank.entry(field, "/MaxLen"), length)
                self.assertIn("：" + zh, field["alternativename"])
            return
        if question["kind"] == "choice":
            self.assertEqual([blank.entry(field, "/AP")["/N"].keys() - {"/Off"}
                              for field in fields],
                             [{"/" + option["is"]} for option in question["options"]])
            # One or none of them: one field, each option a button of it.
            self.assertEqual(len({field["object"] for field in fields}), len(fields))
            for field, option in zip(fields, question["options"]):
                self.assertTrue(field["isradiobutton"] and field["fieldflags"] & RADIO, field)
                self.assertIn(option["zh"], blank.entry(field, "/TU"))
                self.assertIn(option["en"], blank.entry(field, "/TU"))
            return
        self.assertEqual(len(fields), 1, question)
        field = fields[0]
        self.assertTrue(field["istext"], field)
        # Both languages, for whoever hears or hovers.
        chinese, english = field["alternativename"].split(" / ", 1)
        self.assertIn(question["zh"], chinese)
        self.assertIn(question["en"], english)
        self.assertEqual(bool(field["fieldflags"] & COMB), question["kind"] == "comb")
        self.assertEqual(blank.entry(field, "/MaxLen"), question.get("max_length"))
        self.assertEqual(bool(field["fieldflags"] & MULTILINE), question.get("lines", 1) > 1)

    def test_fields_follow_each_other_as_they_are_read(self):
        blank = Blank(self.blank("FORM-CN"))
        page, last_middle, last_left = 0, 0.0, 0.0
        for field in blank.fields:
            left, bottom, _, top = blank.entry(field, "/Rect")
            middle = (bottom + top) / 2
            if field["pageposfrom1"] != page:
                self.assertEqual(field["pageposfrom1"], page + 1)
                page = field["pageposfrom1"]
            elif abs(middle - last_middle) < 12:  # points: in one row, from left to right
                self.assertGreater(left, last_left, field["fullname"])
            elif left <= last_left:  # else the top of the cell to the right of several lines
                self.assertLess(middle, last_middle, field["fullname"])
            last_middle, last_left = middle, left

    def test_judges(self):
        for id in self.ids():
            with self.subTest(id):
                file = self.blank(id)
                check = subprocess.run(["qpdf", "--check", file], capture_output=True, check=False)
                self.assertEqual((check.returncode, b"WARNING" in check.stdout + check.stderr),
                                 (0, False), check)
                structure = subprocess.run([BUILD / "tests/tools/check_structure", file],
                                           capture_output=True, check=False)
                self.assertEqual((structure.returncode, structure.stdout), (0, b""), structure)
                fonts = told("pdffonts", str(file)).splitlines()[2:]
                self.assertTrue(fonts and all("yes yes yes" in line for line in fonts), fonts)
                self.assertIn("AcroForm", told("pdfinfo", str(file)))
                tree = told("pdfinfo", "-struct", str(file))
                self.assertIn("Form", tree)

    def test_equal_bytes_and_the_other_paper(self):
        first = self.blank("FORM-CN").read_bytes()
        self.assertEqual(first, self.blank("FORM-CN").read_bytes())
        self.assertIn("595.276 x 841.89", told("pdfinfo", str(self.folder / "FORM-CN.pdf")))
        self.assertIn("612 x 792", told("pdfinfo", str(self.blank("FORM-CN", "--paper", "letter"))))

    def test_chinese_that_is_typed_is_seen(self):
        if shutil.which("mutool") is None:
            self.skip("cli.forms mutool", "no mutool")
        script = self.put("fill.js", """
            var pdf = new PDFDocument(scriptArgs[0]);
            for (var i = 0; i < pdf.countPages(); ++i)
              pdf.loadPage(i).getWidgets().forEach(function (widget) {
                if (widget.getFieldType() == "text" && /姓名/.test(widget.getLabel()))
                  widget.setTextValue("欧阳䶮婷 O’Brien");
                if (widget.getFieldType() == "radiobutton" && /：女 /.test(widget.getLabel()))
                  widget.toggle();
              });
            pdf.save(scriptArgs[1], "");
        """)
        filled = self.folder / "filled.pdf"
        told("mutool", "run", str(script), str(self.blank("FORM-CN")), str(filled))
        values = {each["fullname"]: each["value"] for each in Blank(filled).fields}
        self.assertEqual(values["applicant.name.zh"], "u:欧阳䶮婷 O’Brien")
        self.assertEqual(values["applicant.sex"], "/female")
        self.assertEqual(self.ink(self.folder / "FORM-CN.pdf", "applicant.name.zh"), 0)
        self.assertGreater(self.ink(filled, "applicant.name.zh"), 200)

    def test_poppler_types_in_our_typeface(self):
        python = "/usr/bin/python3"  # Debian's, which has the modules that Debian brings
        script = self.put("fill.py", """
import sys
import gi
gi.require_version("Poppler", "0.18")
from gi.repository import Poppler
pdf = Poppler.Document.new_from_file("file://" + sys.argv[1], None)
for number in range(pdf.get_n_pages()):
    for place in pdf.get_page(number).get_form_field_mapping():
        if place.field.get_name() == "applicant.name.zh":
            place.field.text_set_text("欧阳䶮婷 O’Brien")
pdf.save("file://" + sys.argv[2])
""")
        try:
            told(python, "-c", "import gi; gi.require_version('Poppler', '0.18')")
        except (OSError, subprocess.CalledProcessError):
            self.skip("cli.forms poppler", "no python3-gi with gir1.2-poppler-0.18")
        blank, filled = self.blank("FORM-CN"), self.folder / "filled.pdf"
        told(python, str(script), str(blank), str(filled))
        self.assertIn("欧阳䶮婷 O’Brien", told("pdftotext", str(filled), "-"))
        self.assertGreater(self.ink(filled, "applicant.name.zh"), 200)
        # Nothing was added: it is shown in the typeface that the blank brought along.
        self.assertEqual(told("pdffonts", str(filled)), told("pdffonts", str(blank)))

    def ink(self, file: pathlib.Path, name: str) -> int:
        """Dark pixels that MuPDF draws in a field of page 1."""
        left, bottom, right, top = Blank(file).entry(Blank(file).of(name)[0], "/Rect")
        picture = subprocess.run(["mutool", "draw", "-q", "-F", "pgm", "-r", "72", "-o", "-", file,
                                  "1"], check=True, capture_output=True, timeout=120).stdout
        kind, size, _, samples = picture.split(b"\n", 3)
        self.assertEqual(kind, b"P5")
        width, height = map(int, size.split())
        rows = [samples[y * width + int(left) + 1:y * width + int(right)]
                for y in range(round(height - top), round(height - bottom))]
        return sum(sample < 128 for row in rows for sample in row)


if __name__ == "__main__":
    unittest.main()
