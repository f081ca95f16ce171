-- Ways back into an account, and back to an address that somebody else has registered.

ALTER TABLE auth.users
  ADD COLUMN locale text NOT NULL DEFAULT 'en' CHECK (locale ~ '^[a-z]{2,3}$'), -- the language of mails
  ADD COLUMN released_at timestamptz; -- when the owner of the address said that this account is not theirs

ALTER TABLE auth.one_time_tokens
  DROP CONSTRAINT one_time_tokens_purpose_check,
  ADD CONSTRAINT one_time_tokens_purpose_check CHECK (purpose IN ('sign-in', 'reset-password', 'verify-email'));

-- The pages of a tenant that is closed are not there.
ALTER TABLE auth.tenants ADD COLUMN closed_at timestamptz;
GRANT UPDATE (closed_at) ON auth.tenants TO canar_app;
GRANT SELECT (id, closed_at) ON auth.tenants TO canar_public, canar_jobs;

-- Sessions end with the block of their person, whoever sets it and by whatever way.
CREATE FUNCTION auth.end_sessions_of_blocked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE auth.sessions SET ended_at = NEW.blocked_at WHERE user_id = NEW.id AND ended_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER end_sessions_of_blocked AFTER UPDATE OF blocked_at ON auth.users
  FOR EACH ROW WHEN (OLD.blocked_at IS NULL AND NEW.blocked_at IS NOT NULL)
  EXECUTE FUNCTION auth.end_sessions_of_blocked();

-- Every process remembers for a few seconds who may act; it is told at once of what ends that or changes a role.
CREATE FUNCTION auth.announce_session() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('canar_session', OLD.id::text);
  RETURN NULL;
END $$;
CREATE TRIGGER announce_end AFTER UPDATE OF ended_at ON auth.sessions
  FOR EACH ROW WHEN (OLD.ended_at IS DISTINCT FROM NEW.ended_at) EXECUTE FUNCTION auth.announce_session();
CREATE TRIGGER announce_deletion AFTER DELETE ON auth.sessions
  FOR EACH ROW EXECUTE FUNCTION auth.announce_session();

CREATE FUNCTION auth.announce_role() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('canar_session', id::text) FROM auth.sessions
    WHERE tenant_id = NEW.tenant_id AND user_id = NEW.user_id AND ended_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER announce_role AFTER UPDATE OF role ON auth.memberships
  FOR EACH ROW WHEN (OLD.role IS DISTINCT FROM NEW.role) EXECUTE FUNCTION auth.announce_role();

-- A tenant whose owners are all blocked shows no pages either, and shows them again when one of them is unblocked.
ALTER TABLE auth.tenants ADD COLUMN blocked_at timestamptz;
GRANT UPDATE (blocked_at) ON auth.tenants TO canar_app;
GRANT SELECT (blocked_at) ON auth.tenants TO canar_public, canar_jobs;

CREATE FUNCTION auth.block_tenants() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE auth.tenants t SET blocked_at = NEW.blocked_at
  WHERE t.id IN (SELECT tenant_id FROM auth.memberships WHERE user_id = NEW.id AND role = 'owner')
    AND (NEW.blocked_at IS NULL OR NOT EXISTS (
      SELECT 1 FROM auth.memberships m JOIN auth.users u ON u.id = m.user_id
      WHERE m.tenant_id = t.id AND m.role = 'owner' AND u.blocked_at IS NULL));
  RETURN NULL;
END $$;
CREATE TRIGGER block_tenants AFTER UPDATE OF blocked_at ON auth.users
  FOR EACH ROW WHEN (OLD.blocked_at IS DISTINCT FROM NEW.blocked_at) EXECUTE FUNCTION auth.block_tenants();

CREATE FUNCTION auth.announce_tenant() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('canar_tenant', NEW.id::text);
  RETURN NULL;
END $$;
CREATE TRIGGER announce_tenant AFTER UPDATE ON auth.tenants
  FOR EACH ROW WHEN ((OLD.closed_at, OLD.blocked_at) IS DISTINCT FROM (NEW.closed_at, NEW.blocked_at))
  EXECUTE FUNCTION auth.announce_tenant();

ALTER POLICY visitor ON profiles.publications USING (EXISTS (
  SELECT 1 FROM auth.tenants t WHERE t.id = tenant_id AND t.closed_at IS NULL AND t.blocked_at IS NULL));
