// What the stock rules no-restricted-imports, no-restricted-syntax and check-file reject. Each entry has a fixture.

const ENVIRONMENT = {
  message: 'Take the parsed configuration: libs/api-env parses the environment.',
  paths: ['process', 'node:process'].map((name) => ({ name, importNames: ['env'] })),
};

const INJECTED_REPOSITORY = {
  message: 'Take UnitOfWork: an injected repository writes outside of the transaction and its tenant.',
  paths: [{ name: '@nestjs/typeorm', importNames: ['InjectRepository'] }],
};

const HTTP_EXCEPTIONS = {
  message: 'Throw a DomainError with a code and a kind: the filter knows its HTTP status.',
  patterns: [{ group: ['@nestjs/common'], importNamePattern: '(Exception|^HttpStatus)$' }],
};

/** The options of no-restricted-imports. @param bans which of the bans above apply */
function restrictedImports(...bans) {
  const withMessage = (kind) =>
    bans.flatMap((ban) => (ban[kind] ?? []).map((entry) => ({ ...entry, message: ban.message })));
  return ['error', { paths: withMessage('paths'), patterns: withMessage('patterns') }];
}

export const importsEverywhere = restrictedImports(ENVIRONMENT, INJECTED_REPOSITORY);
export const importsWithEnvironment = restrictedImports(INJECTED_REPOSITORY);
export const importsOfUseCases = restrictedImports(ENVIRONMENT, INJECTED_REPOSITORY, HTTP_EXCEPTIONS);

const ENVIRONMENT_TAKEN_APART = {
  selector: 'VariableDeclarator[init.name="process"] > ObjectPattern > Property[key.name="env"]',
  message: ENVIRONMENT.message,
};

const TEST = [
  'CallExpression[callee.name=/^(it|test)$/]',
  'CallExpression[callee.object.name=/^(it|test)$/][callee.property.name=/^(only|skip|fixme|fail|failing|concurrent)$/]',
  'CallExpression[callee.callee.object.name=/^(it|test)$/]',
  'CallExpression[callee.tag.object.name=/^(it|test)$/]',
].join(', ');

const TITLE = {
  selector: [
    `:matches(${TEST}) > Literal.arguments:first-child[value=/^.{81}/]`,
    `:matches(${TEST}) > TemplateLiteral.arguments:first-child > TemplateElement[value.raw=/.{81}/]`,
  ].join(', '),
  message: 'A test title has at most 80 characters.',
};

// Titles that read on from the title of their describe, such as "is stored as a hash", say nothing in a list of failures.
const CONTINUED = '^(is|are|was|were|be|has|have|do|does|can|may|must|of|that|it) ';
const TITLE_WITHOUT_VERB = {
  selector: [
    `:matches(${TEST}) > Literal.arguments:first-child[value=/${CONTINUED}/]`,
    `:matches(${TEST}) > TemplateLiteral.arguments:first-child > TemplateElement:first-child[value.raw=/${CONTINUED}/]`,
  ].join(', '),
  message: 'A test title begins with what its subject does ("rejects …") and is understood without its describe.',
};

const SPREAD_LITERAL = {
  selector: 'SpreadElement:matches([argument.type="ObjectExpression"], [argument.type="ArrayExpression"])',
  message: 'Write the properties or elements out: a literal is not spread.',
};

const CAPTURED_MAILS_READ = {
  selector: ['Literal[value=/', 'TemplateElement[value.raw=/']
    .map((node) => `${node}SELECT\\b.*\\bFROM platform\\.captured_mails/s]`)
    .join(', '),
  message: 'Call mailsTo(): a mail is a job, and arrives after the answer that caused it.',
};

/** The options of no-restricted-syntax, for code that must not read the environment and for code that may. */
export const syntaxEverywhere = ['error', ENVIRONMENT_TAKEN_APART, SPREAD_LITERAL];
export const syntaxWithEnvironment = ['error', SPREAD_LITERAL, TITLE, TITLE_WITHOUT_VERB, CAPTURED_MAILS_READ];

const API_PATH = {
  message: 'Call an operation of libs/api-client: a path of the API is written by nobody but the generated client.',
  selectors: ['Literal[value=/^\\u002Fapi(\\u002F|$)/]', 'TemplateElement[value.raw=/^\\u002Fapi(\\u002F|$)/]'],
};

/** The options of no-restricted-syntax for the website. */
export const syntaxOfWebsite = [
  ...syntaxEverywhere,
  ...API_PATH.selectors.map((selector) => ({ selector, message: API_PATH.message })),
];

/** The option of no-restricted-properties. */
export const CAN_PARSE = {
  object: 'URL',
  property: 'canParse',
  message: 'Call parseUrl(): Node.js 20 and 22 answer wrongly for addresses with letters such as ü.',
};

const LATER_THAN_CLOUDFRONT = {
  selector: 'ForOfStatement, ObjectPattern, ArrayPattern, SpreadElement, ClassDeclaration, ClassExpression',
  message: "CloudFront's runtime 2.0 is ES 5.1 with a closed list of later things, and this is not on it.",
};

/** The options of no-restricted-syntax for CloudFront Functions. */
export const syntaxOfEdgeFunctions = [...syntaxEverywhere, LATER_THAN_CLOUDFRONT];

// Nest calls the hooks of its life cycle.
const SECOND_METHOD = {
  selector:
    'MethodDefinition[kind="method"][accessibility!="private"][accessibility!="protected"][key.name!=/^(execute|onModule\\w+|(before|on)Application\\w+)$/]',
  message: 'A use case has one public method, `execute`.',
};

/** The options of no-restricted-syntax for use cases. */
export const syntaxOfUseCases = [...syntaxEverywhere, SECOND_METHOD];

/** The closed list of suffixes: the role of a file, where its framework or its test tier requires one. */
const SUFFIXES = [
  'module',
  'controller',
  'dto',
  'entity',
  'repository',
  'errors',
  'guard',
  'strategy',
  'decorator',
  'filter',
  'interceptor',
  'pipe',
  'lambda',
  'spec',
  'int-spec',
  'e2e-spec',
];

/** The options of check-file/filename-naming-convention: kebab-case with suffixes from the closed list. */
export const fileNames = [
  { '**/*': `+([a-z0-9])*(-+([a-z0-9]))*(.@(${SUFFIXES.join('|')}))` },
  {
    errorMessage: `"{{ target }}" is not kebab-case, or its suffix is not one of: ${SUFFIXES.map((suffix) => `.${suffix}`).join(' ')}`,
  },
];

const CATCH_ALL = '@(util|utils|helper|helpers|common|shared|misc)';

/** The options of check-file/filename-blocklist: no catch-all files and folders. */
export const catchAllNames = [
  { [`**/${CATCH_ALL}.*`]: 'noun.ts', [`**/${CATCH_ALL}/**`]: '**/noun/**' },
  { errorMessage: '"{{ target }}" is or lies in a catch-all. Name the file or folder after what it does.' },
];
