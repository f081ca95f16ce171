/** What a mail may speak of beside its recipient. */
export interface MailFacts {
  /** What the mail asks to open. */
  link?: string;
  /** A device, in words. */
  device?: string;
  /** A code to type. */
  code?: string;
  /** Another address than that of the recipient. */
  address?: string;
  /** What an organisation is called. */
  organisation?: string;
  /** A day of which the mail speaks. */
  day?: Date;
}

/** What a mail says. */
interface MailContent extends Required<Omit<MailFacts, 'day'>> {
  /** A day, in words. */
  day: string;
  name: string;
  /** The day on which the account was made, in words. */
  since: string;
  /** The time of what the mail tells, in words. */
  time: string;
}

/** The kinds of mails. */
export type MailKind =
  | 'sign-in'
  | 'reset-password'
  | 'verify-email'
  | 'registered-again'
  | 'registered-unverified'
  | 'password-changed'
  | 'new-sign-in'
  | 'second-factor-added'
  | 'second-factor-removed'
  | 'recovery-codes-renewed'
  | 'passkey-added'
  | 'passkey-removed'
  | 'change-email'
  | 'email-taken'
  | 'email-change-requested'
  | 'email-changed'
  | 'email-change-undone'
  | 'deletion-requested'
  | 'account-erased'
  | 'invitation'
  | 'member-removed'
  | 'member-role-changed'
  | 'export-ready'
  | 'identity-added'
  | 'identity-removed'
  | 'confirm-code';

/** The mails of one language: subject and paragraphs. */
export type MailTexts = Record<MailKind, (content: MailContent) => { subject: string; paragraphs: string[] }>;
