import type { Report, Observation } from './report';

const SECURE: Readonly<Record<string, RegExp>> = {
  'strict-transport-security': /max-age=\d{8,}/,
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^(strict-origin-when-cross-origin|no-referrer|same-origin)$/,
  'content-security-policy': /frame-ancestors 'none'/,
};

/** Checks the security headers of the site and the API; and, under https, the redirect from http. */
export async function checkHeaders(report: Report, address: string): Promise<void> {
  const names = 'HSTS, nosniff, referrer policy, no framing';
  await report.check('Security headers of the site', `200, ${names}`, () => secured(`${address}/`, 200));
  await report.check('Security headers of the API', `200, ${names}`, () => secured(`${address}/api/auth/health`, 200));
  await report.check('Cache of signed-in answers', 'no-store', () => neverStored(`${address}/api/user`));
  await report.check('A page that is not there', '404 page', () => noSuchPage(`${address}/no/such/page/`));
  if (address.startsWith('https:')) {
    await report.check('Plain http', 'a redirect to https', () => onlyEncrypted(address.replace('https:', 'http:')));
  }
}

async function secured(url: string, status: number): Promise<Observation> {
  const answer = await fetch(url);
  const missing = Object.entries(SECURE).filter(([name, pattern]) => !pattern.test(answer.headers.get(name) ?? ''));
  const seen = missing.length === 0 ? 'all of them' : `without ${missing.map(([name]) => name).join(', ')}`;
  return { seen: `${answer.status}, ${seen}`, passes: answer.status === status && missing.length === 0 };
}

async function neverStored(url: string): Promise<Observation> {
  const { headers } = await fetch(url);
  const seen = headers.get('cache-control') ?? 'no cache-control';
  return { seen, passes: seen.includes('no-store') };
}

async function noSuchPage(url: string): Promise<Observation> {
  const answer = await fetch(url, { headers: { accept: 'text/html' } });
  const kind = answer.headers.get('content-type') ?? '';
  return { seen: `${answer.status} ${kind}`, passes: answer.status === 404 && kind.startsWith('text/html') };
}

async function onlyEncrypted(url: string): Promise<Observation> {
  const answer = await fetch(url, { redirect: 'manual' });
  const target = answer.headers.get('location') ?? '';
  return {
    seen: `${answer.status} ${target}`.trim(),
    passes: answer.status >= 300 && answer.status < 400 && target.startsWith('https://'),
  };
}
