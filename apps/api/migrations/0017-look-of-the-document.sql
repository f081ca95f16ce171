-- The template is part of the document, so of each revision; a publication has none. Where a page is shown in another
-- template than its revision names, it keeps it for exactly that revision, until the next saved edit.

ALTER TABLE profiles.publications
  ALTER COLUMN template SET DEFAULT 'classic', -- of the release before, which still writes it; dropped a release later
  ADD COLUMN legacy_template text, -- these three are written here and never again
  ADD COLUMN legacy_revision integer, -- the revision that is shown in it
  ADD COLUMN legacy_last_number integer, -- `last_number` of the profile at this time: no edit has been saved since
  ADD CONSTRAINT publications_legacy_check CHECK (num_nonnulls(legacy_template, legacy_revision, legacy_last_number) IN (0, 3));

-- Row-level security binds the owner of the tables too.
ALTER TABLE profiles.profiles NO FORCE ROW LEVEL SECURITY;
ALTER TABLE profiles.revisions NO FORCE ROW LEVEL SECURITY;
ALTER TABLE profiles.publications NO FORCE ROW LEVEL SECURITY;

-- An unknown template, or none, is drawn as Classic.
WITH known (template) AS (
  VALUES ('classic'), ('modern'), ('compact'), ('academic'), ('creative'), ('executive'), ('engineer'), ('fresher')
), looks AS (
  SELECT u.tenant_id, u.profile_id, r.number, p.last_number,
         coalesce((SELECT k.template FROM known k WHERE k.template = u.template), 'classic') AS shown,
         coalesce((SELECT k.template FROM known k WHERE k.template = r.template), 'classic') AS named
  FROM profiles.publications u
  JOIN profiles.profiles p ON p.tenant_id = u.tenant_id AND p.id = u.profile_id
  JOIN LATERAL (
    SELECT number, document #>> '{meta,canar,design,template}' AS template FROM profiles.revisions r
    WHERE r.tenant_id = u.tenant_id AND r.profile_id = u.profile_id AND r.undone_at IS NULL
    ORDER BY number DESC LIMIT 1) r ON true
)
UPDATE profiles.publications u
SET legacy_template = l.shown, legacy_revision = l.number, legacy_last_number = l.last_number
FROM looks l
WHERE u.tenant_id = l.tenant_id AND u.profile_id = l.profile_id AND l.shown <> l.named;

ALTER TABLE profiles.profiles FORCE ROW LEVEL SECURITY;
ALTER TABLE profiles.revisions FORCE ROW LEVEL SECURITY;
ALTER TABLE profiles.publications FORCE ROW LEVEL SECURITY;

-- The application may write every column but these three.
REVOKE INSERT, UPDATE ON profiles.publications FROM canar_app;
GRANT INSERT (tenant_id, profile_id, slug, visibility, hidden_fields, show_cv, template, password_hash, expires_at,
              branded, version, published_at),
      UPDATE (slug, visibility, hidden_fields, show_cv, template, password_hash, expires_at, branded, version, published_at)
  ON profiles.publications TO canar_app;

GRANT SELECT (legacy_template, legacy_revision, legacy_last_number) ON profiles.publications TO canar_public;
GRANT SELECT (last_number) ON profiles.profiles TO canar_public;
