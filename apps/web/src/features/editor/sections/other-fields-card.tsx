'use client';

import { sectionKeys } from '@canar/profile-document';
import { Card } from '@/ui/card';
import { unknownFields } from '../model/fields';
import { useDocument } from '../store/editor-context';
import { KeptFields } from './kept-fields';

const known = ['$schema', 'basics', 'meta', ...sectionKeys];

/** What an import kept beside all sections. */
export function OtherFieldsCard() {
  const document = useDocument();
  const names = unknownFields(document, known);
  if (names.length === 0) return null;
  return (
    <Card data-place="other" className="p-3">
      <KeptFields path={[]} place="other" record={document} names={names} />
    </Card>
  );
}
