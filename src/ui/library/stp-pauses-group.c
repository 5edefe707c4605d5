// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "library/stp-pauses-group.h"

#include <glib/gi18n.h>

#include "library/stp-pause-chart.h"
#include "rules/stp-person.h"
#include "rules/stp-rule.h"
#include "rules/stp-stretch.h"
#include "rules/stp-words.h"

/* How far ahead pauses are listed: further off, plans change. */
#define HORIZON (60 * STP_DAY_LENGTH)

struct _StpPausesGroup
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows; /* (element-type GtkWidget) (unowned): they are children */
  char *shown;     /* (nullable): what the rows say */
};

G_DEFINE_FINAL_TYPE (StpPausesGroup, stp_pauses_group, ADW_TYPE_PREFERENCES_GROUP)

static void
add_row (StpPausesGroup *self, AdwPreferencesRow *row, const char *icon_name)
{
  /* The words of the row say the same. */
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", icon_name, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  if (ADW_IS_EXPANDER_ROW (row))
    adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), icon);
  else
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (row));
  g_ptr_array_add (self->rows, row);
}

/* Names are text. That comes before the texts, which are read as soon as they are set. */
static AdwPreferencesRow *
make_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);

  return ADW_PREFERENCES_ROW (row);
}

static char *
describe (const StpStretch *stretch, StpProduct *product, gint64 now, GTimeZone *zone)
{
  g_autofree char *from = stp_words_moment (stretch->from, now, zone);
  g_autofree char *to = stp_words_return (stretch->to, now, zone);

  /* A prescribed product is never told to stop (E3). */
  if (product->prescribed)
    return g_strdup (_ ("Needling waits for it"));
  if (stretch->from <= now)
    /* Translators: a product is paused; %s is a moment, as in "Monday 21:00" */
    return g_strdup_printf (_ ("Paused, back %s"), to);

  /* Translators: a product will be paused; both are moments, as in "Monday 21:00" */
  return g_strdup_printf (_ ("Pause from %s, back %s"), from, to);
}

/* More than one reason is folded away; each is in core's words. */
static AdwPreferencesRow *
make_stretch_row (const StpStretch *stretch, const char *title)
{
  const StpPause *first = stretch->pauses->pdata[0];
  GtkWidget *row;

  if (stretch->pauses->len == 1)
    return make_row (title, first->text);

  row = adw_expander_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_title_lines (ADW_EXPANDER_ROW (row), 0);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), _ ("Why?"));
  for (guint i = 0; i < stretch->pauses->len; i++)
    {
      const StpPause *pause = stretch->pauses->pdata[i];

      adw_expander_row_add_row (
        ADW_EXPANDER_ROW (row),
        GTK_WIDGET (make_row (pause->text, stp_rule_get_why (pause->rule))));
    }

  return ADW_PREFERENCES_ROW (row);
}

static void
add_stretches (StpPausesGroup *self, GPtrArray *stretches, StpProduct *product, StpClock *clock)
{
  const gint64 now = stp_clock_get_now (clock);

  for (guint i = 0; i < stretches->len; i++)
    {
      const StpStretch *stretch = stretches->pdata[i];
      g_autofree char *title = describe (stretch, product, now, stp_clock_get_zone (clock));

      add_row (self, make_stretch_row (stretch, title), "stp-pause-symbolic");
    }
}

static void
add_chart (StpPausesGroup *self, GPtrArray *stretches, StpProduct *product, StpClock *clock)
{
  const gint64 now = stp_clock_get_now (clock);
  g_autofree char *description = describe (stretches->pdata[0], product, now,
                                           stp_clock_get_zone (clock));
  GtkWidget *row = g_object_new (ADW_TYPE_PREFERENCES_ROW, "activatable", FALSE, "focusable", FALSE,
                                 "child", stp_pause_chart_new (stretches, now, description), NULL);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
stp_pauses_group_finalize (GObject *object)
{
  StpPausesGroup *self = STP_PAUSES_GROUP (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (stp_pauses_group_parent_class)->finalize (object);
}

static void
stp_pauses_group_class_init (StpPausesGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = stp_pauses_group_finalize;
}

static void
stp_pauses_group_init (StpPausesGroup *self)
{
  self->rows = g_ptr_array_new ();
}

static gboolean
is_known (StpTimeline *timeline, StpProduct *product)
{
  StpClassification *classification = stp_timeline_get_classification (timeline,
                                                                       stp_record_get_id (product));

  return product->card_checked ||
         (classification && stp_classification_is_readable (classification));
}

/* What has never been read is not known to be fine. */
static void
add_fine (StpPausesGroup *self, gboolean known)
{
  if (known)
    add_row (self, make_row (_ ("Fine to Use"), _ ("No session pauses it.")), "stp-fine-symbolic");
  else
    add_row (
      self,
      make_row (_ ("Not Known Yet"), _ ("Without a list, Stipple asks about it before a session.")),
      "stp-question-symbolic");
}

/* What is off anyway is not said to be fine, nor when it is back (E3). */
static void
add_refusal (StpPausesGroup *self,
             const char *refusal,
             GPtrArray *stretches,
             StpProduct *product,
             StpClock *clock)
{
  add_row (self, make_row (C_ ("verdict", "Ask a Doctor First"), refusal), "stp-pause-symbolic");
  if (product->prescribed)
    add_stretches (self, stretches, product, clock);
}

/* Rows are made anew only where they say something else: whoever is in one of them stays there, and
 * the page does not move under whoever edits another part of it. The chart moves by the hour. */
static char *
list_shown (GPtrArray *stretches,
            StpProduct *product,
            StpClock *clock,
            gboolean known,
            const char *refusal)
{
  const gint64 now = stp_clock_get_now (clock);
  GString *shown = g_string_new (stp_record_get_id (product));

  g_string_append_printf (shown, " %d %d", known, refusal != NULL);
  for (guint i = 0; i < stretches->len; i++)
    {
      const StpStretch *stretch = stretches->pdata[i];
      g_autofree char *title = describe (stretch, product, now, stp_clock_get_zone (clock));

      g_string_append_printf (shown, "\n%d %" G_GINT64_FORMAT " %s", stretch->from > now,
                              now / STP_HOUR, title);
      for (guint p = 0; p < stretch->pauses->len; p++)
        g_string_append_printf (shown, "\n%s", ((StpPause *) stretch->pauses->pdata[p])->text);
    }
  return g_string_free_and_steal (shown);
}

static void
clear_rows (StpPausesGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

/**
 * stp_pauses_group_show:
 * @workspace: whose timeline to ask
 * @product: about what
 */
void
stp_pauses_group_show (StpPausesGroup *self, StpWorkspace *workspace, StpProduct *product)
{
  StpTimeline *timeline = stp_workspace_get_timeline (workspace);
  StpClock *clock = stp_workspace_get_clock (workspace);
  const gint64 now = stp_clock_get_now (clock);
  const char *id = stp_record_get_id (product);
  const gboolean known = is_known (timeline, product);
  const char *refusal = stp_person_get_refusal (timeline, id, now);
  g_autoptr (GPtrArray) stretches = stp_stretch_list (timeline, id, now, now + HORIZON);
  g_autofree char *shown = list_shown (stretches, product, clock, known, refusal);

  g_return_if_fail (STP_IS_PAUSES_GROUP (self));

  if (!g_set_str (&self->shown, shown))
    return;

  clear_rows (self);
  if (refusal)
    {
      add_refusal (self, refusal, stretches, product, clock);
      return;
    }
  if (stretches->len > 0)
    add_chart (self, stretches, product, clock);
  if (stretches->len == 0)
    add_fine (self, known);
  else if (((StpStretch *) stretches->pdata[0])->from > now)
    add_row (self, make_row (_ ("Fine to Use Now"), ""), "stp-fine-symbolic");
  add_stretches (self, stretches, product, clock);
}
