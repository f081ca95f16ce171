'use client';

import { useTranslations } from 'use-intl';
import type { HiddenField } from '@/lib/api/types';
import { Card } from '@/ui/card';
import type { Path } from '../model/edits';
import { useDocument } from '../store/editor-context';
import { SectionItems } from './section-items';
import { TextField } from './text-field';

type BasicsKey = keyof (typeof import('@/i18n/messages/en/editor.json'))['basics'];

/** One field of the header: where it stands, how wide and of what kind it is, and what may be said below it. */
interface BasicsField {
  name: BasicsKey;
  path: Path;
  kind: 'line' | 'text' | 'url';
  wide?: boolean;
  type?: 'email' | 'tel';
  hint?: BasicsKey;
  contact?: HiddenField;
}

const basicsField = (name: BasicsKey, rest: Partial<BasicsField> = {}): BasicsField => ({
  name,
  path: ['basics', name],
  kind: 'line',
  ...rest,
});
const locationField = (name: BasicsKey, rest: Partial<BasicsField> = {}): BasicsField => ({
  ...basicsField(name, rest),
  path: ['basics', 'location', name],
});

const fields: readonly BasicsField[] = [
  basicsField('name', { wide: true }),
  basicsField('label', { wide: true, hint: 'labelHint' }),
  basicsField('email', { type: 'email', wide: true, contact: 'email' }),
  basicsField('phone', { type: 'tel', wide: true, contact: 'phone' }),
  basicsField('url', { kind: 'url', wide: true }),
  locationField('city'),
  locationField('region'),
  locationField('countryCode', { hint: 'countryHint' }),
  locationField('postalCode'),
  locationField('address', { wide: true, contact: 'address' }),
  basicsField('summary', { kind: 'text', wide: true }),
];

/** Name, headline, contact, place, summary and links. */
export function BasicsCard({ hiddenFields }: { hiddenFields: readonly HiddenField[] }) {
  const text = useTranslations('editor.basics');
  return (
    <Card id="section-basics" className="p-4">
      <h2 className="sr-only">{text('title')}</h2>
      <div className="grid grid-cols-2 gap-3">
        {fields.map((field) => (
          <div key={field.name} className={field.wide ? 'col-span-2' : 'col-span-1'}>
            <BasicsFieldInput field={field} hiddenFields={hiddenFields} />
          </div>
        ))}
      </div>
      <h3 className="mt-4 mb-1 font-text text-sm font-medium tracking-normal">{text('links')}</h3>
      <div className="-mx-3 -mb-3">
        <SectionItems sectionKey="profiles" />
      </div>
    </Card>
  );
}

function BasicsFieldInput({ field, hiddenFields }: { field: BasicsField; hiddenFields: readonly HiddenField[] }) {
  const text = useTranslations('editor.basics');
  const { name, path, kind, type, hint, contact } = field;
  const basics = useDocument().basics ?? {};
  const holder: Record<string, unknown> = path.includes('location') ? (basics.location ?? {}) : basics;
  const value = holder[name];
  const kept = contact && hiddenFields.includes(contact) ? text('kept') : undefined;
  return (
    <TextField
      label={text(name)}
      hint={kept ?? (hint && text(hint))}
      path={path}
      value={typeof value === 'string' ? value : ''}
      kind={kind}
      type={type}
    />
  );
}
