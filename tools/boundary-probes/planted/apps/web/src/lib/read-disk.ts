// breaks: no-server-code-in-the-browser
import { readFileSync } from 'node:fs';

export const readDisk = readFileSync;
