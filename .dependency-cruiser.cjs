/** Who may import whom: a room's list is all it may import. Held in CI by `npm run check:rooms`. */
const rooms = {
  'arabic-names': [],
  matching: ['arabic-names'],
  simulation: [],
  tabular: ['diagnostics'],
  dates: [],
  diagnostics: [],
  config: ['diagnostics'],
  access: ['delivery', 'config', 'diagnostics'],
  persistence: ['config', 'diagnostics'],
  queue: ['config', 'diagnostics'],
  delivery: ['config', 'diagnostics'],
  registry: ['access', 'persistence', 'queue', 'config', 'diagnostics', 'tabular', 'dates'],
  families: ['access', 'persistence', 'queue', 'config', 'diagnostics'],
  notifications: [
    'families',
    'delivery',
    'access',
    'persistence',
    'queue',
    'config',
    'diagnostics',
  ],
  cases: [
    'families',
    'notifications',
    'access',
    'persistence',
    'queue',
    'config',
    'diagnostics',
    'dates',
  ],
  candidates: [
    'cases',
    'registry',
    'matching',
    'access',
    'persistence',
    'queue',
    'config',
    'diagnostics',
  ],
};

const pure = ['arabic-names', 'matching', 'simulation', 'dates'];
const outsideOfPure =
  '^(node:|node_modules/(@nestjs|typeorm|pg|bullmq|ioredis)/)|^(fs|crypto|path|os|child_process|http|net)$';

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'one-door',
      comment: 'A lib is entered by its src/index.ts only',
      severity: 'error',
      from: { path: '^(?:apps|test|libs)/([^/]+)/' },
      to: { path: '^libs/([^/]+)/src/', pathNot: ['^libs/$1/', '^libs/[^/]+/src/index\\.ts$'] },
    },
    ...Object.entries(rooms).map(([room, allowed]) => ({
      name: `room-${room}`,
      severity: 'error',
      from: { path: `^libs/${room}/` },
      to: { path: '^(libs|apps)/', pathNot: [room, ...allowed].map((name) => `^libs/${name}/`) },
    })),
    {
      name: 'known-rooms',
      comment: 'A new room gets its line in this file',
      severity: 'error',
      from: { path: '^libs/', pathNot: `^libs/(${Object.keys(rooms).join('|')})/` },
      to: {},
    },
    {
      name: 'pure-rooms',
      comment: 'Pure libs import no framework, driver, clock or environment',
      severity: 'error',
      from: { path: `^libs/(${pure.join('|')})/src/`, pathNot: '\\.test\\.ts$' },
      to: { path: outsideOfPure },
    },
    {
      name: 'apps-apart',
      severity: 'error',
      from: { path: '^apps/(api|worker)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'apps-by-index',
      severity: 'error',
      from: { path: '^apps/cli/' },
      to: { path: '^apps/(api|worker)/src/', pathNot: '^apps/(api|worker)/src/index\\.ts$' },
    },
    {
      name: 'libs-below-apps',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.json', '.d.ts'],
    },
  },
};
