# SPDX-License-Identifier: GPL-3.0-or-later
"""forms fill: official PDFs with values in them; other programs are the judges."""
import json
import pathlib
import subprocess
import unittest

from program import CommandTest, run
from test_inspect import small

WIDGET = "<< /Type /Annot /Subtype /Widget /F 4 "
BLANK = small("4 0 R 5 0 R 6 0 R 7 0 R", [
    WIDGET + "/FT /Tx /T (name) /Rect [72 600 300 620] >>",
    WIDGET + "/FT /Tx /T (code) /MaxLen 4 /Rect [72 560 300 580] >>",
    WIDGET + "/FT /Btn /T (married) /Rect [72 530 84 542] /AP << /N << /Yes 8 0 R >> >> >>",
    WIDGET + "/FT /Tx /Ff 4096 /T (note) /Rect [72 400 300 500] >>",
    "<< /Type /XObject /Subtype /Form /BBox [0 0 12 12] /Length 0 >>\nstream\n\nendstream"],
    "/OpenAction << /S /JavaScript /JS (x) >>")
SIGNED = small("4 0 R 5 0 R", [
    WIDGET + "/FT /Tx /T (name) /Rect [72 600 300 620] >>",
    WIDGET + "/FT /Sig /T (sign) /V << /Type /Sig /Contents <00> >> /Rect [72 560 300 580] >>"])
FLAT = small("", ["<< >>"])
VALUES = "name: 张伟 Zhang\ncode: 京A12\nmarried: yes\nnote: 家住上海市徐汇区。\n"


def text(pdf: pathlib.Path, *arguments: str) -> str:
    return subprocess.run(["pdftotext", *arguments, pdf, "-"], capture_output=True, check=True).stdout.decode()


def accepted_by_qpdf(pdf: pathlib.Path) -> bool:
    return subprocess.run(["qpdf", "--check", pdf], capture_output=True, check=False).returncode == 0


class Fill(CommandTest):
    def fill(self, blank: bytes, values: str, *more, map_text: str | None = None):
        arguments = ["forms", "fill", self.put("blank.pdf", blank), "--data", self.put("values.yaml", values),
                     "-o", self.folder / "out.pdf", *more]
        if map_text is not None:
            arguments += ["--map", self.put("map.yaml", map_text)]
        return run(*arguments)

    @property
    def out(self) -> pathlib.Path:
        return self.folder / "out.pdf"

    def refused(self, ended, code: int, *expected: str):
        self.assertEnds(ended, code)
        for one in expected:
            self.assertIn(one, ended.err)
        self.assertNotIn("out.pdf", self.names())

    def test_flat_is_the_default_and_leaves_no_field(self):
        ended = self.fill(BLANK, VALUES)
        self.assertEnds(ended, 0)
        self.assertIn("left out: scripts", ended.err)
        self.assertIn("the fields have become print", ended.err)
        self.assertTrue(accepted_by_qpdf(self.out))
        read = text(self.out)
        # Poppler takes the quarter em between Chinese and Latin for a space.
        for value in ("张伟 Zhang", "京 A12", "家住上海市徐汇区。"):
            self.assertIn(value, read)
        self.assertEqual(self.out.stat().st_mode & 0o777, 0o600)
        self.assertEqual(run("forms", "inspect", self.out, "--json").out.strip(), "[]")
        fonts = subprocess.run(["pdffonts", self.out], capture_output=True, check=True).stdout.decode()
        self.assertEqual([line.split()[-5:-2] for line in fonts.splitlines()[2:]], [["yes", "yes", "yes"]])
        first = self.out.read_bytes()
        self.assertEnds(self.fill(BLANK, VALUES), 0)
        self.assertEqual(self.out.read_bytes(), first)

    def test_fillable_keeps_the_fields(self):
        self.assertEnds(self.fill(BLANK, VALUES, "--fillable"), 0)
        self.assertTrue(accepted_by_qpdf(self.out))
        fields = json.loads(run("forms", "inspect", self.out, "--json").out)
        self.assertEqual([field["name"] for field in fields], ["name", "code", "married", "note"])
        self.assertIn("张伟 Zhang", text(self.out))

    def test_report(self):
        values = "name: " + "上海市徐汇区" * 30 + "\nmarried: no\nnote: " + "家" * 60 + "\n"
        ended = self.fill(BLANK, values, "--json", "-q")
        self.assertEnds(ended, 0)
        self.assertEqual(ended.err, "")
        report = json.loads(ended.out)
        self.assertEqual(list(report), ["file", "sha256", "pages", "fillable", "fields", "missing", "left_out",
                                        "read_back", "program"])
        self.assertEqual([(one["name"], one["step"], one["continuation"]) for one in report["fields"]],
                         [("name", "continued", 1), ("married", "fits", None), ("note", "fits", None)])
        self.assertEqual(report["left_out"], ["scripts", "fields"])
        self.assertEqual(report["pages"], 2)
        self.assertNotIn("徐汇", ended.out)
        self.assertIn("见附页第 1 条", text(self.out, "-l", "1"))
        sheet = "".join(text(self.out, "-f", "2").split())
        self.assertIn("上海市徐汇区" * 30, sheet)

    def test_wrong_input_writes_nothing(self):
        self.refused(self.fill(BLANK, "nmae: x\n"), 2, "M010", "values.yaml:1:1", "did you mean 'name'?")
        self.refused(self.fill(BLANK, "code: '12345'\n"), 2, "M012")
        self.refused(self.fill(BLANK, "married: perhaps\n"), 2, "M011")
        self.refused(self.fill(BLANK, "name: {a: b}\n"), 2, "M013")
        self.refused(self.fill(BLANK, 'name: "\\uE000"\n'), 5, "G001", "values.yaml:1:7")
        self.refused(self.fill(b"no PDF", VALUES), 2, "F030")
        self.refused(self.fill(BLANK, VALUES, map_text="fields:\n  - {field: nmae, value: name}\n"), 4, "M002",
                     "map.yaml:2:5")
        self.refused(self.fill(BLANK, VALUES, "--flatten", "--fillable"), 2)

    def test_values_are_not_quoted_in_logs(self):
        ended = self.fill(BLANK, "married: 张伟\n")
        self.assertNotIn("张伟", ended.err)
        self.assertIn("张伟", self.fill(BLANK, "married: 张伟\n", "--show-values").err)

    def test_a_signature_goes_only_when_somebody_says_so(self):
        self.refused(self.fill(SIGNED, "name: x\n"), 2, "M015", "--drop-signature")
        ended = self.fill(SIGNED, "name: x\n", "--drop-signature")
        self.assertEnds(ended, 0)
        self.assertIn("left out: the signature", ended.err)

    def test_a_flat_form_by_millimetres(self):
        map_text = ("fields:\n  - {value: n, at: {page: 1, x: 20, y: 30, width: 60, height: 8}}\n"
                    "  - {choice: m, at: {page: 1, x: 20, y: 50, width: 4, height: 4}}\n"
                    "  - {value: untold, at: {page: 1, x: 20, y: 60, width: 60, height: 8}}\n")
        ended = self.fill(FLAT, "n: 张伟\nm: yes\n", map_text=map_text)
        self.assertEnds(ended, 3)
        self.assertIn("nobody told 'untold'", ended.err)
        box = text(self.out, "-x", "56", "-y", "85", "-W", "171", "-H", "23", "-r", "72")
        self.assertEqual(box.strip(), "张伟")

    def test_a_proof_numbers_every_box_and_lists_it(self):
        blank = self.put("blank.pdf", BLANK)
        self.assertEnds(run("forms", "proof", blank, "-o", self.out), 0)
        self.assertTrue(accepted_by_qpdf(self.out))
        form, sheet = text(self.out, "-l", "1"), text(self.out, "-f", "2", "-layout")
        for number in "1234":
            self.assertRegex(form, rf"(?m)^\s*{number}\s*$")
        self.assertIn("样值 Sample", form)
        rows = [line.split() for line in sheet.splitlines()]
        self.assertIn(["2", "p.", "1", "text", "code", "≤4"], rows)
        self.assertIn(["3", "p.", "1", "checkbox", "married", "Yes"], rows)
        self.assertEqual(run("forms", "inspect", self.out, "--json").out.strip(), "[]")

    def test_another_blank_is_refused_until_it_is_accepted(self):
        map_text = "# ours\nfields:\n  - {field: name, value: name}\n"
        ended = self.fill(BLANK, VALUES, "--accept", map_text=map_text)
        self.assertEnds(ended, 0)
        kept = (self.folder / "map.yaml").read_text()
        self.assertTrue(kept.startswith(map_text))
        self.assertEnds(self.fill(BLANK, VALUES, map_text=kept), 0)
        self.out.unlink()
        moved = BLANK.replace(b"/T (code) /MaxLen 4 /Rect [72 560 300 580]",
                              b"/T (cade) /MaxLen 4 /Rect [72 560 300 580]").replace(
                                  b"[72 400 300 500]", b"[72 300 300 400]")
        ended = self.fill(moved, VALUES, map_text=kept)
        self.refused(ended, 4, "M005", "renamed: 'code' is now 'cade'", "moved: 'note'")
        self.assertEqual((self.folder / "map.yaml").read_text(), kept)
        self.assertEnds(self.fill(moved, VALUES, "--accept", map_text=kept), 0)
        self.assertEnds(self.fill(moved, VALUES, map_text=(self.folder / "map.yaml").read_text()), 0)


if __name__ == "__main__":
    unittest.main()
