# SPDX-License-Identifier: GPL-3.0-or-later
"""The days after a session: skin that is calm, skin that needs longer, an alarm with its lock and its
lifting, and a clinic's sessions with light between them. By keyboard alone."""

import gettext
import json
import os
import re
import shutil
import sys
import tempfile

import tap
from person import Person, wait_for

DEVICE = "00000000-0000-4000-8000-000000000001"
STAMP = "2027-03-01T12:00:00.000000Z"

language = sys.argv[1] if len(sys.argv) > 1 else "en"
locale = {"en": "C.UTF-8", "de": "de_DE.UTF-8"}[language]
size = [int(it) for it in os.environ.get("STIPPLE_E2E_SIZE", "1000x700").split("x")]
folder = tempfile.mkdtemp()
diary = os.path.join(folder, "diary")
pictures = os.path.join(os.environ["STIPPLE_PICTURES"], f"aftercare-{language}")
person = Person(diary, os.path.join(folder, "now"), pictures, locale, language, *size)
translation = gettext.translation(
    "stipple", os.environ["STIPPLE_LOCALE_DIR"], [language], fallback=language == "en"
)


def _(text):
    """The words on the screen for `text`, without the mark of its mnemonic."""
    return translation.gettext(text).replace("_", "")


def sign(text):
    return translation.pgettext("sign", text)


def record(number, **members):
    return {"id": f"00000000-0000-4000-8000-{number:012}", "modified": STAMP, **members}


def write_diary():
    """Somebody with a roller, three products and a session on the evening of 11 March."""
    document = {
        "format": 1,
        "id": "00000000-0000-4000-8000-00000000000d",
        "profile": {"modified": STAMP},
        "products": [
            record(2, name="Night Serum", kind="serum", ingredients="Aqua, Glycerin, Retinol"),
            record(3, name="Acid Toner", kind="toner", ingredients="Aqua, Glycolic Acid, Glycerin"),
            record(4, name="Plain Cream", kind="cream", ingredients="Aqua, Glycerin, Squalane"),
        ],
        "devices": [record(1, name="Roller", kind="roller")],
        "heads": [record(5, device=DEVICE, needle_um=250)],
        "sessions": [
            record(
                6,
                state="done",
                purpose="full",
                place="home",
                start="2027-03-11T20:00:00Z",
                end="2027-03-11T21:00:00Z",
                device=DEVICE,
                areas=[{"area": "face", "needle_um": 250}],
            )
        ],
    }
    os.makedirs(diary)
    with open(os.path.join(diary, "diary.json"), "w", encoding="utf-8") as file:
        json.dump(document, file)


def choose(dialog, row, downs, last):
    """Takes a choice of a row; its list, which ends with `last`, takes a moment to open."""
    dialog.find("combo box", row).reach()
    person.key("space")
    person.read(last)
    person.key(*["Down"] * downs, "Return")


def stored(kind):
    with open(os.path.join(diary, "diary.json"), encoding="utf-8") as file:
        return json.load(file).get(kind, [])


def await_stored(what, kind, condition):
    wait_for(what, lambda: [it for it in stored(kind) if condition(it)])


def await_closed(title):
    wait_for(f"“{title}” to close", lambda: not person.find_all("dialog", title))


def open_check_in():
    person.press("button", _("_Check In…"))
    return person.find("dialog", _("Check-In"))


def say_calm():
    open_check_in().find("button", _("Calm: _Nothing to See or Feel")).press()
    await_closed(_("Check-In"))


def plan_button():
    person.key("ctrl+n")
    return person.find("dialog", _("Plan Session")).find("button", _("_Plan"))


def may_plan():
    """Whether the calendar would take a session at the time that it proposes."""
    sensitive = plan_button().sensitive
    person.look("plan")
    person.key("Escape")
    await_closed(_("Plan Session"))
    person.key("alt+3")
    return sensitive


def start():
    write_diary()
    person.set_clock("2027-03-12T21:00:00Z")
    person.start()
    person.key("alt+3")
    person.read(_("How Is Your Skin?"))
    person.read(_("One day after the session"))
    person.read("Night Serum")
    person.look("due")


def calm():
    dialog = open_check_in()
    assert not dialog.find("button", _("_Save")).sensitive, "an untouched form can be saved"
    person.look("form")
    dialog.find("button", _("Calm: _Nothing to See or Feel")).press()
    await_closed(_("Check-In"))
    person.read(_("Next Check-In"))
    await_stored(
        "calm skin on disk", "reactions", lambda it: it["slot"] == "+24h" and it["redness"] == 0
    )
    person.look("calm")


def amber():
    person.set_clock("2027-03-14T21:00:00Z")
    person.read(_("Three days after the session"))
    dialog = open_check_in()
    choose(dialog, _("Redness"), 2, translation.pgettext("strength", "Very strong"))
    wait_for("the form to be worth saving", lambda: dialog.find("button", _("_Save")).sensitive)
    person.look("amber-form")
    dialog.find("button", _("_Save")).press()
    person.read(_("Your Skin Needs More Time"))
    person.look("amber-answer")
    person.press("button", _("_Close"))
    person.read(_("Your skin needs more time"))
    person.look("amber")


def amber_rests():
    person.set_clock("2027-03-15T21:00:00Z")
    person.read(_("Is your skin calm again?"))
    say_calm()
    person.read(_("Your skin needed more time"))
    person.look("amber-rests")
    assert not may_plan(), "a session can be planned while the skin rests after a reaction"
    person.set_clock("2027-03-22T21:00:00Z")
    person.missing(_("Your skin needed more time"))
    assert may_plan(), "no session can be planned although the skin has rested"


def red():
    person.key("ctrl+r")
    dialog = person.find("dialog", _("Check-In"))
    dialog.find("list item", _("Pus, Crust, Fever or Tenderness")).press()
    dialog.find("check box", sign("Pus")).press()
    person.look("red-form")
    dialog.find("button", _("_Save")).press()
    person.read(re.compile(sign("Pus") + "[”“]"))
    person.look("red-asked")
    assert len(stored("reactions")) == 3, "an alarm is kept before it was confirmed"
    person.press("button", _("_Yes, Save"))
    await_closed(_("Check-In"))
    person.look("red-answer")
    person.press("button", _("_Close"))
    person.find("heading", _("Please Have This Looked At"))
    await_stored("the alarm on disk", "reactions", lambda it: it.get("signs") == ["pus"])
    person.look("locked")


def locked():
    assert not may_plan(), "a session can be planned after an alarm sign"
    person.key("ctrl+z")  # takes back what was done before it
    wait_for("the check-in before it to be gone", lambda: len(stored("reactions")) == 3)
    signs = [it.get("signs") for it in stored("reactions")]
    assert ["pus"] in signs, "undo opens a lock"
    person.find("heading", _("Please Have This Looked At"))
    person.key("ctrl+shift+z")
    wait_for("all three check-ins to be there", lambda: len(stored("reactions")) == 4)
    for name in (_("_Start Session"), _("_Start Now…")):
        assert not person.find_all("button", name), "a session can be started after an alarm sign"


def lifted():
    person.missing(_("Your skin needs more time"))
    marked = person.find("list item", re.compile(sign("Pus"))).name
    person.set_clock("2027-03-25T18:00:00Z")
    wait_for("“today” to be worded anew", lambda: not person.find_all("list item", marked))
    person.press("list item", _("A Doctor Says It Is Over…"))
    dialog = person.find("dialog", _("A Doctor Says It Is Over"))
    assert not dialog.find("button", _("_Save")).sensitive, "a lock is lifted by nobody"
    dialog.find("text", _("_By Whom")).type("Dr. Weber")
    dialog.find("text", _("_Notes")).type("Healed")
    person.look("lift")
    dialog.find("button", _("_Save")).press()
    person.missing(_("Please Have This Looked At"))
    await_stored(
        "the doctor's word on disk",
        "reactions",
        lambda it: it.get("resolved", {}).get("by") == "Dr. Weber",
    )
    person.look("lifted")
    assert may_plan(), "no session can be planned although a doctor said that it is over"


def clinic():
    person.press("list item", _("Session in a Clinic…"))
    dialog = person.find("dialog", _("Session in a Clinic"))
    dialog.find("text", _("Cl_inic")).type("Skin House")
    choose(dialog, _("T_reatment"), 1, translation.pgettext("treatment", "Something else"))
    person.look("clinic")
    dialog.find("button", _("_Log")).press()
    await_closed(_("Session in a Clinic"))
    await_stored("the clinic's session on disk", "sessions", lambda it: it.get("treatment") == "rf")
    person.read(_("Back Later"))
    person.look("clinic-after")


def light():
    person.set_clock("2027-03-27T18:00:00Z")
    person.press("list item", _("LED Light…"))
    dialog = person.find("dialog", _("LED Light"))
    person.read(_("About This Time"))
    person.look("light")
    dialog.find("button", _("_Log")).press()
    await_closed(_("LED Light"))
    await_stored("the light on disk", "sessions", lambda it: it.get("treatment") == "led-red")


def next_date():
    person.press("list item", _("Session in a Clinic…"))
    dialog = person.find("dialog", _("Session in a Clinic"))
    choose(dialog, _("T_reatment"), 1, translation.pgettext("treatment", "Something else"))
    dialog.find("spin button", _("_Day")).type("2027-04-03\t")
    person.read(_("Tell Your Clinic"))
    person.look("clinic-date")
    dialog.find("button", _("_Log")).press()
    await_closed(_("Session in a Clinic"))
    await_stored(
        "the clinic's date on disk",
        "sessions",
        lambda it: it["state"] == "planned" and it["place"] == "clinic",
    )
    person.look("clinic-planned")


STEPS = [
    ("a day after the session the skin is asked about", start),
    ("calm skin is said with one button", calm),
    ("redness that stays needs more time", amber),
    ("calm again, it rests for a week", amber_rests),
    ("an alarm sign is asked about once more", red),
    ("it locks planning and starting, and undo does not open it", locked),
    ("a doctor's word lifts it", lifted),
    ("a clinic's session is logged in one form", clinic),
    ("light after it is told the time, and logged", light),
    ("the clinic's next date is told what stands against it, and taken", next_date),
]

try:
    tap.run(STEPS, person)
finally:
    person.end()
    shutil.rmtree(folder)
