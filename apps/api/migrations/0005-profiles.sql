-- Profiles: the draft is what the owner types, a revision is what is charged, a publication is where it is shown.

CREATE SCHEMA profiles;
GRANT USAGE ON SCHEMA profiles TO canar_app, canar_jobs, canar_public, canar_operator, canar_backup;

CREATE TABLE profiles.profiles (
  tenant_id uuid NOT NULL REFERENCES auth.tenants,
  id uuid NOT NULL,
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
  last_number integer NOT NULL DEFAULT 0, -- of any revision, undone ones included
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  deleted_at timestamptz,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX profiles_listed ON profiles.profiles (tenant_id, created_at DESC, id DESC) WHERE deleted_at IS NULL;

CREATE TABLE profiles.drafts (
  tenant_id uuid NOT NULL,
  profile_id uuid NOT NULL,
  document jsonb NOT NULL,
  warnings jsonb NOT NULL,
  content_hash bytea NOT NULL, -- equal documents have equal hashes
  version bigint NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, profile_id),
  FOREIGN KEY (tenant_id, profile_id) REFERENCES profiles.profiles (tenant_id, id)
);

CREATE TABLE profiles.revisions (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  profile_id uuid NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  document jsonb NOT NULL,
  content_hash bytea NOT NULL,
  created_by uuid,
  created_at timestamptz NOT NULL,
  undone_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, profile_id, number),
  FOREIGN KEY (tenant_id, profile_id) REFERENCES profiles.profiles (tenant_id, id)
);

CREATE TABLE profiles.files (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  profile_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('photo', 'cv')),
  file_name text,
  media_type text NOT NULL,
  bytes integer NOT NULL CHECK (bytes > 0),
  sizes jsonb NOT NULL DEFAULT '[]', -- of a photo: [{width, hash}]
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, profile_id, kind),
  FOREIGN KEY (tenant_id, profile_id) REFERENCES profiles.profiles (tenant_id, id)
);

CREATE TABLE profiles.publications (
  tenant_id uuid NOT NULL,
  profile_id uuid NOT NULL,
  slug text NOT NULL,
  visibility text NOT NULL CHECK (visibility IN ('public', 'unlisted')),
  hidden_fields text[] NOT NULL,
  show_cv boolean NOT NULL,
  template text NOT NULL,
  version bigint NOT NULL, -- changes with every change that a visitor could see
  published_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, profile_id),
  FOREIGN KEY (tenant_id, profile_id) REFERENCES profiles.profiles (tenant_id, id)
);

-- Every slug that a tenant has ever used stays its own; `profile_id` is where it leads.
CREATE TABLE profiles.slugs (
  slug text PRIMARY KEY CHECK (slug ~ '^[a-z0-9](-?[a-z0-9])*$' AND length(slug) BETWEEN 3 AND 60),
  tenant_id uuid NOT NULL,
  profile_id uuid NOT NULL,
  claimed_at timestamptz NOT NULL,
  FOREIGN KEY (tenant_id, profile_id) REFERENCES profiles.profiles (tenant_id, id)
);

-- Media that a publication shows, found by its hash.
CREATE TABLE profiles.media (
  tenant_id uuid NOT NULL,
  hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  extension text NOT NULL CHECK (extension IN ('webp', 'jpg', 'png')),
  file_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, hash, extension, file_id),
  FOREIGN KEY (tenant_id, file_id) REFERENCES profiles.files (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX media_by_hash ON profiles.media (hash, extension);

CALL platform.isolate('profiles.profiles');
CALL platform.isolate('profiles.drafts');
CALL platform.isolate('profiles.revisions');
CALL platform.isolate('profiles.files');
CALL platform.isolate('profiles.publications');
CALL platform.isolate('profiles.slugs');
CALL platform.isolate('profiles.media');

GRANT SELECT, INSERT, UPDATE ON profiles.profiles, profiles.drafts, profiles.slugs TO canar_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON profiles.files, profiles.media, profiles.publications TO canar_app;
GRANT SELECT, INSERT ON profiles.revisions TO canar_app;
GRANT UPDATE (undone_at) ON profiles.revisions TO canar_app;

-- A visitor sees what is published and nothing else.
GRANT SELECT (tenant_id, profile_id, slug, visibility, hidden_fields, show_cv, template, version, published_at)
  ON profiles.publications TO canar_public;
GRANT SELECT (tenant_id, profile_id, slug) ON profiles.slugs TO canar_public;
GRANT SELECT (tenant_id, id, title, deleted_at) ON profiles.profiles TO canar_public;
GRANT SELECT (tenant_id, profile_id, number, document, undone_at, created_at) ON profiles.revisions TO canar_public;
GRANT SELECT (tenant_id, id, profile_id, kind, file_name, media_type, bytes, sizes) ON profiles.files TO canar_public;
GRANT SELECT ON profiles.media TO canar_public;

CREATE POLICY visitor ON profiles.publications FOR SELECT TO canar_public USING (true);
CREATE POLICY visitor ON profiles.slugs FOR SELECT TO canar_public USING (true);
CREATE POLICY visitor ON profiles.profiles FOR SELECT TO canar_public USING (deleted_at IS NULL AND EXISTS (
  SELECT 1 FROM profiles.publications p WHERE p.tenant_id = profiles.tenant_id AND p.profile_id = profiles.id));
CREATE POLICY visitor ON profiles.revisions FOR SELECT TO canar_public USING (undone_at IS NULL AND EXISTS (
  SELECT 1 FROM profiles.publications p WHERE p.tenant_id = revisions.tenant_id AND p.profile_id = revisions.profile_id));
CREATE POLICY visitor ON profiles.files FOR SELECT TO canar_public USING (EXISTS (
  SELECT 1 FROM profiles.publications p
  WHERE p.tenant_id = files.tenant_id AND p.profile_id = files.profile_id AND (files.kind = 'photo' OR p.show_cv)));
CREATE POLICY visitor ON profiles.media FOR SELECT TO canar_public USING (EXISTS (
  SELECT 1 FROM profiles.files f WHERE f.tenant_id = media.tenant_id AND f.id = media.file_id));
