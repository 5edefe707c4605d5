# SPDX-License-Identifier: GPL-3.0-or-later
"""The library as a person keeps it, by keyboard alone."""

import json
import os
import re
import shutil
import tempfile

import gi

gi.require_version("GdkPixbuf", "2.0")
from gi.repository import GdkPixbuf, Gio  # noqa: E402

import tap  # noqa: E402
from person import Person, wait_for  # noqa: E402
from portal import Portal  # noqa: E402

BARCODE = "4000000000907"
DIRTY = (
    "INGREDIENTS: Aqua (Water),  Glycerin , Niacin amide, Glycolic Acid,\n"
    "Panthenol;Parfum (Fragrance), Blorbium Extract.  *from organic farming"
)
ANSWER = "Aqua, Glycerin, Niacinamide, Glycolic Acid, Panthenol, PARFUM (FRAGRANCE), Squalane"
FOUND = {
    "count": 2,
    "products": [
        {"code": "4000000000914", "product_name": "Quiet Cream", "ingredients_text": "Aqua, Squalane"},
        {"code": "4000000000921", "product_name": "Loud Peel",
         "ingredients_text": "Aqua, Glycolic Acid, Salicylic Acid"},
    ],
}

pictures = os.path.join(os.environ["STIPPLE_PICTURES"], "library")
folder = tempfile.mkdtemp()
portal = Portal(Gio.bus_get_sync(Gio.BusType.SESSION))
os.environ |= Portal.environment
person = Person(
    os.path.join(folder, "diary"), os.path.join(folder, "now"), pictures, "C.UTF-8", "en"
)


def add_dialog():
    person.key("ctrl+shift+n")
    return person.find("dialog", "Add Product")


def closed(name):
    wait_for("the dialog to close", lambda: not person.find_all("dialog", name))


def go_to_library():
    person.key("alt+2")


def diary():
    with open(os.path.join(folder, "diary", "diary.json"), encoding="utf-8") as file:
        return json.load(file)


def product_named(name):
    return next((p for p in diary()["products"] if p["name"] == name), None)


def open_file(name, content):
    """Chooses a file, as another program left it."""
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as file:
        json.dump(content, file)
    person.key("ctrl+o")
    portal.choose("Open Products", path)


def empty():
    person.set_clock("2027-03-12T20:30:00Z")
    person.start()
    go_to_library()
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
    go_to_library()
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


def import_answer():
    """The answer for its barcode has another list: what was said of a word that is still in it
    stays."""
    answer = {"code": BARCODE, "product_name": "GLOW TONER 100ML", "ingredients_text": ANSWER}
    open_file("answer.json", {"code": BARCODE, "status": 1, "product": answer})
    dialog = person.find("dialog", "Edit Product")
    person.look("imported-again")
    dialog.find("button", "Save").press()
    closed("Edit Product")
    wait_for("the new list", lambda: "Squalane" in product_named("Glow Toner")["ingredients"])
    product = product_named("Glow Toner")
    said = [(c["token"], c["as"]) for c in product.get("corrections", [])]
    assert product["barcode"] == BARCODE, "the barcode is forgotten"
    assert len(said) == 1 and said[0][1] == "none", f"what was corrected is gone: {said}"


def import_several():
    open_file("search.json", FOUND)
    person.find("check box", "Quiet Cream")
    person.look("several")
    person.find("check box", "Loud Peel").press()
    person.press("button", re.compile("^Add 1"))
    person.read("1 product added")
    wait_for("the save", lambda: product_named("Quiet Cream"))
    assert not product_named("Loud Peel"), "what was not wanted is on the shelf"


def import_nothing():
    open_file("none.json", {"status": 0, "status_verbose": "product not found"})
    person.read("Open Beauty Facts does not know this product.")


def open_a_file_while_typing():
    dialog = add_dialog()
    dialog.find("text", "Name").type("Half a Name")
    dialog.find("button", "Open a File…").press()
    portal.choose("Open Products", os.path.join(folder, "none.json"))
    person.read("Open Beauty Facts does not know this product.")
    dialog = add_dialog()
    person.read("What you entered before is still here.")
    assert dialog.find("text", "Name").text == "Half a Name"
    dialog.find("button", "Start Afresh").press()
    dialog.find("button", "Cancel").press()
    closed("Add Product")


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
    person.find_all("check box", "Evenings")[0].press()
    person.read("Not Today")
    person.look("routine")


def ask_what_if():
    """It says when a session could start then, and writes nothing down."""
    before = diary()
    person.press("button", "Show")
    person.read("The earliest start would be Sunday 21:00.")
    assert diary() == before, "asking changed the diary"


def expire_tomorrow():
    person.press("check box", "Date on the Pack")
    person.read("Expires tomorrow")
    person.look("expires")


def filter_says():
    person.key("ctrl+f", "ctrl+a", "Delete")
    person.find("list item", re.compile("^Quiet Cream"))
    person.press("toggle button", "Expiring")
    person.read("2 products hidden by filters")
    person.look("filtered")
    person.press("button", "Show All")
    person.missing("hidden by filters")


def keep_a_photo():
    path = os.path.join(folder, "pack.png")
    picture = GdkPixbuf.Pixbuf.new(GdkPixbuf.Colorspace.RGB, False, 8, 3000, 1500)
    picture.fill(0xC08050FF)
    picture.savev(path, "png", [], [])
    person.find("list item", re.compile("^Night Serum")).press()
    person.press("button", "Choose…")
    portal.choose("Choose a Photo", path)
    person.read("Photo added")
    photo = wait_for("the save", lambda: product_named("Night Serum").get("photo"))
    kept = os.path.join(folder, "diary", photo)
    assert os.stat(kept).st_mode & 0o777 == 0o600, "anybody may see the photo"
    assert GdkPixbuf.Pixbuf.new_from_file(kept).get_width() == 2560
    person.look("photo")
    person.press("button", "Remove Photo")
    person.read("Photo removed")
    person.key("ctrl+z")
    wait_for("the photo to be back", lambda: product_named("Night Serum").get("photo") == photo)


def photo_of(name):
    return os.path.join(folder, "diary", product_named(name)["photo"])


def paste_a_photo():
    """Of a picture that says where it was taken, only the picture is kept."""
    before = product_named("Night Serum")["photo"]
    path = os.path.join(folder, "screen.png")
    picture = GdkPixbuf.Pixbuf.new(GdkPixbuf.Colorspace.RGB, False, 8, 40, 60)
    picture.fill(0x3080A0FF)
    picture.savev(path, "png", ["tEXt::Comment"], ["at home"])
    person.find("button", "Choose…").reach()
    person.paste_picture(path)
    wait_for("another photo", lambda: product_named("Night Serum")["photo"] != before)
    kept = GdkPixbuf.Pixbuf.new_from_file(photo_of("Night Serum"))
    assert (kept.get_width(), kept.get_height()) == (40, 60)
    with open(photo_of("Night Serum"), "rb") as file:
        assert b"at home" not in file.read(), "the photo says where it was taken"
    person.look("photo-pasted")


def drop_a_photo():
    """Anywhere on the page of the product, which fills the right side of the window."""
    before = product_named("Night Serum")["photo"]
    person.drop(os.path.join(folder, "pack.png"), 700, 450)
    wait_for("another photo", lambda: product_named("Night Serum")["photo"] != before)
    assert GdkPixbuf.Pixbuf.new_from_file(photo_of("Night Serum")).get_width() == 2560
    person.look("photo-dropped")


def refuse_what_is_no_photo():
    person.press("button", "Choose…")
    portal.choose("Choose a Photo", os.path.join(folder, "answer.json"))
    person.read("This file is not a picture that Stipple can read.")
    assert len(os.listdir(os.path.join(folder, "diary", "photos"))) == 2


def log_the_evening():
    person.press("button", re.compile("^Tonight.*Use 1"))
    person.press("button", "I Used It")
    person.read("Logged for this evening.")
    person.look("logged")


def archive_what_is_named():
    person.find("list item", re.compile("^Night Serum")).press()
    person.read("The diary names this product, so it can be archived but not deleted.")
    assert not person.find("button", "Delete").sensitive
    person.press("button", "Archive")
    person.read("Night Serum archived")
    person.key("ctrl+z")
    wait_for("it to be back", lambda: not product_named("Night Serum").get("archived"))


def keep_a_device():
    person.press("button", "Devices and Heads")
    person.press("button", "Add Device…")
    dialog = person.find("dialog", "Device")
    dialog.find("text", "Name").type("Roler")
    dialog.find("button", "Save").press()
    closed("Device")
    person.press("button", "Edit Device")
    person.find("dialog", "Device").find("text", "Name").type("Roller")
    person.find("dialog", "Device").find("button", "Save").press()
    closed("Device")
    wait_for("the new name", lambda: [d["name"] for d in diary()["devices"]] == ["Roller"])
    person.read("10 uses left.")
    person.look("devices")


def drop_a_head():
    person.press("list item", "0.25 mm")
    wait_for("its rows", lambda: person.find_all("check box", "Dropped"))[0].press()
    person.read("This head was dropped. Take a new one.")
    person.press("button", "Replace by a New Head")
    person.read("Replaced on Friday 12 March")
    person.look("heads")


def ask_for_areas():
    dialog = add_dialog()
    dialog.find("combo box", re.compile("^Kind")).reach()
    person.key("space")
    person.read("Numbing cream")
    person.key("End")
    for _kind in ("lip", "hair", "body"):
        person.key("Up")
    person.key("Return")
    person.read("Where Do You Use It?")
    dialog.find("toggle button", "Arms").press()
    person.look("areas")
    person.key("Escape")
    person.press("button", "Discard")
    closed("Add Product")


def drop_an_answer():
    """On the list of products, where no picture is taken."""
    path = os.path.join(folder, "dropped.json")
    dropped = {"code": "4000000000938", "product_name": "Late Balm", "ingredients_text": "Aqua, Squalane"}
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"code": dropped["code"], "status": 1, "product": dropped}, file)
    person.drop(path, 150, 600)
    person.press("button", "Add to Shelf")
    closed("Add Product")
    person.find("list item", re.compile("^Late Balm")).press()


def duplicate_and_delete():
    person.press("button", "Duplicate")
    person.read("Late Balm (Copy)")
    person.press("button", "Delete")
    person.read("Late Balm (Copy) deleted")
    wait_for("it to be gone", lambda: not product_named("Late Balm (Copy)"))
    person.key("ctrl+z")
    wait_for("it to be back", lambda: product_named("Late Balm (Copy)"))


def uses_on(day):
    names = {product["id"]: product["name"] for product in diary()["products"]}
    uses = [use for use in diary()["applications"] if use["at"].startswith(day)]
    return sorted(names[use["product"]] for use in uses)


def plan_a_session():
    """Tuesday 21:00: from Sunday 21:00 on the serum is off."""
    person.find("list item", re.compile("^Quiet Cream")).press()
    person.find_all("check box", "Evenings")[0].press()
    wait_for("the routine", lambda: product_named("Quiet Cream").get("routine"))
    person.end()
    document = diary()
    document["sessions"] = [{
        "id": "00000000-0000-4000-8000-000000000090", "modified": "2027-03-12T20:40:00.000000Z",
        "state": "planned", "purpose": "full", "place": "home", "start": "2027-03-16T21:00:00Z",
        "device": document["devices"][0]["id"], "areas": [{"area": "face", "needle_um": 250}],
    }]
    with open(os.path.join(folder, "diary", "diary.json"), "w", encoding="utf-8") as file:
        json.dump(document, file)
    person.set_clock("2027-03-15T21:30:00Z")
    person.start()


def leave_out_what_is_paused():
    go_to_library()
    person.press("button", re.compile("^Tonight.*Use 1 · leave 2"))
    person.look("tonight")
    person.press("button", "I Used It")
    person.read("Logged for this evening.")
    wait_for("the use", lambda: uses_on("2027-03-15"))
    assert uses_on("2027-03-15") == ["Quiet Cream"], uses_on("2027-03-15")


def log_an_earlier_evening():
    evenings = {button.description: button for button in person.find_all("button", "Log")}
    evenings["Log the Evening of Saturday 13 March"].press()
    wait_for("the uses", lambda: uses_on("2027-03-13"))
    assert uses_on("2027-03-13") == ["Night Serum", "Quiet Cream"], uses_on("2027-03-13")
    person.look("earlier")


STEPS = [
    ("an empty shelf says what to do", empty),
    ("a dirty list is read while it is pasted", paste_dirty_list),
    ("a draft survives a crash", survive_a_crash),
    ("one word is corrected", correct_one_word),
    ("the answer for its barcode keeps the correction", import_answer),
    ("of several products the wanted ones are imported", import_several),
    ("an answer that knows nothing says so", import_nothing),
    ("what was typed outlives the opening of a file", open_a_file_while_typing),
    ("a retinol serum is added", add_retinol),
    ("레티놀 finds it", search_korean),
    ("a routine is kept", keep_a_routine),
    ("what a use would move is asked, and nothing saved", ask_what_if),
    ("what expires tomorrow says so", expire_tomorrow),
    ("a filter says what it hides", filter_says),
    ("a photo is kept, removed and brought back", keep_a_photo),
    ("a picture is pasted by a key", paste_a_photo),
    ("a picture is dropped on the page", drop_a_photo),
    ("what is no picture is refused", refuse_what_is_no_photo),
    ("the usual evening routine is logged", log_the_evening),
    ("what the diary names is archived, not deleted", archive_what_is_named),
    ("a device is added and renamed", keep_a_device),
    ("a head that was dropped is replaced", drop_a_head),
    ("where something for the body goes is asked", ask_for_areas),
    ("an answer is dropped on the shelf", drop_an_answer),
    ("a product is duplicated, and deleted with undo", duplicate_and_delete),
    ("a session is planned", plan_a_session),
    ("the evening routine leaves out what is paused", leave_out_what_is_paused),
    ("an evening that was forgotten is logged", log_an_earlier_evening),
]

try:
    tap.run(STEPS, person)
finally:
    person.end()
    shutil.rmtree(folder)
