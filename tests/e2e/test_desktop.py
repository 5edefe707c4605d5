# SPDX-License-Identifier: GPL-3.0-or-later
"""What a session asks of the desktop: a screen that stays on, a word before it is left, and to be told
in another room when numbing cream has to come off, also if the computer slept meanwhile."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading

import experienced
import tap
from person import Person, wait_for

LOGOUT, SUSPEND, IDLE = 1, 4, 8

folder = tempfile.mkdtemp()
pictures = os.path.join(os.environ["STIPPLE_PICTURES"], "desktop")
person = Person(
    os.path.join(folder, "diary"), os.path.join(folder, "now"), pictures, "C.UTF-8", "en"
)
asked = []
desktop = subprocess.Popen(
    [sys.executable, os.path.join(os.path.dirname(__file__), "desktop.py")],
    stdout=subprocess.PIPE,
    text=True,
)
threading.Thread(
    target=lambda: asked.extend(json.loads(line) for line in desktop.stdout), daemon=True
).start()


def calls(method):
    return [call for call in asked if call[0] == method]


def await_calls(method, number):
    wait_for(f"{number} × {method}", lambda: len(calls(method)) == number)


def is_awake():
    return len(calls("Inhibit")) - len(calls("Uninhibit"))


def before():
    wait_for("the desktop", lambda: calls("ready"))
    person.set_clock("2027-03-12T21:00:00Z")
    experienced.write(person.diary_dir)
    person.start()
    person.key("alt+3")
    person.find("button", "Start Session")
    assert not calls("Inhibit"), "the screen is kept on although no session goes on"


def awake():
    person.press("radio button", "No")
    start = person.find("button", "Start Session")
    wait_for("the start to be open", lambda: start.sensitive)
    start.press()
    person.find("heading", "Disinfect the Head")
    await_calls("Inhibit", 1)
    reason, flags = calls("Inhibit")[0][3:]
    assert flags == LOGOUT | SUSPEND | IDLE, flags
    assert reason == "A session is in progress", reason


def elsewhere():
    person.key("alt+1")
    person.find("button", "Plan Session…")
    assert is_awake(), "the session is forgotten as soon as another pane is looked at"
    person.key("alt+3")
    person.find("heading", "Disinfect the Head")


def quitting():
    person.key("ctrl+q")
    question = person.find("alert", "Leave the Session?")
    person.look("leave")
    assert person.process.poll() is None
    question.find("button", "Stay").press()
    person.find("heading", "Disinfect the Head")
    assert person.process.poll() is None, "the app is gone although it was told to stay"


def cream():
    person.find("button", "Next").reach()
    person.key("space")
    person.find("heading", "Wash Your Face")
    person.key("space")
    person.press("button", "Numbing Cream…")
    person.press("radio button", "Up to 4 %")
    person.press("button", "Use Numbing Cream")
    person.read("Until 21:30, at the latest 22:00")
    assert not calls("Notify")


def slept():
    """The clock jumps as it does when a computer wakes up."""
    person.set_clock("2027-03-12T22:01:00Z")
    await_calls("Notify", 1)
    assert calls("Notify")[0][2] == "60 minutes are over. Wipe the cream off now.", calls("Notify")
    person.read("60 minutes are over. Wipe the cream off now.")
    person.look("cap")


def too_long():
    person.set_clock("2027-03-12T22:31:00Z")
    await_calls("Notify", 2)
    assert "No needling today." in calls("Notify")[1][2]


def days_later():
    person.kill()
    person.set_clock("2027-03-16T09:00:00Z")
    person.start()
    person.key("alt+3")
    person.read("Did This Session Happen?")
    person.look("days-later")
    person.press("button", "Not This Time")
    person.missing("Did This Session Happen?")
    session = experienced.read(person.diary_dir, "sessions")[experienced.PLANNED]
    wait_for(
        "the session to be cancelled",
        lambda: experienced.read(person.diary_dir, "sessions")[experienced.PLANNED]["state"]
        == "cancelled",
    )
    assert "end" not in session


def asleep():
    assert len(calls("Inhibit")) == 1, "nothing goes on, and the screen is kept on"


STEPS = [
    ("before a session the screen may go dark", before),
    ("while it goes on it may not, and logging out asks", awake),
    ("also while another pane is looked at", elsewhere),
    ("quitting asks, and staying stays", quitting),
    ("numbing cream is put on", cream),
    ("after a sleep the cap is told at once", slept),
    ("and that there is no needling today", too_long),
    ("a session left open for days asks what happened", days_later),
    ("and keeps nothing awake", asleep),
]

try:
    tap.run(STEPS, person)
finally:
    person.end()
    desktop.kill()
    desktop.wait()
    shutil.rmtree(folder)
