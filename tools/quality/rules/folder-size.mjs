import { readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';

/** Reports the files of a folder beyond the maximum, in the order of their names. Subfolders do not count. */
export const folderSize = {
  meta: {
    type: 'suggestion',
    docs: { description: 'A folder has a maximum number of files.' },
    messages: { tooMany: 'This folder has {{count}} files, {{max}} is the maximum. Group them by duty.' },
    schema: [{ type: 'object', properties: { max: { type: 'integer' } }, required: ['max'] }],
  },
  create: (context) => ({
    Program(node) {
      const { max } = context.options[0];
      const entries = readdirSync(dirname(context.filename), { withFileTypes: true });
      const names = entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
      if (names.sort().indexOf(basename(context.filename)) < max) return;
      context.report({ node, messageId: 'tooMany', data: { count: String(names.length), max: String(max) } });
    },
  }),
};
