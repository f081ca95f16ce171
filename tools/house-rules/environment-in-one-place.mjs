const SOURCES = ['process', 'node:process'];

/** The environment is read, parsed and named in libs/api-env. */
export const environmentInOnePlace = {
  meta: {
    type: 'problem',
    docs: { description: 'Only libs/api-env reads process.env.' },
    messages: { read: 'Only libs/api-env reads the environment: take the parsed configuration.' },
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
