// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "stp-session-fixture.h"

#include "diary/stp-diary-private.h"
#include "protocol/stp-gate-form.h"
#include "protocol/stp-questionnaire.h"
#include "rules/stp-planner.h"

StpSessionFixture *
stp_session_fixture_new (void)
{
  StpSessionFixture *self = g_new0 (StpSessionFixture, 1);
  g_autoptr (GDateTime) now = g_date_time_new_utc (2027, 3, 12, 18, 0, 0);

  self->now = g_date_time_to_unix_usec (now);
  self->clock = stp_clock_new_fixed (self->now);
  self->diary = stp_diary_new (self->clock);
  self->timeline = stp_timeline_new (self->diary);
  self->procedure = stp_procedure_new (self->timeline);
  self->workspace = stp_workspace_new (self->clock, NULL, self->diary, self->timeline,
                                       self->procedure);

  return self;
}

void
stp_session_fixture_free (StpSessionFixture *self)
{
  g_clear_pointer (&self->window, gtk_window_destroy);
  stp_session_fixture_settle ();
  g_clear_object (&self->workspace);
  g_clear_object (&self->procedure);
  g_clear_object (&self->timeline);
  g_clear_object (&self->diary);
  g_clear_object (&self->clock);
  g_free (self);
}

void
stp_session_fixture_put (StpSessionFixture *self, gpointer record)
{
  g_autoptr (GError) error = NULL;

  stp_diary_put (self->diary, record, &error);
  g_assert_no_error (error);
}

void
stp_session_fixture_add_device (StpSessionFixture *self)
{
  g_autoptr (StpDevice) device = stp_record_new (STP_RECORD_DEVICE);
  g_autoptr (StpHead) head = stp_record_new (STP_RECORD_HEAD);

  device->name = g_strdup ("My Roller");
  device->kind = STP_DEVICE_ROLLER;
  stp_session_fixture_put (self, device);

  head->device = g_strdup (stp_record_get_id (device));
  head->needle_um = 250;
  head->since = stp_clock_get_today (self->clock) - 3;
  stp_session_fixture_put (self, head);
}

void
stp_session_fixture_add_consultation (StpSessionFixture *self)
{
  g_autoptr (StpProfile) profile = stp_record_copy (stp_diary_get_profile (self->diary));

  profile->consultation = stp_consultation_new ();
  profile->consultation->on = stp_clock_get_today (self->clock) - 30;
  profile->consultation->by = g_strdup ("Dermatologist");
  stp_session_fixture_put (self, profile);
}

/* Has nothing to say to any question. */
void
stp_session_fixture_answer_questionnaire (StpSessionFixture *self)
{
  g_autoptr (StpQuestionnaire) questionnaire = stp_questionnaire_new (self->diary);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < stp_questionnaire_get_n_groups (questionnaire); i++)
    if (stp_questionnaire_has_rest (questionnaire, i))
      stp_questionnaire_set_rest (questionnaire, i, TRUE);
  stp_questionnaire_choose (questionnaire, "q.age", 0);
  stp_questionnaire_save (questionnaire, &error);
  g_assert_no_error (error);
}

/* Answers one question otherwise. */
void
stp_session_fixture_answer (StpSessionFixture *self, const char *question, StpAnswer answer)
{
  g_autoptr (StpProfile) profile = stp_record_copy (stp_diary_get_profile (self->diary));
  StpStandingAnswer *entry = stp_standing_answer_new ();

  entry->answer = answer;
  entry->on = stp_clock_get_today (self->clock);
  g_hash_table_insert (profile->answers, g_strdup (question), entry);
  stp_session_fixture_put (self, profile);
}

/* Writes a session as another program could: the planner and the gate are not asked. */
void
stp_session_fixture_amend (StpSessionFixture *self, StpSession *session)
{
  g_autoptr (GError) error = NULL;

  stp_diary_put_guarded (self->diary, session, STP_EDIT_UNDOABLE, &error);
  g_assert_no_error (error);
}

/* What is asked once: the consultation and the questionnaire. */
void
stp_session_fixture_add_person (StpSessionFixture *self)
{
  stp_session_fixture_add_consultation (self);
  stp_session_fixture_answer_questionnaire (self);
}

StpProduct *
stp_session_fixture_add_product (StpSessionFixture *self,
                                 const char *name,
                                 StpProductKind kind,
                                 const char *ingredients)
{
  g_autoptr (StpProduct) product = stp_record_new (STP_RECORD_PRODUCT);

  product->name = g_strdup (name);
  product->kind = kind;
  product->ingredients = g_strdup (ingredients);
  stp_session_fixture_put (self, product);

  return stp_diary_lookup (self->diary, STP_RECORD_PRODUCT, stp_record_get_id (product));
}

void
stp_session_fixture_use (StpSessionFixture *self, StpProduct *product, gint64 hours_ago)
{
  g_autoptr (StpApplication) application = stp_record_new (STP_RECORD_APPLICATION);

  application->product = g_strdup (stp_record_get_id (product));
  application->at.us = stp_clock_get_now (self->clock) - hours_ago * STP_HOUR;
  stp_session_fixture_put (self, application);
}

/* A session in @hours from now, as the planner makes it. */
void
stp_session_fixture_plan (StpSessionFixture *self, gint64 hours)
{
  const gint64 now = stp_clock_get_now (self->clock);
  StpQuestion question = { .start = now + hours * STP_HOUR, .now = now };
  g_autoptr (StpSession) session = NULL;
  g_autoptr (GError) error = NULL;

  question.purpose = stp_planner_get_due_purpose (self->timeline, 250);
  stp_timeline_resolve_question (self->timeline, &question, &error);
  g_assert_no_error (error);
  session = stp_planner_plan (self->timeline, &question, &error);
  g_assert_no_error (error);
}

void
stp_session_fixture_advance (StpSessionFixture *self, gint64 minutes)
{
  stp_clock_set_fixed (self->clock, stp_clock_get_now (self->clock) + minutes * STP_MINUTE);
  stp_session_fixture_settle ();
}

static void
answer (StpGateForm *form, StpGateItem *item)
{
  if (stp_gate_item_get_kind (item) == STP_GATE_ACKNOWLEDGE)
    stp_gate_form_acknowledge (form, item);
  else if (stp_gate_item_get_n_choices (item) > 0)
    stp_gate_form_answer (form, item, stp_gate_item_get_choice (item, 0, NULL));
}

/* Plans a session for now and takes it through the gate. */
void
stp_session_fixture_start (StpSessionFixture *self)
{
  g_autoptr (StpGateForm) form = NULL;
  g_autoptr (GError) error = NULL;

  stp_session_fixture_add_device (self);
  stp_session_fixture_add_person (self);
  stp_session_fixture_plan (self, 0);
  form = stp_gate_form_new (self->timeline, stp_procedure_get_session (self->procedure));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (form)); i++)
    {
      g_autoptr (StpGateItem) item = g_list_model_get_item (G_LIST_MODEL (form), i);

      answer (form, item);
    }
  stp_gate_form_start (form, &error);
  g_assert_no_error (error);
}

void
stp_session_fixture_show (StpSessionFixture *self, GtkWidget *widget)
{
  self->window = GTK_WINDOW (adw_window_new ());
  gtk_window_set_default_size (self->window, 400, 700);
  adw_window_set_content (ADW_WINDOW (self->window), widget);
  gtk_window_present (self->window);
  stp_session_fixture_await (widget);
}

static gboolean
count_frame_cb (GtkWidget *widget, GdkFrameClock *frame_clock, gpointer user_data)
{
  guint *n_frames = user_data;

  return ++*n_frames < 3 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Until @widget has been on screen for some frames: a dialog opens within them. */
void
stp_session_fixture_await (GtkWidget *widget)
{
  guint n_frames = 0;

  while (!gtk_widget_get_mapped (widget))
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_add_tick_callback (widget, count_frame_cb, &n_frames, NULL);
  while (n_frames < 3)
    g_main_context_iteration (NULL, TRUE);
  stp_session_fixture_settle ();
}

void
stp_session_fixture_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static const char *
get_text (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget))
    return gtk_button_get_label (GTK_BUTTON (widget));
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_label (GTK_LABEL (widget));
  if (ADW_IS_PREFERENCES_ROW (widget))
    return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));

  return NULL;
}

/* The first mapped widget of that type below @root, with that text if any is given. */
GtkWidget *
stp_session_fixture_find (GtkWidget *root, GType type, const char *text)
{
  GtkWidget *child;

  if (!gtk_widget_get_mapped (root))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) && (!text || g_strcmp0 (get_text (root), text) == 0))
    return root;

  for (child = gtk_widget_get_first_child (root); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = stp_session_fixture_find (child, type, text);

      if (found)
        return found;
    }

  return NULL;
}
