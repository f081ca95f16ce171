'use client';

import { FileInput, PenLine, Sparkles } from 'lucide-react';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { FileDrop } from './file-drop';
import type { Beginning } from './use-beginning';

interface BeginningChoiceProps {
  busy: boolean;
  onBegin: (beginning: Beginning) => void;
}

/** Three ways to begin a profile. */
export function BeginningChoice({ busy, onBegin }: BeginningChoiceProps) {
  const text = useTranslations('start');
  return (
    <div className="grid gap-4 md:grid-cols-3">
      <Way icon={FileInput} title={text('import.title')}>
        <FileDrop label={text('import.act')} hint={text('import.body')} busy={busy} onFile={onBegin} />
      </Way>
      <Way icon={Sparkles} title={text('sample.title')} body={text('sample.body')}>
        <Button disabled={busy} onClick={() => onBegin('sample')}>
          {text('sample.act')}
        </Button>
      </Way>
      <Way icon={PenLine} title={text('blank.title')} body={text('blank.body')}>
        <Button disabled={busy} onClick={() => onBegin('blank')}>
          {text('blank.act')}
        </Button>
      </Way>
    </div>
  );
}

interface WayProps {
  icon: typeof FileInput;
  title: string;
  body?: string;
  children: React.ReactNode;
}

function Way({ icon: Icon, title, body, children }: WayProps) {
  const id = useId();
  return (
    <Card className="p-5">
      <section aria-labelledby={id} className="flex h-full flex-col items-start gap-3">
        <Icon aria-hidden size={22} strokeWidth={1.5} className="text-muted" />
        <h2 id={id} className="text-xl">
          {title}
        </h2>
        {body && <p className="grow text-sm text-muted">{body}</p>}
        {children}
      </section>
    </Card>
  );
}
