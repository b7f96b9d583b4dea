import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { parse } from 'yaml'
import { loadGrammar } from './github-grammar.ts'
import { expect, test } from './journey.ts'
import { findPackage, packAll } from './pack.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const CI = join(ROOT, 'ci')
const run = promisify(execFile)

type Said = { readonly code: number; readonly output: string }
type Environment = Readonly<Record<string, string>>

/** Runs a script as a CI system does: in a bash that ends at the first failure. */
function runScript(script: string, cwd: string, environment: Environment): Promise<Said> {
  const env = { ...process.env, ...environment }
  return run('bash', ['-eo', 'pipefail', '-c', script], { cwd, env }).then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
    (error: unknown) => toFailed(error),
  )
}

function toFailed(error: unknown): Said {
  if (error instanceof Error && 'code' in error && 'stdout' in error && 'stderr' in error) {
    return { code: Number(error.code), output: `${String(error.stdout)}${String(error.stderr)}` }
  }
  throw error
}

/** A folder as a repository with a targets file has it. */
function makeProject(folder: string, targets: Environment): string {
  mkdirSync(folder, { recursive: true })
  const list = Object.entries(targets).map(([name, server]) => ({ name, server }))
  // Without it npm would install into the nearest folder above that has one.
  writeFileSync(join(folder, 'package.json'), '{"private":true}')
  writeFileSync(join(folder, 'targets.json'), JSON.stringify({ targets: list }))
  return folder
}

function readRecipe(name: string): string {
  return readFileSync(join(CI, name), 'utf8')
}

/** A step of the composite action by its name, as GitHub would run it: its script and its variables. */
function findStep(name: string, inputs: Environment): { script: string; env: Environment } {
  const { runs }: { runs: { steps: { name?: string; run: string; env: Environment }[] } } = parse(
    readRecipe('action.yml'),
  )
  const step = runs.steps.find((each) => each.name === name)
  if (!step) throw new Error(`The action has no step "${name}".`)
  const known: Environment = { ...inputs, 'github.action_path': CI }
  const fill = (text: string) =>
    text.replaceAll(/\$\{\{ (\S+) \}\}/g, (_, key: string) => known[key] ?? `no ${key}`)
  const env = Object.entries(step.env).map(([key, value]) => [key, fill(value)] as const)
  return { script: step.run, env: { ...Object.fromEntries(env), GITHUB_ACTION_PATH: CI } }
}

test("the workflows and the action are what GitHub's own parser takes", async () => {
  const grammar = await loadGrammar()
  const [workflow, action] = [readRecipe('github-workflow.yml'), readRecipe('action.yml')]
  expect(grammar.workflow(workflow)).toEqual([])
  expect(grammar.workflow(readRecipe('github-shards.yml'))).toEqual([])
  expect(grammar.action(action)).toEqual([])
  // It does look: a word that is wrong is found.
  expect(grammar.workflow(workflow.replace('runs-on', 'run-on'))).not.toEqual([])
  expect(grammar.action(action.replace('shell:', 'shel:'))).not.toEqual([])
})

/** For Node 20, which the program was not made for. */
const UNION = `data:text/javascript,${encodeURIComponent('Set.prototype.union ??= function (other) { return new Set([...this, ...other]) }')}`

// oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from this pattern
test("the job is what GitLab's own schema takes", async ({}, info) => {
  const program = join(findPackage('gitlab-ci-local'), 'dist/index.js')
  const folder = info.outputPath('project')
  mkdirSync(folder, { recursive: true })
  const list = (text: string) => {
    writeFileSync(join(folder, '.gitlab-ci.yml'), text)
    const command = `node --import '${UNION}' '${program}' --list`
    const project = 'git init -q . && git remote add origin git@gitlab.example:team/servers.git'
    return runScript(`[ -d .git ] || { ${project}; }; ${command}`, folder, { HOME: folder })
  }
  const text = readRecipe('gitlab-ci.yml')
  const good = await list(text)
  expect(good).toMatchObject({ code: 0, output: expect.stringContaining('schema validated') })
  expect(good.output).toContain('walk')
  expect(await list(text.replace('when: always', 'when: whenever'))).toMatchObject({ code: 1 })
})

test('the step of the action walks, takes options, and fails with the runner', async ({
  practice,
}, info) => {
  const [healthy, broken] = await Promise.all([practice(), practice({ fault: 'asm-issuer-slash' })])
  const project = makeProject(info.outputPath('project'), {
    healthy: healthy.url,
    broken: broken.url,
  })
  const inputs = {
    'inputs.targets': 'targets.json',
    'inputs.out': 'reports',
    'inputs.options': '--workers 1',
  }
  const { script, env } = findStep('Walk', inputs)
  const { code, output } = await runScript(script, project, env)
  expect(code).toBe(1)
  expect(output).toContain('✓ healthy')
  expect(output).toContain('✗ broken')
  expect(readFileSync(join(project, 'reports/junit.xml'), 'utf8')).toContain('failures="1"')
})

test("the script of GitLab's job installs the package, walks, and leaves the reports it names", async ({
  practice,
}, info) => {
  test.setTimeout(120_000)
  const server = await practice()
  const project = makeProject(info.outputPath('project'), { healthy: server.url })
  const {
    walk,
  }: {
    walk: { variables: Environment; script: string[]; artifacts: { reports: { junit: string } } }
  } = parse(readRecipe('gitlab-ci.yml'))
  const files = packAll(info.outputPath('packed'), [findPackage('playwright-core')])
  const { code, output } = await runScript(walk.script.join('\n'), project, {
    ...walk.variables,
    MCP_FLOW_PACKAGE: files.join(' '),
    npm_config_offline: 'true',
  })
  expect([code, output]).toEqual([0, expect.stringContaining('✓ healthy')])
  expect(readFileSync(join(project, walk.artifacts.reports.junit), 'utf8')).toContain('tests="1"')
})
