// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "app/stp-welcome-dialog.h"

#include <glib/gi18n.h>

#include "session/stp-first-things.h"

struct _StpWelcomeDialog
{
  AdwDialog parent_instance;

  StpDiary *diary; /* (owned) */

  AdwStatusPage *status_page;
  StpFirstThings *first_things;
  AdwActionRow *products_row;
  GtkImage *products_mark;
};

G_DEFINE_FINAL_TYPE (StpWelcomeDialog, stp_welcome_dialog, ADW_TYPE_DIALOG)

static void
refresh (StpWelcomeDialog *self)
{
  const guint n = stp_diary_get_n_records (self->diary, STP_RECORD_PRODUCT);
  g_autofree char *text =
    n == 0
      ? g_strdup (_ ("What you put on your skin, each with its list of ingredients."))
      : g_strdup_printf (ngettext ("%u product on your shelf", "%u products on your shelf", n), n);

  stp_first_things_show (self->first_things, self->diary);
  adw_action_row_set_subtitle (self->products_row, text);
  gtk_image_set_from_icon_name (self->products_mark,
                                n == 0 ? "list-add-symbolic" : "object-select-symbolic");
}

static void
stp_welcome_dialog_dispose (GObject *object)
{
  StpWelcomeDialog *self = STP_WELCOME_DIALOG (object);

  g_clear_object (&self->diary);

  G_OBJECT_CLASS (stp_welcome_dialog_parent_class)->dispose (object);
}

static void
stp_welcome_dialog_class_init (StpWelcomeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stp_welcome_dialog_dispose;

  g_type_ensure (STP_TYPE_FIRST_THINGS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/app/stp-welcome-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, StpWelcomeDialog, status_page);
  gtk_widget_class_bind_template_child (widget_class, StpWelcomeDialog, first_things);
  gtk_widget_class_bind_template_child (widget_class, StpWelcomeDialog, products_row);
  gtk_widget_class_bind_template_child (widget_class, StpWelcomeDialog, products_mark);
}

static void
stp_welcome_dialog_init (StpWelcomeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_status_page_set_icon_name (self->status_page, APPLICATION_ID);
}

/**
 * stp_welcome_dialog_new:
 * @workspace: what the panes of the window share
 *
 * Returns: (transfer floating): a dialog that follows the diary
 */
AdwDialog *
stp_welcome_dialog_new (StpWorkspace *workspace)
{
  StpWelcomeDialog *self;

  g_return_val_if_fail (STP_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (STP_TYPE_WELCOME_DIALOG, NULL);
  self->diary = g_object_ref (stp_workspace_get_diary (workspace));
  g_signal_connect_object (self->diary, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);

  return ADW_DIALOG (self);
}

/**
 * stp_welcome_dialog_is_wanted:
 *
 * Returns: whether the diary may be written and nobody has told it anything yet
 */
gboolean
stp_welcome_dialog_is_wanted (StpWorkspace *workspace)
{
  StpDiary *diary;
  StpProfile *profile;
  gboolean read_only;

  g_return_val_if_fail (STP_IS_WORKSPACE (workspace), FALSE);

  diary = stp_workspace_get_diary (workspace);
  profile = stp_diary_get_profile (diary);
  g_object_get (diary, "read-only", &read_only, NULL);

  for (StpRecordType type = STP_RECORD_PROFILE + 1; type < STP_RECORD_N; type++)
    if (stp_diary_get_n_records (diary, type) > 0)
      return FALSE;

  return !read_only && !profile->consultation && profile->questionnaire_at.us == STP_TIME_UNSET;
}
