'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/ui/button';
import { Dialog, DialogActions } from '@/ui/overlay/dialog';
import { Notice } from '@/ui/notice';
import { centredCrop, type Crop, type PictureSize } from './crop';
import { CropFrame } from './crop-frame';
import { CropSliders } from './crop-sliders';

interface CropDialogProps {
  /** where the page finds the picture */
  url: string;
  onUse: (crop: Crop) => void;
  onClose: () => void;
}

/** Chooses the square of a photo before it is uploaded: by dragging, by the wheel, or with three sliders. */
export function CropDialog({ url, onUse, onClose }: CropDialogProps) {
  const text = useTranslations('editor.crop');
  const common = useTranslations('common');
  const [picture, setPicture] = useState<PictureSize | null>(null);
  const [crop, setCrop] = useState<Crop | null>(null);
  const [broken, setBroken] = useState(false);
  const onPicture = (size: PictureSize) => {
    setPicture(size);
    setCrop(centredCrop(size));
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={text('title')} description={text('hint')}>
      {broken && <Notice tone="bad">{text('unreadable')}</Notice>}
      {!broken && (
        <CropFrame
          url={url}
          picture={picture}
          crop={crop}
          onPicture={onPicture}
          onCrop={setCrop}
          onBroken={() => setBroken(true)}
        />
      )}
      {picture && crop && <CropSliders picture={picture} crop={crop} onCrop={setCrop} />}
      <DialogActions>
        <Button onClick={onClose}>{common('cancel')}</Button>
        <Button look="solid" disabled={!crop || broken} onClick={() => crop && onUse(crop)}>
          {text('use')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
