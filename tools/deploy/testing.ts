import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');

/** What a shell says that deploys for the first time. */
export const said = {
  CANAR_DOMAIN: 'staging.canar.dev/Z1',
  CANAR_ALERT_ADDRESS: 'you@canar.dev',
  CANAR_REPOSITORY: 'you@1/canar@2',
  CANAR_DEMO: 'true',
};

/** What a run did. */
interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly calls: string[];
}

/** deploy.sh before programs that only write down how they were called; one folder for each test. */
export function stubbedPrograms() {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'canar-deploy-'));
    for (const name of ['aws', 'docker', 'gh', 'git', 'node', 'npm', 'npx'])
      symlinkSync(join(__dirname, 'stub.sh'), join(folder, name));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Runs a program with the calls of this run alone. */
  const start = (program: string, args: string[], stub: Record<string, string> = {}): Run => {
    const log = join(folder, 'log');
    writeFileSync(log, '');
    const place = {
      PATH: `${folder}:${process.env['PATH']}`,
      HOME: folder,
      TMPDIR: folder,
      STUB_LOG: log,
      STUB_NODE: process.execPath,
    };
    const { status, stdout, stderr } = spawnSync(program, args, {
      cwd: root,
      env: { ...place, ...stub },
      encoding: 'utf8',
    });
    return { status, stdout, stderr, calls: readFileSync(log, 'utf8').split('\n').filter(Boolean) };
  };
  return {
    deploySh: (words: string, stub?: Record<string, string>) =>
      start('./deploy.sh', words.split(' ').filter(Boolean), stub),
    checkEnvironment: (stage: string, stub: Record<string, string>) =>
      start('tools/deploy/check-environment.sh', [stage], { GITHUB_REPOSITORY: 'you/canar', ...stub }),
    shell: (script: string) => start('bash', ['-c', script]),
    get folder() {
      return folder;
    },
  };
}
