// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-sheet.h"

#include <glib/gi18n.h>

#include "protocol/stp-questionnaire.h"
#include "rules/stp-kit.h"
#include "session/stp-session-text.h"
#include "shared/stp-names.h"
#include "shared/stp-when.h"

static void
line_free (gpointer data)
{
  StpSheetLine *self = data;

  g_free (self->title);
  g_free (self->detail);
  g_free (self);
}

static void
section_free (gpointer data)
{
  StpSheetSection *self = data;

  g_ptr_array_unref (self->lines);
  g_free (self->note);
  g_free (self);
}

static StpSheetSection *
add_section (StpSheet *self, const char *title)
{
  StpSheetSection *section = g_new0 (StpSheetSection, 1);

  section->title = title;
  section->lines = g_ptr_array_new_with_free_func (line_free);
  g_ptr_array_add (self->sections, section);

  return section;
}

/* Takes @detail. */
static void
add_line (StpSheetSection *section, const char *title, char *detail)
{
  StpSheetLine *line = g_new0 (StpSheetLine, 1);

  line->title = g_strdup (title);
  line->detail = detail;
  g_ptr_array_add (section->lines, line);
}

/* Dots between names of things read as a list in every language. Takes @parts; NULL if empty. */
static char *
join (GPtrArray *parts)
{
  char *text;

  g_ptr_array_add (parts, NULL);
  text = parts->len > 1 ? g_strjoinv (" · ", (char **) parts->pdata) : NULL;
  g_ptr_array_unref (parts);

  return text;
}

static void
add_answer (StpSheetSection *section, StpQuestionnaire *questionnaire, StpPersonQuestion question)
{
  const int chosen = stp_questionnaire_get_chosen (questionnaire, question.id);
  const gboolean says_more = chosen >= 0 && (question.always || question.n_choices > 1);

  if (!stp_questionnaire_is_marked (questionnaire, question.id) && !(question.always && says_more))
    return;
  add_line (section, question.title,
            says_more
              ? g_strdup (stp_questionnaire_get_choice (questionnaire, question.id, (guint) chosen))
              : NULL);
}

static void
add_person (StpSheet *self, StpDiary *diary)
{
  g_autoptr (StpQuestionnaire) questionnaire = stp_questionnaire_new (diary);
  StpSheetSection *section = add_section (self, _ ("About Me"));
  const gboolean answered = stp_diary_get_profile (diary)->questionnaire_at.us != STP_TIME_UNSET;

  for (guint i = 0; answered && i < stp_questionnaire_get_n_groups (questionnaire); i++)
    for (guint j = 0; j < stp_questionnaire_get_n_questions (questionnaire, i); j++)
      add_answer (section, questionnaire, stp_questionnaire_get_question (questionnaire, i, j));

  if (!answered)
    section->note = g_strdup (_ ("I have not answered the questions about my health yet."));
  else if (section->lines->len < 2)
    section->note = g_strdup (_ ("Nothing else that Stipple asks about applies to me."));
}

static char *
describe_device (StpDiary *diary, StpDevice *device)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  StpHead *head = stp_kit_find_head (diary, stp_record_get_id (device));

  g_ptr_array_add (parts, g_strdup (stp_names_get_device_kind (device->kind)));
  if (head)
    g_ptr_array_add (parts, stp_names_format_length (head->needle_um));

  return join (parts);
}

static void
add_devices (StpSheet *self, StpDiary *diary)
{
  StpSheetSection *section = add_section (self, _ ("My Device"));

  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_DEVICE); i++)
    {
      StpDevice *device = stp_diary_peek_record (diary, STP_RECORD_DEVICE, i);

      if (!device->archived)
        add_line (section, device->name, describe_device (diary, device));
    }
  if (section->lines->len == 0)
    section->note = g_strdup (_ ("I have no device yet."));
}

/* What soothes is in nearly everything, and nobody asks about it. */
static guint64
get_classes (StpTimeline *timeline, const StpProduct *product)
{
  StpClassification *found = stp_timeline_get_classification (timeline,
                                                              stp_record_get_id (product));

  return found ? stp_classification_get_active (found) & ~STP_CLASS_BIT (STP_CLASS_SOOTHING) : 0;
}

/* What is in it and when it is used: what a doctor would ask about it. */
static char *
describe_product (StpTimeline *timeline, StpProduct *product)
{
  const guint64 classes = get_classes (timeline, product);
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);

  for (int it = 1; stp_enum_to_nick (STP_TYPE_INGREDIENT_CLASS, it); it++)
    if (classes & STP_CLASS_BIT (it))
      g_ptr_array_add (parts, g_strdup (stp_names_get_class (it)));
  if (product->routine && product->routine->when & STP_BIT (STP_DAY_PART_MORNING))
    /* Translators: when a product is used */
    g_ptr_array_add (parts, g_strdup (C_ ("routine", "mornings")));
  if (product->routine && product->routine->when & STP_BIT (STP_DAY_PART_EVENING))
    /* Translators: when a product is used */
    g_ptr_array_add (parts, g_strdup (C_ ("routine", "evenings")));

  return join (parts);
}

/* What a doctor has something to say about comes first. */
static int
compare_products (gconstpointer a, gconstpointer b, gpointer timeline)
{
  const StpProduct *one = *(StpProduct *const *) a, *other = *(StpProduct *const *) b;
  const gboolean bland = get_classes (timeline, one) == 0;
  const gboolean other_bland = get_classes (timeline, other) == 0;

  return bland != other_bland ? bland - other_bland : g_utf8_collate (one->name, other->name);
}

static GPtrArray *
list_shelf (StpTimeline *timeline)
{
  StpDiary *diary = stp_timeline_get_diary (timeline);
  GPtrArray *shelf = g_ptr_array_new ();

  for (guint i = 0; i < stp_diary_get_n_records (diary, STP_RECORD_PRODUCT); i++)
    {
      StpProduct *product = stp_diary_peek_record (diary, STP_RECORD_PRODUCT, i);

      if (!product->archived)
        g_ptr_array_add (shelf, product);
    }
  g_ptr_array_sort_with_data (shelf, compare_products, timeline);

  return shelf;
}

static void
add_shelf (StpSheet *self, StpTimeline *timeline)
{
  StpSheetSection *section = add_section (self, _ ("What I Use on My Skin"));
  g_autoptr (GPtrArray) shelf = list_shelf (timeline);
  const guint more = shelf->len - MIN (shelf->len, STP_SHEET_MAX_PRODUCTS);

  section->columns = TRUE;
  for (guint i = 0; i < shelf->len - more; i++)
    {
      StpProduct *product = shelf->pdata[i];

      add_line (section, product->name, describe_product (timeline, product));
    }
  if (shelf->len == 0)
    section->note = g_strdup (_ ("Nothing is on my shelf yet."));
  else if (more > 0)
    section->note = g_strdup_printf (
      ngettext ("And %u more product.", "And %u more products.", more), more);
}

/* What the form of the consultation has room for, as questions. */
static void
add_questions (StpSheet *self)
{
  static const char *const questions[] = {
    N_ ("May I needle at home, and where on the skin?"),
    N_ ("How long may the needles be at most, and how often may I needle?"),
    N_ ("What should I leave off before and after, and for how long?"),
    N_ ("May I use numbing cream?"),
    N_ ("What should make me stop and come back?"),
  };
  StpSheetSection *section = add_section (self, _ ("To Ask"));

  section->answers = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    add_line (section, _ (questions[i]), NULL);
}

/**
 * stp_sheet_new:
 *
 * Returns: (transfer full): what the sheet says today
 */
StpSheet *
stp_sheet_new (StpTimeline *timeline)
{
  StpSheet *self = g_new0 (StpSheet, 1);
  StpDiary *diary = stp_timeline_get_diary (timeline);
  g_autofree char *day = stp_when_format_day (stp_clock_get_today (stp_diary_get_clock (diary)));

  self->sections = g_ptr_array_new_with_free_func (section_free);
  self->title = _ ("For My Consultation");
  self->intro = _ ("I would like to needle my skin at home. This is what I use, and what I would "
                   "like to ask.");
  /* Translators: at the foot of a printed page; %s is a day, as in "Saturday 14 March" */
  self->footer = g_strdup_printf (_ ("Made with Stipple on %s. No clinician has reviewed it."),
                                  day);
  add_person (self, diary);
  add_devices (self, diary);
  add_shelf (self, timeline);
  add_questions (self);

  return self;
}

void
stp_sheet_free (StpSheet *self)
{
  g_ptr_array_unref (self->sections);
  g_free (self->footer);
  g_free (self);
}
