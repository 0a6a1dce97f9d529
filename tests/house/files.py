# SPDX-License-Identifier: GPL-3.0-or-later
"""The files of the project: what git knows of, or everything where there is no git."""
import pathlib
import shutil
import subprocess


def project_files(root: pathlib.Path) -> list[pathlib.Path]:
    """Relative paths, sorted; build results are not among them."""
    if (root / ".git").exists() and shutil.which("git"):
        listed = subprocess.run(
            ["git", "-c", f"safe.directory={root}", "-C", str(root), "ls-files", "-z"],
            check=True, capture_output=True).stdout.decode()
        names = [pathlib.Path(name) for name in listed.split("\0") if name]
    else:
        names = [path.relative_to(root) for path in root.rglob("*")]
        names = [name for name in names if name.parts[0] not in ("build", "out", ".git")]
        names = [name for name in names if "__pycache__" not in name.parts]
    return sorted(name for name in names if (root / name).is_file())
