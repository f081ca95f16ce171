-- To which version of which text a person has agreed. Rows are added and never changed; they go with the person.

CREATE TABLE auth.consents (
  user_id uuid NOT NULL REFERENCES auth.users ON DELETE CASCADE,
  document text NOT NULL CHECK (document IN ('terms', 'privacy')),
  version date NOT NULL,
  given_at timestamptz NOT NULL,
  PRIMARY KEY (user_id, document, version)
);
GRANT SELECT, INSERT ON auth.consents TO canar_app;
