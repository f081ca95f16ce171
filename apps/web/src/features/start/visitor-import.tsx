'use client';

import type { ProfileDocument } from '@canar/profile-document';
import { createTranslator } from 'use-intl/core';
import type { Messages } from '@/i18n/catalogue';
import { formatTags, localePath, type Locale } from '@/i18n/locales';
import { problemKey } from '@/lib/api/problem';
import type { Imported } from '@/lib/api/types';
import { Button } from '@/ui/button';
import { buttonClass } from '@/ui/button-class';
import { Notice } from '@/ui/notice';
import { FileDrop } from './file-drop';
import { useVisitorImport } from './use-visitor-import';

type Text = Messages['start']['visitor'];

interface VisitorImportProps {
  locale: Locale;
  text: Text;
  /** the sentences of what may go wrong, by the key of the problem */
  problems: Partial<Record<string, string>> & { unexpected: string };
}

/** Import on the front page, before there is an account: what was read, and the way to keep it. */
export function VisitorImport({ locale, text, problems }: VisitorImportProps) {
  const { imported, reading, problem, take, discard } = useVisitorImport();
  if (imported) return <Waiting locale={locale} text={text} imported={imported} onDiscard={() => void discard()} />;
  return (
    <div className="flex flex-col gap-3">
      <FileDrop label={text.choose} hint={text.hint} busy={reading !== null} onFile={(file) => void take(file)} />
      <p role="status" className="text-sm wrap-anywhere empty:hidden">
        {reading !== null && text.reading.replace('{name}', reading)}
      </p>
      {problem && <Notice tone="bad">{problems[problemKey(problem.code)] ?? problems.unexpected}</Notice>}
    </div>
  );
}

interface WaitingProps {
  locale: Locale;
  text: Text;
  imported: Imported;
  onDiscard: () => void;
}

function Waiting({ locale, text, imported, onDiscard }: WaitingProps) {
  const { basics } = imported.document as ProfileDocument;
  const found = createTranslator({ locale: formatTags[locale], messages: { found: text.found } });
  const values = { name: basics?.name?.trim() || text.nameless, sections: imported.placed.length };
  return (
    <div className="rounded-surface border border-leaf/30 bg-leaf-soft p-4">
      <p role="status" className="font-medium wrap-anywhere">
        {found('found', values)}
      </p>
      <p className="mt-1 text-sm text-muted">{text.waits}</p>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <a href={localePath(locale, '/sign-up/')} className={buttonClass({ look: 'solid' })}>
          {text.keep}
        </a>
        <a
          href={`${localePath(locale, '/sign-in/')}?next=${encodeURIComponent(localePath(locale, '/start/'))}`}
          className="link text-sm"
        >
          {text.signIn}
        </a>
        <Button look="bare" onClick={onDiscard} className="ml-auto">
          {text.discard}
        </Button>
      </div>
    </div>
  );
}
