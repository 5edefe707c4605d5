# SPDX-License-Identifier: GPL-3.0-or-later
"""One real day, from an empty start to the aftercare, as a person goes through it."""

import gettext
import os
import re
import shutil
import sys
import tempfile

import shelf
import tap
from person import Person, wait_for

language = sys.argv[1] if len(sys.argv) > 1 else "en"
locale = {"en": "C.UTF-8", "de": "de_DE.UTF-8"}[language]
pictures = os.path.join(os.environ["STIPPLE_PICTURES"], f"day-{language}")
translation = gettext.translation(
    "stipple", os.environ["STIPPLE_LOCALE_DIR"], [language], fallback=language == "en"
)
folder = tempfile.mkdtemp()
person = Person(
    os.path.join(folder, "diary"), os.path.join(folder, "now"), pictures, locale, language
)
products, source = shelf.products()


def _(text):
    """The words on the screen for `text`, without the mark of its mnemonic."""
    return translation.gettext(text).replace("_", "")


def empty_start():
    person.set_clock("2027-03-11T17:00:00Z")
    person.start()
    person.point("page tab", _("Session"))
    person.read(_("Before the First Session"))
    person.look("empty")


def consultation():
    person.press("list item", re.compile("^" + _("C_onsultation")))
    dialog = person.find("dialog", _("Consultation"))
    dialog.find("text", _("_By Whom")).type("Dr. Weber")
    person.look("consultation")
    dialog.find("button", _("_Save")).press()
    person.read("Dr. Weber")


def device():
    person.press("list item", re.compile("^" + _("_Device")))
    dialog = person.find("dialog", _("Device"))
    dialog.find("text", _("_Name")).type("Roller")
    person.look("device")
    dialog.find("button", _("_Save")).press()
    person.read("Roller")


def add_product(kind):
    name, ingredients = products[kind]
    person.point("page tab", _("Library"))
    if kind == "serum":
        person.press("button", _("_Add Product…"))
    else:
        person.key("ctrl+shift+n")
    dialog = person.find("dialog", _("Add Product"))
    dialog.find("text", _("_Name")).type(name)
    dialog.find("text", _("Ingredients")).paste(ingredients)
    person.look(f"add-{kind}")
    dialog.find("button", _("_Review")).press()
    person.read(_("What Was Found"))
    person.look(f"review-{kind}")
    dialog.find("button", _("_Add to Shelf")).press()
    wait_for("the dialog to close", lambda: not person.find_all("dialog", _("Add Product")))
    person.read(name)


def log_retinol():
    person.point("page tab", _("Calendar"))
    person.press("button", _("_Log a Use…"))
    dialog = person.find("dialog", _("Log a Use"))
    dialog.find("button", _("Last _Evening")).press()
    dialog.find("list item", re.compile(re.escape(products["serum"][0]))).press()
    person.look("log-use")
    dialog.find("button", _("_Log")).press()
    wait_for("the dialog to close", lambda: not person.find_all("dialog", _("Log a Use")))


def plan_tonight():
    person.press("button", _("_Plan Session…"))
    dialog = person.find("dialog", _("Plan Session"))
    person.read(products["serum"][0])
    accept = dialog.find("button", _("_Plan"))
    assert not accept.sensitive, "a session 24 hours after retinol can be planned"
    person.look("plan-refused")


def take_earliest():
    dialog = person.find("dialog", _("Plan Session"))
    dialog.find("button", re.compile("21:00")).press()
    wait_for("the dialog to close", lambda: not person.find_all("dialog", _("Plan Session")))
    person.look("planned")


def questionnaire(start):
    """Six words: the age, and that nothing of each group applies."""
    assert not start.sensitive, "a session starts although nothing was asked about the person"
    person.press("button", _("Answer _Questions…"))
    dialog = person.find("dialog", _("Questions About You"))
    save = dialog.find("button", _("_Save"))
    person.look("questions")
    # GTK shows the mark within a row as a second radio button.
    person.find_all("radio button", translation.pgettext("answer", "22 or older"), within=dialog)[0].press()
    for none in person.find_all("check box", _("None of these"), within=dialog):
        assert not save.sensitive, "answers are saved although some are missing"
        none.press()
    wait_for("the answers to be whole", lambda: save.sensitive)
    person.look("questions-answered")
    save.press()
    wait_for("the dialog to close", lambda: not person.find_all("dialog", _("Questions About You")))


def nothing_unusual():
    question = "Is anything unusual today: illness or fever, a cold sore, a sore spot?"
    choices = person.find("grouping", _(question))
    choices.find("radio button", translation.pgettext("answer", "No")).press()


def gate():
    person.set_clock("2027-03-12T21:00:00Z")
    person.point("page tab", _("Session"))
    start = person.find("button", _("_Start Session"))
    questionnaire(start)
    nothing_unusual()
    assert not start.sensitive, "a session starts although nobody said that nothing was used"
    person.read(products["serum"][0])
    person.look("gate-asked")
    person.press("button", _("_Nothing Since"))
    wait_for("the start to be open", lambda: start.sensitive)
    person.look("gate-met")
    start.press()


def go_through(titles):
    """Does the steps one by one with the space bar, as with a roller in the other hand."""
    for title in titles:
        person.find("heading", _(title))
        person.look(title.lower().replace(" ", "-").rstrip("?"))
        person.key("space")


def first_steps():
    go_through(["Disinfect the Head", "Wash Your Face"])
    person.find("heading", _("Look at Your Skin"))


def power_cut():
    person.kill()
    person.set_clock("2027-03-12T21:05:00Z")  # it begins anew with the app, but time goes on
    person.start()
    person.point("page tab", _("Session"))
    person.find("heading", _("Look at Your Skin"))
    person.look("resumed")


def to_the_needles():
    go_through(["Look at Your Skin"])
    person.find("heading", translation.pgettext("area", "Jaw"))
    person.look("needling")


def power_cut_after_a_stroke():
    person.find("button", _("_Begin"))
    person.key("space")
    person.find("button", _("_Next"))
    person.kill()
    person.set_clock("2027-03-12T21:10:00Z")
    person.start()
    person.point("page tab", _("Session"))
    person.find("heading", translation.pgettext("area", "Jaw"))
    person.find("button", _("_Next"))
    person.look("resumed-needling")
    person.key("space")


def to_the_end():
    go_through(["Rinse"])
    person.find("heading", _("Disinfect the Head Again"))
    person.look("rating")
    person.press("button", _("_Done"))


def aftercare():
    person.read(_("Back Later"))
    person.read(products["serum"][0])
    person.look("aftercare")
    person.point("page tab", _("Library"))
    person.look("library-after")
    person.point("page tab", _("Calendar"))
    person.look("calendar-after")


STEPS = [
    ("an empty start says what comes first", empty_start),
    ("the consultation is recorded", consultation),
    ("the device is recorded", device),
    (f"a retinol serum is read ({source})", lambda: add_product("serum")),
    ("a glycolic toner is read", lambda: add_product("toner")),
    ("a bland cream is read", lambda: add_product("cream")),
    ("retinol is logged for yesterday 21:00", log_retinol),
    ("tonight is refused with reason and earliest", plan_tonight),
    ("the earliest is taken", take_earliest),
    ("the gate opens after “nothing since”, and not before", gate),
    ("the first steps are done with the space bar", first_steps),
    ("after a power cut the same step is there", power_cut),
    ("the patch on the jaw is needled", to_the_needles),
    ("after a power cut between strokes it is there too", power_cut_after_a_stroke),
    ("the session comes to its end", to_the_end),
    ("the aftercare says when retinol is back", aftercare),
]

try:
    tap.run(STEPS, person)
finally:
    person.end()
    shutil.rmtree(folder)
