# SPDX-License-Identifier: GPL-3.0-or-later
"""A course of four is planned, moved from its second session on, and taken back, by keyboard alone."""

import os
import re
import shutil
import tempfile

import tap
from person import Person, wait_for
from planned import PlannedDiary, record

TONER = "Aqua, Glycolic Acid 7%, Glycerin, Panthenol, Phenoxyethanol"
SERUM = "Aqua, Glycerin, Retinol, Phenoxyethanol"

folder = tempfile.mkdtemp()
diary = os.path.join(folder, "diary")
pictures = os.path.join(os.environ["STIPPLE_PICTURES"], "course")
planned = PlannedDiary(diary)
person = Person(diary, os.path.join(folder, "now"), pictures, "C.UTF-8", "en")


WEEKLY = [f"2027-{day}T21:00:00Z" for day in ("03-11", "03-18", "03-25", "04-01")]
MOVED = [f"2027-{day}T21:00:00Z" for day in ("03-20", "03-27", "04-03")]


def write_diary():
    """Somebody who has had their patch test, with two products that a course is about."""
    planned.write(
        products=[
            record(2, name="Night Serum", kind="serum", ingredients=SERUM),
            record(3, name="Acid Toner", kind="toner", ingredients=TONER),
        ]
    )


def start():
    write_diary()
    person.set_clock("2027-03-11T17:00:00Z")
    person.start()
    person.find("button", "Plan Session…")


def choose_course():
    person.key("ctrl+n")
    dialog = person.find("dialog", "Plan Session")
    dialog.find("radio button", "One Session").reach()
    person.key("Right", "space")
    dialog.find("spin button", "Number of Sessions").type("4\t")
    person.read("Thu 11 Mar · Thu 18 Mar · Thu 25 Mar · Thu 1 Apr")
    person.read("Pauses 2 products from now on.")
    person.read("These stay off for the whole course: Acid Toner.")
    person.look("course")


def plan_course():
    person.find("dialog", "Plan Session").find("button", "Plan").press()
    wait_for("the dialog to close", lambda: not person.find_all("dialog", "Plan Session"))
    planned.await_starts(*WEEKLY)
    person.look("planned")


def move_following():
    """In the month one week further down, whose panel then has the button."""
    person.find("table cell", re.compile("^Thursday, 11 March")).reach()
    person.key("Down")
    person.read("Thursday 18 March")
    person.press("button", "Move…")
    person.press("button", "Choose a Time…")
    dialog = person.find("dialog", "Move Session")
    dialog.find("radio button", "This One").reach()
    person.key("Right", "space")
    dialog.find("spin button", "Day").type("2027-03-20\t")
    person.read("Sat 20 Mar · Sat 27 Mar · Sat 3 Apr")
    person.look("move")
    dialog.find("button", "Move").press()
    wait_for("the dialog to close", lambda: not person.find_all("dialog", "Move Session"))
    planned.await_starts(WEEKLY[0], *MOVED)
    person.look("moved")


def undo_move():
    person.key("ctrl+z")
    planned.await_starts(*WEEKLY)


def undo_plan():
    person.key("ctrl+z")
    planned.await_starts()
    person.look("undone")


STEPS = [
    ("somebody with two products opens the calendar", start),
    ("a course of four shows what it pauses", choose_course),
    ("it is planned", plan_course),
    ("from the second one on it moves by two days", move_following),
    ("one undo takes the move back", undo_move),
    ("one more takes the course back", undo_plan),
]

try:
    tap.run(STEPS, person)
finally:
    person.end()
    shutil.rmtree(folder)
