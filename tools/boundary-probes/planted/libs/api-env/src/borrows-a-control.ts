// breaks: @nx/enforce-module-boundaries, runtime:node
import { clipboard } from '@canar/clipboard';

export const view = clipboard;
