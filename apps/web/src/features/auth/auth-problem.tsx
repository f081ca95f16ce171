import type { Messages } from '@/i18n/catalogue';
import { localePath, type Locale } from '@/i18n/locales';
import { problemKey, type ApiProblem } from '@/lib/api/problem';
import { Notice } from '@/ui/notice';

interface AuthProblemProps {
  problem: ApiProblem;
  locale: Locale;
  text: Messages['auth'];
  problems: Messages['problems'];
}

/** A problem as a sentence, with a link to the next step when there is one. */
export function AuthProblem({ problem, locale, text, problems }: AuthProblemProps) {
  const sentences: Partial<Record<string, string>> = problems;
  if (problem.code !== 'account.exists') {
    return <Notice tone="bad">{sentences[problemKey(problem.code)] ?? problems.unexpected}</Notice>;
  }
  return (
    <Notice tone="bad">
      {text.exists}{' '}
      <a className="link" href={localePath(locale, '/sign-in/')}>
        {text.existsAction}
      </a>
    </Notice>
  );
}
