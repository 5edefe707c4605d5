// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "shared/stp-log-use-dialog.h"

#include <glib/gi18n.h>

#include "rules/stp-planner.h"
#include "shared/stp-dialog-focus.h"
#include "shared/stp-moment-group.h"
#include "shared/stp-search.h"
#include "shared/stp-uses.h"

struct _StpLogUseDialog
{
  AdwDialog parent_instance;

  StpWorkspace *workspace; /* (owned) */
  GHashTable *chosen;      /* (element-type StpProduct): a set */
  GStrv needles;           /* what was typed, to be looked for */

  StpMomentGroup *moment_group;
  GtkEditable *search_entry;
  GtkListBox *products_list;
  GtkLabel *nothing_label;
  GtkWidget *log_button;
};

G_DEFINE_FINAL_TYPE (StpLogUseDialog, stp_log_use_dialog, ADW_TYPE_DIALOG)

static gint64
get_now (StpLogUseDialog *self)
{
  return stp_clock_get_now (stp_workspace_get_clock (self->workspace));
}

/* The last usual evening of a day that is over by now. */
static gint64
find_evening (StpLogUseDialog *self, guint day)
{
  GTimeZone *zone = stp_clock_get_zone (stp_workspace_get_clock (self->workspace));

  return stp_day_at (day, stp_planner_get_evening (stp_workspace_get_diary (self->workspace)),
                     zone);
}

static void
choose_now_cb (StpLogUseDialog *self)
{
  stp_moment_group_set_moment (self->moment_group, get_now (self));
}

static void
choose_last_evening_cb (StpLogUseDialog *self)
{
  const guint today = stp_clock_get_today (stp_workspace_get_clock (self->workspace));

  stp_moment_group_set_moment (self->moment_group, find_evening (self, today - 1));
}

static void
search_cb (StpLogUseDialog *self)
{
  g_strfreev (self->needles);
  self->needles = stp_search_split (gtk_editable_get_text (self->search_entry));
  gtk_list_box_invalidate_filter (self->products_list);
}

static gboolean
filter_row (GtkListBoxRow *row, gpointer user_data)
{
  StpLogUseDialog *self = user_data;

  return !self->needles || stp_search_matches (g_object_get_data (G_OBJECT (row), "folded"),
                                               (const char *const *) self->needles);
}

static void
choose_cb (GtkCheckButton *check, StpLogUseDialog *self)
{
  StpProduct *product = g_object_get_data (G_OBJECT (check), "product");

  if (gtk_check_button_get_active (check))
    g_hash_table_add (self->chosen, g_object_ref (product));
  else
    g_hash_table_remove (self->chosen, product);
  gtk_widget_set_sensitive (self->log_button, g_hash_table_size (self->chosen) > 0);
}

static void
log_cb (StpLogUseDialog *self)
{
  g_autoptr (GPtrArray) products = g_hash_table_get_keys_as_ptr_array (self->chosen);

  if (stp_uses_log (self->workspace, products, stp_moment_group_get_moment (self->moment_group)))
    adw_dialog_close (ADW_DIALOG (self));
}

static void
add_product (StpLogUseDialog *self, StpProduct *product, gboolean chosen)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = g_strconcat (product->name, " ", product->brand, NULL);

  /* Names are text. This comes before the texts, which are read as soon as they are set. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), product->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), product->brand ? product->brand : "");

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  product->name, -1);
  g_object_set_data_full (G_OBJECT (check), "product", g_object_ref (product), g_object_unref);
  g_object_set_data_full (G_OBJECT (row), "folded", stp_search_fold (text), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (choose_cb), self, 0);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), chosen);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_list_box_append (self->products_list, row);
}

static void
add_products (StpLogUseDialog *self, const char *chosen)
{
  StpDiary *diary = stp_workspace_get_diary (self->workspace);

  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_PRODUCT); i++)
    {
      StpProduct *product = stp_diary_peek_record (diary, STP_RECORD_PRODUCT, i);

      if (!product->archived)
        add_product (self, product, g_strcmp0 (stp_record_get_id (product), chosen) == 0);
    }
  if (gtk_list_box_get_row_at_index (self->products_list, 0))
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->search_entry), FALSE);
  gtk_label_set_label (self->nothing_label, _ ("Your Shelf Is Empty"));
}

/* The entry keeps Escape to itself, which closes a dialog. */
static void
close_cb (StpLogUseDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
stp_log_use_dialog_dispose (GObject *object)
{
  StpLogUseDialog *self = STP_LOG_USE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), STP_TYPE_LOG_USE_DIALOG);
  g_clear_pointer (&self->chosen, g_hash_table_unref);
  g_clear_pointer (&self->needles, g_strfreev);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (stp_log_use_dialog_parent_class)->dispose (object);
}

static void
stp_log_use_dialog_class_init (StpLogUseDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stp_log_use_dialog_dispose;

  g_type_ensure (STP_TYPE_MOMENT_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/shared/stp-log-use-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, StpLogUseDialog, log_button);
  gtk_widget_class_bind_template_child (widget_class, StpLogUseDialog, moment_group);
  gtk_widget_class_bind_template_child (widget_class, StpLogUseDialog, nothing_label);
  gtk_widget_class_bind_template_child (widget_class, StpLogUseDialog, products_list);
  gtk_widget_class_bind_template_child (widget_class, StpLogUseDialog, search_entry);
  gtk_widget_class_bind_template_callback (widget_class, choose_last_evening_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_now_cb);
  gtk_widget_class_bind_template_callback (widget_class, log_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
}

static void
stp_log_use_dialog_init (StpLogUseDialog *self)
{
  self->chosen = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->products_list, filter_row, self, NULL);
}

/**
 * stp_log_use_dialog_new:
 * @product: (nullable): id of a product that is chosen from the start
 *
 * Returns: (transfer floating): a dialog to present; it begins with the evening of the chosen day
 *   if that day is over, else with now
 */
AdwDialog *
stp_log_use_dialog_new (StpWorkspace *workspace, const char *product)
{
  StpLogUseDialog *self = g_object_new (STP_TYPE_LOG_USE_DIALOG, NULL);
  StpClock *clock = stp_workspace_get_clock (workspace);
  const guint day = stp_workspace_get_selected_day (workspace);

  self->workspace = g_object_ref (workspace);
  stp_moment_group_set_zone (self->moment_group, stp_clock_get_zone (clock));
  add_products (self, product);
  if (day != STP_DAY_UNSET && day < stp_clock_get_today (clock))
    stp_moment_group_set_moment (self->moment_group, find_evening (self, day));
  else
    choose_now_cb (self);
  stp_dialog_focus_when_open (ADW_DIALOG (self));

  return ADW_DIALOG (self);
}
