-- 0023_coupon_uses.sql
-- Why: who holds a coupon is counted at each checkout that names it.
-- Lock: SHARE on payments while the index is made; there are few before the first release.
CREATE INDEX payments_by_coupon ON payments (coupon_id, user_id) WHERE coupon_id IS NOT NULL;
