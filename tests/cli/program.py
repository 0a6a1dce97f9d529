# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the real program, as a person at a shell would. Shared by the files beside it."""
import os
import pathlib
import subprocess
import tempfile
import unittest

PROGRAM = os.environ["TONGXING_PROGRAM"]
SOURCE = pathlib.Path(os.environ["TONGXING_SOURCE"])
SAMPLES = SOURCE / "samples"
NOBODY = 65534


class Ended:
    """How a run ended. Streams as text; they must be UTF-8."""

    def __init__(self, ended: subprocess.CompletedProcess):
        self.code = ended.returncode
        self.out = ended.stdout.decode()
        self.err = ended.stderr.decode()

    def __repr__(self):
        return f"exit {self.code}\n--- stdout\n{self.out}\n--- stderr\n{self.err}"


def run(*arguments, cwd=None, env=None, stdout=subprocess.PIPE, user=None, timeout=120) -> Ended:
    """`env` is added to an environment that has no language, no colour and no time zone."""
    clean = {"PATH": os.environ["PATH"], "LC_ALL": "C"} | (env or {})
    # Memory that a library keeps to the end of the process is not what these tests look for.
    # Another user may not be allowed to read the list of them.
    for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS") + (("LSAN_OPTIONS",) if not user else ()):
        if name in os.environ:
            clean[name] = os.environ[name]
    ended = subprocess.run([PROGRAM, *map(str, arguments)], cwd=cwd, env=clean, stdout=stdout,
                           stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, user=user,
                           timeout=timeout, check=False)
    ended.stdout = ended.stdout or b""
    return Ended(ended)


class CommandTest(unittest.TestCase):
    """Each test has a folder of its own; nothing else may be written."""

    def powerless(self):
        """For run(user=…): somebody whom permissions bind. Skips where he cannot even come here."""
        if os.geteuid() != 0:
            return None
        try:
            subprocess.run([PROGRAM, "--version"], user=NOBODY, check=True, capture_output=True)
        except PermissionError:
            self.skip(self.id(), "only root may look into the folder of the build")
        return NOBODY

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="tongxing-cli-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def put(self, name: str, text: str | bytes) -> pathlib.Path:
        path = self.folder / name
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    def names(self, folder: pathlib.Path | None = None) -> list[str]:
        return sorted(entry.name for entry in (folder or self.folder).iterdir())

    def assertEnds(self, ended: Ended, code: int):
        self.assertEqual(ended.code, code, ended)
        # 0 and 3 are not errors; whatever else it is, it is said, and on stderr.
        if code not in (0, 3):
            self.assertNotEqual(ended.err, "", ended)
            self.assertEqual(ended.out, "", ended)

    def skip(self, name: str, reason: str):
        print(f"SKIPPED {name}: {reason}", flush=True)
        self.skipTest(reason)


def root() -> bool:
    return os.geteuid() == 0
