# SPDX-License-Identifier: GPL-3.0-or-later
"""A second diary beside the first, and everything erased."""

import json
import os
import pathlib
import shutil
import tempfile

import tap
from person import PATIENCE, Person, wait_for

folder = pathlib.Path(tempfile.mkdtemp())
home = folder / "diary"
pictures = os.path.join(os.environ["STIPPLE_PICTURES"], "diaries")
person = Person(str(home), str(folder / "now"), pictures, "C.UTF-8", "en")


def add_product(name):
    person.key("ctrl+shift+n")
    dialog = person.find("dialog", "Add Product")
    dialog.find("text", "Name").type(name)
    dialog.find("button", "Review").press()
    dialog.find("button", "Add to Shelf").press()
    wait_for("the dialog to close", lambda: not person.find_all("dialog", "Add Product"))


def products(path):
    return sorted(product["name"] for product in json.loads(path.read_text())["products"])


def first():
    person.set_clock("2027-03-11T17:00:00Z")
    person.start()
    add_product("Calm Cream")
    wait_for("the save", (home / "diary.json").exists)


def second():
    person.do("new-diary")
    person.missing("Calm Cream")
    person.meet()
    add_product("Dew Toner")
    person.look("second")
    others = wait_for("the save", lambda: list(home.glob("diaries/*/diary.json")))
    assert products(others[0]) == ["Dew Toner"]
    assert products(home / "diary.json") == ["Calm Cream"]


def erased():
    person.do("erase")
    dialog = person.find("alert", "Erase Everything?")
    button = dialog.find("button", "Erase Everything")
    assert not button.sensitive, "everything can be erased without a word"
    dialog.find("text", "Type “erase”").type("erase")
    person.look("erase")
    button.press()
    wait_for("the erasing", lambda: not list(home.rglob("*.json*")))
    person.missing("Dew Toner")
    person.look("erased")


def nothing_left():
    person.key("ctrl+q")
    assert person.process.wait(PATIENCE) == 0
    person.process = None
    left = [path.name for path in home.rglob("*") if path.is_file()]
    assert set(left) <= {"diary.lock"}, left


STEPS = [
    ("a diary", first),
    ("another beside it", second),
    ("everything erased", erased),
    ("nothing left", nothing_left),
]

try:
    tap.run(STEPS, person)
finally:
    person.end()
    shutil.rmtree(folder)
