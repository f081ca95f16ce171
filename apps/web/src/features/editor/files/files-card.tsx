'use client';

import { FileText } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useProblemText } from '@/signed-in/use-problem-text';
import { useSiteLocale } from '@/signed-in/use-site-locale';
import type { Profile } from '@/lib/api/types';
import { formatBytes } from '@/lib/format';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { showToast } from '@/ui/overlay/toast-store';
import { downloadCv } from '../api/download-cv';
import { removeCv } from '../api/remove-cv';
import { uploadCv } from '../api/upload-cv';
import { DropUpload } from './drop-upload';
import { cvTypes, rejectionOf } from './file-rules';
import { PhotoFile } from './photo-file';
import { useFileMutations } from './use-file-mutations';

/** The photo and the CV of a profile. They are not part of the document: replacing them is free and shows at once. */
export function FilesCard({ profile }: { profile: Profile }) {
  const text = useTranslations('editor.files');
  return (
    <Card id="section-files" className="p-4">
      <h2 className="font-text text-base font-medium tracking-normal">{text('title')}</h2>
      <p className="mb-3 text-xs text-muted">{text('free')}</p>
      <div className="grid gap-3 sm:grid-cols-2">
        <PhotoFile profile={profile} />
        <CvFile profile={profile} />
      </div>
    </Card>
  );
}

function CvFile({ profile }: { profile: Profile }) {
  const text = useTranslations('editor.files');
  const locale = useSiteLocale();
  const { upload, remove, progress } = useFileMutations(profile.id, uploadCv, removeCv, text('cvDone'));
  const { cv } = profile;
  const problemText = useProblemText();
  const choose = (file: File) => {
    const rejection = rejectionOf(file, cvTypes);
    if (rejection) showToast({ tone: 'bad', message: problemText(rejection) });
    else upload.mutate({ file });
  };
  const open = async () => window.open(URL.createObjectURL(await downloadCv(profile.id)), '_blank', 'noopener');
  return (
    <DropUpload
      label={text(cv ? 'replaceCv' : 'uploadCv')}
      hint={cv ? `${cv.fileName}, ${formatBytes(locale, cv.bytes)}` : text('cvHint')}
      accept={cvTypes.join(',')}
      progress={progress}
      onFile={choose}
      picture={<FileText aria-hidden size={22} strokeWidth={1.5} className={cv ? 'text-leaf' : 'text-muted'} />}
    >
      {cv && (
        <>
          <Button look="bare" size="small" onClick={() => void open()}>
            {text('openCv')}
          </Button>
          <Button look="bare" size="small" busy={remove.isPending} onClick={() => remove.mutate()}>
            {text('removeCv')}
          </Button>
        </>
      )}
    </DropUpload>
  );
}
