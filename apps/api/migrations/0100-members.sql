-- Members of organisations: their roles change, they leave and are removed, and somebody always owns what others are members of.

GRANT UPDATE (role), DELETE ON auth.memberships TO canar_app;

-- Whatever changes memberships, whoever does it. The lock makes two owners who step down at once wait for each other.
CREATE FUNCTION auth.require_owner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM auth.tenants WHERE id = OLD.tenant_id FOR NO KEY UPDATE;
  IF EXISTS (SELECT 1 FROM auth.memberships WHERE tenant_id = OLD.tenant_id)
    AND NOT EXISTS (SELECT 1 FROM auth.memberships WHERE tenant_id = OLD.tenant_id AND role = 'owner') THEN
    RAISE EXCEPTION 'tenant % has members and no owner', OLD.tenant_id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER require_owner AFTER UPDATE OF role OR DELETE ON auth.memberships
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION auth.require_owner();

-- A session that switches to another tenant is read anew by every process.
CREATE TRIGGER announce_switch AFTER UPDATE OF tenant_id ON auth.sessions
  FOR EACH ROW WHEN (OLD.tenant_id IS DISTINCT FROM NEW.tenant_id) EXECUTE FUNCTION auth.announce_session();
