'use client';

import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { type Crop, type PictureSize, placedCrop, sharesOf, sizedCrop, minSide } from './crop';

interface CropSlidersProps {
  picture: PictureSize;
  crop: Crop;
  onCrop: (crop: Crop) => void;
}

/** Zoom and place of the square, for the keyboard as for the pointer. */
export function CropSliders({ picture, crop, onCrop }: CropSlidersProps) {
  const text = useTranslations('editor.crop');
  const { across, down } = sharesOf(crop, picture);
  const min = minSide(picture);
  const place = (x: number, y: number) => onCrop(placedCrop(crop, picture, x, y));
  return (
    <div className="mx-auto mt-4 flex max-w-72 flex-col gap-3">
      <Slider
        label={text('zoom')}
        value={1 + min - crop.side}
        min={min}
        max={1}
        onValue={(value) => onCrop(sizedCrop(crop, picture, 1 + min - value))}
      />
      <Slider label={text('across')} value={crop.x} max={1 - across} onValue={(value) => place(value, crop.y)} />
      <Slider label={text('down')} value={crop.y} max={1 - down} onValue={(value) => place(crop.x, value)} />
    </div>
  );
}

interface SliderProps {
  label: string;
  value: number;
  min?: number;
  max: number;
  onValue: (value: number) => void;
}

function Slider({ label, value, min = 0, max, onValue }: SliderProps) {
  const id = useId();
  const free = max - min > 0.001;
  return (
    <div>
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <input
        id={id}
        type="range"
        min={min}
        max={free ? max : min + 1}
        step={free ? (max - min) / 50 : 1}
        value={value}
        disabled={!free}
        onChange={(event) => onValue(Number(event.target.value))}
        className="block w-full accent-leaf disabled:opacity-45"
      />
    </div>
  );
}
