import { serveTasks } from './platform/heavy-work/serve-tasks';
import { convertResume, encodePhoto, writeFormat } from './profiles/tasks';
import { drawCardTask, renderPageTask } from './publishing/tasks';

void serveTasks([convertResume, encodePhoto, writeFormat, drawCardTask, renderPageTask]);
