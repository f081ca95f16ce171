'use client';

import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ReadPdf } from './read-pdf';
import { useInView } from './use-in-view';

/** The sheets of a PDF one below the other, as wide as there is room. */
export function PdfPages({ pdf }: { pdf: ReadPdf }) {
  const list = useRef<HTMLOListElement>(null);
  const width = useWidth(list);
  return (
    <ol ref={list} className="mx-auto flex w-full max-w-3xl flex-col gap-4">
      {pdf.pages.map((_, index) => (
        <PdfPage key={index} pdf={pdf} index={index} width={width} />
      ))}
    </ol>
  );
}

/** The width of an element in CSS pixels; 0 before it is known. */
function useWidth(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    if (element.current) observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

interface PdfPageProps {
  pdf: ReadPdf;
  index: number;
  width: number;
}

/** One sheet, drawn when it comes near; the one before stays until the new one is there. */
function PdfPage({ pdf, index, width }: PdfPageProps) {
  const text = useTranslations('editor.preview');
  const sheet = useRef<HTMLLIElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const inView = useInView(sheet);
  useEffect(() => {
    if (!inView || width === 0) return;
    let current = true;
    void pdf.draw(index, width, globalThis.devicePixelRatio || 1).then((drawn) => {
      if (!current || !canvas.current) return;
      Object.assign(canvas.current, { width: drawn.width, height: drawn.height });
      canvas.current.getContext('2d')?.drawImage(drawn, 0, 0);
    });
    return () => {
      current = false;
    };
  }, [pdf, index, width, inView]);
  const size = pdf.pages[index];
  return (
    <li ref={sheet}>
      <canvas
        ref={canvas}
        role="img"
        aria-label={text('pdfPage', { number: index + 1, count: pdf.pages.length })}
        className="block w-full bg-white shadow-float"
        style={{ aspectRatio: size && `${size.width} / ${size.height}` }}
      />
    </li>
  );
}
