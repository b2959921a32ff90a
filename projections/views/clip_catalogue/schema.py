"""The tables of the clip catalogue, with the indexes its queries need and the counts that triggers keep."""

# A clip's row begins with the request; it counts as a clip once it has a `created_position`.
# The triggers turn changes of unique rows into counts, so that an event taken again counts nothing.
SCHEMA = """
CREATE TABLE clip_catalogue (
    clip_id TEXT PRIMARY KEY NOT NULL,
    job_id TEXT NOT NULL,
    maker_id TEXT NOT NULL,
    prompt TEXT, -- personal: null once erased
    caption TEXT, -- personal: null once erased, or where none was written
    facts TEXT, -- this and the files as JSON
    video TEXT,
    poster TEXT,
    receipt TEXT,
    captions TEXT, -- null where nobody speaks
    consent TEXT, -- null where the clip was not sealed
    remix_of TEXT,
    created_at TEXT, created_position INTEGER,
    published_at TEXT, published_position INTEGER,
    withdrawn_at TEXT, withdrawn_position INTEGER NOT NULL DEFAULT 0, -- 0 while it stands
    likes_count INTEGER NOT NULL DEFAULT 0,
    comments_count INTEGER NOT NULL DEFAULT 0,
    remixes_count INTEGER NOT NULL DEFAULT 0,
    status TEXT GENERATED ALWAYS AS (
        CASE WHEN created_position IS NULL THEN NULL WHEN withdrawn_at IS NOT NULL THEN 'withdrawn'
        WHEN published_position IS NOT NULL THEN 'published' ELSE 'draft' END
    ) VIRTUAL,
    video_digest TEXT GENERATED ALWAYS AS (video ->> 'digest') VIRTUAL,
    poster_digest TEXT GENERATED ALWAYS AS (poster ->> 'digest') VIRTUAL,
    receipt_digest TEXT GENERATED ALWAYS AS (receipt ->> 'digest') VIRTUAL,
    captions_digest TEXT GENERATED ALWAYS AS (captions ->> 'digest') VIRTUAL,
    consent_digest TEXT GENERATED ALWAYS AS (consent ->> 'digest') VIRTUAL
);
CREATE INDEX clip_catalogue_newest ON clip_catalogue (published_position) WHERE status = 'published';
CREATE INDEX clip_catalogue_by_maker ON clip_catalogue (maker_id, published_position)
WHERE status = 'published';
CREATE INDEX clip_catalogue_drafts ON clip_catalogue (maker_id, created_position) WHERE status = 'draft';
CREATE INDEX clip_catalogue_remixes ON clip_catalogue (remix_of, published_position)
WHERE status = 'published';
CREATE INDEX clip_catalogue_by_video ON clip_catalogue (video_digest);
CREATE INDEX clip_catalogue_by_poster ON clip_catalogue (poster_digest);
CREATE INDEX clip_catalogue_by_receipt ON clip_catalogue (receipt_digest);
CREATE INDEX clip_catalogue_by_captions ON clip_catalogue (captions_digest);
CREATE INDEX clip_catalogue_by_consent ON clip_catalogue (consent_digest);
CREATE TRIGGER clip_catalogue_remix_changed AFTER UPDATE OF published_position, withdrawn_at ON clip_catalogue
WHEN new.remix_of IS NOT NULL AND (old.status IS 'published') <> (new.status IS 'published') BEGIN
    UPDATE clip_catalogue SET remixes_count = remixes_count + iif(new.status = 'published', 1, -1)
    WHERE clip_id = new.remix_of;
END;

CREATE TABLE clip_catalogue_like (
    clip_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    stands INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (clip_id, person_id)
) WITHOUT ROWID;
CREATE TRIGGER clip_catalogue_like_added AFTER INSERT ON clip_catalogue_like BEGIN
    UPDATE clip_catalogue SET likes_count = likes_count + new.stands WHERE clip_id = new.clip_id;
END;
CREATE TRIGGER clip_catalogue_like_changed AFTER UPDATE ON clip_catalogue_like BEGIN
    UPDATE clip_catalogue SET likes_count = likes_count + new.stands - old.stands WHERE clip_id = new.clip_id;
END;

CREATE TABLE clip_catalogue_comment (
    comment_id TEXT PRIMARY KEY,
    clip_id TEXT NOT NULL,
    stands INTEGER NOT NULL DEFAULT TRUE
) WITHOUT ROWID;
CREATE TRIGGER clip_catalogue_comment_added AFTER INSERT ON clip_catalogue_comment BEGIN
    UPDATE clip_catalogue SET comments_count = comments_count + 1 WHERE clip_id = new.clip_id;
END;
CREATE TRIGGER clip_catalogue_comment_removed AFTER UPDATE ON clip_catalogue_comment BEGIN
    UPDATE clip_catalogue SET comments_count = comments_count - (old.stands - new.stands)
    WHERE clip_id = new.clip_id;
END;
"""
