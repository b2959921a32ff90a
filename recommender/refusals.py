"""The ways the feed says no."""

from domain.errors import Refused


class AskEmpty(Refused):
    """An ask without a word in it."""

    code = "ask_empty"


class AskTooLong(Refused):
    """An ask past its bound."""

    code = "ask_too_long"


class CursorInvalid(Refused):
    """A cursor that was not given to this viewer, was changed, or whose slate is kept no longer."""

    code = "cursor_invalid"


class SlateUnknown(Refused):
    """This viewer has no such slate, or it is kept no longer."""

    code = "slate_unknown"


class SlateItemUnknown(Refused):
    """The clip does not stand in this slate."""

    code = "slate_item_unknown"


class PageLimitInvalid(Refused):
    """A page of no items, or of more than a page may have."""

    code = "page_limit_invalid"


class FeedNotPersonal(Refused):
    """A guardian wants no personal feed for this viewer, so nothing that would make it one is kept."""

    code = "feed_not_personal"


class LanguageUnknown(Refused):
    """An ask in a language that the reader does not read."""

    code = "language_unknown"
