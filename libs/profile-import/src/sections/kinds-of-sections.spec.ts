import { head, readRows, type Row } from '../testing/rows';

const sectionOf = (heading: string, key: string, ...rows: Row[]): unknown =>
  readRows(...head, [[43, `# ${heading}`]], ...rows).resume[key];

describe('languages with levels that no list knows', () => {
  const languages = [
    { language: 'Français', fluency: 'Langue maternelle' },
    { language: 'Anglais', fluency: 'Avancé' },
  ];

  it.each<[string, Row[]]>([
    [
      'in two rows',
      [
        [
          [43, 'Français'],
          [300, 'Anglais'],
        ],
        [
          [43, 'Langue maternelle'],
          [300, 'Avancé'],
        ],
      ],
    ],
    ['below each other', [[[43, 'Français']], [[43, 'Langue maternelle']], [[43, 'Anglais']], [[43, 'Avancé']]]],
    [
      'in brackets, in boxes',
      [
        [
          [43, 'Français (Langue maternelle)'],
          [195, 'Anglais (Avancé)'],
        ],
      ],
    ],
    [
      'in boxes of two rows',
      [
        [
          [43, 'Français'],
          [93, 'Anglais'],
        ],
        [
          [43, 'Langue maternelle'],
          [140, 'Avancé'],
        ],
      ],
    ],
  ])('reads languages with unknown levels %s', (_kind, rows) => {
    expect(sectionOf('Languages', 'languages', ...rows)).toEqual(languages);
  });
});

describe('keywords in boxes', () => {
  it('reads keywords in boxes as those of the name above them', () => {
    const rows: Row[] = [
      [[43, 'Bells']],
      [
        [43, 'Tuning'],
        [85, 'Casting'],
      ],
      [[43, 'Clocks']],
      [
        [43, 'Winding'],
        [90, 'Oil'],
      ],
    ];
    expect(sectionOf('Skills', 'skills', ...rows)).toEqual([
      { name: 'Bells', keywords: ['Tuning', 'Casting'] },
      { name: 'Clocks', keywords: ['Winding', 'Oil'] },
    ]);
  });

  it('reads keywords in boxes without a name as skills', () => {
    const rows: Row[] = [
      [
        [43, 'Tuning'],
        [85, 'Casting'],
        [132, 'Oil'],
      ],
    ];
    expect(sectionOf('Skills', 'skills', ...rows)).toEqual([{ name: 'Tuning' }, { name: 'Casting' }, { name: 'Oil' }]);
  });
});

describe('a degree and its field', () => {
  const education = {
    studyType: 'Magister',
    area: 'Rachunkowość',
    institution: 'Uniwersytet Gdański',
    endDate: '2013',
  };
  const school: Row = [
    [43, 'Uniwersytet Gdański'],
    [450, '2013'],
  ];

  it.each<[string, Row[]]>([
    ['on one line without a sign', [school, [[43, 'Magister Rachunkowość']]]],
    ['behind a colon', [school, [[43, 'Magister: Rachunkowość']]]],
    ['the field first', [school, [[43, 'Rachunkowość']], [[43, 'Magister']]]],
    ['set in', [school, [[60, 'Rachunkowość']], [[60, 'Magister']]]],
    ['around the school', [[[43, 'Rachunkowość']], school, [[43, 'Magister']]]],
  ])('reads a degree and its field %s', (_kind, rows) => {
    expect(sectionOf('Education', 'education', ...rows)).toEqual([education]);
  });

  it('leaves a degree with a preposition whole', () => {
    const rows: Row[] = [
      [
        [43, 'Universidad de Cádiz'],
        [450, '2013'],
      ],
      [[43, 'Licenciatura en Historia']],
    ];
    expect(sectionOf('Education', 'education', ...rows)).toMatchObject([{ studyType: 'Licenciatura en Historia' }]);
  });
});

it.each<[string, Row[]]>([
  ['below its name', [[[43, 'Glocken']], [[43, 'Stimmen, Gießen']], [[43, 'Uhren']], [[43, 'Aufziehen, Öl']]]],
  [
    'set in below its name',
    [[[43, 'Glocken']], [[73, 'Stimmen']], [[73, 'Gießen']], [[43, 'Uhren']], [[73, 'Aufziehen']], [[73, 'Öl']]],
  ],
])('reads a list of keywords %s', (_kind, rows) => {
  expect(sectionOf('Kenntnisse', 'skills', ...rows)).toEqual([
    { name: 'Glocken', keywords: ['Stimmen', 'Gießen'] },
    { name: 'Uhren', keywords: ['Aufziehen', 'Öl'] },
  ]);
});

describe('groups of keywords as headings without one for all of them', () => {
  const groups: Row[] = [[[43, '# Bells']], [[43, 'Tuning']], [[43, 'Casting']], [[43, '# Clocks']], [[43, 'Winding']]];
  const work: Row[] = [
    [[43, '# Experience']],
    [
      [43, 'Lead planner'],
      [450, '2015 – 2021'],
    ],
    [[43, 'Ran the desk of the port, day by day.']],
  ];

  it('reads headings above keywords as groups of skills', () => {
    const { resume } = readRows(...head, ...work, ...groups);
    expect(resume['skills']).toEqual([
      { name: 'Bells', keywords: ['Tuning', 'Casting'] },
      { name: 'Clocks', keywords: ['Winding'] },
    ]);
  });

  it('keeps headings above keywords as sections where skills have their own', () => {
    const { resume } = readRows(
      ...head,
      ...work,
      [[43, '# Skills']],
      [[43, 'Knots']],
      [[43, '# Experience']],
      ...work.slice(1),
      ...groups,
    );
    expect(resume['skills']).toEqual([{ name: 'Knots' }]);
  });
});

it.each(['Skills and Tech', 'Tech & Skills', 'Kenntnisse und Werkzeug'])(
  'reads a heading of a known part: %s',
  (heading) => {
    const { resume } = readRows(
      ...head,
      [[43, '# Experience']],
      [
        [43, 'Lead planner'],
        [450, '2015 – 2021'],
      ],
      [[43, 'Ran the desk of the whole port by day and by night.']],
      [[43, '# Education']],
      [
        [43, 'Upper School'],
        [450, '2013'],
      ],
      [[43, `# ${heading}`]],
      [[43, 'Knots']],
    );
    expect(resume['skills']).toEqual([{ name: 'Knots' }]);
  },
);

it('reads schools that stand beside each other, each with its period', () => {
  const rows: Row[] = [
    [
      [43, 'Upper School of Ports'],
      [300, 'Lower School of Ports'],
    ],
    [
      [43, '2007 – 2009'],
      [300, '2005 – 2007'],
    ],
    [
      [43, 'Master - Logistics'],
      [300, 'Diploma - Transport'],
    ],
  ];
  expect(sectionOf('Education', 'education', ...rows)).toEqual([
    {
      institution: 'Upper School of Ports',
      studyType: 'Master',
      area: 'Logistics',
      startDate: '2007',
      endDate: '2009',
    },
    {
      institution: 'Lower School of Ports',
      studyType: 'Diploma',
      area: 'Transport',
      startDate: '2005',
      endDate: '2007',
    },
  ]);
});
