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

  it('Alt, Shift and down copy it below', () => {
    const copied = pressBullet(lines, 0, press('ArrowDown', { alt: true, shift: true }));
    expect(copied).toEqual({ lines: ['first', 'first', 'second', ''], focus: 1 });
    expect(pressBullet(lines, 1, press('ArrowUp', { alt: true, shift: true }))).toBeNull();
  });
});

describe('text in a bullet', () => {
  it('pasted in lines becomes bullets, the last of them focused', () => {
    const paste = { text: '• one\n• two', start: 1, end: 5 };
    expect(pasteIntoBullet(lines, 0, paste)).toEqual({ lines: ['fone', 'two', 'second', ''], focus: 1 });
  });

  it('pasted as one line is left to the browser', () => {
    expect(pasteIntoBullet(lines, 0, { text: '• one', start: 0, end: 0 })).toBeNull();
  });

  it('has no line breaks', () => {
    expect(writeBullet(lines, 1, 'a\nb').lines).toEqual(['first', 'a b', '']);
  });
});
