// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "library/stp-tonight-page.h"

#include <glib/gi18n.h>

#include "library/stp-tonight-text.h"
#include "rules/stp-person.h"
#include "rules/stp-words.h"
#include "shared/stp-uses.h"
#include "shared/stp-when.h"

/* How far back an evening can be logged in one go. */
#define EARLIER_DAYS 6

/* More would be a list again, which the shelf already is. */
#define MOST_ROWS 12

struct _StpTonightPage
{
  AdwBin parent_instance;

  StpWorkspace *workspace; /* (owned) (nullable) */

  AdwActionRow *routine_row;
  GtkLabel *day;
  GtkListBox *back_list, *earlier_list, *leave_list, *use_list;
  GtkWidget *back_group, *earlier_group, *leave_group, *use_group;
  GtkWidget *log_button;
};

G_DEFINE_FINAL_TYPE (StpTonightPage, stp_tonight_page, ADW_TYPE_BIN)

static StpTimeline *
get_timeline (StpTonightPage *self)
{
  return stp_workspace_get_timeline (self->workspace);
}

static void
log_evening (StpTonightPage *self, guint day)
{
  g_autoptr (StpTonight) tonight = stp_tonight_new (get_timeline (self), day);
  g_autoptr (GPtrArray) products = stp_tonight_list_to_log (tonight);
  const gint64 at = stp_tonight_get_log_time (tonight, get_timeline (self));

  if (products->len > 0 && at != STP_TIME_UNSET)
    stp_uses_log (self->workspace, products, at);
}

static void
log_cb (StpTonightPage *self)
{
  log_evening (self, stp_tonight_get_day (get_timeline (self)));
}

static void
log_earlier_cb (GtkButton *button, StpTonightPage *self)
{
  log_evening (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "day")));
}

static void
open_cb (AdwActionRow *row, StpTonightPage *self)
{
  stp_workspace_navigate (self->workspace, "library", g_object_get_data (G_OBJECT (row), "id"));
}

/* Names are text. That comes before the texts, which are read as soon as they are set. */
static GtkWidget *
make_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle ? subtitle : "");
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

static char *
describe_return (StpTonightPage *self, const StpTonightItem *item)
{
  StpClock *clock = stp_workspace_get_clock (self->workspace);
  const gint64 now = stp_clock_get_now (clock);
  const char *refusal = stp_person_get_refusal (get_timeline (self),
                                                stp_record_get_id (item->product), now);
  g_autofree char *when = NULL;

  if (item->used)
    return g_strdup (_ ("Logged"));
  if (refusal)
    return g_strdup (refusal);
  if (item->until == STP_TIME_UNSET)
    return NULL;

  when = stp_words_return (item->until, now, stp_clock_get_zone (clock));
  /* Translators: when a paused product may be used again: "Back Monday 21:00" */
  return g_strdup_printf (_ ("Back %s"), when);
}

static void
show_items (StpTonightPage *self, GtkWidget *group, GtkListBox *list, GPtrArray *items)
{
  gtk_widget_set_visible (group, items->len > 0);
  gtk_list_box_remove_all (list);
  for (guint i = 0; i < MIN (items->len, MOST_ROWS); i++)
    {
      const StpTonightItem *item = items->pdata[i];
      g_autofree char *text = describe_return (self, item);
      GtkWidget *row = make_row (item->product->name, text);

      g_object_set_data_full (G_OBJECT (row), "id", g_strdup (stp_record_get_id (item->product)),
                              g_free);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                               "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                               NULL));
      g_signal_connect_object (row, "activated", G_CALLBACK (open_cb), self, 0);
      gtk_list_box_append (list, row);
    }

  if (items->len > MOST_ROWS)
    {
      const guint n_more = items->len - MOST_ROWS;
      g_autofree char *more = g_strdup_printf (
        ngettext ("And %u more on the shelf", "And %u more on the shelf", n_more), n_more);

      gtk_list_box_append (list, make_row (more, NULL));
    }
}

static char *
describe_routine (StpTonight *tonight, GPtrArray *products)
{
  if (products->len > 0)
    return stp_tonight_text_list (products);
  if (tonight->use->len > 0)
    return g_strdup (_ ("Logged for this evening."));
  if (tonight->leave->len > 0)
    return g_strdup (_ ("Nothing of it is left to use tonight."));
  return g_strdup (_ ("Open a product and say when you usually use it."));
}

static void
show_routine (StpTonightPage *self, StpTonight *tonight)
{
  g_autoptr (GPtrArray) products = stp_tonight_list_to_log (tonight);
  g_autofree char *text = describe_routine (tonight, products);
  const gboolean come = stp_tonight_get_log_time (tonight, get_timeline (self)) != STP_TIME_UNSET;

  adw_action_row_set_subtitle (self->routine_row, text);
  gtk_widget_set_visible (self->log_button, products->len > 0);
  gtk_widget_set_sensitive (self->log_button, come);
}

static void
add_earlier (StpTonightPage *self, guint day)
{
  g_autoptr (StpTonight) evening = stp_tonight_new (get_timeline (self), day);
  g_autoptr (GPtrArray) products = stp_tonight_list_to_log (evening);
  g_autofree char *title = stp_when_begin (stp_when_format_day (day));
  g_autofree char *name = stp_when_format_day (day);
  g_autofree char *names = NULL;
  g_autofree char *label = NULL;
  GtkWidget *row, *button;

  if (products->len == 0)
    return;

  names = stp_tonight_text_list (products);
  row = make_row (title, names);
  button = gtk_button_new_with_mnemonic (_ ("_Log"));
  /* Translators: %s is a day, as in "Friday 20 November" */
  label = g_strdup_printf (_ ("Log the Evening of %s"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  label, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (button), "day", GUINT_TO_POINTER (day));
  g_signal_connect_object (button, "clicked", G_CALLBACK (log_earlier_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (self->earlier_list, row);
}

static void
show_earlier (StpTonightPage *self, guint today)
{
  gtk_list_box_remove_all (self->earlier_list);
  for (guint i = 1; i <= EARLIER_DAYS; i++)
    add_earlier (self, today - i);
  gtk_widget_set_visible (self->earlier_group,
                          gtk_list_box_get_row_at_index (self->earlier_list, 0) != NULL);
}

static void
show (StpTonightPage *self)
{
  const guint day = stp_tonight_get_day (get_timeline (self));
  g_autoptr (StpTonight) tonight = stp_tonight_new (get_timeline (self), day);
  g_autofree char *title = stp_when_begin (stp_when_format_day (day));

  gtk_label_set_label (self->day, title);
  show_routine (self, tonight);
  show_items (self, self->use_group, self->use_list, tonight->use);
  show_items (self, self->leave_group, self->leave_list, tonight->leave);
  show_items (self, self->back_group, self->back_list, tonight->back);
  show_earlier (self, day);
}

/* Seven evenings are asked about: not while nobody looks. */
static void
changed_cb (StpTonightPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show (self);
}

static void
stp_tonight_page_map (GtkWidget *widget)
{
  show (STP_TONIGHT_PAGE (widget));
  GTK_WIDGET_CLASS (stp_tonight_page_parent_class)->map (widget);
}

static void
stp_tonight_page_dispose (GObject *object)
{
  g_clear_object (&STP_TONIGHT_PAGE (object)->workspace);

  G_OBJECT_CLASS (stp_tonight_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/library/stp-tonight-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StpTonightPage, back_group);
  gtk_widget_class_bind_template_child (widget_class, StpTonightPage, back_list);
  gtk_widget_class_bind_template_child (widget_class, StpTonightPage, day);
  gtk_widget_class_bind_template_child (widget_class, StpTonightPage, earlier_group);
  gtk_widget_class_bind_template_child (widget_class, StpTonightPage, earlier_list);
  gtk_widget_class_bind_template_child (widget_class, StpTonightPage, leave_group);
  gtk_widget_class_bind_template_child (widget_class, StpTonightPage, leave_list);
  gtk_widget_class_bind_template_child (widget_class, StpTonightPage, log_button);
  gtk_widget_class_bind_template_child (widget_class, StpTonightPage, routine_row);
  gtk_widget_class_bind_template_child (widget_class, StpTonightPage, use_group);
  gtk_widget_class_bind_template_child (widget_class, StpTonightPage, use_list);
  gtk_widget_class_bind_template_callback (widget_class, log_cb);
}

static void
stp_tonight_page_class_init (StpTonightPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stp_tonight_page_dispose;
  widget_class->map = stp_tonight_page_map;
  bind_template (widget_class);
}

static void
stp_tonight_page_init (StpTonightPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * stp_tonight_page_set_workspace:
 * @workspace: whose shelf; to be called once
 */
void
stp_tonight_page_set_workspace (StpTonightPage *self, StpWorkspace *workspace)
{
  g_return_if_fail (STP_IS_TONIGHT_PAGE (self));
  g_return_if_fail (self->workspace == NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (stp_workspace_get_timeline (workspace), "changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}
