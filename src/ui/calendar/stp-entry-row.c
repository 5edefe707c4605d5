// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "calendar/stp-entry-row.h"

#include <glib/gi18n.h>

/**
 * StpEntryRow:
 * @remove_button: (nullable): made with the first use that the row stands for
 */
struct _StpEntryRow
{
  AdwActionRow parent_instance;

  GtkWidget *remove_button;
};

G_DEFINE_FINAL_TYPE (StpEntryRow, stp_entry_row, ADW_TYPE_ACTION_ROW)

static void
ensure_remove_button (StpEntryRow *self, StpRecord *record)
{
  if (self->remove_button)
    return;

  self->remove_button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_widget_set_valign (self->remove_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->remove_button, "flat");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->remove_button), "s",
                                    stp_record_get_id (record));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->remove_button), "calendar.remove-use");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->remove_button);
}

static void
offer_removal (StpEntryRow *self, StpDayEntry *entry, StpRecord *record)
{
  g_autofree char *label = NULL;

  ensure_remove_button (self, record);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->remove_button), "s",
                                    stp_record_get_id (record));
  /* Translators: %s is a product */
  label = g_strdup_printf (_ ("Remove the Use of %s"), stp_day_entry_get_title (entry));
  gtk_widget_set_tooltip_text (self->remove_button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
stp_entry_row_class_init (StpEntryRowClass *klass)
{
}

static void
stp_entry_row_init (StpEntryRow *self)
{
  /* Names are text. This comes before the texts, which are read as soon as they are set. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

GtkWidget *
stp_entry_row_new (void)
{
  return g_object_new (STP_TYPE_ENTRY_ROW, NULL);
}

void
stp_entry_row_bind (StpEntryRow *self, StpDayEntry *entry)
{
  const char *subtitle = stp_day_entry_get_subtitle (entry);
  StpRecord *record = stp_day_entry_get_record (entry);
  const gboolean is_use = record && stp_record_get_record_type (record) == STP_RECORD_APPLICATION;

  g_return_if_fail (STP_IS_ENTRY_ROW (self));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), stp_day_entry_get_title (entry));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle ? subtitle : "");
  if (is_use)
    offer_removal (self, entry, record);
  if (self->remove_button)
    gtk_widget_set_visible (self->remove_button, is_use);
}
