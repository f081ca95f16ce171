import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ProfileDocument } from '@canar/profile-document';

const packages = createRequire(__filename);

/** The sample documents of the JSON Resume schema, by name. */
export function schemaSample(name: 'sample' | 'career-changer' | 'new-grad' | 'senior-engineer'): ProfileDocument {
  const path = name === 'sample' ? 'sample.resume.json' : `examples/${name}.resume.json`;
  return JSON.parse(readFileSync(packages.resolve(`@jsonresume/schema/${path}`), 'utf8')) as ProfileDocument;
}

/** A profile in Hindi, with sections reordered and a custom section. */
export const hindiProfile: ProfileDocument = {
  basics: {
    name: 'मीनाक्षी अय्यर',
    label: 'वरिष्ठ उत्पाद अभियंता',
    email: 'meenakshi@example.com',
    phone: '+91 98450 12345',
    url: 'https://meenakshi.example.com/',
    location: { city: 'बेंगलुरु', region: 'कर्नाटक', countryCode: 'IN' },
    summary:
      'बारह वर्षों से भुगतान प्रणालियाँ बना रही हूँ, जिन पर प्रतिदिन करोड़ों लोग भरोसा करते हैं। क्षेत्रीय भाषाओं में सरल और सुलभ उत्पाद मेरी विशेषज्ञता है।',
    profiles: [{ network: 'GitHub', username: 'meenakshi', url: 'https://github.com/meenakshi' }],
  },
  work: [
    {
      position: 'प्रमुख अभियंता',
      name: 'राष्ट्रीय भुगतान निगम',
      location: 'मुंबई',
      startDate: '2019-04',
      summary: 'त्वरित भुगतान सेवा की विश्वसनीयता और विस्तार का दायित्व।',
      highlights: [
        'छह अभियंताओं की टीम का नेतृत्व किया और विफल लेन-देन 40% घटाए',
        'ग्रामीण शाखाओं के लिए ऑफ़लाइन भुगतान की व्यवस्था विकसित की',
        'विद्यार्थियों के लिए वार्षिक प्रशिक्षण कार्यक्रम आरंभ किया',
      ],
    },
    {
      position: 'सॉफ़्टवेयर अभियंता',
      name: 'Infosys',
      location: 'मैसूरु',
      startDate: '2012-07',
      endDate: '2019-03',
      highlights: ['Java और PostgreSQL पर बैंकिंग सेवाओं का निर्माण', 'निष्पादन परीक्षण का स्वचालन'],
    },
  ],
  education: [
    {
      studyType: 'बी.टेक',
      area: 'कंप्यूटर विज्ञान',
      institution: 'भारतीय प्रौद्योगिकी संस्थान, मद्रास',
      startDate: '2008',
      endDate: '2012',
      score: '8.9',
    },
  ],
  skills: [
    { name: 'भाषाएँ', level: 'विशेषज्ञ', keywords: ['TypeScript', 'Java', 'SQL'] },
    { name: 'प्रणालियाँ', keywords: ['वितरित प्रणालियाँ', 'भुगतान', 'निगरानी'] },
  ],
  languages: [
    { language: 'हिन्दी', fluency: 'मातृभाषा' },
    { language: 'English', fluency: 'धाराप्रवाह' },
  ],
  meta: {
    canar: {
      sections: [{ key: 'work' }, { key: 'custom-talks' }, { key: 'education', title: 'पढ़ाई' }],
      custom: [
        {
          key: 'custom-talks',
          title: 'व्याख्यान',
          items: [{ name: 'सबके लिए भुगतान', date: '2023-11', location: 'दिल्ली' }],
        },
      ],
      design: { accent: '#b3402e' },
    },
  },
};

/** Forty positions with numbered titles. */
export const fortyPositions: ProfileDocument = {
  basics: { name: 'Aurelio Forty', label: 'Consultant' },
  work: Array.from({ length: 40 }, (_, index) => ({
    position: `Position ${index + 1} of many`,
    name: `Company ${String.fromCharCode(65 + (index % 26))}`,
    startDate: `${2024 - index}-0${(index % 9) + 1}`,
    endDate: `${2025 - index}`,
    summary: 'Answered for the whole of it, from the first sketch to the last invoice. '.repeat((index % 4) + 1),
    highlights: Array.from({ length: index % 6 }, (_, point) => `Point ${point + 1} that was worth a line of its own`),
  })),
};

/** Texts that would be instructions if they were read as Typst markup or as a path. */
export const hostileTexts = [
  '#let name = "x"',
  '#import "@preview/cetz:0.3.0": *',
  '#read("/etc/passwd")',
  '$a^2$ and *bold* and _emphasis_ and `raw`',
  '= Heading',
  '// comment /* comment */ \\ #pagebreak()',
  '<label> @reference ~ -- --- ...',
  '"); panic("x',
] as const;

/** A profile with the hostile texts in every field. */
export const hostileProfile: ProfileDocument = {
  basics: {
    name: '#panic("name")',
    label: '@preview/x:1.0.0',
    email: '',
    url: 'javascript:alert(1)',
    summary: '\u0000\u0007\ud800',
  },
  work: hostileTexts.map((text) => ({
    position: text,
    name: text,
    url: 'data:text/html,x',
    summary: text,
    highlights: [text],
  })),
  skills: hostileTexts.map((text) => ({ name: text, keywords: [text] })),
};
