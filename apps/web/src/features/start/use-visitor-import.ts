'use client';

import { useEffect, useState } from 'react';
import type { ApiProblem } from '@/lib/api/problem';
import type { Imported } from '@/lib/api/types';
import { deletePendingImport, keepImport, readPendingImport } from '@/lib/pending-import';

interface VisitorImport {
  imported: Imported | null;
  /** the name of the file that is being read */
  reading: string | null;
  problem: ApiProblem | null;
}

const none: VisitorImport = { imported: null, reading: null, problem: null };

/** A résumé that a visitor imports: read by the service, and stored in this browser alone. */
export function useVisitorImport() {
  const [state, setState] = useState<VisitorImport>(none);
  useEffect(() => {
    void readPendingImport(Date.now()).then((pending) => pending && setState({ ...none, imported: pending.imported }));
  }, []);
  const take = async (file: File) => {
    setState({ ...none, reading: file.name });
    // Loaded when it is needed: most visitors only read.
    const [{ importAnonymously }, { ApiProblem }] = await Promise.all([
      import('./api/import-anonymously'),
      import('@/lib/api/problem'),
    ]);
    try {
      const imported = await importAnonymously(file);
      await keepImport(imported);
      setState({ ...none, imported });
    } catch (error) {
      setState({ ...none, problem: error instanceof ApiProblem ? error : new ApiProblem(0, 'unexpected') });
    }
  };
  const discard = async () => {
    await deletePendingImport();
    setState(none);
  };
  return { ...state, take, discard };
}
