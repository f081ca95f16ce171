'use client';

import { useMessages } from 'use-intl';
import type { Messages } from '@/i18n/catalogue';
import { problemKey } from '@/lib/api/problem';
import { withValue, type Path } from '@/signed-in/document/edits';
import { useEditor, useEditorState } from '../store/editor-context';

/** Writes a field of the document; an empty value takes the field away. */
export function useWrite(path: Path): (value: string | readonly string[]) => void {
  const { store } = useEditor();
  return (value) =>
    store.edit(path.join('/'), (document) => withValue(document, path, value.length > 0 ? value : undefined));
}

/** What is unfinished in a field, in a sentence; undefined when nothing is. */
export function useWarning(path: Path): string | undefined {
  const pointer = `/${path.join('/')}`;
  const code = useEditorState(({ warnings }) => warnings.find((warning) => warning.pointer === pointer)?.code);
  const { editor } = useMessages() as Messages;
  const sentences: Partial<Record<string, string>> = editor.warnings;
  return code && sentences[problemKey(code)];
}
