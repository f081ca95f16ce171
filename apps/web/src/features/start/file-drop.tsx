'use client';

import { clsx } from 'clsx';
import { FileInput } from 'lucide-react';
import { useId } from 'react';
import { buttonClass } from '@/ui/button-class';
import { useDrop } from '@/ui/form/use-drop';

const accept = [
  'application/json,.json,application/pdf,.pdf,application/zip,.zip',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document,.docx',
  'application/vnd.oasis.opendocument.text,.odt,text/plain,.txt,text/markdown,.md',
].join(',');

interface FileDropProps {
  label: string;
  /** what becomes of the file */
  hint: string;
  busy: boolean;
  onFile: (file: File) => void;
}

/** A place for a résumé: choose it or drop it. */
export function FileDrop({ label, hint, busy, onFile }: FileDropProps) {
  const id = useId();
  const { over, place } = useDrop((file) => !busy && onFile(file));
  return (
    <div
      ref={place}
      className={clsx(
        'flex flex-wrap items-center gap-x-4 gap-y-2 rounded-surface border border-dashed p-4',
        over ? 'border-ink bg-canary-soft' : 'border-edge',
      )}
    >
      <label
        htmlFor={id}
        className={clsx(
          buttonClass(),
          'outline-focus has-focus-visible:outline-2',
          busy && 'cursor-progress opacity-60',
        )}
      >
        <FileInput aria-hidden size={16} strokeWidth={1.5} />
        {label}
        <input
          id={id}
          type="file"
          accept={accept}
          disabled={busy}
          className="sr-only"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) onFile(file);
            event.target.value = '';
          }}
        />
      </label>
      <p className="min-w-48 grow basis-0 text-sm text-muted">{hint}</p>
    </div>
  );
}
