# SPDX-License-Identifier: GPL-3.0-or-later
"""plan, check, init, procedures, fonts, doctor on good input."""
import json
import unittest

from program import SAMPLES, CommandTest, run

MILLER = SAMPLES / "miller-shanghai/profile.yaml"
NEARLY_EMPTY = SAMPLES / "nearly-empty/profile.yaml"


class Plan(CommandTest):
    def test_json_of_the_miller_family(self):
        ended = run("plan", MILLER, "--json")
        self.assertIn(ended.code, (0, 3), ended)
        plan = json.loads(ended.out)
        self.assertEqual(plan["schema"], "tongxing.plan/1")
        self.assertEqual((plan["case"], plan["as_of"], plan["city"]),
                         ("TX-2026-00017", "2026-11-23", "shanghai"))
        self.assertEqual(ended.code, 3 if plan["missing"] else 0)
        packet = plan["packets"][0]
        self.assertEqual(packet["procedure"]["code"], "EEP-FIRST")
        self.assertEqual(packet["applicant"], "emma")
        # DOMAIN A3, Shanghai: form 1, photos 3, the child's passport as original and copy.
        papers = {paper["code"]: paper for paper in packet["documents"]}
        self.assertEqual(papers["PHOTO"]["originals"], 3)
        self.assertEqual((papers["CH-PP"]["originals"], papers["CH-PP"]["copies"]), (1, 1))
        self.assertEqual(packet["validity"], {"months": 3, "entries": 1})
        self.assertEqual((packet["fee"]["currency"], packet["fee"]["authority"]), ("CNY", 15))
        # Filed on Monday, seven working days: 24, 25, 26, 27, 30 November, 1 and 2 December.
        self.assertEqual(packet["dates"]["ready"], "2026-12-02")
        for paper in packet["documents"]:
            self.assertTrue(paper["zh"] and paper["en"] and paper["sources"], paper)

    def test_every_sample_has_a_plan(self):
        for profile in sorted(SAMPLES.glob("*/profile.*")):
            with self.subTest(profile.parent.name):
                ended = run("plan", profile, "--json")
                self.assertIn(ended.code, (0, 3), ended)
                plan = json.loads(ended.out)
                self.assertTrue(plan["packets"] or plan["refused"] or plan["missing"])

    def test_text(self):
        english = run("plan", MILLER)
        self.assertIn(english.code, (0, 3), english)
        self.assertIn("2026-12-02", english.out)
        self.assertNotIn("{", english.out)
        chinese = run("--ui-lang", "zh", "plan", MILLER)
        self.assertIn("出入境通行证", chinese.out)

    def test_options_take_the_place_of_the_profile(self):
        plan = json.loads(run("plan", MILLER, "--json", "--city", "beijing", "--as-of",
                              "2026-11-30").out)
        self.assertEqual((plan["city"], plan["as_of"]), ("beijing", "2026-11-30"))
        ended = run("plan", MILLER, "--json", "--procedure", "exit-entry-permit-renewal")
        self.assertIn(ended.code, (0, 2, 3), ended)
        self.assertNotEqual(ended.out, run("plan", MILLER, "--json").out)


class Check(CommandTest):
    def test_what_is_missing_and_what_hinges_on_it(self):
        ended = run("check", NEARLY_EMPTY, "--json")
        self.assertEqual(ended.code, 3, ended)
        checked = json.loads(ended.out)[0]
        self.assertIn(checked["status"], ("gaps", "impossible"))
        missing = checked["plan"]["missing"]
        self.assertTrue(missing)
        for question in missing:
            self.assertTrue(question["fact"] and question["zh"] and question["en"], question)
            self.assertNotIn("{", question["zh"] + question["en"])
        self.assertTrue(any(question["decides"] for question in missing))

    def test_the_worst_of_several_decides(self):
        broken = self.put("broken.yaml", "case: [A\n")
        ended = run("check", NEARLY_EMPTY, broken)
        self.assertEqual(ended.code, 2, ended)
        self.assertIn("nearly-empty", ended.out)
        self.assertIn("P001", ended.err)

    def test_nothing_is_written(self):
        run("check", MILLER, cwd=self.folder)
        self.assertEqual(self.names(), [])


class Init(CommandTest):
    def test_the_starter_is_accepted(self):
        for options in ([], ["--city", "shanghai"], ["--procedure", "exit-entry-permit-first"]):
            ended = run("init", *options)
            self.assertEnds(ended, 0)
            self.assertEqual(ended.err, "")
            self.assertNotIn("{who}", ended.out)
            checked = run("check", self.put("family.yaml", ended.out), "--json")
            self.assertEqual(checked.code, 3, checked)
            self.assertEqual(checked.err, "")
        self.assertIn("city: shanghai", run("init", "--city", "shanghai").out)

    def test_lists_work_when_the_marks_are_taken_away(self):
        lines = []
        for line in run("init").out.splitlines():
            bare = line.lstrip()
            is_list = bare.startswith("# ") and (bare.rstrip().endswith(":") and "?" not in bare)
            lines.append(line.replace("# ", "", 1) if is_list else line)
        checked = run("check", self.put("family.yaml", "\n".join(lines) + "\n"))
        self.assertEqual(checked.code, 3, checked)


class Procedures(CommandTest):
    def test_list_and_show(self):
        listed = json.loads(run("procedures", "list", "--json").out)
        self.assertIn("EEP-FIRST", [procedure["code"] for procedure in listed])
        for procedure in listed:
            shown = json.loads(run("procedures", "show", procedure["id"], "--json").out)
            self.assertTrue(shown["documents"] and shown["sources"])
            self.assertEnds(run("procedures", "show", procedure["id"]), 0)
        self.assertEnds(run("procedures", "list"), 0)

    def test_no_such_procedure(self):
        ended = run("procedures", "show", "exit-entry-permit-frist")
        self.assertEnds(ended, 2)
        self.assertIn("U005", ended.err)
        self.assertIn("'exit-entry-permit-first'", ended.err)


class Fonts(CommandTest):
    def test_list(self):
        faces = json.loads(run("fonts", "list", "--json").out)
        self.assertTrue(all(face["licence"] and face["package"] for face in faces))
        self.assertTrue(all(face["file"] for face in faces), "the package list has all of them")
        self.assertEnds(run("fonts", "list"), 0)

    def test_rare_characters_are_drawn(self):
        ended = run("fonts", "check", "𬭎㼆䶮𫖯𠅤𠮷", "--json")
        self.assertEqual(ended.code, 0, ended)
        characters = json.loads(ended.out)
        self.assertEqual([one["code_point"] for one in characters],
                         ["U+2CB4E", "U+3F06", "U+4DAE", "U+2B5AF", "U+20164", "U+20BB7"])
        self.assertTrue(all(one["faces"] for one in characters))

    def test_a_character_in_no_font(self):
        ended = run("fonts", "check", "好\U0010FFFD")
        self.assertEqual(ended.code, 5, ended)
        self.assertIn("U+10FFFD", ended.out)


class Doctor(CommandTest):
    def test_all_is_well(self):
        ended = run("doctor")
        self.assertEnds(ended, 0)
        self.assertEqual(ended.err, "")
        parts = {part["part"]: part["state"] for part in json.loads(run("doctor", "--json").out)}
        self.assertEqual(set(parts.values()), {"ok"})

    def test_errors_in_data_have_their_place(self):
        (self.folder / "templates").mkdir()
        self.put("templates/explain.yaml", "W-X:\n  means: {zh: 只有中文}\n")
        ended = run("doctor", "--data", self.folder)
        self.assertEqual(ended.code, 4, ended)
        self.assertIn("explain.yaml:2:", ended.err)


if __name__ == "__main__":
    unittest.main()
