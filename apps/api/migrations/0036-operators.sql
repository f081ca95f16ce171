-- People who may act on the accounts of others for the product, and what they did. Operators are made and unmade by a program of the
-- installation (`npm run operator`), never over HTTP.

CREATE TABLE auth.operators (
  user_id uuid PRIMARY KEY REFERENCES auth.users ON DELETE CASCADE,
  granted_at timestamptz NOT NULL
);
GRANT SELECT ON auth.operators TO canar_app;
GRANT SELECT, INSERT, DELETE ON auth.operators TO canar_operator;
GRANT SELECT ON auth.users TO canar_operator;

-- Ids only beside the reason: rows outlive the accounts that they name.
CREATE TABLE auth.operator_acts (
  id uuid PRIMARY KEY,
  operator_id uuid, -- null: the program of the installation
  user_id uuid,
  tenant_id uuid,
  act text NOT NULL CHECK (act ~ '^operator\.[a-z-]+$'), -- a name of the security event log
  subject uuid, -- what it was about, such as a grant
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  at timestamptz NOT NULL
);
CREATE INDEX operator_acts_listed ON auth.operator_acts (at DESC, id DESC);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON auth.operator_acts
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
GRANT SELECT, INSERT ON auth.operator_acts TO canar_app, canar_operator;
GRANT INSERT ON auth.audit TO canar_operator;

-- When a code of the second factor was last given in a session.
ALTER TABLE auth.sessions ADD COLUMN second_factor_at timestamptz;
