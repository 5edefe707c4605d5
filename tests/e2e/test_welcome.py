# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody opens Stipple for the first time: is told what it is, looks at the sample, comes back to
an empty diary of their own, and adds a first product from the list of first things."""

import json
import os
import pathlib
import re
import shutil
import tempfile

import tap
from person import Person, wait_for

folder = pathlib.Path(tempfile.mkdtemp())
home = folder / "diary"
pictures = os.path.join(os.environ["STIPPLE_PICTURES"], "welcome")


class Newcomer(Person):
    def begin(self):
        """Stays to read."""


person = Newcomer(str(home), str(folder / "now"), pictures, "C.UTF-8", "en")


def products(path):
    return [product["name"] for product in json.loads(path.read_text())["products"]]


def welcomed():
    person.set_clock("2027-03-11T17:00:00Z")
    person.start()
    person.find("dialog", "Welcome")
    person.read("not reviewed by a clinician")
    person.look("welcome")


def sample():
    person.press("button", "Look at a Sample Diary")
    person.read("This is the sample diary. Nothing in it is yours.")
    person.missing("Welcome to Stipple")
    person.look("sample")


def own_diary():
    person.press("button", "My Diary")
    person.missing("This is the sample diary.")
    assert products(home / "diaries/sample/diary.json")
    assert not (home / "diary.json").exists() or not products(home / "diary.json")


def restart():
    person.end()
    person.start()
    person.find("dialog", "Welcome").find("button", "Get Started").press()
    person.read("the first session asks for what is missing")
    person.look("first-things")


def first_product():
    person.press("list item", "Products")
    dialog = person.find("dialog", "Add Product")
    dialog.find("text", "Name").type("Calm Cream")
    dialog.find("button", "Review").press()
    dialog.find("button", "Add to Shelf").press()
    person.read("1 product on your shelf")
    person.look("first-product")
    wait_for("the save", (home / "diary.json").exists)
    assert products(home / "diary.json") == ["Calm Cream"]


def not_again():
    person.find("dialog", "Welcome").find("button", "Done").press()
    wait_for("the welcome to close", lambda: not person.find_all("dialog", "Welcome"))
    person.end()
    person.start()
    person.read("Calm Cream")
    assert not person.find_all("dialog", "Welcome")


def sheet():
    """What is taken along to the consultation: the desktop's dialog prints or saves it."""
    person.key("alt+3")
    person.press("list item", re.compile("^Consultation"))
    dialog = person.find("dialog", "Consultation")
    dialog.find("button", "Print or Save the Sheet…").reach()
    person.key("Return")
    person.find("dialog", "Print").find("table row", "Print to File")
    person.look("sheet")


STEPS = [
    ("told what it is and what it is not", welcomed),
    ("the sample, marked as such", sample),
    ("back to an empty diary of one's own", own_diary),
    ("the first things, from the beginning", restart),
    ("a first product", first_product),
    ("not greeted twice", not_again),
    ("a page for the consultation", sheet),
]

try:
    tap.run(STEPS, person)
finally:
    person.end()
    shutil.rmtree(folder)
