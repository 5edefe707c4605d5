# SPDX-License-Identifier: GPL-3.0-or-later
"""What the gate asks and keeps: a caution that is accepted and found again, a use that is remembered
there and cannot be wished away, and an answer that rules needling at home out."""

import os
import re
import shutil
import tempfile

import experienced
import tap
from experienced import identity, record
from person import Person, wait_for

SERUM, TONER = identity(40), identity(41)

folder = tempfile.mkdtemp()
pictures = os.path.join(os.environ["STIPPLE_PICTURES"], "gate")
person = Person(
    os.path.join(folder, "diary"), os.path.join(folder, "now"), pictures, "C.UTF-8", "en"
)


def on_disk(kind):
    return experienced.read(person.diary_dir, kind)


def uses_of(product):
    return [it for it in on_disk("applications").values() if it["product"] == product]


def start_button():
    return person.find("button", "Start Session")


def await_closed(title):
    wait_for(f"“{title}” to close", lambda: not person.find_all("dialog", title))


def gate():
    person.set_clock("2027-03-12T21:00:00Z")
    experienced.write(
        person.diary_dir,
        products=[
            record(40, name="Night Serum", kind="serum", ingredients="Aqua, Glycerin, Retinol"),
            record(41, name="Clear Toner", kind="toner", ingredients="Alcohol Denat., Aqua"),
        ],
        applications=[
            record(50, product=SERUM, at="2027-03-08T21:00:00Z"),
            record(51, product=TONER, at="2027-03-12T18:00:00Z"),
        ],
    )
    person.start()
    person.key("alt+3")
    person.press("radio button", "No")
    assert not start_button().sensitive
    person.look("asked")


def caution():
    person.press("button", "I Understand")
    wait_for("the caution to be accepted", lambda: not person.find_all("button", "I Understand"))
    assert not start_button().sensitive, "a session starts although retinol was not asked about"


def source():
    """Where a rule comes from is told beside it."""
    person.find_all("toggle button", "Where This Is From")[0].press()
    person.read("No clinician has reviewed these rules.")
    person.look("source")
    person.key("Escape")
    person.missing("No clinician has reviewed these rules.")


def remembered():
    person.press("button", "Log a Use…")
    dialog = person.find("dialog", "Log a Use")
    dialog.find("button", "Last Evening").press()
    dialog.find("list item", re.compile("Night Serum")).press()
    dialog.find("button", "Log").press()
    await_closed("Log a Use")
    person.read(re.compile("Not before .*Night Serum", re.DOTALL))
    person.look("remembered")
    assert not start_button().sensitive, "a session starts a day after retinol"


def try_to_delete():
    person.key("alt+2")
    person.press("list item", re.compile("Night Serum"))
    person.press("button", "Remove the Use of Yesterday 21:00")
    question = person.find("alert", "Did It Happen?")
    person.look("did-it-happen")
    question.find("button", "It Happened").press()
    wait_for("the answer", lambda: not person.find_all("alert", "Did It Happen?"))
    assert len(uses_of(SERUM)) == 2, "a use that happened is gone"
    person.press("button", "Remove the Use of Yesterday 21:00")
    person.find("alert", "Did It Happen?").find("button", "It Did Not Happen").press()
    wait_for("the use to be withdrawn", lambda: any("withdrawn" in it for it in uses_of(SERUM)))
    assert len(uses_of(SERUM)) == 2, "a withdrawn use leaves no trace"


def asked_by_name():
    person.key("alt+3")
    person.read(re.compile("Night Serum.*Nothing since", re.DOTALL))
    person.look("asked-by-name")
    assert not start_button().sensitive, "a session starts although nobody answered for retinol"
    person.press("button", "Nothing Since")
    start = start_button()
    wait_for("the start to be open", lambda: start.sensitive)


def started():
    start_button().press()
    person.find("heading", "Disinfect the Head")
    wait_for("the answer on disk", lambda: on_disk("denials"))
    assert {it["product"] for it in on_disk("denials").values()} == {SERUM}
    given = list(on_disk("gates").values())[-1]["acknowledged"]
    assert [it["subjects"] for it in given] == [[TONER]], given


def stopped():
    for heading in ("Disinfect the Head", "Wash Your Face", "Look at Your Skin", "Cheeks"):
        person.find("heading", heading)
        person.key("space")
    person.find("button", "Stop")
    person.key("Escape")
    person.find("alert", "The Session Has Stopped")
    wait_for("the stop on disk", lambda: on_disk("sessions")[experienced.PLANNED]["state"] == "done")
    person.look("stopped")
    person.press("list item", "Feeling faint")
    person.read("Lie down and put your feet up.")
    person.press("button", "Close")
    wait_for("the focus on what comes next", lambda: person.find("list item", "Next Check-In").focused)
    stop = [it for it in on_disk("steps").values() if it["step"] == "stop"]
    assert [it["detail"] for it in stop] == ["faint"], stop


def found_again():
    group = person.find("list", "What You Confirmed")
    group.find("list item", re.compile(".")).reach()
    person.read("Clear Toner")
    person.look("found-again")


def ruled_out():
    person.set_clock("2027-04-20T21:00:00Z")
    person.press("list item", re.compile("Questions About You"))
    dialog = person.find("dialog", "Questions About You")
    dialog.find("check box", "Scars that grow thick").press()
    dialog.find("radio button", "I have them")
    # GTK shows the mark within a row as a second radio button.
    person.find_all("radio button", "I have them", within=dialog)[0].press()
    dialog.find("button", "Save").press()
    await_closed("Questions About You")
    person.read("Better Not at Home")
    person.look("ruled-out")
    for name in ("Start Session", "Plan Session…", "Start Now…"):
        assert not person.find_all("button", name), f"{name} is offered"


def still_usable():
    person.press("list item", "Session in a Clinic…")
    person.find("dialog", "Session in a Clinic")
    person.key("Escape")
    await_closed("Session in a Clinic")
    person.key("alt+2")
    person.read("Night Serum")
    person.look("shelf")


STEPS = [
    ("a caution and a retinol stand at the gate", gate),
    ("the caution is accepted with one button", caution),
    ("a rule tells where it comes from", source),
    ("a use that is remembered at the gate closes it", remembered),
    ("it cannot be wished away", try_to_delete),
    ("and is asked about by name", asked_by_name),
    ("the session starts, and the gate keeps what was said", started),
    ("one key stops the needles, and asks why after that", stopped),
    ("the caution is found again in the session's page", found_again),
    ("an absolute reason is one calm page", ruled_out),
    ("the shelf and the clinic's log stay", still_usable),
]

try:
    tap.run(STEPS, person)
finally:
    person.end()
    shutil.rmtree(folder)
