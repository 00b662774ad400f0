"""Prints a page to a PDF of A4 by WebKitGTK: print_webkit.py ADDRESS FILE. Fails where it takes longer than 40 s."""
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402

address, target = sys.argv[1:]
faults = []


def end(fault=None):
    if fault:
        faults.append(fault)
    Gtk.main_quit()


def print_when_loaded(view, event):
    if event != WebKit2.LoadEvent.FINISHED:
        return
    settings = Gtk.PrintSettings()
    settings.set_printer("Print to File")
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, GLib.filename_to_uri(target))
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf")
    setup = Gtk.PageSetup()
    setup.set_paper_size_and_default_margins(Gtk.PaperSize.new("iso_a4"))
    operation = WebKit2.PrintOperation.new(view)
    operation.set_print_settings(settings)
    operation.set_page_setup(setup)
    operation.connect("failed", lambda _, error: end(error.message))
    operation.connect("finished", lambda _: end())
    operation.print_()
    view.operation = operation


view = WebKit2.WebView()
window = Gtk.OffscreenWindow()
window.set_default_size(1280, 800)
window.add(view)
window.show_all()
view.connect("load-changed", print_when_loaded)
view.connect("load-failed", lambda *given: end(given[-1].message))
view.load_uri(address)
GLib.timeout_add_seconds(40, lambda: end("too late"))
Gtk.main()
sys.exit("\n".join(faults) or 0)
