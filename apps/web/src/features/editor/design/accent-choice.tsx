'use client';

import { clsx } from 'clsx';
import { useTranslations } from 'use-intl';
import { Choice } from '@/ui/form/choice';
import { withValue } from '../model/edits';
import { useEditor, useEditorState } from '../store/editor-context';

/** Colours with enough contrast on paper; the templates adjust them for text. */
const accents = ['#7a2e2e', '#b3402e', '#9a6a00', '#1e6b52', '#1f5f8b', '#3b3f8f', '#6b3a75', '#17181c'];

/** The accent colour of the document, or the template's own. */
export function AccentChoice() {
  const text = useTranslations('editor.design');
  const { store } = useEditor();
  const accent = useEditorState(({ document }) => document.meta?.canar?.design?.accent);
  const choose = (value: string | undefined) =>
    store.edit('design', (current) => withValue(current, ['meta', 'canar', 'design', 'accent'], value));
  return (
    <Choice label={text('accent')} value={accent} onChange={choose}>
      {(radio) => (
        <>
          <div className="flex flex-wrap gap-2">
            {accents.map((value) => (
              <Swatch key={value} value={value} chosen={accent === value}>
                {radio(value, { className: 'sr-only', 'aria-label': value })}
              </Swatch>
            ))}
          </div>
          <label className="mt-3 flex items-center gap-2 text-sm">
            {radio(undefined, { className: 'accent-leaf' })}
            {text('accentNone')}
          </label>
        </>
      )}
    </Choice>
  );
}

interface SwatchProps {
  value: string;
  chosen: boolean;
  children: React.ReactNode;
}

function Swatch({ value, chosen, children }: SwatchProps) {
  return (
    <label
      title={value}
      className={clsx(
        'size-7 rounded-full outline-offset-2 outline-focus has-focus-visible:outline-2',
        chosen ? 'ring-2 ring-ink ring-offset-2 ring-offset-paper' : 'ring-1 ring-edge',
      )}
      style={{ background: value }}
    >
      {children}
    </label>
  );
}
