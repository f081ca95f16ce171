import { pressBullet, type BulletKey } from './bullets';

const lines = ['first', 'second', ''];
const press = (key: string, change: Partial<BulletKey> = {}): BulletKey => ({
  key,
  alt: false,
  shift: false,
  start: 0,
  end: 0,
  ...change,
});

describe('keys in a bullet', () => {
  it('Enter at the end makes the next one', () => {
    expect(pressBullet(lines, 0, press('Enter', { start: 5, end: 5 }))).toEqual({
      lines: ['first', '', 'second', ''],
      focus: 1,
    });
  });

  it('Enter inside splits it', () => {
    expect(pressBullet(lines, 1, press('Enter', { start: 3, end: 4 }))?.lines).toEqual(['first', 'sec', 'nd', '']);
  });

  it('Backspace takes an empty one away, and only an empty one', () => {
    expect(pressBullet(lines, 2, press('Backspace'))).toEqual({ lines: ['first', 'second'], focus: 1 });
    expect(pressBullet(lines, 0, press('Backspace'))).toBeNull();
  });

  it('Alt and an arrow move it, but not over the ends', () => {
    expect(pressBullet(lines, 1, press('ArrowUp', { alt: true }))).toEqual({
      lines: ['second', 'first', ''],
      focus: 0,
    });
    expect(pressBullet(lines, 2, press('ArrowDown', { alt: true }))).toBeNull();
    expect(pressBullet(lines, 1, press('ArrowUp'))).toBeNull();
  });
});
