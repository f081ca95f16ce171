import { homeOf } from './home';
import { LaunchError } from './launch.errors';
import { launch } from './launching';
import { currentRun } from './run-record';
import { SAMPLE_EMAIL, seedSampleAccount } from './sample-account';
import { keepSecrets } from './secrets';

/** `npm run seed`: fills the sample account of the running product. */
void launch('Sample account', async ({ env, progress }) => {
  const home = homeOf(env);
  const run = await currentRun(home);
  if (!run?.url) throw new LaunchError('Canar does not run on this machine: start it first with npm start.');
  const { url } = run;
  const { samplePassword } = await keepSecrets(home.secrets);
  const pages = await progress.step('Profiles', ({ working }) => seedSampleAccount(url, samplePassword, working));
  progress.line(`\n  Sign in at  ${url} as ${SAMPLE_EMAIL} with ${samplePassword}`);
  for (const page of pages) progress.line(`  Published   ${page}`);
});
