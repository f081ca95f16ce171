'use client';

import { templates } from '@canar/profile-templates';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Profile } from '@/lib/api/types';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';

/** Says, until it is read, that a page of former times is shown in another template than its saved edit names. */
export function LegacyLookNotice({ profile: { id, publication } }: { profile: Profile }) {
  const text = useTranslations('editor.publish');
  const key = `canar.legacy-look-read.${id}`;
  const [read, setRead] = useState(() => localStorage.getItem(key) !== null);
  const template = templates.find((known) => known.id === publication?.legacyTemplate);
  if (!template || read) return null;
  const onRead = () => {
    localStorage.setItem(key, '1');
    setRead(true);
  };
  return (
    <div className="px-4 py-2">
      <Notice
        title={text('legacyLook', { template: template.name })}
        action={
          <Button size="small" onClick={onRead}>
            {text('understood')}
          </Button>
        }
      >
        {text('legacyLookBody')}
      </Notice>
    </div>
  );
}
