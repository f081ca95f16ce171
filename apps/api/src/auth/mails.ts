import type { Mail } from '../platform/mail/mail';

/** Brings a link that signs in once, because too many wrong passwords were tried. */
export function signInLink(to: string, link: string): Mail {
  return {
    to,
    subject: 'Your sign-in link for Canar',
    text: [
      'Somebody tried too many wrong passwords for your Canar account, so for now new devices cannot sign in with a password.',
      `If you want to sign in on a new device, open this link there. It works once, within 15 minutes: ${link}`,
      'Devices on which you have signed in before go on working. If it was not you, you need do nothing: nobody has got in.',
    ].join('\n\n'),
  };
}

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
