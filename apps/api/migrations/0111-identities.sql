-- Identities at Google and GitHub by which persons sign in, each named by the provider's own id of it; and codes that are mailed to
-- confirm that it is still the person.

CREATE TABLE auth.identities (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES auth.users ON DELETE CASCADE,
  provider text NOT NULL CHECK (provider IN ('google', 'github')),
  subject text NOT NULL CHECK (length(subject) BETWEEN 1 AND 255), -- addresses change hands, this id does not
  email text NOT NULL CHECK (length(email) <= 254), -- as the provider named it when it was connected, to recognise it
  created_at timestamptz NOT NULL,
  last_used_at timestamptz,
  UNIQUE (provider, subject),
  UNIQUE (user_id, provider)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON auth.identities TO canar_app;
GRANT SELECT ON auth.identities TO canar_jobs;

ALTER TABLE auth.one_time_tokens
  DROP CONSTRAINT one_time_tokens_purpose_check,
  ADD CONSTRAINT one_time_tokens_purpose_check CHECK (purpose IN
    ('sign-in', 'reset-password', 'verify-email', 'second-factor', 'change-email', 'undo-email-change', 'confirm'));
