import { someone } from '../../auth/testing';

describe('a chapter longer than forty lines', () => {
  it('is no function', () => {
    expect(someone.userId).toBe('someone');
  });

  it('may hold', () => {
    expect(1).toBe(1);
  });

  it('as many', () => {
    expect(1).toBe(1);
  });

  it('short', () => {
    expect(1).toBe(1);
  });

  it('examples', () => {
    expect(1).toBe(1);
  });

  it('of one', () => {
    expect(1).toBe(1);
  });

  it('behaviour', () => {
    expect(1).toBe(1);
  });

  it('as it', () => {
    expect(1).toBe(1);
  });

  it('takes to', () => {
    expect(1).toBe(1);
  });

  it('tell what', () => {
    expect(1).toBe(1);
  });

  it('the thing', () => {
    expect(1).toBe(1);
  });

  it('does', () => {
    expect(process.env['HOME']).toBeDefined();
  });
});
