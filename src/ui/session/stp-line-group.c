// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-line-group.h"

#include "shared/stp-sources-button.h"

struct _StpLineGroup
{
  AdwPreferencesGroup parent_instance;

  GListStore *lines; /* (owned) */
};

G_DEFINE_FINAL_TYPE (StpLineGroup, stp_line_group, ADW_TYPE_PREFERENCES_GROUP)

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  StpLine *line = STP_LINE (item);
  GtkWidget *row = adw_action_row_new ();

  /* Names of products are text, never markup. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), stp_line_get_title (line));
  if (stp_line_get_detail (line))
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), stp_line_get_detail (line));
  if (stp_line_get_icon_name (line))
    {
      /* The words of the line say the same. */
      GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", stp_line_get_icon_name (line),
                                      "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

      gtk_widget_add_css_class (icon, "dimmed");
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
    }
  if (stp_line_get_sources (line))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               stp_sources_button_new (stp_line_get_sources (line)));

  return row;
}

static void
stp_line_group_finalize (GObject *object)
{
  StpLineGroup *self = STP_LINE_GROUP (object);

  g_clear_object (&self->lines);

  G_OBJECT_CLASS (stp_line_group_parent_class)->finalize (object);
}

static void
stp_line_group_class_init (StpLineGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = stp_line_group_finalize;
}

static void
name_list_cb (StpLineGroup *self, GParamSpec *pspec, GtkWidget *list)
{
  const char *title = adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static void
stp_line_group_init (StpLineGroup *self)
{
  GtkWidget *list = gtk_list_box_new ();

  self->lines = g_list_store_new (STP_TYPE_LINE);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_list_box_bind_model (GTK_LIST_BOX (list), G_LIST_MODEL (self->lines), create_row, NULL, NULL);
  gtk_widget_add_css_class (list, "boxed-list");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), list);
  g_signal_connect (self, "notify::title", G_CALLBACK (name_list_cb), list);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static gboolean
shows_already (StpLineGroup *self, GPtrArray *lines)
{
  GListModel *shown = G_LIST_MODEL (self->lines);

  if (g_list_model_get_n_items (shown) != lines->len)
    return FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      g_autoptr (StpLine) line = g_list_model_get_item (shown, i);

      if (!stp_line_equal (line, lines->pdata[i]))
        return FALSE;
    }

  return TRUE;
}

/**
 * stp_line_group_show:
 * @lines: (element-type StpLine): what to show
 *
 * Shows @lines. Rows are made anew only if something differs, so that focus stays where it is.
 */
void
stp_line_group_show (StpLineGroup *self, GPtrArray *lines)
{
  g_return_if_fail (STP_IS_LINE_GROUP (self));
  g_return_if_fail (lines != NULL);

  gtk_widget_set_visible (GTK_WIDGET (self), lines->len > 0);
  if (shows_already (self, lines))
    return;

  g_list_store_splice (self->lines, 0, g_list_model_get_n_items (G_LIST_MODEL (self->lines)),
                       lines->pdata, lines->len);
}
