import { builtinRules } from 'eslint/use-at-your-own-risk';

const core = builtinRules.get('max-lines-per-function');
const OPTIONS = [{ max: 40, skipBlankLines: true, skipComments: true, IIFEs: true }];

/** `describe(…)`, `describe.each(…)(…)` and Playwright's `test.describe(…)`: a chapter, not a function. */
function isChapter(node) {
  if (node.parent?.type !== 'CallExpression') return false;
  let callee = node.parent.callee;
  while (callee.type !== 'Identifier') {
    if (callee.type === 'MemberExpression' && callee.property.name === 'describe') return true;
    callee = callee.callee ?? callee.object ?? callee.tag;
    if (!callee) return false;
  }
  return callee.name === 'describe';
}

/** ESLint's own `max-lines-per-function` at forty lines, except that a test's chapters may be longer. */
export const shortFunctions = {
  meta: { ...core.meta, schema: [], defaultOptions: undefined },
  create(context) {
    const report = (problem) => isChapter(problem.node) || context.report(problem);
    const view = { options: { value: OPTIONS }, report: { value: report } };
    return core.create(Object.create(context, view));
  },
};
