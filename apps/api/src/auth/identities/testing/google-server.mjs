// A double of Google: the certified `oidc-provider` with one client, which signs in whom `login_hint` names without asking.
// node google-server.mjs CLIENT_ID CLIENT_SECRET REDIRECT_URI; it prints its address once it listens.
import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT, decodeJwt } from 'jose';
import { interactionPolicy, Provider } from 'oidc-provider';

const [clientId, clientSecret, redirectUri] = process.argv.slice(2);
const { privateKey } = await generateKeyPair('RS256', { extractable: true });
const key = { ...(await exportJWK(privateKey)), kid: 'double', alg: 'RS256', use: 'sig' };

/** Claims by subject, and what is done to the next answer of the token endpoint. */
const accounts = new Map();
let fault = null;

const policy = interactionPolicy.base();
policy.add(new interactionPolicy.Prompt({ name: 'select_account', requestable: true }), 0);

const server = createServer();
server.listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
const issuer = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: clientId,
      client_secret: clientSecret,
      redirect_uris: [redirectUri],
      response_types: ['code'],
      grant_types: ['authorization_code'],
      token_endpoint_auth_method: 'client_secret_post',
    },
  ],
  jwks: { keys: [key] },
  cookies: { keys: ['double'] },
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
  conformIdTokenClaims: false,
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false } },
  interactions: { policy, url: (_, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...accounts.get(sub) }) }),
});

provider.use(async (context, next) => {
  await next();
  if (context.path !== '/token' || fault === null) return;
  const applied = fault;
  fault = null;
  if (applied.status) {
    context.status = applied.status;
    context.body = 'Out of order';
  } else if (applied.claims) {
    const claims = { ...decodeJwt(context.body.id_token), ...applied.claims };
    context.body.id_token = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: 'double' })
      .sign(privateKey);
  } else {
    const [head, payload, signature] = context.body.id_token.split('.');
    const claims = Buffer.from(JSON.stringify({ ...decodeJwt(context.body.id_token), ...applied.forged })).toString(
      'base64url',
    );
    context.body.id_token = [head, applied.forged ? claims : payload, signature].join('.');
  }
});

async function interact(request, response) {
  const { params } = await provider.interactionDetails(request, response);
  const grant = new provider.Grant({ accountId: params.login_hint, clientId });
  grant.addOIDCScope(params.scope);
  const result = {
    select_account: {},
    login: { accountId: params.login_hint },
    consent: { grantId: await grant.save() },
  };
  await provider.interactionFinished(request, response, result);
}

async function control(request, response) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const sent = JSON.parse(Buffer.concat(chunks).toString());
  if (sent.fault) fault = sent.fault;
  else accounts.set(sent.sub, sent.claims);
  response.end();
}

const callback = provider.callback();
server.on('request', (request, response) => {
  if (request.url === '/control') return void control(request, response);
  if (request.url.startsWith('/interaction/')) return void interact(request, response);
  return callback(request, response);
});
process.stdout.write(`${issuer}\n`);
