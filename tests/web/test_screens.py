"""Every screen, in both themes: nothing that shuts anybody out, nothing that runs over, nothing that complains."""

import pytest

from tests.web.accessibility import violations
from tests.web.screens import Screen, names_for, screens, settle

pytestmark = pytest.mark.web
_WIDTHS = "() => [document.scrollingElement.scrollWidth, innerWidth]"


def opened(phones, token: str, screen: Screen, **wishes):
    """The page of a screen, as a member sees it; open ones as a guest does."""
    phone = phones(**wishes)
    phone.sign_in(token)
    phone.see_nothing()
    names = names_for(phone)
    if screen.open:
        phone.context.clear_cookies()
    page = phone.open(screen.address(names))
    settle(page)
    return page


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("screen", screens(), ids=lambda screen: screen.name)
def test_no_screen_shuts_anybody_out(town, phones, screen, theme):
    page = opened(phones, town.maya.token, screen, theme=theme)
    assert violations(page) == []


@pytest.mark.parametrize("screen", screens(), ids=lambda screen: screen.name)
def test_nothing_runs_over_the_side_of_a_small_phone_with_text_of_twice_the_size(town, phones, screen):
    page = opened(phones, town.maya.token, screen, device="small")
    page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }")
    settle(page)
    content_px, screen_px = page.evaluate(_WIDTHS)
    assert content_px <= screen_px
