// Which way imports go (ARCHITECTURE.md). Every rule says why it is there; tools/import-rules.test.ts plants a violation
// of each and expects red.

const TEST = '\\.(test|e2e)\\.tsx?$|/testing/|/gallery/'

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circle',
      severity: 'error',
      comment: 'Two files that need each other are one idea in two places, or two ideas that do not know their order.',
      from: { pathNot: TEST },
      to: { circular: true },
    },
    {
      name: 'rooms-form-no-circle',
      severity: 'error',
      comment: 'Data walks one way through the rooms; a circle of rooms cannot be understood one room at a time.',
      scope: 'folder',
      from: { path: '^(server|engine|web|cli)/[^/]+$' },
      to: { circular: true },
    },
    {
      name: 'engine-stands-alone',
      severity: 'error',
      comment: 'The engine is the ground floor: pure maths that runs anywhere. It knows no other floor.',
      from: { path: '^engine/', pathNot: TEST },
      to: { path: '^(contract|server|web|cli|tools|bench)/' },
    },
    {
      name: 'engine-has-no-input-or-output',
      severity: 'error',
      comment: 'No file system, network or process in the engine: it also runs in a browser.',
      from: { path: '^engine/', pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'engine-takes-only-numerical-packages',
      severity: 'error',
      comment: 'The engine is an npm library of its own; what it depends on, its users depend on.',
      from: { path: '^engine/', pathNot: TEST },
      to: { path: 'node_modules', pathNot: 'node_modules/temporal-(polyfill|utils|spec)' },
    },
    {
      name: 'contract-knows-only-the-engine',
      severity: 'error',
      comment: 'What crosses the wire must not know who serves or calls it.',
      from: { path: '^contract/', pathNot: TEST },
      to: { path: '^(server|web|cli|tools|bench)/' },
    },
    {
      name: 'server-knows-no-client',
      severity: 'error',
      comment: 'The server serves any client; the web reaches it as built files.',
      from: { path: '^server/', pathNot: TEST },
      to: { path: '^(web|cli)/' },
    },
    {
      name: 'web-knows-no-server',
      severity: 'error',
      comment: 'The browser talks to the server through the contract only.',
      from: { path: '^web/', pathNot: TEST },
      to: { path: '^(server|cli)/' },
    },
    {
      name: 'cli-only-starts-the-server',
      severity: 'error',
      comment:
        'Commands talk through the API; only serve starts the server, through its main, and backup and restore come to its data where it may not run.',
      from: { path: '^cli/', pathNot: TEST },
      to: { path: '^(web/|server/(?!(main|backup)\\.ts$))' },
    },
    {
      name: 'client-stands-alone',
      severity: 'error',
      comment: 'Whoever is outside takes the folder as it is: the document is all that it knows of Pult.',
      from: { path: '^client/', pathNot: TEST },
      to: { path: '^(engine|contract|server|web|cli|tools|bench)/' },
    },
    {
      name: 'rooms-have-doors',
      severity: 'error',
      comment: 'A room may be used through its door (index.ts) only, so that its inside stays free to change.',
      from: { path: '^(server|engine)/([^/]+)/', pathNot: TEST },
      to: { path: '^$1/[^/]+/', pathNot: '^$1/($2/|node_modules/|[^/]+/index\\.ts$)' },
    },
    {
      name: 'web-rooms-never-meet',
      severity: 'error',
      comment: 'Pages of different rooms meet in main.tsx and by links.',
      from: { path: '^web/([^/]+)/', pathNot: `${TEST}|^web/(platform|ui)/` },
      to: { path: '^web/[^/]+/', pathNot: '^web/($1|platform|ui|node_modules)/' },
    },
    {
      name: 'platform-knows-no-room',
      severity: 'error',
      comment: 'Platform and ui would serve any product; a room in them is a room nobody can find.',
      from: { path: '^(server|web)/(platform|ui)/', pathNot: TEST },
      to: { path: '^(server|web)/(?!platform/|ui/|node_modules/)[^/]+/' },
    },
    {
      name: 'ui-knows-no-platform',
      severity: 'error',
      comment: 'A table or chart knows nothing of sessions and addresses.',
      from: { path: '^web/ui/', pathNot: TEST },
      to: { path: '^web/platform/' },
    },
    {
      name: 'nobody-imports-a-test',
      severity: 'error',
      comment: 'Code that only tests need must not reach a user.',
      from: { pathNot: `${TEST}|^vitest|^e2e/|^bench/` },
      to: { path: TEST },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      comment: 'An import that leads nowhere also hides from every other rule.',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?(worker|url|raw)$|^virtual:' },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    // Tests may look everywhere, and nobody imports them; the folders of their helpers stay visible.
    exclude: { path: '(^|/)(dist|data|coverage)/|\\.test\\.tsx?$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'browser', 'node', 'default'],
    },
  },
}
