// Starts a program of this folder: `node src/cli/launch.mjs NAME [arguments]`.
// Node 20 reads no TypeScript. What people use is built first, so that it starts at once;
// what only developers use is read by Vite as it stands.
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build, isFresh } from './fresh-build.mjs'

const BUILT = ['start', 'flow', 'relay']
const SOURCE = new Map([
  ['check', 'checks/check.ts'],
  ['test', 'checks/test-all.ts'],
  ['e2e', 'checks/journeys.ts'],
  ['size', 'checks/size.ts'],
  ['bench', 'checks/bench.ts'],
  ['rules', 'rule-table/write.ts'],
  ['switches', 'checks/switches.ts'],
  ['agreement', '../../e2e/servers/agreement.ts'],
  ['observe', 'checks/observe.ts'],
])
const NEEDS_BUILD = [...BUILT, 'e2e', 'size', 'bench', 'switches']

const root = fileURLToPath(new URL('../..', import.meta.url))
const name = process.argv[2] ?? ''
const file = SOURCE.get(name)

if (name === 'build' || (NEEDS_BUILD.includes(name) && !isFresh(root))) {
  console.error('Building the page and the programs ...')
  await buildTo(name === 'build' ? process.argv.slice(3) : []).catch((error) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  })
}
process.argv.splice(1, 2, name)
if (BUILT.includes(name)) {
  await import(pathToFileURL(join(root, 'dist/node', `${name}.js`)).href)
} else if (file !== undefined) {
  const { runnerImport } = await import('vite')
  await runnerImport(join(root, 'src/cli', file), { root, logLevel: 'warn' })
} else if (name !== 'build') {
  console.error(
    `No program is called "${name}": ${['build', ...BUILT, ...SOURCE.keys()].join(', ')}`,
  )
  process.exitCode = 2
}

/**
 * `npm run build -- --out DIR` builds elsewhere than to `dist`.
 * @param {string[]} options
 */
async function buildTo(options) {
  const [option, folder, ...rest] = options
  if (option === undefined) return build(root)
  if (option === '--out' && folder !== undefined && rest.length === 0) {
    return build(root, resolve(folder))
  }
  console.error(`npm run build takes --out DIR and nothing else, not "${options.join(' ')}".`)
  process.exit(2)
}
