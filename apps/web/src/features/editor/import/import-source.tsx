'use client';

import { FileInput } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemText } from '@/signed-in/use-problem-text';
import { Button } from '@/ui/button';
import { DialogActions } from '@/ui/overlay/dialog';
import { Field, TextArea } from '@/ui/form/field';
import { Notice } from '@/ui/notice';
import { DropUpload } from '../files/drop-upload';

interface ImportSourceProps {
  /** the file or the parsed text that is being read; null when none is */
  reading: unknown;
  error: unknown;
  /** a file, or a résumé that was pasted */
  onSource: (source: unknown) => void;
}

const accept = [
  'application/json,.json,application/pdf,.pdf,application/zip,.zip',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document,.docx',
  'application/vnd.oasis.opendocument.text,.odt,text/plain,.txt,text/markdown,.md',
].join(',');

/** Where a résumé comes from: a file that is chosen or dropped, or pasted text. */
export function ImportSource({ reading, error, onSource }: ImportSourceProps) {
  const text = useTranslations('editor.import');
  const problemText = useProblemText();
  const [broken, setBroken] = useState(false);
  const take = (source: unknown) => {
    setBroken(source === undefined);
    if (source !== undefined) onSource(source);
  };
  return (
    <div className="flex flex-col gap-4">
      <DropUpload
        label={text('file')}
        hint={text('drop')}
        accept={accept}
        picture={<FileInput aria-hidden size={24} strokeWidth={1.5} className="text-muted" />}
        progress={null}
        onFile={take}
      />
      <p className="text-xs text-muted">{text('linkedin')}</p>
      <p role="status" className="empty:hidden text-sm wrap-anywhere">
        {reading instanceof File && text('reading', { name: reading.name })}
      </p>
      {(broken || Boolean(error)) && <Notice tone="bad">{broken ? text('notJson') : problemText(error)}</Notice>}
      <PasteForm busy={reading !== null} onText={(pasted) => take(parsed(pasted))} />
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

/** A text as JSON, or as a file of plain text; undefined when it begins as JSON and is none. */
function parsed(pasted: string): unknown {
  try {
    return JSON.parse(pasted);
  } catch {
    const isText = !/^\s*[{[]/.test(pasted) && pasted.trim().includes('\n');
    return isText ? new File([pasted], 'pasted.txt', { type: 'text/plain' }) : undefined;
  }
}
