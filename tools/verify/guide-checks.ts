import type { Report, Observation } from './report';

const FOREIGN = 'https://malicious-site.com';
const FIELDS = ['success', 'strategy', 'environment', 'timestamp'];
const STRATEGIES = ['jwt', 'session', 'hybrid'];
const ENVIRONMENTS = ['development', 'test', 'production'];
const CLOCKS_APART_MS = 5 * 60_000;

/** The health check, the foreign origin and the wrong password: exactly what the deployment guide requires. */
export async function checkDeploymentGuide(report: Report, address: string): Promise<void> {
  const environment = isThisMachine(address) ? 'any environment' : 'production';
  await report.check('GET /api/auth/health', `200, the four fields exactly, ${environment}`, () => health(address));
  await report.check('OPTIONS /api/login from a foreign origin', 'no allow-origin', () => foreignOrigin(address));
  await report.check('POST /api/login, wrong password', '401 problem credentials.wrong', () => wrongPassword(address));
  await report.check('GET /api/user without a token', '401 problem', () => withoutToken(address));
}

async function health(address: string): Promise<Observation> {
  const answer = await fetch(`${address}/api/auth/health`);
  const text = await answer.text();
  return { seen: `${answer.status} ${text}`, passes: answer.status === 200 && isHealthBody(JSON.parse(text), address) };
}

/** Exactly the body of the guide: no field more or less, each of its type. */
function isHealthBody(body: unknown, address: string): boolean {
  if (typeof body !== 'object' || body === null) return false;
  const { success, strategy, environment, timestamp } = body as Record<string, unknown>;
  const environments = isThisMachine(address) ? ENVIRONMENTS : ['production'];
  return (
    Object.keys(body).join() === FIELDS.join() &&
    success === true &&
    STRATEGIES.includes(String(strategy)) &&
    environments.includes(String(environment)) &&
    isNow(timestamp)
  );
}

function isNow(timestamp: unknown): boolean {
  if (typeof timestamp !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(timestamp)) return false;
  return Math.abs(Date.parse(timestamp) - Date.now()) < CLOCKS_APART_MS;
}

async function foreignOrigin(address: string): Promise<Observation> {
  const headers = {
    Origin: FOREIGN,
    'Access-Control-Request-Method': 'POST',
    'Access-Control-Request-Headers': 'Content-Type',
  };
  const answer = await fetch(`${address}/api/login`, { method: 'OPTIONS', headers });
  const allowed = answer.headers.get('access-control-allow-origin');
  return { seen: allowed === null ? `${answer.status}, none` : `allow-origin ${allowed}`, passes: allowed === null };
}

async function wrongPassword(address: string): Promise<Observation> {
  const answer = await fetch(`${address}/api/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: 'test@example.com', password: 'wrongpassword' }),
  });
  return problem(answer, 401, 'credentials.wrong');
}

async function withoutToken(address: string): Promise<Observation> {
  return problem(await fetch(`${address}/api/user`), 401);
}

async function problem(answer: Response, status: number, code?: string): Promise<Observation> {
  const kind = answer.headers.get('content-type')?.split(';')[0] ?? 'no content type';
  const body = (await answer.json().catch(() => ({}))) as { status?: unknown; code?: unknown };
  const passes =
    answer.status === status &&
    kind === 'application/problem+json' &&
    body.status === status &&
    (code === undefined || body.code === code);
  return { seen: `${answer.status} ${kind} ${String(body.code ?? '')}`.trim(), passes };
}

/** Whether the installation runs on this machine, in any environment. */
function isThisMachine(address: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(address).hostname);
}
