import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

import { findProgram, MissingProgramError, programPath } from '.';

let folder: string;
let said: jest.SpyInstance;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'canar-programs-'));
  said = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
});

afterEach(() => {
  said.mockRestore();
  rmSync(folder, { recursive: true });
});

function install(name: string, mode = 0o755): string {
  const path = join(folder, name);
  writeFileSync(path, '');
  chmodSync(path, mode);
  return path;
}

describe('finding a program', () => {
  it('takes the first executable file of its names on the PATH', () => {
    mkdirSync(join(folder, 'empty'));
    const path = install('valkey-server');
    expect(findProgram('redis-server', { PATH: [join(folder, 'empty'), folder].join(delimiter) })).toBe(path);
  });

  it('does not take a folder or a file that cannot be executed', () => {
    mkdirSync(join(folder, 'redis-server'));
    install('pdftotext', 0o644);
    expect(findProgram('redis-server', { PATH: folder })).toBeNull();
    expect(findProgram('pdftotext', { PATH: folder })).toBeNull();
  });

  it('prefers the path that its variable names, and does not fall back from a wrong one', () => {
    install('redis-server');
    const own = install('my-redis');
    expect(findProgram('redis-server', { PATH: folder, REDIS_SERVER_PATH: own })).toBe(own);
    expect(findProgram('redis-server', { PATH: folder, REDIS_SERVER_PATH: join(folder, 'gone') })).toBeNull();
  });
});

describe('the policy for a missing program', () => {
  it('leaves its suites out on a laptop and says once how to install it', () => {
    expect(programPath('pdftotext', { PATH: folder })).toBeNull();
    expect(programPath('pdftotext', { PATH: folder })).toBeNull();
    expect(said).toHaveBeenCalledTimes(1);
    expect(said).toHaveBeenCalledWith(expect.stringContaining('install'));
  });

  it('fails in CI', () => {
    expect(() => programPath('redis-server', { PATH: folder, CI: 'true' })).toThrow(MissingProgramError);
  });

  it('finds it in CI when it is there', () => {
    const path = install('redis-server');
    expect(programPath('redis-server', { PATH: folder, CI: 'true' })).toBe(path);
  });
});
