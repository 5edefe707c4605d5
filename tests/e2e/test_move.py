# SPDX-License-Identifier: GPL-3.0-or-later
"""Sessions are moved over the month by keyboard alone: refused, to the earliest, with those that
follow, and back."""

import os
import re
import shutil
import tempfile

import tap
from person import Person, wait_for
from planned import PlannedDiary, record

SERUM = "00000000-0000-4000-8000-000000000002"

folder = tempfile.mkdtemp()
diary = os.path.join(folder, "diary")
pictures = os.path.join(os.environ["STIPPLE_PICTURES"], "move")
planned = PlannedDiary(diary)
person = Person(diary, os.path.join(folder, "now"), pictures, "C.UTF-8", "en")

WEEKLY = [f"2027-{day}T21:00:00Z" for day in ("03-18", "03-25", "04-01", "04-08")]
EARLIEST = "2027-03-13T16:00:00Z"
DAY_18 = re.compile("^Thursday, 18 March")
FOLLOWING = [f"2027-{day}T21:00:00Z" for day in ("03-27", "04-03", "04-10")]


def write_diary():
    """Somebody who has had a session, and used retinol an hour ago."""
    planned.write(
        products=[record(2, name="Night Serum", kind="serum", ingredients="Aqua, Glycerin, Retinol")],
        applications=[record(5, product=SERUM, at="2027-03-11T16:00:00Z")],
    )


def start():
    write_diary()
    person.set_clock("2027-03-11T17:00:00Z")
    person.start()
    person.find("button", "Plan Session…")


def plan_course():
    person.find("table cell", re.compile("^Thursday, 11 March")).reach()
    person.key("Down", "ctrl+n")
    dialog = person.find("dialog", "Plan Session")
    dialog.find("radio button", "One Session").reach()
    person.key("Right", "space")
    dialog.find("spin button", "Number of Sessions").type("4\t")
    person.read("Thu 18 Mar · Thu 25 Mar · Thu 1 Apr · Thu 8 Apr")
    dialog.find("button", "Plan").press()
    wait_for("the dialog to close", lambda: not person.find_all("dialog", "Plan Session"))
    planned.await_starts(*WEEKLY)


def list_day():
    """What a day holds is listed by a key, and Escape leads back to the day."""
    person.find("table cell", DAY_18).reach()
    person.key("plus")
    listed = person.find("grouping", "Thursday 18 March")
    wait_for("the focus on the list", lambda: listed.focused)
    person.read("21:00 Session planned")
    person.look("listed")
    person.key("Escape")
    wait_for("the focus on its day", lambda: person.find("table cell", DAY_18).focused)


def take_up():
    person.find("table cell", DAY_18).reach()
    person.key("ctrl+m")
    person.read("Planned for Thursday 18 March, 21:00")
    person.look("taken-up")


def leave():
    person.key("Right", "Right")
    person.read("Saturday 20 March, 21:00")
    person.key("Escape")
    person.missing("Planned for Thursday 18 March, 21:00")
    wait_for("the focus on its day", lambda: person.find("table cell", DAY_18).focused)
    planned.await_starts(*WEEKLY)


def refuse():
    """The reason is there while the session is over the day, and stays when it is dropped."""
    person.key("ctrl+m")
    person.key(*["Left"] * 6)
    person.read("Friday 12 March, 21:00")
    person.read("Night Serum (retinol) was used today 16:00; 48 hours must pass.")
    person.look("refused")
    person.key("Return")
    offer = person.find("button", "Move to Earliest: Saturday 16:00")
    wait_for("the focus on the offer", lambda: offer.focused)
    planned.await_starts(*WEEKLY)


def take_earliest():
    person.key("space")
    person.find("button", "Only This One").press()
    planned.await_starts(EARLIEST, *WEEKLY[1:])
    person.read("Saturday 13 March")
    person.look("earliest")


def undo():
    person.key("ctrl+z")
    planned.await_starts(*WEEKLY)


def move_following():
    """From the row of the session in the panel."""
    person.find("table cell", re.compile("^Saturday, 13 March")).reach()
    person.key("Down", "Down", "Left", "Left")
    person.read("Thursday 25 March")
    person.press("button", "Move…")
    person.read("Planned for Thursday 25 March, 21:00")
    person.key("Right", "Right")
    person.read("Saturday 27 March, 21:00")
    person.look("following")
    person.key("Return")
    person.find("button", "This and Following").press()
    planned.await_starts(WEEKLY[0], *FOLLOWING)
    person.look("moved")


def undo_all():
    undo()
    person.key("ctrl+z")
    planned.await_starts()


STEPS = [
    ("somebody who used retinol today opens the calendar", start),
    ("a course of four is planned from next week on", plan_course),
    ("a key lists what a day holds", list_day),
    ("the session of the chosen day is taken up", take_up),
    ("Escape leaves it where it was", leave),
    ("a blocked day says why, and refuses it", refuse),
    ("the earliest is one key away", take_earliest),
    ("one undo takes that back", undo),
    ("the second one moves with those that follow", move_following),
    ("undo leads back to the start", undo_all),
]

try:
    tap.run(STEPS, person)
finally:
    person.end()
    shutil.rmtree(folder)
