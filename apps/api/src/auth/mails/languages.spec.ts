import { locales } from '../domain/locale';
import { en } from './en';
import { mailTexts } from './languages';
import type { MailKind } from './mail-texts';

const content = {
  link: 'LINK',
  device: 'DEVICE',
  name: 'NAME',
  since: 'SINCE',
  time: 'TIME',
  address: 'ADDRESS',
  day: 'DAY',
  organisation: 'ORGANISATION',
  code: 'CODE',
};
const kinds = Object.keys(en) as MailKind[];

/** Which facts a mail names, and how often. */
function factsOf(locale: (typeof locales)[number], kind: MailKind): string[] {
  const { paragraphs } = mailTexts(locale, kind)(content);
  const facts = /\b(?:LINK|DEVICE|NAME|SINCE|TIME|ADDRESS|DAY|ORGANISATION|CODE)\b/g;
  return (paragraphs.join(' ').match(facts) ?? []).sort();
}

describe.each(locales.filter((locale) => locale !== 'en'))('the mails in "%s"', (locale) => {
  it.each(kinds)('says of "%s" what English says, in its own words', (kind) => {
    const own = mailTexts(locale, kind)(content);
    const english = en[kind](content);
    expect(factsOf(locale, kind)).toEqual(factsOf('en', kind));
    expect(own.paragraphs).toHaveLength(english.paragraphs.length);
    expect([own.subject, ...own.paragraphs].filter((text) => /[a-z]{3,} [a-z]{3,}/.test(text))).toEqual([]);
    expect(own.subject.length).toBeLessThan(90);
  });

  it('names a device without a name in its own words', () => {
    const unnamed = mailTexts(locale, 'new-sign-in')({ ...content, device: '' });
    expect(unnamed.paragraphs.join(' ')).not.toContain('unknown');
  });
});
