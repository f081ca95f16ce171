-- Accounts belong to people, product data to tenants; memberships join them.

CREATE SCHEMA auth;
GRANT USAGE ON SCHEMA auth TO canar_app, canar_jobs, canar_public, canar_operator, canar_backup;

CREATE TABLE auth.users (
  id uuid PRIMARY KEY,
  email text NOT NULL CHECK (length(email) <= 254),
  email_key text NOT NULL UNIQUE, -- the address in the form in which two addresses are the same
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  email_verified_at timestamptz,
  blocked_at timestamptz,
  created_at timestamptz NOT NULL
);

CREATE TABLE auth.credentials (
  user_id uuid PRIMARY KEY REFERENCES auth.users ON DELETE CASCADE,
  password_hash text NOT NULL,
  changed_at timestamptz NOT NULL
);

CREATE TABLE auth.tenants (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE auth.memberships (
  tenant_id uuid NOT NULL REFERENCES auth.tenants ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES auth.users ON DELETE CASCADE,
  role text NOT NULL CHECK (role IN ('viewer', 'editor', 'billing', 'admin', 'owner')),
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, user_id)
);
CREATE INDEX memberships_of_user ON auth.memberships (user_id);

CREATE TABLE auth.sessions (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES auth.users ON DELETE CASCADE,
  tenant_id uuid NOT NULL,
  generation integer NOT NULL DEFAULT 0,
  rotated_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  user_agent text,
  FOREIGN KEY (tenant_id, user_id) REFERENCES auth.memberships (tenant_id, user_id) ON DELETE CASCADE
);
CREATE INDEX sessions_of_user ON auth.sessions (user_id);

GRANT SELECT, INSERT, UPDATE ON auth.users, auth.credentials, auth.sessions TO canar_app;
GRANT SELECT, INSERT ON auth.tenants, auth.memberships TO canar_app;
