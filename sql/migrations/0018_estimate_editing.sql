-- 0018_estimate_editing.sql
-- Why: an item taken out of an estimate can come back as it was; two works of one place never share a name.
-- Lock: a column without default is a moment's; the index is built on a table that holds no rows yet in production.
ALTER TABLE estimates ADD COLUMN removed_item jsonb;

CREATE UNIQUE INDEX works_name_once ON works (organization_id, coalesce(folder_id, 0), lower(name)) WHERE deleted_at IS NULL;
