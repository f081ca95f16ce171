import { launch } from './terminal/launch';
import { commandLine, runOnInstallation } from './product/installation-programs';

/** `npm run ledger:verify`: verifies every account's chain of this installation, from its first entry to its head. */
void launch('Ledger', (run) => runOnInstallation(run, 'verify-ledger', commandLine));
