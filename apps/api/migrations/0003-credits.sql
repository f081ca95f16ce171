-- The double-entry ledger. Each tenant has one account; its entries form one hash chain over the account's books.

CREATE SCHEMA credits;
GRANT USAGE ON SCHEMA credits TO canar_app, canar_jobs, canar_operator, canar_backup;

CREATE TABLE credits.accounts (
  tenant_id uuid PRIMARY KEY REFERENCES auth.tenants,
  balance bigint NOT NULL DEFAULT 0 CHECK (balance >= 0),
  last_sequence bigint NOT NULL DEFAULT 0,
  last_hash bytea NOT NULL DEFAULT decode(repeat('00', 32), 'hex')
);

CREATE TABLE credits.transactions (
  tenant_id uuid NOT NULL REFERENCES credits.accounts,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('grant', 'charge', 'reversal', 'expiry', 'take_back')),
  action text,
  reference uuid,
  reverses uuid,
  effective_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, reverses) REFERENCES credits.transactions (tenant_id, id),
  CHECK ((kind = 'charge') = (action IS NOT NULL)),
  CHECK ((kind = 'reversal') = (reverses IS NOT NULL))
);
CREATE UNIQUE INDEX one_charge_for_one_act ON credits.transactions (tenant_id, action, reference) WHERE kind = 'charge';
CREATE UNIQUE INDEX one_reversal_of_one_charge ON credits.transactions (tenant_id, reverses) WHERE kind = 'reversal';

CREATE TABLE credits.entries (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  transaction_id uuid NOT NULL,
  sequence bigint NOT NULL CHECK (sequence > 0),
  book text NOT NULL CHECK (book IN ('wallet', 'issued', 'spent', 'expired', 'taken_back')),
  amount bigint NOT NULL CHECK (amount <> 0),
  balance_after bigint NOT NULL CHECK (balance_after >= 0), -- of the wallet
  effective_at timestamptz NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (tenant_id, sequence),
  UNIQUE (tenant_id, id),
  FOREIGN KEY (tenant_id, transaction_id) REFERENCES credits.transactions (tenant_id, id)
);
CREATE INDEX entries_of_transaction ON credits.entries (tenant_id, transaction_id);

CREATE TABLE credits.grants (
  tenant_id uuid NOT NULL REFERENCES credits.accounts,
  id uuid NOT NULL,
  source text NOT NULL CHECK (source IN ('plan', 'top_up', 'operator')),
  reference uuid NOT NULL,
  amount bigint NOT NULL CHECK (amount > 0 AND amount <= 1000000000),
  remaining bigint NOT NULL CHECK (remaining >= 0 AND remaining <= amount),
  expires_at timestamptz,
  granted_at timestamptz NOT NULL,
  transaction_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, source, reference),
  FOREIGN KEY (tenant_id, transaction_id) REFERENCES credits.transactions (tenant_id, id)
);
CREATE INDEX grants_left ON credits.grants (tenant_id, expires_at) WHERE remaining > 0;

-- Which grants a transaction took from (negative) or gave back to (positive).
CREATE TABLE credits.allocations (
  tenant_id uuid NOT NULL,
  transaction_id uuid NOT NULL,
  grant_id uuid NOT NULL,
  amount bigint NOT NULL CHECK (amount <> 0),
  PRIMARY KEY (tenant_id, transaction_id, grant_id),
  FOREIGN KEY (tenant_id, transaction_id) REFERENCES credits.transactions (tenant_id, id),
  FOREIGN KEY (tenant_id, grant_id) REFERENCES credits.grants (tenant_id, id)
);

-- What the tenant may do now. Billing writes it together with the period and its grant.
CREATE TABLE credits.entitlements (
  tenant_id uuid PRIMARY KEY REFERENCES auth.tenants,
  plan text NOT NULL,
  edit_until timestamptz NOT NULL,
  features text[] NOT NULL DEFAULT '{}'
);

CALL platform.isolate('credits.accounts');
CALL platform.isolate('credits.transactions');
CALL platform.isolate('credits.entries');
CALL platform.isolate('credits.grants');
CALL platform.isolate('credits.allocations');
CALL platform.isolate('credits.entitlements');

GRANT SELECT, INSERT ON credits.transactions, credits.entries, credits.allocations TO canar_app;
GRANT SELECT, INSERT ON credits.accounts, credits.grants TO canar_app;
GRANT UPDATE (balance, last_sequence, last_hash) ON credits.accounts TO canar_app;
GRANT UPDATE (remaining) ON credits.grants TO canar_app;
GRANT SELECT, INSERT, UPDATE ON credits.entitlements TO canar_app;

GRANT SELECT ON credits.accounts TO canar_jobs;
CREATE POLICY jobs ON credits.accounts FOR SELECT TO canar_jobs USING (true);

-- At COMMIT the entries of every transaction sum to zero.
CREATE FUNCTION credits.assert_zero_sum() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT sum(amount) FROM credits.entries WHERE tenant_id = NEW.tenant_id AND transaction_id = NEW.transaction_id) <> 0 THEN
    RAISE EXCEPTION 'the entries of transaction % do not sum to zero', NEW.transaction_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER zero_sum AFTER INSERT ON credits.entries
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION credits.assert_zero_sum();

-- At COMMIT the balance is what the last entry says, and the sequence has no gap.
CREATE FUNCTION credits.assert_projection() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM credits.accounts a
  LEFT JOIN LATERAL (
    SELECT sequence, balance_after, hash FROM credits.entries e
    WHERE e.tenant_id = a.tenant_id ORDER BY sequence DESC LIMIT 1) last ON true
  WHERE a.tenant_id = NEW.tenant_id
    AND (a.last_sequence, a.balance) IS DISTINCT FROM (coalesce(last.sequence, 0), coalesce(last.balance_after, 0));
  IF FOUND THEN
    RAISE EXCEPTION 'the balance of % is not what its last entry says', NEW.tenant_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER projection AFTER INSERT OR UPDATE ON credits.accounts
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION credits.assert_projection();

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON credits.transactions
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON credits.entries
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON credits.allocations
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
