# SPDX-License-Identifier: GPL-3.0-or-later
"""A damaged diary: told in one sentence, and brought back with one button."""

import json
import os
import re
import shutil
import tempfile

import tap
from person import PATIENCE, Person, wait_for

folder = tempfile.mkdtemp()
diary = os.path.join(folder, "diary")
path = os.path.join(diary, "diary.json")
pictures = os.path.join(os.environ["STIPPLE_PICTURES"], "damage")
person = Person(diary, os.path.join(folder, "now"), pictures, "C.UTF-8", "en")
damaged = b""


def add_product(name):
    person.key("ctrl+shift+n")
    dialog = person.find("dialog", "Add Product")
    dialog.find("text", "Name").type(name)
    dialog.find("button", "Review").press()
    dialog.find("button", "Add to Shelf").press()
    wait_for("the dialog to close", lambda: not person.find_all("dialog", "Add Product"))


def products():
    with open(path, encoding="utf-8") as file:
        return sorted(product["name"] for product in json.load(file)["products"])


def close():
    person.key("ctrl+q")
    assert person.process.wait(PATIENCE) == 0
    person.process = None


def two_hours():
    person.set_clock("2027-03-11T17:00:00Z")
    person.start()
    add_product("Calm Cream")
    add_product("Dew Toner")
    close()
    person.set_clock("2027-03-11T19:00:00Z")
    person.start()
    add_product("Even Serum")
    close()
    assert products() == ["Calm Cream", "Dew Toner", "Even Serum"]


def told():
    global damaged
    with open(path, "rb") as file:
        damaged = file.read()[:400]
    with open(path, "wb") as file:
        file.write(damaged)
    person.start()
    person.read(re.compile("diary.unreadable-2027"))
    person.look("told")


def brought_back():
    rescued = products() if os.path.exists(path) else []
    person.press("button", re.compile("Restore…"))
    dialog = person.find("dialog", "Restore")
    row = dialog.find("list item", re.compile("19:00"))
    person.look("earlier-states")
    row.press()
    person.look("what-would-change")
    dialog.find("button", "Restore").press()
    person.read("Earlier state restored")
    person.look("restored")
    wait_for("the save", lambda: {"Calm Cream", "Dew Toner"} <= set(products()))
    person.key("ctrl+z")
    wait_for("the save", lambda: products() == rescued)
    person.key("ctrl+shift+z")
    wait_for("the save", lambda: {"Calm Cream", "Dew Toner"} <= set(products()))
    close()
    # Records stand in the order of their ids, which are dice: the third may have been rescued.
    assert {"Calm Cream", "Dew Toner"} <= set(products())


def nothing_overwritten():
    kept = [name for name in os.listdir(diary) if name.startswith("diary.unreadable-")]
    assert len(kept) == 1
    with open(os.path.join(diary, kept[0]), "rb") as file:
        assert file.read() == damaged


STEPS = [
    ("two hours of a diary", two_hours),
    ("told that it cannot be read", told),
    ("brought back", brought_back),
    ("nothing overwritten", nothing_overwritten),
]

try:
    tap.run(STEPS, person)
finally:
    person.end()
    shutil.rmtree(folder)
