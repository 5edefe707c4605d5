// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-first-things.h"

#include <glib/gi18n.h>

#include "rules/stp-kit.h"
#include "rules/stp-person.h"
#include "shared/stp-names.h"
#include "shared/stp-when.h"

struct _StpFirstThings
{
  AdwPreferencesGroup parent_instance;

  AdwActionRow *consultation_row;
  GtkImage *consultation_mark;
  AdwActionRow *answers_row;
  GtkImage *answers_mark;
  AdwActionRow *device_row;
  GtkImage *device_mark;
};

G_DEFINE_FINAL_TYPE (StpFirstThings, stp_first_things, ADW_TYPE_PREFERENCES_GROUP)

static char *
describe_consultation (const StpConsultation *consultation)
{
  g_autofree char *day = NULL;

  if (!consultation || consultation->on == STP_DAY_UNSET)
    return g_strdup (_ ("Needles at home begin with a talk to a doctor or dermatologist."));

  day = stp_when_format_day (consultation->on);
  if (!consultation->by)
    return g_steal_pointer (&day);

  /* Translators: by whom and on which day the consultation was */
  return g_strdup_printf (_ ("%1$s, %2$s"), consultation->by, day);
}

static char *
describe_answers (StpDiary *diary)
{
  StpClock *clock = stp_diary_get_clock (diary);
  StpProfile *profile = stp_diary_get_profile (diary);
  const gint64 at = profile->questionnaire_at.us;
  g_autofree char *day = NULL;

  if (at == STP_TIME_UNSET)
    return g_strdup (_ ("Thirty of them, answered in a minute."));
  if (stp_person_is_questionnaire_due (profile, stp_clock_get_now (clock)))
    return g_strdup (_ ("Half a year is over: please look through them again."));

  day = stp_when_format_day (stp_day_of (at, stp_clock_get_zone (clock)));
  /* Translators: %s is a day such as "Saturday 12 March" */
  return g_strdup_printf (_ ("Answered %s. Has anything changed?"), day);
}

static char *
describe_device (StpDiary *diary, StpDevice *device)
{
  StpHead *head = device ? stp_kit_find_head (diary, stp_record_get_id (device)) : NULL;
  g_autofree char *length = NULL;

  if (!device)
    return g_strdup (_ ("What you hold in your hand, and how long its needles are."));
  if (!head)
    return g_strdup (device->name);

  length = stp_names_format_length (head->needle_um);
  /* Translators: a device and the length of its needles */
  return g_strdup_printf (_ ("%1$s, %2$s"), device->name, length);
}

static gboolean
has_session_behind (StpDiary *diary)
{
  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_SESSION); i++)
    {
      StpSession *session = stp_diary_peek_record (diary, STP_RECORD_SESSION, i);

      if (session->state == STP_SESSION_DONE && session->place != STP_PLACE_CLINIC)
        return TRUE;
    }

  return FALSE;
}

static void
show_mark (GtkImage *mark, gboolean done)
{
  gtk_image_set_from_icon_name (mark, done ? "object-select-symbolic" : "list-add-symbolic");
}

static void
stp_first_things_class_init (StpFirstThingsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/session/stp-first-things.ui");
  gtk_widget_class_bind_template_child (widget_class, StpFirstThings, consultation_row);
  gtk_widget_class_bind_template_child (widget_class, StpFirstThings, consultation_mark);
  gtk_widget_class_bind_template_child (widget_class, StpFirstThings, answers_row);
  gtk_widget_class_bind_template_child (widget_class, StpFirstThings, answers_mark);
  gtk_widget_class_bind_template_child (widget_class, StpFirstThings, device_row);
  gtk_widget_class_bind_template_child (widget_class, StpFirstThings, device_mark);
}

static void
stp_first_things_init (StpFirstThings *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  /* Names are text, never markup. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->consultation_row), FALSE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->device_row), FALSE);
}

/**
 * stp_first_things_show:
 *
 * Shows what @diary has of them.
 */
void
stp_first_things_show (StpFirstThings *self, StpDiary *diary)
{
  const StpConsultation *consultation = stp_diary_get_profile (diary)->consultation;
  StpDevice *device = stp_kit_find_device (diary);
  g_autofree char *consultation_text = describe_consultation (consultation);
  g_autofree char *answers_text = describe_answers (diary);
  g_autofree char *device_text = describe_device (diary, device);

  g_return_if_fail (STP_IS_FIRST_THINGS (self));

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self),
                                   has_session_behind (diary) ? _ ("Consultation and Device")
                                                              : _ ("Before the First Session"));
  adw_action_row_set_subtitle (self->consultation_row, consultation_text);
  show_mark (self->consultation_mark, consultation && consultation->on != STP_DAY_UNSET);
  adw_action_row_set_subtitle (self->answers_row, answers_text);
  show_mark (self->answers_mark,
             !stp_person_is_questionnaire_due (stp_diary_get_profile (diary),
                                               stp_clock_get_now (stp_diary_get_clock (diary))));
  adw_action_row_set_subtitle (self->device_row, device_text);
  show_mark (self->device_mark, device != NULL);
}
