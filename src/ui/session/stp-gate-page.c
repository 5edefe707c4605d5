// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "session/stp-gate-page.h"

#include <glib/gi18n.h>

#include "protocol/stp-gate-form.h"
#include "rules/stp-words.h"
#include "session/stp-check-in-group.h"
#include "session/stp-earliest.h"
#include "session/stp-gate-section.h"
#include "session/stp-replan.h"
#include "session/stp-session-text.h"
#include "shared/stp-wrap.h"

struct _StpGatePage
{
  StpSessionPage parent_instance;

  StpGateForm *form; /* (owned) (nullable) */
  StpEarliest earliest;
  guint focus_idle;

  StpCheckInGroup *check_in_group;
  GtkLabel *count_label;
  GtkLabel *place_label;
  StpGateSection *blocks;
  GtkWidget *move_box;
  GtkButton *earliest_button;
  GtkButton *evening_button;
  StpGateSection *acknowledgements;
  StpGateSection *denials;
  StpGateSection *questions;
  StpGateSection *advice;
  GtkWidget *start_button;
};

G_DEFINE_FINAL_TYPE (StpGatePage, stp_gate_page, STP_TYPE_SESSION_PAGE)

static StpWorkspace *
get_workspace (StpGatePage *self)
{
  return stp_session_page_get_workspace (STP_SESSION_PAGE (self));
}

static StpProcedure *
get_procedure (StpGatePage *self)
{
  return stp_workspace_get_procedure (get_workspace (self));
}

static StpSession *
get_session (StpGatePage *self)
{
  return stp_procedure_get_session (get_procedure (self));
}

/* What was answered stays to be read, and to be answered otherwise. */
static void
update_questions_title (StpGatePage *self)
{
  const gboolean open = stp_gate_section_get_n_open (self->questions) > 0;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->questions),
                                   open ? _ ("Still Open") : _ ("Answered"));
}

/* All denials are one thing to do: they are confirmed by one button (E5). */
static guint
count_open (StpGatePage *self)
{
  return stp_gate_section_get_n_open (self->blocks) +
         stp_gate_section_get_n_open (self->acknowledgements) +
         stp_gate_section_get_n_open (self->questions) +
         MIN (1, stp_gate_section_get_n_open (self->denials));
}

static void
update_count (StpGatePage *self)
{
  const gboolean can_start = stp_gate_form_get_can_start (self->form);
  const guint n = count_open (self);
  g_autofree char *text = n == 0 ? g_strdup (_ ("Nothing stands in the way."))
                                 : g_strdup_printf (
                                     ngettext ("One thing first", "%u things first", n), n);

  gtk_label_set_label (self->count_label, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "gate.start", can_start);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "gate.nothing-since",
                                 stp_gate_section_get_n_open (self->denials) > 0);
}

static void
show_offer (StpGatePage *self, GtkButton *button, gint64 start)
{
  StpClock *clock = stp_workspace_get_clock (get_workspace (self));
  g_autofree char *when = NULL;
  g_autofree char *label = NULL;

  gtk_widget_set_visible (GTK_WIDGET (button), start != STP_TIME_UNSET);
  if (start == STP_TIME_UNSET)
    return;

  when = stp_words_moment (start, stp_clock_get_now (clock), stp_clock_get_zone (clock));
  /* Translators: a button: move the session to that moment, as in "Move to Sat 21:00" */
  label = g_strdup_printf (_ ("Move to %s"), when);
  gtk_button_set_label (button, label);
}

static void
update_offers (StpGatePage *self)
{
  StpSession *session = get_session (self);
  const gboolean blocked = stp_gate_section_get_n_open (self->blocks) > 0;
  const gint64 now = stp_clock_get_now (stp_workspace_get_clock (get_workspace (self)));
  const gboolean later = blocked && session &&
                         stp_earliest_find (stp_workspace_get_timeline (get_workspace (self)),
                                            session, &self->earliest, NULL) &&
                         self->earliest.start != STP_TIME_UNSET && self->earliest.start > now;

  gtk_widget_set_visible (self->move_box, later);
  if (!later)
    return;

  show_offer (self, self->earliest_button, self->earliest.start);
  show_offer (self, self->evening_button,
              self->earliest.evening == self->earliest.start ? STP_TIME_UNSET
                                                             : self->earliest.evening);
}

static void
on_earliest_clicked_cb (StpGatePage *self)
{
  stp_replan_move (get_workspace (self), self->earliest.start);
}

static void
on_evening_clicked_cb (StpGatePage *self)
{
  stp_replan_move (get_workspace (self), self->earliest.evening);
}

static void
confirm_denials (GtkWidget *widget, const char *name, GVariant *target)
{
  StpGatePage *self = STP_GATE_PAGE (widget);
  g_autoptr (GError) error = NULL;

  if (!stp_gate_form_confirm_denials (self->form, &error))
    stp_workspace_report (get_workspace (self), error);
}

static void
make_patch (GtkWidget *widget, const char *name, GVariant *target)
{
  StpGatePage *self = STP_GATE_PAGE (widget);
  g_autoptr (GError) error = NULL;

  if (!stp_gate_form_make_patch (self->form, &error))
    stp_workspace_report (get_workspace (self), error);
}

static void
start (GtkWidget *widget, const char *name, GVariant *target)
{
  StpGatePage *self = STP_GATE_PAGE (widget);
  g_autoptr (GError) error = NULL;

  if (!stp_gate_form_start (self->form, &error))
    stp_workspace_report (get_workspace (self), error);
}

/* What was just answered goes away, and the focus with it: on to what is next. */
static void
keep_focus (StpGatePage *self)
{
  StpGateSection *sections[] = { self->acknowledgements, self->denials, self->questions };
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (!root || gtk_root_get_focus (root) || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (stp_gate_section_get_n_open (sections[i]) > 0 &&
        gtk_widget_child_focus (GTK_WIDGET (sections[i]), GTK_DIR_TAB_FORWARD))
      return;
}

static void
focus_start_cb (gpointer user_data)
{
  StpGatePage *self = STP_GATE_PAGE (user_data);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  self->focus_idle = 0;
  if (stp_gate_form_get_can_start (self->form) && gtk_widget_get_mapped (GTK_WIDGET (self)) &&
      (!focus || !gtk_widget_get_mapped (focus) ||
       gtk_widget_is_ancestor (focus, GTK_WIDGET (self))))
    gtk_widget_grab_focus (self->start_button);
}

/* The row that was answered last moves the focus as it goes, so this waits until it is gone. */
static void
on_can_start_changed_cb (StpGatePage *self)
{
  update_count (self);
  if (self->focus_idle == 0)
    self->focus_idle = g_idle_add_once (focus_start_cb, self);
}

static void
update (StpGatePage *self)
{
  update_count (self);
  update_questions_title (self);
  update_offers (self);
  keep_focus (self);
}

static void
on_items_changed_cb (StpGatePage *self, guint position, guint removed, guint added)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (StpGateItem) item = g_list_model_get_item (G_LIST_MODEL (self->form), i);

      g_signal_connect_object (item, "notify::met", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
    }
  update (self);
}

static void
open_form (StpGatePage *self, StpSession *session)
{
  self->form = stp_gate_form_new (stp_workspace_get_timeline (get_workspace (self)), session);
  stp_gate_section_bind (self->blocks, self->form, STP_GATE_BLOCK);
  stp_gate_section_bind (self->acknowledgements, self->form, STP_GATE_ACKNOWLEDGE);
  stp_gate_section_bind (self->denials, self->form, STP_GATE_DENIAL);
  stp_gate_section_bind (self->questions, self->form, STP_GATE_QUESTION);
  stp_gate_section_bind (self->advice, self->form, STP_GATE_ADVICE);

  g_signal_connect_object (self->form, "notify::can-start", G_CALLBACK (on_can_start_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "items-changed", G_CALLBACK (on_items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  on_items_changed_cb (self, 0, 0, g_list_model_get_n_items (G_LIST_MODEL (self->form)));
}

static void
stp_gate_page_refresh (StpSessionPage *page)
{
  StpGatePage *self = STP_GATE_PAGE (page);
  StpSession *session = get_session (self);
  g_autofree char *place = NULL;

  if (!session || stp_procedure_get_phase (get_procedure (self)) != STP_PHASE_GATE)
    return;

  place = stp_session_text_format_place (session);
  gtk_label_set_label (self->place_label, place);
  /* Who needles weekly looks at the skin of a week ago here (clinical rules, section 6). */
  stp_check_in_group_show (self->check_in_group, stp_session_page_get_workspace (page), TRUE);
  if (!self->form)
    open_form (self, session);
  else
    update (self);
}

static void
stp_gate_page_dispose (GObject *object)
{
  StpGatePage *self = STP_GATE_PAGE (object);

  g_clear_handle_id (&self->focus_idle, g_source_remove);
  g_clear_object (&self->form);

  G_OBJECT_CLASS (stp_gate_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, StpGatePage, check_in_group);
  gtk_widget_class_bind_template_child (widget_class, StpGatePage, count_label);
  gtk_widget_class_bind_template_child (widget_class, StpGatePage, place_label);
  gtk_widget_class_bind_template_child (widget_class, StpGatePage, blocks);
  gtk_widget_class_bind_template_child (widget_class, StpGatePage, move_box);
  gtk_widget_class_bind_template_child (widget_class, StpGatePage, earliest_button);
  gtk_widget_class_bind_template_child (widget_class, StpGatePage, evening_button);
  gtk_widget_class_bind_template_child (widget_class, StpGatePage, acknowledgements);
  gtk_widget_class_bind_template_child (widget_class, StpGatePage, denials);
  gtk_widget_class_bind_template_child (widget_class, StpGatePage, questions);
  gtk_widget_class_bind_template_child (widget_class, StpGatePage, advice);
  gtk_widget_class_bind_template_child (widget_class, StpGatePage, start_button);
  gtk_widget_class_bind_template_callback (widget_class, on_earliest_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_evening_clicked_cb);
}

static void
stp_gate_page_class_init (StpGatePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stp_gate_page_dispose;
  STP_SESSION_PAGE_CLASS (klass)->refresh = stp_gate_page_refresh;

  g_type_ensure (STP_TYPE_CHECK_IN_GROUP);
  g_type_ensure (STP_TYPE_GATE_SECTION);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/session/stp-gate-page.ui");
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "gate.nothing-since", NULL, confirm_denials);
  gtk_widget_class_install_action (widget_class, "gate.make-patch", NULL, make_patch);
  gtk_widget_class_install_action (widget_class, "gate.start", NULL, start);
}

static void
stp_gate_page_init (StpGatePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  stp_wrap_button (self->start_button);
}
