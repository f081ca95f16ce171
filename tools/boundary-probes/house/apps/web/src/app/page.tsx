import { Editor } from '../features/editor';

export default function Page() {
  return <Editor />;
}
