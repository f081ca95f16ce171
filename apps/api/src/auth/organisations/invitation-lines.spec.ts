import { invitationLines } from './invitation-lines';

const read = (csv: string) =>
  invitationLines(csv, 'viewer').map(({ line, email, role, fault }) => [line, email, role ?? fault]);

describe('invitationLines', () => {
  it('reads addresses with and without a role, by any separator, after a heading', () => {
    const csv =
      '\ufeffE-mail,Role\r\nasha@example.in,Editor\r\n\r\n bina@example.in ;billing\r\nchand@example.in\tADMIN\r\ndevi@example.in';
    expect(read(csv)).toEqual([
      [2, 'asha@example.in', 'editor'],
      [4, 'bina@example.in', 'billing'],
      [5, 'chand@example.in', 'admin'],
      [6, 'devi@example.in', 'viewer'],
    ]);
  });

  it('names the fault of each line, and goes on', () => {
    const csv = 'asha@example.in\nasha\nbina@example.in,owner\nASHA@example.in,editor\n,editor\nas\u202eha@example.in';
    expect(read(csv)).toEqual([
      [1, 'asha@example.in', 'viewer'],
      [2, 'asha', 'email.malformed'],
      [3, 'bina@example.in', 'role.unknown'],
      [4, 'ASHA@example.in', 'line.duplicate'],
      [5, '', 'email.malformed'],
      [6, 'as\u202eha@example.in', 'email.malformed'],
    ]);
  });

  it('rejects more than 200 lines, and a quotation that does not end', () => {
    const lines = (count: number) => Array.from({ length: count }, (_, index) => `a${index}@example.in`).join('\n');
    expect(read(`email\n${lines(200)}`)).toHaveLength(200);
    expect(() => read(lines(201))).toThrow(expect.objectContaining({ code: 'invitation.too-many-lines' }));
    expect(() => read(`email\n${lines(5_000)}`)).toThrow(
      expect.objectContaining({ code: 'invitation.too-many-lines' }),
    );
    expect(() => read('"asha@example.in')).toThrow(expect.objectContaining({ code: 'invitation.file-unreadable' }));
  });
});
