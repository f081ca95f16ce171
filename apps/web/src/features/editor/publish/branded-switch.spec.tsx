import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen } from '@testing-library/react';
import { IntlProvider } from 'use-intl';
import { messagesOf } from '@/i18n/catalogue';
import { stubApi } from '@/testing/stub-api';
import { BrandedSwitch } from './branded-switch';

const { publish: text } = messagesOf('en').editor;

function open(branded: boolean, features: string[]) {
  stubApi({ 'GET /subscription': { body: { features } } });
  const chosen: boolean[] = [];
  render(
    <QueryClientProvider client={new QueryClient()}>
      <IntlProvider locale="en" messages={messagesOf('en')} timeZone="UTC">
        <BrandedSwitch branded={branded} onChange={(value) => chosen.push(value)} />
      </IntlProvider>
    </QueryClientProvider>,
  );
  return { chosen, line: screen.getByLabelText<HTMLButtonElement>(text.branded) };
}

describe('the switch for “Made with Canar”', () => {
  it('stays on under a plan without the feature, and names the plan with it', async () => {
    const { line } = open(true, []);
    expect(await screen.findByText(text.brandedHint)).toBeTruthy();
    expect(line.disabled).toBe(true);
  });

  it('turns the branding off under a plan with the feature', async () => {
    const { line, chosen } = open(true, ['unbranded']);
    await screen.findByText((_, element) => element === line && !line.disabled);
    fireEvent.click(line);
    expect(chosen).toEqual([false]);
  });

  it('turns the branding on under every plan', async () => {
    const { line, chosen } = open(false, []);
    expect(await screen.findByText(text.brandedHint)).toBeTruthy();
    fireEvent.click(line);
    expect(chosen).toEqual([true]);
  });
});
