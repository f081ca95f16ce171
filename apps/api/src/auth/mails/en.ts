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
  'deletion-requested': ({ link, day, time }) => ({
    subject: 'Your Canar account will be deleted',
    paragraphs: [
      `The deletion of your Canar account was asked for (${time}). Your pages are not shown any more, and all devices were signed out.`,
      `On ${day} everything in it is erased. Until then you can sign in and keep it.`,
      `If it was not you, sign in, keep the account and change the password. If you cannot sign in, choose a new password: ${link}`,
    ],
  }),
  'account-erased': ({ day, time }) => ({
    subject: 'Your Canar account was erased',
    paragraphs: [
      `Your Canar account was erased (${time}): profiles, files, pages, devices and your address.`,
      'Entries of credits and payments remain without your name, because books must not be rewritten; invoices that were issued stay as they are, as tax law asks.',
      `As the law asks, an encrypted record of what was processed is stored until ${day}. Nobody who works with the product can read it, and then it is erased, too.`,
      'This is the last mail from us about this account.',
    ],
  }),
  'export-ready': ({ link, day, time }) => ({
    subject: 'Your Canar data is ready to download',
    paragraphs: [
      `The archive of everything that Canar stores of you is ready (${time}). Until ${day} you can download it in the settings: ${link}`,
      'If it was not you who asked for it, sign out all devices there and change the password. The archive itself can only be downloaded by who is signed in and confirms it.',
    ],
  }),
  'identity-added': ({ link, time }) => ({
    subject: 'A Google or GitHub account was connected to your Canar account',
    paragraphs: [
      `From now on your Canar account can also be opened by signing in at Google or GitHub (${time}).`,
      `If it was not you, disconnect it in the settings and choose a new password at once: ${link}`,
    ],
  }),
  'identity-removed': ({ link, time }) => ({
    subject: 'A Google or GitHub account was disconnected from your Canar account',
    paragraphs: [
      `A sign-in at Google or GitHub does not open your Canar account any more (${time}).`,
      `If it was not you, choose a new password at once: ${link}`,
    ],
  }),
  'confirm-code': ({ link, code }) => ({
    subject: `Your code for Canar: ${code}`,
    paragraphs: [
      `Type this code where Canar asks for it: ${code}. It works once, for ten minutes.`,
      `If you did not ask for it, somebody is using your session: choose a new password, which signs out all devices: ${link}`,
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
  'passkey-added': ({ link, time }) => ({
    subject: 'A passkey was added to your Canar account',
    paragraphs: [
      `From now on your Canar account can be opened with a new passkey, without the password (${time}).`,
      `If it was not you, remove it in the settings and choose a new password at once: ${link}`,
    ],
  }),
  'passkey-removed': ({ link, time }) => ({
    subject: 'A passkey of your Canar account was removed',
    paragraphs: [
      `A passkey of your Canar account does not work any more (${time}).`,
      `If it was not you, choose a new password at once: ${link}`,
    ],
  }),
  'change-email': ({ link, name, since }) => ({
    subject: 'Confirm your new address for Canar',
    paragraphs: [
      `The person of a Canar account asked to use this address from now on. The account is in the name ${name} and was made on ${since}.`,
      `Confirm only if the account is yours. The link works once, within an hour: ${link}`,
      'If you did not ask for this, do not open the link: without it nothing happens.',
    ],
  }),
  'email-taken': ({ link, time }) => ({
    subject: 'Somebody wanted to use your address for Canar',
    paragraphs: [
      `Somebody, perhaps you, asked to use this address for another Canar account (${time}). It belongs to yours already, and nothing was changed.`,
      `If you forgot the password of your account, ask for a new one here: ${link}`,
      'If it was not you, you need do nothing.',
    ],
  }),
  'email-change-requested': ({ link, address, time }) => ({
    subject: 'Your Canar account is to get another address',
    paragraphs: [
      `Somebody asked to use ${address} for your Canar account instead of this address (${time}). Until that address is confirmed, nothing changes.`,
      'If it was you, you need do nothing here.',
      `If it was not you, stop it, within seven days. All devices are signed out: ${link}`,
    ],
  }),
  'email-changed': ({ link, address, time }) => ({
    subject: 'The address of your Canar account was changed',
    paragraphs: [
      `From now on the address of your Canar account is ${address} (${time}). You sign in with it, and mail goes there.`,
      `If it was not you, take the account back with this link. It works once, within seven days, and signs out all devices: ${link}`,
      'For these seven days nobody else can use this address for an account.',
    ],
  }),
  'email-change-undone': ({ time }) => ({
    subject: 'This address does not belong to a Canar account any more',
    paragraphs: [
      `The Canar account that had this address got its former one back, by a link that was mailed there (${time}). All devices were signed out.`,
      'If the account is yours, sign in with the former address, or write to support.',
    ],
  }),
  invitation: ({ link, address, organisation, day }) => ({
    subject: 'Invitation to an organisation on Canar',
    paragraphs: [
      `${address} invites you to work with the organisation “${organisation}” on Canar.`,
      `See the invitation here, by ${day}. The link works once, for an account with this address; you can make one there: ${link}`,
      'If you do not know who invites you, you need do nothing.',
    ],
  }),
  'member-removed': ({ organisation, time }) => ({
    subject: 'You were removed from an organisation on Canar',
    paragraphs: [
      `You are not a member of the organisation “${organisation}” on Canar any more since ${time}. Its profiles stay with it.`,
      'Your account and your own profiles stay as they are.',
    ],
  }),
  'member-role-changed': ({ organisation, time, link }) => ({
    subject: 'Your role in an organisation on Canar has changed',
    paragraphs: [
      `Somebody who manages the members of the organisation “${organisation}” on Canar has given you another role on ${time}.`,
      `Your role is in the settings: ${link}`,
    ],
  }),
};
