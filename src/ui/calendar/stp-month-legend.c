// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "calendar/stp-month-legend.h"

#include <glib/gi18n.h>

#include "calendar/stp-mark.h"
#include "calendar/stp-verdict-view.h"

struct _StpMonthLegend
{
  GtkPopover parent_instance;
};

G_DEFINE_FINAL_TYPE (StpMonthLegend, stp_month_legend, GTK_TYPE_POPOVER)

static const struct
{
  StpMark mark;
  const char *text;
} marks[] = {
  { STP_MARK_PLANNED, N_ ("Session, planned") },   { STP_MARK_DONE, N_ ("Session, done") },
  { STP_MARK_CLINIC, N_ ("Session in a clinic") }, { STP_MARK_USE, N_ ("Use logged") },
  { STP_MARK_REACTION, N_ ("Check-in logged") },   { STP_MARK_EVENT, N_ ("Event") },
  { STP_MARK_WAIT, N_ ("Needling has to wait") },
};

/* Samples of the bands themselves: the style knows them by these classes. */
static const struct
{
  const char *classes[6];
  const char *text;
} bands[] = {
  { { "month-band", "before", "forecast", "starts", "ends" },
    N_ ("Pause before a planned session") },
  { { "month-band", "after", "forecast", "starts", "ends" }, N_ ("Off after a planned session") },
  { { "month-band", "after", "fact", "starts", "ends" }, N_ ("Off after a session that was done") },
};

static void
add_line (GtkGrid *grid, int line, GtkWidget *sample, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_set_halign (label, GTK_ALIGN_START);
  gtk_widget_set_halign (sample, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (sample, GTK_ALIGN_CENTER);
  gtk_grid_attach (grid, sample, 0, line, 1, 1);
  gtk_grid_attach (grid, label, 1, line, 1, 1);
}

static GtkWidget *
make_band (const char *const *classes)
{
  GtkWidget *band = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "width-request", 32, "height-request", 14, "css-classes", classes,
                                  NULL);

  return band;
}

/* Each shape once: who has to be asked first is refused like what is not possible. */
static const StpStrength strengths[] = { STP_ALLOWED, STP_ADVISE, STP_WARN, STP_BLOCK };

static GtkWidget *
make_icon (StpStrength strength)
{
  const char *classes[] = { stp_strength_get_css_class (strength), NULL };

  return g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                       "icon-name", stp_strength_get_icon_name (strength), "css-classes", classes,
                       NULL);
}

static void
add_strengths (GtkGrid *grid, int line)
{
  GtkWidget *heading = gtk_label_new (_ ("While You Move a Session"));

  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_set_halign (heading, GTK_ALIGN_START);
  gtk_widget_set_margin_top (heading, 6);
  gtk_grid_attach (grid, heading, 0, line++, 2, 1);
  for (guint i = 0; i < G_N_ELEMENTS (strengths); i++)
    add_line (grid, line++, make_icon (strengths[i]), stp_strength_get_title (strengths[i]));
}

static void
stp_month_legend_class_init (StpMonthLegendClass *klass)
{
}

static void
stp_month_legend_init (StpMonthLegend *self)
{
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID, "row-spacing", 8, "column-spacing", 12,
                                  "margin-start", 6, "margin-end", 6, "margin-top", 6,
                                  "margin-bottom", 6, NULL);
  int line = 0;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    add_line (GTK_GRID (grid), line++, stp_mark_image_new (marks[i].mark), _ (marks[i].text));
  for (guint i = 0; i < G_N_ELEMENTS (bands); i++)
    add_line (GTK_GRID (grid), line++, make_band (bands[i].classes), _ (bands[i].text));
  /* Translators: what "D+3" in the month means */
  add_line (GTK_GRID (grid), line++, gtk_label_new (C_ ("day", "D+3")),
            _ ("Days since the last session"));
  /* Translators: what "+2" in the month means */
  add_line (GTK_GRID (grid), line++, gtk_label_new (C_ ("day", "+2")),
            _ ("More than there is room for"));
  add_strengths (GTK_GRID (grid), line);

  /* Where the window is low, as on a phone, the rest is scrolled to. */
  gtk_popover_set_child (GTK_POPOVER (self),
                         g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", grid, "focusable", TRUE,
                                       "hscrollbar-policy", GTK_POLICY_NEVER,
                                       "propagate-natural-height", TRUE, NULL));
}
