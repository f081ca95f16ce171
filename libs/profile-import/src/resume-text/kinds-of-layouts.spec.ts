import { head, positions, readRows, type Row } from '../testing/rows';

describe.each([
  ['English', ['Profile', 'Experience', 'Education', 'Skills', 'Languages']],
  ['Turkish', ['Profil', 'İş Deneyimi', 'Eğitim', 'Beceriler', 'Diller']],
  ['Portuguese', ['Perfil', 'Experiência', 'Formação', 'Competências', 'Idiomas']],
])('headings in the margin, one below the other, in %s', (_language, [profile, work, school, skills, languages]) => {
  const { resume, unplaced } = readRows(
    ...head,
    [
      [43, `# ${profile}`],
      [148, 'Plans berths and yards for a living. Ten years of shifts in two ports.'],
    ],
    [
      [43, `# ${work}`],
      [148, 'Lead planner'],
      [450, '03/2021 – Present'],
    ],
    [[148, 'Port Works']],
    [[162, 'Cut waiting by 20% in the whole port and wrote its handbook of storms']],
    [
      [148, 'Junior agent'],
      [450, '09/2015 – 02/2021'],
    ],
    [[148, 'Blue Shipping']],
    [
      [43, `# ${school}`],
      [148, 'BSc Logistics'],
      [450, '2008 – 2012'],
    ],
    [[148, 'Upper School of Ports']],
    [
      [43, `# ${skills}`],
      [148, 'Berth planning, Python, SQL'],
    ],
    [
      [43, `# ${languages}`],
      [148, 'Spanish (native)'],
    ],
  );

  it('opens a section at each heading of the margin, not a column of headings', () => {
    expect(unplaced).toEqual([]);
    expect(resume).toMatchObject({
      basics: { summary: 'Plans berths and yards for a living. Ten years of shifts in two ports.' },
      work: positions,
      education: [{ institution: 'Upper School of Ports' }],
      skills: [{ name: 'Berth planning' }, { name: 'Python' }, { name: 'SQL' }],
      languages: [{ language: 'Spanish' }],
    });
  });
});

it.each([
  ['Experiência', 'profissional', 'Formação', 'académica'],
  ['Expérience', 'professionnelle', 'Formation', 'académique'],
  ['Work', 'Experience', 'Education and', 'Training'],
])('joins a heading of the margin on two lines: %s %s', (work, more, school, rest) => {
  const { resume } = readRows(
    ...head,
    [
      [95, '# Skills'],
      [173, 'Python, SQL'],
    ],
    [
      [90, '# Languages'],
      [173, 'Spanish (native)'],
    ],
    [
      [160 - work.length * 6, `# ${work}`],
      [173, 'Lead planner'],
      [450, '03/2021 – Present'],
    ],
    [
      [160 - more.length * 6, `# ${more}`],
      [173, 'Port Works'],
    ],
    [
      [173, 'Junior agent'],
      [450, '09/2015 – 02/2021'],
    ],
    [[173, 'Blue Shipping']],
    [
      [160 - school.length * 6, `# ${school}`],
      [173, 'BSc Logistics'],
      [450, '2008 – 2012'],
    ],
    [
      [160 - rest.length * 6, `# ${rest}`],
      [173, 'Upper School of Ports'],
    ],
  );
  expect(resume).toMatchObject({ work: positions, education: [{ institution: 'Upper School of Ports' }] });
});

it.each([
  ['WORK', 'EXPERIENCE'],
  ['E X P E R I E N C I A', 'L A B O R A L'],
  ['DOŚWIADCZENIE', 'ZAWODOWE'],
])('joins a heading that is wrapped in a narrow column: %s %s', (first, second) => {
  const { resume } = readRows(
    ...head,
    [[43, '# SKILLS']],
    [[43, 'Python, SQL']],
    [[43, `# ${first}`]],
    [[43, `# ${second}`]],
    [
      [43, 'Lead planner'],
      [450, '03/2021 – Present'],
    ],
    [[43, 'Port Works']],
  );
  expect(resume['work']).toEqual(positions.slice(0, 1));
});

it.each([
  [153, '15/03/2021 – Present'],
  [160, '1.3.2021 – heute'],
  [143, '03/2021 – Present '],
])('reads drawn bullets beside a column of dates as highlights, at %d points', (x, period) => {
  const { resume } = readRows(
    [[43, '! Mira Solano']],
    [[43, 'mira@example.org | +34 600 000 000 | Valencia, Spain']],
    [[43, '# Experience']],
    [
      [43, period],
      [x, 'Lead planner'],
    ],
    [[x, 'Port Works']],
    [[x + 14, 'Cut waiting by 20%']],
    [[x + 14, 'Wrote the storm handbook']],
  );
  expect(resume['work']).toEqual([
    {
      ...positions[0],
      startDate: expect.stringMatching(/^2021-03/),
      highlights: ['Cut waiting by 20%', 'Wrote the storm handbook'],
    },
  ]);
});

it.each([
  [270, 185],
  [240, 150],
])('finds the gutter at the right column, not at dates in the left: %d, %d', (edge, dates) => {
  const left = [
    '# Contact',
    'mira@example.org',
    '+34 600 000 000',
    '# Education',
    'BSc Logistics',
    'Upper School of Ports',
    '# Skills',
    'Python',
  ];
  const right = [
    '! Mira Solano',
    '# Profile',
    'Plans berths and yards for a living.',
    '# Experience',
    'Lead planner',
    '03/2021 – Present',
    'Port Works',
    'Ran the desk of the whole port, by night and by day',
  ];
  const rows = left.map((text, index): Row => {
    const beside = text === 'BSc Logistics' ? [[dates, '2008–12'] as const] : [];
    return [[43, text], ...beside, [edge, right[index] ?? '']];
  });
  const { resume } = readRows(...rows);
  expect(resume).toMatchObject({
    basics: { name: 'Mira Solano', summary: 'Plans berths and yards for a living.' },
    education: [{ institution: 'Upper School of Ports', startDate: '2008', endDate: '2012' }],
    work: [{ name: 'Port Works', position: 'Lead planner' }],
  });
});

describe('titles of items that look like the headings of sections', () => {
  const rows = (...titles: string[]): Row[] => [
    ...titles.flatMap((title, index): Row[] => [
      [[43, `# ${title}`]],
      [[43, 'Lead planner']],
      [[43, `201${index} – 201${index + 1}`]],
      [[63, 'Ran the desk of the whole port']],
    ]),
  ];

  it('reads titles that look like headings below a heading without text of its own', () => {
    const { resume } = readRows(
      [[43, '! Mira Solano']],
      [[43, '# Experience']],
      ...rows('Port Works', 'Blue Shipping'),
      [[43, '# Skills']],
      [[43, 'Knots']],
    );
    expect(resume['work']).toMatchObject([
      { name: 'Port Works', position: 'Lead planner', startDate: '2010', endDate: '2011' },
      { name: 'Blue Shipping', position: 'Lead planner', startDate: '2011', endDate: '2012' },
    ]);
    expect(resume).not.toHaveProperty('meta');
  });

  it('ends items at a known heading without a field', () => {
    const { resume } = readRows(
      [[43, '! Mira Solano']],
      [[43, '# Experience']],
      ...rows('Port Works'),
      [[43, '# Declaration']],
      [[43, 'All of it is true.']],
    );
    expect(resume).toMatchObject({
      work: [{ name: 'Port Works' }],
      meta: { canar: { custom: [{ title: 'Declaration' }] } },
    });
  });
});

it('finds a narrow gutter between cells of a table that both have headings', () => {
  const left = ['# Contact', 'mira.solano@carillon.org', '+34 600 000 000', '# Skills', 'Knots', 'Ropes', 'Sails'];
  const right = [
    '# Profile',
    'Runs the desk of the whole port by night.',
    '# Experience',
    'Lead planner',
    'Port Works',
    '2015 – 2021',
    'Cut waiting by 20%',
  ];
  const edge = 43 + (left[1] ?? '').length * 5 + 6;
  const { resume } = readRows(
    [[43, '! Mira Solano']],
    ...left.map((text, index): Row => [
      [43, text],
      [edge, right[index] ?? ''],
    ]),
  );
  expect(resume).toMatchObject({
    basics: { email: 'mira.solano@carillon.org', phone: '+34 600 000 000', summary: right[1] },
    work: [{ name: 'Port Works', position: 'Lead planner', startDate: '2015', endDate: '2021' }],
    skills: [{ name: 'Knots' }, { name: 'Ropes' }, { name: 'Sails' }],
  });
});
