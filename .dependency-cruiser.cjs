/** Layer rules of docs/architecture.md, each with its reason. */
/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', comment: 'A cycle has no first file to read.', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'shared-is-pure', severity: 'error', comment: 'Renderer, core and simulator load shared: no Node, no DOM, no AWS SDK.', from: { path: '^src/shared' }, to: { path: ['^src/(main|renderer|simulator)', '^node:', '@aws-sdk', '@smithy', 'electron'] } },
    { name: 'renderer-stays-outside', severity: 'error', comment: 'The renderer reaches the core through the contract alone.', from: { path: '^src/renderer' }, to: { path: ['^src/(main|simulator)', '@aws-sdk', '@smithy', '^node:'] } },
    { name: 'core-knows-no-renderer', severity: 'error', comment: 'The core serves any host.', from: { path: '^src/main', pathNot: '^src/main/hosts/electron' }, to: { path: '^src/renderer' } },
    { name: 'core-knows-no-host', severity: 'error', comment: 'Hosts build the core, never the other way round.', from: { path: '^src/main', pathNot: ['^src/main/hosts', '^src/main/index.ts'] }, to: { path: '^src/main/hosts' } },
    { name: 'electron-in-one-folder', severity: 'error', comment: 'Everything real runs on plain Node; Electron is one host.', from: { path: '^src', pathNot: ['^src/main/hosts/electron', '^src/main/index.ts'] }, to: { path: '^node_modules/(electron|electron-store|electron-updater)(/|$)' } },
    { name: 'app-and-simulator-are-strangers', severity: 'error', comment: 'The simulator checks what AWS documents; sharing code with the app would compare the app with itself.', from: { path: '^src/simulator' }, to: { path: ['^src/(main|renderer)', '^src/shared/(contract|errors)', '^src/shared/domain/(?!money|dates|primitives)'] } },
    { name: 'nobody-imports-the-simulator', severity: 'error', comment: 'A host starts it by entry path in a worker or a utility process.', from: { path: '^src/(main|renderer|shared)' }, to: { path: '^src/simulator' } },
    { name: 'only-the-bridge-calls', severity: 'error', comment: 'One caller of the exposed object.', from: { path: '^src/renderer', pathNot: '^src/renderer/(bridge/|app/|main.tsx)' }, to: { path: '^src/renderer/bridge/transport' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.web.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
