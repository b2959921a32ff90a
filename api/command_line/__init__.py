"""The words of the command line: arguments, options and help; `api.commands` does the work, imported when asked."""
