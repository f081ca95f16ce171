// Creates the secrets of a container installation at its first start and never changes them afterwards.
// Usage, as root, with the folder that the containers share: node make-secrets.mjs FOLDER
import { appendFileSync, chownSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

const NODE_USER = 1000;
const [folder] = process.argv.slice(2);
if (!folder) throw new Error('Which folder do the containers share?');

const secret = () => randomBytes(32).toString('hex');
const database = (role, password, name) => `postgres://${role}:${password}@postgres:5432/${name}`;

function write(name, content, owner) {
  const path = join(folder, name);
  writeFileSync(path, content, { mode: 0o400 });
  chownSync(path, owner, owner);
}

const file = join(folder, 'canar.env');
if (existsSync(file)) {
  // An installation of an earlier version has no secret for captured mail.
  if (!mailboxSecret()) appendFileSync(file, `MAILBOX_SECRET=${secret()}\n`);
  console.log('The secrets are there.');
} else {
  const admin = secret();
  const variables = {
    DATABASE_ADMIN_URL: database('postgres', admin, 'postgres'),
    DATABASE_MIGRATION_URL: database('canar_owner', secret(), 'canar_db'),
    DATABASE_URL: database('canar_app', secret(), 'canar_db'),
    JWT_SECRET: secret(),
    SANDBOX_SECRET: secret(),
    MAILBOX_SECRET: secret(),
  };
  write('postgres-password', admin, 0);
  write(
    'canar.env',
    Object.entries(variables)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
    NODE_USER,
  );
  console.log('Made the secrets of this installation.');
}

console.log(`Captured mail is read at ${process.env.PUBLIC_URL ?? ''}/api/dev/mailbox?secret=${mailboxSecret()}`);

function mailboxSecret() {
  return /^MAILBOX_SECRET=(\S+)$/m.exec(readFileSync(file, 'utf8'))?.[1];
}
