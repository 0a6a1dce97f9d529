# SPDX-License-Identifier: GPL-3.0-or-later
"""forms inspect on real forms and on broken files, beside what three other readers see in them.

The forms belong to other projects and to governments and are no part of this one; CMake's
TONGXING_FORMS_DIR names their folder. Without it the test is skipped, but not where CI=true.
"""
import json
import os
import pathlib
import re
import resource
import subprocess
import sys
import time
import unittest

import program
from program import CommandTest, run

FORMS = pathlib.Path(os.environ["TONGXING_FORMS"])
REFUSALS = {"F030", "F031", "F032", "F033", "F036"}


class RealForms(CommandTest):
    def measured(self, file: pathlib.Path) -> program.Ended:
        """Ends by itself within ten seconds; stdout is JSON only, or there is an error with a code."""
        begin = time.monotonic()
        ended = run("forms", "inspect", file, "--json", "-q")
        self.assertLess(time.monotonic() - begin, 10, file.name)
        self.assertIn(ended.code, (0, 2), (file.name, ended))
        if ended.code == 0:
            self.assertEqual(ended.err, "", file.name)
            self.assertIsInstance(json.loads(ended.out), list, file.name)
        else:
            codes = set(re.findall(r"error\[(\w+)\]", ended.err))
            self.assertTrue(codes and codes <= REFUSALS, (file.name, ended.err))
            self.assertEqual(ended.out, "", file.name)
        return ended

    def test_three_readers_agree_with_ours(self):
        views = self.folder / "views"
        views.mkdir()
        for file in sorted((FORMS / "real").glob("*.pdf")):
            ended = self.measured(file)
            self.assertEqual(ended.code, 0, (file.name, ended))
            fields = json.loads(ended.out)
            for field in fields:  # the oracle writes names of states as bytes stand in the file
                if field["type"] in ("checkbox", "radio"):
                    field["options"] = [as_written(option) for option in field["options"]]
            (views / f"{file.stem}.json").write_text(json.dumps(fields))
        compared = subprocess.run(
            ["python3", "-B", FORMS / "compare_inspect.py", "--dir", views, "--json",
             self.folder / "compared.json"], capture_output=True, text=True, check=False)
        print(compared.stdout.splitlines()[-1], flush=True)
        for each in json.loads((self.folder / "compared.json").read_text()):
            self.assertTrue(each["full"], each)

    def test_malformed_files_end_well(self):
        files = sorted((FORMS / "malformed").glob("*.pdf"))
        self.assertTrue(files)
        ends = {0: 0, 2: 0}
        for file in files:
            ends[self.measured(file).code] += 1
        print(f"{len(files)} malformed files: {ends[0]} read, {ends[2]} refused", flush=True)
        most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss  # kilobytes
        self.assertLess(most, 1_000_000)


def as_written(name: str) -> str:
    """With every byte that is no regular ASCII character as #xx (ISO 32000-1, 7.3.5)."""
    plain = re.compile(rb"[!-~]")
    if name.isascii():
        return name
    return "".join(chr(byte) if plain.match(bytes([byte])) and byte not in b"()<>[]{}/%#"
                   else f"#{byte:02x}" for byte in name.encode())


if __name__ == "__main__":
    if not (FORMS / "real").is_dir() and os.environ.get("CI") != "true":
        print("SKIPPED cli.real_forms: TONGXING_FORMS_DIR names no folder of forms", flush=True)
        sys.exit(77)
    unittest.main()
