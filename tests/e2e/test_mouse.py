# SPDX-License-Identifier: GPL-3.0-or-later
"""A course is planned by mouse, and its sessions dragged over the month: refused with its reason, to
the earliest day, with those that follow, and back."""

import os
import re
import shutil
import tempfile

import tap
from person import wait_for
from planned import PlannedDiary, record
from pointer import Pointer

SERUM = "00000000-0000-4000-8000-000000000002"

folder = tempfile.mkdtemp()
diary = os.path.join(folder, "diary")
pictures = os.path.join(os.environ["STIPPLE_PICTURES"], "mouse")
planned = PlannedDiary(diary)
person = Pointer(diary, os.path.join(folder, "now"), pictures, "C.UTF-8", "en", 1100, 850)

WEEKLY = [f"2027-{day}T21:00:00Z" for day in ("03-18", "03-25", "04-01", "04-08")]
EARLIEST = "2027-03-13T21:00:00Z"
FOLLOWING = [f"2027-{day}T21:00:00Z" for day in ("03-27", "04-03", "04-10")]


def cell(day):
    return re.compile(f"^[A-Z][a-z]+day, {day}\\b")


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
    person.click(cell("18 March"))
    person.read("Thursday 18 March")
    person.click("Plan Session…")
    person.find("dialog", "Plan Session")
    person.click("Course")
    for _fewer in ("five", "four"):
        person.click("value-decrease-symbolic", beside="Number of Sessions")
    person.read(re.compile("Thu 18 Mar · Thu 25 Mar · Thu 1 Apr · Thu 8 Apr$"))
    person.look("course")
    person.click("Plan")
    wait_for("the dialog to close", lambda: not person.find_all("dialog", "Plan Session"))
    planned.await_starts(*WEEKLY)


def is_paused(day):
    return any("paused: retinoids" in name for name, _box in person.places() if cell(day).search(name))


def refuse():
    """The reason is there while the session is over the day, and stays when it is dropped."""
    wait_for("the pause after the first session", lambda: is_paused("20 March"))
    person.take(cell("18 March"))
    person.carry(cell("12 March"))
    person.read("Friday 12 March, 21:00")
    person.read("Night Serum (retinol) was used today 16:00; 48 hours must pass.")
    person.look("over-a-blocked-day")
    person.drop()
    person.read("Night Serum (retinol) was used today 16:00; 48 hours must pass.")
    person.find("button", "Move to Earliest: Saturday 16:00")
    planned.await_starts(*WEEKLY)
    person.look("refused")


def leave():
    """Escape leads back from what was offered to the day of the session."""
    person.key("Escape")
    person.missing("Friday 12 March, 21:00")
    wait_for("the focus on its day", lambda: person.find("table cell", cell("18 March")).focused)


def drop_beside():
    """Beside the month it is let go where it was."""
    person.take(cell("18 March"))
    person.carry(cell("20 March"))
    person.read("Saturday 20 March, 21:00")
    person.carry("Library")
    person.drop()
    person.missing("Saturday 20 March, 21:00")
    planned.await_starts(*WEEKLY)


def drag_to_earliest():
    person.take(cell("18 March"))
    person.carry(cell("13 March"))
    person.read("Saturday 13 March, 21:00")
    person.look("over-the-earliest-day")
    person.drop()
    person.click("Only This One")
    planned.await_starts(EARLIEST, *WEEKLY[1:])


def find_windows():
    """They travelled along: what was paused for the session is now paused before its new day."""
    wait_for("the pause before the new day", lambda: is_paused("12 March"))
    wait_for("none after the old one", lambda: not is_paused("20 March"))
    person.look("earliest")


def undo():
    person.key("ctrl+z")
    planned.await_starts(*WEEKLY)
    wait_for("the pause to be back", lambda: is_paused("20 March"))


def drag_following():
    person.take(cell("25 March"))
    person.carry(cell("27 March"))
    person.read("Saturday 27 March, 21:00")
    person.drop()
    person.look("this-or-following")
    person.click("This and Following")
    planned.await_starts(WEEKLY[0], *FOLLOWING)
    person.look("moved")


def undo_all():
    undo()
    person.key("ctrl+z")
    planned.await_starts()


STEPS = [
    ("somebody who used retinol today opens the calendar", start),
    ("a course of four is planned by clicks", plan_course),
    ("a session dragged over a blocked day says why, and is refused", refuse),
    ("Escape leads back from the reason to the month", leave),
    ("one dropped beside the month stays where it was", drop_beside),
    ("it is dragged to the earliest day", drag_to_earliest),
    ("its windows came along", find_windows),
    ("one undo takes that back", undo),
    ("the second one is dragged with those that follow", drag_following),
    ("undo leads back to the start", undo_all),
]

try:
    tap.run(STEPS, person)
finally:
    person.end()
    shutil.rmtree(folder)
