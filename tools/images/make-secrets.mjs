// Makes the secrets of a container installation at its first start and leaves them alone afterwards.
// Usage, as root, with the folder that the containers share: node make-secrets.mjs FOLDER
import { chownSync, existsSync, writeFileSync } from 'node:fs';
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

if (existsSync(join(folder, 'canar.env'))) {
  console.log('The secrets are there.');
} else {
  const admin = secret();
  const variables = {
    DATABASE_ADMIN_URL: database('postgres', admin, 'postgres'),
    DATABASE_MIGRATION_URL: database('canar_owner', secret(), 'canar_db'),
    DATABASE_URL: database('canar_app', secret(), 'canar_db'),
    JWT_SECRET: secret(),
    SANDBOX_SECRET: secret(),
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
