// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-consultation-dialog.h"

#include <glib/gi18n.h>

#include "session/stp-session-form.h"
#include "session/stp-sheet-print.h"
#include "shared/stp-day-row.h"
#include "shared/stp-dialog-focus.h"
#include "shared/stp-length-row.h"

struct _StpConsultationDialog
{
  AdwDialog parent_instance;

  StpWorkspace *workspace; /* (owned) */
  GPtrArray *avoid_switches;

  AdwEntryRow *by_row;
  AdwSpinRow *day_row;
  AdwComboRow *length_row;
  AdwExpanderRow *avoid_row;
  AdwEntryRow *notes_row;
};

G_DEFINE_FINAL_TYPE (StpConsultationDialog, stp_consultation_dialog, ADW_TYPE_DIALOG)

/* What a specialist names is wider than one class of ours. */
static const struct
{
  const char *title;
  guint64 classes;
} avoidable[] = {
  { N_ ("Retinol and its relatives"),
    STP_CLASS_BIT (STP_CLASS_RETINOID_OTC) | STP_CLASS_BIT (STP_CLASS_RETINOID_RX) },
  { N_ ("Acids and peels"),
    STP_CLASS_BIT (STP_CLASS_ACID_AHA) | STP_CLASS_BIT (STP_CLASS_ACID_BHA) |
      STP_CLASS_BIT (STP_CLASS_ACID_AHA_MILD) | STP_CLASS_BIT (STP_CLASS_ACID_PEEL) },
  { N_ ("Gentle acids (PHA)"), STP_CLASS_BIT (STP_CLASS_ACID_PHA) },
  { N_ ("Azelaic acid"), STP_CLASS_BIT (STP_CLASS_AZELAIC) },
  { N_ ("Vitamin C"), STP_CLASS_BIT (STP_CLASS_VITC_LAA) | STP_CLASS_BIT (STP_CLASS_VITC_DERIV) },
  { N_ ("Benzoyl peroxide"), STP_CLASS_BIT (STP_CLASS_BPO) },
  { N_ ("Niacinamide"), STP_CLASS_BIT (STP_CLASS_NIACINAMIDE) },
  { N_ ("Perfume and essential oils"),
    STP_CLASS_BIT (STP_CLASS_FRAGRANCE) | STP_CLASS_BIT (STP_CLASS_ESSENTIAL_OIL) },
  { N_ ("Numbing cream"), STP_CLASS_BIT (STP_CLASS_NUMBING) },
};

static void
describe_avoided (StpConsultationDialog *self)
{
  guint n = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->avoid_switches->len; i++)
    n += adw_switch_row_get_active (self->avoid_switches->pdata[i]);

  text = n == 0 ? g_strdup (_ ("Nothing named"))
                : g_strdup_printf (ngettext ("%u chosen", "%u chosen", n), n);
  adw_expander_row_set_subtitle (self->avoid_row, text);
}

static void
add_avoid_switches (StpConsultationDialog *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (avoidable); i++)
    {
      GtkWidget *row = adw_switch_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (avoidable[i].title));
      g_signal_connect_object (row, "notify::active", G_CALLBACK (describe_avoided), self,
                               G_CONNECT_SWAPPED);
      adw_expander_row_add_row (self->avoid_row, row);
      g_ptr_array_add (self->avoid_switches, row);
    }
  describe_avoided (self);
}

static void
show_consultation (StpConsultationDialog *self, const StpConsultation *consultation)
{
  gtk_editable_set_text (GTK_EDITABLE (self->by_row), consultation->by ?: "");
  gtk_editable_set_text (GTK_EDITABLE (self->notes_row), consultation->notes ?: "");
  stp_length_row_set (self->length_row, consultation->max_um);
  if (consultation->on != STP_DAY_UNSET)
    stp_day_row_set (self->day_row, consultation->on);

  for (guint i = 0; i < G_N_ELEMENTS (avoidable); i++)
    adw_switch_row_set_active (self->avoid_switches->pdata[i],
                               (consultation->avoid & avoidable[i].classes) != 0);
}

/* Classes that the form does not name stay as they are: another version may have set them. */
static void
read_form (StpConsultationDialog *self, StpConsultation *consultation)
{
  g_clear_pointer (&consultation->by, g_free);
  g_clear_pointer (&consultation->notes, g_free);
  consultation->by = stp_session_form_dup_text (self->by_row);
  consultation->notes = stp_session_form_dup_text (self->notes_row);
  consultation->on = stp_day_row_get (self->day_row);
  consultation->max_um = stp_length_row_get (self->length_row);

  for (guint i = 0; i < G_N_ELEMENTS (avoidable); i++)
    {
      const guint64 classes = avoidable[i].classes;

      if (!adw_switch_row_get_active (self->avoid_switches->pdata[i]))
        consultation->avoid &= ~classes;
      else if ((consultation->avoid & classes) == 0)
        consultation->avoid |= classes;
    }
}

static void
on_sheet_activated_cb (StpConsultationDialog *self)
{
  stp_sheet_print (self->workspace, GTK_WIDGET (self));
}

static void
on_save_clicked_cb (StpConsultationDialog *self)
{
  StpDiary *diary = stp_workspace_get_diary (self->workspace);
  g_autoptr (StpProfile) profile = stp_record_copy (stp_diary_get_profile (diary));

  if (!profile->consultation)
    profile->consultation = stp_consultation_new ();
  read_form (self, profile->consultation);
  stp_session_form_save_profile (ADW_DIALOG (self), self->workspace, profile);
}

static void
stp_consultation_dialog_dispose (GObject *object)
{
  StpConsultationDialog *self = STP_CONSULTATION_DIALOG (object);

  g_clear_pointer (&self->avoid_switches, g_ptr_array_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (stp_consultation_dialog_parent_class)->dispose (object);
}

static void
stp_consultation_dialog_class_init (StpConsultationDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stp_consultation_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/session/stp-consultation-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, StpConsultationDialog, by_row);
  gtk_widget_class_bind_template_child (widget_class, StpConsultationDialog, day_row);
  gtk_widget_class_bind_template_child (widget_class, StpConsultationDialog, length_row);
  gtk_widget_class_bind_template_child (widget_class, StpConsultationDialog, avoid_row);
  gtk_widget_class_bind_template_child (widget_class, StpConsultationDialog, notes_row);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_sheet_activated_cb);
}

static void
stp_consultation_dialog_init (StpConsultationDialog *self)
{
  self->avoid_switches = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  stp_dialog_focus_when_open (ADW_DIALOG (self));
  add_avoid_switches (self);
}

/**
 * stp_consultation_dialog_new:
 * @workspace: what the panes of the window share
 *
 * Returns: (transfer floating): a form with what is known
 */
AdwDialog *
stp_consultation_dialog_new (StpWorkspace *workspace)
{
  StpConsultationDialog *self = g_object_new (STP_TYPE_CONSULTATION_DIALOG, NULL);
  StpProfile *profile = stp_diary_get_profile (stp_workspace_get_diary (workspace));
  const guint today = stp_clock_get_today (stp_workspace_get_clock (workspace));

  self->workspace = g_object_ref (workspace);
  stp_length_row_setup (self->length_row, _ ("Not said"));
  stp_day_row_setup (self->day_row, today - 3650, today);
  if (profile->consultation)
    show_consultation (self, profile->consultation);

  return ADW_DIALOG (self);
}
