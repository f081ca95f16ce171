import type { ProfileDocument } from '@canar/profile-document';
import type { Locale } from '@/i18n/locales';
import { sampleInHindi } from './sample-profile-hi';

const sampleInEnglish: ProfileDocument = {
  basics: {
    name: 'Meenakshi Iyer',
    label: 'Principal engineer, payments',
    email: 'meenakshi@example.in',
    url: 'https://example.in/meenakshi',
    summary:
      'I build payment systems that can be explained. Twelve years from the first ledger of a small lender to clearing eleven million UPI payments a day; most of it spent making failure boring.',
    location: { city: 'Chennai', region: 'Tamil Nadu', countryCode: 'IN' },
    profiles: [
      { network: 'GitHub', username: 'meenakshi-iyer', url: 'https://github.com/example' },
      { network: 'LinkedIn', username: 'meenakshi', url: 'https://www.linkedin.com/in/example' },
    ],
  },
  work: [
    {
      name: 'Tamarind Pay',
      position: 'Principal engineer, payments',
      location: 'Chennai',
      startDate: '2021-06',
      summary: 'Owner of the settlement platform: 11 million payments a day, 14 engineers.',
      highlights: [
        'Replaced nightly batches with a double-entry ledger; reconciliation went from two days to forty minutes.',
        'Brought failed refunds from 0.8 % to 0.02 % by making every step safe to repeat.',
        'Wrote the on-call guide that three other teams now use.',
      ],
    },
    {
      name: 'Kaveri Finance',
      position: 'Senior engineer',
      location: 'Bengaluru',
      startDate: '2017-02',
      endDate: '2021-05',
      summary: 'Loan servicing for 300,000 small shops.',
      highlights: [
        'Led the move from one database to four without a maintenance window.',
        'Cut the monthly interest run from nine hours to twenty-five minutes.',
      ],
    },
    {
      name: 'Indus Retail',
      position: 'Engineer',
      location: 'Pune',
      startDate: '2014-07',
      endDate: '2017-01',
      highlights: ['Point-of-sale software for 600 stores, offline first, in Marathi, Hindi and English.'],
    },
  ],
  education: [
    {
      institution: 'College of Engineering, Guindy',
      studyType: 'B.E.',
      area: 'Computer Science',
      startDate: '2010',
      endDate: '2014',
      score: '8.9 / 10',
    },
  ],
  projects: [
    {
      name: 'khata',
      description: 'A small open-source ledger in Go that refuses to lose a paisa.',
      url: 'https://example.in/khata',
      startDate: '2022',
      keywords: ['Go', 'PostgreSQL'],
    },
  ],
  skills: [
    { name: 'Systems', keywords: ['Ledgers', 'Idempotency', 'Event sourcing', 'Capacity planning'] },
    { name: 'Tools', keywords: ['Go', 'TypeScript', 'PostgreSQL', 'Kafka', 'AWS'] },
  ],
  languages: [
    { language: 'Tamil', fluency: 'Native' },
    { language: 'English', fluency: 'Fluent' },
    { language: 'Hindi', fluency: 'Conversational' },
  ],
  meta: { canar: { locale: 'en-IN' } },
};

/** The profile that the public pages show: an invented person, written in the language of the page. */
export function sampleProfile(locale: Locale): ProfileDocument {
  return locale === 'hi' ? sampleInHindi : sampleInEnglish;
}

/** The top of that profile: enough for a small picture of a template, and few bytes. */
export function briefSample(locale: Locale): ProfileDocument {
  const { basics, work, education, skills, meta } = sampleProfile(locale);
  return { basics, work: work?.slice(0, 2), education, skills, meta };
}
