import type { ReminderText } from './mail-texts';

/** The reminder in English. */
export const en: ReminderText = ({ name, plan, date, link }) => ({
  subject: `Your ${plan} plan at Canar ends on ${date}`,
  paragraphs: [
    `Hello ${name}. Your ${plan} plan runs until ${date}. It does not renew by itself.`,
    `If you want to go on, pay for the next period here; it begins where this one ends, and no day is lost: ${link}`,
    'If you do nothing, editing and the credits of the plan end three days after that day. Your profiles and published pages stay as they are.',
  ],
});
