-- The bare writes of a save in one function: a revision, a charge, two entries and the balance; no isolation, no idempotency, no checks.
CREATE SCHEMA bench;
CREATE TABLE bench.accounts (
  id int PRIMARY KEY,
  balance bigint NOT NULL CHECK (balance >= 0),
  sequence bigint NOT NULL DEFAULT 0,
  hash bytea NOT NULL DEFAULT ''
);
CREATE TABLE bench.drafts (account int, profile int, document jsonb NOT NULL, PRIMARY KEY (account, profile));
CREATE TABLE bench.revisions (
  account int, profile int, number int, document jsonb NOT NULL, saved_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (account, profile, number)
);
CREATE TABLE bench.entries (
  account int, sequence bigint, book text NOT NULL, amount bigint NOT NULL, balance_after bigint NOT NULL, hash bytea NOT NULL,
  PRIMARY KEY (account, sequence)
);

CREATE FUNCTION bench.save(_account int, _profile int) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  draft jsonb;
  paid bench.accounts;
BEGIN
  SELECT document INTO draft FROM bench.drafts WHERE account = _account AND profile = _profile FOR UPDATE;
  INSERT INTO bench.revisions (account, profile, number, document)
    SELECT _account, _profile, coalesce(max(number), 0) + 1, draft FROM bench.revisions
    WHERE account = _account AND profile = _profile;
  UPDATE bench.accounts
    SET balance = balance - 5, sequence = sequence + 2, hash = sha256(hash || int8send(sequence) || int8send(balance))
    WHERE id = _account RETURNING * INTO paid;
  INSERT INTO bench.entries VALUES
    (_account, paid.sequence - 1, 'wallet', -5, paid.balance, paid.hash),
    (_account, paid.sequence, 'spent', 5, paid.balance, paid.hash);
  RETURN paid.balance;
END $$;
