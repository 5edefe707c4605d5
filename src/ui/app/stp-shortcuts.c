// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "app/stp-shortcuts.h"

#include <glib/gi18n.h>

/**
 * Shortcut:
 * @group: (nullable): title of the group that begins with this row
 * @action: (nullable): the action it is installed for; %NULL if a widget binds the key itself
 *
 * A row of the one table that keys are both installed from and explained by.
 */
typedef struct
{
  const char *group;
  const char *title;
  const char *accelerator;
  const char *action;
} Shortcut;

static const Shortcut shortcuts[] = {
  { N_ ("General"), N_ ("Undo"), "<Control>z", NULL },
  { NULL, N_ ("Redo"), "<Control><Shift>z", NULL },
  { NULL, N_ ("Main menu"), "F10", NULL },
  { NULL, N_ ("Preferences"), "<Control>comma", "app.preferences" },
  { NULL, N_ ("Keyboard shortcuts"), "<Control>question", "app.shortcuts" },
  { NULL, N_ ("Close the window"), "<Control>w", "window.close" },
  { NULL, N_ ("Quit"), "<Control>q", "app.quit" },

  { N_ ("Panes"), N_ ("Calendar"), "<Alt>1", "win.pane::calendar" },
  { NULL, N_ ("Library"), "<Alt>2", "win.pane::library" },
  { NULL, N_ ("Session"), "<Alt>3", "win.pane::session" },

  { N_ ("Calendar"), N_ ("Plan a session"), "<Control>n", "win.task::calendar.plan-session" },
  { NULL, N_ ("Move the session of the chosen day"), "<Control>m", NULL },
  { NULL, N_ ("Log a use"), "<Control>l", "win.task::calendar.log-use" },
  { NULL, N_ ("Log a reaction"), "<Control>r", "win.task::session.check-in" },
  { NULL, N_ ("Month before"), "Page_Up", NULL },
  { NULL, N_ ("Month after"), "Page_Down", NULL },
  { NULL, N_ ("Today"), "Home", NULL },
  { NULL, N_ ("Into the chosen day"), "Return", NULL },
  { NULL, N_ ("All that the chosen day holds"), "plus", NULL },
  { NULL, N_ ("Back to the month"), "Escape", NULL },

  { N_ ("Library"), N_ ("Add a product"), "<Control><Shift>n", "win.task::library.add-product" },
  { NULL, N_ ("Open a file of products"), "<Control>o", NULL },
  { NULL, N_ ("Search"), "<Control>f", NULL },

  { N_ ("Session"), N_ ("Next step"), "space", NULL },
  { NULL, N_ ("Look back at a step"), "<Alt>Left", NULL },
  { NULL, N_ ("Stop the session"), "Escape", NULL },
};

/**
 * stp_shortcuts_install:
 * @application: the application that has the actions
 *
 * Sets the accelerators of the table. Undo is not among them: see the window.
 */
void
stp_shortcuts_install (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      const char *accelerators[] = { shortcuts[i].accelerator, NULL };

      if (shortcuts[i].action)
        gtk_application_set_accels_for_action (application, shortcuts[i].action, accelerators);
    }
}

static GtkWidget *
make_row (const Shortcut *shortcut)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *keys;
  g_autofree char *label = NULL;
  guint key;
  GdkModifierType modifiers;

  gtk_accelerator_parse (shortcut->accelerator, &key, &modifiers);
  label = gtk_accelerator_get_label (key, modifiers);
  keys = gtk_label_new (label);
  gtk_widget_add_css_class (keys, "dimmed");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (shortcut->title));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), keys);

  return row;
}

static void
add_groups (AdwPreferencesPage *page)
{
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      if (shortcuts[i].group)
        {
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (group, _ (shortcuts[i].group));
          adw_preferences_page_add (page, group);
        }

      adw_preferences_group_add (group, make_row (&shortcuts[i]));
    }
}

/**
 * stp_shortcuts_dialog_new:
 *
 * Returns: (transfer floating): a dialog that lists the keys
 */
AdwDialog *
stp_shortcuts_dialog_new (void)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();

  add_groups (ADW_PREFERENCES_PAGE (page));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);

  adw_dialog_set_title (dialog, _ ("Keyboard Shortcuts"));
  adw_dialog_set_content_width (dialog, 460);
  adw_dialog_set_content_height (dialog, 640);
  adw_dialog_set_child (dialog, view);

  return dialog;
}
