import { access, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { Actor, ActorError, bodyOf } from '@canar/actor';

import { LaunchError } from '../terminal/launch.errors';
import type { Progress } from '../terminal/progress';
import type { Secrets } from '../data/secrets';

/** The sample account. */
export const SAMPLE_EMAIL = 'sample@canar.example';

/** Sample résumés of the package @jsonresume/schema, with the title and slug of their profiles. */
const SAMPLES = [
  { file: 'examples/senior-engineer.resume.json', title: 'Staff engineer', slug: 'lena-vasquez' },
  { file: 'examples/career-changer.resume.json', title: 'Data analyst', slug: 'daniel-reyes' },
  { file: 'examples/new-grad.resume.json', title: 'Graduate', slug: 'maya-okonkwo' },
  { file: 'sample.resume.json', title: 'Programmer', slug: 'richard-hendriks' },
] as const;

/**
 * Fills the sample account through the API: registers, buys Basic in the sandbox, imports, saves and publishes.
 * Existing profiles are not changed.
 * @returns the addresses of the published profiles
 * @throws LaunchError when a request is rejected, or the account exists with another password
 */
export async function seedSampleAccount(
  origin: string,
  password: string,
  working: (text: string) => void,
): Promise<string[]> {
  const actor = new Actor(origin, { email: SAMPLE_EMAIL, password, name: 'Sample Account' });
  try {
    working('account');
    await signInOrRegister(actor);
    working('plan');
    if ((await actor.subscriptionStatus()) !== 'active') await actor.subscribe();
    const { profiles } = await bodyOf(actor.client.GET('/api/profiles', { params: { query: { limit: 100 } } }));
    for (const sample of SAMPLES) {
      if (profiles.some(({ title }) => title === sample.title)) continue;
      working(sample.title);
      await addProfile(actor, sample);
    }
  } catch (error) {
    throw error instanceof ActorError ? new LaunchError(error.message) : error;
  }
  return SAMPLES.map(({ slug }) => `${origin}/p/${slug}`);
}

/**
 * Fills the sample account once for each embedded database; the product also runs without it.
 * @returns lines to print: how to sign in
 */
export async function seedFirstTime(
  progress: Progress,
  origin: string,
  { samplePassword }: Secrets,
  databaseFolder: string | null,
): Promise<string[]> {
  if (databaseFolder === null) return ['npm run seed fills a sample account.'];
  const marker = join(databaseFolder, 'sample-account');
  const lines = [`Sign in as     ${SAMPLE_EMAIL}`, `Password       ${samplePassword}`];
  if (await exists(marker)) return lines;
  try {
    const [first] = await progress.step('Sample account', ({ working }) => {
      return seedSampleAccount(origin, samplePassword, working);
    });
    await writeFile(marker, '');
    return [...lines, `A public page  ${first}`];
  } catch (error) {
    if (!(error instanceof LaunchError)) throw error;
    return [`The sample account could not be filled: ${error.message}`];
  }
}

async function signInOrRegister(actor: Actor): Promise<void> {
  const unless = (status: number) => (error: unknown) => {
    if (!(error instanceof ActorError) || error.status !== status) throw error;
    return false;
  };
  const signedIn = actor.signIn().then(() => true);
  if (await signedIn.catch(unless(401))) return;
  const registered = actor.register().then(() => true);
  if (await registered.catch(unless(409))) return;
  throw new LaunchError(`${SAMPLE_EMAIL} exists with another password: it is left unchanged.`);
}

async function addProfile(actor: Actor, { file, title, slug }: (typeof SAMPLES)[number]): Promise<void> {
  const resume = createRequire(import.meta.url)(`@jsonresume/schema/${file}`) as object;
  const id = await actor.createProfile(title);
  const params = { path: { id } };
  const { document } = await bodyOf(actor.client.POST('/api/profiles/{id}/import', { params, body: resume }));
  const etag = await actor.editDraft(id, document);
  await bodyOf(actor.saveRevision({ id, etag }));
  await actor.publish(id, slug);
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
