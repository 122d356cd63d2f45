-- 0019_messages_sent.sql
-- Why: a message is marked before a carrier hears of it, so that one that may have been sent is never sent again; and
-- workers that keep the public pages as they made them hear when what these show has changed.
-- Lock: ACCESS EXCLUSIVE on outbox_messages for its metadata, and for reading it once: the check is wider than the one
-- before, so that no row can fail it. SHARE ROW EXCLUSIVE on the catalogue's small tables for their triggers.
ALTER TABLE outbox_messages ADD COLUMN attempts integer NOT NULL DEFAULT 0;
ALTER TABLE outbox_messages DROP CONSTRAINT outbox_messages_status_known;
ALTER TABLE outbox_messages ADD CONSTRAINT outbox_messages_status_known
    CHECK (status IN ('queued', 'sending', 'sent', 'kept', 'failed'));
CREATE INDEX outbox_messages_failed ON outbox_messages (id DESC) WHERE status = 'failed';

-- Told at the commit, and once however many rows changed.
CREATE FUNCTION tell_that_the_site_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('site_changed', '');
    RETURN NULL;
END $$;
DO $$
DECLARE
    shown text;
BEGIN
    FOREACH shown IN ARRAY ARRAY['modules', 'module_pricings', 'bundles', 'bundle_modules', 'bundle_pricings', 'announcements'] LOOP
        EXECUTE format('CREATE TRIGGER %I AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %I
                        FOR EACH STATEMENT EXECUTE FUNCTION tell_that_the_site_changed()', shown || '_change_the_site', shown);
    END LOOP;
END $$;
