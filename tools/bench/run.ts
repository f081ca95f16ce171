// Runs one benchmark and writes its section of docs/benchmarks.md. Usage: npx nx run bench:NAME
import { benchAttacks } from './attacks';
import { benchLedger } from './ledger';
import { benchLighthouse } from './lighthouse';
import { benchMixed } from './mixed';
import { benchPdf } from './pdf';
import { benchPublicPage } from './public-page';
import { benchReads } from './reads';
import { benchSignIn } from './sign-in';
import { benchStuckRow } from './stuck-row';
import { benchTiming } from './timing';
import { benchTyping } from './typing/typing';

const benchmarks: Record<string, () => Promise<void>> = {
  'public-page': benchPublicPage,
  pdf: benchPdf,
  lighthouse: benchLighthouse,
  mixed: benchMixed,
  attacks: benchAttacks,
  timing: benchTiming,
  'stuck-row': benchStuckRow,
  ledger: benchLedger,
  reads: benchReads,
  'sign-in': benchSignIn,
  typing: benchTyping,
};

async function main(name: string): Promise<void> {
  const benchmark = benchmarks[name];
  if (!benchmark) throw new Error(`There is no benchmark "${name}", but ${Object.keys(benchmarks).join(', ')}.`);
  await benchmark();
}

main(process.argv[2] ?? '').catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
