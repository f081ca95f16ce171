-- Backups are read as canar_backup: every row of every table, and nothing can be written.

GRANT USAGE ON SCHEMA graphile_worker TO canar_backup;
GRANT SELECT ON ALL TABLES IN SCHEMA auth, billing, credits, graphile_worker, platform, profiles TO canar_backup;
GRANT SELECT ON ALL SEQUENCES IN SCHEMA auth, billing, credits, graphile_worker, platform, profiles TO canar_backup;

-- So it stays for whatever the owner of the schemas makes later.
ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO canar_backup;
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO canar_backup;
ALTER DEFAULT PRIVILEGES GRANT SELECT ON SEQUENCES TO canar_backup;

-- A table with row-level security that has no policy for canar_backup would be dumped empty without a word.
DO $$
DECLARE isolated regclass;
BEGIN
  FOR isolated IN
    SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p') AND c.relrowsecurity
      AND n.nspname IN ('auth', 'billing', 'credits', 'graphile_worker', 'platform', 'profiles')
  LOOP
    EXECUTE format('CREATE POLICY backup ON %s FOR SELECT TO canar_backup USING (true)', isolated);
  END LOOP;
END $$;

-- Isolates a table by tenant for the application's role, and opens it to backups. Every tenant table is made with it.
CREATE OR REPLACE PROCEDURE platform.isolate(target regclass) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
  EXECUTE format(
    $policy$CREATE POLICY tenant ON %s TO canar_app
      USING (tenant_id = nullif((SELECT current_setting('app.tenant_id', true)), '')::uuid)
      WITH CHECK (tenant_id = nullif((SELECT current_setting('app.tenant_id', true)), '')::uuid)$policy$, target);
  EXECUTE format('CREATE POLICY backup ON %s FOR SELECT TO canar_backup USING (true)', target);
END $$;
