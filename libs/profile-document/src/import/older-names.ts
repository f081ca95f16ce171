import type { SectionKey } from '../schema';

/**
 * Field names of JSON Resume before 1.0 (its change log tells them) and near misses that are common in the wild, each with the
 * name it has now. The first name that finds its place free wins.
 */
export const olderSectionNames: Record<string, 'basics' | SectionKey> = {
  ...{ bio: 'basics', basic: 'basics', experience: 'work', jobs: 'work', employment: 'work', hobbies: 'interests' },
  ...{ certifications: 'certificates', volunteering: 'volunteer', project: 'projects', reference: 'references' },
};

const dates = { start: 'startDate', end: 'endDate', started: 'startDate', ended: 'endDate' };
const website = { website: 'url', link: 'url' };

/** The older field names of each part. */
export const olderFieldNames: Record<'basics' | 'profiles' | 'location' | SectionKey, Record<string, string>> = {
  basics: { picture: 'image', photo: 'image', website: 'url', title: 'label', bio: 'summary' },
  profiles: { ...website, name: 'network', site: 'network' },
  location: { zip: 'postalCode', postcode: 'postalCode', country: 'countryCode', state: 'region', street: 'address' },
  work: { company: 'name', employer: 'name', title: 'position', role: 'position', ...website, ...dates },
  education: { school: 'institution', name: 'institution', gpa: 'score', degree: 'studyType', ...website, ...dates },
  projects: { title: 'name', summary: 'description', ...website, ...dates },
  skills: { skill: 'name' },
  volunteer: { organisation: 'organization', name: 'organization', ...website, ...dates },
  awards: { name: 'title' },
  certificates: { title: 'name', authority: 'issuer', ...website },
  publications: { title: 'name', date: 'releaseDate', ...website },
  languages: { name: 'language', level: 'fluency' },
  interests: { title: 'name' },
  references: {},
};
