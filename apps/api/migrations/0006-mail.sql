-- Mail that left nowhere: without an SMTP server it is kept here and read on a page.

CREATE TABLE platform.captured_mails (
  id uuid PRIMARY KEY,
  recipient text NOT NULL,
  subject text NOT NULL,
  body text NOT NULL,
  html text,
  captured_at timestamptz NOT NULL
);
CREATE INDEX captured_mails_newest ON platform.captured_mails (captured_at DESC, id DESC);
CREATE INDEX captured_mails_recipient ON platform.captured_mails (lower(recipient), captured_at DESC, id DESC);

GRANT SELECT, INSERT ON platform.captured_mails TO canar_app;
