// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

#include "ingredients/stp-classification.h"

G_BEGIN_DECLS

/*
 * Marks in the text of a list of ingredients: what counts is bold on a tint, a trace is
 * underlined, what is not recognised has a wavy line. Shape and weight, never colour alone: the
 * colours are those of the style, also after that changed.
 */
void stp_ingredient_marks_apply (GtkTextBuffer *buffer, StpClassification *classification);

G_END_DECLS
