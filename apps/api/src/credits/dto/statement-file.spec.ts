import type { Entry } from './credits.dto';
import { statementCsv } from './statement-file';

const entry: Entry = {
  id: 'e1',
  kind: 'charge',
  amount: -5,
  balanceAfter: 495,
  action: 'profile.edit',
  source: null,
  profile: { id: 'p1', title: 'Engineer, "senior"' },
  revisionNumber: 1,
  effectiveAt: '2026-01-15T10:00:00.000Z',
  recordedAt: '2026-01-15T10:00:00.000Z',
};

describe('statementCsv', () => {
  it('quotes only fields that need it and writes amounts as numbers', () => {
    expect(statementCsv([entry])).toBe(
      'effectiveAt,kind,action,source,profile,revisionNumber,amount,balanceAfter,id\r\n' +
        '2026-01-15T10:00:00.000Z,charge,profile.edit,,"Engineer, ""senior""",1,-5,495,e1\r\n',
    );
  });

  it.each(['=HYPERLINK(1)', '+1', '-1', '@A1', '＝1+1', '＋1', '－1', '＠A1'])(
    'escapes the title %s, which a spreadsheet would execute',
    (title) => {
      const formula = { ...entry, profile: { id: 'p1', title } };
      expect(statementCsv([formula])).toContain(`,'${title},`);
    },
  );
});
