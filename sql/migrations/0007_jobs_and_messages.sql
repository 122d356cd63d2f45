-- 0007_jobs_and_messages.sql
-- Why: work for later and messages to people are rows of the transaction that they belong to.
-- Lock: none, new objects only.
CREATE TABLE jobs (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    public_id      uuid NOT NULL UNIQUE,
    kind           text NOT NULL,
    payload        jsonb NOT NULL DEFAULT '{}',
    dedupe_key     text CONSTRAINT jobs_one_per_key UNIQUE,
    status         text NOT NULL DEFAULT 'queued' CONSTRAINT jobs_status_known CHECK (status IN ('queued', 'running', 'done', 'dead')),
    run_at         timestamptz NOT NULL,
    attempts       integer NOT NULL DEFAULT 0,
    max_attempts   integer NOT NULL DEFAULT 10,
    lease_token    bigint NOT NULL DEFAULT 0,
    locked_until   timestamptz,
    heartbeat_at   timestamptz,
    last_error     text,
    progress       integer NOT NULL DEFAULT 0,
    progress_total integer,
    result         jsonb,
    user_id        bigint REFERENCES users,
    request_id     text,
    created_at     timestamptz NOT NULL,
    finished_at    timestamptz
);
CREATE INDEX jobs_due ON jobs (run_at, id) WHERE status = 'queued';
CREATE INDEX jobs_running ON jobs (locked_until) WHERE status = 'running';
CREATE INDEX jobs_dead ON jobs (id) WHERE status = 'dead';

CREATE FUNCTION wake_the_worker() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('jobs', '');
    RETURN NULL;
END $$;
CREATE TRIGGER jobs_wake_the_worker AFTER INSERT ON jobs FOR EACH STATEMENT EXECUTE FUNCTION wake_the_worker();

CREATE TABLE job_schedules (
    name          text PRIMARY KEY,
    kind          text NOT NULL,
    payload       jsonb NOT NULL DEFAULT '{}',
    every_seconds integer NOT NULL CONSTRAINT job_schedules_interval_positive CHECK (every_seconds > 0),
    next_run_at   timestamptz NOT NULL
);

CREATE TABLE outbox_messages (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    public_id   uuid NOT NULL UNIQUE,
    event_key   text NOT NULL CONSTRAINT outbox_messages_once_per_event UNIQUE,
    channel     text NOT NULL CONSTRAINT outbox_messages_channel_known CHECK (channel IN ('sms', 'email')),
    recipient   text NOT NULL,
    kind        text NOT NULL,
    sealed_body text NOT NULL,
    attachments jsonb NOT NULL DEFAULT '[]',
    status      text NOT NULL DEFAULT 'queued' CONSTRAINT outbox_messages_status_known CHECK (status IN ('queued', 'sent', 'kept', 'failed')),
    user_id     bigint REFERENCES users,
    created_at  timestamptz NOT NULL,
    sent_at     timestamptz,
    last_error  text
);
CREATE INDEX outbox_messages_by_recipient ON outbox_messages (recipient, id DESC);
