import { randomUUID } from 'node:crypto';
import { Actor, type EditedProfile } from '@canar/actor';
import { openAccount, checkSignIn, checkSignOut } from './account-checks';
import { checkHeaders } from './header-checks';
import { checkIsolation } from './isolation-checks';
import { checkUnderLoad } from './load-checks';
import { checkDraft, checkFiles } from './profile-checks';
import { checkSaving, checkSharing } from './publication-checks';
import type { Report } from './report';
import { checkDeploymentGuide } from './guide-checks';
import { expectStatus } from './expectations';
import { checkSubscription } from './subscription-checks';

/** The options of a verification. */
export interface Verification {
  /** The origin of the installation. */
  readonly address: string;
  /** Where mail to the created accounts goes. */
  readonly mailbox: string;
  /** Maximum of the median response time under load, in milliseconds. */
  readonly withinMs: number;
}

/** Checks an installation from outside: the requirements of the deployment guide, then the product's main job. */
export async function verify(report: Report, { address, mailbox, withinMs }: Verification): Promise<void> {
  const [owner, other] = [newActor(address, mailbox), newActor(address, mailbox)];
  await report.section('Answers', () => checkDeploymentGuide(report, address));
  await report.section('Headers', () => checkHeaders(report, address));
  await report.section('Authentication', async () => {
    await openAccount(report, 'an account', owner);
    await checkSignIn(report, owner);
    await report.section('Load', () => checkUnderLoad(report, address, owner, withinMs));
    await checkAsOwner(report, owner, other);
    await report.section('Sign-out', () => checkSignOut(report, owner));
  });
}

/** The checks that need an account; created data is deleted, wherever the checks stop. */
async function checkAsOwner(report: Report, owner: Actor, other: Actor): Promise<void> {
  const visitor = new Actor(owner.origin);
  const created: EditedProfile[] = [];
  let spends = false;
  await report.section('Subscription', async () => {
    spends = await checkSubscription(report, owner);
  });
  await report.section('Profile', async () => {
    const profile = await checkDraft(report, owner, (written) => created.push(written));
    await checkFiles(report, owner, profile);
    if (!spends) return;
    await checkSaving(report, owner, profile);
    await checkSharing(report, owner, visitor, profile);
  });
  await report.section('Isolation', async () => {
    await openAccount(report, 'another account', other);
    for (const profile of created) await checkIsolation(report, other, profile);
  });
  await report.section('Leaving', () => deleteAll(report, owner, created));
}

async function deleteAll(report: Report, { client, email }: Actor, created: readonly EditedProfile[]): Promise<void> {
  for (const { id } of created) {
    await report.check('Delete the profile', '204', () =>
      expectStatus(client.DELETE('/api/profiles/{id}', { params: { path: { id } } }), 204),
    );
  }
  report.skip('Delete the two accounts', `the API has no such request yet; this one is ${email}`);
}

/** @param mailbox where mail to the account goes: a label is inserted before its @ */
function newActor(address: string, mailbox: string): Actor {
  const at = mailbox.lastIndexOf('@');
  const email = `${mailbox.slice(0, at)}+${randomUUID().slice(0, 8)}${mailbox.slice(at)}`;
  return new Actor(address, { email, name: 'Verification' });
}
