// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "library/stp-ingredient-marks.h"

#include <adwaita.h>

#include "library/stp-reading-text.h"

/* Of a colour behind a word: seen at a glance, and the word as easy to read as any other. In the
 * colour itself it would look like a link. */
#define TINT 0.25f
#define FAINT_TINT 0.12f

static GtkTextTag *
get_tag (GtkTextBuffer *buffer, const char *name)
{
  return gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);
}

/* What the style makes of a class now. Whoever wears the class need not be on the screen. */
static GdkRGBA
read_colour (const char *css_class)
{
  g_autoptr (GtkWidget) probe = g_object_ref_sink (gtk_label_new (NULL));
  GdkRGBA colour;

  gtk_widget_add_css_class (probe, css_class);
  gtk_widget_get_color (probe, &colour);
  return colour;
}

static void
colour_tags (GtkTextTagTable *tags)
{
  const GdkRGBA accent = read_colour ("accent");
  const GdkRGBA warning = read_colour ("warning");
  const GdkRGBA tint = { accent.red, accent.green, accent.blue, TINT };
  const GdkRGBA faint = { warning.red, warning.green, warning.blue, FAINT_TINT };

  g_object_set (gtk_text_tag_table_lookup (tags, "active"), "background-rgba", &tint, NULL);
  g_object_set (gtk_text_tag_table_lookup (tags, "trace"), "underline-rgba", &accent, NULL);
  g_object_set (gtk_text_tag_table_lookup (tags, "unknown"), "underline-rgba", &warning,
                "background-rgba", &faint, NULL);
}

static void
colour_idle_cb (gpointer user_data)
{
  g_autoptr (GtkTextTagTable) tags = user_data;

  colour_tags (tags);
}

/* That the style changes is said before it has changed. */
static void
style_changed_cb (GtkTextTagTable *tags)
{
  g_idle_add_once (colour_idle_cb, g_object_ref (tags));
}

/* A tag knows no style sheet: it is told whenever the colours become others. */
static void
follow_style (GtkTextTagTable *tags)
{
  static const char *const signals[] = { "notify::dark", "notify::high-contrast",
                                         "notify::accent-color" };

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (adw_style_manager_get_default (), signals[i],
                             G_CALLBACK (style_changed_cb), tags, G_CONNECT_SWAPPED);
  colour_tags (tags);
}

static void
make_tags (GtkTextBuffer *buffer)
{
  if (get_tag (buffer, "active"))
    return;

  gtk_text_buffer_create_tag (buffer, "active", "weight", PANGO_WEIGHT_BOLD, NULL);
  gtk_text_buffer_create_tag (buffer, "trace", "underline", PANGO_UNDERLINE_SINGLE, NULL);
  gtk_text_buffer_create_tag (buffer, "unknown", "underline", PANGO_UNDERLINE_ERROR, NULL);
  follow_style (gtk_text_buffer_get_tag_table (buffer));
}

static const char *
choose_tag (const StpToken *token)
{
  const guint64 pausing = stp_reading_get_pausing_classes ();

  if (token->position == 0)
    return NULL;
  if (!token->recognised)
    return "unknown";
  if (token->active & pausing)
    return "active";

  return (token->traces & pausing) ? "trace" : NULL;
}

/**
 * stp_ingredient_marks_apply:
 * @buffer: a buffer with the very text that was classified
 * @classification: what is in it
 */
void
stp_ingredient_marks_apply (GtkTextBuffer *buffer, StpClassification *classification)
{
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  g_return_if_fail (GTK_IS_TEXT_BUFFER (buffer));

  make_tags (buffer);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_all_tags (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);

  for (guint i = 0; i < stp_classification_get_n_tokens (classification); i++)
    {
      const StpToken *token = stp_classification_get_token (classification, i);
      const char *tag = choose_tag (token);

      if (!tag)
        continue;

      gtk_text_buffer_get_iter_at_offset (
        buffer, &start, (int) g_utf8_pointer_to_offset (text, text + token->start));
      gtk_text_buffer_get_iter_at_offset (buffer, &end,
                                          (int) g_utf8_pointer_to_offset (text, text + token->end));
      gtk_text_buffer_apply_tag_by_name (buffer, tag, &start, &end);
    }
}
