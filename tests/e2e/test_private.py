# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands in a diary stands nowhere else: not in what the app says, not in a temporary file,
not in a core dump."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile

import tap
from person import PATIENCE, Person, wait_for

SECRET = "Moonflower Elixir"

folder = pathlib.Path(tempfile.mkdtemp())
home = folder / "diary"
said = folder / "said"
pictures = os.path.join(os.environ["STIPPLE_PICTURES"], "private")


class Overheard(Person):
    """The app at its most talkative, with somebody writing down every word."""

    def launch(self, *arguments):
        talk = {"G_MESSAGES_DEBUG": "all"}
        with open(said, "ab") as file:
            self.process = subprocess.Popen(
                [*self.command(), *arguments], env=os.environ | self.environment() | talk,
                stdout=file, stderr=file)


person = Overheard(str(home), str(folder / "now"), pictures, "C.UTF-8", "en")


def products():
    path = home / "diary.json"
    return json.loads(path.read_text())["products"] if path.exists() else []


def close():
    person.key("ctrl+q")
    assert person.process.wait(PATIENCE) == 0
    person.process = None


def a_day():
    person.set_clock("2027-03-11T17:00:00Z")
    person.start()
    person.key("ctrl+shift+n")
    dialog = person.find("dialog", "Add Product")
    dialog.find("text", "Name").type(SECRET)
    dialog.find("button", "Review").press()
    dialog.find("button", "Add to Shelf").press()
    wait_for("the save", products)
    person.key("alt+1")
    person.press("button", re.compile("Log a Use"))
    person.find("dialog", re.compile("Log"))
    person.key("Escape")


def no_core_dump():
    limits = pathlib.Path(f"/proc/{person.process.pid}/limits").read_text()
    assert re.search(r"^Max core file size +1 +1 ", limits, re.M), limits


def damaged_and_mended():
    close()
    whole = (home / "diary.json").read_text()
    (home / "diary.json").write_text(whole.replace('"modified"', '"modified": 7, "x"', 1))
    person.start()
    person.read(re.compile("could not be read|unreadable"))
    close()


def killed_and_begun_again():
    person.start()
    person.process.kill()
    person.process.wait()
    person.start()
    close()


def nothing_was_said():
    words = said.read_bytes()
    assert words, "nothing was written down, so nothing was tested"
    assert SECRET.encode() not in words and SECRET.split()[0].encode() not in words


def nothing_lies_about():
    places = [os.environ[f"XDG_{name}_HOME"] for name in ("DATA", "CONFIG", "CACHE", "STATE")]
    for place in [*places, os.environ["XDG_RUNTIME_DIR"], os.environ["TMPDIR"]]:
        for path in pathlib.Path(place).rglob("*"):
            if path.is_file() and not path.is_relative_to(home):
                assert SECRET.encode() not in path.read_bytes(), path


def nobody_else_may_look():
    assert home.stat().st_mode & 0o777 == 0o700
    for path in home.rglob("*"):
        wanted = 0o700 if path.is_dir() else 0o600
        # What was there already keeps the mode that its maker gave it.
        if not path.name.startswith("diary.unreadable-"):
            assert path.stat().st_mode & 0o777 == wanted, path


STEPS = [
    ("a day with a name in it", a_day),
    ("no core dump", no_core_dump),
    ("damaged, and mended", damaged_and_mended),
    ("killed, and begun again", killed_and_begun_again),
    ("nothing was said", nothing_was_said),
    ("nothing lies about", nothing_lies_about),
    ("nobody else may look", nobody_else_may_look),
]

try:
    tap.run(STEPS, person)
finally:
    person.end()
    shutil.rmtree(folder)
