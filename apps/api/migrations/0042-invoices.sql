-- Invoices and credit notes. Numbers form a gapless series per seller, kind of document and financial year of India: the last
-- number of a series and the document that has it are written in one transaction, or neither is.

-- Who buys, as the documents of later payments name them.
CREATE TABLE billing.buyers (
  tenant_id uuid PRIMARY KEY REFERENCES auth.tenants,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  address text CHECK (length(address) BETWEEN 1 AND 500),
  state text CHECK (state ~ '^\d{2}$'), -- the code of a state or union territory in GST
  gstin text CHECK (gstin ~ '^\d{2}[A-Z]{5}\d{4}[A-Z][0-9A-Z]{3}$' AND left(gstin, 2) = state)
);
CALL platform.isolate('billing.buyers');
GRANT SELECT, INSERT, UPDATE ON billing.buyers TO canar_app;

-- Global: a series is the seller's, whoever buys.
CREATE TABLE billing.invoice_series (
  seller text NOT NULL, -- the GSTIN, or the name of a seller without one
  prefix text NOT NULL CHECK (prefix ~ '^[A-Z]{2}$'),
  financial_year smallint NOT NULL, -- the year in which it begins
  last integer NOT NULL CHECK (last BETWEEN 1 AND 9999999),
  last_issued_at timestamptz NOT NULL,
  PRIMARY KEY (seller, prefix, financial_year)
);
GRANT SELECT, INSERT, UPDATE (last, last_issued_at) ON billing.invoice_series TO canar_app;

CREATE TABLE billing.invoices (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('invoice', 'credit_note')),
  payment_id uuid NOT NULL,
  refund_id uuid,
  seller text NOT NULL,
  prefix text NOT NULL,
  financial_year smallint NOT NULL,
  position integer NOT NULL CHECK (position > 0),
  number text NOT NULL CHECK (number ~ '^[A-Z0-9/-]{1,16}$'),
  issued_at timestamptz NOT NULL,
  occurred_at timestamptz NOT NULL, -- the payment, or the refund
  amount bigint NOT NULL CHECK (amount > 0), -- paise, of which the next four are the parts
  taxable bigint NOT NULL,
  cgst bigint NOT NULL CHECK (cgst >= 0),
  sgst bigint NOT NULL CHECK (sgst >= 0),
  igst bigint NOT NULL CHECK (igst >= 0),
  content jsonb NOT NULL, -- seller, buyer, place of supply and what was sold, as they were at the issue
  PRIMARY KEY (tenant_id, id),
  UNIQUE (seller, prefix, financial_year, position),
  UNIQUE (seller, number),
  FOREIGN KEY (tenant_id, payment_id) REFERENCES billing.payments (tenant_id, id),
  FOREIGN KEY (tenant_id, refund_id) REFERENCES billing.refunds (tenant_id, id),
  CONSTRAINT invoices_add_up CHECK (amount = taxable + cgst + sgst + igst),
  CONSTRAINT invoices_have_one_tax CHECK (cgst = sgst AND (igst = 0 OR cgst = 0)),
  CONSTRAINT invoices_credit_a_refund CHECK ((kind = 'credit_note') = (refund_id IS NOT NULL))
);
CREATE UNIQUE INDEX one_invoice_of_one_payment ON billing.invoices (tenant_id, payment_id) WHERE kind = 'invoice';
CREATE UNIQUE INDEX one_credit_note_of_one_refund ON billing.invoices (tenant_id, refund_id) WHERE refund_id IS NOT NULL;
CREATE INDEX invoices_listed ON billing.invoices (tenant_id, issued_at DESC, id DESC);
CALL platform.isolate('billing.invoices');
GRANT SELECT, INSERT ON billing.invoices TO canar_app;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON billing.invoices
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE OR TRUNCATE ON billing.invoice_series
  FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

-- At COMMIT: a series goes on by one, and the number that it took has its document.
CREATE FUNCTION billing.check_series() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE before integer := 0;
BEGIN
  IF TG_OP = 'UPDATE' THEN before := OLD.last; END IF;
  IF NEW.last <> before + 1 OR NOT EXISTS (
    SELECT 1 FROM billing.invoices i WHERE i.seller = NEW.seller AND i.prefix = NEW.prefix
      AND i.financial_year = NEW.financial_year AND i.position = NEW.last)
  THEN RAISE EXCEPTION 'a series of invoices has no gap' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER series_has_no_gap AFTER INSERT OR UPDATE ON billing.invoice_series
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION billing.check_series();

-- At COMMIT: a document has a number that its series has reached.
CREATE FUNCTION billing.check_position() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM billing.invoice_series s WHERE s.seller = NEW.seller AND s.prefix = NEW.prefix
      AND s.financial_year = NEW.financial_year AND s.last >= NEW.position)
  THEN RAISE EXCEPTION 'an invoice is ahead of its series' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER position_is_reached AFTER INSERT ON billing.invoices
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION billing.check_position();
