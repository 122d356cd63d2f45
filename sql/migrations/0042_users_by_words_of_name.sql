-- 0042_users_by_words_of_name.sql
-- Why: staff find a person, and what he paid, by the beginning of any word of his name.
-- Lock: SHARE on users while the index is made.
CREATE INDEX users_by_words_of_name ON users USING gin (to_tsvector('simple', name));
