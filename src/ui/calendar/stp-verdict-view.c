// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "calendar/stp-verdict-view.h"

#include <glib/gi18n.h>

#include "calendar/stp-offer.h"
#include "rules/stp-sources.h"
#include "rules/stp-words.h"

#define REASONS_MAX 12

struct _StpVerdictView
{
  AdwBin parent_instance;

  GtkImage *icon;
  GtkBox *reasons;
  GtkLabel *title, *earliest, *why_label, *asks;
};

G_DEFINE_FINAL_TYPE (StpVerdictView, stp_verdict_view, ADW_TYPE_BIN)

/* Shape first, colour second, and always a word. */
static const struct
{
  const char *title, *past_title, *icon_name, *css_class;
} looks[] = {
  [STP_ALLOWED] = { NC_ ("verdict", "Fine for a Session"),
                    NC_ ("verdict", "Was Fine for a Session"), "object-select-symbolic",
                    "success" },
  [STP_ADVISE] = { NC_ ("verdict", "Fine, with a Note"), NC_ ("verdict", "Was Fine, with a Note"),
                   "help-about-symbolic", "dimmed" },
  [STP_WARN] = { NC_ ("verdict", "Possible, with Care"), NC_ ("verdict", "Was Possible, with Care"),
                 "dialog-warning-symbolic", "warning" },
  [STP_DOCTOR] = { NC_ ("verdict", "Ask a Doctor First"), NC_ ("verdict", "Needed a Doctor’s Word"),
                   "action-unavailable-symbolic", "error" },
  [STP_BLOCK] = { NC_ ("verdict", "Not Possible Yet"), NC_ ("verdict", "Was Not Possible"),
                  "action-unavailable-symbolic", "error" },
};

/**
 * stp_strength_get_title:
 *
 * Returns: (transfer none): a verdict in a word
 */
const char *
stp_strength_get_title (StpStrength strength)
{
  return g_dpgettext2 (NULL, "verdict", looks[strength].title);
}

/* The same of a day that is over. */
const char *
stp_strength_get_past_title (StpStrength strength)
{
  return g_dpgettext2 (NULL, "verdict", looks[strength].past_title);
}

/* Its shape. */
const char *
stp_strength_get_icon_name (StpStrength strength)
{
  return looks[strength].icon_name;
}

/* Its colour. */
const char *
stp_strength_get_css_class (StpStrength strength)
{
  return looks[strength].css_class;
}

static GtkWidget *
add_reason (StpVerdictView *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (self->reasons, label);

  return label;
}

/* The strictest come first, and those that hold longest. Uses that are stamped later than now hold
 * one by one: a clock that is set back, or a file from another one, can make thousands, and nobody
 * reads on. Labels are kept, since the next day has reasons too. */
static void
show_reasons (StpVerdictView *self, StpVerdict *verdict)
{
  const guint n_shown = MIN (verdict->reasons->len, REASONS_MAX);
  GtkWidget *label = gtk_widget_get_first_child (GTK_WIDGET (self->reasons));

  for (guint i = 0; i < n_shown; i++, label = gtk_widget_get_next_sibling (label))
    {
      if (!label)
        label = add_reason (self);
      stp_offer_set_line (GTK_LABEL (label), stp_reason_get_text (verdict->reasons->pdata[i]));
    }
  for (; label; label = gtk_widget_get_next_sibling (label))
    gtk_widget_set_visible (label, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->reasons), verdict->reasons->len > 0);
}

/* Each rule once, however many products it speaks of (E11). */
static void
show_why (StpVerdictView *self, StpVerdict *verdict)
{
  g_autoptr (GPtrArray) rules = g_ptr_array_new ();
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  for (guint i = 0; i < verdict->reasons->len; i++)
    {
      const StpReason *reason = verdict->reasons->pdata[i];

      if (g_ptr_array_find (rules, reason->rule, NULL))
        continue;
      g_ptr_array_add (rules, (gpointer) reason->rule);
      g_ptr_array_add (lines, stp_sources_explain (reason->rule));
    }
  if (rules->len == 0)
    g_ptr_array_add (
      lines, g_strdup (_ ("Nothing that is logged or planned stands against a session then.")));
  g_ptr_array_add (lines, g_strdup (_ ("No clinician has reviewed these rules.")));
  g_ptr_array_add (lines, NULL);
  text = g_strjoinv ("\n\n", (char **) lines->pdata);

  gtk_label_set_label (self->why_label, text);
}

/* One line, however many products are asked for: the gate names them (E15). */
static char *
join_asks (StpVerdict *verdict)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = 0; i < verdict->asks->len; i++)
    {
      const StpAsk *ask = verdict->asks->pdata[i];
      const char *label = stp_rule_get_label (ask->rule);

      if (!g_ptr_array_find_with_equal_func (labels, label, g_str_equal, NULL))
        g_ptr_array_add (labels, (char *) label);
    }
  if (labels->len == 0)
    return NULL;

  g_ptr_array_add (labels, NULL);
  /* Translators: between the names of a list */
  list = g_strjoinv (C_ ("list", ", "), (char **) labels->pdata);

  /* Translators: what will be asked; %s is as in "consultation, retinoid" */
  return g_strdup_printf (_ ("Asked before the session: %s"), list);
}

static char *
format_earliest (StpVerdict *verdict, gint64 now, GTimeZone *zone)
{
  g_autofree char *moment = NULL;

  if (verdict->plan < STP_DOCTOR || verdict->earliest == STP_TIME_UNSET)
    return NULL;

  moment = stp_words_moment (verdict->earliest, now, zone);

  /* Translators: %s is a moment, as in "Saturday 21:00" */
  return g_strdup_printf (_ ("Possible from %s"), moment);
}

static void
stp_verdict_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), STP_TYPE_VERDICT_VIEW);

  G_OBJECT_CLASS (stp_verdict_view_parent_class)->dispose (object);
}

static void
stp_verdict_view_class_init (StpVerdictViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stp_verdict_view_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/calendar/stp-verdict-view.ui");
  gtk_widget_class_bind_template_child (widget_class, StpVerdictView, asks);
  gtk_widget_class_bind_template_child (widget_class, StpVerdictView, earliest);
  gtk_widget_class_bind_template_child (widget_class, StpVerdictView, icon);
  gtk_widget_class_bind_template_child (widget_class, StpVerdictView, reasons);
  gtk_widget_class_bind_template_child (widget_class, StpVerdictView, title);
  gtk_widget_class_bind_template_child (widget_class, StpVerdictView, why_label);
}

static void
stp_verdict_view_init (StpVerdictView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_strength (StpVerdictView *self, StpVerdict *verdict, const char *title)
{
  const char *classes[] = { looks[verdict->strength].css_class, NULL };

  gtk_image_set_from_icon_name (self->icon, looks[verdict->strength].icon_name);
  gtk_widget_set_css_classes (GTK_WIDGET (self->icon), classes);
  stp_offer_set_line (self->title, title);
  show_reasons (self, verdict);
  show_why (self, verdict);
}

/**
 * stp_verdict_view_set_verdict:
 * @now: the moment of asking, UTC microseconds
 */
void
stp_verdict_view_set_verdict (StpVerdictView *self,
                              StpVerdict *verdict,
                              gint64 now,
                              GTimeZone *zone)
{
  g_autofree char *earliest = format_earliest (verdict, now, zone);
  g_autofree char *asks = join_asks (verdict);

  g_return_if_fail (STP_IS_VERDICT_VIEW (self));

  show_strength (self, verdict, stp_strength_get_title (verdict->strength));
  stp_offer_set_line (self->earliest, earliest);
  stp_offer_set_line (self->asks, asks);
}

/**
 * stp_verdict_view_set_past_verdict:
 *
 * Shows what stood on a day that is over: nothing is offered or asked any more.
 */
void
stp_verdict_view_set_past_verdict (StpVerdictView *self, StpVerdict *verdict)
{
  g_return_if_fail (STP_IS_VERDICT_VIEW (self));

  show_strength (self, verdict, stp_strength_get_past_title (verdict->strength));
  stp_offer_set_line (self->earliest, NULL);
  stp_offer_set_line (self->asks, NULL);
}
