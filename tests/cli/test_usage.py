# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line itself: help, version, mistakes in it, streams."""
import json
import unittest

from program import CommandTest, run


class Usage(CommandTest):
    def test_help_and_version_go_to_stdout(self):
        for line in (["--help"], ["render", "--help"], ["fonts", "list", "--help"]):
            ended = run(*line)
            self.assertEnds(ended, 0)
            self.assertIn("Usage: tongxing", ended.out)
            self.assertEqual(ended.err, "")
        ended = run("--version")
        self.assertEnds(ended, 0)
        self.assertRegex(ended.out, r"^tongxing \d+\.\d+\.\d+\n$")

    def test_a_wrong_line_is_2_and_said_on_stderr(self):
        for line in ([], ["rendr", "x.yaml"], ["check"], ["fonts"], ["plan", "a", "b"],
                     ["plan", "x.yaml", "--as-of", "2026-02-30"],
                     ["plan", "x.yaml", "--as-of", "tomorrow"],
                     ["render", "x.yaml", "--paper", "a5"],
                     ["render", "x.yaml", "--only", "cover,poems"],
                     ["--color", "blue", "doctor"], ["doctor", "--fast"]):
            self.assertEnds(run(*line), 2)

    def test_a_slip_of_the_hand_is_guessed(self):
        self.assertIn("'render'", run("rendr", "x.yaml").err)
        self.assertIn("'--force'", run("render", "x.yaml", "--forse").err)

    def test_the_language_of_messages(self):
        english = run("--help").out
        chinese = run("--ui-lang", "zh", "--help").out
        self.assertNotEqual(english, chinese)
        self.assertEqual(run("--help", env={"LC_ALL": "zh_CN.UTF-8"}).out, chinese)
        self.assertEqual(run("--ui-lang", "en", "--help", env={"LC_ALL": "zh_CN"}).out, english)
        ended = run("--ui-lang", "xx", "doctor")
        self.assertEnds(ended, 2)
        self.assertIn("U003", ended.err)

    def test_a_stdout_that_takes_nothing_is_7(self):
        with open("/dev/full", "wb") as full:
            self.assertEqual(run("explain", "F001", stdout=full).code, 7)


class Explain(CommandTest):
    def test_both_languages(self):
        ended = run("explain", "W-NAME-MISMATCH")
        self.assertEnds(ended, 0)
        self.assertIn("同一个人", ended.out)
        self.assertIn("same person", ended.out)
        self.assertEqual(ended.err, "")

    def test_json(self):
        page = json.loads(run("explain", "F012", "--json").out)
        self.assertEqual(page["code"], "F012")
        self.assertEqual(page["means"], {"zh": "磁盘已满。", "en": "The disk is full."})

    def test_no_such_code(self):
        ended = run("explain", "W-NAME-MISSMATCH")
        self.assertEnds(ended, 2)
        self.assertIn("U002", ended.err)
        self.assertIn("'W-NAME-MISMATCH'", ended.err)


if __name__ == "__main__":
    unittest.main()
