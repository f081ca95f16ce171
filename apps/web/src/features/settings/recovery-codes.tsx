'use client';

import { useTranslations } from 'use-intl';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { DialogActions } from '@/ui/overlay/dialog';
import { saveFile } from '@/ui/save-file';

/** Shows the recovery codes, this once, to be stored. */
export function RecoveryCodes({ codes, onClose }: { codes: string[]; onClose: () => void }) {
  const text = useTranslations('settings.secondFactor');
  const save = () => saveFile(new Blob([`${codes.join('\n')}\n`], { type: 'text/plain' }), 'canar-recovery-codes.txt');
  return (
    <>
      <Notice>{text('codesBody')}</Notice>
      <ul className="my-5 grid grid-cols-1 gap-2 font-mono text-sm sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <DialogActions>
        <Button onClick={save}>{text('save')}</Button>
        <Button look="main" onClick={onClose}>
          {text('stored')}
        </Button>
      </DialogActions>
    </>
  );
}
