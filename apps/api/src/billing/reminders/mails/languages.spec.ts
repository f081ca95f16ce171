import { type Locale, locales } from '@canar/languages';
import { invoiceMailTexts } from '../../invoices/mails/languages';
import { renewalMailTexts } from '../../renewals/mails/languages';
import { reminderTexts } from './languages';

type Content = { subject: string; paragraphs: string[] };
const facts = { name: 'NAME', plan: 'PLAN', date: 'DATE', number: 'NUMBER', amount: 'AMOUNT', link: 'LINK' };
const mails = (['reminder', 'invoice', 'credit_note', 'announced', 'failed', 'ended'] as const).flatMap((kind) =>
  locales
    .filter((locale) => locale !== 'en')
    .map((locale) => {
      const of = (each: Locale) => {
        const texts = { ...invoiceMailTexts[each], ...renewalMailTexts[each], reminder: reminderTexts[each] };
        return texts[kind](facts);
      };
      return [kind, locale, of('en'), of(locale)] as const;
    }),
);
const factsOf = ({ subject, paragraphs }: Content) =>
  [subject, ...paragraphs].map((text) => (text.match(/NAME|PLAN|DATE|NUMBER|AMOUNT|LINK/g) ?? []).sort());

it.each(mails)('says in the mail "%s" in "%s" what English says', (_kind, _locale, english, own) => {
  expect(factsOf(own)).toEqual(factsOf(english));
  expect([own.subject, ...own.paragraphs].filter((text) => /[a-z]{3,} [a-z]{3,}/.test(text))).toEqual([]);
});
