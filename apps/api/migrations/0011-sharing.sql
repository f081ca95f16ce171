-- Who may open what is published: everyone, those who know a password, whoever holds a named link; and until when.

ALTER TABLE profiles.publications
  DROP CONSTRAINT publications_visibility_check,
  ADD CONSTRAINT publications_visibility_check CHECK (visibility IN ('public', 'unlisted', 'protected')),
  ADD COLUMN password_hash text,
  ADD COLUMN expires_at timestamptz,
  ADD CONSTRAINT publications_password_check CHECK ((visibility = 'protected') = (password_hash IS NOT NULL));
CREATE INDEX publications_in_sitemap ON profiles.publications (slug) WHERE visibility = 'public';

-- A named link for one recipient. Its token is kept as it is, so that the owner can copy the link again: it opens nothing
-- that does not lie beside it. A revoked link stays as a row, because statistics name it.
CREATE TABLE profiles.share_links (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  profile_id uuid NOT NULL,
  label text NOT NULL CHECK (length(label) BETWEEN 1 AND 80),
  token text NOT NULL UNIQUE CHECK (token ~ '^[A-Za-z0-9_-]{22}$'),
  password_hash text,
  expires_at timestamptz,
  created_at timestamptz NOT NULL,
  revoked_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, profile_id) REFERENCES profiles.profiles (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX share_links_listed ON profiles.share_links (tenant_id, profile_id, created_at DESC, id DESC)
  WHERE revoked_at IS NULL;

CALL platform.isolate('profiles.share_links');
GRANT SELECT, INSERT ON profiles.share_links TO canar_app;
GRANT UPDATE (revoked_at) ON profiles.share_links TO canar_app;

-- A visitor is asked for the password by the role that knows what is published.
GRANT SELECT (password_hash, expires_at) ON profiles.publications TO canar_public;
GRANT SELECT (tenant_id, id, profile_id, token, password_hash, expires_at, revoked_at) ON profiles.share_links TO canar_public;
CREATE POLICY visitor ON profiles.share_links FOR SELECT TO canar_public USING (revoked_at IS NULL);
