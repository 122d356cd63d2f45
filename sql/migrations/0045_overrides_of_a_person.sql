-- 0045_overrides_of_a_person.sql
-- Why: a person's page shows what staff opened and closed for him, ended or not.
-- Lock: SHARE on module_access_overrides while the index is made; there are few.
CREATE INDEX module_access_overrides_by_user ON module_access_overrides (user_id, id);
