// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "calendar/stp-planned-row.h"

#include <glib/gi18n.h>

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);

  return label;
}

static GtkWidget *
make_subtitle (const char *text)
{
  GtkWidget *label = make_label (text);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dimmed");

  return label;
}

static GtkWidget *
make_button (const char *label, const char *action, StpRecord *session)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", stp_record_get_id (session));

  return button;
}

/* Once its time is past, what is asked is whether it happened. */
static GtkWidget *
make_buttons (StpRecord *session, gboolean overdue)
{
  GtkWidget *buttons = adw_wrap_box_new ();
  AdwWrapBox *box = ADW_WRAP_BOX (buttons);

  adw_wrap_box_set_child_spacing (box, 6);
  adw_wrap_box_set_line_spacing (box, 6);
  if (overdue)
    adw_wrap_box_append (box,
                         make_button (_ ("It Was _Done"), "calendar.record-session-done", session));
  adw_wrap_box_append (box, make_button (_ ("_Move…"), "calendar.move-session", session));
  adw_wrap_box_append (box, make_button (overdue ? _ ("_Not This Time") : C_ ("session", "_Cancel"),
                                         "calendar.cancel-session", session));

  return buttons;
}

/**
 * stp_planned_row_new:
 * @entry: what stands for a planned session
 * @overdue: its time is past
 *
 * The buttons stand below the title: two long words beside it would leave it no room.
 *
 * Returns: (transfer floating): a row to move or cancel the session with
 */
GtkWidget *
stp_planned_row_new (StpDayEntry *entry, gboolean overdue)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  const char *title = stp_day_entry_get_title (entry);
  const char *subtitle = overdue ? _ ("Its time is past. Was it done?")
                                 : stp_day_entry_get_subtitle (entry);

  gtk_box_append (GTK_BOX (box), make_label (title));
  if (subtitle)
    gtk_box_append (GTK_BOX (box), make_subtitle (subtitle));
  gtk_box_append (GTK_BOX (box), make_buttons (stp_day_entry_get_record (entry), overdue));
  gtk_widget_add_css_class (box, "planned-row");

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle ? subtitle : "",
                                  -1);

  return row;
}
