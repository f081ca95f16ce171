'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { LoadFailure } from '@/signed-in/load-failure';
import { queryKeys } from '@/lib/query-keys';
import { Skeleton } from '@/ui/skeleton';
import { exportPdf, type RenderedPdf } from '@/signed-in/api/export-pdf';
import { useEditor, useEditorState } from '../store/editor-context';
import { PdfPages } from './pdf-pages';
import { useBlobAddress } from './use-blob-address';
import { useReadPdf } from './use-read-pdf';

/** The real pages of the draft, set anew whenever the server has a newer draft; the old ones stay until the new ones are there. */
export function PdfPreview({ title }: { title: string }) {
  const { store, profileId } = useEditor();
  const etag = useEditorState(({ sync }) => sync.etag);
  const pdf = useQuery({
    queryKey: [...queryKeys.draft(profileId), 'pdf', etag],
    queryFn: async ({ signal }) => {
      await store.flush();
      return exportPdf(profileId, 'draft', signal);
    },
    placeholderData: (previous) => previous,
    gcTime: 60_000,
    staleTime: Infinity,
  });
  if (pdf.error) {
    return (
      <div className="p-4">
        <LoadFailure error={pdf.error} onRetry={() => void pdf.refetch()} />
      </div>
    );
  }
  return <Sheets file={pdf.data} busy={pdf.isFetching} title={title} />;
}

interface SheetsProps {
  file: RenderedPdf | undefined;
  busy: boolean;
  title: string;
}

/** The sheets, how many there are, what a machine reads of them, and the file to take away. */
function Sheets({ file, busy, title }: SheetsProps) {
  const text = useTranslations('editor.preview');
  const address = useBlobAddress(file?.blob, 'application/pdf');
  const { pdf, failed } = useReadPdf(file?.blob);
  if (!file || !address || (!pdf && !failed)) return <Skeleton className="m-5 h-4/5" />;
  return (
    <div className="flex h-full flex-col">
      <p className="flex min-h-8 flex-wrap items-center justify-between gap-x-3 px-4 pt-1 text-xs text-muted">
        <span role="status">{busy ? text('pdfBusy') : <ReadBack pdf={file} pages={pdf?.pages.length ?? 0} />}</span>
        <a className="link" href={address} download={`${title}.pdf`}>
          {text('pdfDownload')}
        </a>
      </p>
      <div className="min-h-0 grow overflow-y-auto p-3 sm:p-5" tabIndex={-1}>
        {pdf ? <PdfPages pdf={pdf} /> : <p className="text-sm">{text('pdfFailed')}</p>}
      </div>
    </div>
  );
}

/** How many pages there are, how much of them a machine reads, and what no font draws. */
function ReadBack({ pdf: { readability, missingGlyphs }, pages }: { pdf: RenderedPdf; pages: number }) {
  const text = useTranslations('editor.preview');
  return (
    <>
      {pages > 0 && `${text('pdfPages', { count: pages })} `}
      {readability !== null && text('readability', { share: readability })}
      {missingGlyphs !== '' && ` ${text('missingGlyphs', { characters: missingGlyphs })}`}
    </>
  );
}
