'use client';

import { useEffect, useState } from 'react';
import { readPdf, type ReadPdf } from './read-pdf';

interface Reading {
  pdf: ReadPdf | null;
  /** the file could not be read here */
  failed: boolean;
}

/** Opens a file for drawing; the one before stays open until the new one is. */
export function useReadPdf(file: Blob | undefined): Reading {
  const [reading, setReading] = useState<Reading>({ pdf: null, failed: false });
  useEffect(() => {
    if (!file) return;
    let wanted = true;
    void readPdf(file).then(
      (pdf) => (wanted ? setReading({ pdf, failed: false }) : pdf.close()),
      () => wanted && setReading((last) => ({ ...last, failed: true })),
    );
    return () => {
      wanted = false;
    };
  }, [file]);
  useEffect(() => reading.pdf?.close, [reading.pdf]);
  return reading;
}
