import { readPdfPages } from '../read-pdf-pages';
import { pageOf } from '../testing/pages';

const read = (...lines: string[]) => readPdfPages([pageOf({ x: 50, lines })]).resume;

describe('a page printed by a browser, with bullets drawn as shapes', () => {
  const { work } = read(
    '! Mina Iyer',
    '# Experience',
    'Acme @ Jan 2020 – Present',
    'Lead Engineer',
    '> Cut the cost of a booking in all of the markets that we serve from Pune and its',
    '> surroundings by half',
    '> Led five people',
    'Byte Works @ 2015 – 2019',
    'Engineer',
    '> Built the ledger',
    '> Wrote the handbook',
  );

  it('reads indented lines below a position as highlights', () => {
    expect(work).toEqual([
      {
        name: 'Acme',
        position: 'Lead Engineer',
        startDate: '2020-01',
        highlights: [
          'Cut the cost of a booking in all of the markets that we serve from Pune and its surroundings by half',
          'Led five people',
        ],
      },
      {
        name: 'Byte Works',
        position: 'Engineer',
        startDate: '2015',
        endDate: '2019',
        highlights: ['Built the ledger', 'Wrote the handbook'],
      },
    ]);
  });
});

describe('a page of a word processor, with headings in the size of the text', () => {
  const { basics, work, education, meta } = read(
    'Rahul Sharma',
    '12 MG Road, Jaipur, India',
    'Mobile: +91 94140 12345 Email: rahul@example.com',
    'WORK EXPERIENCE',
    'Accounts Executive, Shree Cement (April 2018 to Present)',
    '\uf0b7 Filed GST returns',
    'o Closed the books',
    'EDUCATIONAL QUALIFICATION',
    'Degree Institute Board/University Year %',
    'B.Com | Commerce College | 2015 | 68.5',
    'STRENGTHS',
    '• Quick learner',
    'DECLARATION',
    'All of it is true.',
    'PERSONAL DETAILS',
    'Marital Status : Single',
  );

  it('ends a section at every heading of the size of the text', () => {
    expect(work).toEqual([
      {
        name: 'Shree Cement',
        position: 'Accounts Executive',
        startDate: '2018-04',
        highlights: ['Filed GST returns', 'Closed the books'],
      },
    ]);
    expect(education).toEqual([
      { institution: 'Commerce College', studyType: 'B.Com', endDate: '2015', score: '68.5' },
    ]);
    expect(meta).toMatchObject({ canar: { custom: [{ title: 'STRENGTHS' }, { title: 'DECLARATION' }] } });
  });

  it('reads neither a label as the headline nor a street as the city', () => {
    expect(basics).toEqual({
      name: 'Rahul Sharma',
      email: 'rahul@example.com',
      phone: '+91 94140 12345',
      location: { address: '12 MG Road', city: 'Jaipur', countryCode: 'IN' },
    });
  });
});

it('joins a name on two large lines', () => {
  expect(read('! Arjun', '! Mehta', 'Product Designer', 'arjun@example.com')['basics']).toEqual({
    name: 'Arjun Mehta',
    label: 'Product Designer',
    email: 'arjun@example.com',
  });
});

it('reads a place after the dates as the location, not as the employer', () => {
  expect(
    read('! Anita', '# Experience', 'Marketing Manager, Acme Foods', '04/2019 – Present | Mumbai')['work'],
  ).toEqual([{ name: 'Acme Foods', position: 'Marketing Manager', location: 'Mumbai', startDate: '2019-04' }]);
});

it.each([
  [['Blinn College @ Bryan, TX', "Associate's in Liberal Arts @ Aug. 2014 – May 2018"], 'Blinn College, Bryan, TX'],
  [['B.E. Physics, Anna University @ 2014 – 2018'], 'Anna University'],
  [['B.Des', 'NID Ahmedabad', 'Gujarat, India', '2014 – 2018'], 'NID Ahmedabad, Gujarat, India'],
])('reads %j as the school %j', (lines, institution) => {
  expect(read('! Mina', '# Education', ...lines)['education']).toMatchObject([
    { institution, endDate: expect.stringMatching(/^2018/) },
  ]);
});
