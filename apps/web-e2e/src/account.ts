import { Actor } from '@canar/actor';
import type { APIRequestContext } from '@playwright/test';

/** Registers a subscriber of Basic and signs in to the browser context of these requests. */
export async function subscriber(request: APIRequestContext, name: string): Promise<Actor> {
  const actor = await Actor.subscriber(process.env['CANAR_E2E_URL'] ?? '', { name });
  const { email, password } = actor.account;
  const response = await request.post('/api/login', { data: { email, password } });
  if (!response.ok()) throw new Error(`Signing in responded ${response.status()}: ${await response.text()}`);
  return actor;
}
