-- 0019_messages_sent.sql
-- Why: a message is marked before a carrier hears of it, so that one that may have been sent is never sent again.
-- Lock: ACCESS EXCLUSIVE on outbox_messages for its metadata; the check is wider than the one before, so that no row can
-- fail it, and is validated by reading the table once.
ALTER TABLE outbox_messages ADD COLUMN attempts integer NOT NULL DEFAULT 0;
ALTER TABLE outbox_messages DROP CONSTRAINT outbox_messages_status_known;
ALTER TABLE outbox_messages ADD CONSTRAINT outbox_messages_status_known
    CHECK (status IN ('queued', 'sending', 'sent', 'kept', 'failed'));
CREATE INDEX outbox_messages_failed ON outbox_messages (id DESC) WHERE status = 'failed';
