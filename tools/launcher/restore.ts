import { launch } from './terminal/launch';
import { commandLine, requireStopped, runOnInstallation } from './product/installation-programs';

/**
 * `npm run restore -- --from FOLDER [--replace] [--into NAME --files FOLDER]`: restores a backup into this installation, or
 * beside it.
 */
void launch('Restore', async (run) => {
  if (!commandLine.some((argument) => argument.startsWith('--into'))) await requireStopped(run);
  await runOnInstallation(run, 'restore', commandLine);
});
