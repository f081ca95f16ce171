const LIMIT = 5;

/** A class that needs more than five others does more than one thing; a controller maps many requests, each one thing. */
export const fewDependencies = {
  meta: {
    type: 'suggestion',
    docs: { description: 'A constructor takes at most five dependencies.' },
    messages: { tooMany: 'This constructor takes {{count}} dependencies; five is the most. Split the class.' },
    schema: [],
  },
  create: (context) => ({
    "MethodDefinition[kind='constructor']"(node) {
      if (context.filename.endsWith('.controller.ts')) return;
      const count = node.value.params.length;
      if (count > LIMIT) context.report({ node, messageId: 'tooMany', data: { count: String(count) } });
    },
  }),
};
