-- What its owner calls a saved edit, such as "For Acme"; the edit itself is not altered by it. Visitors do not read it.
ALTER TABLE profiles.revisions ADD COLUMN name text CHECK (length(name) BETWEEN 1 AND 80);
GRANT UPDATE (name) ON profiles.revisions TO canar_app;

-- Words by which an owner finds a profile among many.
ALTER TABLE profiles.profiles ADD COLUMN tags text[] NOT NULL DEFAULT '{}' CHECK (cardinality(tags) <= 10);
