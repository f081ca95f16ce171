import { Check, FileJson2, Link2, Undo2 } from 'lucide-react';
import type { Locale } from '@/i18n/locales';
import { translatorOf } from '@/i18n/catalogue';
import { buttonClass } from '@/ui/button-class';

const sheet = 'w-full max-w-xs rounded-surface border border-hairline bg-raised p-4 text-sm';
const icon = { size: 16, strokeWidth: 1.5, 'aria-hidden': true } as const;

/** A small picture of an import's result. */
export function ImportMiniature({ locale }: { locale: Locale }) {
  const text = translatorOf(locale, 'site.miniature');
  return (
    <div role="img" aria-label={text('import')} className={sheet}>
      <p className="flex items-center gap-2 font-medium">
        <FileJson2 {...icon} /> {text('file')}
      </p>
      <p className="mt-3 flex items-center gap-2 border-t border-hairline pt-3">
        <Check {...icon} className="text-leaf" /> {text('read')}
      </p>
      <p className="mt-2 flex items-center gap-2">
        <Link2 {...icon} className="text-leaf" /> {text('repaired')}
      </p>
      <p className="mt-1 pl-6 text-xs text-muted">
        <del>{text('repairedFrom')}</del>
        <br />
        {text('repairedTo')}
      </p>
    </div>
  );
}

/** A small picture of a field being written and its draft stored. */
export function EditorMiniature({ locale }: { locale: Locale }) {
  const text = translatorOf(locale, 'site.miniature');
  return (
    <div role="img" aria-label={text('editor')} className={sheet}>
      <p className="flex items-baseline justify-between gap-3">
        <span className="font-medium">{text('field')}</span>
        <span className="figures text-xs text-muted">{text('saved')}</span>
      </p>
      <p className="mt-2 rounded-control border border-ink px-3 py-2 ring-2 ring-focus ring-offset-2 ring-offset-raised">
        {text('value')}
        <span className="ml-px inline-block h-4 w-px translate-y-0.5 bg-ink" />
      </p>
      <p className="mt-4 border-t border-hairline pt-3 text-muted">{text('free')}</p>
    </div>
  );
}

/** A small picture of the one button that costs, and of the address that comes of it. */
export function ShareMiniature({ locale }: { locale: Locale }) {
  const text = translatorOf(locale, 'site.miniature');
  return (
    <div role="img" aria-label={text('shared')} className={sheet}>
      <p className="flex flex-wrap items-center justify-between gap-2">
        <span className={buttonClass({ look: 'main' })}>{text('save')}</span>
        <span className="figures text-xs text-muted">{text('balance')}</span>
      </p>
      <p className="figures mt-3 flex items-center gap-2 border-t border-hairline pt-3">
        <Check {...icon} className="text-leaf" /> {text('after')}
      </p>
      <p className="mt-2 flex items-center gap-2 text-muted">
        <Undo2 {...icon} /> {text('undo')}
      </p>
      <p className="mt-3 flex items-center gap-2 rounded-control bg-sunken px-3 py-2">
        <Link2 {...icon} /> {text('address')}
      </p>
    </div>
  );
}
