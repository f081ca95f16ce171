// breaks: features-import-no-feature
import { Editor } from '@/features/editor/editor';

export const Preview = Editor;
