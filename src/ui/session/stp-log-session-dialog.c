// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-log-session-dialog.h"

#include <glib/gi18n.h>

#include "rules/stp-kit.h"
#include "rules/stp-planner.h"
#include "rules/stp-sources.h"
#include "session/stp-line-group.h"
#include "shared/stp-check-row.h"
#include "shared/stp-day-row.h"
#include "shared/stp-length-row.h"
#include "shared/stp-moment-group.h"
#include "shared/stp-names.h"

/* A clinic may hold everything back for about a month; nobody says so a year ahead. */
#define RELEASED_DAYS 365

struct _StpLogSessionDialog
{
  AdwDialog parent_instance;

  StpWorkspace *workspace; /* (owned) */
  StpLogSessionKind kind;
  guint64 areas; /* set of StpArea */

  AdwEntryRow *clinic_row;
  AdwComboRow *treatment_row;
  AdwComboRow *length_row;
  AdwExpanderRow *areas_row;
  StpMomentGroup *moment_group;
  StpLineGroup *reasons_group;
  GtkWidget *released_group;
  AdwExpanderRow *released_row;
  AdwSpinRow *released_day_row;
  GtkWidget *save_button;
};

G_DEFINE_FINAL_TYPE (StpLogSessionDialog, stp_log_session_dialog, ADW_TYPE_DIALOG)

typedef struct
{
  StpTreatment treatment;
  const char *name;
} Treatment;

static const Treatment clinic_treatments[] = {
  /* Translators: what was done to the skin */
  { STP_TREATMENT_NEEDLING, NC_ ("treatment", "Needling") },
  { STP_TREATMENT_RF, NC_ ("treatment", "Radio frequency") },
  { STP_TREATMENT_LED_RED, NC_ ("treatment", "Red light") },
  { STP_TREATMENT_LED_BLUE, NC_ ("treatment", "Blue light") },
  { STP_TREATMENT_OTHER, NC_ ("treatment", "Something else") },
};

static const Treatment light_treatments[] = {
  { STP_TREATMENT_LED_RED, NC_ ("treatment", "Red light") },
  { STP_TREATMENT_LED_BLUE, NC_ ("treatment", "Blue light") },
};

static const Treatment home_treatments[] = {
  { STP_TREATMENT_NEEDLING, NC_ ("treatment", "Needling") },
};

static const struct
{
  const char *title;
  StpPlace place;
  const Treatment *treatments;
  guint n_treatments;
} kinds[] = {
  [STP_LOG_CLINIC] = { N_ ("Session in a Clinic"), STP_PLACE_CLINIC, clinic_treatments,
                       G_N_ELEMENTS (clinic_treatments) },
  [STP_LOG_LIGHT] = { N_ ("LED Light"), STP_PLACE_HOME, light_treatments,
                      G_N_ELEMENTS (light_treatments) },
  [STP_LOG_EARLIER] = { N_ ("Earlier Session at Home"), STP_PLACE_HOME, home_treatments,
                        G_N_ELEMENTS (home_treatments) },
};

static const StpArea areas[] = {
  STP_AREA_FACE, STP_AREA_NECK, STP_AREA_CHEST, STP_AREA_SCALP, STP_AREA_HANDS,
  STP_AREA_ARMS, STP_AREA_LEGS, STP_AREA_BACK,  STP_AREA_BELLY,
};

static StpTreatment
get_treatment (StpLogSessionDialog *self)
{
  const guint selected = adw_combo_row_get_selected (self->treatment_row);

  return kinds[self->kind].treatments[MIN (selected, kinds[self->kind].n_treatments - 1)].treatment;
}

static gboolean
has_needles (StpLogSessionDialog *self)
{
  return get_treatment (self) == STP_TREATMENT_NEEDLING || get_treatment (self) == STP_TREATMENT_RF;
}

static gint64
get_now (StpLogSessionDialog *self)
{
  return stp_clock_get_now (stp_workspace_get_clock (self->workspace));
}

static GPtrArray *
read_areas (StpLogSessionDialog *self)
{
  GPtrArray *found = stp_values_new (&stp_session_area_shape);

  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    if (self->areas & STP_BIT (areas[i]))
      {
        StpSessionArea *area = stp_session_area_new ();

        area->area = areas[i];
        area->needle_um = has_needles (self) ? stp_length_row_get (self->length_row) : STP_UNSET;
        g_ptr_array_add (found, area);
      }
  return found;
}

static void
read_clinic (StpLogSessionDialog *self, StpSession *draft)
{
  g_autofree char *clinic = g_strstrip (
    g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->clinic_row))));

  if (*clinic)
    draft->clinic = g_steal_pointer (&clinic);
  if (draft->state == STP_SESSION_DONE &&
      adw_expander_row_get_enable_expansion (self->released_row))
    draft->released = stp_day_row_get (self->released_day_row);
}

/* A clinic's date that is to come is planned; everything else has happened. */
static StpSession *
read_form (StpLogSessionDialog *self)
{
  StpClock *clock = stp_workspace_get_clock (self->workspace);
  const gint64 at = stp_moment_group_get_moment (self->moment_group);
  StpSession *draft = stp_record_new (STP_RECORD_SESSION);

  draft->state = at > get_now (self) ? STP_SESSION_PLANNED : STP_SESSION_DONE;
  draft->purpose = STP_PURPOSE_FULL;
  draft->place = kinds[self->kind].place;
  draft->treatment = get_treatment (self);
  draft->start = stp_instant_local (at, stp_clock_get_zone (clock));
  /* Its length is not asked for, but what is done has ended. */
  if (draft->state == STP_SESSION_DONE && at + STP_HOUR > get_now (self))
    draft->end = stp_instant_local (get_now (self), stp_clock_get_zone (clock));
  draft->areas = read_areas (self);
  if (self->kind == STP_LOG_CLINIC)
    read_clinic (self, draft);
  return draft;
}

/* What the engine has to say to it; nothing of it refuses the form. */
static void
show_reasons (StpLogSessionDialog *self)
{
  g_autoptr (StpSession) draft = read_form (self);
  g_autoptr (
    StpVerdict) verdict = stp_timeline_judge_elsewhere (stp_workspace_get_timeline (self->workspace),
                                                      draft);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < verdict->reasons->len; i++)
    {
      StpReason *reason = verdict->reasons->pdata[i];

      g_autofree char *sources = stp_sources_explain (reason->rule);

      if (reason->strength >= STP_WARN)
        g_ptr_array_add (lines, stp_line_new ("dialog-information-symbolic",
                                              stp_reason_get_text (reason), NULL, sources));
    }
  stp_line_group_show (self->reasons_group, lines);
}

static void
update (StpLogSessionDialog *self)
{
  gboolean past;

  /* The rows are still being set up. */
  if (!self->workspace)
    return;

  past = stp_moment_group_get_moment (self->moment_group) <= get_now (self);
  gtk_widget_set_visible (GTK_WIDGET (self->length_row), has_needles (self));
  gtk_widget_set_visible (self->released_group, self->kind == STP_LOG_CLINIC && past);
  gtk_widget_set_sensitive (self->save_button,
                            self->areas != 0 && (past || self->kind == STP_LOG_CLINIC));
  if (self->kind != STP_LOG_EARLIER)
    show_reasons (self);
}

static void
describe_areas (StpLogSessionDialog *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    if (self->areas & STP_BIT (areas[i]))
      g_ptr_array_add (names, (gpointer) stp_names_get_area (areas[i]));
  g_ptr_array_add (names, NULL);
  text = g_strjoinv (" · ", (char **) names->pdata);
  adw_expander_row_set_subtitle (self->areas_row, text);
}

static void
on_area_cb (StpCheckRow *row, GParamSpec *pspec, StpLogSessionDialog *self)
{
  const guint64 bit = STP_BIT (GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "area")));

  self->areas = stp_check_row_get_active (row) ? self->areas | bit : self->areas & ~bit;
  describe_areas (self);
  update (self);
}

static void
add_areas (StpLogSessionDialog *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    {
      GtkWidget *row = stp_check_row_new (stp_names_get_area (areas[i]), NULL);

      g_object_set_data (G_OBJECT (row), "area", GUINT_TO_POINTER (areas[i]));
      stp_check_row_set_active (STP_CHECK_ROW (row), (self->areas & STP_BIT (areas[i])) != 0);
      g_signal_connect_object (row, "notify::active", G_CALLBACK (on_area_cb), self, 0);
      adw_expander_row_add_row (self->areas_row, row);
    }
  describe_areas (self);
}

static void
add_treatments (StpLogSessionDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < kinds[self->kind].n_treatments; i++)
    gtk_string_list_append (names,
                            g_dpgettext2 (NULL, "treatment", kinds[self->kind].treatments[i].name));
  adw_combo_row_set_model (self->treatment_row, G_LIST_MODEL (names));
  gtk_widget_set_visible (GTK_WIDGET (self->treatment_row), kinds[self->kind].n_treatments > 1);
}

static void
on_save_clicked_cb (StpLogSessionDialog *self)
{
  g_autoptr (StpSession) draft = read_form (self);
  g_autoptr (GError) error = NULL;

  if (!stp_planner_record (stp_workspace_get_timeline (self->workspace), draft, &error))
    {
      stp_workspace_report (self->workspace, error);
      return;
    }
  stp_workspace_toast_undo (self->workspace, _ ("Session logged"));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
stp_log_session_dialog_dispose (GObject *object)
{
  StpLogSessionDialog *self = STP_LOG_SESSION_DIALOG (object);

  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (stp_log_session_dialog_parent_class)->dispose (object);
}

static void
stp_log_session_dialog_class_init (StpLogSessionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stp_log_session_dialog_dispose;

  g_type_ensure (STP_TYPE_LINE_GROUP);
  g_type_ensure (STP_TYPE_MOMENT_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/session/stp-log-session-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, StpLogSessionDialog, clinic_row);
  gtk_widget_class_bind_template_child (widget_class, StpLogSessionDialog, treatment_row);
  gtk_widget_class_bind_template_child (widget_class, StpLogSessionDialog, length_row);
  gtk_widget_class_bind_template_child (widget_class, StpLogSessionDialog, areas_row);
  gtk_widget_class_bind_template_child (widget_class, StpLogSessionDialog, moment_group);
  gtk_widget_class_bind_template_child (widget_class, StpLogSessionDialog, reasons_group);
  gtk_widget_class_bind_template_child (widget_class, StpLogSessionDialog, released_group);
  gtk_widget_class_bind_template_child (widget_class, StpLogSessionDialog, released_row);
  gtk_widget_class_bind_template_child (widget_class, StpLogSessionDialog, released_day_row);
  gtk_widget_class_bind_template_child (widget_class, StpLogSessionDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
stp_log_session_dialog_init (StpLogSessionDialog *self)
{
  self->areas = STP_BIT (STP_AREA_FACE);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What is most likely: the head that is in use, a clinic's length unknown, and now. */
static void
set_up (StpLogSessionDialog *self)
{
  StpDiary *diary = stp_workspace_get_diary (self->workspace);
  StpClock *clock = stp_workspace_get_clock (self->workspace);
  const guint today = stp_clock_get_today (clock);
  StpDevice *device = stp_kit_find_device (diary);
  StpHead *head = device ? stp_kit_find_head (diary, stp_record_get_id (device)) : NULL;

  adw_dialog_set_title (ADW_DIALOG (self), _ (kinds[self->kind].title));
  gtk_widget_set_visible (GTK_WIDGET (self->clinic_row), self->kind == STP_LOG_CLINIC);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->reasons_group),
                                   self->kind == STP_LOG_CLINIC ? _ ("Tell Your Clinic")
                                                                : _ ("About This Time"));
  stp_length_row_setup (self->length_row, _ ("Not known"));
  if (self->kind == STP_LOG_EARLIER && head)
    stp_length_row_set (self->length_row, head->needle_um);
  stp_day_row_setup (self->released_day_row, today - RELEASED_DAYS, today + RELEASED_DAYS);
  stp_day_row_set (self->released_day_row, today);
  stp_moment_group_set_zone (self->moment_group, stp_clock_get_zone (clock));
  stp_moment_group_set_moment (self->moment_group, get_now (self));
}

/**
 * stp_log_session_dialog_new:
 *
 * Returns: (transfer floating): the short form for what was done
 */
AdwDialog *
stp_log_session_dialog_new (StpWorkspace *workspace, StpLogSessionKind kind)
{
  StpLogSessionDialog *self = g_object_new (STP_TYPE_LOG_SESSION_DIALOG, NULL);

  self->kind = kind;
  add_treatments (self);
  self->workspace = g_object_ref (workspace);
  set_up (self);
  add_areas (self);
  update (self);
  return ADW_DIALOG (self);
}
