'use client';

import { ImageIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemText } from '@/signed-in/use-problem-text';
import type { Photo, Profile } from '@/lib/api/types';
import { Button } from '@/ui/button';
import { showToast } from '@/ui/overlay/toast-store';
import { CropDialog } from '../crop/crop-dialog';
import { removePhoto } from '../api/remove-photo';
import { uploadPhoto } from '../api/upload-photo';
import { DropUpload } from './drop-upload';
import { photoTypes, rejectionOf } from './file-rules';
import { useFileMutations } from './use-file-mutations';

/** The photo of a profile: choose or drop a file, choose its square, see how far it has come. */
export function PhotoFile({ profile }: { profile: Profile }) {
  const text = useTranslations('editor.files');
  const { chosen, choose, close } = useChosenPhoto();
  const { upload, remove, progress } = useFileMutations(profile.id, uploadPhoto, removePhoto, text('photoDone'));
  const { photo } = profile;
  return (
    <>
      <DropUpload
        label={text(photo ? 'replacePhoto' : 'uploadPhoto')}
        hint={text('photoHint')}
        accept={photoTypes.join(',')}
        progress={progress}
        onFile={choose}
        picture={<Picture photo={photo} />}
      >
        {photo && (
          <Button look="bare" size="small" busy={remove.isPending} onClick={() => remove.mutate()}>
            {text('removePhoto')}
          </Button>
        )}
      </DropUpload>
      {chosen && (
        <CropDialog
          url={chosen.url}
          onClose={close}
          onUse={(crop) => {
            close();
            upload.mutate({ file: chosen.file, crop });
          }}
        />
      )}
    </>
  );
}

function Picture({ photo }: { photo: Photo | null }) {
  const text = useTranslations('editor.files');
  if (!photo) return <ImageIcon aria-hidden size={22} strokeWidth={1.5} className="text-muted" />;
  return <img src={photo.url} alt={text('alt')} width={56} height={56} className="size-14 rounded-full object-cover" />;
}

/** The photo whose square is being chosen, and an address of it for this page alone. */
function useChosenPhoto() {
  const problemText = useProblemText();
  const [chosen, setChosen] = useState<{ file: File; url: string } | null>(null);
  const choose = (file: File) => {
    const rejection = rejectionOf(file, photoTypes);
    if (rejection) showToast({ tone: 'bad', message: problemText(rejection) });
    else setChosen({ file, url: URL.createObjectURL(file) });
  };
  const close = () => {
    if (chosen) URL.revokeObjectURL(chosen.url);
    setChosen(null);
  };
  return { chosen, choose, close };
}
