/** How the rows of one file of a LinkedIn data export become items of a section. */
export interface FileMapping {
  /** a list section of JSON Resume, or the key of a custom section */
  section: string;
  /** the title of a custom section */
  title?: string;
  /** column → field */
  fields: Readonly<Record<string, string>>;
  /** the column whose bullet points become `highlights` and whose other text becomes the field */
  prose?: string;
}

const period = { 'Started On': 'startDate', 'Finished On': 'endDate' };

/** The files of a LinkedIn data export with lists, by lower-case name without `.csv`. */
export const listFiles: Readonly<Record<string, FileMapping>> = {
  positions: {
    section: 'work',
    fields: { 'Company Name': 'name', Title: 'position', Description: 'summary', Location: 'location', ...period },
    prose: 'Description',
  },
  education: {
    section: 'education',
    fields: {
      'School Name': 'institution',
      'Degree Name': 'studyType',
      'Field Of Study': 'area',
      Grade: 'score',
      'Start Date': 'startDate',
      'End Date': 'endDate',
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
      Name: 'name',
      'Published On': 'releaseDate',
      Description: 'summary',
      Publisher: 'publisher',
      Url: 'url',
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

/** Names of the same files in exports of other years. */
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

/** The files about the person: profile, contact details and recommendations. */
export const personalFiles: ReadonlySet<string> = new Set([
  'profile',
  'email addresses',
  'phonenumbers',
  'recommendations',
  'profile summary',
]);
