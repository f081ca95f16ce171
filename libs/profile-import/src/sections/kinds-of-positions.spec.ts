import { head, readRows, type Row } from '../testing/rows';

it.each([
  ['Port Works, Valencia, Spain', 'Port Works', 'Valencia, Spain'],
  ['Port Works, Palo Alto, CA', 'Port Works', 'Palo Alto, CA'],
  ['Port Works, Inc., Pune, India', 'Port Works, Inc.', 'Pune, India'],
  ['Port Works GmbH, Hamburg', 'Port Works GmbH', 'Hamburg'],
  ['Port Works, Deutschland', 'Port Works', 'Deutschland'],
])('reads %j as an employer and its place', (line, name, location) => {
  const { resume } = readRows(
    ...head,
    [[43, '# Experience']],
    [
      [43, 'Lead planner'],
      [450, '03/2021 – Present'],
    ],
    [[43, line]],
  );
  expect(resume['work']).toEqual([{ name, position: 'Lead planner', location, startDate: '2021-03' }]);
});

it.each(['Dock, Quay & Partners', 'Port Works, Ltd', 'Works, SA'])('keeps the commas of the employer %j', (name) => {
  const { resume } = readRows(
    ...head,
    [[43, '# Experience']],
    [
      [43, 'Lead planner'],
      [450, '03/2021 – Present'],
    ],
    [[43, name]],
  );
  expect(resume['work']).toMatchObject([{ name, position: 'Lead planner' }]);
});

it.each([
  ['Gerente', 'Auxiliar de flota'],
  ['Directrice', 'Capitaine'],
])('reads the place beside an employer as no title: %s, %s', (first, second) => {
  const { resume } = readRows(
    ...head,
    [[43, '# Experience']],
    [
      [43, 'Port Works'],
      [450, 'Valencia, Spain'],
    ],
    [
      [43, first],
      [450, '03/2021 – Present'],
    ],
    [[57, '• Cut waiting by 20%']],
    [
      [43, 'Blue Shipping'],
      [450, 'Cádiz, Spain'],
    ],
    [
      [43, second],
      [450, '09/2015 – 02/2021'],
    ],
  );
  expect(resume['work']).toMatchObject([
    { name: 'Port Works', position: first, location: 'Valencia, Spain' },
    { name: 'Blue Shipping', position: second, location: 'Cádiz, Spain' },
  ]);
});

it.each([
  ['Lead planner – Port Works (03/2021 –', 'Present)'],
  ['Lead planner – Port Works (March', '2021 – Present)'],
])('joins a period in brackets that is broken between lines: %s %s', (line, rest) => {
  const { resume } = readRows(
    ...head,
    [[43, '# Experience']],
    [[43, line]],
    [[43, rest]],
    [[57, '• Cut waiting by 20%']],
  );
  expect(resume['work']).toMatchObject([{ name: 'Port Works', position: 'Lead planner', startDate: '2021-03' }]);
});

describe('a town beside the employer, in another font', () => {
  const work = (...titles: string[]) =>
    readRows(
      ...head,
      [[43, '# Experience']],
      ...titles.flatMap((title, index): Row[] => [
        [
          [43, '* National School'],
          [119, ', Galway'],
        ],
        [
          [43, title],
          [450, `201${index} – 201${index + 1}`],
        ],
        [[57, '• Cut waiting by 20%']],
      ]),
    ).resume['work'];

  it('reads the town as the place, not as the position', () => {
    const place = { name: 'National School', location: 'Galway' };
    expect(work('Teacher', 'Coordinator')).toMatchObject([
      { ...place, position: 'Teacher' },
      { ...place, position: 'Coordinator' },
    ]);
  });

  it('reads a position of unknown words where the others have theirs', () => {
    expect(work('Teacher', 'Bell')).toMatchObject([{ position: 'Teacher' }, { position: 'Bell', location: 'Galway' }]);
  });
});

describe('a column of dates that is too narrow', () => {
  const rows = (period: string, rest: string, title: string): Row[] => [
    [
      [43, period],
      [160, title],
    ],
    [[43, rest]],
    [[160, 'Port Works GmbH']],
    [[174, '• Cut waiting by 20%']],
  ];

  it.each([
    ['March 2013 –', 'Present', '2013-03', undefined],
    ['March 2013 – April', '2018', '2013-03', '2018-04'],
  ])('joins the period %s %s', (period, rest, startDate, endDate) => {
    const { resume } = readRows(...head, [[43, '# Experience']], ...rows(period, rest, 'Lead planner'));
    const dates = endDate === undefined ? { startDate } : { startDate, endDate };
    expect(resume['work']).toEqual([
      { name: 'Port Works GmbH', position: 'Lead planner', ...dates, highlights: ['Cut waiting by 20%'] },
    ]);
  });
});

it('separates a title from dates that almost reach it, at the edge of its column', () => {
  const { resume } = readRows(
    ...head,
    [[43, '# Experience']],
    [
      [43, '01/2015–07/2019'],
      [124, 'Bell'],
    ],
    [[124, 'Port Works, Zapopan']],
    [[124, '• Cut waiting by 20%']],
    [
      [43, '06/2012–12/2014'],
      [124, 'Lead planner'],
    ],
    [[124, 'Blue Shipping, Guadalajara']],
  );
  expect(resume['work']).toMatchObject([
    { name: 'Port Works', position: 'Bell', location: 'Zapopan', startDate: '2015-01' },
    { name: 'Blue Shipping', position: 'Lead planner', location: 'Guadalajara' },
  ]);
});

it('reads lines without bullets that are no sentences as highlights', () => {
  const { resume } = readRows(
    ...head,
    [[43, '# Profile']],
    [[43, 'Draws the plans of ports, quays and sluices, and is at ease with a pencil and with the tide of the sea.']],
    [[43, '# Experience']],
    [[43, '* Port Works']],
    [[43, '* 2015 – 2021']],
    [[43, '* Lead planner']],
    [[43, 'Drew the plans of seven quays']],
    [[43, 'Wrote the handbook']],
  );
  expect(resume['work']).toMatchObject([
    {
      name: 'Port Works',
      position: 'Lead planner',
      highlights: ['Drew the plans of seven quays', 'Wrote the handbook'],
    },
  ]);
});

it('reads the place behind a period in words', () => {
  const { resume } = readRows(
    ...head,
    [[43, '# Experience']],
    [[43, 'Supervisora de urgencias, Hospital Norte']],
    [[43, 'febrero de 2020 – actualidad, San Sebastián']],
  );
  expect(resume['work']).toMatchObject([
    { name: 'Hospital Norte', position: 'Supervisora de urgencias', location: 'San Sebastián' },
  ]);
});

it.each(['Q3 2018 – present', 'III kw. 2018 – obecnie', '2018年第3四半期 – 現在', '3. Quartal 2018 – heute'])(
  'reads quarters in the line of a position: %s',
  (period) => {
    const { resume } = readRows(
      ...head,
      [[43, '# Experience']],
      [
        [43, 'Lead planner, Port Works GmbH'],
        [400, period],
      ],
      [[57, '• Cut waiting by 20%']],
    );
    expect(resume['work']).toMatchObject([{ name: 'Port Works GmbH', position: 'Lead planner', startDate: '2018-07' }]);
  },
);
