// Loaded before a program (--import): writes the address of every script that it loads into the file RECORDED_SCRIPTS.
import { appendFileSync } from 'node:fs';
import { Session } from 'node:inspector';

const file = process.env.RECORDED_SCRIPTS;
if (!file) throw new Error('RECORDED_SCRIPTS names no file.');
const session = new Session();
session.connect();
session.on('Debugger.scriptParsed', ({ params: { url } }) => appendFileSync(file, `${url}\n`));
session.post('Debugger.enable');
delete process.env.NODE_OPTIONS; // not in its children
