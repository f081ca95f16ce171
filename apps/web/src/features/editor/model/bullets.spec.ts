import { pasteIntoBullet, pressBullet, writeBullet, type BulletKey } from './bullets';

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
  it('adds a bullet on Enter at the end of one', () => {
    expect(pressBullet(lines, 0, press('Enter', { start: 5, end: 5 }))).toEqual({
      lines: ['first', '', 'second', ''],
      focus: 1,
    });
  });

  it('splits a bullet on Enter inside it', () => {
    expect(pressBullet(lines, 1, press('Enter', { start: 3, end: 4 }))?.lines).toEqual(['first', 'sec', 'nd', '']);
  });

  it('removes an empty bullet on Backspace, and only an empty one', () => {
    expect(pressBullet(lines, 2, press('Backspace'))).toEqual({ lines: ['first', 'second'], focus: 1 });
    expect(pressBullet(lines, 0, press('Backspace'))).toBeNull();
  });

  it('moves a bullet by Alt and an arrow, but not beyond the ends', () => {
    expect(pressBullet(lines, 1, press('ArrowUp', { alt: true }))).toEqual({
      lines: ['second', 'first', ''],
      focus: 0,
    });
    expect(pressBullet(lines, 2, press('ArrowDown', { alt: true }))).toBeNull();
    expect(pressBullet(lines, 1, press('ArrowUp'))).toBeNull();
  });

  it('copies a bullet below on Alt, Shift and down', () => {
    const copied = pressBullet(lines, 0, press('ArrowDown', { alt: true, shift: true }));
    expect(copied).toEqual({ lines: ['first', 'first', 'second', ''], focus: 1 });
    expect(pressBullet(lines, 1, press('ArrowUp', { alt: true, shift: true }))).toBeNull();
  });
});

describe('text in a bullet', () => {
  it('turns pasted lines into bullets and focuses the last one', () => {
    const paste = { text: '• one\n• two', start: 1, end: 5 };
    expect(pasteIntoBullet(lines, 0, paste)).toEqual({ lines: ['fone', 'two', 'second', ''], focus: 1 });
  });

  it('leaves pasting of one line to the browser', () => {
    expect(pasteIntoBullet(lines, 0, { text: '• one', start: 0, end: 0 })).toBeNull();
  });

  it('removes line breaks from the text of a bullet', () => {
    expect(writeBullet(lines, 1, 'a\nb').lines).toEqual(['first', 'a b', '']);
  });
});
