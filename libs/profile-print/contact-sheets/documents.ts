import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ProfileDocument } from '@canar/profile-document';
import { fortyPositions, hindiProfile } from '@canar/profile-print/testing';

const packages = createRequire(__filename);

function shipped(path: string): ProfileDocument {
  return JSON.parse(readFileSync(packages.resolve(`@jsonresume/schema/${path}`), 'utf8')) as ProfileDocument;
}

interface Voice {
  name: string;
  label: string;
  summary: string;
  position: string;
  company: string;
  points: string[];
  skill: string;
}

function written(voice: Voice): ProfileDocument {
  const { name, label, summary, position, company, points, skill } = voice;
  const job = { position, name: company, summary, highlights: points };
  return {
    basics: { name, label, summary, email: 'someone@example.com', phone: '+91 98450 12345' },
    work: [
      { ...job, startDate: '2021-04' },
      { ...job, startDate: '2016', endDate: '2021-03' },
    ],
    education: [{ studyType: skill, area: label, institution: company, startDate: '2012', endDate: '2016' }],
    skills: [{ name: skill, keywords: [label, position, 'TypeScript'] }],
    languages: [{ language: skill, fluency: label }],
  };
}

const tamil = written({
  name: 'மீனாட்சி சுந்தரம்',
  label: 'மென்பொருள் பொறியாளர்',
  summary: 'பன்னிரண்டு ஆண்டுகளாகக் கட்டண அமைப்புகளை உருவாக்கி வருகிறேன்; கோடிக்கணக்கானோர் அவற்றை நம்புகிறார்கள்.',
  position: 'முதன்மைப் பொறியாளர்',
  company: 'தேசியக் கொடுப்பனவுக் கழகம்',
  points: ['ஆறு பொறியாளர்களை வழிநடத்தித் தோல்வியுற்ற பரிவர்த்தனைகளை 40% குறைத்தேன்', 'கிராமக் கிளைகளுக்கு இணையமில்லாச் சேவை'],
  skill: 'தொழில்நுட்பம்',
});

const chinese = written({
  name: '王小明',
  label: '软件工程师',
  summary: '十二年来一直从事支付系统的开发，每天有数以千万计的用户依赖这些系统。擅长分布式系统与可靠性工程。',
  position: '首席工程师',
  company: '国家支付公司',
  points: ['带领六名工程师，将失败交易减少了百分之四十', '为农村网点开发离线支付功能'],
  skill: '分布式系统',
});

const arabic = written({
  name: 'منى عبد الرحمن',
  label: 'مهندسة برمجيات',
  summary: 'أعمل منذ اثني عشر عامًا على بناء أنظمة الدفع التي يعتمد عليها ملايين الناس كل يوم.',
  position: 'كبيرة المهندسين',
  company: 'الشركة الوطنية للمدفوعات',
  points: ['قدت فريقًا من ستة مهندسين وخفضت المعاملات الفاشلة بنسبة 40%', 'طورت الدفع دون اتصال للفروع الريفية'],
  skill: 'الأنظمة الموزعة',
});

/** A profile for the sheets, with its language. */
export interface SheetDocument {
  readonly name: string;
  readonly locale: string;
  readonly document: ProfileDocument;
}

const engineer = shipped('examples/senior-engineer.resume.json');
const sample = shipped('sample.resume.json');

/** All twelve sections and a custom one, at full length. */
const full: ProfileDocument = {
  ...engineer,
  ...(sample.volunteer && { volunteer: sample.volunteer }),
  meta: {
    canar: {
      custom: [
        {
          key: 'custom-talks',
          title: 'Talks',
          items: [
            { name: 'Tiered storage without tears', location: 'Kafka Summit, London', date: '2023-05' },
            { name: 'What a quorum owes you', location: 'Strange Loop, St. Louis', date: '2019-09' },
          ],
        },
      ],
    },
  },
};

/** The documents for every template: almost empty, usual, every section, very long, and four other scripts. */
export const sheetDocuments: readonly SheetDocument[] = [
  { name: 'tiny', locale: 'en', document: { basics: { name: 'Ada' } } },
  { name: 'sample', locale: 'en', document: sample },
  { name: 'full', locale: 'en', document: full },
  { name: 'forty', locale: 'en', document: fortyPositions },
  { name: 'hindi', locale: 'hi', document: hindiProfile },
  { name: 'tamil', locale: 'ta', document: tamil },
  { name: 'chinese', locale: 'zh', document: chinese },
  { name: 'arabic', locale: 'ar', document: arabic },
];
