// `npm run package:cli`: the command line as an npm tarball of its own in release/. `--out DIR` puts it elsewhere.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { root, say } from './lib/process.mjs';

const { values } = parseArgs({ options: { out: { type: 'string', default: join(root, 'release') } } });
const out = values.out;
const folder = join(out, 'offerdeck-cli');
const project = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

/** Packages that the built files load. @type {Set<string>} */
const packages = new Set();

await build({
  root,
  configFile: false,
  logLevel: 'warn',
  build: {
    ssr: true,
    target: 'node24',
    outDir: folder,
    emptyOutDir: true,
    rollupOptions: {
      input: { cli: join(root, 'src/main/hosts/cli/main.ts'), simulator: join(root, 'src/simulator/worker.ts') },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
    },
  },
  plugins: [
    {
      name: 'note-packages',
      generateBundle(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== 'chunk') continue;
          for (const name of [...file.imports, ...file.dynamicImports]) {
            if (isBuiltin(name) || Object.hasOwn(bundle, name)) continue;
            packages.add(
              name
                .split('/')
                .slice(0, name.startsWith('@') ? 2 : 1)
                .join('/'),
            );
          }
        }
      },
    },
  ],
});

const dependencies = Object.fromEntries(
  [...packages].sort().map((name) => {
    const version = project.dependencies[name];
    if (version === undefined) throw new Error(`${name} is no dependency of package.json`);
    return [name, version];
  }),
);
if ('electron' in dependencies) throw new Error('the command line must not load electron');

cpSync(join(root, 'src/renderer/i18n'), join(folder, 'i18n'), {
  recursive: true,
  filter: (source) => !source.endsWith('.ts') && !source.endsWith('.tsx') && !source.endsWith('catalogues'),
});
cpSync(join(root, 'docs/schemas'), join(folder, 'schemas'), { recursive: true });
cpSync(join(root, 'docs/command-line.md'), join(folder, 'README.md'));
cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
writeFileSync(
  join(folder, 'package.json'),
  `${JSON.stringify(
    {
      name: 'offerdeck-cli',
      version: project.version,
      description: 'Private offers on AWS Marketplace from the command line.',
      license: project.license,
      type: 'module',
      bin: { offerdeck: 'cli.js' },
      engines: { node: '>=24' },
      files: readdirSync(folder),
      dependencies,
    },
    null,
    2,
  )}\n`,
);

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const packed = execFileSync(npm, ['pack', '--offline', '--ignore-scripts', '--pack-destination', out, '--json'], {
  cwd: folder,
  encoding: 'utf8',
  shell: process.platform === 'win32',
  stdio: ['ignore', 'pipe', 'inherit'],
});
const [{ filename }] = /** @type {[{ filename: string }]} */ (JSON.parse(packed));
say(`Packed ${join(out, filename)}`);
process.stdout.write(`${join(out, filename)}\n`);
