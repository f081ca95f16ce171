-- How often a published profile was looked at and taken along, by UTC day. A row is one value of one facet: what was asked for
-- (`kind`), with what and from where a page was viewed (`device`, `referrer`), and by which share link a page was viewed
-- (`link`) or a file taken (`link-download`). Facets are not crossed, so that a day has few rows however many visitors it has.
-- Of a visitor nothing is kept: no address, no browser, no time but the day.
CREATE TABLE profiles.visit_counts (
  tenant_id uuid NOT NULL,
  profile_id uuid NOT NULL,
  day date NOT NULL,
  facet text NOT NULL,
  value text NOT NULL, -- of a referrer: a host, '' for none, '*' for those beyond the first hosts of a day; of a link: its id
  count integer NOT NULL CHECK (count > 0),
  PRIMARY KEY (tenant_id, profile_id, day, facet, value),
  FOREIGN KEY (tenant_id, profile_id) REFERENCES profiles.profiles (tenant_id, id) ON DELETE CASCADE,
  CHECK (CASE facet
    WHEN 'kind' THEN value IN ('page', 'pdf', 'json', 'markdown', 'vcard', 'cv')
    WHEN 'device' THEN value IN ('desktop', 'mobile', 'tablet', 'other')
    WHEN 'referrer' THEN length(value) <= 253
    WHEN 'link' THEN value ~ '^[0-9a-f-]{36}$'
    WHEN 'link-download' THEN value ~ '^[0-9a-f-]{36}$'
    ELSE false END)
);
CREATE INDEX visit_counts_age ON profiles.visit_counts (day);

CALL platform.isolate('profiles.visit_counts');
GRANT SELECT ON profiles.visit_counts TO canar_app;

-- Counts of many tenants are added in one transaction, and forgotten by a job. A profile that was purged meanwhile is not counted.
GRANT SELECT, INSERT, UPDATE (count), DELETE ON profiles.visit_counts TO canar_jobs;
CREATE POLICY jobs ON profiles.visit_counts TO canar_jobs USING (true) WITH CHECK (true);
CREATE POLICY counting ON profiles.profiles FOR SELECT TO canar_jobs USING (true);
