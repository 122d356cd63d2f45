-- 0036_departures.sql
-- Why: whoever leaves is made unknown seven days after he asked; a certificate says what went, and a tombstone says it again after a restore.
-- Lock: ACCESS EXCLUSIVE on users while its one check is read anew (a second a million rows). Old binaries know nobody without contacts.
ALTER TABLE users
    ADD COLUMN erased_at timestamptz,
    DROP CONSTRAINT users_can_be_reached,
    ADD CONSTRAINT users_can_be_reached CHECK (phone IS NOT NULL OR email IS NOT NULL OR erased_at IS NOT NULL),
    ADD CONSTRAINT users_erased_are_unknown CHECK (erased_at IS NULL OR (phone IS NULL AND email IS NULL AND NOT is_active));

CREATE TABLE account_deletions (
    id                 bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    public_id          uuid NOT NULL UNIQUE,
    user_id            bigint NOT NULL REFERENCES users,
    status             text NOT NULL CONSTRAINT account_deletions_status_known CHECK (status IN ('pending', 'cancelled', 'done')),
    requested_at       timestamptz NOT NULL,
    due_at             timestamptz NOT NULL,
    ended_at           timestamptz,
    papers_kept_until  date,
    certificate        jsonb,
    certificate_sha256 text,
    CONSTRAINT account_deletions_due_later CHECK (due_at >= requested_at),
    CONSTRAINT account_deletions_end_says_when CHECK ((status = 'pending') = (ended_at IS NULL)),
    CONSTRAINT account_deletions_done_is_certified CHECK (status <> 'done' OR (certificate IS NOT NULL AND certificate_sha256 IS NOT NULL))
);
CREATE UNIQUE INDEX account_deletions_one_pending_each ON account_deletions (user_id) WHERE status = 'pending';
CREATE INDEX account_deletions_by_user ON account_deletions (user_id, id DESC);

-- Who left. The hashes are keyed; only those of barred people are ever looked up.
CREATE TABLE tombstones (
    account           uuid PRIMARY KEY,
    identifier_hashes text[] NOT NULL,
    is_barred         boolean NOT NULL DEFAULT false,
    erased_at         timestamptz NOT NULL
);
CREATE INDEX tombstones_of_barred ON tombstones USING gin (identifier_hashes) WHERE is_barred;

INSERT INTO job_schedules (name, kind, every_seconds, next_run_at) VALUES
    ('privacy.tidy', 'privacy.tidy', 86400, '2020-01-01T00:00:00Z');
