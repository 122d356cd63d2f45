-- 0025_lifecycle.sql
-- Why: days of grace after a paid stretch, what an upgrade does, uses that begin anew with every paid stretch and its price, pauses by
--      staff that give their time back; reminders before the end.
-- Lock: ACCESS EXCLUSIVE on each table, columns with defaults only; subscription_periods is read once.
ALTER TABLE modules
    ADD COLUMN grace_days     integer NOT NULL DEFAULT 3 CONSTRAINT modules_grace_range CHECK (grace_days BETWEEN 0 AND 60),
    ADD COLUMN upgrade_policy text NOT NULL DEFAULT 'prorate'
                              CONSTRAINT modules_upgrade_policy_known CHECK (upgrade_policy IN ('prorate', 'at_renewal'));
ALTER TABLE subscription_periods
    ADD COLUMN usage_limit integer CONSTRAINT subscription_periods_limit_positive CHECK (usage_limit > 0),
    ADD COLUMN price_paise bigint NOT NULL DEFAULT 0 CONSTRAINT subscription_periods_price_not_negative CHECK (price_paise >= 0);
ALTER TABLE subscriptions ADD COLUMN suspended_at timestamptz;
UPDATE subscription_periods p SET usage_limit = s.usage_limit FROM subscriptions s WHERE s.id = p.subscription_id AND s.usage_limit IS NOT NULL;

INSERT INTO job_schedules (name, kind, every_seconds, next_run_at) VALUES
    ('subscriptions.remind', 'subscriptions.remind', 3600, '2020-01-01T00:00:00Z');
