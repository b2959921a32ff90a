"""What each stable code of a problem means in HTTP and in words for people."""

from typing import NamedTuple


class Words(NamedTuple):
    """How one code is answered."""

    status: int
    title: str
    detail: str


PROBLEMS: dict[str, Words] = {
    # who
    "unauthenticated": Words(401, "Sign in first", "Send `Authorization: Bearer TOKEN` with a token that stands."),
    "cross_site": Words(403, "Not from our own page", "A browser sends `Castmates-Client: web`, and from this server's own pages only."),
    "forbidden": Words(403, "Not yours", "This needs a right that your account does not have."),
    # accounts and invites
    "invite_unknown": Words(404, "No such invite", "Check the code with the person who invited you."),
    "invite_spent": Words(409, "Invite already spent", "Somebody joined with it. Ask for another one."),
    "invite_void": Words(409, "Invite taken back", "The person who gave it took it back. Ask for another one."),
    "invites_exhausted": Words(409, "No invites left", "All of yours are out. Take an unspent one back first."),
    "handle_invalid": Words(422, "Handle not possible", "Use 3 to 24 of a-z, 0-9 and _."),
    "handle_taken": Words(409, "Handle taken", "Another member has it. Try another one."),
    "age_too_young": Words(403, "Too young to join", "Members must be at least 13 years old."),
    "birth_date_invalid": Words(422, "Birth date not possible", "It lies in the future or too far back."),
    "country_not_open": Words(403, "Country not open yet", "No members are taken there yet. `POST /api/waiting-list` has you told."),
    "country_open": Words(409, "Country is open", "Join with an invite."),
    "waiting_unknown": Words(404, "Not on the list", "Nothing waits under this secret."),
    "recovery_wrong": Words(403, "Not recovered", "Handle and code do not belong together, or the code was used."),
    "tries_spent": Words(429, "Too many tries", "Wait for as long as `Retry-After` says, then try again."),
    "access_unknown": Words(404, "No such access", "It is not one of yours."),
    "person_unknown": Words(404, "No such person", "Nobody here has that id or handle."),
    # social
    "self_reference": Words(422, "Not with yourself", "Choose another person."),
    "blocked": Words(403, "Blocked", "You blocked this person. Lift the block first."),
    "comment_unknown": Words(404, "No such comment", "It is gone, or not yours to remove."),
    "text_empty": Words(422, "Text is empty", "Write something first."),
    "text_too_long": Words(422, "Text too long", "Shorten it."),
    # roles, guardians
    "role_missing": Words(403, "Not yours", "This needs a role that your account does not hold."),
    "role_not_for_teens": Words(409, "Not for teens", "Reviewers and auditors are adults."),
    "guardian_not_possible": Words(409, "Not possible", "A guardian is an adult, and may ask a teen who follows them."),
    "guardian_stands": Words(409, "Has a guardian", "The link that stands must end first."),
    "guardian_asked": Words(409, "Already asked", "One of you two asked before. The other has to answer."),
    "guardian_asks_exhausted": Words(409, "Too many asks", "Asks of this person wait. Take one back or turn one down."),
    "link_unknown": Words(404, "No such link", "It is not one of yours, or it does not stand."),
    "caps_invalid": Words(422, "Caps not possible", "Choose 0 to 1,000 clips a day, or none."),
    "contact_closed": Words(403, "Closed to you", "This person is not open to that from you."),
    "make_cap_reached": Words(429, "Your guardian's limit", "You made all the clips they allow a day. It renews at 00:00 UTC."),
    "watch_cap_reached": Words(429, "Your guardian's limit", "You watched all the clips they allow a day. See `opens_at`."),
    "feed_paused": Words(403, "A pause", "You wanted no feed for now. See `opens_at`, or end the pause."),
    "teen_stop": Words(429, "Time for something else", "That was a lot in one go. The feed opens again at `opens_at`."),
    "pause_invalid": Words(422, "Pause not possible", "Choose 1 minute to 30 days."),
    "day_invalid": Words(422, "Day not possible", "Choose a day since you were linked, today at the latest."),
    # appeals, moderation
    "refusal_unknown": Words(404, "No such refusal", "It is not one of yours."),
    "refusal_appealed": Words(409, "Already appealed", "A refusal is appealed once."),
    "appeal_unknown": Words(404, "No such appeal", "It is not one of yours, or whoever made it has left."),
    "appeal_decided": Words(409, "Already decided", "An appeal is decided once."),
    "refusal_not_overturnable": Words(409, "Cannot be overturned", "Consent is missing, which only its owner can give."),
    "consent_missing": Words(409, "Still refused", "Judged anew, somebody in the cast does not consent. Read every theme."),
    "report_unknown": Words(404, "No such report", "There is none of this id."),
    "report_decided": Words(409, "Already decided", "A report is decided once."),
    "account_erased": Words(401, "Account erased", "It was erased while this was asked: nothing came of it."),
    "own_case": Words(403, "Your own case", "You have a part in it: somebody else decides."),
    # generations and clips
    "prompt_empty": Words(422, "Prompt is empty", "Say what should happen."),
    "prompt_too_long": Words(422, "Prompt too long", "Use at most 2,000 characters."),
    "clip_settings_invalid": Words(422, "Clip settings not possible", "Choose 1 to 60 seconds and a listed size."),
    "storyboard_refused": Words(422, "Storyboard not possible", "See `errors` for what cannot be made."),
    "consent_refused": Words(403, "Not with this person's consent", "See `refusal` for who, why, and what can be done."),
    "likeness_named": Words(403, "A real person is named", "Cast members by @handle, or describe somebody without a name."),
    "storyboard_absent": Words(404, "No storyboard", "The receipt of this clip holds none that can be read here."),
    "allowance_spent": Words(429, "Allowance used up", "You asked for all of today's clips. It renews at 00:00 UTC."),
    "place_invalid": Words(400, "No place in the log", "Give a position or a moment such as 2026-03-14T12:00:00Z."),
    "refusals_spent": Words(429, "Too many refusals", "So many of today's requests were refused that no more are taken until 00:00 UTC."),
    "cast_too_large": Words(400, "Cast too large", "At most four people can be cast in a clip, each once."),
    "cast_incomplete": Words(409, "Cast incomplete", "A remix casts everybody whom its source casts. Load the clip again."),
    "job_unknown": Words(404, "No such job", "It is not one of yours."),
    "job_ended": Words(409, "Job has ended", "It was completed, failed or cancelled before."),
    "preview_absent": Words(404, "No preview", "Nothing is drawn of this job now: it waits, or has ended."),
    "captions_absent": Words(404, "No captions", "Nobody speaks in this clip."),
    "consent_absent": Words(404, "No consent receipt", "This clip was made without one."),
    "clip_unknown": Words(404, "No such clip", "It does not exist, or not for you."),
    "clip_withdrawn": Words(410, "Clip taken down", "It is no longer here."),
    "clip_published": Words(409, "Already published", "A clip is published once."),
    "clip_unfinished": Words(409, "Clip not finished", "It is still being made."),
    # likeness
    "cameo_enrolled": Words(409, "You have a cameo", "Erase it before you make another one."),
    "enrolment_unknown": Words(404, "No such enrolment", "It is not one of yours."),
    "enrolment_open": Words(409, "Enrolment under way", "Finish it, or wait until it runs out or is decided."),
    "enrolments_spent": Words(429, "Too many enrolments", "You asked for all of a day's challenges. Try again tomorrow."),
    "enrolment_spent": Words(409, "Challenge already answered", "A challenge takes one recording. Ask for another one."),
    "enrolment_stale": Words(410, "Challenge ran out", "Ask for another one, and record it right away."),
    "enrolment_decided": Words(409, "Enrolment decided", "It does not wait for this any more."),
    "recording_too_large": Words(413, "Recording too large", "Send a shorter or smaller video."),
    "recording_empty": Words(400, "Recording empty", "Send the video as the body."),
    "level_not_for_teens": Words(403, "Not for teens", "Until you are 18, people are let in one by one, with your guardian's approval."),
    "terms_invalid": Words(422, "Terms not possible", "Name at least one use, each once, an end in the future, a count of 1 to 10,000."),
    "themes_invalid": Words(422, "Themes not possible", "Name at most 16, each in 1 to 80 characters, none both allowed and barred."),
    "grants_exhausted": Words(409, "Too many grants", "Revoke one first."),
    "cameo_unknown": Words(404, "No such cameo", "This person has none that stands."),
    "grant_unknown": Words(404, "No such grant", "It is not one of your cameo."),
    "revocation_unknown": Words(404, "No such revocation", "It is not one of yours."),
    "confirmation_wrong": Words(422, "Not confirmed", "Send your own handle: what you ask for cannot be undone."),
    # wellness
    "check_not_due": Words(409, "No check due", "Nothing is asked of you now."),
    "check_unknown": Words(404, "No such check", "It is not one of yours."),
    "check_answered": Words(409, "Already answered", "A check is answered once."),
    # the feed
    "instruction_empty": Words(422, "No rule in it", "Say what to show more or less of, or never."),
    "rules_too_many": Words(422, "Too many rules", "Give at most 12 rules, or put them shorter."),
    "instructions_too_many": Words(409, "Too many instructions", "20 may hold at once: undo one first."),
    "instruction_unknown": Words(404, "No such instruction", "It is not one of yours."),
    "instruction_over": Words(409, "Instruction has ended", "Give a new one: what ended is not changed."),
    "until_past": Words(422, "End lies in the past", "Name a time to come, or none."),
    "feed_not_personal": Words(403, "Feed not personal", "Your guardian wants a feed that keeps nothing of you. Ask it for the moment."),
    # proof
    "unproved": Words(404, "Nothing to prove yet", "No signed head covers that, or the log never stood there."),
    "history_rewritten": Words(503, "Proof stopped", "The log is not the one that was signed. An operator must look."),
    # the wire
    "body_invalid": Words(400, "Body not understood", "See `errors` for the fields that do not fit."),
    "body_not_json": Words(400, "Body is not JSON", "Send a JSON object with `Content-Type: application/json`."),
    "body_too_large": Words(413, "Body too large", "Send less."),
    "media_type_unsupported": Words(415, "Media type not supported", "Send JSON."),
    "not_found": Words(404, "Nothing here", "There is no such address."),
    "method_not_allowed": Words(405, "Method not allowed", "This address takes another method."),
    "cursor_invalid": Words(400, "Cursor not valid", "Start again without it: it is not of this feed of yours."),
    "slate_item_unknown": Words(404, "Not in this slate", "The clip does not stand in it."),
    "language_unknown": Words(
        422, "Language not read", "Your words are in a language that is not read here. English is read best."
    ),
    "ask_empty": Words(422, "Ask is empty", "Say what you want to see."),
    "ask_too_long": Words(422, "Ask too long", "Use fewer words."),
    "page_limit_invalid": Words(422, "Page size not possible", "Ask for 1 to 50 items."),
    "slate_unknown": Words(404, "No such slate", "It is not one of yours, or it was forgotten."),
    "range_unsatisfiable": Words(416, "Range not possible", "The file is shorter."),
    "view_behind": Words(425, "Not there yet", "The page has not reached the position you asked for. Ask again."),
    # our fault
    "contended": Words(409, "Try again", "Others changed the same thing at once."),
    "log_unavailable": Words(503, "Cannot write now", "Nothing was changed. Reading goes on; try again later."),
    "log_overloaded": Words(503, "Too busy to write", "Nothing was changed. Try again in a moment."),
    "artifact_missing": Words(404, "File missing", "The file of this clip is gone from the media store."),
    "view_missing": Words(503, "Not ready yet", "This page is being prepared. Try again shortly."),
    "media_unavailable": Words(503, "Media not reachable", "The media store does not answer. Try again later."),
    "internal": Words(500, "We broke", "It is not your fault. The request id helps us find out why."),
}  # fmt: skip
