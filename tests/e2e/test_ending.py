# SPDX-License-Identifier: GPL-3.0-or-later
"""An edit survives, however soon after it the app has to go."""

import json
import os
import shutil
import signal
import tempfile

import tap
from person import PATIENCE, Person, wait_for

folder = tempfile.mkdtemp()
diary = os.path.join(folder, "diary")
pictures = os.path.join(os.environ["STIPPLE_PICTURES"], "ending")
person = Person(diary, os.path.join(folder, "now"), pictures, "C.UTF-8", "en")


def add_product(name):
    person.key("ctrl+shift+n")
    dialog = person.find("dialog", "Add Product")
    dialog.find("text", "Name").type(name)
    dialog.find("button", "Review").press()
    dialog.find("button", "Add to Shelf").press()
    wait_for("the dialog to close", lambda: not person.find_all("dialog", "Add Product"))


def products():
    with open(os.path.join(diary, "diary.json"), encoding="utf-8") as file:
        return sorted(product["name"] for product in json.load(file)["products"])


def leaves():
    assert person.process.wait(PATIENCE) == 0
    person.process = None


def terminated():
    person.set_clock("2027-03-11T17:00:00Z")
    person.start()
    add_product("Calm Cream")
    person.process.send_signal(signal.SIGTERM)
    leaves()
    assert products() == ["Calm Cream"]


def window_closed():
    person.start()
    add_product("Dew Toner")
    person.key("ctrl+q")
    leaves()
    assert products() == ["Calm Cream", "Dew Toner"]


STEPS = [
    ("told to end by the system", terminated),
    ("the window closed", window_closed),
]

try:
    tap.run(STEPS, person)
finally:
    person.end()
    shutil.rmtree(folder)
