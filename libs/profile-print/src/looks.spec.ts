import { designOf } from '@canar/profile-document';
import { lookOf } from './looks';

const photoOf = (template: 'classic' | 'fresher' | 'modern', photo?: string) =>
  lookOf(template, designOf({ meta: { canar: { design: { photo } } } })).photo;

describe('the form of a printed photo', () => {
  it('is that of the template where the document does not choose', () => {
    expect([photoOf('classic'), photoOf('fresher'), photoOf('modern')]).toEqual(['round', 'rounded', 'square']);
  });

  it('is what the document chooses, or no photo', () => {
    expect([photoOf('classic', 'square'), photoOf('modern', 'round'), photoOf('fresher', 'hidden')]).toEqual([
      'square',
      'round',
      'hidden',
    ]);
  });
});
