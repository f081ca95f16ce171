'use client';

import type { DocumentChange } from '@canar/profile-document';
import { useTranslations } from 'use-intl';
import { Status } from '@/ui/status';
import { usePlaceText } from './use-place-text';
import { useValueText } from './use-value-text';

const tones = { added: 'good', removed: 'bad', changed: 'bright', moved: 'calm' } as const;
const maxChanges = 200;

/** What differs between two documents, a line for each place: what stood there and what stands there now. */
export function ChangeList({ changes }: { changes: readonly DocumentChange[] }) {
  const text = useTranslations('editor.changes');
  if (changes.length === 0) return <p className="text-muted">{text('none')}</p>;
  return (
    <>
      <ul className="divide-y divide-hairline border-y border-hairline">
        {changes.slice(0, maxChanges).map((change, index) => (
          <ChangeLine key={index} change={change} />
        ))}
      </ul>
      {changes.length > maxChanges && (
        <p className="mt-2 text-sm text-muted">{text('more', { count: changes.length - maxChanges })}</p>
      )}
    </>
  );
}

function ChangeLine({ change }: { change: DocumentChange }) {
  const text = useTranslations('editor.changes');
  const placeText = usePlaceText();
  const valueText = useValueText();
  const { kind, place, before, after } = change;
  return (
    <li className="py-2.5 text-sm">
      <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1 font-medium">
        <Status tone={tones[kind]}>{text(kind)}</Status>
        <span className="wrap-anywhere">{placeText(place)}</span>
      </p>
      {kind === 'moved' ? (
        <p className="figures text-muted">{text('places', { from: Number(before), to: Number(after) })}</p>
      ) : (
        <>
          {before !== undefined && (
            <del className="block wrap-anywhere whitespace-pre-line text-muted">{valueText(place, before)}</del>
          )}
          {after !== undefined && (
            <ins className="block wrap-anywhere whitespace-pre-line no-underline">{valueText(place, after)}</ins>
          )}
        </>
      )}
    </li>
  );
}
