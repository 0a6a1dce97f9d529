# SPDX-License-Identifier: GPL-3.0-or-later
"""scripts/new-city, from an empty folder to a plan: what docs/ADD_A_CITY.md promises."""
import json
import shutil
import subprocess
import unittest

from program import SOURCE, CommandTest, run


class NewCity(CommandTest):
    def setUp(self):
        super().setUp()
        for folder in ("templates", "scripts", "tests/support"):
            shutil.copytree(SOURCE / folder, self.folder / folder)

    def begin(self, *arguments):
        return subprocess.run([self.folder / "scripts/new-city", *arguments], capture_output=True,
                              text=True, check=False)

    def test_the_city_is_known_by_its_name(self):
        self.assertEqual(self.begin("xian", "西安", "Xi'an, Shaanxi").returncode, 0)
        case = self.folder / "tests/cases/eep-xian"
        family = self.put("family.yaml", (case / "profile.yaml").read_text().replace("city: xian", "city: 西安"))
        ended = run("plan", family, "--json", "--data", self.folder)
        self.assertEqual(ended.code, 0, ended)
        plan = json.loads(ended.out)
        self.assertEqual(plan["city"], "xian")
        expected = dict(line.split(": ", 1) for line in (case / "expected.txt").read_text().splitlines())
        packet = plan["packets"][0]
        self.assertEqual(packet["procedure"]["code"], expected["offered"])
        self.assertEqual(packet["fee"]["total"], int(expected["fee"]))
        self.assertEqual(packet["dates"]["ready"], expected["ready"])
        self.assertEqual(packet["presence"]["applicant"], expected["applicant comes"])

    def test_nothing_is_written_over(self):
        known = (self.folder / "templates/cities/shanghai.yaml").read_text()
        again = self.begin("shanghai", "上海", "Shanghai")
        self.assertEqual(again.returncode, 2)
        self.assertIn("is there already", again.stderr)
        self.assertEqual((self.folder / "templates/cities/shanghai.yaml").read_text(), known)


if __name__ == "__main__":
    unittest.main()
