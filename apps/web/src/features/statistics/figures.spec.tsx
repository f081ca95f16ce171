import { render, screen, within } from '@testing-library/react';
import { IntlProvider } from 'use-intl';
import { LocaleContext } from '@/signed-in/use-site-locale';
import { messagesOf } from '@/i18n/catalogue';
import type { Locale } from '@/i18n/locales';
import type { Statistics } from '@/lib/api/types';
import { Figures } from './figures';

const { statistics: text } = messagesOf('en');

const statistics: Statistics = {
  from: '2026-01-13',
  to: '2026-01-15',
  totals: { views: 7, downloads: 2 },
  days: [
    { date: '2026-01-13', views: 2, downloads: 0 },
    { date: '2026-01-14', views: 0, downloads: 2 },
    { date: '2026-01-15', views: 5, downloads: 0 },
  ],
  referrers: [
    { source: 'host', host: 'linkedin.com', views: 4 },
    { source: 'direct', host: null, views: 2 },
    { source: 'other', host: null, views: 1 },
  ],
  devices: [
    { device: 'desktop', views: 6 },
    { device: 'mobile', views: 1 },
    { device: 'tablet', views: 0 },
    { device: 'other', views: 0 },
  ],
  downloads: [
    { kind: 'pdf', count: 2 },
    { kind: 'json', count: 0 },
    { kind: 'markdown', count: 0 },
    { kind: 'vcard', count: 0 },
    { kind: 'cv', count: 0 },
  ],
  links: [{ id: 'acme', label: 'Recruiter at Acme', revoked: true, views: 3, downloads: 1 }],
};

function show(shown: Statistics, locale: Locale = 'en') {
  return render(
    <LocaleContext value={locale}>
      <IntlProvider locale={locale} messages={messagesOf(locale)} timeZone="UTC">
        <Figures statistics={shown} />
      </IntlProvider>
    </LocaleContext>,
  );
}

/** The lines of a part of the page, each with its number. */
const linesOf = (title: string) =>
  within(screen.getByRole('region', { name: title }))
    .queryAllByRole('listitem')
    .map(({ textContent }) => textContent);

describe('the figures of a page', () => {
  it('describes the chart in words', () => {
    show(statistics);
    const chart = screen.getByRole('img', { name: text.chart.title });
    const described = document.getElementById(chart.getAttribute('aria-describedby') ?? '');
    expect(described?.textContent).toBe('From 13 Jan 2026 to 15 Jan 2026: 7 views, most on 15 Jan 2026 with 5.');
    const heights = [...chart.querySelectorAll('rect')].map((bar) => bar.getAttribute('height'));
    expect(heights).toEqual(['40', '0', '100']);
  });

  it('lists every day in a table, latest first', () => {
    show(statistics);
    const rows = within(screen.getByRole('table', { name: text.chart.table, hidden: true })).getAllByRole('row', {
      hidden: true,
    });
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      'DayViewsDownloads',
      '15 Jan 202650',
      '14 Jan 202602',
      '13 Jan 202620',
    ]);
  });

  it('lists referrers and devices with views, and omits empty ones', () => {
    show(statistics);
    expect(linesOf(text.referrers.title)).toEqual(['linkedin.com4', 'Direct or unknown2', 'Other sites1']);
    expect(linesOf(text.devices.title)).toEqual(['Computers6', 'Phones1']);
    expect(linesOf(text.files.title)).toEqual(['PDF2']);
    const links = screen.getByRole('table', { name: text.links.title });
    expect(within(links).getByRole('row', { name: 'Recruiter at Acme Revoked 3 1' })).toBeTruthy();
  });

  it.each(['en', 'hi'] as const)('describes in words that there are no views, in %s', (locale) => {
    const nothing = { referrers: [], links: [], totals: { views: 0, downloads: 0 } };
    show({ ...statistics, ...nothing }, locale);
    expect(screen.getByText(messagesOf(locale).statistics.none)).toBeTruthy();
    expect(screen.queryByRole('img')).toBeNull();
  });
});
