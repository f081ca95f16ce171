/** How the records of one file of a LinkedIn data export become items of a section. */
export interface FileMapping {
  /** a list section of JSON Resume, or the key of a custom section */
  section: string;
  /** the title of a custom section */
  title?: string;
  /** column → field; a list of columns is tried in order */
  fields: Readonly<Record<string, string>>;
  /** the column whose text may hold bullets: they become `highlights`, the rest the field */
  prose?: string;
}

const period = { 'Started On': 'startDate', 'Finished On': 'endDate' };

/** The files of a LinkedIn data export that hold lists, by name without `.csv` in lower case. */
export const listFiles: Readonly<Record<string, FileMapping>> = {
  positions: {
    section: 'work',
    fields: { 'Company Name': 'name', Title: 'position', Description: 'summary', Location: 'location', ...period },
    prose: 'Description',
  },
  education: {
    section: 'education',
    fields: {
      ...{ 'School Name': 'institution', 'Degree Name': 'studyType', 'Field Of Study': 'area', Grade: 'score' },
      ...{ 'Start Date': 'startDate', 'End Date': 'endDate' },
    },
  },
  skills: { section: 'skills', fields: { Name: 'name' } },
  certifications: {
    section: 'certificates',
    fields: { Name: 'name', Url: 'url', Authority: 'issuer', 'Started On': 'date' },
  },
  projects: {
    section: 'projects',
    fields: { Title: 'name', Description: 'description', Url: 'url', ...period },
    prose: 'Description',
  },
  languages: { section: 'languages', fields: { Name: 'language', Proficiency: 'fluency' } },
  volunteering: {
    section: 'volunteer',
    fields: { 'Company Name': 'organization', Role: 'position', Description: 'summary', ...period },
    prose: 'Description',
  },
  publications: {
    section: 'publications',
    fields: {
      ...{ Name: 'name', 'Published On': 'releaseDate', Description: 'summary', Publisher: 'publisher', Url: 'url' },
    },
  },
  honors: {
    section: 'awards',
    fields: { Title: 'title', Description: 'summary', 'Issued On': 'date', Issuer: 'awarder' },
  },
  courses: { section: 'custom-courses', title: 'Courses', fields: { Name: 'name', Number: 'description' } },
  organizations: {
    section: 'custom-organizations',
    title: 'Organisations',
    fields: { Name: 'name', Position: 'description', Description: 'summary', ...period },
  },
  patents: {
    section: 'custom-patents',
    title: 'Patents',
    fields: {
      Title: 'name',
      Number: 'description',
      Description: 'summary',
      Url: 'url',
      'Issued On': 'date',
      'Filed On': 'date',
    },
  },
  'test scores': {
    section: 'custom-test-scores',
    title: 'Test scores',
    fields: { Name: 'name', Score: 'description', 'Test Date': 'date', Description: 'summary' },
  },
};

/** Other names under which exports of other years hold the same files. */
export const fileAliases: Readonly<Record<string, string>> = {
  'volunteering experiences': 'volunteering',
  'volunteer experiences': 'volunteering',
  'honors & awards': 'honors',
  honors_awards: 'honors',
  'phone numbers': 'phonenumbers',
  'email addresses': 'email addresses',
  recommendations_received: 'recommendations',
  'recommendations received': 'recommendations',
};

/** The files that are read besides the lists: who the person is, how to reach them, what others said. */
export const personalFiles: ReadonlySet<string> = new Set([
  ...['profile', 'email addresses', 'phonenumbers', 'recommendations', 'profile summary'],
]);
