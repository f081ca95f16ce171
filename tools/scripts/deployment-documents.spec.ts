import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** The rows of every table of a page, without heads and rules. */
function rowsOf(page: string): string[][] {
  const lines = page.split('\n').filter((line) => line.startsWith('|'));
  const body = lines.filter((line, index) => !/^\|[-\s|]*$/.test(line) && !/^\|[-\s|]*$/.test(lines[index + 1] ?? ''));
  return body.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const codeIn = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
const PLACES = /^((apps|infra|libs|tools|docs|\.github)\/|Dockerfile|deploy\.sh$|docker-compose)/;

describe('docs/deployment-requirements.md', () => {
  const page = read('docs/deployment-requirements.md');
  const rows = rowsOf(page);

  it('finds an answer and a proof for every requirement', () => {
    expect(rows.length).toBeGreaterThan(60);
    expect(rows.filter((cells) => cells.length !== 3 || cells.some((cell) => cell === ''))).toEqual([]);
  });

  it.each(rows)('%s', (_asked, fulfilledBy, heldBy) => {
    const files = codeIn(`${fulfilledBy} ${heldBy}`).filter((code) => PLACES.test(code));
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
    expect(files.length + codeIn(String(heldBy)).length).toBeGreaterThan(0);
  });

  it('quotes only titles of tests that the named files have', () => {
    const quoted = rows.flatMap(([, , shownBy = '']) => [...shownBy.matchAll(/`([^`]+spec\.ts)`: ([^`]+?)(?=; `|$)/g)]);
    const titles = quoted.flatMap(([, file = '', list = '']) => list.split('; ').map((title) => ({ file, title })));
    expect(titles.length).toBeGreaterThan(30);
    const isIn = (file: string) => (part: string) => read(file).includes(part.trim());
    expect(titles.filter(({ file, title }) => !title.split('…').every(isIn(file)))).toEqual([]);
  });

  it('finds only existing npm scripts in the documents', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = codeIn(page).flatMap((code) => /^npm run ([\w:]+)/.exec(code)?.[1] ?? []);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

describe('docs/deployment.md', () => {
  const page = read('docs/deployment.md');

  it('finds only existing deploy.sh commands in the documents', () => {
    const usage = read('deploy.sh');
    const commands = [...page.matchAll(/^\.\/deploy\.sh (?:--dry-run )?(\w+)/gm)].map(([, word = '']) => word);
    expect(commands.length).toBeGreaterThan(5);
    for (const command of commands) expect(usage).toContain(command);
  });

  it('finds only links to existing pages in the documents', () => {
    const targets = [...page.matchAll(/\]\(((?!http)[^)#]+)\)/g)].map(([, target = '']) => target);
    expect(targets.filter((target) => !existsSync(join(root, 'docs', target)))).toEqual([]);
  });
});
