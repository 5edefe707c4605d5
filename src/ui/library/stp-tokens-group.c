// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "library/stp-tokens-group.h"

#include <glib/gi18n.h>

#include "library/stp-reading-text.h"
#include "library/stp-token-row.h"

struct _StpTokensGroup
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows; /* (element-type GtkWidget) (unowned): they are children */
};

G_DEFINE_FINAL_TYPE (StpTokensGroup, stp_tokens_group, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  SIGNAL_CORRECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
corrected_cb (StpTokensGroup *self)
{
  g_signal_emit (self, signals[SIGNAL_CORRECTED], 0);
}

static void
stp_tokens_group_finalize (GObject *object)
{
  g_clear_pointer (&STP_TOKENS_GROUP (object)->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (stp_tokens_group_parent_class)->finalize (object);
}

static void
stp_tokens_group_class_init (StpTokensGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = stp_tokens_group_finalize;

  signals[SIGNAL_CORRECTED] = g_signal_new ("corrected", STP_TYPE_TOKENS_GROUP, G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
stp_tokens_group_init (StpTokensGroup *self)
{
  self->rows = g_ptr_array_new ();
}

static void
take_row (StpTokensGroup *self, GtkWidget *row)
{
  g_signal_connect_object (row, "corrected", G_CALLBACK (corrected_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

/* A word that stands there twice is corrected once. */
static gboolean
is_new (GHashTable *seen, const char *token, guint ingredient_class)
{
  return g_hash_table_add (seen, g_strdup_printf ("%u %s", ingredient_class, token));
}

static void
add_token (StpTokensGroup *self,
           StpProduct *draft,
           StpClassification *classification,
           guint index,
           GHashTable *seen,
           guint on)
{
  const StpToken *token = stp_classification_get_token (classification, index);
  const guint64 classes = token->classes & stp_reading_get_pausing_classes ();

  if (token->position == 0)
    return;
  if (!token->recognised && is_new (seen, token->text, 0))
    take_row (self, stp_token_row_new_unknown (draft, token->text, on));

  for (guint c = 1; token->recognised && c < STP_CLASS_N; c++)
    if ((classes & STP_CLASS_BIT (c)) && is_new (seen, token->text, c))
      {
        g_autofree char *why = stp_classification_dup_why (classification, index, c);

        take_row (self, stp_token_row_new (draft, token->text, c, why, on));
      }
}

/**
 * stp_tokens_group_show:
 * @draft: a draft; what the user says is written to it
 * @classification: what was read of its list
 * @today: day number
 *
 * Makes the rows anew. They keep up with what is said in them by themselves.
 */
void
stp_tokens_group_show (StpTokensGroup *self,
                       StpProduct *draft,
                       StpClassification *classification,
                       guint today)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_if_fail (STP_IS_TOKENS_GROUP (self));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; i < stp_classification_get_n_tokens (classification); i++)
    add_token (self, draft, classification, i, seen, today);
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
}
