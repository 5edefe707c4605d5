# SPDX-License-Identifier: GPL-3.0-or-later
"""The library as a person keeps it, by keyboard alone once the pane is open."""

import json
import os
import re
import shutil
import tempfile

import tap
from person import Person, wait_for

BARCODE = "4000000000907"
DIRTY = (
    "INGREDIENTS: Aqua (Water),  Glycerin , Niacin amide, Glycolic Acid,\n"
    "Panthenol;Parfum (Fragrance), Blorbium Extract.  *from organic farming"
)
ANSWER = "Aqua, Glycerin, Niacinamide, Glycolic Acid, Panthenol, PARFUM (FRAGRANCE), Squalane"

pictures = os.path.join(os.environ["STIPPLE_PICTURES"], "library")
folder = tempfile.mkdtemp()
person = Person(
    os.path.join(folder, "diary"), os.path.join(folder, "now"), pictures, "C.UTF-8", "en"
)


def add_dialog():
    person.key("ctrl+shift+n")
    return person.find("dialog", "Add Product")


def closed(name):
    wait_for("the dialog to close", lambda: not person.find_all("dialog", name))


def empty():
    person.set_clock("2027-03-12T20:30:00Z")
    person.start()
    person.point("page tab", "Library")
    person.read("Your Shelf Is Empty")
    person.look("empty")


def paste_dirty_list():
    dialog = add_dialog()
    dialog.find("text", "Name").type("Glow Toner")
    dialog.find("text", "Barcode").type(BARCODE)
    dialog.find("text", "Ingredients").paste(DIRTY)
    person.read("Found: Fruit acid")
    person.look("marks")


def survive_a_crash():
    kept = os.path.join(folder, "diary", "product-draft.json")
    wait_for("the draft on the disk", lambda: os.path.exists(kept) and "Blorbium" in open(kept).read())
    assert os.stat(kept).st_mode & 0o777 == 0o600, "anybody may read the draft"
    person.kill()
    person.start()
    person.point("page tab", "Library")
    add_dialog()
    person.read("What you entered before is still here.")
    person.read("Blorbium")
    person.look("restored")


def correct_one_word():
    dialog = person.find("dialog", "Add Product")
    dialog.find("button", "Review").press()
    person.read("Is Something Read Wrong?")
    person.find("combo box", re.compile("^Parfum")).reach()
    person.key("space", "Down", "Down", "Down", "Return")
    wait_for("the perfume to be gone", lambda: not person.sees("Fruit acid · Perfume"))
    person.look("corrected")
    dialog.find("button", "Add to Shelf").press()
    closed("Add Product")
    person.read("Glow Toner")
    kept = os.path.join(folder, "diary", "product-draft.json")
    assert not os.path.exists(kept), "the draft of a saved product is still there"


def corrections():
    with open(os.path.join(folder, "diary", "diary.json"), encoding="utf-8") as file:
        product = json.load(file)["products"][0]
    return product, [(c["token"], c["as"]) for c in product.get("corrections", [])]


def paste_again():
    """The list as another shop gives it: what was said of a word that is still in it stays."""
    person.press("button", "Edit…")
    dialog = person.find("dialog", "Edit Product")
    dialog.find("text", "Ingredients").paste(ANSWER)
    wait_for("the new list to be read", lambda: not person.sees("Blorbium"))
    dialog.find("button", "Review").press()
    person.look("pasted-again")
    dialog.find("button", "Save").press()
    closed("Edit Product")
    wait_for("the new list on the disk", lambda: "Squalane" in corrections()[0]["ingredients"])
    product, said = corrections()
    assert product["barcode"] == BARCODE, "the barcode is forgotten"
    assert len(said) == 1 and said[0][1] == "none", f"what was corrected is gone: {said}"


def add_retinol():
    dialog = add_dialog()
    dialog.find("text", "Name").type("Night Serum")
    dialog.find("text", "Ingredients").paste("Aqua, Glycerin, Retinol, Phenoxyethanol")
    person.read("Found: Retinoid")
    dialog.find("button", "Review").press()
    dialog.find("button", "Add to Shelf").press()
    closed("Add Product")


def search_korean():
    person.key("ctrl+f")
    person.find("entry", "Search Products").paste("레티놀")
    wait_for("the toner to be hidden", lambda: not person.find_all("list item", re.compile("Glow")))
    person.find("list item", re.compile("^Night Serum"))
    person.look("found")
    person.key("Return")
    person.read("What If I Use It Tonight?")


def keep_a_routine():
    """The switches of the page are rows: whoever has no mouse goes to them and presses Space."""
    row = person.find_all("check box", "Evenings")[0]
    row.press()
    person.read("Not Today")
    person.look("routine")


def expire_tomorrow():
    person.press("check box", "Date on the Pack")
    person.read("Expires tomorrow")
    person.look("expires")


def log_the_evening():
    person.press("button", re.compile("Use 1"))
    person.press("button", "I Used It")
    person.read("Logged for this evening.")
    person.look("logged")


STEPS = [
    ("an empty shelf says what to do", empty),
    ("a dirty list is read while it is pasted", paste_dirty_list),
    ("a draft survives a crash", survive_a_crash),
    ("one word is corrected", correct_one_word),
    ("another list of the product keeps the correction", paste_again),
    ("a retinol serum is added", add_retinol),
    ("레티놀 finds it", search_korean),
    ("a routine is kept by keyboard", keep_a_routine),
    ("what expires tomorrow says so", expire_tomorrow),
    ("the usual evening routine is logged by keyboard", log_the_evening),
]

try:
    tap.run(STEPS, person)
finally:
    person.end()
    shutil.rmtree(folder)
