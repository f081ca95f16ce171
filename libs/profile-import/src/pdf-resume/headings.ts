import type { SectionKey } from '@canar/profile-document';

/** The section that a heading of a CV opens. */
export type HeadingSection = SectionKey | 'summary' | 'contact';

const words: Record<HeadingSection, readonly string[]> = {
  summary: [
    ...['summary', 'profile', 'about', 'about me', 'objective', 'career objective', 'professional summary', 'overview'],
    ...[
      'executive summary',
      'career summary',
      'personal statement',
      'personal profile',
      'professional profile',
      'introduction',
    ],
    ...['career objectives', 'career profile', 'profile summary', 'job objective', 'professional objective'],
    ...['परिचय', 'सार', 'उद्देश्य', 'profil', 'perfil', 'résumé', 'über mich'],
  ],
  contact: [
    'contact',
    'contacts',
    'contact details',
    'contact information',
    'personal details',
    'personal information',
    'personal data',
    'get in touch',
    'संपर्क',
  ],
  work: [
    ...[
      'experience',
      'work experience',
      'professional experience',
      'employment',
      'employment history',
      'work history',
      'career',
    ],
    ...[
      'career history',
      'work experiences',
      'job experience',
      'professional background',
      'professional experiences',
      'experience summary',
      'relevant experience',
      'work',
      'internships',
      'internship',
      'industry experience',
      'appointments',
    ],
    ...[
      'कार्य अनुभव',
      'अनुभव',
      'berufserfahrung',
      'expérience',
      'expériences professionnelles',
      'experiencia',
      'experiencia laboral',
    ],
  ],
  education: [
    ...[
      'education',
      'academic background',
      'academics',
      'education and training',
      'qualifications',
      'academic qualifications',
    ],
    ...[
      'educational qualifications',
      'educational qualification',
      'academic qualification',
      'academic details',
      'educational details',
      'educational background',
      'education details',
      'scholastics',
      'education & training',
      'studies',
      'शिक्षा',
      'ausbildung',
      'formation',
      'educación',
    ],
  ],
  projects: [
    'projects',
    'personal projects',
    'selected projects',
    'key projects',
    'academic projects',
    'side projects',
    'परियोजनाएँ',
    'projekte',
    'projets',
    'proyectos',
  ],
  skills: [
    ...[
      'skills',
      'technical skills',
      'key skills',
      'core skills',
      'core competencies',
      'competencies',
      'technologies',
      'expertise',
    ],
    ...[
      'areas of expertise',
      'tools',
      'skills & tools',
      'computer skills',
      'it skills',
      'professional skills',
      'software skills',
      'soft skills',
      'technical expertise',
      'technical proficiency',
      'computer proficiency',
      'skills and tools',
      'tech stack',
      'कौशल',
      'fähigkeiten',
      'kenntnisse',
      'compétences',
      'habilidades',
    ],
  ],
  volunteer: [
    'volunteer',
    'volunteering',
    'volunteer experience',
    'volunteer work',
    'community',
    'community service',
    'स्वयंसेवा',
  ],
  awards: [
    'awards',
    'honors',
    'honours',
    'honors and awards',
    'awards and honors',
    'honors & awards',
    'awards & honors',
    'achievements',
    'awards and achievements',
    'पुरस्कार',
    'auszeichnungen',
  ],
  certificates: [
    'certificates',
    'certifications',
    'certification',
    'licenses',
    'licenses & certifications',
    'licenses and certifications',
    'courses and certifications',
    'प्रमाणपत्र',
    'zertifikate',
  ],
  publications: [
    'publications',
    'selected publications',
    'papers',
    'articles',
    'प्रकाशन',
    'publikationen',
    'publicaciones',
  ],
  languages: [
    'languages',
    'language',
    'language skills',
    'languages known',
    'language proficiency',
    'भाषाएँ',
    'sprachen',
    'langues',
    'idiomas',
  ],
  interests: [
    'interests',
    'hobbies',
    'hobbies and interests',
    'hobbies & interests',
    'interests and hobbies',
    'रुचियाँ',
    'interessen',
    'intérêts',
    'intereses',
  ],
  references: [
    'references',
    'recommendations',
    'testimonials',
    'referees',
    'संदर्भ',
    'referenzen',
    'références',
    'referencias',
  ],
};

const known = new Map<string, HeadingSection>(
  Object.entries(words).flatMap(([section, titles]) =>
    titles.map((title) => [title, section as HeadingSection] as const),
  ),
);

/** Headings that are as well known, of sections that JSON Resume does not have. */
const others: ReadonlySet<string> = new Set([
  ...['strengths', 'key strengths', 'personal strengths', 'declaration', 'training', 'trainings', 'workshops'],
  ...['extracurricular activities', 'extra-curricular activities', 'extra curricular activities', 'activities'],
  ...['co-curricular activities', 'memberships', 'affiliations', 'professional affiliations', 'patents', 'courses'],
  ...['additional information', 'conferences', 'leadership', 'relevant coursework'],
]);

/** A heading without what adorns it: colons, rules, numbers, letters set apart (`E X P E R I E N C E`). */
export function plainHeading(text: string): string {
  const joined = /^(?:\p{L}\s){3,}\p{L}$/u.test(text.trim()) ? text.replace(/\s+/g, '') : text;
  return joined
    .replace(/^[\d.\s]+|[\p{P}\p{S}\s]+$|^[\p{P}\p{S}\s]+/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The section that a line opens when it is a heading that we know, else null. */
export function headingOf(text: string): HeadingSection | null {
  return text.length > 60 ? null : (known.get(plainHeading(text).toLowerCase()) ?? null);
}

/** Whether a line opens a section that JSON Resume does not have. */
export function opensOther(text: string): boolean {
  return others.has(plainHeading(text).toLowerCase());
}
