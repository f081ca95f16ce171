'use client';

import { useEffect, useRef, useState } from 'react';

/** Below this there is a phone, where a page lays itself out anew and is not made smaller. */
const PHONE = 430;

/** Draws its children at a width of their own and makes them smaller, as a whole, where there is less space. */
export function Fitted({ width, children }: { width: number; children: React.ReactNode }) {
  const frame = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(width);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setRoom(entry?.contentRect.width || width));
    if (frame.current) observer.observe(frame.current);
    return () => observer.disconnect();
  }, [width]);
  const zoom = room < PHONE ? 1 : Math.min(1, room / width);
  return (
    <div ref={frame} className="grid w-full grid-cols-1">
      <div className="grid grid-cols-1" style={{ zoom, width: zoom < 1 ? width : undefined }}>
        {children}
      </div>
    </div>
  );
}
