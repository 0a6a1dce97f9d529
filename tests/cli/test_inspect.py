# SPDX-License-Identifier: GPL-3.0-or-later
"""forms inspect: what it says of official PDFs, and of what is none."""
import json
import pathlib
import subprocess
import unittest

import program
from program import SOURCE, CommandTest, run

KEYS = ["name", "type", "pages", "options", "max_length", "comb", "multiline", "required", "read_only",
        "tooltip", "rects_mm"]


def small(fields: str, objects: list[str], catalog: str = "") -> bytes:
    """A PDF of one page; object 4 and what follows are given."""
    objects = [f"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [{fields}] >> {catalog} >>",
               "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
               f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 720 720] /Annots [{fields}] >>", *objects]
    data, places = b"%PDF-1.7\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{text}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    return data + (f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\n"
                   f"startxref\n{len(data)}\n%%EOF\n").encode()


WIDGET = "<< /Type /Annot /Subtype /Widget "
BLANK = small("4 0 R 5 0 R", [
    WIDGET + "/FT /Tx /T (name) /TU <FEFF59D3540D> /Ff 16777218 /MaxLen 9 /V (Wang)"
             " /Rect [72 576 216 648] >>",
    WIDGET + "/FT /Ch /Ff 131073 /T <FEFF0061001B005B00330031006D0062009B>"
             " /Opt [[(CN) (China)] (other)] /Rect [0 0 72 72] >>"])


class Inspect(CommandTest):
    def test_json_is_as_promised(self):
        ended = run("forms", "inspect", self.put("blank.pdf", BLANK), "--json")
        self.assertEnds(ended, 0)
        name, choice = json.loads(ended.out)
        self.assertEqual(name, {
            "name": "name", "type": "text", "pages": [1], "options": [], "max_length": 9, "comb": True,
            "multiline": False, "required": True, "read_only": False, "tooltip": "姓名",
            "rects_mm": [[25.4, 25.4, 50.8, 25.4]]})
        self.assertEqual(list(name), KEYS)
        self.assertEqual(choice["type"], "combo")
        self.assertEqual(choice["options"], ["CN", "other"])
        self.assertTrue(choice["read_only"])
        self.assertIsNone(choice["max_length"])
        self.assertEqual(self.names(), ["blank.pdf"])

    def test_for_people(self):
        blank = self.put("blank.pdf", BLANK)
        ended = run("forms", "inspect", blank)
        self.assertEnds(ended, 0)
        self.assertEqual(ended.out.splitlines(), [
            "page 1",
            "  text       name      at most 9, one character a cell, must be filled in",
            "             姓名",
            "  combo      a [31mb   cannot be changed",
            "             = CN  China",
            "             = other",
            "2 fields, 1 pages"])
        self.assertNotIn("Wang", ended.out + ended.err)
        self.assertIn("第 1 页", run("--ui-lang", "zh", "forms", "inspect", blank).out)

    def test_no_fields_is_an_empty_list_and_a_sentence(self):
        empty = self.put("empty.pdf", small("", []))
        ended = run("forms", "inspect", empty, "--json")
        self.assertEnds(ended, 0)
        self.assertEqual(json.loads(ended.out), [])
        self.assertIn("no fields", ended.err)
        self.assertEqual(run("forms", "inspect", empty, "--json", "-q").err, "")

    def test_oddities_are_told(self):
        for words, catalog, extra in (
                ("signature", "", "/FT /Sig /V << /Type /Sig >>"),
                ("scripts", "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>", "/FT /Tx"),
                ("other files inside", "/AF [ << /EF << >> >> ]", "/FT /Tx")):
            data = small("4 0 R", [WIDGET + f"{extra} /T (a) /Rect [0 0 9 9] >>"], catalog)
            ended = run("forms", "inspect", self.put("odd.pdf", data), "--json")
            self.assertEnds(ended, 0)
            self.assertIn(words, ended.err)

    def test_passwords(self):
        blank = self.put("blank.pdf", BLANK)
        for user, code in (("", 0), ("secret", 2)):
            locked = self.folder / "locked.pdf"
            subprocess.run(["qpdf", "--encrypt", user, "owner", "256", "--modify=none", "--", blank,
                            locked], check=True)
            ended = run("forms", "inspect", locked, "--json")
            self.assertEnds(ended, code)
            self.assertIn("F032" if code else "encrypted", ended.err)
            if not code:
                self.assertEqual(ended.out, run("forms", "inspect", blank, "--json").out)

    def test_object_streams(self):
        blank, packed = self.put("blank.pdf", BLANK), self.folder / "packed.pdf"
        subprocess.run(["qpdf", "--object-streams=generate", blank, packed], check=True)
        self.assertEqual(run("forms", "inspect", packed, "--json").out,
                         run("forms", "inspect", blank, "--json").out)

    def test_refusals(self):
        dynamic = small("", ["<< /Length 0 >>\nstream\n\nendstream"]).replace(
            b"/Fields []", b"/XFA 4 0 R")
        for name, data, code in (("text.pdf", "family: wang\n", "F030"), ("empty.pdf", "", "F030"),
                                 ("cut.pdf", BLANK[:60], "F031"), ("xfa.pdf", dynamic, "F036")):
            ended = run("forms", "inspect", self.put(name, data), "--json")
            self.assertEnds(ended, 2)
            self.assertIn(code, ended.err)
            self.assertIn(name, ended.err)
        self.assertIn("F001", run("forms", "inspect", self.folder / "none.pdf").err)
        self.assertEnds(run("forms", "inspect"), 2)

    def test_without_its_helper_nothing_is_read(self):
        copy = self.folder / "tongxing"
        copy.write_bytes(pathlib.Path(program.PROGRAM).read_bytes())
        copy.chmod(0o755)
        self.addCleanup(setattr, program, "PROGRAM", program.PROGRAM)
        program.PROGRAM = str(copy)
        for name in ("templates", "forms", "fonts"):
            (self.folder / name).symlink_to(SOURCE / name)
        ended = run("forms", "inspect", self.put("blank.pdf", BLANK))
        self.assertEnds(ended, 7)
        self.assertIn("F034", ended.err)


if __name__ == "__main__":
    unittest.main()
