'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { type Crop, movedCrop, type PictureSize, sharesOf, sizedCrop } from './crop';

interface CropFrameProps {
  url: string;
  picture: PictureSize | null;
  crop: Crop | null;
  onPicture: (size: PictureSize) => void;
  onCrop: (crop: Crop) => void;
  onBroken: () => void;
}

/** The square as it will be: drag the picture under it, turn the wheel to come nearer. The sliders do the same without a pointer. */
export function CropFrame({ url, picture, crop, onPicture, onCrop, onBroken }: CropFrameProps) {
  const text = useTranslations('editor.crop');
  const { place, drag } = useGestures(picture, crop, onCrop);
  return (
    <div
      ref={place}
      {...drag}
      className="relative mx-auto aspect-square w-full max-w-72 cursor-grab touch-none overflow-hidden rounded-control bg-sunken active:cursor-grabbing"
    >
      <img
        src={url}
        alt={text('picture')}
        draggable={false}
        onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) => onPicture({ width, height })}
        onError={onBroken}
        className="absolute max-w-none select-none"
        style={picture && crop ? placement(picture, crop) : { width: '100%' }}
      />
    </div>
  );
}

function placement(picture: PictureSize, crop: Crop): React.CSSProperties {
  const { across, down } = sharesOf(crop, picture);
  const percent = (share: number) => `${share * 100}%`;
  return {
    width: percent(1 / across),
    height: percent(1 / down),
    left: percent(-crop.x / across),
    top: percent(-crop.y / down),
  };
}

/** Dragging by any pointer, and the wheel. */
function useGestures(picture: PictureSize | null, crop: Crop | null, onCrop: (crop: Crop) => void) {
  const [frame, place] = useState<HTMLElement | null>(null);
  const held = useRef<{ x: number; y: number } | null>(null);
  const turn = useEffectEvent((up: number) => {
    if (picture && crop) onCrop(sizedCrop(crop, picture, crop.side * Math.exp(up / 500)));
  });
  useEffect(() => {
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      turn(event.deltaY);
    };
    frame?.addEventListener('wheel', onWheel, { passive: false });
    return () => frame?.removeEventListener('wheel', onWheel);
  }, [frame]);
  const release = () => {
    held.current = null;
  };
  const drag = {
    onPointerDown: (event: React.PointerEvent) => {
      frame?.setPointerCapture(event.pointerId);
      held.current = { x: event.clientX, y: event.clientY };
    },
    onPointerMove: (event: React.PointerEvent) => {
      if (!held.current || !picture || !crop || !frame) return;
      const { x, y } = held.current;
      held.current = { x: event.clientX, y: event.clientY };
      onCrop(
        movedCrop(crop, picture, (x - event.clientX) / frame.clientWidth, (y - event.clientY) / frame.clientWidth),
      );
    },
    onPointerUp: release,
    onPointerCancel: release,
  };
  return { place, drag };
}
