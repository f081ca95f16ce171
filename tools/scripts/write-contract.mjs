// Writes the committed contract from the built API, or with --check compares them.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { operationsOf } from './operations.mjs';

const check = process.argv.includes('--check');
const committed = {
  openapi: 'libs/api-client/openapi.json',
  types: 'libs/api-client/src/contract.gen.ts',
  operations: 'libs/api-client/src/operations.gen.ts',
};
const scratch = mkdtempSync(join(tmpdir(), 'canar-contract-'));
const written = check
  ? {
      openapi: join(scratch, 'openapi.json'),
      types: join(scratch, 'contract.ts'),
      operations: join(scratch, 'operations.ts'),
    }
  : committed;

try {
  execFileSync('node', ['dist/apps/api/write-openapi.mjs', written.openapi], { stdio: 'inherit' });
  const types = ['openapi-typescript', written.openapi, '-o', written.types];
  // Fields with a default are optional in a request.
  execFileSync('npx', [...types, '--default-non-nullable=false'], { stdio: 'pipe' });
  writeFileSync(written.operations, operationsOf(JSON.parse(readFileSync(written.openapi, 'utf8'))));
  const drifted = Object.keys(committed).filter(
    (name) => readFileSync(committed[name], 'utf8') !== readFileSync(written[name], 'utf8'),
  );
  if (drifted.length > 0) {
    console.error('The committed contract differs from the code. Write it with: npm run contract');
    process.exitCode = 1;
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
