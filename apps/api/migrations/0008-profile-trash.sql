-- The trash: what has been in it for thirty days is purged by a job that works across tenants. It may take away nothing but what
-- its owner put there; everything that hangs on a profile goes with it, except the slugs, which stay the tenant's and lead nowhere.

ALTER TABLE profiles.drafts
  DROP CONSTRAINT drafts_tenant_id_profile_id_fkey,
  ADD FOREIGN KEY (tenant_id, profile_id) REFERENCES profiles.profiles (tenant_id, id) ON DELETE CASCADE;
ALTER TABLE profiles.revisions
  DROP CONSTRAINT revisions_tenant_id_profile_id_fkey,
  ADD FOREIGN KEY (tenant_id, profile_id) REFERENCES profiles.profiles (tenant_id, id) ON DELETE CASCADE;
ALTER TABLE profiles.files
  DROP CONSTRAINT files_tenant_id_profile_id_fkey,
  ADD FOREIGN KEY (tenant_id, profile_id) REFERENCES profiles.profiles (tenant_id, id) ON DELETE CASCADE;
ALTER TABLE profiles.slugs
  ALTER COLUMN profile_id DROP NOT NULL,
  DROP CONSTRAINT slugs_tenant_id_profile_id_fkey,
  ADD FOREIGN KEY (tenant_id, profile_id) REFERENCES profiles.profiles (tenant_id, id) ON DELETE SET NULL (profile_id);

CREATE INDEX profiles_trashed ON profiles.profiles (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX profiles_trash_listed ON profiles.profiles (tenant_id, deleted_at DESC, id DESC) WHERE deleted_at IS NOT NULL;

GRANT SELECT (tenant_id, id, deleted_at), DELETE ON profiles.profiles TO canar_jobs;
GRANT SELECT (tenant_id, id, profile_id, kind, sizes) ON profiles.files TO canar_jobs;
CREATE POLICY jobs ON profiles.profiles TO canar_jobs USING (deleted_at IS NOT NULL) WITH CHECK (false);
CREATE POLICY jobs ON profiles.files FOR SELECT TO canar_jobs USING (EXISTS (
  SELECT 1 FROM profiles.profiles p
  WHERE p.tenant_id = files.tenant_id AND p.id = files.profile_id AND p.deleted_at IS NOT NULL));
