import { connect, createServer, type Server, type Socket } from 'node:net';
import type { Config } from '../config/config';
import { eventually } from '../testing/eventually';
import { createTestDatabase, type TestDatabase } from '../testing/test-database';
import { Notifications } from './notifications';
import type { UnitOfWork } from './unit-of-work';

/** A network between the process and its database, which can fall silent without a word. */
class Network {
  private readonly sockets: Socket[] = [];
  private server: Server | undefined;
  /** How often something has gone to the database. */
  messages = 0;

  async open(url: string): Promise<string> {
    const { port, hostname } = new URL(url);
    const server = createServer((near) => {
      const far = connect(Number(port), hostname);
      this.sockets.push(near, far);
      for (const socket of [near, far]) socket.on('error', () => undefined);
      near.on('data', () => (this.messages += 1));
      near.pipe(far).pipe(near);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    this.server = server;
    const here = new URL(url);
    here.port = String((server.address() as { port: number }).port);
    return here.href;
  }

  fallSilent(): void {
    for (const socket of this.sockets) socket.unpipe().pause();
  }

  close(): void {
    for (const socket of this.sockets) socket.destroy();
    this.server?.close();
  }
}

const patientMs = 20_000;
const impatientMs = 200;

/** Asks for a sign of life ten times a second, so that a test need not wait; loses its patience only when the test says so. */
class QuickNotifications extends Notifications {
  override patienceMs: number = patientMs;
  protected override readonly beatMs = 100;
}

let database: TestDatabase;
let notifications: Notifications | undefined;
const network = new Network();
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await notifications?.onApplicationShutdown();
  network.close();
  await database.drop();
});

it('replaces a LISTEN connection that has fallen silent', async () => {
  const url = await network.open(database.appUrl);
  const config = { env: { DATABASE_URL: url, DATABASE_AUTH: 'password', AWS_REGION: '' } } as unknown as Config;
  const listening = (notifications = new QuickNotifications(config, undefined as unknown as UnitOfWork));
  let lost = 0;
  listening.listen(
    'canar_test',
    () => undefined,
    () => {
      lost += 1;
      listening.patienceMs = patientMs;
    },
  );
  await listening.onApplicationBootstrap();
  lost = 0;
  const before = network.messages;
  await eventually(
    () => Promise.resolve(network.messages),
    (messages) => messages >= before + 5,
  );
  expect([listening.live, lost]).toEqual([true, 0]);
  network.fallSilent();
  listening.patienceMs = impatientMs;
  await eventually(
    () => Promise.resolve(lost),
    (times) => times > 0,
  );
  await eventually(() => Promise.resolve(listening.live), Boolean);
});
