// The architecture, as a table and a few sentences. Each rule has a fixture in tools/quality/fixtures.

/** The whole module graph of the API: a module may import the listed modules and no other. */
const MAY_IMPORT = {
  auth: [],
  credits: ['auth'],
  billing: ['auth', 'credits'],
  profiles: ['auth', 'credits'],
  publishing: ['auth', 'credits', 'profiles'],
  statistics: ['auth', 'profiles', 'publishing'],
};

/** Each vendor's package, and how the paths of the adapter files begin that import it. */
const ADAPTERS = {
  aws: { package: '@aws-sdk/', files: 'apps/api/src/platform/([^/]+)/(s3|rds|ses)-' },
  typst: { package: '@myriaddreamin/', files: '(libs|apps)/.+/typst-' },
  nodemailer: { package: 'nodemailer(/|$)', files: 'apps/api/src/platform/mail/smtp-' },
  sharp: {
    package: 'sharp(/|$)',
    files:
      '(libs/profile-print/contact-sheets/|apps/api/src/(profiles/files/photo/(photo-sizes|testing/)|publishing/public-page/(card-picture|qr-code|pictures)))',
  },
  stripe: { package: 'stripe(/|$)', files: 'apps/api/src/billing/payments/stripe-' },
  razorpay: { package: 'razorpay(/|$)', files: 'apps/api/src/billing/payments/razorpay-' },
  redis: { package: 'ioredis(/|$)', files: 'apps/api/src/platform/cache/redis-' },
};

const modules = Object.keys(MAY_IMPORT);
const any = (names) => `(${names.join('|')})`;
const TEST =
  '\\.(spec|int-spec|e2e-spec)\\.tsx?$|/testing\\.ts$|/testing/|^apps/api/src/test-app\\.ts$|^libs/profile-print/contact-sheets/';
const UNIVERSAL = '^(apps/web/src|libs/(profile-document|profile-templates|api-client|languages)/src)/';

const moduleGraph = modules.map((name) => ({
  name: `${name}-imports-listed-modules-only`,
  comment: `${name} may import: ${MAY_IMPORT[name].join(', ') || 'no module'}.`,
  severity: 'error',
  from: { path: `^apps/api/src/${name}/` },
  to: { path: `^apps/api/src/${any(modules)}/`, pathNot: `^apps/api/src/${any([name, ...MAY_IMPORT[name]])}/` },
}));

const adapters = Object.entries(ADAPTERS).map(([vendor, adapter]) => ({
  name: `${vendor}-in-its-adapter-only`,
  comment: `Only the adapter imports the SDK of ${vendor}; everything else uses the port.`,
  severity: 'error',
  from: { path: '^(apps|libs)/', pathNot: [`^${adapter.files}[a-z0-9-]*\\.(mjs|ts|spec\\.ts|int-spec\\.ts)$`] },
  to: { path: `(^|node_modules/)${adapter.package}` },
}));

module.exports = {
  forbidden: [
    ...moduleGraph,
    ...adapters,
    {
      name: 'modules-import-index-files',
      comment: 'A module imports the index.ts of another one; tests also its testing.ts, the worker its tasks.ts.',
      severity: 'error',
      from: { path: '^apps/api/src/([^/]+)' },
      to: {
        path: `^apps/api/src/${any(modules)}/`,
        pathNot: ['^apps/api/src/$1/', '^apps/api/src/[^/]+/(index|testing|tasks)\\.ts$'],
      },
    },
    {
      name: 'profile-import-knows-the-document-only',
      comment:
        'The readers of files turn text into a document; of the workspace they know that document and nothing else.',
      severity: 'error',
      from: { path: '^libs/profile-import/', pathNot: TEST },
      to: { path: '^(apps|libs|infra|tools)/', pathNot: '^libs/(profile-import/|profile-document/src/index\\.ts$)' },
    },
    {
      name: 'testing-stays-in-tests',
      comment: 'What is made for tests is not part of the product.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: TEST },
      to: { path: '^(apps|libs)/.+(/testing\\.ts$|/testing/|/src/test-app\\.ts$)' },
    },
    {
      name: 'platform-knows-no-module',
      comment: 'The platform is what modules stand on: it works without any of them.',
      severity: 'error',
      from: { path: '^apps/api/src/platform/', pathNot: TEST },
      to: { path: `^apps/api/src/${any(modules)}/` },
    },
    {
      name: 'nothing-imports-the-composition-root',
      comment: 'app.module.ts puts the modules together; nothing inside them can see the whole.',
      severity: 'error',
      from: { path: '^apps/api/src/[^/]+/', pathNot: TEST },
      to: { path: '^apps/api/src/(app\\.module|main)\\.ts$' },
    },
    {
      name: 'domain-is-pure',
      comment:
        'Rules and values import their own domain, the profile document, languages, ids and DomainError: no framework, no database.',
      severity: 'error',
      from: { path: '^apps/api/src/([^/]+).*/domain/', pathNot: TEST },
      to: {
        pathNot: [
          '^apps/api/src/$1/.*domain/',
          '^libs/(profile-document|languages)/src/index\\.ts$',
          '^apps/api/src/platform/(errors|ids)/',
          '^(node:)?crypto$',
        ],
      },
    },
    {
      name: 'use-cases-know-no-http',
      comment: 'Controllers read headers and cookies and render status, headers and body; use cases know none of them.',
      severity: 'error',
      from: { path: '^apps/api/src/.+/use-cases/', pathNot: TEST },
      to: {
        path: '^apps/api/src/(platform/http/|.+/dto/)|(^|node_modules/)(@fastify|fastify|@nestjs/platform-fastify)(/|$)',
      },
    },
    {
      name: 'tables-stay-in-persistence',
      comment: 'Only persistence folders and the platform know that there is TypeORM.',
      severity: 'error',
      from: { path: '^apps/api/src/', pathNot: ['/persistence/', '^apps/api/src/platform/', TEST] },
      to: { path: '(^|node_modules/)typeorm(/|$)' },
    },
    {
      name: 'no-server-code-in-the-browser',
      comment: 'What a browser loads knows neither Node.js nor the frameworks of the API.',
      severity: 'error',
      from: { path: UNIVERSAL, pathNot: TEST },
      to: {
        path: '(^|node_modules/)(@nestjs/|typeorm/|typeorm$|pg/|pg$|fastify|pino)|^node:|^(fs|path|crypto|child_process)$',
      },
    },
    {
      name: 'features-import-no-feature',
      comment: 'A feature of the site knows no other; the pages of app/ put features together.',
      severity: 'error',
      from: { path: '^apps/web/src/features/([^/]+)/' },
      to: { path: '^apps/web/src/(features|app)/', pathNot: '^apps/web/src/features/$1/' },
    },
    {
      name: 'signed-in-knows-no-feature',
      comment: 'The frame of the application surrounds every feature and knows none.',
      severity: 'error',
      from: { path: '^apps/web/src/signed-in/' },
      to: { path: '^apps/web/src/(features|app)/' },
    },
    {
      name: 'ui-knows-no-feature',
      comment: 'Controls and plumbing of the site serve every feature and know none, nor the frame around them.',
      severity: 'error',
      from: { path: '^apps/web/src/(ui|lib)/' },
      to: { path: '^apps/web/src/(features|signed-in|app)/' },
    },
    {
      name: 'overlays-come-from-ui',
      comment:
        'Dialogs, menus and tooltips are those of ui/: they give the focus back to the control that opened them.',
      severity: 'error',
      from: { path: '^apps/web/src/', pathNot: '^apps/web/src/ui/' },
      to: { path: '(^|node_modules/)@radix-ui/' },
    },
    {
      name: 'not-to-unresolvable',
      comment: 'An import that cannot be resolved is one that no other rule sees.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or miss a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|(apps|libs)/[^/]+/(out|\\.next)|infra/cdk\\.out|tools/quality/fixtures)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    webpackConfig: { fileName: 'tools/quality/resolve.cjs' },
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
