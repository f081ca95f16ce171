import { render, screen } from '@testing-library/react';
import { messagesOf } from '@/i18n/catalogue';
import { problem, stubApi } from '@/testing/stub-api';
import { SellerCard } from './seller-card';

const { seller: text } = messagesOf('en').legal;
const seller = {
  name: 'Canar Private Limited',
  address: '1 Example Street\nChennai',
  state: 'Tamil Nadu',
  gstin: null,
};
const site = { seller, supportEmail: 'help@canar.example', grievanceContact: 'Asha Rao', demonstration: false };

function open(reply: object) {
  stubApi({ 'GET /site': reply });
  render(<SellerCard text={text} />);
}

describe('SellerCard', () => {
  it('says who sells and whom to ask, as the operator configured it', async () => {
    open({ body: site });
    expect(await screen.findByText('Canar Private Limited')).toBeTruthy();
    expect(screen.getByText(text.notRegistered)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'help@canar.example' }).getAttribute('href')).toBe(
      'mailto:help@canar.example',
    );
    expect(screen.queryByText(text.demonstration)).toBeNull();
  });

  it('says when nobody sells yet, and that it is a demonstration', async () => {
    open({ body: { seller: null, supportEmail: null, grievanceContact: null, demonstration: true } });
    expect(await screen.findByText(text.missing)).toBeTruthy();
    expect(screen.getByText(text.demonstration)).toBeTruthy();
  });

  it('says when the details cannot be loaded', async () => {
    open(problem(500, 'unexpected'));
    expect(await screen.findByText(text.failed)).toBeTruthy();
  });
});
