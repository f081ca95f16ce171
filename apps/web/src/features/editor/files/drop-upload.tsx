'use client';

import { clsx } from 'clsx';
import { useId } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { buttonClass } from '@/ui/button-class';
import { useDrop } from '@/ui/form/use-drop';

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
  const { over, place } = useDrop(onFile);
  const onChange = (event: React.ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    if (file) onFile(file);
    event.target.value = '';
  };
  return (
    <div
      ref={place}
      className={clsx(
        'flex flex-col items-start gap-2 rounded-control border border-dashed p-3',
        over ? 'border-ink bg-canary-soft' : 'border-edge',
      )}
    >
      <div className="grid min-h-12 place-items-center">{picture}</div>
      <label htmlFor={id} className={clsx(buttonClass({ size: 'small' }), 'outline-focus has-focus-visible:outline-2')}>
        {label}
        <input id={id} type="file" accept={accept} className="sr-only" onChange={onChange} />
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
