import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, openSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

/** The root of the repository. */
export const root = resolve(__dirname, '../../..');

/** What the drill's site consists of. */
export const FILES = {
  'index.html': '<title>Canar</title>',
  '404.html': 'Not found',
  '_next/static/app.js': 'export {};',
};

const SERVERS = 'ns-1.awsdns.com ns-2.awsdns.net';

/** What a run of deploy.sh did. */
export interface Run {
  readonly code: number | null;
  readonly output: string;
  readonly calls: readonly string[];
}

/** A folder in which deploy.sh finds everything of the repository, and stand-ins in front of the programs it calls. */
export class DrillPlace {
  /** Every call of every run: `asked`, or `answered` by a stand-in. */
  readonly calls: string[] = [];
  /** How often deploy.sh was run. */
  runs = 0;
  /** What the last run printed. */
  output = '';

  constructor(
    private readonly endpoint: string,
    private readonly home: string,
  ) {
    const programs = join(home, 'programs');
    mkdirSync(programs);
    for (const name of ['aws', 'docker', 'git', 'node', 'npm', 'npx']) {
      symlinkSync(join(__dirname, 'stand-in.sh'), join(programs, name));
    }
    copyFileSync(join(root, 'deploy.sh'), join(home, 'deploy.sh'));
    for (const name of ['tools', 'infra', 'libs', 'package.json']) symlinkSync(join(root, name), join(home, name));
    for (const [name, content] of Object.entries(FILES)) {
      const file = join(home, 'apps/web/out', name);
      mkdirSync(join(file, '..'), { recursive: true });
      writeFileSync(file, content);
    }
  }

  /** Runs deploy.sh to its end. @param more variables of its environment, which otherwise names no setting */
  async deploySh(words: string, more: Record<string, string>): Promise<Run> {
    this.runs += 1;
    const [log, printed] = [join(this.home, 'calls'), join(this.home, 'output')];
    writeFileSync(log, '');
    const file = openSync(printed, 'w');
    const run = spawn('bash', ['deploy.sh', ...words.split(' ')], {
      cwd: this.home,
      stdio: ['ignore', file, file],
      env: { ...this.environment(true), ...more },
    });
    const [code] = (await once(run, 'exit')) as [number | null];
    const calls = readFileSync(log, 'utf8').split('\n').filter(Boolean);
    this.calls.push(...calls);
    this.output = readFileSync(printed, 'utf8');
    return { code, output: this.output, calls: calls.map((call) => call.slice(call.indexOf(' ') + 1)) };
  }

  /** What the AWS command line prints, its errors too. */
  aws(...words: string[]): Promise<string> {
    return new Promise((answer) => {
      execFile('aws', words, { env: this.environment(false) }, (_error, stdout, stderr) =>
        answer(`${stdout}${stderr}`.trim()),
      );
    });
  }

  /** What CloudFormation says of a stack. */
  describe(stack: string, field: string): Promise<string> {
    const query = ['--query', `Stacks[0].${field}`, '--output', 'text'];
    return this.aws('cloudformation', 'describe-stacks', '--stack-name', stack, ...query);
  }

  /** Neither credentials nor a profile of the caller can lead to a real account. */
  private environment(withStandIns: boolean): Record<string, string> {
    const path = process.env['PATH'] ?? '';
    return {
      PATH: withStandIns ? [join(this.home, 'programs'), path].join(delimiter) : path,
      HOME: this.home,
      AWS_ENDPOINT_URL: this.endpoint,
      AWS_ACCESS_KEY_ID: 'drill',
      AWS_SECRET_ACCESS_KEY: 'drill',
      AWS_DEFAULT_REGION: 'us-east-1',
      AWS_EC2_METADATA_DISABLED: 'true',
      CANAR_BILLING_ALERTS: 'on',
      CI: 'true',
      NODE_NO_WARNINGS: '1',
      DRILL_HOME: this.home,
      DRILL_LOG: join(this.home, 'calls'),
      DRILL_NODE: process.execPath,
      DRILL_PATH: path,
      DRILL_ROOT: root,
      DRILL_SERVERS: SERVERS,
      DRILL_TSX: require.resolve('tsx'),
    };
  }
}
