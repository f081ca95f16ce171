import type { SectionKey } from '../schema';

/**
 * Field names of JSON Resume before 1.0 (its change log tells them) and near misses that are common in the wild, each with the
 * name it has now. The first name that finds its place free wins.
 */
export const olderSectionNames: Record<string, 'basics' | SectionKey> = {
  ...{ bio: 'basics', basic: 'basics', personal: 'basics', personalInfo: 'basics' },
  ...{ experience: 'work', jobs: 'work', employment: 'work', workExperience: 'work', work_experience: 'work' },
  ...{ positions: 'work', experiences: 'work', educations: 'education', schools: 'education', hobbies: 'interests' },
  ...{ certifications: 'certificates', certification: 'certificates', licenses: 'certificates' },
  ...{
    volunteering: 'volunteer',
    volunteerWork: 'volunteer',
    project: 'projects',
    skill: 'skills',
    language: 'languages',
  },
  ...{ honors: 'awards', achievements: 'awards', reference: 'references', recommendations: 'references' },
  ...{ publication: 'publications', papers: 'publications' },
};

const dates = {
  ...{ start: 'startDate', end: 'endDate', started: 'startDate', ended: 'endDate', from: 'startDate', to: 'endDate' },
  ...{ start_date: 'startDate', end_date: 'endDate', dateStart: 'startDate', dateEnd: 'endDate' },
};
const website = { website: 'url', link: 'url', homepage: 'url', href: 'url' };
const prose = { description: 'summary', details: 'summary', text: 'summary' };
const bullets = {
  achievements: 'highlights',
  responsibilities: 'highlights',
  bullets: 'highlights',
  tasks: 'highlights',
};
const tools = { technologies: 'keywords', tech: 'keywords', tags: 'keywords', stack: 'keywords' };

/** The older field names of each part. */
export const olderFieldNames: Record<'basics' | 'profiles' | 'location' | SectionKey, Record<string, string>> = {
  basics: {
    ...{ picture: 'image', photo: 'image', avatar: 'image', website: 'url', homepage: 'url', title: 'label' },
    ...{
      headline: 'label',
      tagline: 'label',
      bio: 'summary',
      about: 'summary',
      objective: 'summary',
      fullName: 'name',
    },
    ...{ mail: 'email', telephone: 'phone', mobile: 'phone', tel: 'phone', address: 'location', social: 'profiles' },
  },
  profiles: { ...website, name: 'network', site: 'network', handle: 'username', user: 'username' },
  location: {
    ...{ zip: 'postalCode', postcode: 'postalCode', zipCode: 'postalCode', postal_code: 'postalCode' },
    ...{ country: 'countryCode', state: 'region', street: 'address', town: 'city' },
  },
  work: {
    ...{
      company: 'name',
      employer: 'name',
      organization: 'name',
      title: 'position',
      role: 'position',
      jobTitle: 'position',
    },
    ...website,
    ...dates,
    ...bullets,
    ...{ details: 'summary' },
  },
  education: {
    ...{ school: 'institution', university: 'institution', name: 'institution', gpa: 'score', grade: 'score' },
    ...{ degree: 'studyType', major: 'area', field: 'area', fieldOfStudy: 'area', graduationDate: 'endDate' },
    ...website,
    ...dates,
  },
  projects: { title: 'name', summary: 'description', ...website, ...dates, ...bullets, ...tools },
  skills: { skill: 'name', title: 'name', category: 'name', items: 'keywords', skills: 'keywords', ...tools },
  volunteer: {
    ...{ organisation: 'organization', name: 'organization', company: 'organization', role: 'position' },
    ...website,
    ...dates,
    ...bullets,
    ...prose,
  },
  awards: { name: 'title', issuer: 'awarder', awardedBy: 'awarder', year: 'date', ...prose },
  certificates: {
    title: 'name',
    authority: 'issuer',
    organization: 'issuer',
    issued: 'date',
    year: 'date',
    ...website,
  },
  publications: {
    ...{ title: 'name', date: 'releaseDate', year: 'releaseDate', journal: 'publisher', ...website, ...prose },
  },
  languages: { name: 'language', level: 'fluency', proficiency: 'fluency' },
  interests: { title: 'name', tags: 'keywords' },
  references: { quote: 'reference', text: 'reference', recommendation: 'reference', author: 'name' },
};
