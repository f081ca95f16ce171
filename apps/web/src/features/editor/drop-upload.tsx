'use client';

import { clsx } from 'clsx';
import { useId, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { buttonClass } from '@/ui/button-class';

interface DropUploadProps {
  label: string;
  hint: string;
  accept: string;
  picture: React.ReactNode;
  progress: number | null;
  onFile: (file: File) => void;
  children?: React.ReactNode;
}

/** A place for one file: choose it or drop it; shows how far it has come. */
export function DropUpload({ label, hint, accept, picture, progress, onFile, children }: DropUploadProps) {
  const id = useId();
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => files?.[0] && onFile(files[0]);
  return (
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
      className={clsx(
        'flex flex-col items-start gap-2 rounded-control border border-dashed p-3',
        over ? 'border-ink bg-canary-soft' : 'border-edge',
      )}
    >
      <div className="grid size-14 place-items-center">{picture}</div>
      <label htmlFor={id} className={clsx(buttonClass({ size: 'small' }), 'has-focus-visible:outline-2')}>
        {label}
        <input
          id={id}
          type="file"
          accept={accept}
          className="sr-only"
          onChange={(event) => {
            take(event.target.files);
            event.target.value = '';
          }}
        />
      </label>
      {progress === null ? <p className="text-xs wrap-anywhere text-muted">{hint}</p> : <Progress share={progress} />}
      {children && <div className="-ml-2 flex flex-wrap">{children}</div>}
    </div>
  );
}

function Progress({ share }: { share: number }) {
  const text = useTranslations('editor.files');
  const format = useFormatter();
  const label = text('progress', { share: format.number(share, { style: 'percent' }) });
  return (
    <div className="w-full">
      <progress value={share} max={1} aria-label={label} className="h-1 w-full accent-leaf" />
      <p role="status" className="figures text-xs text-muted">
        {label}
      </p>
    </div>
  );
}
