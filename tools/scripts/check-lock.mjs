// Keeps package-lock.json installable everywhere: no download addresses, an entry for every platform's optional package, and a hash in
// every entry.
// `npm install` against a mirror that lacks a platform's binary drops its entry, and a later `npm ci` then rejects the lock file.
// Usage: node tools/scripts/check-lock.mjs [--fix]
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const fix = process.argv.includes('--fix');
const problems = [];

const platforms = { android: 'android', darwin: 'darwin', linux: 'linux', win32: 'win32' };
const processors = { arm64: 'arm64', x64: 'x64', arm: 'arm' };

/** The lock entry of a platform package, derived from its name: `…-linux-arm64-musl` runs on linux, arm64. */
function entryFor(name, version) {
  const words = name.split('-');
  const os = words.map((word) => platforms[word]).find(Boolean);
  const cpu = words.map((word) => processors[word]).find(Boolean);
  return { version, optional: true, ...(cpu && { cpu: [cpu] }), ...(os && { os: [os] }) };
}

/** The hash of a package as the registry publishes it. */
function hashOf(name, version) {
  return execFileSync('npm', ['view', `${name}@${version}`, 'dist.integrity'], { encoding: 'utf8' }).trim();
}

for (const [path, entry] of Object.entries(lock.packages)) {
  if (entry.resolved) {
    problems.push(`${path} holds a download address`);
    delete entry.resolved;
  }
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    const nested = `${path}/node_modules/${name}`;
    const top = `node_modules/${name}`;
    if (lock.packages[nested] || lock.packages[top]) continue;
    problems.push(`${name}, optional for ${path}, has no entry`);
    if (/^\d/.test(range)) lock.packages[top] = entryFor(name, range);
  }
}

for (const [path, entry] of Object.entries(lock.packages)) {
  if (path === '' || entry.integrity || entry.inBundle || entry.link) continue;
  problems.push(`${path} has no hash`);
  if (fix) entry.integrity = hashOf(path.split('node_modules/').pop(), entry.version);
}

if (problems.length > 0 && fix) {
  const { '': root, ...rest } = lock.packages;
  lock.packages = { '': root, ...Object.fromEntries(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1))) };
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`package-lock.json mended: ${problems.length} entries`);
} else if (problems.length > 0) {
  console.error([...problems, 'Mend it with: node tools/scripts/check-lock.mjs --fix'].join('\n'));
  process.exit(1);
}
