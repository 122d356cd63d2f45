-- 0047_subscriptions_by_module.sql
-- Why: staff look through the subscriptions of one module, the newest first; of a rare module nearly all were read to find them.
-- Lock: none that stops reading or writing.
-- no-transaction
CREATE INDEX CONCURRENTLY subscriptions_by_module ON subscriptions (module_id, id);
