-- 0035_data_exports.sql
-- Why: what a person asked to have a copy of, the file that he may fetch for a week, and the daily look for those that are over.
-- Lock: none, new objects only.
CREATE TABLE data_exports (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    public_id   uuid NOT NULL UNIQUE,
    user_id     bigint NOT NULL REFERENCES users,
    job_id      bigint REFERENCES jobs ON DELETE SET NULL,
    status      text NOT NULL DEFAULT 'running' CONSTRAINT data_exports_status_known CHECK (status IN ('running', 'ready', 'failed', 'over')),
    blob_id     bigint REFERENCES blobs,
    size_bytes  bigint NOT NULL DEFAULT 0,
    created_at  timestamptz NOT NULL,
    finished_at timestamptz,
    expires_at  timestamptz,
    CONSTRAINT data_exports_ready_has_its_file CHECK (status <> 'ready' OR (blob_id IS NOT NULL AND expires_at IS NOT NULL))
);
CREATE UNIQUE INDEX data_exports_one_running_each ON data_exports (user_id) WHERE status = 'running';
CREATE INDEX data_exports_by_user ON data_exports (user_id, id DESC);
CREATE INDEX data_exports_by_job ON data_exports (job_id);
CREATE INDEX data_exports_by_blob ON data_exports (blob_id);

-- Takes a file's row away unless something still points at it, whatever that is; gives the hash under which its bytes lie.
CREATE FUNCTION forget_blob(blob bigint) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    held text;
BEGIN
    DELETE FROM blobs WHERE id = blob RETURNING sha256 INTO held;
    RETURN held;
EXCEPTION WHEN foreign_key_violation THEN
    RETURN NULL;
END $$;

INSERT INTO job_schedules (name, kind, every_seconds, next_run_at) VALUES
    ('exports.expire', 'exports.expire', 86400, '2020-01-01T00:00:00Z');
