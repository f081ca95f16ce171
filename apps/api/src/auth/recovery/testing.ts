import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiCaller, type TestResponse } from '../../platform/testing/api-caller';
import { startPeer, startTestApp, type TestApp } from '../../test-app';
import type { SignedIn } from '../dto/auth.dto';
import { mailedTokens, type Person } from '../testing';
import { jobsDone, mailsTo } from '../../platform/testing/captured-mails';

export const newPassword = 'another quiet phrase';

/** Two processes of the API over one PostgreSQL, its jobs, and the captured mails; what a person does who has lost access. */
export class RecoveryTest {
  readonly anonymous: ApiCaller;

  private constructor(
    readonly api: TestApp,
    readonly peer: NestFastifyApplication,
  ) {
    this.anonymous = new ApiCaller(api.app);
  }

  static async start(): Promise<RecoveryTest> {
    const api = await startTestApp({ AUTH_STRATEGY: 'hybrid' });
    return new RecoveryTest(api, await startPeer(api));
  }

  async close(): Promise<void> {
    await this.peer.close();
    await this.api.close();
  }

  /** Sends a body to a route under `/api/auth/`. */
  post(route: string, body: object): Promise<TestResponse<Record<string, unknown>>> {
    return this.anonymous.post(`/api/auth/${route}`, { body });
  }

  forgot(email: string) {
    return this.post('forgot-password', { email });
  }

  reset(token: string, password = newPassword) {
    return this.post('reset-password', { token, password });
  }

  signIn(email: string, password: string): Promise<TestResponse<SignedIn>> {
    return this.anonymous.post<SignedIn>('/api/login', { body: { email, password } });
  }

  /** Asks for a link for a new password. @returns the token of the last of the expected links */
  async resetToken({ user }: Person, expected = 1): Promise<string> {
    await this.forgot(user.email);
    return (await mailedTokens(this.api, user.email, '/reset-password/', expected))[expected - 1] ?? '';
  }

  async verifyToken({ user }: Person, expected = 1): Promise<string> {
    return (await mailedTokens(this.api, user.email, '/verify-email/', expected))[expected - 1] ?? '';
  }

  /** The subjects of the mails to an address in alphabetical order, when its jobs are done. */
  async subjectsTo(email: string): Promise<string[]> {
    return (await mailsTo(this.api, email)).map(({ subject }) => subject).sort();
  }

  jobsDone(): Promise<void> {
    return jobsDone(this.api);
  }
}
