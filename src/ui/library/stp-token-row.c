// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "library/stp-token-row.h"

#include <glib/gi18n.h>

#include "library/stp-reading-text.h"
#include "rules/stp-correct.h"
#include "shared/stp-names.h"

struct _StpTokenRow
{
  AdwComboRow parent_instance;

  StpProduct *draft; /* (owned) */
  char *token;
  StpIngredientClass ingredient_class; /* 0 = nobody knows the word */
  guint on;                            /* day number of what is said now */
  guint said;                          /* the choice that the draft has */
  gboolean asking;                     /* the choice is being set back, or asked about */
};

G_DEFINE_FINAL_TYPE (StpTokenRow, stp_token_row, ADW_TYPE_COMBO_ROW)

enum
{
  SIGNAL_CORRECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The first choice takes back what was said; the others are StpTreatAs. */
static const char *const treatments[] = {
  /* Translators: how an ingredient is to count; the first: as Stipple reads the list */
  [0] = NC_ ("correction", "As read"),
  [STP_TREAT_AS_ACTIVE] = NC_ ("correction", "It counts"),
  [STP_TREAT_AS_TRACE] = NC_ ("correction", "Only a trace"),
  [STP_TREAT_AS_NONE] = NC_ ("correction", "Something else"),
};

/* The class that the user chose for an unknown word: the choice counts the pausing ones. */
static StpIngredientClass
get_class_of_choice (guint choice)
{
  const guint64 pausing = stp_reading_get_pausing_classes ();
  guint n = 0;

  for (guint c = 1; c < STP_CLASS_N; c++)
    if ((pausing & STP_CLASS_BIT (c)) && ++n == choice)
      return c;
  return 0;
}

static void
say (StpTokenRow *self, guint choice)
{
  stp_correct_forget (self->draft, self->token);
  if (choice > 0 && self->ingredient_class)
    stp_correct_token (self->draft, self->token, self->ingredient_class, choice, self->on);
  else if (choice > 0)
    stp_correct_token (self->draft, self->token, get_class_of_choice (choice), STP_TREAT_AS_ACTIVE,
                       self->on);

  self->said = choice;
  g_signal_emit (self, signals[SIGNAL_CORRECTED], 0);
}

static void
answered_cb (StpTokenRow *self, const char *response)
{
  if (g_str_equal (response, "correct"))
    say (self, adw_combo_row_get_selected (ADW_COMBO_ROW (self)));
  else
    adw_combo_row_set_selected (ADW_COMBO_ROW (self), self->said);
  self->asking = FALSE;
}

static void
ask (StpTokenRow *self, const char *question)
{
  g_autofree char *title = g_strdup_printf (
    /* Translators: asked before an acid is said to be something else; %s is an ingredient */
    _ ("Is “%s” Something Else?"), self->token);
  AdwDialog *dialog = adw_alert_dialog_new (title, question);

  self->asking = TRUE;
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "keep", _ ("_Keep"), "correct",
                                  _ ("_Correct"), NULL);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "keep");
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
selected_cb (StpTokenRow *self)
{
  const guint choice = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  const char *question = NULL;

  if (self->asking || choice == self->said || choice == GTK_INVALID_LIST_POSITION)
    return;

  if (choice == STP_TREAT_AS_TRACE || choice == STP_TREAT_AS_NONE)
    question = stp_token_get_question (self->ingredient_class);
  if (question)
    ask (self, question);
  else
    say (self, choice);
}

static void
stp_token_row_finalize (GObject *object)
{
  StpTokenRow *self = STP_TOKEN_ROW (object);

  g_clear_object (&self->draft);
  g_clear_pointer (&self->token, g_free);

  G_OBJECT_CLASS (stp_token_row_parent_class)->finalize (object);
}

static void
stp_token_row_class_init (StpTokenRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = stp_token_row_finalize;

  signals[SIGNAL_CORRECTED] = g_signal_new ("corrected", STP_TYPE_TOKEN_ROW, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
stp_token_row_init (StpTokenRow *self)
{
}

static StpTokenRow *
make_row (StpProduct *draft, const char *token, guint on, const char *subtitle)
{
  StpTokenRow *self = g_object_new (STP_TYPE_TOKEN_ROW, NULL);

  self->draft = g_object_ref (draft);
  self->token = g_strdup (token);
  self->on = on;
  /* Words of a list are text. That comes before them, since they are read as soon as set. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), token);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  return self;
}

static void
offer (StpTokenRow *self, GtkStringList *choices, guint said)
{
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (choices));
  self->said = said;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), said);
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);
}

/**
 * stp_token_row_new:
 * @draft: a draft; what the user says is written to it
 * @token: an ingredient as the list gives it
 * @ingredient_class: what it was read as
 * @why: (nullable): a sentence: why it was read so
 * @on: today's day number
 *
 * Returns: (transfer floating): a new row
 */
GtkWidget *
stp_token_row_new (StpProduct *draft,
                   const char *token,
                   StpIngredientClass ingredient_class,
                   const char *why,
                   guint on)
{
  const char *refusal = stp_token_get_refusal (token, ingredient_class);
  const char *name = stp_names_get_class (ingredient_class);
  const StpCorrection *correction = stp_correct_find (draft, token, ingredient_class);
  /* What the user said is chosen beside it, and is its own reason. */
  const char *const lines[] = { name, why && !correction ? why : refusal,
                                why && !correction ? refusal : NULL, NULL };
  g_autofree char *subtitle = g_strjoinv ("\n", (char **) lines);
  StpTokenRow *self = make_row (draft, token, on, subtitle);
  g_autoptr (GtkStringList) choices = NULL;

  self->ingredient_class = ingredient_class;
  if (refusal)
    return GTK_WIDGET (self);

  choices = gtk_string_list_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (treatments); i++)
    gtk_string_list_append (choices, g_dpgettext2 (NULL, "correction", treatments[i]));
  offer (self, choices, correction ? correction->as : 0);
  return GTK_WIDGET (self);
}

/**
 * stp_token_row_new_unknown:
 * @draft: a draft; what the user says is written to it
 * @token: a word of the list that nobody knows
 * @on: today's day number
 *
 * Returns: (transfer floating): a row that offers the classes that matter
 */
GtkWidget *
stp_token_row_new_unknown (StpProduct *draft, const char *token, guint on)
{
  StpTokenRow *self = make_row (draft, token, on, _ ("Not recognised"));
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);
  guint said = 0;
  guint choice = 0;

  /* Translators: what an ingredient that nobody knows is taken for */
  gtk_string_list_append (choices, C_ ("correction", "Nothing that matters"));
  for (StpIngredientClass c; (c = get_class_of_choice (++choice)) != 0;)
    {
      gtk_string_list_append (choices, stp_names_get_class (c));
      if (stp_correct_find (draft, token, c))
        said = choice;
    }
  offer (self, choices, said);
  return GTK_WIDGET (self);
}
