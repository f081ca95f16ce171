'use client';

import { FileJson2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemText } from '@/features/session/use-problem-text';
import { Button } from '@/ui/button';
import { DialogActions } from '@/ui/dialog';
import { Field, TextArea } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { DropUpload } from '../drop-upload';

interface ImportSourceProps {
  busy: boolean;
  error: unknown;
  onResume: (resume: unknown) => void;
}

/** Where a résumé comes from: a file that is chosen or dropped, or pasted text. */
export function ImportSource({ busy, error, onResume }: ImportSourceProps) {
  const text = useTranslations('editor.import');
  const problemText = useProblemText();
  const [pasted, setPasted] = useState('');
  const [broken, setBroken] = useState(false);
  const read = (json: string) => {
    try {
      const resume: unknown = JSON.parse(json);
      setBroken(false);
      onResume(resume);
    } catch {
      setBroken(true);
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        read(pasted);
      }}
      className="flex flex-col gap-4"
    >
      <DropUpload
        label={text('file')}
        hint={text('drop')}
        accept="application/json,.json"
        picture={<FileJson2 aria-hidden size={24} strokeWidth={1.5} className="text-muted" />}
        progress={null}
        onFile={(file) => void file.text().then(read)}
      />
      <Field label={text('paste')}>
        <TextArea
          value={pasted}
          spellCheck={false}
          className="max-h-52 font-mono text-xs"
          onChange={(event) => setPasted(event.target.value)}
        />
      </Field>
      {(broken || Boolean(error)) && <Notice tone="bad">{broken ? text('notJson') : problemText(error)}</Notice>}
      <DialogActions>
        <Button type="submit" look="solid" busy={busy} disabled={pasted.trim() === ''}>
          {text('submit')}
        </Button>
      </DialogActions>
    </form>
  );
}
