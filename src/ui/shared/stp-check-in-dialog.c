// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "shared/stp-check-in-dialog.h"

#include <glib/gi18n.h>

#include "protocol/stp-procedure.h"
#include "protocol/stp-signs.h"
#include "shared/stp-check-in-words.h"
#include "shared/stp-check-row.h"
#include "shared/stp-dialog-focus.h"
#include "shared/stp-moment-group.h"
#include "shared/stp-wrap.h"

struct _StpCheckInDialog
{
  AdwDialog parent_instance;

  StpWorkspace *workspace;      /* (owned) */
  StpMomentGroup *moment_group; /* (nullable): %NULL = now */
  GPtrArray *level_rows;        /* (element-type AdwComboRow): by index in levels */
  guint64 signs;                /* set of StpSign */

  AdwPreferencesGroup *when_group;
  AdwPreferencesGroup *levels_group;
  AdwPreferencesGroup *signs_group;
  GtkWidget *calm_button;
  GtkWidget *save_button;
};

G_DEFINE_FINAL_TYPE (StpCheckInDialog, stp_check_in_dialog, ADW_TYPE_DIALOG)

/* What is felt, in the order in which it is asked. */
static const struct
{
  const char *title;
  gsize offset;
} levels[] = {
  { N_ ("Redness"), G_STRUCT_OFFSET (StpReaction, redness) },
  { N_ ("Swelling"), G_STRUCT_OFFSET (StpReaction, swelling) },
  { N_ ("Pain or Soreness"), G_STRUCT_OFFSET (StpReaction, pain) },
  { N_ ("Itch"), G_STRUCT_OFFSET (StpReaction, itch) },
  { N_ ("Dryness or Flakes"), G_STRUCT_OFFSET (StpReaction, flaking) },
};

static StpTimeline *
get_timeline (StpCheckInDialog *self)
{
  return stp_workspace_get_timeline (self->workspace);
}

static GtkStringList *
list_strengths (void)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  /* Translators: how strong redness, pain, itch and the like are, from 0 to 4 */
  gtk_string_list_append (names, C_ ("strength", "None"));
  gtk_string_list_append (names, C_ ("strength", "Slight"));
  gtk_string_list_append (names, C_ ("strength", "Clear"));
  gtk_string_list_append (names, C_ ("strength", "Strong"));
  gtk_string_list_append (names, C_ ("strength", "Very strong"));
  return names;
}

/* Calm skin has a button of its own: a form that nobody touched says nothing (E5). */
static void
update (StpCheckInDialog *self)
{
  gboolean marked = self->signs != 0;

  for (guint i = 0; i < self->level_rows->len; i++)
    marked |= adw_combo_row_get_selected (self->level_rows->pdata[i]) > 0;
  gtk_widget_set_sensitive (self->save_button, marked);
  gtk_widget_set_sensitive (self->calm_button, !marked);
}

static void
add_levels (StpCheckInDialog *self)
{
  g_autoptr (GtkStringList) names = list_strengths ();

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      GtkWidget *row = g_object_new (ADW_TYPE_COMBO_ROW, "title", _ (levels[i].title), "model",
                                     names, NULL);

      g_signal_connect_object (row, "notify::selected", G_CALLBACK (update), self,
                               G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->levels_group, row);
      g_ptr_array_add (self->level_rows, row);
    }
}

static void
on_sign_cb (StpCheckRow *row, GParamSpec *pspec, StpCheckInDialog *self)
{
  const guint64 bit = STP_BIT (GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "sign")));

  self->signs = stp_check_row_get_active (row) ? self->signs | bit : self->signs & ~bit;
  update (self);
}

static GtkWidget *
create_sign (StpCheckInDialog *self, StpSign sign)
{
  GtkWidget *row = stp_check_row_new (stp_signs_get_name (sign), NULL);

  g_object_set_data (G_OBJECT (row), "sign", GUINT_TO_POINTER (sign));
  g_signal_connect_object (row, "notify::active", G_CALLBACK (on_sign_cb), self, 0);
  return row;
}

static void
add_signs (StpCheckInDialog *self, StpSession *session)
{
  for (guint i = 0; i < stp_signs_get_n_topics (); i++)
    {
      const StpSignTopic topic = stp_signs_get_topic (i);
      GtkWidget *row;

      if (!stp_signs_concern (get_timeline (self), i, session))
        continue;
      row = adw_expander_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), topic.title);
      for (const StpSign *sign = topic.signs; *sign; sign++)
        adw_expander_row_add_row (ADW_EXPANDER_ROW (row), create_sign (self, *sign));
      adw_preferences_group_add (self->signs_group, row);
    }
}

static gint64
get_moment (StpCheckInDialog *self)
{
  return self->moment_group ? stp_moment_group_get_moment (self->moment_group)
                            : stp_clock_get_now (stp_workspace_get_clock (self->workspace));
}

static StpReaction *
read_form (StpCheckInDialog *self)
{
  StpProcedure *procedure = stp_workspace_get_procedure (self->workspace);
  StpClock *clock = stp_workspace_get_clock (self->workspace);
  StpSession *session = stp_reaction_find_session (get_timeline (self), get_moment (self));
  StpReaction *draft = stp_record_new (STP_RECORD_REACTION);

  draft->at = stp_instant_local (get_moment (self), stp_clock_get_zone (clock));
  g_set_str (&draft->session, session ? stp_record_get_id (session) : NULL);
  if (!self->moment_group && stp_procedure_has_check_in (procedure))
    draft->slot = stp_procedure_get_check_in (procedure).slot;
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    G_STRUCT_MEMBER (int, draft, levels[i].offset) = (int) adw_combo_row_get_selected (
      self->level_rows->pdata[i]);
  draft->signs = self->signs;
  return draft;
}

/* The dialog that says what to do stands where this one stood. */
static void
record (StpCheckInDialog *self, StpReaction *draft)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  const StpReactionGrade grade = stp_reaction_grade (get_timeline (self), draft);
  g_autoptr (GError) error = NULL;

  if (!stp_check_in_record (get_timeline (self), draft, &error))
    {
      stp_workspace_report (self->workspace, error);
      return;
    }
  if (grade == STP_REACTION_CALM)
    stp_workspace_toast_undo (self->workspace, _ ("Calm. Noted."));
  else
    adw_dialog_present (stp_check_in_words_answer (grade, draft), window);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_confirmed_cb (StpCheckInDialog *self, const char *response, AdwDialog *question)
{
  if (g_str_equal (response, "yes"))
    record (self, g_object_get_data (G_OBJECT (question), "draft"));
}

static void
on_save_clicked_cb (StpCheckInDialog *self)
{
  g_autoptr (StpReaction) draft = read_form (self);
  AdwDialog *question;

  if (stp_reaction_grade (get_timeline (self), draft) != STP_REACTION_RED)
    {
      record (self, draft);
      return;
    }
  question = stp_check_in_words_ask (draft);
  g_object_set_data_full (G_OBJECT (question), "draft", g_object_ref (draft), g_object_unref);
  g_signal_connect_object (question, "response", G_CALLBACK (on_confirmed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (question, GTK_WIDGET (self));
}

static void
on_calm_clicked_cb (StpCheckInDialog *self)
{
  g_autoptr (StpReaction) draft = read_form (self);

  record (self, draft);
}

static void
stp_check_in_dialog_finalize (GObject *object)
{
  StpCheckInDialog *self = STP_CHECK_IN_DIALOG (object);

  g_clear_pointer (&self->level_rows, g_ptr_array_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (stp_check_in_dialog_parent_class)->finalize (object);
}

static void
stp_check_in_dialog_class_init (StpCheckInDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stp_check_in_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/shared/stp-check-in-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, StpCheckInDialog, when_group);
  gtk_widget_class_bind_template_child (widget_class, StpCheckInDialog, levels_group);
  gtk_widget_class_bind_template_child (widget_class, StpCheckInDialog, signs_group);
  gtk_widget_class_bind_template_child (widget_class, StpCheckInDialog, calm_button);
  gtk_widget_class_bind_template_child (widget_class, StpCheckInDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, on_calm_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked_cb);
}

static void
stp_check_in_dialog_init (StpCheckInDialog *self)
{
  self->level_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  stp_dialog_focus_when_open (ADW_DIALOG (self));
  stp_wrap_button (self->calm_button);
}

/* Says which check-in it is, or asks when. */
static void
show_when (StpCheckInDialog *self, gint64 at)
{
  StpProcedure *procedure = stp_workspace_get_procedure (self->workspace);
  StpClock *clock = stp_workspace_get_clock (self->workspace);

  if (at != STP_TIME_UNSET)
    {
      self->moment_group = g_object_new (STP_TYPE_MOMENT_GROUP, NULL);
      stp_moment_group_set_zone (self->moment_group, stp_clock_get_zone (clock));
      stp_moment_group_set_moment (self->moment_group, at);
      adw_preferences_group_add (self->when_group, GTK_WIDGET (self->moment_group));
    }
  else if (stp_procedure_has_check_in (procedure))
    adw_preferences_group_set_description (
      self->when_group, stp_check_in_words_get_slot (stp_procedure_get_check_in (procedure).slot));
  else
    gtk_widget_set_visible (GTK_WIDGET (self->when_group), FALSE);
}

/**
 * stp_check_in_dialog_new:
 * @at: when the skin was so, UTC microseconds, for the user to change; %STP_TIME_UNSET = now
 *
 * Returns: (transfer floating): a form to present
 */
AdwDialog *
stp_check_in_dialog_new (StpWorkspace *workspace, gint64 at)
{
  StpCheckInDialog *self = g_object_new (STP_TYPE_CHECK_IN_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  show_when (self, at);
  add_levels (self);
  add_signs (self, stp_reaction_find_session (get_timeline (self), get_moment (self)));
  return ADW_DIALOG (self);
}
