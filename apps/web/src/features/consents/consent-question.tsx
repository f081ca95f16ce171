'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { currentConsents, type Schema } from '@canar/api-client';
import { localePath } from '@/i18n/locales';
import { useProblemText } from '@/signed-in/use-problem-text';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { Dialog, DialogActions } from '@/ui/overlay/dialog';
import { useGiveConsents } from './api/give-consents';
import { useConsents } from './api/list-consents';

type Consent = Schema<'Consent'>;

/** Asks who has not agreed to the present texts, once for each visit. Nothing is locked meanwhile. */
export function ConsentQuestion() {
  const text = useTranslations('account.consents');
  const problemText = useProblemText();
  const { data: given } = useConsents();
  const give = useGiveConsents();
  const [later, setLater] = useState(false);
  if (!given || later) return null;
  const missing = missingIn(given);
  return (
    <Dialog
      open={missing.length > 0}
      onOpenChange={() => setLater(true)}
      title={text('title')}
      description={text(given.length > 0 ? 'changed' : 'body')}
    >
      <Texts consents={missing} />
      {give.error && (
        <div className="mt-4">
          <Notice tone="bad">{problemText(give.error)}</Notice>
        </div>
      )}
      <DialogActions>
        <Button look="bare" onClick={() => setLater(true)}>
          {text('later')}
        </Button>
        <Button look="main" busy={give.isPending} onClick={() => give.mutate(missing)}>
          {text('agree')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function missingIn(given: readonly Consent[]): Consent[] {
  return currentConsents.filter(
    ({ document, version }) => !given.some((one) => one.document === document && one.version === version),
  );
}

function Texts({ consents }: { consents: readonly Consent[] }) {
  const text = useTranslations('account.consents');
  const locale = useSiteLocale();
  return (
    <ul className="flex flex-col gap-2">
      {consents.map(({ document }) => (
        <li key={document}>
          {document === 'age' ? (
            text(document)
          ) : (
            <a className="link" href={localePath(locale, `/${document}/`)} target="_blank" rel="noreferrer">
              {text(document)}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
