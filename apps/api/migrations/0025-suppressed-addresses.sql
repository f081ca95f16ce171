-- Addresses that are written to no more: mail to them came back for good, or their owner called it spam.

CREATE TABLE platform.suppressed_addresses (
  address_key text PRIMARY KEY, -- NFC, lower case
  reason text NOT NULL CHECK (reason IN ('bounce', 'complaint')),
  since timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE, DELETE ON platform.suppressed_addresses TO canar_app;
