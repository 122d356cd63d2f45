-- 0044_people_search.sql
-- Why: staff look for people by role and by standing, and for subscriptions by state and end, among a million of each, a page at a
--      time.
-- Lock: SHARE on users and subscriptions while the indexes are made; there are few rows before the first release.
CREATE INDEX users_by_role_and_id ON users (role, id);
DROP INDEX users_by_role;
CREATE INDEX users_closed ON users (id) WHERE NOT is_active;
CREATE INDEX subscriptions_by_status ON subscriptions (status, id);
CREATE INDEX subscriptions_running_by_end ON subscriptions (expires_at, id) WHERE status IN ('trial', 'active');
