"""The tables of the notices, and the statements that change them."""

# `number` is the place in the log, twice, and one more for the second notice that somebody has of one event.
# `about` is what happens once only: to like a clip again after taking the like back is no news.
# The smaller tables say who is meant by a later event that does not name them.
SCHEMA = """
CREATE TABLE notices (
    recipient_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    about TEXT NOT NULL,
    stands INTEGER NOT NULL,
    number INTEGER NOT NULL,
    changed_position INTEGER NOT NULL,
    at TEXT NOT NULL,
    person_id TEXT,
    clip_id TEXT,
    cameo_id TEXT,
    grant_id TEXT,
    refusal_id TEXT,
    link_id TEXT,
    revocation_id TEXT,
    code TEXT,
    PRIMARY KEY (recipient_id, kind, about)
) WITHOUT ROWID;
CREATE INDEX notices_newest ON notices (recipient_id, number) WHERE stands;
CREATE INDEX notices_by_number ON notices (number) WHERE stands;
CREATE INDEX notices_by_about ON notices (about, kind);
CREATE INDEX notices_by_cameo ON notices (cameo_id) WHERE cameo_id IS NOT NULL;
CREATE TABLE notices_clip (clip_id TEXT PRIMARY KEY, maker_id TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE notices_teen (person_id TEXT PRIMARY KEY, of_age_position INTEGER) WITHOUT ROWID;
CREATE TABLE notices_link (
    link_id TEXT PRIMARY KEY,
    teen_id TEXT NOT NULL,
    guardian_id TEXT NOT NULL,
    asker_id TEXT NOT NULL,
    linked_position INTEGER,
    ended_position INTEGER
) WITHOUT ROWID;
CREATE INDEX notices_link_by_teen ON notices_link (teen_id);
CREATE TABLE notices_revocation (
    revocation_id TEXT PRIMARY KEY,
    owner_id TEXT NOT NULL,
    revoker_id TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE notices_gone (person_id TEXT PRIMARY KEY) WITHOUT ROWID;
"""

COLUMNS = (
    "kind", "about", "stands", "number", "changed_position", "at", "person_id", "clip_id", "cameo_id",
    "grant_id", "refusal_id", "link_id", "revocation_id", "code",
)  # fmt: skip
_INSERT = f"INSERT INTO notices (recipient_id, {', '.join(COLUMNS)})"
_NAMED = ", ".join(f":{column}" for column in COLUMNS)
_NEWER = """
ON CONFLICT DO UPDATE SET stands = excluded.stands, changed_position = excluded.changed_position
WHERE excluded.changed_position > changed_position
"""

CLIP = "INSERT INTO notices_clip VALUES (?, ?) ON CONFLICT DO NOTHING"
TEEN = "INSERT INTO notices_teen (person_id) VALUES (?) ON CONFLICT DO NOTHING"
OF_AGE = "UPDATE notices_teen SET of_age_position = ? WHERE person_id = ?"
ASKED = """
INSERT INTO notices_link (link_id, teen_id, guardian_id, asker_id) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
"""
LINKED = "UPDATE notices_link SET linked_position = ? WHERE link_id = ?"
UNLINKED = "UPDATE notices_link SET ended_position = ? WHERE link_id = ?"
REVOKED = "INSERT INTO notices_revocation VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
GONE = "INSERT INTO notices_gone VALUES (?) ON CONFLICT DO NOTHING"

TELL = f"{_INSERT} VALUES (:recipient_id, {_NAMED}) {_NEWER}"
TELL_MAKER = f"""
{_INSERT} SELECT maker_id, {_NAMED} FROM notices_clip
WHERE clip_id = :of_clip_id AND maker_id <> :person_id {_NEWER}
"""
# What a teen grants stands once the guardian agreed.
TELL_GRANTEE = f"""
{_INSERT} SELECT :recipient_id, {_NAMED.replace(":stands", "NOT waits")} FROM (
    SELECT EXISTS (
        SELECT 1 FROM notices_teen WHERE notices_teen.person_id = :person_id
        AND (of_age_position IS NULL OR of_age_position > :changed_position)
    ) AS waits
) WHERE true {_NEWER}
"""
TELL_GUARDIAN = f"""
{_INSERT} SELECT guardian_id, {_NAMED} FROM notices_link
WHERE teen_id = :person_id AND linked_position < :changed_position
AND (ended_position IS NULL OR ended_position > :changed_position) {_NEWER}
"""
_AGREED = "CASE asker_id WHEN teen_id THEN guardian_id ELSE teen_id END"
TELL_ASKER = f"""
{_INSERT} SELECT asker_id, {_NAMED.replace(":person_id", _AGREED)} FROM notices_link
WHERE notices_link.link_id = :link_id {_NEWER}
"""
TELL_UNLINKED = f"""
{_INSERT} SELECT :recipient_id, {_NAMED} FROM notices_link
WHERE notices_link.link_id = :link_id AND linked_position < :changed_position {_NEWER}
"""
TELL_REVOKERS = f"""
{_INSERT} SELECT person, {_NAMED} FROM (
    SELECT owner_id AS person FROM notices_revocation WHERE revocation_id = :revocation_id
    UNION SELECT revoker_id FROM notices_revocation WHERE revocation_id = :revocation_id
) WHERE true {_NEWER}
"""
APPROVED = """
UPDATE notices SET stands = 1, number = ?1 * 2, changed_position = ?1, at = ?2
WHERE kind = 'granted' AND about = ?3 AND changed_position < ?1
"""
_ENDED = "UPDATE notices SET stands = 0, changed_position = ?1 WHERE changed_position < ?1"
SETTLED = f"""
{_ENDED} AND about = ?2 AND kind IN ('grant_waits', 'guardian_asked', 'ward_asked')
"""
UNSAID = f"{_ENDED} AND about = ?2 AND kind IN ('commented', 'granted', 'grant_waits')"
NOTHING_GRANTED = f"{_ENDED} AND cameo_id = ?2"

STATEMENTS = (
    CLIP, TEEN, OF_AGE, ASKED, LINKED, UNLINKED, REVOKED, GONE,
    TELL, TELL_MAKER, TELL_GRANTEE, TELL_GUARDIAN, TELL_ASKER, TELL_UNLINKED, TELL_REVOKERS,
    APPROVED, SETTLED, UNSAID, NOTHING_GRANTED,
)  # fmt: skip
