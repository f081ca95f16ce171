-- Passkeys (WebAuthn): discoverable credentials with user verification, so that one counts as two factors.

CREATE TABLE auth.passkeys (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES auth.users ON DELETE CASCADE,
  credential_id text NOT NULL UNIQUE, -- base64url, as the authenticator has made it
  public_key bytea NOT NULL, -- COSE
  counter bigint NOT NULL, -- the last signature counter; always 0 of authenticators that count none
  transports text[] NOT NULL,
  synced boolean NOT NULL, -- whether a provider keeps copies for the person's other devices
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  created_at timestamptz NOT NULL,
  last_used_at timestamptz
);
CREATE INDEX passkeys_of_user ON auth.passkeys (user_id, created_at);

-- Challenges are signed, not stored; those that were answered are, until they expire: each counts once.
CREATE TABLE auth.used_passkey_challenges (
  challenge_hash bytea PRIMARY KEY,
  expires_at timestamptz NOT NULL
);
CREATE INDEX used_passkey_challenges_age ON auth.used_passkey_challenges (expires_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON auth.passkeys TO canar_app;
GRANT SELECT, INSERT ON auth.used_passkey_challenges TO canar_app;
GRANT SELECT, DELETE ON auth.used_passkey_challenges TO canar_jobs;
