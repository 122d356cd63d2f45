-- 0041_events_by_type.sql
-- Why: staff look through the stored events of one type, the newest first; most types are rare.
-- Lock: SHARE on webhook_events while the index is made.
CREATE INDEX webhook_events_by_type ON webhook_events (event_type, id);
