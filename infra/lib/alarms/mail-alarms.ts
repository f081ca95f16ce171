import type { AlarmRow } from './alarm-list';
import type { Measures } from './measures';

/** What Amazon SES reviews an account for: 5 % and 0.1 %; it may stop an account at 10 % and 0.5 %. */
export function mailAlarms(measures: Measures): AlarmRow[] {
  return [
    {
      name: 'MailBounces',
      description: 'Of a hundred mails more than five came back for good',
      metric: measures.reputation('BounceRate'),
      threshold: { above: 0.05 },
      periods: 1,
    },
    {
      name: 'MailComplaints',
      description: 'Of a thousand mails more than one was called spam',
      metric: measures.reputation('ComplaintRate'),
      threshold: { above: 0.001 },
      periods: 1,
    },
  ];
}
