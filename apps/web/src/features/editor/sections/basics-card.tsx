'use client';

import { useTranslations } from 'use-intl';
import type { HiddenField } from '@/lib/api/types';
import { Card } from '@/ui/card';
import { useDocument } from '../store/editor-context';
import { SectionItems } from './section-items';
import { TextField } from './text-field';

const half = ['email', 'phone', 'url'] as const;
const place = ['city', 'region', 'countryCode', 'postalCode'] as const;
const types = { email: 'email', phone: 'tel', url: 'text' } as const;

/** Name, headline, contact, place, summary and links. */
export function BasicsCard({ hiddenFields }: { hiddenFields: readonly HiddenField[] }) {
  const text = useTranslations('editor.basics');
  const kept = (field: HiddenField) => (hiddenFields.includes(field) ? text('kept') : undefined);
  const basics = useDocument().basics ?? {};
  const location = basics.location ?? {};
  return (
    <Card id="section-basics" className="p-4">
      <h2 className="sr-only">{text('title')}</h2>
      <div className="grid grid-cols-2 gap-3">
        <div className="col-span-2">
          <TextField label={text('name')} path={['basics', 'name']} value={basics.name ?? ''} kind="line" />
        </div>
        <div className="col-span-2">
          <TextField
            label={text('label')}
            hint={text('labelHint')}
            path={['basics', 'label']}
            value={basics.label ?? ''}
            kind="line"
          />
        </div>
        {half.map((name) => (
          <div key={name} className="col-span-2 sm:col-span-1">
            <TextField
              label={text(name)}
              hint={name === 'url' ? undefined : kept(name)}
              path={['basics', name]}
              value={basics[name] ?? ''}
              kind={name === 'url' ? 'url' : 'line'}
              type={types[name]}
            />
          </div>
        ))}
        {place.map((name) => (
          <div key={name} className="col-span-1">
            <TextField
              label={text(name)}
              hint={name === 'countryCode' ? text('countryHint') : undefined}
              path={['basics', 'location', name]}
              value={location[name] ?? ''}
              kind="line"
            />
          </div>
        ))}
        <div className="col-span-2">
          <TextField
            label={text('address')}
            hint={kept('address')}
            path={['basics', 'location', 'address']}
            value={location.address ?? ''}
            kind="line"
          />
        </div>
        <div className="col-span-2">
          <TextField label={text('summary')} path={['basics', 'summary']} value={basics.summary ?? ''} kind="text" />
        </div>
      </div>
      <h3 className="mt-4 mb-1 font-text text-sm font-medium tracking-normal">{text('links')}</h3>
      <div className="-mx-3 -mb-3">
        <SectionItems sectionKey="profiles" />
      </div>
    </Card>
  );
}
