import type { RenewalMailTexts } from './mail-texts';

/** The mails about renewals in English. */
export const en: RenewalMailTexts = {
  announced: ({ name, plan, amount, date, link }) => ({
    subject: `Your ${plan} plan at Canar renews on ${date}`,
    paragraphs: [
      `Hello ${name}. Your ${plan} plan renews by itself: ${amount}, GST included, will be debited on ${date} or shortly after, by the payment method that you saved.`,
      `There is nothing to do. If you do not want this, switch automatic renewal off or cancel before that day on the billing page: ${link}`,
    ],
  }),
  failed: ({ name, plan, amount, date, link }) => ({
    subject: 'Your payment for Canar did not go through',
    paragraphs: [
      `Hello ${name}. ${amount} for your ${plan} plan could not be debited. As long as there is time, we try again and write to you before each try.`,
      `You can also pay by hand now on the billing page: ${link}`,
      `Without a payment, editing and the credits of the plan end on ${date}. Your profiles and published pages stay as they are.`,
    ],
  }),
  ended: ({ name, plan, amount, date, link }) => ({
    subject: `Your ${plan} plan at Canar no longer renews by itself`,
    paragraphs: [
      `Hello ${name}. The consent to debit your payment method has ended, at your bank or because it expired on ${date}. We debit nothing more by it.`,
      `Automatic renewal of ${amount} is off. To go on, pay for the next period on the billing page, where you can also give a new consent: ${link}`,
    ],
  }),
};
