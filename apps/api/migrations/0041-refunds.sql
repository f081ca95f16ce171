-- What was given back of captured money, as its provider tells it; a refund may be told before its capture. The credits that it takes
-- back are those of the payment's grant.

CREATE TABLE billing.refunds (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  order_id uuid NOT NULL,
  provider text NOT NULL,
  provider_refund_id text NOT NULL,
  provider_payment_id text NOT NULL,
  amount bigint NOT NULL CHECK (amount > 0), -- in the smallest unit of its currency
  currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  refunded_at timestamptz NOT NULL,
  told_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (provider, provider_refund_id),
  FOREIGN KEY (tenant_id, order_id) REFERENCES billing.orders (tenant_id, id)
);
CREATE INDEX refunds_of_payment ON billing.refunds (tenant_id, provider, provider_payment_id);
CALL platform.isolate('billing.refunds');
GRANT SELECT, INSERT ON billing.refunds TO canar_app;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON billing.refunds
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

-- Money that bought nothing and was refunded at the provider waits no longer.
GRANT UPDATE (state) ON billing.unmatched_payments TO canar_app;

-- What each refund takes back of a line of grants, once; `complete` when nothing of the line is to be spent any more.
CREATE TABLE credits.take_backs (
  tenant_id uuid NOT NULL,
  reference uuid NOT NULL, -- the refund
  grant_id uuid NOT NULL, -- the first of the line
  amount bigint NOT NULL CHECK (amount >= 0), -- what was due; more may have been spent than is left of it
  complete boolean NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, reference),
  FOREIGN KEY (tenant_id, grant_id) REFERENCES credits.grants (tenant_id, id)
);
CREATE INDEX take_backs_of_grant ON credits.take_backs (tenant_id, grant_id);
CALL platform.isolate('credits.take_backs');
GRANT SELECT, INSERT ON credits.take_backs TO canar_app;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON credits.take_backs
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
