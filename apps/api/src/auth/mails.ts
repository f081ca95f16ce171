import type { Mail } from '../platform/mail/mail';

/** Tells an owner that somebody tried to register with their address. */
export function secondRegistration(to: string, site: string): Mail {
  return {
    to,
    subject: 'You already have a Canar account',
    text: [
      'Somebody, perhaps you, tried to make a Canar account with this address. There is one already, and nothing was changed.',
      `If it was you, sign in here: ${site}/sign-in/`,
      'If it was not, you need do nothing.',
    ].join('\n\n'),
  };
}
