const HTTP_EXCEPTION = /Exception$/;

/** A rule that judges each name imported from one package. */
function aboutImports(description, source, problemOf) {
  return {
    meta: { type: 'problem', docs: { description }, messages: { refused: '{{problem}}' }, schema: [] },
    create: (context) => ({
      ImportSpecifier(node) {
        if (node.parent.source.value !== source) return;
        const problem = problemOf(node.imported.name);
        if (problem) context.report({ node, messageId: 'refused', data: { problem } });
      },
    }),
  };
}

/** An injected repository writes on its own connection, beside the transaction and its tenant. */
export const noInjectedRepository = aboutImports(
  'Repositories reach the database through UnitOfWork.',
  '@nestjs/typeorm',
  (name) => name === 'InjectRepository' && 'An injected repository writes outside of UnitOfWork and its tenant.',
);

/** Use cases and the domain say what went wrong; one filter knows which status that is. */
export const noHttpInRules = aboutImports(
  'No HTTP in use cases and domain.',
  '@nestjs/common',
  (name) =>
    (HTTP_EXCEPTION.test(name) || name === 'HttpStatus') &&
    `${name} is HTTP. Throw a DomainError with a code and a kind.`,
);
