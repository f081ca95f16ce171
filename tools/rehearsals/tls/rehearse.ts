import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { get as getPlain } from 'node:http';
import { get as getEncrypted, type RequestOptions } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@canar/test-programs';
import { BuiltApi } from '../built-api';
import { Authority, type CertificateFiles } from './authority';
import { tlsNamesIn, type TlsNames } from './names';
import { Proxies, type Way } from './proxies';

const HEALTH = '/api/auth/health';

const PROGRAMS = ['nginx', 'openssl'];

/** Follows a request from a visitor to the built API over TLS, with the names of production's templates. */
async function rehearse(assembly: string): Promise<void> {
  const missing = PROGRAMS.filter((program) => spawnSync(program, ['version']).error !== undefined);
  if (missing.length > 0) {
    return console.log(`TLS rehearsal SKIPPED: install ${missing.join(' and ')}: apt-get install ${missing.join(' ')}`);
  }
  const names = tlsNamesIn(assembly);
  const folder = mkdtempSync(join(tmpdir(), 'canar-tls-'));
  const api = await BuiltApi.start({ PUBLIC_URL: `https://${names.site}`, TLS: 'self-signed', TRUST_PROXY: '2' });
  try {
    await checkTarget(api);
    await checkWays(names, folder, api.port);
  } finally {
    await api.stop();
    rmSync(folder, { recursive: true });
  }
  console.log('\nEvery connection from the visitor to the API is encrypted, and CloudFront checks the load balancer.');
}

/** What the load balancer does with a task: it asks by HTTPS for its health, and checks no certificate. */
async function checkTarget(api: BuiltApi): Promise<void> {
  const target = { host: '127.0.0.1', port: api.port, path: HEALTH };
  while ((await statusOf(getEncrypted, { ...target, rejectUnauthorized: false })) !== 200) {
    if (api.hasEnded) throw new Error('The API ended.');
    await pause(100);
  }
  show('the load balancer finds a task healthy by HTTPS', 200, 200);
  show('a health check by HTTP would find none healthy', await statusOf(getPlain, target), 0);
}

async function checkWays(names: TlsNames, folder: string, apiPort: number): Promise<void> {
  const authority = new Authority(folder, 'A public authority');
  const stranger = new Authority(folder, 'An unknown authority');
  const { cloudFront, loadBalancer } = names.certificates;
  const wayTo = async (balancerCertificate: CertificateFiles): Promise<Way> => ({
    edgePort: await freePort(),
    balancerPort: await freePort(),
    balancerCertificate,
  });
  const right = await wayTo(authority.certify('balancer', loadBalancer));
  const wrongName = await wayTo(authority.certify('site-alone', [names.site]));
  const unknown = await wayTo(stranger.certify('unknown', loadBalancer));
  const proxies = await Proxies.start([right, wrongName, unknown], {
    folder,
    apiPort,
    edgeCertificate: authority.certify('edge', cloudFront),
    trusted: authority.certificate,
    origin: names.origin,
  });
  try {
    const ca = readFileSync(authority.certificate);
    const through = (way: Way, servername: string) =>
      statusOf(getEncrypted, { host: '127.0.0.1', port: way.edgePort, path: HEALTH, servername, ca });
    show(`a visitor reaches the API at ${names.site}, by ${names.origin}`, await through(right, names.site), 200);
    show(`CloudFront's certificate covers subdomains`, await through(right, `www.${names.site}`), 200);
    show('and no other name', await through(right, 'another.example'), 0);
    show(`a load balancer certified for ${names.site} alone answers nobody`, await through(wrongName, names.site), 502);
    show('nor does one certified by an unknown authority', await through(unknown, names.site), 502);
  } finally {
    await proxies.stop();
  }
}

/** The status of an answer, or 0 when there is none. */
function statusOf(get: typeof getEncrypted, options: RequestOptions): Promise<number> {
  return new Promise((answer) => {
    get({ ...options, agent: false }, (response) => {
      response.resume();
      answer(response.statusCode ?? 0);
    }).on('error', () => answer(0));
  });
}

function show(statement: string, status: number, expected: number): void {
  console.log(`  ${status === expected ? '✓' : '✗'} ${statement}: ${status || 'no answer'}`);
  if (status !== expected) throw new Error(`Expected ${expected || 'no answer'}.`);
}

rehearse(process.argv[2] ?? 'infra/cdk.out').catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
