/** What a mail about renewals may speak of. */
interface RenewalMailFacts {
  name: string;
  plan: string;
  /** What is debited, in words. */
  amount: string;
  /** A day, in words. */
  date: string;
  /** The billing page. */
  link: string;
}

/** Which mails there are: before a debit, after one that failed, and when a mandate has ended. */
export type RenewalMail = 'announced' | 'failed' | 'ended';

/** The mails about renewals in one language. */
export type RenewalMailTexts = Record<
  RenewalMail,
  (facts: RenewalMailFacts) => { subject: string; paragraphs: string[] }
>;
