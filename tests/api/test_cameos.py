"""Deciding over one's likeness, and being cast only as one decided."""

import pytest

FREE_THROW = "@{} shoots a free throw"
OPEN_TERMS = {"uses": ["appear", "voice", "remix"]}


def code(response):
    return response.json()["code"]


def ask(maker, prompt):
    return maker.post("/api/generations", {"prompt": prompt, "seconds": 1})


def enrolled(community, **changes):
    owner = community.join("maya", **changes)
    community.enrol(owner)
    return owner


def refusal(response):
    assert (response.status_code, code(response)) == (403, "consent_refused"), response.text
    return response.json()["refusal"]


def test_nobody_may_cast_a_new_cameo_but_its_owner(community):
    maya, theo = enrolled(community), community.join("theo")
    card = maya.get("/api/cameo").json()
    assert (card["state"], card["level"], card["grants"]) == ("enrolled", "nobody", [])
    answer = ask(theo, FREE_THROW.format(maya.handle))
    refused = refusal(answer)
    assert (refused["stage"], refused["rule"]) == ("accept", "not_permitted")
    read = theo.get("/api/refusals", **{"Castmates-At-Least": answer.headers["Castmates-Position"]})
    assert refused["refusal_id"] in read.text
    assert refused["appeal_url"] == f"/api/refusals/{refused['refusal_id']}/appeal"
    assert ask(maya, FREE_THROW.format(maya.handle)).status_code == 202


def test_a_grant_lets_one_person_in_on_its_terms(community):
    maya, theo, cleo = enrolled(community), community.join("theo"), community.join("cleo")
    body = {"grantee": theo.handle, "terms": {"uses": ["appear"]}}
    given = maya.post("/api/cameo/grants", body)
    assert (given.status_code, given.json()["waits_for_guardian"]) == (201, False)
    (grant,) = maya.get("/api/cameo/grants").json()
    assert (grant["grant_id"], grant["grantee"]["handle"]) == (given.json()["grant_id"], theo.handle)
    assert ask(theo, FREE_THROW.format(maya.handle)).status_code == 202
    assert refusal(ask(cleo, FREE_THROW.format(maya.handle)))["rule"] == "not_permitted"
    speaking = refusal(ask(theo, f'@{maya.handle} says "hello there"'))
    assert (speaking["rule"], speaking["evidence"]) == ("use_not_granted", "voice")


def test_a_rule_opens_a_cameo_to_mutuals(community):
    maya, theo = enrolled(community), community.join("theo")
    assert maya.put("/api/cameo/rule", {"level": "mutuals", "terms": OPEN_TERMS}).status_code == 204
    assert refusal(ask(theo, FREE_THROW.format(maya.handle)))["rule"] == "not_permitted"
    for one, other in ((maya, theo), (theo, maya)):
        assert one.put(f"/api/people/{other.id}/follow").status_code == 204
    assert ask(theo, FREE_THROW.format(maya.handle)).status_code == 202


def test_themes_are_read_of_the_words(community):
    maya, theo = enrolled(community), community.join("theo")
    rule = {"level": "everyone", "terms": OPEN_TERMS, "themes": {"barred": ["Alcohol"]}}
    assert maya.put("/api/cameo/rule", rule).status_code == 204
    assert maya.get("/api/cameo").json()["themes"] == {"allowed": [], "barred": ["alcohol"]}
    refused = refusal(ask(theo, f"@{maya.handle} drinks beer in a pub"))
    assert refused["rule"] == "theme_barred"
    assert "alcohol" in refused["evidence"]
    assert ask(theo, FREE_THROW.format(maya.handle)).status_code == 202


@pytest.mark.parametrize(
    "prompt",
    [
        '@{} stands in a park. She says "hello there"',
        '@{} stands in a park\nThe woman says "hello there"',
        '@{} waits. "hello there", says she',
        "@{} waits: «hello there»",
        "@{} waits: 'hello there'",
        '@{} and @{other} wait. @{other} and she say "hello there"',
    ],
)
def test_whoever_may_be_meant_by_another_word_needs_a_voice_too(community, prompt):
    maya, theo = enrolled(community), community.join("theo")
    community.enrol(theo)
    rule = {"level": "everyone", "terms": {"uses": ["appear"]}}
    assert maya.put("/api/cameo/rule", rule).status_code == 204
    spoken = refusal(ask(theo, prompt.format(maya.handle, other=theo.handle)))
    assert (spoken["rule"], spoken["evidence"]) == ("use_not_granted", "voice")


def test_where_somebody_else_is_said_to_speak_no_voice_is_asked_for(community):
    maya, theo = enrolled(community), community.join("theo")
    community.enrol(theo)
    rule = {"level": "everyone", "terms": {"uses": ["appear"]}}
    assert maya.put("/api/cameo/rule", rule).status_code == 204
    assert ask(theo, f'@{maya.handle} waves. @{theo.handle} says "hello there"').status_code == 202


def test_a_storyboard_casts_by_likeness_and_a_line_needs_a_voice(community):
    maya, theo = enrolled(community), community.join("theo")
    rule = {"level": "everyone", "terms": {"uses": ["appear"]}}
    assert maya.put("/api/cameo/rule", rule).status_code == 204
    person = {"id": "p1", "kind": "person", "likeness": maya.handle}
    shot = {"duration_s": 2.0, "setting": "beach", "subjects": [person]}
    silent = theo.post("/api/generations", {"storyboard": {"shots": [shot]}})
    assert silent.status_code == 202, silent.text
    shot["lines"] = [{"text": "hello", "speaker": "p1"}]
    spoken = refusal(theo.post("/api/generations", {"storyboard": {"shots": [shot]}}))
    assert (spoken["rule"], spoken["evidence"]) == ("use_not_granted", "voice")
    unnamed = shot | {"subjects": [{"id": "p1", "kind": "person"}]}  # the same person, in a later shot
    boards = {"storyboard": {"shots": [shot | {"lines": []}, unnamed]}}
    assert refusal(theo.post("/api/generations", boards))["evidence"] == "voice"


def test_handles_of_nobody_and_of_the_unenrolled_are_told_apart(community):
    maya = community.join("maya")
    assert code(ask(maya, "@nobody_at_all waves")) == "person_unknown"
    assert code(ask(maya, f"@{maya.handle} waves")) == "cameo_unknown"


def test_a_rule_that_changed_since_is_asked_again_at_publication(community):
    maya, theo = enrolled(community), community.join("theo")
    rule = {"level": "everyone", "terms": OPEN_TERMS}
    assert maya.put("/api/cameo/rule", rule).status_code == 204
    clip_id = community.draft(theo, FREE_THROW.format(maya.handle))
    barred = rule | {"themes": {"barred": ["free throw"]}}
    assert maya.put("/api/cameo/rule", barred).status_code == 204
    refused = refusal(theo.post(f"/api/clips/{clip_id}/publish"))
    assert (refused["stage"], refused["rule"]) == ("publish", "theme_barred")
    assert maya.put("/api/cameo/rule", rule).status_code == 204
    assert theo.post(f"/api/clips/{clip_id}/publish").status_code == 204


def test_a_caption_is_read_for_barred_themes_and_for_names(community):
    maya, theo = enrolled(community), community.join("theo")
    rule = {"level": "everyone", "terms": OPEN_TERMS, "themes": {"barred": ["politics"]}}
    assert maya.put("/api/cameo/rule", rule).status_code == 204
    clip_id = community.draft(theo, FREE_THROW.format(maya.handle))
    refused = refusal(theo.post(f"/api/clips/{clip_id}/publish", {"caption": "she loves politics"}))
    assert (refused["stage"], refused["rule"]) == ("publish", "theme_barred")
    named = theo.post(f"/api/clips/{clip_id}/publish", {"caption": "as Serena Williams would"})
    assert (code(named), named.json()["refusal"]["stage"]) == ("likeness_named", "publish")
    assert theo.post(f"/api/clips/{clip_id}/publish", {"caption": "nice throw"}).status_code == 204


def test_a_remix_inherits_the_cast_and_asks_for_it(community):
    maya, theo, cleo = enrolled(community), community.join("theo"), community.join("cleo")
    rule = {"level": "everyone", "terms": {"uses": ["appear"]}}
    assert maya.put("/api/cameo/rule", rule).status_code == 204
    clip_id = community.clip(theo, FREE_THROW.format(maya.handle))
    cleo.catch_up(int(theo._position))
    remix = cleo.post(f"/api/clips/{clip_id}/remix", {"prompt": "now in the rain"})
    assert (refusal(remix)["rule"], refusal(remix)["evidence"]) == ("use_not_granted", "remix")
    assert maya.put("/api/cameo/rule", rule | {"terms": OPEN_TERMS}).status_code == 204
    assert cleo.post(f"/api/clips/{clip_id}/remix", {"prompt": "now in the rain"}).status_code == 202


@pytest.mark.parametrize("prompt", ["Taylor Swift dances on a roof", "barack obama plays chess"])
def test_a_real_person_without_a_handle_is_refused_with_the_way_on(community, prompt):
    response = ask(community.join("theo"), prompt)
    assert (response.status_code, code(response)) == (403, "likeness_named")
    refused = response.json()["refusal"]
    assert refused["rule"] == "person_named"
    assert "@handle" in refused["words"]
    assert refused["evidence"].lower() in prompt.lower()


def test_a_teen_opens_their_cameo_to_no_level(community):
    tia = enrolled(community, birth_date="2010-06-01")
    response = tia.put("/api/cameo/rule", {"level": "everyone", "terms": OPEN_TERMS})
    assert (response.status_code, code(response)) == (403, "level_not_for_teens")
    theo = community.join("theo")
    given = tia.post("/api/cameo/grants", {"grantee": "@" + theo.handle, "terms": {"uses": ["appear"]}})
    assert given.json()["waits_for_guardian"]
    assert refusal(ask(theo, FREE_THROW.format(tia.handle)))["rule"] == "guardian_approval_missing"


@pytest.mark.parametrize(
    ("body", "status", "expected"),
    [
        ({"level": "all"}, 400, "body_invalid"),
        ({"level": "everyone"}, 422, "terms_invalid"),
        ({"level": "everyone", "terms": {"uses": ["appear"], "until": 1}}, 400, "body_invalid"),
        ({"level": "everyone", "terms": {"uses": ["appear"], "expires_at": "2020-01-01T00:00:00Z"}}, 422,
         "terms_invalid"),
        ({"level": "nobody", "themes": {"barred": [""]}}, 422, "themes_invalid"),
    ],
)  # fmt: skip
def test_a_rule_that_says_nothing_clear_is_refused(community, body, status, expected):
    response = enrolled(community).put("/api/cameo/rule", body)
    assert (response.status_code, code(response)) == (status, expected)


def test_who_has_no_cameo_has_no_rules(community):
    theo = community.join("theo")
    assert theo.get("/api/cameo").json()["state"] == "none"
    assert code(theo.put("/api/cameo/rule", {"level": "nobody"})) == "cameo_unknown"
    assert code(theo.get("/api/cameo/grants")) == "cameo_unknown"


def test_one_sees_whom_one_may_cast_and_on_which_terms(community):
    maya, theo = enrolled(community), community.join("theo")
    body = {"grantee": theo.handle, "terms": {"uses": ["appear", "remix"], "clips_count_max": 3}}
    maya.post("/api/cameo/grants", body | {"themes": {"allowed": [], "barred": ["war"]}})
    theo.catch_up(int(maya._position))
    mine = [each for each in theo.get("/api/castable").json() if each["person"]["handle"] == maya.handle]
    (offer,) = mine[0]["offers"]
    assert offer["words"] == "They may appear and be remixed, never with war, in 3 clips at most."
    assert maya.put(f"/api/people/{theo.id}/block").status_code == 204
    theo.catch_up(int(maya._position))
    assert all(each["person"]["handle"] != maya.handle for each in theo.get("/api/castable").json())


def test_one_sees_what_was_made_of_oneself_whoever_made_it(community):
    maya, theo, cleo = enrolled(community), community.join("theo"), community.join("cleo")
    assert maya.put("/api/cameo/rule", {"level": "everyone", "terms": OPEN_TERMS}).status_code == 204
    published = community.clip(theo, FREE_THROW.format(maya.handle))
    draft = community.draft(theo, FREE_THROW.format(maya.handle))
    running = ask(cleo, FREE_THROW.format(maya.handle)).json()["clip_id"]
    maya.catch_up(max(int(theo._position), int(cleo._position)))
    made = {each["clip_id"]: each for each in maya.get("/api/made-of-me").json()}
    assert {clip_id: each["status"] for clip_id, each in made.items()} == {
        published: "published", draft: "draft", running: "queued",
    }  # fmt: skip
    assert made[draft]["maker"]["handle"] == theo.handle
    assert maya.get(made[draft]["video_url"]).status_code == 200
    assert cleo.get(made[draft]["video_url"]).status_code == 404
    (badge,) = theo.get(f"/api/clips/{published}").json()["cast"]
    assert (badge["handle"], badge["uses"]) == (maya.handle, ["appear"])


def test_a_draft_of_a_rule_is_run_over_the_past(community):
    maya, theo, cleo = enrolled(community), community.join("theo"), community.join("cleo")
    assert (
        maya.put("/api/cameo/rule", {"level": "everyone", "terms": {"uses": ["appear"]}}).status_code == 204
    )
    ask(theo, f"@{maya.handle} drinks beer in a pub")
    ask(theo, FREE_THROW.format(maya.handle))
    assert ask(cleo, f'@{maya.handle} says "hi"').status_code == 403  # by the rule of that time
    before = community.wiring.ledger.head()
    rule = {"level": "everyone", "terms": OPEN_TERMS, "themes": {"barred": ["alcohol"]}}
    tried = maya.post("/api/cameo/backtest", {"rule": rule}).json()
    assert tried["words"] == "This would have refused 1 of 3."
    outcomes = [
        (each["request"]["was_refused"], each["request"]["would_be_refused"]) for each in tried["requests"]
    ]
    assert outcomes == [(False, True), (False, False), (True, False)]
    made = [each.get("made", {}).get("status") for each in tried["requests"]]
    assert made == ["queued", "queued", None]  # what was refused made nothing
    closed = maya.post("/api/cameo/backtest", {"rule": {"level": "nobody"}}).json()
    assert closed["refused_count"] == 3
    grants = [{"grantee": theo.handle, "terms": {"uses": ["appear"], "clips_count_max": 1}}]
    granted = maya.post("/api/cameo/backtest", {"rule": {"level": "approved"}, "grants": grants}).json()
    assert [each["request"].get("rule", "") for each in granted["requests"]] == [
        "", "grant_spent", "not_permitted",
    ]  # fmt: skip
    assert community.wiring.ledger.head() == before
