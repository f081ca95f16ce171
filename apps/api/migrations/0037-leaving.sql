-- Leaving: an account is erased some days after its person has asked for it. The tenants of which nobody else is a member are closed at
-- once and opened again if the person changes their mind; erased, they remain as ids on which the ledger and payments stand.

ALTER TABLE auth.users
  ADD COLUMN deletion_requested_at timestamptz,
  ADD COLUMN erase_at timestamptz,
  ADD CONSTRAINT users_deletion_check CHECK ((deletion_requested_at IS NULL) = (erase_at IS NULL));
CREATE INDEX users_to_erase ON auth.users (erase_at) WHERE erase_at IS NOT NULL;
ALTER TABLE auth.tenants ADD COLUMN erased_at timestamptz;

GRANT SELECT (erased_at), UPDATE (name, erased_at) ON auth.tenants TO canar_jobs;
GRANT SELECT ON auth.memberships, auth.sessions, auth.consents TO canar_jobs;
GRANT DELETE ON auth.users TO canar_jobs;

-- The jobs delete no person who has not asked for it.
CREATE FUNCTION auth.refuse_erasure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'user % has not asked to be erased', OLD.id USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER refuse_erasure BEFORE DELETE ON auth.users
  FOR EACH ROW WHEN (current_user = 'canar_jobs' AND OLD.erase_at IS NULL) EXECUTE FUNCTION auth.refuse_erasure();

-- What the law asks to be stored of an erased account, sealed: no role of the product may read it.
CREATE TABLE auth.retained_records (
  user_id uuid PRIMARY KEY,
  sealed bytea NOT NULL, -- auth/leaving/record-sealing.ts
  erased_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX retained_records_age ON auth.retained_records (expires_at);
GRANT INSERT, DELETE, SELECT (user_id, expires_at) ON auth.retained_records TO canar_jobs;

-- The reason of an act is typed by an operator and may name the person: it goes with the account, the act stays.
CREATE FUNCTION auth.refuse_act_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.reason = 'Erased with the account.'
    AND (NEW.id, NEW.operator_id, NEW.user_id, NEW.tenant_id, NEW.act, NEW.subject, NEW.at)
      IS NOT DISTINCT FROM (OLD.id, OLD.operator_id, OLD.user_id, OLD.tenant_id, OLD.act, OLD.subject, OLD.at) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'operator_acts is append-only' USING ERRCODE = 'restrict_violation';
END $$;
DROP TRIGGER append_only ON auth.operator_acts;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON auth.operator_acts
  FOR EACH ROW EXECUTE FUNCTION auth.refuse_act_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON auth.operator_acts
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
GRANT SELECT, UPDATE (reason) ON auth.operator_acts TO canar_jobs;

-- The jobs delete rows of tenants that are being erased, and of no other.
CREATE FUNCTION auth.is_erased(tenant uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM auth.tenants t WHERE t.id = tenant AND t.erased_at IS NOT NULL)
$$;

ALTER TABLE profiles.publications
  DROP CONSTRAINT publications_tenant_id_profile_id_fkey,
  ADD FOREIGN KEY (tenant_id, profile_id) REFERENCES profiles.profiles (tenant_id, id) ON DELETE CASCADE;
GRANT SELECT (created_at) ON profiles.profiles TO canar_jobs;
CREATE POLICY erasure ON profiles.profiles FOR DELETE TO canar_jobs USING (auth.is_erased(tenant_id));
GRANT SELECT (tenant_id, published_at), DELETE ON profiles.publications TO canar_jobs;
CREATE POLICY erasure ON profiles.publications TO canar_jobs USING (auth.is_erased(tenant_id)) WITH CHECK (false);
GRANT SELECT (tenant_id, claimed_at), DELETE ON profiles.slugs TO canar_jobs;
CREATE POLICY erasure ON profiles.slugs TO canar_jobs USING (auth.is_erased(tenant_id)) WITH CHECK (false);

-- Mail on a laptop, and addresses that are written to no more.
GRANT SELECT, DELETE ON platform.captured_mails, platform.suppressed_addresses TO canar_jobs;
