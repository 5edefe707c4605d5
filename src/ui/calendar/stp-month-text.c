// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "calendar/stp-month-text.h"

struct _StpMonthText
{
  GtkWidget parent_instance;

  StpLineCache *lines; /* (owned) (nullable) */
  char *text;
  gboolean centered;
};

G_DEFINE_FINAL_TYPE (StpMonthText, stp_month_text, GTK_TYPE_WIDGET)

static void
stp_month_text_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  StpMonthText *self = STP_MONTH_TEXT (widget);
  const GdkRectangle box = { 0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget) };
  const float start = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? 1.0f : 0.0f;
  StpLine line = { .text = self->text };

  if (!self->text)
    return;

  if (!self->lines)
    self->lines = stp_line_cache_new (widget);
  gtk_widget_get_color (widget, &line.color);
  stp_line_cache_snapshot (self->lines, snapshot, &line, &box, self->centered ? 0.5f : start);
}

static void
stp_month_text_finalize (GObject *object)
{
  StpMonthText *self = STP_MONTH_TEXT (object);

  g_clear_object (&self->lines);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (stp_month_text_parent_class)->finalize (object);
}

static void
stp_month_text_class_init (StpMonthTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stp_month_text_finalize;
  widget_class->snapshot = stp_month_text_snapshot;
  gtk_widget_class_set_css_name (widget_class, "words");
}

static void
stp_month_text_init (StpMonthText *self)
{
}

/**
 * stp_month_text_new:
 * @css_class: what the style knows it by
 * @role: %GTK_ACCESSIBLE_ROLE_PRESENTATION where something else says the same words
 */
GtkWidget *
stp_month_text_new (const char *css_class, GtkAccessibleRole role)
{
  const char *classes[] = { css_class, NULL };

  return g_object_new (STP_TYPE_MONTH_TEXT, "accessible-role", role, "css-classes", classes, NULL);
}

/**
 * stp_month_text_share_lines:
 * @lines: of a parent, in whose font the words are then
 *
 * Lays the words out together with those of others that say much the same.
 */
void
stp_month_text_share_lines (StpMonthText *self, StpLineCache *lines)
{
  g_return_if_fail (STP_IS_MONTH_TEXT (self));

  g_set_object (&self->lines, lines);
}

/**
 * stp_month_text_set_text:
 * @text: (nullable): the words
 */
void
stp_month_text_set_text (StpMonthText *self, const char *text)
{
  g_return_if_fail (STP_IS_MONTH_TEXT (self));

  if (g_set_str (&self->text, text))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * stp_month_text_set_centered:
 * @centered: else it begins at the start edge
 */
void
stp_month_text_set_centered (StpMonthText *self, gboolean centered)
{
  g_return_if_fail (STP_IS_MONTH_TEXT (self));

  self->centered = centered;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
