-- Whether a page says "Made with Canar" at its foot. Plans with the feature `unbranded` may leave it out.

ALTER TABLE profiles.publications ADD COLUMN branded boolean NOT NULL DEFAULT true;
GRANT SELECT (branded) ON profiles.publications TO canar_public;
