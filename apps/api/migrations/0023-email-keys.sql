-- Two addresses are the same in more ways than before (auth/domain/email-key.ts). A job gives the accounts that exist their new key.

ALTER TABLE auth.users
  ADD COLUMN key_version smallint NOT NULL DEFAULT 1,
  ADD COLUMN clashing_key text; -- of the second account whose new key was taken: it keeps the former one, and both go on working

CREATE INDEX users_with_former_key ON auth.users (id) WHERE key_version = 1;
CREATE INDEX users_clashing ON auth.users (clashing_key) WHERE clashing_key IS NOT NULL;
GRANT SELECT, UPDATE ON auth.users TO canar_jobs;
