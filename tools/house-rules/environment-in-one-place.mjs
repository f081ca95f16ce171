const SOURCES = ['process', 'node:process'];

/** The environment is parsed and named in libs/api-env; programs hand it over, and nothing below them reads it. */
export const environmentInOnePlace = {
  meta: {
    type: 'problem',
    docs: { description: 'libs/api-env parses process.env; nothing else reads it.' },
    messages: { read: 'libs/api-env parses the environment: take the parsed configuration.' },
    schema: [],
  },
  create: (context) => ({
    "MemberExpression[object.name='process'][property.name='env']"(node) {
      context.report({ node, messageId: 'read' });
    },
    "VariableDeclarator[init.name='process'] > ObjectPattern > Property[key.name='env']"(node) {
      context.report({ node, messageId: 'read' });
    },
    ImportDeclaration(node) {
      if (SOURCES.includes(node.source.value)) context.report({ node, messageId: 'read' });
    },
  }),
};
