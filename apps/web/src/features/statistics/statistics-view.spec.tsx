import { fireEvent, screen } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import { renderPage } from '@/testing/render-page';
import { problem, stubApi } from '@/testing/stub-api';
import { StatisticsView } from './statistics-view';

let search = 'profile=p1';
jest.mock('next/navigation', () => ({ useSearchParams: () => new URLSearchParams(search) }));

const { statistics: text } = messagesOf('en');
const statistics = {
  days: [],
  referrers: [],
  devices: [],
  downloads: [],
  links: [],
  from: '2026-01-01',
  to: '2026-01-30',
  totals: { views: 0, downloads: 0 },
};
const profile = { id: 'p1', title: 'For Acme', publication: null };

describe('StatisticsView', () => {
  beforeEach(() => (search = 'profile=p1'));

  it('loads thirty days at first, then the chosen number', async () => {
    const api = stubApi({ 'GET /profiles/p1': { body: profile }, 'GET /profiles/p1/statistics': { body: statistics } });
    renderPage(<StatisticsView />);
    expect(await screen.findByText('For Acme')).toBeTruthy();
    fireEvent.click(screen.getByLabelText('7 days'));
    fireEvent.click(screen.getByLabelText('90 days'));
    expect(await screen.findByText(text.none)).toBeTruthy();
    const days = api
      .sent('GET /profiles/p1/statistics')
      .map(({ query }) => (Date.parse(query.to ?? '') - Date.parse(query.from ?? '')) / 86_400_000 + 1);
    expect(days).toEqual([30, 7, 90]);
    expect(screen.getByText(text.counted)).toBeTruthy();
  });

  it('loads again on request after a failure', async () => {
    stubApi({
      'GET /profiles/p1': { body: profile },
      'GET /profiles/p1/statistics': [problem(403, 'network'), { body: statistics }],
    });
    renderPage(<StatisticsView />);
    fireEvent.click(await screen.findByRole('button', { name: messagesOf('en').common.retry }));
    expect(await screen.findByText(text.none)).toBeTruthy();
  });

  it('leads to the profiles when the address names none', () => {
    search = '';
    const api = stubApi({});
    renderPage(<StatisticsView />);
    expect(screen.getByRole('link', { name: text.profiles }).getAttribute('href')).toMatch(/^\/profiles\/?$/);
    expect(api.requests).toEqual([]);
  });
});
