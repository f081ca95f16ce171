import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { loadSecrets } from './secrets';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'canar-secrets-'));
  file = join(folder, 'secrets.json');
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('the secrets of a run', () => {
  it('are made up once and found again', async () => {
    const first = await loadSecrets(file);
    expect(await loadSecrets(file)).toEqual(first);
    expect(new Set(Object.values(first)).size).toBe(Object.keys(first).length);
  });

  it('can be read by their user only', async () => {
    await loadSecrets(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('keep what an older version made up and add the rest', async () => {
    const { jwtSecret } = await loadSecrets(file);
    writeFileSync(file, JSON.stringify({ jwtSecret }));
    const completed = await loadSecrets(file);
    expect(completed.jwtSecret).toBe(jwtSecret);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(completed);
  });

  it.each(['{"jwtSecret":', '{"jwtSecret":"short"}', '[]'])(
    'are not replaced when the file is damaged: %s',
    async (text) => {
      writeFileSync(file, text);
      await expect(loadSecrets(file)).rejects.toThrow(/damaged/);
      expect(readFileSync(file, 'utf8')).toBe(text);
    },
  );
});
