import { startTestApp } from '../../test-app';
import { ApiCaller } from '../testing/api-caller';

async function siteWith(variables: Record<string, string>) {
  const test = await startTestApp(variables);
  const answer = await new ApiCaller(test.app).get('/api/site');
  await test.close();
  return answer;
}

describe('GET /api/site', () => {
  it('says who sells, whom to ask and with what one signs in, as configured', async () => {
    const { body, headers } = await siteWith({
      SELLER_NAME: 'Canar Private Limited',
      SELLER_ADDRESS: '1 Example Street\\n600004 Chennai',
      SELLER_STATE: 'Tamil Nadu',
      SELLER_GSTIN: '33AAAAA0000A1Z5',
      SUPPORT_EMAIL: 'help@canar.example',
      GRIEVANCE_CONTACT: 'Asha Rao, grievance@canar.example',
      GITHUB_CLIENT_ID: 'id',
      GITHUB_CLIENT_SECRET: 'a secret of the installation',
    });
    expect(body).toEqual({
      seller: {
        name: 'Canar Private Limited',
        address: '1 Example Street\n600004 Chennai',
        state: 'Tamil Nadu',
        gstin: '33AAAAA0000A1Z5',
      },
      supportEmail: 'help@canar.example',
      grievanceContact: 'Asha Rao, grievance@canar.example',
      identityProviders: ['github'],
      demonstration: true,
    });
    expect(headers['cache-control']).toBe('public, max-age=300');
  });

  it('says that nothing is configured', async () => {
    const { body } = await siteWith({});
    expect(body).toEqual({
      seller: null,
      supportEmail: null,
      grievanceContact: null,
      identityProviders: [],
      demonstration: true,
    });
  });
});
