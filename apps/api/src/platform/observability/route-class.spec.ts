import { routeClassOf, statusClassOf } from './route-class';

describe('routeClassOf', () => {
  it.each([
    ['GET', '/api/profiles/:id/draft', 'read'],
    ['PUT', '/api/profiles/:id/draft', 'write'],
    ['POST', '/api/login', 'sign-in'],
    ['POST', '/api/auth/refresh', 'sign-in'],
    ['POST', '/api/billing/webhooks/:provider', 'webhook'],
    ['GET', '/api/profiles/:id/export/pdf', 'pdf'],
    ['GET', '/p/media/:file', 'media'],
    ['GET', '/p/:name', 'public-page'],
    ['GET', '/p/:slug/s/:name', 'public-page'],
    ['GET', '/p/:slug/s/:token/photo/:file', 'media'],
    ['GET', '/p/:slug/card.png', 'media'],
    ['POST', '/p/:slug/unlock', 'sign-in'],
    ['GET', '/*', 'site'],
    ['GET', undefined, 'unknown'],
  ])('classifies %s %s as %s', (method, route, expected) => {
    expect(routeClassOf(method, route, '/p/asha')).toBe(expected);
  });

  it('classifies the PDF of a public page apart from the page', () => {
    expect(routeClassOf('GET', '/p/:name', '/p/asha.pdf?lang=hi')).toBe('pdf');
    expect(routeClassOf('GET', '/p/:name', '/p/asha?from=a.pdf')).toBe('public-page');
  });

  it.each(['/api/auth/health', '/api/health/live', '/api/health/ready'])(
    'classifies the health check %s as none',
    (route) => {
      expect(routeClassOf('GET', route, route)).toBeNull();
    },
  );
});

describe('statusClassOf', () => {
  it.each([
    [204, '2xx'],
    [304, '3xx'],
    [402, '4xx'],
    [503, '5xx'],
    [0, '5xx'],
  ])('classifies the status %i as %s', (status, expected) => {
    expect(statusClassOf(status)).toBe(expected);
  });
});
