# SPDX-License-Identifier: GPL-3.0-or-later
"""Each key that the page of shortcuts lists does what it says there."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile

import experienced
import tap
from person import Atspi, Person, wait_for

folder = pathlib.Path(tempfile.mkdtemp())
home = folder / "diary"
pictures = os.path.join(os.environ["STIPPLE_PICTURES"], "keys")
person = Person(str(home), str(folder / "now"), pictures, "C.UTF-8", "en")

# What Gtk calls a key, as xdotool knows it.
NAMES = {"Page Up": "Prior", "Page Down": "Next", ",": "comma", "?": "question", "Space": "space"}


def key_of(label):
    if label == "+":
        return "plus"
    *modifiers, key = label.split("+")
    return "+".join([m.lower() for m in modifiers] + [NAMES.get(key, key if len(key) > 1 else key.lower())])


def n_uses():
    return len(json.loads((home / "diary.json").read_text())["applications"])


def opens(title, role="dialog"):
    def check(key):
        person.key(key)
        person.find(role, title)
        person.key("Escape")
        wait_for(f"“{title}” to close", lambda: not person.find_all(role, title))

    return check


def shows(*words):
    def check(key):
        person.key(key)
        for word in words:
            person.read(word)

    return check


def undo(key):
    before = n_uses()
    person.key("ctrl+l")
    dialog = person.find("dialog", "Log a Use")
    dialog.find("list item", re.compile("^Plain Cream")).press()
    dialog.find("button", "Log").press()
    wait_for("the use on the disk", lambda: n_uses() == before + 1)
    wait_for("the dialog to close", lambda: not person.find_all("dialog", "Log a Use"))
    person.key(key)
    wait_for("the use to be undone", lambda: n_uses() == before)


def redo(key):
    before = n_uses()
    person.key(key)
    wait_for("the use to be there again", lambda: n_uses() == before + 1)


def menu(key):
    def is_open():
        return any(it.has(Atspi.StateType.EXPANDED) for it in person.find_all(None, "Main Menu"))

    assert not is_open()
    person.key(key)
    wait_for("the menu to open", is_open)
    person.key("Escape")
    wait_for("the menu to close", lambda: not is_open())


def leaves(key):
    person.key(key)
    person.process.wait(timeout=20)
    person.start()


def go_to(day, *keys):
    person.key("alt+1")
    person.find("table", "Month").reach()
    person.key("Home", *keys)
    cell = person.find("table cell", re.compile(f"^{day}"))
    wait_for(f"{day} to be chosen", lambda: cell.has(Atspi.StateType.FOCUSED))


def goes_back(key):
    go_to("Sunday, 22 November 2026")
    shows("October 2026")(key)


def moves(key):
    go_to("Tuesday, 24 November 2026", "Right", "Right")
    person.key(key)
    person.find("button", "Leave It Where It Is")
    person.key("Escape")


def opens_file(key):
    person.key("alt+2")
    person.key(key)
    wait_for("a dialog for files", lambda: person.app.get_child_count() > 1)
    person.key("Escape")
    wait_for("it to close", lambda: person.app.get_child_count() == 1)


def lists_all(key):
    go_to("Tuesday, 17 November 2026", *["Left"] * 5)
    person.key(key)
    person.find("grouping", "Tuesday 17 November")
    person.key("Escape")
    wait_for("the list to close", lambda: not person.find_all("grouping", "Tuesday 17 November"))


def cell_has_focus():
    return person.find("table cell", re.compile("^Sunday, 22 November 2026")).has(Atspi.StateType.FOCUSED)


def enters(key):
    go_to("Sunday, 22 November 2026")
    person.key(key)
    wait_for("the focus in the day", lambda: not cell_has_focus())


def leaves_the_day(key):
    assert not cell_has_focus()
    person.key(key)
    wait_for("the focus in the month", cell_has_focus)


def in_session():
    """From the gate to the first step; the sample diary has shown all that it can."""
    person.end()
    shutil.rmtree(home)
    experienced.write(str(home))
    person.set_clock("2027-03-12T21:00:00Z")
    person.start()
    person.key("alt+3")
    person.press("radio button", "No")
    start = person.find("button", "Start Session")
    wait_for("the start to be open", lambda: start.sensitive)
    start.press()
    person.find("heading", "Disinfect the Head")


def goes_on(key):
    in_session()
    person.key(key)
    person.find("heading", "Wash Your Face")


def looks_back(key):
    person.key(key)
    person.find("heading", "Disinfect the Head")


CHECKS = {
    "Undo": undo,
    "Redo": redo,
    "Main menu": menu,
    "Preferences": opens("Preferences"),
    "Keyboard shortcuts": opens("Keyboard Shortcuts"),
    "Close the window": leaves,
    "Quit": leaves,
    "Library": shows("Fine Today"),
    "Session": shows("Last Permitted Use"),
    "Calendar": shows("November 2026"),
    "Plan a session": opens("Plan Session"),
    "Move the session of the chosen day": moves,
    "Log a use": opens("Log a Use"),
    "Log a reaction": opens("Check-In"),
    "Month before": goes_back,
    "Month after": shows("November 2026"),
    "Today": shows("November 2026"),
    "All that the chosen day holds": lists_all,
    "Into the chosen day": enters,
    "Back to the month": leaves_the_day,
    "Add a product": opens("Add Product"),
    "Open a file of products": opens_file,
    "Search": shows("Search Products"),
    "Next step": goes_on,
    "Look back at a step": looks_back,
    "Stop the session": opens("Stop the Session?", "alert"),
}
listed = {}


def read_the_page():
    home.mkdir()
    person.set_clock("2026-11-22T18:00:00Z")
    subprocess.run(
        [os.environ["STIPPLE_TOOL"], "demo", home / "diary.json", "--now", "2026-11-22T18:00:00Z"],
        check=True,
    )
    person.start()
    person.key("ctrl+question")
    page = person.find("dialog", "Keyboard Shortcuts")
    for row in person.find_all("list item", re.compile(""), within=page):
        texts = [it.name for it in person.find_all("label", re.compile(""), within=row)]
        listed[row.name] = texts[-1]
    print(f"# {listed}", flush=True)
    missing = set(listed) ^ set(CHECKS)
    assert not missing, f"only on the page or only tried here: {missing}"
    person.key("Escape")
    wait_for("the page to close", lambda: not person.find_all("dialog", "Keyboard Shortcuts"))


def try_key(title):
    return lambda: CHECKS[title](key_of(listed[title]))


STEPS = [("the page lists the keys", read_the_page)]
STEPS += [(title, try_key(title)) for title in CHECKS]

try:
    tap.run(STEPS, person)
finally:
    person.end()
    shutil.rmtree(folder)
