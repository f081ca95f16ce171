-- Exports of everything that is stored of a person: at most one for each, built by a job and downloaded by its person for some days.

CREATE TABLE auth.account_exports (
  user_id uuid PRIMARY KEY REFERENCES auth.users ON DELETE CASCADE,
  id uuid NOT NULL, -- another for each request; part of the key of the file
  requested_at timestamptz NOT NULL,
  failed_at timestamptz, -- the last attempt that failed
  ready_at timestamptz,
  bytes bigint CHECK (bytes > 0),
  expires_at timestamptz,
  CONSTRAINT exports_are_ready_whole CHECK (num_nulls(ready_at, bytes, expires_at) IN (0, 3))
);
CREATE INDEX account_exports_age ON auth.account_exports (requested_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON auth.account_exports TO canar_app;
GRANT SELECT ON auth.account_exports TO canar_jobs;
