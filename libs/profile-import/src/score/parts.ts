import { createHash } from 'node:crypto';

/** A part of the corpus: what the reader was developed on, strangers' files it may be mended on, and those that are only counted. */
export const parts = ['developed', 'open', 'held-out'] as const;

export type Part = (typeof parts)[number];

const digestOf = (name: string): Buffer => createHash('sha256').update(name).digest();

/** The part that a file made after the reader belongs to, by the hash of its name: 70 of 100 are open. */
export function partOf(name: string): Part {
  return digestOf(name).readUInt32BE(0) % 10 < 7 ? 'open' : 'held-out';
}

/** Whether the tests of every change read a file of the open part: about one of ten, by the hash of its name. */
export function isSampled(name: string): boolean {
  return digestOf(name).readUInt32BE(4) % 10 === 0;
}
