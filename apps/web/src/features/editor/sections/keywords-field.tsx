'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Field, TextInput } from '@/ui/form/field';
import type { Path } from '@/signed-in/document/edits';
import { keywordsOf } from '@/signed-in/document/tidy';
import { useWrite } from './use-field';

/** Keywords in one line, separated by commas; what is typed stays as typed until the field is left. */
export function KeywordsField({ label, path, words }: { label: string; path: Path; words: string[] }) {
  const text = useTranslations('editor.hints');
  const write = useWrite(path);
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Field label={label} hint={text('keywords')}>
      <TextInput
        value={typed ?? words.join(', ')}
        compact
        onChange={(event) => {
          setTyped(event.target.value);
          write(keywordsOf(event.target.value));
        }}
        onBlur={() => setTyped(null)}
      />
    </Field>
  );
}
