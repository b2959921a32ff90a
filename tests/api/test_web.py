"""The phone app as the server sends it: closed to foreign scripts, kept by browsers, small."""

import gzip
import hashlib
import re
from html.parser import HTMLParser

import pytest

from api.hosting.web_shell import FOLDER, load_web_shell

SHELL_BYTES_MAX = 90_000
SHELL = load_web_shell()
IMPORTED = re.compile(r"""^(?:import|export)\s[^"]*?from\s"(\.[^"]+)";|^import "(\.[^"]+)";""", re.MULTILINE)


class Page(HTMLParser):
    """What a page loads, and whether it holds script or style of its own."""

    def __init__(self, text):
        super().__init__()
        self.preloaded, self.inline = [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        named = dict(attrs)
        if named.get("rel") == "modulepreload":
            self.preloaded.append(named["href"].split("/", 3)[3])
        if "style" in named or tag == "style" or (tag == "script" and "src" not in named):
            self.inline.append(tag)
        self.inline += [name for name in named if name.startswith("on")]


def imported_from(name, seen=None):
    """A module and all that it imports before it runs."""
    seen = set() if seen is None else seen
    if name not in seen:
        seen.add(name)
        text = (FOLDER / name).read_text()
        for match in IMPORTED.finditer(text):
            target = (FOLDER / name).parent / next(filter(None, match.groups()))
            imported_from(target.resolve().relative_to(FOLDER).as_posix(), seen)
    return seen


def test_the_page_is_asked_for_each_time_and_lets_nothing_in_from_elsewhere(community):
    answer = community.client.get("/")
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-cache"
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert Page(answer.text).inline == []


def test_a_file_is_kept_for_good_under_the_name_of_its_build(community):
    answer = community.client.get(f"/app/{SHELL.build}/app.js", headers={"Accept-Encoding": "gzip"})
    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.content == (FOLDER / "app.js").read_bytes()
    plain = community.client.get(f"/app/{SHELL.build}/app.js", headers={"Accept-Encoding": "identity"})
    assert plain.content == answer.content


@pytest.mark.parametrize(
    "path", ["/app/0000000000000000/app.js", f"/app/{SHELL.build}/../app.py", f"/app/{SHELL.build}/none.js"]
)
def test_what_is_no_file_of_this_build_is_not_found(community, path):
    assert community.client.get(path).status_code == 404


def test_the_build_is_named_by_every_byte(tmp_path):
    (tmp_path / "index.html").write_text("<title>one</title>")
    one = load_web_shell(tmp_path).build
    (tmp_path / "index.html").write_text("<title>two</title>")
    assert load_web_shell(tmp_path).build != one


def test_the_page_fetches_at_once_all_that_the_feed_runs_on():
    wanted = imported_from("app.js") | imported_from("screens/feed/feed.js")
    preloaded = Page((FOLDER / "index.html").read_text()).preloaded
    assert sorted(preloaded) == sorted(wanted - {"app.js"})


def test_the_shell_of_the_feed_is_small():
    names = imported_from("app.js") | imported_from("screens/feed/feed.js")
    names |= {"index.html", "vendor/icons.svg"}
    names |= {f"styles/{name}.css" for name in ("tokens", "base", "ui", "feed")}
    assert sum(len(gzip.compress(SHELL.files[name].content)) for name in names) <= SHELL_BYTES_MAX


@pytest.mark.parametrize("name", ["preact.js", "uqr.js", "icons.svg"])
def test_vendored_bytes_are_those_that_are_written_down(name):
    digest = hashlib.sha256((FOLDER / "vendor" / name).read_bytes()).hexdigest()
    assert digest in (FOLDER / "vendor" / "README.md").read_text()


def test_no_script_of_ours_writes_markup_or_runs_words():
    scripts = [path for path in FOLDER.rglob("*.js") if "vendor" not in path.parts]
    forbidden = re.compile(
        r"innerHTML|dangerouslySetInnerHTML|outerHTML|insertAdjacentHTML|\beval\(|new Function"
    )
    assert [path.name for path in scripts if forbidden.search(path.read_text())] == []
