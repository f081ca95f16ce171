import { problem } from '../errors/problem';

export const workBusy = problem('unavailable', 'work.busy', 'The server is busy with other documents. Try again soon.');
