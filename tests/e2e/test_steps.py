# SPDX-License-Identifier: GPL-3.0-or-later
"""A session of an experienced user, from the gate to the log: counted, and cut off at each step."""

import gettext
import json
import os
import re
import shutil
import sys
import tempfile

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
QUESTIONS = (
    "age infection coldsore acne rosacea eczema_psor sun proc skin_cancer keloid pih radiation "
    "scleroderma bleed immune diabetes bloodborne heart_liver healing eye isotret anticoag preg "
    "metal allergy implant faint bdd bio share"
).split()
AREAS = ["cheeks", "chin", "forehead"]
MOST_ACTIONS = 12


def _(text):
    """The words on the screen for `text`, without the mark of its mnemonic."""
    return translation.gettext(text).replace("_", "")


def area_title(area):
    return translation.pgettext("area", area.capitalize())


# --- The diary of somebody who has done this before ---


def identity(number):
    return f"{number:08x}-0000-4000-8000-000000000000"


def record(number, **members):
    return {"id": identity(number), "modified": "2027-01-01T00:00:00.000000Z"} | members


def session(number, state, start, **members):
    areas = [{"area": area, "needle_um": 250} for area in AREAS]
    return record(
        number,
        state=state,
        purpose=members.pop("purpose", "full"),
        place="home",
        start=start,
        device=identity(1),
        head=identity(2),
        areas=members.pop("areas", areas),
        **members,
    )


def make_diary():
    stamp = {"modified": "2027-01-01T00:00:00.000000Z"}
    patch = {"purpose": "patch", "areas": [{"area": "jaw", "needle_um": 250}]}
    calm = {"redness": 0, "pain": 0, "itch": 0, "flaking": 0, "swelling": 0}
    return {
        "format": 1,
        "id": identity(99),
        "profile": stamp
        | {
            "born": 1990,
            "questionnaire_at": "2027-01-01T19:00:00Z",
            "answers": {
                f"q.{name}": stamp
                | {"answer": "older" if name == "age" else "no", "on": "2027-01-01"}
                for name in QUESTIONS
            },
            "consultation": stamp | {"on": "2026-12-20", "by": "Dr. Weber"},
        },
        "products": [
            record(3, name="Plain Cream", kind="cream", ingredients="Aqua, Glycerin, Squalane"),
            record(4, name="Mild Wash", kind="cleanser", ingredients="Aqua, Coco-Glucoside, Glycerin"),
            record(5, name="Foam", kind="cleanser", ingredients="Aqua, Sodium Lauryl Sulfate"),
        ],
        "devices": [record(1, name="Roller", kind="roller")],
        "heads": [record(2, device=identity(1), needle_um=250, since="2027-01-01")],
        "sessions": [
            session(10, "done", "2027-01-03T20:00:00Z", end="2027-01-03T20:05:00Z", **patch),
            session(11, "done", "2027-02-20T20:00:00Z", end="2027-02-20T20:30:00Z"),
            session(12, "planned", "2027-03-12T21:00:00Z"),
        ],
        "applications": [record(20, product=identity(3), at="2027-03-01T20:00:00Z")],
        "reactions": [
            record(30, session=identity(10), slot="+48h", at="2027-01-05T20:00:00Z", **calm)
        ],
    }


def write_diary():
    os.makedirs(person.diary_dir, exist_ok=True)
    with open(os.path.join(person.diary_dir, "diary.json"), "w", encoding="utf-8") as file:
        json.dump(make_diary(), file)


def read_diary():
    with open(os.path.join(person.diary_dir, "diary.json"), encoding="utf-8") as file:
        return json.load(file)


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
    for area in AREAS:
        yield area_title(area), area
    yield _("Rinse"), "rinse"
    yield _("Disinfect the Head Again"), "disinfect-again"


def begin():
    write_diary()
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
        if name == AREAS[0]:
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
        return {s["id"]: s for s in read_diary()["sessions"]}[identity(12)]["state"] == "done"

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
