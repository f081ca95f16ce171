import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import { type Person, registerPerson } from './auth/testing';
import { subscribe } from './billing/testing';
import { openApiOf } from './platform/http/openapi';
import { createProfile, readDraft, saveDocument } from './profiles/testing';
import { startTestApp, type TestApp } from './test-app';
import { ContractFaults } from './platform/testing/fuzz/contract-faults';
import { type HostileRequest, hostileRequests, type KnownValues } from './platform/testing/fuzz/hostile-requests';

const wanted = Number(process.env['FUZZ_REQUESTS'] ?? 10_000);
const seed = Number(process.env['FUZZ_SEED'] ?? randomInt(2 ** 31));
/** After so many requests the fuzzer starts afresh: some of them delete profiles or end sessions. */
const round = 1_000;

/** What is real: the API, without a socket, and PostgreSQL. */
let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

async function prepare(): Promise<{ person: Person; known: KnownValues }> {
  const person = await registerPerson(test.app);
  await subscribe(person);
  const profiles = [await createProfile(person), await createProfile(person), await createProfile(person)].map(
    ({ id }) => id,
  );
  const [id = ''] = profiles;
  await saveDocument(person, id, { basics: { name: 'Asha Rao' } });
  await person.api.put(`/api/profiles/${id}/publication`, { body: { slug: 'fuzzed-page', visibility: 'public' } });
  return { person, known: { profiles, etag: (await readDraft(person, id)).etag } };
}

async function faultOf(request: HostileRequest, person: Person, faults: ContractFaults): Promise<string | null> {
  const { method, template, url, payload } = request;
  const tokens = ['', person.accessToken ?? '', 'forged'];
  // Whoever signs out is somebody else, or the round would be over.
  const ends =
    template === '/api/logout' ||
    (method === 'DELETE' && template === '/api/account') ||
    (method === 'DELETE' && template.startsWith('/api/auth/sessions'));
  const token = ends ? '' : tokens[request.caller];
  const headers = { ...request.headers, ...(token && { authorization: `Bearer ${token}` }) };
  const answer = await test.app.inject({ method, url, headers, ...(payload !== undefined && { payload }) });
  const type = String(answer.headers['content-type'] ?? '');
  return faults.find(method, template, { status: answer.statusCode, type, body: answer.payload });
}

it('answers every hostile request as the contract says, and none with 5xx', async () => {
  const begun = process.cpuUsage();
  const contract = openApiOf(test.app);
  const faults = new ContractFaults(contract);
  const found: string[] = [];
  let sent = 0;
  while (sent < wanted) {
    const { person, known } = await prepare();
    const numRuns = Math.min(round, wanted - sent);
    for (const request of fc.sample(hostileRequests(contract, known), { seed: seed + sent, numRuns })) {
      const fault = await faultOf(request, person, faults);
      if (fault !== null)
        found.push(`${request.method} ${request.url} ${request.payload ?? ''}: ${fault}`.slice(0, 700));
    }
    sent += numRuns;
  }
  const { user, system } = process.cpuUsage(begun);
  const seconds = Math.round((user + system) / 1e6);
  process.stderr.write(
    `Fuzzer: ${sent} requests, seed ${seed}, ${found.length} faults, ${seconds} s of processor time\n`,
  );
  expect(found.slice(0, 20)).toEqual([]);
}, 3_600_000);
