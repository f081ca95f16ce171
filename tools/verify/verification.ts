import { randomUUID } from 'node:crypto';
import { Actor } from '@canar/actor';
import { openAccount, walkSignIn, walkSignOut } from './account-walk';
import { checkHeaders } from './header-checks';
import { walkIsolation } from './isolation-walk';
import { checkUnderLoad } from './load';
import { type Written, walkDraft, walkFiles } from './profile-walk';
import { walkSaving, walkSharing } from './publication-walk';
import type { Report } from './report';
import { checkWhatTheGuideAsks } from './guide-checks';
import { statusOf } from './expectations';
import { walkSubscription } from './subscription-walk';

/** What is verified, and how. */
export interface Verification {
  /** The origin of the installation. */
  readonly address: string;
  /** Where mail to the accounts goes that are made on the way. */
  readonly mailbox: string;
  /** Milliseconds in which half of the answers under load must come. */
  readonly withinMs: number;
}

/** Checks an installation from outside: what the deployment guide asks for, then the product's main job. */
export async function verify(report: Report, { address, mailbox, withinMs }: Verification): Promise<void> {
  const [owner, other] = [newActor(address, mailbox), newActor(address, mailbox)];
  await report.chapter('Answers', () => checkWhatTheGuideAsks(report, address));
  await report.chapter('Headers', () => checkHeaders(report, address));
  await report.chapter('Authentication', async () => {
    await openAccount(report, 'an account', owner);
    await walkSignIn(report, owner);
    await report.chapter('Load', () => checkUnderLoad(report, address, owner, withinMs));
    await walkAsOwner(report, owner, other);
    await report.chapter('Sign-out', () => walkSignOut(report, owner));
  });
}

/** Everything that needs an account; what is made on the way is deleted, wherever the walk ends. */
async function walkAsOwner(report: Report, owner: Actor, other: Actor): Promise<void> {
  const stranger = new Actor(owner.origin);
  const made: Written[] = [];
  let spends = false;
  await report.chapter('Subscription', async () => {
    spends = await walkSubscription(report, owner);
  });
  await report.chapter('Profile', async () => {
    const profile = await walkDraft(report, owner, (written) => made.push(written));
    await walkFiles(report, owner, profile);
    if (!spends) return;
    await walkSaving(report, owner, profile);
    await walkSharing(report, owner, stranger, profile);
  });
  await report.chapter('Isolation', async () => {
    await openAccount(report, 'another account', other);
    for (const profile of made) await walkIsolation(report, other, profile);
  });
  await report.chapter('Leaving', () => deleteAll(report, owner, made));
}

async function deleteAll(report: Report, { client, email }: Actor, made: readonly Written[]): Promise<void> {
  for (const { id } of made) {
    await report.look('Delete the profile', '204', () =>
      statusOf(client.DELETE('/api/profiles/{id}', { params: { path: { id } } }), 204),
    );
  }
  report.leaveOut('Delete the two accounts', `the API has no such request yet; this one is ${email}`);
}

/** @param mailbox where mail to the account goes: a mark is put before its @ */
function newActor(address: string, mailbox: string): Actor {
  const at = mailbox.lastIndexOf('@');
  const email = `${mailbox.slice(0, at)}+${randomUUID().slice(0, 8)}${mailbox.slice(at)}`;
  return new Actor(address, { email, name: 'Verification' });
}
