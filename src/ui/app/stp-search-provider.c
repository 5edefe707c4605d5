// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "app/stp-search-provider.h"

#include "app/stp-search-results.h"

struct _StpSearchProvider
{
  GObject parent_instance;

  GApplication *application; /* its owner */
  StpWorkspace *workspace;   /* (owned) (nullable) */
  GPtrArray *waiting;        /* GDBusMethodInvocation, until it is known what there is */
  gboolean settled;          /* it is known: the workspace, or that there is none */
  guint registration;
};

G_DEFINE_FINAL_TYPE (StpSearchProvider, stp_search_provider, G_TYPE_OBJECT)

#define INTERFACE "org.gnome.Shell.SearchProvider2"

/* What the Shell calls, in the order of its arguments. */
static const char introspection[] =
  "<node><interface name='" INTERFACE "'>"
  "<method name='GetInitialResultSet'>"
  "<arg type='as' direction='in'/><arg type='as' direction='out'/></method>"
  "<method name='GetSubsearchResultSet'>"
  "<arg type='as' direction='in'/><arg type='as' direction='in'/>"
  "<arg type='as' direction='out'/></method>"
  "<method name='GetResultMetas'>"
  "<arg type='as' direction='in'/><arg type='aa{sv}' direction='out'/></method>"
  "<method name='ActivateResult'>"
  "<arg type='s' direction='in'/><arg type='as' direction='in'/>"
  "<arg type='u' direction='in'/></method>"
  "<method name='LaunchSearch'>"
  "<arg type='as' direction='in'/><arg type='u' direction='in'/></method>"
  "</interface></node>";

/* Where there is no diary nothing is found. */
static GStrv
find (StpSearchProvider *self, const char *const *terms)
{
  return self->workspace ? stp_search_results_find (self->workspace, terms) : g_new0 (char *, 1);
}

static gboolean
describe (StpSearchProvider *self, const char *result, StpSearchMeta *meta)
{
  return self->workspace && stp_search_results_describe (self->workspace, result, meta);
}

static GVariant *
get_initial_result_set (StpSearchProvider *self, GVariant *parameters)
{
  g_autofree const char **terms = NULL;
  g_auto (GStrv) results = NULL;

  g_variant_get (parameters, "(^a&s)", &terms);
  results = find (self, terms);

  return g_variant_new ("(^as)", results);
}

/* A shelf and its sessions are searched as fast as the results so far. */
static GVariant *
get_subsearch_result_set (StpSearchProvider *self, GVariant *parameters)
{
  g_autofree const char **previous = NULL;
  g_autofree const char **terms = NULL;
  g_auto (GStrv) results = NULL;

  g_variant_get (parameters, "(^a&s^a&s)", &previous, &terms);
  results = find (self, terms);

  return g_variant_new ("(^as)", results);
}

static GVariant *
get_result_metas (StpSearchProvider *self, GVariant *parameters)
{
  g_autofree const char **results = NULL;
  g_autoptr (GIcon) icon = g_themed_icon_new (APPLICATION_ID);
  g_autoptr (GVariant) icon_value = g_variant_ref_sink (g_icon_serialize (icon));
  GVariantBuilder metas;

  g_variant_get (parameters, "(^a&s)", &results);
  g_variant_builder_init (&metas, G_VARIANT_TYPE ("aa{sv}"));
  for (gsize i = 0; results[i]; i++)
    {
      g_auto (StpSearchMeta) meta = { 0 };

      if (!describe (self, results[i], &meta))
        continue;

      g_variant_builder_open (&metas, G_VARIANT_TYPE_VARDICT);
      g_variant_builder_add (&metas, "{sv}", "id", g_variant_new_string (results[i]));
      g_variant_builder_add (&metas, "{sv}", "name", g_variant_new_string (meta.name));
      g_variant_builder_add (&metas, "{sv}", "icon", icon_value);
      if (meta.description)
        g_variant_builder_add (&metas, "{sv}", "description",
                               g_variant_new_string (meta.description));
      g_variant_builder_close (&metas);
    }

  return g_variant_new ("(aa{sv})", &metas);
}

static GVariant *
activate_result (StpSearchProvider *self, GVariant *parameters)
{
  const char *result;
  g_auto (StpSearchMeta) meta = { 0 };

  g_variant_get (parameters, "(&sasu)", &result, NULL, NULL);
  g_application_activate (self->application);
  if (describe (self, result, &meta))
    stp_workspace_navigate (self->workspace, meta.pane, meta.id);

  return NULL;
}

static GVariant *
launch_search (StpSearchProvider *self, GVariant *parameters)
{
  g_application_activate (self->application);
  if (self->workspace)
    stp_workspace_navigate (self->workspace, "library", NULL);

  return NULL;
}

static const struct
{
  const char *name;
  GVariant *(*answer) (StpSearchProvider *self, GVariant *parameters);
} methods[] = {
  { "GetInitialResultSet", get_initial_result_set },
  { "GetSubsearchResultSet", get_subsearch_result_set },
  { "GetResultMetas", get_result_metas },
  { "ActivateResult", activate_result },
  { "LaunchSearch", launch_search },
};

static void
answer (StpSearchProvider *self, GDBusMethodInvocation *invocation)
{
  const char *name = g_dbus_method_invocation_get_method_name (invocation);
  GVariant *parameters = g_dbus_method_invocation_get_parameters (invocation);

  for (gsize i = 0; i < G_N_ELEMENTS (methods); i++)
    if (g_str_equal (methods[i].name, name))
      g_dbus_method_invocation_return_value (invocation, methods[i].answer (self, parameters));
}

static void
called_cb (GDBusConnection *connection,
           const char *sender,
           const char *object_path,
           const char *interface,
           const char *method,
           GVariant *parameters,
           GDBusMethodInvocation *invocation,
           gpointer user_data)
{
  StpSearchProvider *self = user_data;

  if (self->settled)
    answer (self, invocation);
  else
    g_ptr_array_add (self->waiting, invocation);
}

static void
stp_search_provider_dispose (GObject *object)
{
  StpSearchProvider *self = STP_SEARCH_PROVIDER (object);

  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (stp_search_provider_parent_class)->dispose (object);
}

static void
stp_search_provider_class_init (StpSearchProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = stp_search_provider_dispose;
}

static void
stp_search_provider_init (StpSearchProvider *self)
{
  self->waiting = g_ptr_array_new ();
}

/**
 * stp_search_provider_new:
 * @application: its owner, which a result that is chosen activates
 *
 * Returns: (transfer full): a provider that is not yet on the bus
 */
StpSearchProvider *
stp_search_provider_new (GApplication *application)
{
  StpSearchProvider *self;

  g_return_val_if_fail (G_IS_APPLICATION (application), NULL);

  self = g_object_new (STP_TYPE_SEARCH_PROVIDER, NULL);
  self->application = application;

  return self;
}

/**
 * stp_search_provider_export:
 * @application_path: the application's own path, below which the provider goes
 * @error: set if something stands there already
 *
 * Returns: whether the Shell can call it now
 */
gboolean
stp_search_provider_export (StpSearchProvider *self,
                            GDBusConnection *connection,
                            const char *application_path,
                            GError **error)
{
  static const GDBusInterfaceVTable table = { .method_call = called_cb };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (introspection, NULL);
  g_autofree char *path = g_strconcat (application_path, "/SearchProvider", NULL);

  g_return_val_if_fail (STP_IS_SEARCH_PROVIDER (self), FALSE);

  self->registration = g_dbus_connection_register_object (connection, path, node->interfaces[0],
                                                          &table, self, NULL, error);

  return self->registration != 0;
}

/**
 * stp_search_provider_unexport:
 *
 * Takes it off the bus, if it is there.
 */
void
stp_search_provider_unexport (StpSearchProvider *self, GDBusConnection *connection)
{
  g_return_if_fail (STP_IS_SEARCH_PROVIDER (self));

  if (self->registration)
    g_dbus_connection_unregister_object (connection, self->registration);
  self->registration = 0;
}

/**
 * stp_search_provider_wait:
 *
 * A diary is being read: whoever calls from now on is answered when it is.
 */
void
stp_search_provider_wait (StpSearchProvider *self)
{
  g_return_if_fail (STP_IS_SEARCH_PROVIDER (self));

  g_clear_object (&self->workspace);
  self->settled = FALSE;
}

/**
 * stp_search_provider_set_workspace:
 * @workspace: (nullable): the diary that was read; %NULL if it could not be
 *
 * Answers whoever waited for it.
 */
void
stp_search_provider_set_workspace (StpSearchProvider *self, StpWorkspace *workspace)
{
  g_autoptr (GPtrArray) waiting = NULL;

  g_return_if_fail (STP_IS_SEARCH_PROVIDER (self));

  g_set_object (&self->workspace, workspace);
  self->settled = TRUE;
  waiting = g_steal_pointer (&self->waiting);
  self->waiting = g_ptr_array_new ();
  for (guint i = 0; i < waiting->len; i++)
    answer (self, waiting->pdata[i]);
}
