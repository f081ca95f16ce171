import type { InvoiceMailTexts } from './mail-texts';

/** The mails in Bengali. */
export const bn: InvoiceMailTexts = {
  invoice: ({ name, number, amount, link }) => ({
    subject: `Canar থেকে আপনার ইনভয়েস ${number}`,
    paragraphs: [
      `ধন্যবাদ, ${name}। আপনার ${amount} পেমেন্ট পৌঁছেছে। এটি তার ইনভয়েস ${number}।`,
      `সব ইনভয়েস বিলিং পেজ থেকে PDF হিসেবে ডাউনলোড করা যায়: ${link}`,
    ],
  }),
  credit_note: ({ name, number, amount, link }) => ({
    subject: `Canar থেকে আপনার ক্রেডিট নোট ${number}`,
    paragraphs: [
      `নমস্কার ${name}। আপনার পেমেন্টের ${amount} ফেরত দেওয়া হয়েছে। এটি তার ক্রেডিট নোট ${number}। ব্যাঙ্কে টাকা পৌঁছাতে কয়েক দিন লাগে।`,
      `সব নথি বিলিং পেজ থেকে PDF হিসেবে ডাউনলোড করা যায়: ${link}`,
    ],
  }),
};
