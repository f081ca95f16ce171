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
