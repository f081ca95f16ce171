import { messagesOf } from '@/i18n/catalogue';
import { ApiProblem } from '@/lib/api/problem';
import { renderPageHook } from '@/testing/render-page';
import { useProblemText } from './use-problem-text';

const { problems } = messagesOf('en');

function textOf(error: unknown, locale?: 'en' | 'hi') {
  return renderPageHook(() => useProblemText(), locale).result.current(error);
}

describe('useProblemText', () => {
  it('returns the sentence of a code with dots and dashes', () => {
    expect(textOf(new ApiProblem(409, 'share-links.too-many'))).toBe(problems.share_links_too_many);
  });

  it('returns it in the language of the page', () => {
    expect(textOf(new ApiProblem(0, 'network'), 'hi')).toBe(messagesOf('hi').problems.network);
  });

  it('says that something is missing for a 404 with an unknown code', () => {
    expect(textOf(new ApiProblem(404, 'album.unknown'))).toBe(problems.not_found);
  });

  it.each([new ApiProblem(409, 'album.full'), new Error('boom'), undefined])(
    'says that something unexpected happened for any other error: %s',
    (error) => {
      expect(textOf(error)).toBe(problems.unexpected);
    },
  );
});
