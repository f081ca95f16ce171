import { launch } from './terminal/launch';
import { backupsFolder, commandLine, runOnInstallation } from './product/installation-programs';

/** `npm run backup [-- --to FOLDER]`: backs this installation up into a new folder while it runs. */
void launch('Backup', async (run) => {
  const named = commandLine.some((argument) => argument.startsWith('--to'));
  const args = named ? commandLine : ['--to', await backupsFolder(run), ...commandLine];
  await runOnInstallation(run, 'backup', args);
});
