# SPDX-License-Identifier: GPL-3.0-or-later
"""The three products of the day: real ones by id where they are, else ones of our own making."""

import json
import os

OWN = {
    "serum": (
        "Evening Retinol 0.3",
        "Aqua, Caprylic/Capric Triglyceride, Propanediol, Glycerin, Squalane, Retinol (0.3%), "
        "Polysorbate 20, Tocopherol, Xanthan Gum, Phenoxyethanol, Ethylhexylglycerin",
    ),
    "toner": (
        "Clear Tonic 7",
        "Aqua, Glycolic Acid 7%, Aloe Barbadensis Leaf Juice, Glycerin, Panthenol, "
        "Sodium Hydroxide, Phenoxyethanol, Sodium Hyaluronate",
    ),
    "cream": (
        "Plain Cream",
        "Aqua, Glycerin, Squalane, Cetearyl Alcohol, Panthenol, Ceramide NP, Cholesterol, "
        "Allantoin, Phenoxyethanol, Ethylhexylglycerin, Citric Acid",
    ),
}

REAL = {"serum": "f4d046d15e", "toner": "24726927e7", "cream": "24cbf9d369"}


def products():
    """Returns {kind: (name, list)} and where they are from."""
    file = os.environ.get("STIPPLE_REAL_DATA", "")
    if not os.path.exists(file):
        return OWN, "our own lists"
    wanted = {identity: kind for kind, identity in REAL.items()}
    found = {}
    with open(file, encoding="utf-8") as lines:
        for line in lines:
            product = json.loads(line)
            kind = wanted.get(product["id"])
            if kind:
                # Names are ours: what is looked for on the screen must not depend on the file.
                found[kind] = (OWN[kind][0], product["ingredients"])
    return (found, "real lists by id") if len(found) == len(OWN) else (OWN, "our own lists")
