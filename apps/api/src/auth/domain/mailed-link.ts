/** What links are mailed for when somebody asks for one. */
export type RequestedLinkPurpose = 'sign-in' | 'reset-password' | 'verify-email';

/** What a mailed link is good for. */
export type LinkPurpose = RequestedLinkPurpose | 'change-email' | 'undo-email-change';

/** What a one-time token is good for: a mailed link, the second half of a sign-in, or a mailed code. */
export type TokenPurpose = LinkPurpose | 'second-factor' | 'confirm';

/** The pages that mailed links lead to. */
export const linkPaths: Record<LinkPurpose, string> = {
  'sign-in': '/sign-in/link/',
  'reset-password': '/reset-password/',
  'verify-email': '/verify-email/',
  'change-email': '/change-email/',
  'undo-email-change': '/undo-email-change/',
};

/** Seconds for which a mailed link is good. */
export const linkSeconds: Record<LinkPurpose, number> = {
  'sign-in': 900,
  'reset-password': 1_800,
  'verify-email': 86_400,
  'change-email': 3_600,
  'undo-email-change': 7 * 86_400,
};

/** Seconds between two mails with a link of one purpose to one account, less than a link is good for: there is always one that works. */
export const linkPauseSeconds: Record<RequestedLinkPurpose, number> = {
  'sign-in': 600,
  'reset-password': 300,
  'verify-email': 300,
};
