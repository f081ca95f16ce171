-- A provider may report that a mandate has ended before it reports that the mandate was given: the consent finds the report by the mandate.
ALTER TABLE billing.provider_events ADD COLUMN provider_mandate_id text;
CREATE INDEX provider_events_of_mandate ON billing.provider_events (provider, provider_mandate_id)
  WHERE provider_mandate_id IS NOT NULL;
