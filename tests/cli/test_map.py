# SPDX-License-Identifier: GPL-3.0-or-later
"""forms map: a first field map of an official form, from what is printed beside its boxes."""
import hashlib
import json
import unittest

import yaml
from program import CommandTest, run
from test_inspect import BLANK, WIDGET, small


def printed(lines: list[tuple[int, int, str]], fields: list[str], page: str = "") -> bytes:
    """A page of 720 points with words at x, y and fields."""
    text = "".join(f"BT /F 10 Tf {x} {y} Td ({words}) Tj ET\n" for x, y, words in lines)
    numbers = " ".join(f"{number} 0 R" for number in range(6, 6 + len(fields)))
    objects = [f"<< /Length {len(text)} >>\nstream\n{text}endstream",
               "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", *fields]
    data = small(numbers, objects)
    return data.replace(b"/Annots", (f"/Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> {page} "
                                     "/Annots").encode())


FORM = printed(
    [(72, 600, "Family name:"), (72, 560, "Date of birth:"), (306, 560, "Passport number:"),
     (72, 520, "Amount due:"), (90, 480, "Male"), (72, 440, "Mother's date of birth:")],
    [WIDGET + f"/FT {kind} /T ({name}) /Rect [{place}] >>" for kind, name, place in (
        ("/Tx /MaxLen 9", "f3", "400 555 500 570"), ("/Tx", "f2", "150 555 300 570"),
        ("/Tx", "f1", "150 595 300 610"), ("/Tx", "f4", "150 515 300 530"),
        ("/Btn /AP << /N << /M << >> >> >>", "sex", "72 478 84 490"),
        ("/Tx", "f5", "200 435 300 450"))])


class Map(CommandTest):
    def test_a_first_map(self):
        form = self.put("I-1.pdf", FORM)
        ended = run("forms", "map", form)
        self.assertEnds(ended, 0)
        found = yaml.safe_load(ended.out)
        self.assertEqual(found["form"], "I-1")
        self.assertEqual(found["fields"], [
            {"field": "f1", "value": "people.applicant.name.latin.surname", "label": "Family name"},
            {"field": "f2", "value": "people.applicant.birth_date", "label": "Date of birth"},
            {"field": "f3", "value": "people.applicant.passports.0.number",
             "label": "Passport number"},
            {"field": "f5", "value": "people.mother.birth_date", "label": "Mother’s date of birth"}])
        self.assertEqual(found["blank"]["sha256"], hashlib.sha256(form.read_bytes()).hexdigest())
        self.assertEqual([field["name"] for field in found["blank"]["fields"]],
                         ["f3", "f2", "f1", "f4", "sex", "f5"])
        comments = [line.strip() for line in ended.out.splitlines() if line.strip().startswith("#")]
        self.assertIn('# - { field: "f4", value: ?, label: "Amount due" }', comments)
        self.assertIn("# text, at most 9: Passport number", comments)
        self.assertIn("# checkbox: Male", comments)
        self.assertEqual(self.names(), ["I-1.pdf"])

    def test_what_was_mapped_can_be_filled(self):
        form = self.put("I-1.pdf", FORM)
        chart = self.put("map.yaml", run("forms", "map", form).out)
        data = self.put("data.json", json.dumps({"people": {
            "applicant": {"name": {"latin": {"surname": "MILLER"}}, "birth_date": "2026-03-08",
                          "passports": [{"number": "E12345678"}]},
            "mother": {"birth_date": "1990-01-02"}}}))
        ended = run("forms", "fill", form, "--data", data, "--map", chart, "-o",
                    self.folder / "filled.pdf")
        self.assertEnds(ended, 0)
        self.assertTrue((self.folder / "filled.pdf").exists())

    def test_turned_pages_are_read_as_they_are_seen(self):
        # On a page turned by 90 degrees words run up the page of the file.
        text = b"BT /F 10 Tf 0 1 -1 0 100 72 Tm (Family name:) Tj ET"
        form = printed([], [WIDGET + "/FT /Tx /T (f1) /Rect [90 150 105 300] >>"], "/Rotate 90")
        form = form.replace(b"<< /Length 0 >>\nstream\nendstream",
                            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text))
        ended = run("forms", "map", self.put("turned.pdf", form))
        self.assertEnds(ended, 0)
        self.assertEqual(yaml.safe_load(ended.out)["fields"], [
            {"field": "f1", "value": "people.applicant.name.latin.surname", "label": "Family name"}])

    def test_a_form_without_words_and_what_is_no_form(self):
        ended = run("forms", "map", self.put("blank.pdf", BLANK))
        self.assertEnds(ended, 0)
        self.assertEqual(yaml.safe_load(ended.out)["form"], "blank")
        ended = run("forms", "map", self.put("text.pdf", "family: wang\n"))
        self.assertEnds(ended, 2)
        self.assertIn("F030", ended.err)


if __name__ == "__main__":
    unittest.main()
