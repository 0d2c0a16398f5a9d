// Who may import whom. docs/architecture.md draws the same picture; this file is the one that is checked.

const tests = '(\\.test\\.tsx?|\\.stories\\.tsx|/test/|/conformance/|/bench/|/scripts/)'

/** Nothing in `from` may import what `to` names. */
const never = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/** A library has one home, so that replacing it is a change to one folder. */
const home = (library, folders) =>
  never(
    `${library.replace(/\W+/g, '-')}-has-one-home`,
    `${library} is imported in ${folders.join(', ')} only.`,
    { path: '^(packages|apps)/', pathNot: [...folders.map((folder) => `^${folder}`), tests] },
    { path: `node_modules/${library}/` },
  )

export default {
  forbidden: [
    never(
      'no-circles',
      'A circle of imports hides which file comes first.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    never(
      'sdk-stands-alone',
      'The SDK is what both sides agree on.',
      { path: '^packages/sdk/' },
      { path: '^(packages/(server|ui|emulator)|apps)/' },
    ),
    never(
      'emulator-stands-alone',
      'The emulator behaves as Salesforce does, not as our code expects.',
      { path: '^packages/emulator/' },
      { path: '^(packages/(sdk|server|ui)|apps)/' },
    ),
    never(
      'server-knows-no-ui',
      'The server has no page.',
      { path: '^packages/server/', pathNot: tests },
      { path: '^(packages/(ui|emulator)|apps)/' },
    ),
    never(
      'ui-knows-no-server',
      'The browser talks to the server through the SDK.',
      { path: '^packages/ui/' },
      { path: '^(packages/(server|emulator)|apps)/' },
    ),
    never('packages-know-no-app', 'An app is the top of the house.', { path: '^packages/' }, { path: '^apps/' }),

    never(
      'no-schemas-in-the-browser',
      'zod stays out of browser bundles: the client and the rules take types alone from the contract, and its two plain files.',
      { path: '^packages/(sdk/src/(client|mapping|index\\.ts)|ui/src)', pathNot: tests },
      { path: '^packages/sdk/src/contract/', pathNot: '/contract/(errors|vocabulary)\\.ts$', dependencyTypesNot: ['type-only'] },
    ),
    never(
      'rules-are-pure',
      'Mapping rules know the contract and nothing else.',
      { path: '^packages/sdk/src/mapping/', pathNot: tests },
      { path: '^packages/sdk/src/(client|testing)|node_modules' },
    ),

    never(
      'http-knows-the-engine-alone',
      'Handlers translate; they know no SQL and no Salesforce.',
      { path: '^packages/server/src/http/', pathNot: tests },
      { path: '^packages/server/src/(salesforce|postgres|queue|records)/' },
    ),
    never(
      'engine-knows-ports-alone',
      'The engine asks the world through its ports.',
      { path: '^packages/server/src/engine/', pathNot: tests },
      { path: '^packages/server/src/(http|salesforce|postgres|queue|records|express\\.ts|create-salesforce-server\\.ts)' },
    ),
    never(
      'adapters-implement-ports',
      'An adapter knows the ports of the engine, not its verbs.',
      { path: '^packages/server/src/(salesforce|postgres|queue|records)/', pathNot: tests },
      { path: '^packages/server/src/(http|engine/(?!ports/))' },
    ),
    never(
      'salesforce-knows-no-sql',
      'Two adapters meet in create-salesforce-server.',
      { path: '^packages/server/src/salesforce/', pathNot: tests },
      { path: '^packages/server/src/(postgres|queue|records)/' },
    ),
    never(
      'postgres-is-the-ground',
      'The queue and the records stand on the database, not the other way round.',
      { path: '^packages/server/src/postgres/', pathNot: tests },
      { path: '^packages/server/src/(salesforce|queue|records)/' },
    ),

    never(
      'components-keep-to-themselves',
      'A component is used through its own file, never through its inside.',
      { path: '^packages/ui/src/components/([^/]+)/', pathNot: tests },
      {
        path: '^packages/ui/src/components/([^/]+)/',
        pathNot: ['^packages/ui/src/components/$1/', '/components/([^/]+)/\\1\\.tsx$', '/components/([^/]+)/index\\.ts$'],
      },
    ),
    never(
      'primitives-know-no-component',
      'Primitives are dressed controls.',
      { path: '^packages/ui/src/(primitives|styles)/', pathNot: tests },
      { path: '^packages/ui/src/components/' },
    ),

    home('eventsource-parser', ['packages/sdk/src/client/']),
    home('jsforce', ['packages/server/src/salesforce/']),
    home('kysely', ['packages/server/src/postgres/', 'packages/server/src/records/']),
    home('pg-boss', ['packages/server/src/queue/']),
    home('pg-copy-streams', ['packages/server/src/postgres/']),
    home('express', ['packages/server/src/express.ts', 'apps/demo/server/']),
    home('hono', ['packages/emulator/src/']),
    home('@jetstreamapp/soql-parser-js', ['packages/emulator/src/soql/']),
    home('@radix-ui', ['packages/ui/src/primitives/']),
    home('react-router', ['apps/demo/web/']),

    never(
      'no-undeclared-packages',
      'What a file imports stands in its package.json.',
      { path: '^(packages|apps)/', pathNot: tests },
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    never(
      'nothing-unresolved',
      'An import that leads nowhere.',
      {},
      { couldNotResolve: true, pathNot: '^(node:|virtual:)|\\.css\\?(raw|inline)$' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(/dist/|/snippets/|\\.d\\.ts$|\\.css$)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
}
