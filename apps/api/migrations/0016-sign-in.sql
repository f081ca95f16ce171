-- Guessing of passwords: counted by account and by device, over all processes and without Redis. One-time tokens. Remembered devices.

-- "Sign out everywhere" and a reset increase the generation: no device that was remembered before is known any more.
ALTER TABLE auth.users
  ADD COLUMN device_generation integer NOT NULL DEFAULT 0,
  ADD COLUMN registration_mailed_at timestamptz; -- when the owner was last mailed that the address has an account already

-- A leaky bucket for each account and device: it holds empty_at - now, and every wrong password adds to it. Addresses without an
-- account are counted alike, so the key is an HMAC, never an address.
CREATE TABLE auth.sign_in_attempts (
  key text PRIMARY KEY,
  empty_at timestamptz NOT NULL,
  link_mailed_at timestamptz -- when a sign-in link was last asked for because the bucket was full
);
CREATE INDEX sign_in_attempts_age ON auth.sign_in_attempts (empty_at);

-- Tokens that are mailed: random, stored as a hash, for one purpose and one use, void once the account has another address.
CREATE TABLE auth.one_time_tokens (
  token_hash bytea PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES auth.users ON DELETE CASCADE,
  purpose text NOT NULL CHECK (purpose IN ('sign-in')),
  email_key text NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE INDEX one_time_tokens_of_user ON auth.one_time_tokens (user_id);
CREATE INDEX one_time_tokens_age ON auth.one_time_tokens (expires_at);

GRANT SELECT, INSERT, UPDATE ON auth.sign_in_attempts, auth.one_time_tokens TO canar_app;
GRANT SELECT, DELETE ON auth.sign_in_attempts, auth.one_time_tokens TO canar_jobs;
