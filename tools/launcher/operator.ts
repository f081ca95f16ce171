import { launch } from './terminal/launch';
import { commandLine, runOnInstallation } from './product/installation-programs';

/**
 * `npm run operator -- grant|revoke EMAIL`: makes a person of this installation an operator, or an ordinary person again.
 * `npm run operator -- breach-report …`: prints the report of a breach.
 */
void launch('Operator', (run) => runOnInstallation(run, 'operator', commandLine));
