import { entrySentence } from './entry-text';

describe('the sentence of a statement line', () => {
  it.each([
    ['grant', null, 'plan', 'plan'],
    ['grant', null, 'top_up', 'topUp'],
    ['grant', null, null, 'operator'],
    ['charge', 'profile.edit', 'plan', 'edit'],
    ['charge', 'other', 'plan', 'charge'],
    ['reversal', 'profile.edit', null, 'undone'],
    ['expiry', null, 'plan', 'expiry'],
    ['take_back', null, 'plan', 'takeBack'],
  ] as const)('describes %s of %s from %s as "%s"', (kind, action, source, sentence) => {
    expect(entrySentence({ kind, action, source })).toBe(sentence);
  });
});
