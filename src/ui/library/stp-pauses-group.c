// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "library/stp-pauses-group.h"

#include <glib/gi18n.h>

#include "rules/stp-timeline.h"
#include "rules/stp-words.h"

/* How far ahead pauses are listed: further off, plans change. */
#define HORIZON (60 * STP_DAY_LENGTH)

struct _StpPausesGroup
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows; /* (element-type GtkWidget) (unowned): they are children */
};

G_DEFINE_FINAL_TYPE (StpPausesGroup, stp_pauses_group, ADW_TYPE_PREFERENCES_GROUP)

static void
add_row (StpPausesGroup *self, const char *icon_name, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle ? subtitle : "");
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon_name));

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static char *
describe (StpPause *pause, StpProduct *product, gint64 now, GTimeZone *zone)
{
  g_autofree char *from = stp_words_moment (pause->from, now, zone);
  g_autofree char *to = stp_words_return (pause->to, now, zone);

  /* A prescribed product is never told to stop (E3). */
  if (product->prescribed && pause->before)
    return g_strdup (_ ("Needling waits for it"));
  if (pause->from <= now)
    /* Translators: a product is paused; %s is a moment, as in "Monday 21:00" */
    return g_strdup_printf (_ ("Paused, back %s"), to);

  /* Translators: a product will be paused; both are moments, as in "Monday 21:00" */
  return g_strdup_printf (_ ("Pause from %s, back %s"), from, to);
}

static void
add_pauses (StpPausesGroup *self, GPtrArray *pauses, StpProduct *product, StpClock *clock)
{
  const gint64 now = stp_clock_get_now (clock);

  for (guint i = 0; i < pauses->len; i++)
    {
      StpPause *pause = g_ptr_array_index (pauses, i);
      g_autofree char *title = describe (pause, product, now, stp_clock_get_zone (clock));

      add_row (self, pause->before ? "stp-pause-before-symbolic" : "stp-pause-after-symbolic",
               title, pause->text);
    }
}

static void
stp_pauses_group_finalize (GObject *object)
{
  g_clear_pointer (&STP_PAUSES_GROUP (object)->rows, g_ptr_array_unref);

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
  g_autoptr (GPtrArray) pauses = NULL;

  g_return_if_fail (STP_IS_PAUSES_GROUP (self));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  pauses = stp_timeline_list_product_pauses (timeline, id, now, now + HORIZON);
  if (pauses->len == 0 || ((StpPause *) g_ptr_array_index (pauses, 0))->from > now)
    add_row (self, "stp-fine-symbolic", _ ("Fine today"),
             pauses->len == 0 ? _ ("No planned or past session pauses it.") : NULL);
  add_pauses (self, pauses, product, clock);
}
