import { Editor } from '@/features/editor/editor';
import { SignedIn } from '@/signed-in/signed-in';

export default function Page() {
  return (
    <SignedIn>
      <Editor />
    </SignedIn>
  );
}
