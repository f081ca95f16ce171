-- Changes of the address of an account: requested by its person, confirmed at the new address, undone from the old one.

CREATE TABLE auth.email_changes (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES auth.users ON DELETE CASCADE,
  old_email text NOT NULL,
  old_email_key text NOT NULL,
  new_email text NOT NULL CHECK (length(new_email) <= 254),
  new_email_key text NOT NULL,
  requested_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL, -- until when it can be confirmed
  undo_until timestamptz NOT NULL, -- until then nobody else can register the old address of a confirmed change
  confirmed_at timestamptz,
  cancelled_at timestamptz, -- by the person, by a later request, or with all sessions
  undone_at timestamptz,
  CHECK (confirmed_at IS NULL OR cancelled_at IS NULL)
);
CREATE UNIQUE INDEX email_changes_pending ON auth.email_changes (user_id)
  WHERE confirmed_at IS NULL AND cancelled_at IS NULL AND undone_at IS NULL;
CREATE INDEX email_changes_of_user ON auth.email_changes (user_id, requested_at);
CREATE INDEX email_changes_held ON auth.email_changes (old_email_key) WHERE confirmed_at IS NOT NULL AND undone_at IS NULL;
CREATE INDEX email_changes_age ON auth.email_changes (undo_until);

ALTER TABLE auth.one_time_tokens
  DROP CONSTRAINT one_time_tokens_purpose_check,
  ADD CONSTRAINT one_time_tokens_purpose_check
    CHECK (purpose IN ('sign-in', 'reset-password', 'verify-email', 'second-factor', 'change-email', 'undo-email-change'));

GRANT SELECT, INSERT, UPDATE ON auth.email_changes TO canar_app;
GRANT SELECT, DELETE ON auth.email_changes TO canar_jobs;
