# SPDX-License-Identifier: GPL-3.0-or-later
"""An installed program finds its data, wherever it was installed or moved to."""
import os
import subprocess
import unittest

import program
from program import SAMPLES, CommandTest


class Install(CommandTest):
    def test_installed_and_moved(self):
        first, second = self.folder / "first", self.folder / "second"
        subprocess.run(["cmake", "--install", os.environ["TONGXING_BUILD"], "--prefix", first],
                       check=True, stdout=subprocess.DEVNULL)
        self.assertTrue((first / "share/tongxing/templates/schema.yaml").exists())
        self.addCleanup(setattr, program, "PROGRAM", program.PROGRAM)
        for place in (first, second):
            if place == second:
                first.rename(second)
            program.PROGRAM = str(place / "bin/tongxing")
            ended = program.run("doctor", cwd=self.folder)
            self.assertEnds(ended, 0)
            self.assertIn(str(place / "share/tongxing"), ended.out)
            self.assertIn("整套材料", program.run("--ui-lang", "zh", "--help").out)
            ended = program.run("render", SAMPLES / "miller-shanghai/profile.yaml", "-o",
                                self.folder / "packet.pdf")
            self.assertIn(ended.code, (0, 3), ended)
            ended = program.run("forms", "inspect", self.folder / "packet.pdf", "--json")
            self.assertEnds(ended, 0)
            self.assertEqual(ended.out, "[]\n")


if __name__ == "__main__":
    unittest.main()
