import { designOf } from '@canar/profile-document';
import { lookOf } from './looks';

const photoOf = (template: 'classic' | 'fresher' | 'modern', photo?: string) =>
  lookOf(template, designOf({ meta: { canar: { design: { photo } } } })).photo;

describe('the form of a printed photo', () => {
  it('prints the photo as the template does by default', () => {
    expect([photoOf('classic'), photoOf('fresher'), photoOf('modern')]).toEqual(['round', 'rounded', 'square']);
  });

  it('prints the photo as the document chooses, or none', () => {
    expect([photoOf('classic', 'square'), photoOf('modern', 'round'), photoOf('fresher', 'hidden')]).toEqual([
      'square',
      'round',
      'hidden',
    ]);
  });
});
