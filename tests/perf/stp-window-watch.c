// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "stp-window-watch.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/Xdamage.h>
#include <poll.h>

// Where the header bar with its title and buttons is.
#define HEAD_HEIGHT 48
#define LEAST_WIDTH 300
// How long the first paint may take to come.
#define FIRST_PAINT G_USEC_PER_SEC

struct _StpWindowWatch
{
  Display *display;
  int damage_event;
  Window window; // that was waited for last
};

// Windows come and go while they are asked about.
static int
ignore_error_cb (Display *display, XErrorEvent *event)
{
  return 0;
}

StpWindowWatch *
stp_window_watch_new (void)
{
  g_autoptr (StpWindowWatch) self = g_new0 (StpWindowWatch, 1);
  int error_base;

  self->display = XOpenDisplay (NULL);
  if (!self->display || !XDamageQueryExtension (self->display, &self->damage_event, &error_base))
    return NULL;

  XSetErrorHandler (ignore_error_cb);
  XSelectInput (self->display, DefaultRootWindow (self->display), SubstructureNotifyMask);
  XSync (self->display, True);

  return g_steal_pointer (&self);
}

void
stp_window_watch_free (StpWindowWatch *self)
{
  if (self->display)
    XCloseDisplay (self->display);
  g_free (self);
}

static gboolean
is_painted (StpWindowWatch *self, Window window)
{
  XWindowAttributes attributes;
  XImage *image;
  gboolean painted = FALSE;

  if (!XGetWindowAttributes (self->display, window, &attributes) ||
      attributes.map_state != IsViewable || attributes.width < LEAST_WIDTH ||
      attributes.height < HEAD_HEIGHT)
    return FALSE;

  // The middle of the row only: its ends belong to the frame.
  image = XGetImage (self->display, window, attributes.width / 4, HEAD_HEIGHT / 2,
                     attributes.width / 2, 1, AllPlanes, ZPixmap);
  if (!image)
    return FALSE;

  for (int x = 1; x < image->width && !painted; x++)
    painted = XGetPixel (image, x, 0) != XGetPixel (image, 0, 0);
  XDestroyImage (image);

  return painted;
}

static void
wait_for_event (StpWindowWatch *self, gint64 until)
{
  struct pollfd descriptor = { .fd = ConnectionNumber (self->display), .events = POLLIN };
  gint64 left = (until - g_get_monotonic_time ()) / 1000;

  if (!XPending (self->display) && left > 0)
    poll (&descriptor, 1, (int) left);
}

// The window that an event tells to have changed, or None.
static Window
take_event (StpWindowWatch *self)
{
  XEvent event;

  XNextEvent (self->display, &event);
  if (event.type == MapNotify)
    {
      XDamageCreate (self->display, event.xmap.window, XDamageReportRawRectangles);
      return event.xmap.window;
    }
  if (event.type == self->damage_event + XDamageNotify)
    return ((XDamageNotifyEvent *) &event)->drawable;

  return None;
}

gint64
stp_window_watch_wait (StpWindowWatch *self, gint64 timeout)
{
  gint64 until = g_get_monotonic_time () + timeout;

  while (g_get_monotonic_time () < until)
    {
      wait_for_event (self, until);
      while (XPending (self->display))
        {
          Window window = take_event (self);

          if (window == None || !is_painted (self, window))
            continue;
          self->window = window;
          return g_get_monotonic_time ();
        }
    }

  return 0;
}

void
stp_window_watch_focus (StpWindowWatch *self)
{
  XSetInputFocus (self->display, self->window, RevertToParent, CurrentTime);
  XSync (self->display, False);
}

gint64
stp_window_watch_wait_still (StpWindowWatch *self, gint64 quiet)
{
  gint64 last = 0;
  gint64 until = g_get_monotonic_time () + MAX (quiet, FIRST_PAINT);

  while (g_get_monotonic_time () < until)
    {
      wait_for_event (self, until);
      while (XPending (self->display))
        if (take_event (self) != None)
          {
            last = g_get_monotonic_time ();
            until = last + quiet;
          }
    }

  return last;
}
