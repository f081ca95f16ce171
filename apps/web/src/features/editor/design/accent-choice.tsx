'use client';

import { clsx } from 'clsx';
import { useTranslations } from 'use-intl';
import { withValue } from '../model/edits';
import { useDocument, useEditor } from '../store/editor-context';

/** Inks that stand well on paper; the templates adjust them for text. */
const accents = ['#7a2e2e', '#b3402e', '#9a6a00', '#1e6b52', '#1f5f8b', '#3b3f8f', '#6b3a75', '#17181c'];

/** The accent colour of the document, or the template's own. */
export function AccentChoice() {
  const text = useTranslations('editor.design');
  const { store } = useEditor();
  const accent = useDocument().meta?.canar?.design?.accent;
  const choose = (value: string | undefined) =>
    store.edit('design', (current) => withValue(current, ['meta', 'canar', 'design', 'accent'], value));
  return (
    <fieldset>
      <legend className="mb-2 text-sm font-medium">{text('accent')}</legend>
      <div className="flex flex-wrap gap-2">
        {accents.map((value) => (
          <Ink key={value} value={value} chosen={accent === value} onChoose={() => choose(value)} />
        ))}
      </div>
      <label className="mt-3 flex items-center gap-2 text-sm">
        <input
          type="radio"
          name="accent"
          className="accent-leaf"
          checked={accent === undefined}
          onChange={() => choose(undefined)}
        />
        {text('accentNone')}
      </label>
    </fieldset>
  );
}

function Ink({ value, chosen, onChoose }: { value: string; chosen: boolean; onChoose: () => void }) {
  return (
    <label
      title={value}
      className={clsx(
        'size-7 rounded-full outline-offset-2 outline-focus has-focus-visible:outline-2',
        chosen ? 'ring-2 ring-ink ring-offset-2 ring-offset-paper' : 'ring-1 ring-edge',
      )}
      style={{ background: value }}
    >
      <input type="radio" name="accent" aria-label={value} className="sr-only" checked={chosen} onChange={onChoose} />
    </label>
  );
}
