import { type ProfileDocument, usableLocale } from '@canar/profile-document';
import { type Content, contentOf } from '@canar/profile-print';
import type { Task } from '../../../platform/heavy-work/task';
import { vcardOf } from './vcard';
import { markdownOf } from './markdown';

const loadWord = () => import('./word');

/** A file that other programs read, and how it is written of what may be seen of a document. */
interface Format {
  readonly mediaType: string;
  readonly write: (visible: ProfileDocument) => Uint8Array | Promise<Uint8Array>;
}

/** The export formats beside PDF and JSON, by file extension. */
export const formats = {
  md: { mediaType: 'text/markdown; charset=utf-8', write: (visible) => Buffer.from(markdownOf(content(visible))) },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: async (visible) => (await loadWord()).wordOf(content(visible)),
  },
  vcf: { mediaType: 'text/vcard; charset=utf-8', write: (visible) => Buffer.from(vcardOf(visible)) },
} as const satisfies Record<string, Format>;

function content(visible: ProfileDocument): Content {
  return contentOf(visible, usableLocale(visible.meta?.canar?.locale));
}

/** Writes what may be seen of a document in a format. */
export const writeFormat: Task<{ format: keyof typeof formats; visible: ProfileDocument }, Uint8Array> = {
  name: 'write-format',
  prepare: loadWord,
  execute: ({ format, visible }) => formats[format].write(visible),
};
