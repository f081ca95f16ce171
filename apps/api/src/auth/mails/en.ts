import type { MailTexts } from './mail-texts';

/** The mails in English. */
export const en: MailTexts = {
  'sign-in': ({ link }) => ({
    subject: 'Your sign-in link for Canar',
    paragraphs: [
      'Somebody tried too many wrong passwords for your Canar account, so for now new devices cannot sign in with a password.',
      `If you want to sign in on a new device, open this link there. It works once, within 15 minutes: ${link}`,
      'Devices on which you have signed in before go on working. If it was not you, you need do nothing: nobody has got in.',
    ],
  }),
  'reset-password': ({ link, since }) => ({
    subject: 'Choose a new password for Canar',
    paragraphs: [
      `Somebody, probably you, asked for a new password for the Canar account with this address. It was made on ${since}.`,
      `Choose one here. The link works once, within 30 minutes: ${link}`,
      'If it was not you, you need do nothing: your password stays as it is.',
    ],
  }),
  'verify-email': ({ link, name }) => ({
    subject: 'Confirm your address for Canar',
    paragraphs: [
      `A Canar account was made with this address, in the name ${name}. Confirm that the address is yours: ${link}`,
      'The link works once, within a day.',
      'If you did not make this account, open the link and choose “This is not mine”. The account then loses your address.',
    ],
  }),
  'registered-again': ({ link }) => ({
    subject: 'You already have a Canar account',
    paragraphs: [
      'Somebody, perhaps you, tried to make a Canar account with this address. There is one already, and nothing was changed.',
      `If you forgot the password, choose a new one here, within 30 minutes: ${link}`,
      'If it was not you, you need do nothing.',
    ],
  }),
  'registered-unverified': ({ link, since }) => ({
    subject: 'You already have a Canar account',
    paragraphs: [
      `Somebody, perhaps you, tried to make a Canar account with this address. There is one already: it was made on ${since}, and nobody has confirmed the address since.`,
      `Open this link within 30 minutes: ${link}`,
      'If the account is yours, you can choose a new password there. If it is not, choose “This is not mine”: that account loses your address, and you can begin with an empty one.',
    ],
  }),
  'password-changed': ({ link, time }) => ({
    subject: 'Your Canar password was changed',
    paragraphs: [
      `The password of your Canar account was changed (${time}). All devices were signed out.`,
      `If it was not you, choose a new password at once: ${link}`,
    ],
  }),
  'second-factor-added': ({ link, time }) => ({
    subject: 'A second factor was added to your Canar account',
    paragraphs: [
      `From now on signing in to your Canar account asks for a code of an authenticator app (${time}).`,
      `If it was not you, choose a new password at once and write to support: ${link}`,
    ],
  }),
  'second-factor-removed': ({ link, time }) => ({
    subject: 'The second factor of your Canar account was removed',
    paragraphs: [
      `Signing in to your Canar account asks for the password alone again (${time}).`,
      `If it was not you, choose a new password at once: ${link}`,
    ],
  }),
  'recovery-codes-renewed': ({ link, time }) => ({
    subject: 'New recovery codes for your Canar account',
    paragraphs: [
      `The recovery codes of your Canar account were replaced (${time}). The former ones do not work any more.`,
      `If it was not you, choose a new password at once: ${link}`,
    ],
  }),
  'new-sign-in': ({ link, device, time }) => ({
    subject: 'New sign-in to your Canar account',
    paragraphs: [
      `Somebody signed in to your Canar account on a device that we had not seen before: ${device || 'unknown'} (${time}).`,
      'If it was you, you need do nothing.',
      `If it was not you, sign out all devices and change the password: ${link}`,
    ],
  }),
};
