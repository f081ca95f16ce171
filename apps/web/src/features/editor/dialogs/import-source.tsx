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
  const [broken, setBroken] = useState(false);
  const read = (json: string) => {
    const resume = parsed(json);
    setBroken(resume === undefined);
    if (resume !== undefined) onResume(resume);
  };
  return (
    <div className="flex flex-col gap-4">
      <DropUpload
        label={text('file')}
        hint={text('drop')}
        accept="application/json,.json"
        picture={<FileJson2 aria-hidden size={24} strokeWidth={1.5} className="text-muted" />}
        progress={null}
        onFile={(file) => void file.text().then(read)}
      />
      {(broken || Boolean(error)) && <Notice tone="bad">{broken ? text('notJson') : problemText(error)}</Notice>}
      <PasteForm busy={busy} onText={read} />
    </div>
  );
}

function PasteForm({ busy, onText }: { busy: boolean; onText: (text: string) => void }) {
  const text = useTranslations('editor.import');
  const [pasted, setPasted] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onText(pasted);
      }}
    >
      <Field label={text('paste')}>
        <TextArea
          value={pasted}
          spellCheck={false}
          className="max-h-52 font-mono text-xs"
          onChange={(event) => setPasted(event.target.value)}
        />
      </Field>
      <DialogActions>
        <Button type="submit" look="solid" busy={busy} disabled={pasted.trim() === ''}>
          {text('submit')}
        </Button>
      </DialogActions>
    </form>
  );
}

/** A text as JSON; undefined when it is none. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
