import { access, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { z } from 'zod';

import { LaunchError } from './launch.errors';
import { ProductClient } from './product-client';
import type { Progress } from './progress';
import type { Secrets } from './secrets';

/** The account that shows the product filled. */
export const SAMPLE_EMAIL = 'sample@canar.example';

/** The résumés that the package @jsonresume/schema brings, and under which title and address they are shown. */
const SAMPLES = [
  { file: 'examples/senior-engineer.resume.json', title: 'Staff engineer', slug: 'lena-vasquez' },
  { file: 'examples/career-changer.resume.json', title: 'Data analyst', slug: 'daniel-reyes' },
  { file: 'examples/new-grad.resume.json', title: 'Graduate', slug: 'maya-okonkwo' },
  { file: 'sample.resume.json', title: 'Programmer', slug: 'richard-hendriks' },
] as const;

const session = z.object({ accessToken: z.string() });
const subscription = z.object({ status: z.string() });
const checkout = z.object({ checkoutId: z.string() });
const profile = z.object({ id: z.string(), title: z.string() });
const list = z.object({ profiles: z.array(profile) });
const converted = z.object({ document: z.record(z.string(), z.unknown()) });

/**
 * Fills the sample account through the product's own API: registers, buys Basic in the sandbox checkout, imports,
 * saves and publishes. What is there already is left alone.
 * @returns the addresses of the published profiles
 * @throws LaunchError when the product refuses, or the account exists with another password
 */
export async function seedSampleAccount(
  origin: string,
  password: string,
  working: (text: string) => void,
): Promise<string[]> {
  const product = new ProductClient(origin);
  working('account');
  await signIn(product, password);
  working('plan');
  await buyBasic(product);
  const { profiles } = list.parse((await product.expect('GET', '/api/profiles?limit=100')).body);
  for (const sample of SAMPLES) {
    if (profiles.some(({ title }) => title === sample.title)) continue;
    working(sample.title);
    await addProfile(product, sample);
  }
  return SAMPLES.map(({ slug }) => `${origin}/p/${slug}`);
}

/**
 * Fills the sample account once in the life of an embedded database; the product runs without it, too.
 * @returns what to tell the person at the terminal: how to sign in
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

async function signIn(product: ProductClient, password: string): Promise<void> {
  const known = await product.send('POST', '/api/login', { email: SAMPLE_EMAIL, password });
  if (known.status === 200) return product.signInWith(session.parse(known.body).accessToken);
  const made = await product.send('POST', '/api/register', { email: SAMPLE_EMAIL, password, name: 'Sample Account' });
  if (made.status === 409) throw new LaunchError(`${SAMPLE_EMAIL} exists with another password: it is left as it is.`);
  if (made.status !== 201) throw new LaunchError(`The product refused the sample account with ${made.status}.`);
  product.signInWith(session.parse(made.body).accessToken);
}

async function buyBasic(product: ProductClient): Promise<void> {
  if ((await statusOf(product)) === 'active') return;
  const opened = await product.expect('POST', '/api/subscription/checkout', { plan: 'basic' });
  const { checkoutId } = checkout.parse(opened.body);
  await product.expect('POST', `/api/billing/sandbox/checkouts/${checkoutId}/pay`);
  for (const deadline = Date.now() + 15_000; Date.now() < deadline; await pause(100)) {
    if ((await statusOf(product)) === 'active') return;
  }
  throw new LaunchError('The sandbox payment of the sample account was not booked within 15 seconds.');
}

async function statusOf(product: ProductClient): Promise<string> {
  return subscription.parse((await product.expect('GET', '/api/subscription')).body).status;
}

async function addProfile(product: ProductClient, { file, title, slug }: (typeof SAMPLES)[number]): Promise<void> {
  const resume: unknown = createRequire(import.meta.url)(`@jsonresume/schema/${file}`);
  const { id } = profile.parse((await product.expect('POST', '/api/profiles', { title })).body);
  const { document } = converted.parse((await product.expect('POST', `/api/profiles/${id}/import`, resume)).body);
  const empty = await product.expect('GET', `/api/profiles/${id}/draft`);
  const draft = await product.expect('PUT', `/api/profiles/${id}/draft`, { document }, empty.etag);
  await product.expect('POST', `/api/profiles/${id}/revisions`, {}, draft.etag);
  await product.expect('PUT', `/api/profiles/${id}/publication`, { slug, visibility: 'public' });
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
