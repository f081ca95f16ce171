'use client';

import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { type Crop, type PictureSize, placedCrop, sharesOf, sizedCrop, smallestSide } from './crop';

interface CropSlidersProps {
  picture: PictureSize;
  crop: Crop;
  onCrop: (crop: Crop) => void;
}

/** Zoom and place of the square, for the keyboard as for the pointer. */
export function CropSliders({ picture, crop, onCrop }: CropSlidersProps) {
  const text = useTranslations('editor.crop');
  const { across, down } = sharesOf(crop, picture);
  const least = smallestSide(picture);
  const place = (x: number, y: number) => onCrop(placedCrop(crop, picture, x, y));
  return (
    <div className="mx-auto mt-4 flex max-w-72 flex-col gap-3">
      <Slider
        label={text('zoom')}
        value={1 + least - crop.side}
        least={least}
        most={1}
        onValue={(value) => onCrop(sizedCrop(crop, picture, 1 + least - value))}
      />
      <Slider label={text('across')} value={crop.x} most={1 - across} onValue={(value) => place(value, crop.y)} />
      <Slider label={text('down')} value={crop.y} most={1 - down} onValue={(value) => place(crop.x, value)} />
    </div>
  );
}

interface SliderProps {
  label: string;
  value: number;
  least?: number;
  most: number;
  onValue: (value: number) => void;
}

function Slider({ label, value, least = 0, most, onValue }: SliderProps) {
  const id = useId();
  const free = most - least > 0.001;
  return (
    <div>
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <input
        id={id}
        type="range"
        min={least}
        max={free ? most : least + 1}
        step={free ? (most - least) / 50 : 1}
        value={value}
        disabled={!free}
        onChange={(event) => onValue(Number(event.target.value))}
        className="block w-full accent-leaf disabled:opacity-45"
      />
    </div>
  );
}
