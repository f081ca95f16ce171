import { findCommands } from './commands';

const commands = ['Go to Experience', 'Go to Skills', 'Template: Modern', 'Export PDF'].map((label) => ({
  id: label,
  label,
  run: () => undefined,
}));
const found = (typed: string) => findCommands(commands, typed).map(({ label }) => label);

describe('findCommands', () => {
  it('finds commands by beginnings of words in any order', () => {
    expect(found('exp go')).toEqual(['Go to Experience']);
    expect(found('mod')).toEqual(['Template: Modern']);
  });

  it('lists every command for an empty search and none for an unknown word', () => {
    expect(found(' ')).toHaveLength(4);
    expect(found('zebra')).toEqual([]);
  });
});
