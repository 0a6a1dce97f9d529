# SPDX-License-Identifier: GPL-3.0-or-later
"""Every sample, from its profile to its paper; judged by other people's programs.

What each family must bring, who comes, what it costs and when it is ready stands in the sample's
expected.json, typed by hand from the sources.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

from program import SAMPLES, CommandTest, run

CHECKER = pathlib.Path(os.environ["TONGXING_BUILD"]) / "tests/tools/check_structure"


def tool(*arguments, **more) -> subprocess.CompletedProcess:
    return subprocess.run([str(a) for a in arguments], capture_output=True, timeout=120, check=False, **more)


def text_of(pdf: pathlib.Path) -> str:
    return tool("pdftotext", "-layout", pdf, "-").stdout.decode()


class Sample(CommandTest):
    name = ""

    @classmethod
    def setUpClass(cls):
        cls.profile = SAMPLES / cls.name / "profile.yaml"
        cls.expected = json.loads((SAMPLES / cls.name / "expected.json").read_text())
        folder = tempfile.TemporaryDirectory(prefix="tongxing-cli-")
        cls.addClassCleanup(folder.cleanup)
        cls.files = cls.render(folder.name)

    @classmethod
    def render(cls, folder, **more) -> list[pathlib.Path]:
        ended = run("render", cls.profile, "-o", folder, **more)
        if ended.code != cls.expected["exit"]:
            raise AssertionError(ended)
        return sorted(pathlib.Path(folder).iterdir())

    def test_plan(self):
        ended = run("plan", self.profile, "--json")
        plan = json.loads(ended.out)
        self.assertEqual(len(plan["packets"]), len(self.expected["packets"]))
        for packet, expected in zip(plan["packets"], self.expected["packets"]):
            self.assertEqual(packet["procedure"]["code"], expected["procedure"])
            documents = {d["code"]: f"{d['originals']}+{d['copies']}" for d in packet["documents"]}
            self.assertEqual(documents, expected["documents"])
            self.assertEqual(packet["presence"]["must"], expected["must_come"])
            self.assertEqual(packet["presence"]["applicant"], expected["applicant_comes"])
            self.assertEqual(packet["fee"]["total"], expected["fee"])
            self.assertEqual(packet["dates"]["ready"], expected["ready"])
            self.assertEqual(packet["dates"]["latest"], expected["latest"])
            self.assertEqual(sorted(a["code"] for a in packet["advisories"]), expected["advisories"])
            self.assertEqual([form["code"] for form in packet["forms"]], expected["forms"])
            self.assertEqual([letter["code"] for letter in packet["letters"]], expected["letters"])
            for document in packet["documents"]:
                self.assertTrue(document["sources"], document)
        if "refused" in self.expected:
            self.assertEqual([r["procedure"] for r in plan["refused"]], self.expected["refused"])
        refused = [[r["applicant"], r["procedure_code"]] for r in plan["refused"]]
        for each in self.expected.get("among_refused", []):
            self.assertIn(each, refused)

    def test_paper(self):
        packets = len(self.expected["packets"])
        self.assertEqual(len(self.files), packets + 1 if packets > 1 else 1)  # with the family summary
        texts = ""
        for file in self.files:
            self.assertEqual(file.stat().st_mode & 0o777, 0o600)
            checked = tool("qpdf", "--check", file)
            self.assertEqual(checked.returncode, 0, checked)
            fonts = tool("pdffonts", file).stdout.decode().splitlines()[2:]
            self.assertTrue(fonts)
            for font in fonts:
                self.assertRegex(font, r"^[A-Z]{6}\+.* yes yes yes ")
            structure = tool(CHECKER, file)
            self.assertEqual(structure.returncode, 0, structure)
            texts += text_of(file)
        for name in self.expected["names"]:
            self.assertIn(name, texts)

    def test_nothing_of_the_family_in_names_and_metadata(self):
        for file in self.files:
            told = file.name + tool("pdfinfo", file).stdout.decode() + tool("pdfinfo", "-meta", file).stdout.decode()
            for name in self.expected["names"]:
                self.assertNotIn(name, told)

    def test_same_bytes_in_another_place(self):
        there = self.render(self.folder, env={"TZ": "America/New_York", "LC_ALL": "C.UTF-8"}, cwd="/")
        self.assertEqual(len(self.files), len(there))
        for a, b in zip(self.files, there):
            self.assertEqual(a.read_bytes(), b.read_bytes())


class Code(CommandTest):
    """The cover's code, as a scanner sees it."""

    def test_read_at_each_resolution(self):
        out = self.folder / "p.pdf"
        run("render", SAMPLES / "miller-shanghai/profile.yaml", "-o", out)
        for dpi in (150, 200, 300):
            with self.subTest(dpi=dpi):
                picture = self.folder / f"p{dpi}"
                tool("pdftoppm", "-r", dpi, "-gray", "-f", 1, "-l", 1, "-singlefile", out, picture)
                read = tool("zbarimg", "--quiet", "--raw", f"{picture}.pgm").stdout.decode().strip()
                self.assertRegex(read, r"^TX1:TX-2026-00017:[0-9A-F]{12}:COVER$")
                echo = "".join(re.findall(r"TX1:\S+|[0-9A-F]{12}:|COVER", text_of(out))[:3])
                self.assertEqual(read, echo)


class Options(CommandTest):
    """Whatever is asked for, the file stays whole, tagged and complete."""

    def test_each_option(self):
        for options in (["--large-print"], ["--paper", "letter"], ["--duplex"], ["--draft"],
                        ["--only", "checklist"], ["--only", "forms"], ["--only", "letters"],
                        ["--large-print", "--paper", "letter", "--duplex", "--draft"]):
            with self.subTest(options=options):
                out = self.folder / "p.pdf"
                ended = run("render", SAMPLES / "miller-shanghai/profile.yaml", "-o", out, "--force", *options)
                self.assertEqual(ended.code, 3, ended)
                self.assertEqual(tool("qpdf", "--check", out).returncode, 0)
                structure = tool(CHECKER, out)
                self.assertEqual(structure.returncode, 0, structure)

    def test_paper_size(self):
        for paper, size in (("a4", "595.276 x 841.89"), ("letter", "612 x 792")):
            out = self.folder / f"{paper}.pdf"
            run("render", SAMPLES / "miller-shanghai/profile.yaml", "-o", out, "--paper", paper)
            self.assertIn(size, tool("pdfinfo", out).stdout.decode())

    def test_numbers_are_masked_where_the_family_asks_for_it(self):
        profile = (SAMPLES / "miller-shanghai/profile.yaml").read_text()
        number = "310100198807040025"
        self.assertIn(number, profile)
        for masked, shown in (("no", True), ("yes", False)):
            path = self.put(f"{masked}.yaml", profile.replace("city: shanghai", f"mask_ids: {masked}\ncity: shanghai", 1))
            out = self.folder / f"{masked}.pdf"
            run("render", path, "-o", out, "--only", "cover,checklist")
            text = text_of(out)
            self.assertNotIn(number, text)
            self.assertEqual("0025" in text, shown)
            run("render", path, "-o", out, "--force", "--only", "letters")
            self.assertIn(number, text_of(out))  # a paper to be handed over is never masked

    def test_a_draft_says_so_on_every_page(self):
        out = self.folder / "p.pdf"
        run("render", SAMPLES / "miller-shanghai/profile.yaml", "-o", out, "--draft")
        pages = text_of(out).split("\f")[:-1]
        self.assertGreater(len(pages), 5)
        for page in pages:
            self.assertIn("DRAFT", page)


class FamilySummary(CommandTest):
    """Two packets of one family: what they want together. The numbers are typed by hand."""

    TWINS = SAMPLES / "twins/profile.yaml"

    def test_json(self):
        plan = json.loads(run("plan", self.TWINS, "--json").out)
        summary = plan["summary"]
        papers = [(p["code"], p["whose"], f"{p['originals']}+{p['copies']}", p["packets"])
                  for p in summary["papers"]]
        self.assertEqual(papers, [
            ("FORM-CN", "ada", "1+0", [0]), ("PHOTO", "ada", "3+0", [0]),
            ("CH-PP", "ada", "1+1", [0]), ("CH-BC", "ada", "1+1", [0]),
            ("SAME-NOT", "ada", "1+0", [0]),
            ("HUKOU", "jing", "1+2", [0, 1]), ("CP-ID", "jing", "1+2", [0, 1]),
            ("FP-PP", "luc", "1+2", [0, 1]), ("FP-RP", "luc", "1+2", [0, 1]),
            ("FORM-CN", "ben", "1+0", [1]), ("PHOTO", "ben", "3+0", [1]),
            ("CH-PP", "ben", "1+1", [1]), ("CH-BC", "ben", "1+1", [1]),
            ("SAME-NOT", "ben", "1+0", [1]),
            ("MARR", None, "1+2", [0, 1])])
        self.assertEqual([p["code"] for p in summary["papers"] if p["shared"]],
                         ["HUKOU", "CP-ID", "FP-PP", "FP-RP", "MARR"])
        self.assertEqual((summary["originals"], summary["copies"], summary["photographs"]),
                         (11, 14, 6))
        self.assertEqual(summary["fee"], {"total": {"CNY": 30}, "stated": {"CNY": 30}, "unstated": []})

    def test_none_for_one_packet(self):
        plan = json.loads(run("plan", SAMPLES / "miller-shanghai/profile.yaml", "--json").out)
        self.assertNotIn("summary", plan)
        self.assertNotIn("counted once", run("plan", SAMPLES / "miller-shanghai/profile.yaml").out)

    def test_text(self):
        out = run("plan", self.TWINS).out
        self.assertIn("2. ", out)
        shared = out[out.index("Originals that several packets share"):].splitlines()
        self.assertEqual(len(shared), 1 + 5 + 1)
        self.assertEqual(shared[1],
                         "  [ ] Household register (originals 1, copies 2) – jing: packets 1, 2")
        self.assertEqual(shared[-1], "fees in all: CNY 30")

    def test_paper(self):
        for options in ([], ["--large-print"], ["--paper", "letter"], ["--duplex", "--draft"]):
            with self.subTest(options=options):
                ended = run("render", self.TWINS, "-o", self.folder, "--force", "--json", *options)
                self.assertEqual(ended.code, 0, ended)
                files = json.loads(ended.out)
                self.assertEqual([f["procedure"] for f in files], ["exit-entry-permit-first"] * 2 + [None])
                summary = files[-1]
                self.assertEqual((summary["applicant"], summary["status"], summary["code"]), (None, "done", 0))
                file = pathlib.Path(summary["file"])
                self.assertEqual(file.name, "TX-2026-00023_family-summary.pdf")
                self.assertEqual(tool("qpdf", "--check", file).returncode, 0)
                structure = tool(CHECKER, file)
                self.assertEqual(structure.returncode, 0, structure)
                text = " ".join(text_of(file).split())
                for said in ("家庭汇总", "Family summary", "TX-2026-00023", "2026-11-23",
                             "陈安达、陈安本", "TREMBLAY, LUC", "CNY 30", "2026-12-02",
                             "1, 2"):
                    self.assertIn(said, text)
                self.assertEqual(text.count("共用原件"), 5)
                # An office that keeps papers, and who says so.
                self.assertIn("Shanghai keeps all papers", text)
                self.assertRegex(text, r"A\s+上海办理指南")

    def test_with_the_checklist_or_not_at_all(self):
        for part, count in (("checklist", 3), ("cover", 2), ("forms,letters", 2)):
            out = self.folder / part.replace(",", "-")
            out.mkdir()
            self.assertEqual(run("render", self.TWINS, "-o", out, "--only", part).code, 0)
            self.assertEqual(len(self.names(out)), count, part)


for sample in sorted(path.name for path in SAMPLES.iterdir() if (path / "profile.yaml").exists()):
    cls = type("Sample_" + sample.replace("-", "_"), (Sample,), {"name": sample})
    globals()[cls.__name__] = cls
del Sample, cls

if __name__ == "__main__":
    for needed in ("qpdf", "pdffonts", "pdftotext", "pdfinfo", "pdftoppm", "zbarimg"):
        if not shutil.which(needed):
            raise SystemExit(f"{needed} is missing: scripts/install-packages test")
    unittest.main()
