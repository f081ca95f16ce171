import { Injectable, Logger } from '@nestjs/common';
import type { Counter } from '@canar/api-metrics';
import { Metrics } from './metrics';

/** By what a person signs in. */
export type SignInMethod = 'password' | 'link' | 'code' | 'recovery-code' | 'passkey' | 'google' | 'github';

/** What may be said of a security event: ids and fixed words, nothing that a person has typed and no address. */
export interface SecurityEventDetails {
  /** null when there is no such account. */
  userId?: string | null;
  sessionId?: string;
  /** Of an act of an operator: who; null: the program of the installation. */
  operatorId?: string | null;
  /** Whether the account has signed in on this device before. */
  device?: 'known' | 'strange';
  method?: SignInMethod;
  reason?: string;
  /** What was rejected: the kind of token, or the limit that was reached. */
  kind?: string;
}

const messages = {
  'account.registered': 'An account was made',
  'account.registration-refused': 'An address that has an account was registered again',
  'sign-in.succeeded': 'A person signed in',
  'sign-in.failed': 'A sign-in failed',
  'sign-in.blocked': 'A blocked person tried to sign in',
  'sign-in.throttled': 'A sign-in was refused after too many attempts',
  'account.link-made': 'A link was made to be mailed to the owner of an account',
  'account.address-clash': 'The address of an account has come to be the same as that of another',
  'account.verified': 'The owner of an account has verified the address',
  'account.password-changed': 'The password of an account was changed',
  'account.signed-out-everywhere': 'A person ended all sessions of an account',
  'account.released': 'The owner of the address of an account has taken it back',
  'account.email-change-requested': 'A person asked for another address of their account',
  'account.email-change-cancelled': 'A person cancelled a change of their address',
  'account.email-changed': 'The address of an account was changed',
  'account.email-change-undone': 'A change of an address was undone from the former address',
  'account.deletion-requested': 'A person has asked to leave',
  'account.deletion-cancelled': 'A person who had asked to leave stays',
  'account.export-requested': 'A person asked for an export of their data',
  'account.export-downloaded': 'A person downloaded the export of their data',
  'account.erased': 'An account was erased',
  'second-factor.added': 'A second factor was turned on',
  'second-factor.removed': 'A second factor was removed',
  'second-factor.codes-renewed': 'Recovery codes were replaced',
  'second-factor.failed': 'A code of a second factor was wrong',
  'passkey.added': 'A passkey was added',
  'passkey.removed': 'A passkey was removed',
  'passkey.failed': 'A sign-in with a passkey failed',
  'member.invited': 'A person invited another to an organisation',
  'member.joined': 'A person became a member of an organisation',
  'member.role-changed': 'A member of an organisation was given another role',
  'member.removed': 'A person is not a member of an organisation any more',
  'identity.added': 'An identity at a provider was connected',
  'identity.removed': 'An identity at a provider was disconnected',
  'identity.failed': 'A sign-in at a provider was not completed',
  'token.refused': 'A token was refused',
  'session.ended': 'A session was ended',
  'operator.granted': 'A person was made an operator',
  'operator.revoked': 'A person is not an operator any more',
  'operator.account-viewed': 'An operator looked at an account',
  'operator.account-blocked': 'An operator blocked an account',
  'operator.account-unblocked': 'An operator unblocked an account',
  'operator.sessions-ended': 'An operator ended the sessions of an account',
  'operator.verification-mailed': 'An operator had an address verified again',
  'operator.suppression-lifted': 'An operator had mail sent to an address again',
  'operator.credits-granted': 'An operator granted credits',
  'operator.credits-taken-back': 'An operator took credits back',
  'operator.refund-requested': 'An operator asked for a refund',
  'operator.payment-explained': 'An operator explained a payment that bought nothing',
  'access.denied': 'A role did not allow what was asked for',
} as const;

/** The names of security events: the contract of filters and alarms on the log. */
export type SecurityEvent = keyof typeof messages;

const counted: Partial<Record<SecurityEvent, Counter>> = {
  'sign-in.failed': 'FailedSignIns',
  'sign-in.throttled': 'ThrottledSignIns',
};

/** Writes the security event log: one structured line for each event, with the request's id, and a metric where alarms stand on it. */
@Injectable()
export class SecurityEvents {
  private readonly logger = new Logger('SecurityEvents');

  constructor(private readonly metrics: Metrics) {}

  /** Records what has happened: after the commit, unless it is to be seen even when it is rolled back. */
  record(securityEvent: SecurityEvent, details: SecurityEventDetails = {}): void {
    this.logger.log({ securityEvent, ...details }, messages[securityEvent]);
    const counter = counted[securityEvent];
    if (counter) this.metrics.count(counter);
  }
}
