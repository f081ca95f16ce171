-- Invitations to organisations. A row is an open invitation: accepting and revoking delete it. The mailed token names the tenant, so
-- that it is looked up behind the wall of that tenant.

CREATE TABLE auth.invitations (
  tenant_id uuid NOT NULL REFERENCES auth.tenants ON DELETE CASCADE,
  id uuid NOT NULL,
  email text NOT NULL CHECK (length(email) <= 254),
  email_key text NOT NULL,
  role text NOT NULL CHECK (role IN ('viewer', 'editor', 'billing', 'admin')),
  token_hash bytea NOT NULL,
  invited_by uuid NOT NULL REFERENCES auth.users ON DELETE CASCADE,
  invited_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, email_key)
);
CREATE INDEX invitations_age ON auth.invitations (expires_at);
CREATE INDEX invitations_by ON auth.invitations (invited_by);

CALL platform.isolate('auth.invitations');
GRANT SELECT, INSERT, UPDATE, DELETE ON auth.invitations TO canar_app;

-- The jobs delete what has expired, and what an erased account has sent or was sent.
GRANT SELECT (tenant_id, id, email_key, expires_at), DELETE ON auth.invitations TO canar_jobs;
CREATE POLICY erasure ON auth.invitations TO canar_jobs USING (true) WITH CHECK (false);
