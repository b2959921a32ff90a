"""What axe-core finds wrong with a page for those who see, hear or move otherwise."""

from playwright.sync_api import Page

from tests.web.node import script

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
_RUN = """async (tags) => {
  const found = await axe.run(document, {runOnly: {type: "tag", values: tags}, resultTypes: ["violations"]});
  return found.violations.flatMap((rule) => rule.nodes.map((node) =>
    `${rule.id}: ${node.target.join(" ")}: ${node.failureSummary}`));
}"""


def violations(page: Page) -> list[str]:
    """Each element that breaks a rule of WCAG 2.2 AA or of good practice, with the rule and what would mend it."""
    # Evaluated by the debugger and not as a tag in the page, whose policy rightly refuses foreign scripts.
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(script("axe-core/axe.min.js"))
    return page.evaluate(_RUN, list(RULES))
