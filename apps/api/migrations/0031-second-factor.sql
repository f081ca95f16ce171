-- A second factor: codes by time (RFC 6238), with codes for the day on which the device is lost.

CREATE TABLE auth.second_factors (
  user_id uuid PRIMARY KEY REFERENCES auth.users ON DELETE CASCADE,
  secret bytea NOT NULL, -- encrypted: auth/second-factor/secret-encryption.ts
  created_at timestamptz NOT NULL,
  confirmed_at timestamptz, -- when the first code came; nothing is asked before
  last_step bigint NOT NULL DEFAULT 0 -- the time step of the last code that was taken: each counts once
);

CREATE TABLE auth.recovery_codes (
  user_id uuid NOT NULL REFERENCES auth.second_factors ON DELETE CASCADE,
  code_hash bytea NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (user_id, code_hash)
);

-- What a right password gives while the second factor is still to come is a one-time token too.
ALTER TABLE auth.one_time_tokens
  DROP CONSTRAINT one_time_tokens_purpose_check,
  ADD CONSTRAINT one_time_tokens_purpose_check
    CHECK (purpose IN ('sign-in', 'reset-password', 'verify-email', 'second-factor'));

GRANT SELECT, INSERT, UPDATE, DELETE ON auth.second_factors, auth.recovery_codes TO canar_app;
