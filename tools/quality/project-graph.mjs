/** Which project may depend on which, by the tags in its project.json. There is no `* → *`; nothing may import an app. */
export const projectGraph = [
  { sourceTag: 'type:app', onlyDependOnLibsWithTags: ['type:lib'] },
  { sourceTag: 'type:e2e', onlyDependOnLibsWithTags: ['type:lib'] },
  { sourceTag: 'type:lib', onlyDependOnLibsWithTags: ['type:lib'] },
  { sourceTag: 'runtime:node', onlyDependOnLibsWithTags: ['runtime:node', 'runtime:universal'] },
  { sourceTag: 'runtime:browser', onlyDependOnLibsWithTags: ['runtime:browser', 'runtime:universal'] },
  { sourceTag: 'runtime:universal', onlyDependOnLibsWithTags: ['runtime:universal'] },
];
