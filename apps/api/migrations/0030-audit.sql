-- What happened to an account, for its person to read. Written in the transaction of the act; rows are added, and deleted by age only.

CREATE TABLE auth.audit (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES auth.users ON DELETE CASCADE,
  session_id uuid, -- in which it happened, or of which it tells
  act text NOT NULL CHECK (act ~ '^[a-z-]+\.[a-z-]+$'), -- a name of the security event log
  method text,
  reason text,
  at timestamptz NOT NULL
);
CREATE INDEX audit_of_user ON auth.audit (user_id, at DESC, id DESC);
CREATE INDEX audit_age ON auth.audit (at);

CREATE TRIGGER append_only BEFORE UPDATE ON auth.audit FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

GRANT SELECT, INSERT ON auth.audit TO canar_app;
GRANT SELECT, DELETE ON auth.audit TO canar_jobs;
