import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen } from '@testing-library/react';
import { IntlProvider } from 'use-intl';
import { messagesOf } from '@/i18n/catalogue';
import { fetchProfile } from '@/lib/api/profiles';
import { ApiProblem } from '@/lib/api/problem';
import { fetchStatistics } from '@/lib/api/statistics';
import { StatisticsView } from './statistics-view';

let search = 'profile=p1';
jest.mock('next/navigation', () => ({ useSearchParams: () => new URLSearchParams(search) }));
jest.mock('@/lib/api/profiles', () => ({ fetchProfile: jest.fn() }));
jest.mock('@/lib/api/statistics', () => ({ fetchStatistics: jest.fn() }));

const { statistics: text } = messagesOf('en');
const empty = { days: [], referrers: [], devices: [], downloads: [], links: [] };

function open() {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return render(
    <QueryClientProvider client={client}>
      <IntlProvider locale="en" messages={messagesOf('en')} timeZone="UTC">
        <StatisticsView />
      </IntlProvider>
    </QueryClientProvider>,
  );
}

describe('the statistics of a profile', () => {
  beforeEach(() => {
    search = 'profile=p1';
    jest.mocked(fetchProfile).mockResolvedValue({ id: 'p1', title: 'For Acme', publication: null } as never);
    jest
      .mocked(fetchStatistics)
      .mockImplementation(async (_, { from, to }) => ({ ...empty, from, to, totals: { views: 0, downloads: 0 } }));
  });
  afterEach(() => jest.clearAllMocks());

  it('are of thirty days, and of as many as one chooses', async () => {
    open();
    expect(await screen.findByText('For Acme')).toBeTruthy();
    fireEvent.click(screen.getByLabelText('7 days'));
    fireEvent.click(screen.getByLabelText('90 days'));
    expect(await screen.findByText(text.none)).toBeTruthy();
    const asked = jest
      .mocked(fetchStatistics)
      .mock.calls.map(([id, { from, to }]) => [id, (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1]);
    expect(asked).toEqual([
      ['p1', 30],
      ['p1', 7],
      ['p1', 90],
    ]);
    expect(screen.getByText(text.counted)).toBeTruthy();
  });

  it('say why when they cannot be had, and can be tried again', async () => {
    const problem = new ApiProblem(503, 'network');
    jest.mocked(fetchStatistics).mockRejectedValueOnce(problem);
    open();
    fireEvent.click(await screen.findByRole('button', { name: messagesOf('en').common.retry }));
    expect(await screen.findByText(text.none)).toBeTruthy();
  });

  it('lead to the profiles when the address names none', () => {
    search = '';
    open();
    expect(screen.getByRole('link', { name: text.profiles }).getAttribute('href')).toMatch(/^\/profiles\/?$/);
    expect(fetchStatistics).not.toHaveBeenCalled();
  });
});
