// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "library/stp-uses-group.h"

#include <glib/gi18n.h>

#include "rules/stp-words.h"
#include "shared/stp-uses.h"
#include "shared/stp-when.h"

/* As many as a glance takes in; the calendar has the others. */
#define MOST 10

struct _StpUsesGroup
{
  AdwPreferencesGroup parent_instance;

  StpWorkspace *workspace; /* (owned) (nullable) */
  char *product;           /* id */
  guint today;             /* the day that the words of the rows go by */
  GtkFilter *filter;       /* (owned) (nullable) */
  GListModel *latest;      /* (owned) (nullable) */

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (StpUsesGroup, stp_uses_group, ADW_TYPE_PREFERENCES_GROUP)

static gboolean
is_shown (gpointer record, gpointer user_data)
{
  StpApplication *use = record;
  StpUsesGroup *self = user_data;

  return g_strcmp0 (use->product, self->product) == 0 && use->withdrawn.us == STP_TIME_UNSET;
}

/* A use without a time of day stands at its noon, one without a day comes first of all. */
static gint64
get_moment (const StpApplication *use, GTimeZone *zone)
{
  if (use->at.us != STP_TIME_UNSET)
    return use->at.us;
  if (use->on != STP_DAY_UNSET)
    return stp_day_at (use->on, 12 * 60, zone);

  return G_MAXINT64;
}

static int
compare_latest_first (gconstpointer a, gconstpointer b, gpointer user_data)
{
  StpUsesGroup *self = user_data;
  GTimeZone *zone = stp_clock_get_zone (stp_workspace_get_clock (self->workspace));
  const gint64 first = get_moment (a, zone);
  const gint64 second = get_moment (b, zone);

  return (first < second) - (first > second);
}

static char *
describe (StpUsesGroup *self, StpApplication *use)
{
  StpClock *clock = stp_workspace_get_clock (self->workspace);
  const gint64 now = stp_clock_get_now (clock);
  GTimeZone *zone = stp_clock_get_zone (clock);

  if (use->at.us != STP_TIME_UNSET)
    return stp_when_begin (stp_words_moment (use->at.us, now, zone));
  if (use->on != STP_DAY_UNSET)
    return stp_when_begin (stp_words_day (stp_day_at (use->on, 12 * 60, zone), now, zone));

  return g_strdup (_ ("Time not known"));
}

static void
remove_cb (GtkButton *button, StpUsesGroup *self)
{
  const char *id = g_object_get_data (G_OBJECT (button), "use");

  stp_uses_remove (self->workspace, id, GTK_WIDGET (self));
}

static GtkWidget *
make_remove_button (StpUsesGroup *self, StpApplication *use, const char *when)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: %s is a moment, as in "Monday 21:00" */
  g_autofree char *label = g_strdup_printf (_ ("Remove the Use of %s"), when);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "use", g_strdup (stp_record_get_id (use)), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, 0);

  return button;
}

static GtkWidget *
make_row (gpointer record, gpointer user_data)
{
  StpUsesGroup *self = user_data;
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *when = describe (self, record);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), when);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_remove_button (self, record, when));

  return row;
}

static void
build_model (StpUsesGroup *self)
{
  GListModel *uses = stp_diary_get_records (stp_workspace_get_diary (self->workspace),
                                            STP_RECORD_APPLICATION);
  GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (compare_latest_first, self, NULL));
  GtkFilterListModel *shown;
  GtkSortListModel *sorted;

  self->filter = GTK_FILTER (gtk_custom_filter_new (is_shown, self, NULL));
  shown = gtk_filter_list_model_new (g_object_ref (uses), g_object_ref (self->filter));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (shown), sorter);
  self->latest = G_LIST_MODEL (gtk_slice_list_model_new (G_LIST_MODEL (sorted), 0, MOST));
}

static void
stp_uses_group_dispose (GObject *object)
{
  StpUsesGroup *self = STP_USES_GROUP (object);

  if (self->list)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  g_clear_object (&self->latest);
  g_clear_object (&self->filter);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->product, g_free);

  G_OBJECT_CLASS (stp_uses_group_parent_class)->dispose (object);
}

static void
stp_uses_group_class_init (StpUsesGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stp_uses_group_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/library/stp-uses-group.ui");
  gtk_widget_class_bind_template_child (widget_class, StpUsesGroup, list);
}

static void
stp_uses_group_init (StpUsesGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * stp_uses_group_show:
 * @workspace: whose diary; the same each time
 * @product: id of the product whose uses to list
 */
void
stp_uses_group_show (StpUsesGroup *self, StpWorkspace *workspace, const char *product)
{
  const guint today = stp_clock_get_today (stp_workspace_get_clock (workspace));

  g_return_if_fail (STP_IS_USES_GROUP (self));

  if (!self->workspace)
    {
      self->workspace = g_object_ref (workspace);
      build_model (self);
    }
  if (g_set_str (&self->product, product))
    gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  if (self->today == today)
    return;

  /* What was used today was used yesterday by now. */
  self->today = today;
  gtk_list_box_bind_model (self->list, self->latest, make_row, self, NULL);
}
