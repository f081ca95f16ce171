-- A person states to be an adult, or that a guardian agrees for them, as they agree to the texts: with a version, once, unchangeable.

ALTER TABLE auth.consents DROP CONSTRAINT consents_document_check;
ALTER TABLE auth.consents ADD CONSTRAINT consents_document_check CHECK (document IN ('terms', 'privacy', 'age'));
