'use client';

import { Field, TextArea, TextInput } from '@/ui/form/field';
import type { Path } from '@/signed-in/document/edits';
import { tidyText, visibleText } from '@/signed-in/document/tidy';
import { pasteClean } from './paste-clean';
import { useWarning, useWrite } from './use-field';

interface TextFieldProps {
  label: string;
  path: Path;
  value: string;
  kind: 'line' | 'text' | 'url';
  hint?: string;
  type?: 'text' | 'email' | 'tel';
}

/** A text of the document; what is unfinished in it is said below, never rejected. */
export function TextField({ label, path, value, kind, hint, type = 'text' }: TextFieldProps) {
  const write = useWrite(path);
  const warning = useWarning(path);
  return (
    <Field label={label} hint={warning ?? hint}>
      {kind === 'text' ? (
        <TextArea
          value={value}
          maxLength={20_000}
          compact
          className="min-h-20"
          onPaste={pasteClean(tidyText)}
          onChange={(event) => write(event.target.value)}
        />
      ) : (
        <TextInput
          type={kind === 'url' ? 'url' : type}
          inputMode={kind === 'url' ? 'url' : undefined}
          value={value}
          maxLength={kind === 'url' ? 2048 : 1000}
          compact
          onPaste={pasteClean(visibleText)}
          onChange={(event) => write(event.target.value)}
        />
      )}
    </Field>
  );
}
