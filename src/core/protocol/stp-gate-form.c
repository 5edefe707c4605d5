// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "protocol/stp-gate-form-private.h"

#include "protocol/stp-situation-private.h"

struct _StpGateForm
{
  GObject parent_instance;

  StpTimeline *timeline;
  char *session;
  GPtrArray *items;
  GHashTable *answers; /* question to StpAnswer: also of lines that are gone for being answered */
  gboolean can_start;
  guint alarm;
};

enum
{
  PROP_CAN_START = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GType
get_item_type (GListModel *model)
{
  return STP_TYPE_GATE_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return STP_GATE_FORM (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  GPtrArray *items = STP_GATE_FORM (model)->items;

  return position < items->len ? g_object_ref (items->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (StpGateForm,
                               stp_gate_form,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static StpDiary *
get_diary (StpGateForm *self)
{
  return stp_timeline_get_diary (self->timeline);
}

static StpClock *
get_clock (StpGateForm *self)
{
  return stp_diary_get_clock (get_diary (self));
}

static void
remove_alarm (StpGateForm *self)
{
  if (self->alarm != 0)
    stp_clock_remove_alarm (get_clock (self), self->alarm);
  self->alarm = 0;
}

static gboolean
alarm_cb (gpointer user_data)
{
  StpGateForm *self = user_data;

  self->alarm = 0;
  stp_gate_form_refresh (self);
  return G_SOURCE_REMOVE;
}

static gboolean
is_all_met (StpGateForm *self)
{
  for (guint i = 0; i < self->items->len; i++)
    if (!stp_gate_item_get_met (self->items->pdata[i]))
      return FALSE;
  return TRUE;
}

static void
update_can_start (StpGateForm *self)
{
  gboolean can_start = is_all_met (self) && stp_gate_form_is_startable (self, NULL);

  if (can_start == self->can_start)
    return;
  self->can_start = can_start;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_START]);
}

/* Time alone lifts a block, and lets an answer grow old (E13). */
static void
set_alarm (StpGateForm *self, gint64 now)
{
  gint64 next = G_MAXINT64;

  for (guint i = 0; i < self->items->len; i++)
    {
      StpGateItem *item = self->items->pdata[i];
      gint64 until = stp_gate_item_get_until (item);
      gint64 answered = stp_gate_item_get_answered_at (item);

      if (until > now)
        next = MIN (next, until);
      if (answered != STP_TIME_UNSET)
        next = MIN (next, answered + STP_GATE_LIFE + 1);
    }
  remove_alarm (self);
  if (next != G_MAXINT64)
    self->alarm = stp_clock_add_alarm (get_clock (self), next, alarm_cb, self);
}

/* Announces only the stretch that differs, so that the lines around it keep the focus. */
static void
swap_items (StpGateForm *self, GPtrArray *items)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->items);
  guint head = 0, tail = 0, shorter = MIN (old->len, items->len);

  self->items = g_ptr_array_ref (items);
  while (head < shorter && old->pdata[head] == items->pdata[head])
    head++;
  while (tail < shorter - head &&
         old->pdata[old->len - 1 - tail] == items->pdata[items->len - 1 - tail])
    tail++;
  if (head + tail < MAX (old->len, items->len))
    g_list_model_items_changed (G_LIST_MODEL (self), head, old->len - head - tail,
                                items->len - head - tail);
}

/*
 * stp_gate_form_refresh:
 *
 * Judges the session at this very moment. Lines that stay keep their answers, unless those
 * have outlived the gate.
 */
void
stp_gate_form_refresh (StpGateForm *self)
{
  gint64 now = stp_clock_get_now (get_clock (self));
  StpSession *session = stp_gate_form_get_session (self);
  g_autoptr (GPtrArray) items = NULL;

  if (session == NULL)
    items = g_ptr_array_new_with_free_func (g_object_unref);
  else
    items = stp_gate_list_items (self->timeline, session, now, self->items);
  for (guint i = 0; i < items->len; i++)
    {
      gint64 answered = stp_gate_item_get_answered_at (items->pdata[i]);

      if (answered != STP_TIME_UNSET && !stp_moments_within (answered, now, STP_GATE_LIFE))
        stp_gate_item_forget (items->pdata[i]);
    }
  swap_items (self, items);
  set_alarm (self, now);
  update_can_start (self);
}

static void
stp_gate_form_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CAN_START:
      g_value_set_boolean (value, STP_GATE_FORM (object)->can_start);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
stp_gate_form_dispose (GObject *object)
{
  StpGateForm *self = STP_GATE_FORM (object);

  if (self->timeline != NULL)
    remove_alarm (self);
  g_clear_object (&self->timeline);
  G_OBJECT_CLASS (stp_gate_form_parent_class)->dispose (object);
}

static void
stp_gate_form_finalize (GObject *object)
{
  StpGateForm *self = STP_GATE_FORM (object);

  g_ptr_array_unref (self->items);
  g_hash_table_unref (self->answers);
  g_free (self->session);
  G_OBJECT_CLASS (stp_gate_form_parent_class)->finalize (object);
}

static void
stp_gate_form_class_init (StpGateFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = stp_gate_form_get_property;
  object_class->dispose = stp_gate_form_dispose;
  object_class->finalize = stp_gate_form_finalize;

  /**
   * StpGateForm:can-start:
   *
   * Whether every line is met, as of the last look. Starting looks again.
   */
  properties[PROP_CAN_START] = g_param_spec_boolean ("can-start", NULL, NULL, FALSE,
                                                     G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY |
                                                       G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
stp_gate_form_init (StpGateForm *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * stp_gate_form_new:
 * @session: the home session that is to start
 *
 * Returns: (transfer full): the gate of @session
 */
StpGateForm *
stp_gate_form_new (StpTimeline *timeline, StpSession *session)
{
  StpGateForm *self;

  g_return_val_if_fail (STP_IS_TIMELINE (timeline), NULL);
  g_return_val_if_fail (STP_IS_SESSION (session), NULL);

  self = g_object_new (STP_TYPE_GATE_FORM, NULL);
  self->timeline = g_object_ref (timeline);
  self->session = g_strdup (stp_record_get_id (session));
  g_signal_connect_object (timeline, "changed", G_CALLBACK (stp_gate_form_refresh), self,
                           G_CONNECT_SWAPPED);
  stp_gate_form_refresh (self);
  return self;
}

/**
 * stp_gate_form_get_session:
 *
 * Returns: (transfer none) (nullable): the session as it stands in the diary now
 */
StpSession *
stp_gate_form_get_session (StpGateForm *self)
{
  g_return_val_if_fail (STP_IS_GATE_FORM (self), NULL);

  return stp_diary_lookup (get_diary (self), STP_RECORD_SESSION, self->session);
}

StpTimeline *
stp_gate_form_get_timeline (StpGateForm *self)
{
  return self->timeline;
}

/*
 * stp_gate_form_get_answers:
 *
 * Returns: (transfer none): what was answered at this gate, for its record
 */
GHashTable *
stp_gate_form_get_answers (StpGateForm *self)
{
  return self->answers;
}

/**
 * stp_gate_form_get_can_start:
 *
 * Returns: whether every line is met
 */
gboolean
stp_gate_form_get_can_start (StpGateForm *self)
{
  g_return_val_if_fail (STP_IS_GATE_FORM (self), FALSE);

  return self->can_start;
}

/**
 * stp_gate_form_acknowledge:
 * @item: a line of kind %STP_GATE_ACKNOWLEDGE
 *
 * The warning was read and accepted. One call a rule, whatever the number of its products (E1).
 */
void
stp_gate_form_acknowledge (StpGateForm *self, StpGateItem *item)
{
  g_return_if_fail (STP_IS_GATE_FORM (self));
  g_return_if_fail (STP_IS_GATE_ITEM (item));
  g_return_if_fail (stp_gate_item_get_kind (item) == STP_GATE_ACKNOWLEDGE);

  stp_gate_item_answer (item, 0, stp_clock_get_now (get_clock (self)));
  stp_gate_form_refresh (self);
}

/**
 * stp_gate_form_answer:
 * @item: a line of kind %STP_GATE_QUESTION
 * @answer: one of its choices
 *
 * Answers a question. "Not used" is kept as a denial at once and a calm patch test as a check-in,
 * so that they are asked no more.
 */
void
stp_gate_form_answer (StpGateForm *self, StpGateItem *item, StpAnswer answer)
{
  gint64 now;

  g_return_if_fail (STP_IS_GATE_FORM (self));
  g_return_if_fail (STP_IS_GATE_ITEM (item));
  g_return_if_fail (stp_gate_item_get_kind (item) == STP_GATE_QUESTION);

  now = stp_clock_get_now (get_clock (self));
  g_hash_table_insert (self->answers, g_strdup (stp_gate_item_get_id (item)),
                       GINT_TO_POINTER (answer));
  stp_gate_item_answer (item, answer, now);
  stp_gate_keep_answer (self->timeline, item, now);
  stp_gate_form_refresh (self);
}
