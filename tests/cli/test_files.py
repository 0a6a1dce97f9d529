# SPDX-License-Identifier: GPL-3.0-or-later
"""What is read and what is written: bad input writes nothing, good output is whole."""
import hashlib
import json
import os
import pathlib
import subprocess
import unittest

from program import SAMPLES, CommandTest, root, run

MILLER = SAMPLES / "miller-shanghai/profile.yaml"
TWINS = SAMPLES / "twins/profile.yaml"


class BadInput(CommandTest):
    """Every one is 2, said with its place and code, and nothing is written."""

    def refuse(self, path, *expected: str, code=2):
        before = self.names()
        for line in (["check", path], ["plan", path], ["render", path, "-o", self.folder]):
            ended = run(*line)
            # `check` of several files prints what it found about the others.
            self.assertEqual(ended.code, code, ended)
            self.assertEqual(ended.out, "", ended)
            for text in expected:
                self.assertIn(text, ended.err, line)
        self.assertEqual(self.names(), before)

    def test_no_such_file(self):
        self.refuse(self.folder / "none.yaml", "F001", "none.yaml")

    def test_a_folder_as_profile(self):
        self.refuse(self.folder, "F002")

    def test_a_pipe_as_profile(self):
        os.mkfifo(self.folder / "pipe.yaml")
        self.refuse(self.folder / "pipe.yaml", "F003")

    def test_a_file_that_never_ends(self):
        self.refuse("/dev/zero", "F003")

    def test_a_file_that_may_not_be_read(self):
        secret = self.put("secret.yaml", "case: A\n")
        secret.chmod(0)
        self.folder.chmod(0o777)
        ended = run("check", secret, user=self.powerless())
        self.assertEnds(ended, 2)
        self.assertIn("F005", ended.err)

    def test_broken_yaml(self):
        self.refuse(self.put("p.yaml", "case: [A\ncity: shanghai\n"), "P001", "p.yaml:")

    def test_broken_json(self):
        self.refuse(self.put("p.json", '{"case": "A", }'), "P001", "p.json:1:")

    def test_an_unknown_key_with_its_place(self):
        path = self.put("p.yaml", "people:\n  emma:\n    roles: [child]\n    brith_date: 2022-03-18\n")
        self.refuse(path, "P004", "p.yaml:4:5", "birth_date")

    def test_all_errors_at_once(self):
        path = self.put("p.yaml", "case: A\ncase: B\npeople:\n  emma:\n    roles: [child]\n"
                                  "    birth_date: 2022-02-30\n    sex: girl\n")
        self.refuse(path, "P002", ":2:1")
        path = self.put("p.yaml", "people:\n  emma:\n    roles: [child]\n"
                                  "    birth_date: 2022-02-30\n    sex: girl\n")
        self.refuse(path, "P006", ":4:", "P008", ":5:")

    def test_a_case_that_climbs_out_of_the_folder(self):
        for case in ("../x", "../../x", "a/b", "..", ".hidden"):
            self.refuse(self.put("p.yaml", f"case: {case}\npeople: {{e: {{roles: [child]}}}}\n"),
                        "P011")
        self.assertFalse((self.folder.parent / "x").exists())

    def test_nobody_is_the_child(self):
        self.refuse(self.put("p.yaml", "people: {xiaowen: {roles: [mother]}}\n"), "C001")

    def test_no_such_procedure(self):
        self.refuse(self.put("p.yaml", "requested: [exit-entry-permit-frist]\n"
                                       "people: {emma: {roles: [child]}}\n"),
                    "exit-entry-permit-first")

    def test_a_binary_file(self):
        self.refuse(self.put("p.yaml", bytes(range(256)) * 4))

    def test_a_hundred_megabytes_of_nesting(self):
        self.refuse(self.put("p.yaml", "[" * 100_000_000), "F004")
        self.refuse(self.put("p.yaml", "[" * 10_000_000), "P003")
        self.refuse(self.put("p.json", '{"a":' * 2_000_000), "P003")

    def test_a_billion_laughs(self):
        laughs = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for i in range(1, 12):
            laughs += f"a{i}: &a{i} [" + ", ".join([f"*a{i - 1}"] * 10) + "]\n"
        self.refuse(self.put("p.yaml", laughs), "P003")

    def test_values_are_not_shown_to_a_log(self):
        path = self.put("p.yaml", "people:\n  emma:\n    roles: [child]\n    sex: Quarterly\n")
        self.assertNotIn("Quarterly", run("check", path).err)
        self.assertIn("Quarterly", run("check", path, "--show-values").err)

    def test_colour_only_if_asked(self):
        path = self.put("p.yaml", "case: [A\n")
        self.assertNotIn("\x1b", run("check", path).err)
        self.assertIn("\x1b", run("check", path, "--color", "always").err)

    def test_other_languages(self):
        path = self.put("p.yaml", "case: A\ncase: B\n")
        self.assertIn("写了两次", run("check", path, "--ui-lang", "zh").err)


class Render(CommandTest):
    def test_a_folder(self):
        ended = run("render", MILLER, "-o", self.folder)
        self.assertIn(ended.code, (0, 3), ended)
        self.assertEqual(ended.out, "")
        self.assertEqual(self.names(), ["TX-2026-00017_exit-entry-permit-first_1.pdf"])
        packet = self.folder / self.names()[0]
        self.assertEqual(packet.stat().st_mode & 0o777, 0o600)
        self.assertTrue(packet.read_bytes().startswith(b"%PDF-"))
        self.assertEqual(
            subprocess.run(["qpdf", "--check", packet], capture_output=True, check=False).returncode,
            0)

    def test_the_current_folder_if_none_is_named(self):
        ended = run("render", MILLER, cwd=self.folder)
        self.assertIn(ended.code, (0, 3), ended)
        self.assertEqual(len(self.names()), 1)

    def test_nothing_is_overwritten_by_an_implicit_name(self):
        run("render", MILLER, "-o", self.folder)
        packet = self.folder / self.names()[0]
        packet.write_bytes(b"mine")
        ended = run("render", MILLER, "-o", self.folder)
        self.assertEnds(ended, 2)
        self.assertIn("F010", ended.err)
        self.assertEqual(packet.read_bytes(), b"mine")
        self.assertIn(run("render", MILLER, "-o", self.folder, "--force").code, (0, 3))
        self.assertNotEqual(packet.read_bytes(), b"mine")
        self.assertEqual(len(self.names()), 1)

    def test_a_name_that_was_given(self):
        target = self.folder / "mine.pdf"
        self.assertIn(run("render", MILLER, "-o", target).code, (0, 3))
        first = target.read_bytes()
        self.assertIn(run("render", MILLER, "-o", target).code, (0, 3))
        self.assertEqual(target.read_bytes(), first)
        self.assertEqual(self.names(), ["mine.pdf"])

    def test_twins_are_two_packets_or_none(self):
        ended = run("render", TWINS, "-o", self.folder / "one.pdf")
        self.assertEnds(ended, 2)
        self.assertIn("U004", ended.err)
        self.assertIn("needs 2 packets", ended.err)
        self.assertEqual(self.names(), [])

        self.assertIn(run("render", TWINS, "-o", self.folder).code, (0, 3))
        all_three = self.names()
        self.assertEqual(all_three, ["TX-2026-00023_exit-entry-permit-first_1.pdf",
                                     "TX-2026-00023_exit-entry-permit-first_2.pdf",
                                     "TX-2026-00023_family-summary.pdf"])
        (self.folder / all_three[0]).unlink()
        # The others are there already: the first is not written either.
        self.assertEnds(run("render", TWINS, "-o", self.folder), 2)
        self.assertEqual(self.names(), all_three[1:])

    def test_targets_that_cannot_be(self):
        self.put("file", "x")
        (self.folder / "folder.pdf").mkdir()
        before = self.names()
        for target, code in (("nowhere", 7), ("file", 7), ("nowhere/a.pdf", 7), ("folder.pdf", 2)):
            self.assertEnds(run("render", MILLER, "-o", self.folder / target), code)
        self.assertEqual(self.names(), before)

    def test_a_folder_that_may_not_be_written(self):
        closed = self.folder / "closed"
        closed.mkdir(mode=0o555)
        self.folder.chmod(0o755)
        ended = run("render", MILLER, "-o", closed, user=self.powerless())
        self.assertEnds(ended, 7)
        self.assertIn("F011", ended.err)
        self.assertEqual(self.names(closed), [])

    def test_a_full_disk(self):
        small = self.folder / "small"
        small.mkdir()
        mounted = root() and subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", small], capture_output=True,
            check=False).returncode == 0
        if not mounted:
            self.skip("cli.files full disk", "a file system of its own can be mounted by root only")
        try:
            ended = run("render", MILLER, "-o", small)
            self.assertEnds(ended, 75)
            self.assertIn("F012", ended.err)
            self.assertEqual(self.names(small), [])
        finally:
            subprocess.run(["umount", small], check=True)

    def test_json_names_no_person(self):
        ended = run("render", MILLER, "-o", self.folder, "--json")
        packet = json.loads(ended.out)[0]
        self.assertEqual(packet["case"], "TX-2026-00017")
        self.assertEqual(packet["procedure"], "exit-entry-permit-first")
        self.assertEqual(packet["applicant"], "child-1")
        self.assertEqual(packet["as_of"], "2026-11-23")
        self.assertEqual(packet["code"], ended.code)
        content = pathlib.Path(packet["file"]).read_bytes()
        self.assertEqual(packet["sha256"], hashlib.sha256(content).hexdigest())
        self.assertNotIn("emma", json.dumps(packet["missing"]).lower())

    def test_equal_bytes_in_any_zone_and_language(self):
        found = set()
        for i, env in enumerate(({"TZ": "UTC"}, {"TZ": "America/New_York", "LC_ALL": "zh_CN.UTF-8"},
                                 {"TZ": "Asia/Kolkata", "LC_ALL": "de_DE.UTF-8"})):
            target = self.folder / f"{i}.pdf"
            self.assertIn(run("render", MILLER, "-o", target, env=env).code, (0, 3))
            found.add(target.read_bytes())
        self.assertEqual(len(found), 1)

    def test_quiet(self):
        ended = run("render", MILLER, "-o", self.folder, "-q")
        self.assertIn(ended.code, (0, 3), ended)
        self.assertEqual((ended.out, ended.err), ("", ""))

    def test_a_part_that_no_packet_has(self):
        ended = run("render", SAMPLES / "visa-extension/profile.yaml", "-o", self.folder, "--only", "letters")
        self.assertEqual(ended.code, 2, ended)
        self.assertIn("U009", ended.err)
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_every_option_changes_the_packet(self):
        plain = self.folder / "plain.pdf"
        run("render", MILLER, "-o", plain)
        for option in (["--only", "cover"], ["--only", "forms,letters"], ["--paper", "letter"],
                       ["--duplex"], ["--large-print"], ["--draft"], ["--as-of", "2026-12-01"],
                       ["--city", "beijing"]):
            other = self.folder / "other.pdf"
            ended = run("render", MILLER, "-o", other, *option)
            self.assertIn(ended.code, (0, 3), ended)
            self.assertNotEqual(other.read_bytes(), plain.read_bytes(), option)


class MissingCharacter(CommandTest):
    # U+10FFFD is for private use; no font of the list has it.
    def profile(self):
        text = MILLER.read_text().replace("given: 艾玛", 'given: "艾\U0010FFFD"')
        return self.put("p.yaml", text)

    def test_5_and_nothing_written(self):
        path = self.profile()
        ended = run("render", path, "-o", self.folder)
        self.assertEnds(ended, 5)
        self.assertIn("G001", ended.err)
        self.assertIn("people.emma.name.zh.given", ended.err)
        self.assertEqual(self.names(), ["p.yaml"])
        self.assertEqual(run("check", path).code, 5)

    def test_3_and_an_empty_box_if_asked(self):
        ended = run("render", self.profile(), "-o", self.folder, "--handwrite-missing")
        self.assertEqual(ended.code, 3, ended)
        self.assertIn("W-GLYPH-MISSING", ended.err)
        self.assertEqual(len(self.names()), 2)


if __name__ == "__main__":
    unittest.main()
