-- The database's own checks of the ledger. What a rule in TypeScript forgets, a statement by hand cannot do either.
-- Constraints come NOT VALID: the migration task validates them afterwards and reports those that old rows break.

-- From version 2 on the hash of an entry covers where granted credits come from and when they expire.
ALTER TABLE credits.transactions
  ADD COLUMN hash_version smallint NOT NULL DEFAULT 1,
  ADD COLUMN source text,
  ADD COLUMN expires_at timestamptz;
ALTER TABLE credits.transactions ALTER COLUMN hash_version DROP DEFAULT;

ALTER TABLE credits.transactions
  ADD CONSTRAINT transactions_hash_version CHECK (hash_version IN (1, 2)) NOT VALID,
  ADD CONSTRAINT transactions_source CHECK (source IS NULL OR source IN ('plan', 'top_up', 'operator')) NOT VALID,
  ADD CONSTRAINT transactions_grant_is_covered CHECK (hash_version = 1 OR (kind = 'grant') = (source IS NOT NULL)) NOT VALID,
  ADD CONSTRAINT transactions_only_grants_expire CHECK (kind = 'grant' OR expires_at IS NULL) NOT VALID,
  ADD CONSTRAINT transactions_name_what_for CHECK (reference IS NOT NULL) NOT VALID,
  ADD CONSTRAINT transactions_in_milliseconds CHECK (
    date_trunc('milliseconds', effective_at) = effective_at AND date_trunc('milliseconds', expires_at) = expires_at) NOT VALID;
ALTER TABLE credits.entries
  ADD CONSTRAINT entries_sign_of_book CHECK (
    book IN ('wallet', 'spent') OR (book = 'issued' AND amount < 0) OR (book IN ('expired', 'taken_back') AND amount > 0)) NOT VALID,
  ADD CONSTRAINT entries_hash_is_sha256 CHECK (octet_length(hash) = 32) NOT VALID;
ALTER TABLE credits.accounts
  ADD CONSTRAINT accounts_hash_is_sha256 CHECK (octet_length(last_hash) = 32) NOT VALID;

-- A transaction has one entry in each of its two books, and makes one grant at most.
CREATE UNIQUE INDEX entries_of_one_transaction ON credits.entries (tenant_id, transaction_id, book);
DROP INDEX credits.entries_of_transaction;
CREATE UNIQUE INDEX one_grant_of_one_transaction ON credits.grants (tenant_id, transaction_id);

-- What is left in a grant follows from the allocations: nobody writes it.
CREATE FUNCTION credits.begin_grant() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.remaining := NEW.amount;
  RETURN NEW;
END $$;
CREATE TRIGGER begin_whole BEFORE INSERT ON credits.grants FOR EACH ROW EXECUTE FUNCTION credits.begin_grant();

CREATE FUNCTION credits.apply_allocation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE credits.grants SET remaining = remaining + NEW.amount WHERE tenant_id = NEW.tenant_id AND id = NEW.grant_id;
  RETURN NULL;
END $$;
CREATE TRIGGER apply AFTER INSERT ON credits.allocations FOR EACH ROW EXECUTE FUNCTION credits.apply_allocation();

CREATE FUNCTION credits.guard_grant() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE expected credits.grants := OLD;
BEGIN
  expected.remaining := NEW.remaining;
  -- Depth 1 is a statement of somebody's own; deeper it is an allocation that is applied.
  IF pg_trigger_depth() < 2 OR NEW IS DISTINCT FROM expected THEN
    RAISE EXCEPTION 'grants is append-only: what is left follows from the allocations' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE UPDATE ON credits.grants FOR EACH ROW EXECUTE FUNCTION credits.guard_grant();
CREATE TRIGGER append_only BEFORE DELETE OR TRUNCATE ON credits.grants
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

-- What is wrong with a transaction at COMMIT, or null.
CREATE FUNCTION credits.fault_of_transaction(tenant uuid, transaction uuid) RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE
  t credits.transactions;
  wallet credits.entries;
  counter credits.entries;
  books bigint;
  allocated bigint;
BEGIN
  SELECT * INTO t FROM credits.transactions WHERE tenant_id = tenant AND id = transaction;
  SELECT * INTO wallet FROM credits.entries WHERE tenant_id = tenant AND transaction_id = transaction AND book = 'wallet';
  SELECT * INTO counter FROM credits.entries WHERE tenant_id = tenant AND transaction_id = transaction AND book <> 'wallet';
  SELECT count(*) INTO books FROM credits.entries WHERE tenant_id = tenant AND transaction_id = transaction;
  IF books <> 2 OR wallet.amount IS DISTINCT FROM -counter.amount THEN RETURN 'do not sum to zero in two books'; END IF;
  IF t.hash_version <> 2 THEN RETURN 'are hashed as they no longer are'; END IF;
  IF (t.kind, counter.book, sign(wallet.amount)) NOT IN (
    ('grant', 'issued', 1), ('charge', 'spent', -1), ('reversal', 'spent', 1), ('expiry', 'expired', -1),
    ('take_back', 'taken_back', -1)) THEN
    RETURN format('do not fit a %s', t.kind);
  END IF;
  IF counter.sequence <> wallet.sequence + 1 OR counter.balance_after <> wallet.balance_after
    OR (wallet.effective_at, counter.effective_at) IS DISTINCT FROM (t.effective_at, t.effective_at)
    OR wallet.balance_after <> wallet.amount + coalesce((SELECT balance_after FROM credits.entries
      WHERE tenant_id = tenant AND sequence = wallet.sequence - 1), 0) THEN
    RETURN 'do not follow the one before';
  END IF;
  IF NOT EXISTS (SELECT FROM credits.accounts WHERE tenant_id = tenant AND last_sequence >= counter.sequence) THEN
    RETURN 'are not in the account';
  END IF;
  IF t.kind = 'grant' THEN
    SELECT amount INTO allocated FROM credits.grants WHERE tenant_id = tenant AND transaction_id = transaction;
  ELSE
    SELECT sum(amount) INTO allocated FROM credits.allocations WHERE tenant_id = tenant AND transaction_id = transaction;
  END IF;
  IF allocated IS DISTINCT FROM wallet.amount THEN RETURN 'are not those of its grants'; END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION credits.assert_transaction() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE fault text := credits.fault_of_transaction(NEW.tenant_id, NEW.transaction_id);
BEGIN
  IF fault IS NOT NULL THEN
    RAISE EXCEPTION 'the entries of transaction % %', NEW.transaction_id, fault USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION credits.assert_entries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) FROM credits.entries WHERE tenant_id = NEW.tenant_id AND transaction_id = NEW.id) <> 2 THEN
    RAISE EXCEPTION 'the entries of transaction % do not sum to zero in two books', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION credits.assert_grant() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM credits.transactions t
    WHERE t.tenant_id = NEW.tenant_id AND t.id = NEW.transaction_id AND t.kind = 'grant'
      AND (t.reference, t.source, t.expires_at, t.effective_at)
        IS NOT DISTINCT FROM (NEW.reference, NEW.source, NEW.expires_at, NEW.granted_at)) THEN
    RAISE EXCEPTION 'grant % is not what its transaction granted', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

DROP TRIGGER zero_sum ON credits.entries;
DROP FUNCTION credits.assert_zero_sum();
CREATE CONSTRAINT TRIGGER whole AFTER INSERT ON credits.transactions
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION credits.assert_entries();
-- A second entry in the wallet is a matter of the unique index.
CREATE CONSTRAINT TRIGGER whole AFTER INSERT ON credits.entries
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.book <> 'wallet') EXECUTE FUNCTION credits.assert_transaction();
CREATE CONSTRAINT TRIGGER whole AFTER INSERT ON credits.allocations
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION credits.assert_transaction();
CREATE CONSTRAINT TRIGGER whole AFTER INSERT ON credits.grants
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION credits.assert_grant();

-- At COMMIT an account is what its last entry and its grants say.
CREATE OR REPLACE FUNCTION credits.assert_projection() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM credits.accounts a
  LEFT JOIN LATERAL (
    SELECT sequence, balance_after, hash FROM credits.entries e
    WHERE e.tenant_id = a.tenant_id ORDER BY sequence DESC LIMIT 1) last ON true
  WHERE a.tenant_id = NEW.tenant_id
    AND ((a.last_sequence, a.balance, a.last_hash) IS DISTINCT FROM
        (coalesce(last.sequence, 0), coalesce(last.balance_after, 0), coalesce(last.hash, decode(repeat('00', 32), 'hex')))
      OR a.balance <> (SELECT coalesce(sum(remaining), 0) FROM credits.grants g WHERE g.tenant_id = a.tenant_id AND g.remaining > 0));
  IF FOUND THEN
    RAISE EXCEPTION 'the balance of % is not what its last entry and its grants say', NEW.tenant_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

-- Rights by column: what the database writes, the application does not.
REVOKE INSERT ON credits.transactions, credits.accounts, credits.grants FROM canar_app;
GRANT INSERT (tenant_id, id, kind, action, reference, reverses, effective_at, hash_version, source, expires_at)
  ON credits.transactions TO canar_app;
GRANT INSERT (tenant_id) ON credits.accounts TO canar_app;
GRANT INSERT (tenant_id, id, source, reference, amount, expires_at, granted_at, transaction_id) ON credits.grants TO canar_app;
REVOKE INSERT ON billing.payments FROM canar_app;
GRANT INSERT (tenant_id, id, checkout_id, provider, provider_payment_id, amount, currency, paid_at) ON billing.payments TO canar_app;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON billing.provider_events
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

-- An account whose books disagree: nothing is spent until somebody has looked and says why it may go on.
CREATE TABLE credits.suspensions (
  tenant_id uuid NOT NULL REFERENCES credits.accounts,
  id uuid NOT NULL,
  faults jsonb NOT NULL, -- [{rule, sequence, subject}]
  suspended_at timestamptz NOT NULL,
  lifted_at timestamptz,
  lifted_reason text CHECK (length(lifted_reason) BETWEEN 1 AND 500),
  PRIMARY KEY (tenant_id, id),
  CHECK ((lifted_at IS NULL) = (lifted_reason IS NULL))
);
CREATE UNIQUE INDEX one_open_suspension ON credits.suspensions (tenant_id) WHERE lifted_at IS NULL;
CALL platform.isolate('credits.suspensions');
GRANT SELECT, INSERT, UPDATE (lifted_at, lifted_reason) ON credits.suspensions TO canar_app;
