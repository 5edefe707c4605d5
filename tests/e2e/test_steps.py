# SPDX-License-Identifier: GPL-3.0-or-later
"""A session of an experienced user, from the gate to the log: counted, and cut off at each step."""

import gettext
import os
import re
import shutil
import sys
import tempfile

import experienced
import tap
from person import Person, wait_for

language = sys.argv[1] if len(sys.argv) > 1 else "en"
locale = {"en": "C.UTF-8", "de": "de_DE.UTF-8"}[language]
translation = gettext.translation(
    "stipple", os.environ["STIPPLE_LOCALE_DIR"], [language], fallback=language == "en"
)
pictures = os.path.join(os.environ["STIPPLE_PICTURES"], f"steps-{language}")
folder = tempfile.mkdtemp()
narrow = os.environ.get("STIPPLE_NARROW")
person = Person(
    os.path.join(folder, "diary"),
    os.path.join(folder, "now"),
    pictures,
    locale,
    language,
    *((360, 720) if narrow else (1000, 700)),
)
MOST_ACTIONS = 12


def _(text):
    """The words on the screen for `text`, without the mark of its mnemonic."""
    return translation.gettext(text).replace("_", "")


def area_title(area):
    return translation.pgettext("area", area.capitalize())


# --- What is done, and counted ---

actions = 0


def act(press):
    global actions
    actions += 1
    press()


def space():
    act(lambda: person.key("space"))


def screens():
    """The headings of a calm session, each left with one press; an area is begun first."""
    yield _("Disinfect the Head"), "disinfect"
    yield _("Wash Your Face"), "wash"
    yield _("Look at Your Skin"), "look"
    for area in experienced.AREAS:
        yield area_title(area), area
    yield _("Rinse"), "rinse"
    yield _("Disinfect the Head Again"), "disinfect-again"


def begin():
    experienced.write(person.diary_dir)
    person.set_clock("2027-03-12T21:00:00Z")
    person.start()
    person.point("page tab", _("Session"))
    start = person.find("button", _("_Start Session"))
    person.look("gate")
    act(person.find("radio button", translation.pgettext("answer", "No")).press)
    wait_for("the start to be open", lambda: start.sensitive)
    act(start.press)
    person.find("heading", _("Disinfect the Head"))


def cut_off(heading, minute):
    """The power goes, and comes back some minutes later: the same step, and the true time."""
    person.kill()
    person.set_clock(f"2027-03-12T21:{minute:02}:00Z")
    person.start()
    person.point("page tab", _("Session"))
    person.find("heading", heading)


def go_through():
    minute = 0
    for heading, name in screens():
        person.find("heading", heading)
        person.look(name)
        minute += 2
        cut_off(heading, minute)
        if name == experienced.AREAS[0]:
            person.find("button", _("_Begin"))
            space()
            person.find("button", _("_Next"))
            person.look(f"{name}-begun")
            minute += 2
            cut_off(heading, minute)
            # Time went on while the app was gone, and goes on while it is read.
            person.read(re.compile(r"^[12]:[0-5]\d$"))
        space()
    person.missing(_("Disinfect the Head Again"))


def is_logged():
    def done():
        sessions = experienced.read(person.diary_dir, "sessions")
        return sessions[experienced.PLANNED]["state"] == "done"

    wait_for("the session to be done", done)
    assert actions < MOST_ACTIONS, f"{actions} actions from the gate to the log"
    print(f"# {actions} actions from the gate to the log", flush=True)


STEPS = [
    ("the gate opens with two answers", begin),
    ("each step is there again after a power cut", go_through),
    (f"the session is logged in under {MOST_ACTIONS} actions", is_logged),
]

try:
    tap.run(STEPS, person)
finally:
    person.end()
    shutil.rmtree(folder)
