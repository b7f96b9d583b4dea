import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { accountVariables, readAccount } from '../consents/account.ts'
import { findReadyConsent } from '../consents/ready-consents.ts'
import { type Baseline, readBaseline } from './baseline/baseline.ts'
import { type Consent, loadConsent } from './consent.ts'
import type { FlowOptions } from './options.ts'
import { reasonOf } from './reason.ts'
import { type Credentials, type Environment, readCredentials } from './secrets.ts'
import { shareOf } from './shards/shard.ts'
import { nameOf, type Target, textOf } from './target.ts'
import { parseTargets } from './targets-file.ts'
import { UsageError } from './usage-error.ts'

/** Everything that is read before the browser starts, so that what is wrong shows at once. */
export type Plan = {
  readonly targets: readonly Target[]
  readonly credentials: Credentials
  /** Consent modules by their path. */
  readonly consents: ReadonlyMap<string, Consent>
  /** Runs to compare with. */
  readonly baseline: Baseline | undefined
}

/** Reads what the options name. It throws a `UsageError`. */
export async function makePlan(options: FlowOptions, environment: Environment): Promise<Plan> {
  const all = findTargets(options)
  const targets = shareOf(all, options.shard)
  const credentials = readCredentials(environment)
  for (const path of pathsOf(targets, 'storage-state')) requireJson('--storage-state', path)
  const consents = new Map<string, Consent>()
  for (const path of pathsOf(targets, 'consent')) consents.set(path, await loadConsent(path))
  for (const target of targets) requireAccount(target, environment)
  const baseline = await readBaseline(options, all)
  return { targets, credentials, consents, baseline }
}

/** Whoever has to sign in, and with what nobody said, is told before the browser starts. */
function requireAccount(target: Target, environment: Environment): void {
  const name = textOf(target, 'account')
  const consent = textOf(target, 'consent') ?? ''
  const isNeeded = name !== undefined || findReadyConsent(consent)?.needsAccount === true
  if (!isNeeded || readAccount(environment, name)) return
  const [user, password] = accountVariables(name)
  throw new UsageError(
    `${target.name} signs in by --consent ${consent}: set ${user} and ${password} in the environment`,
  )
}

function findTargets({ subject, given }: FlowOptions): readonly Target[] {
  if (subject.kind === 'server') {
    return [{ name: nameOf(subject.url), server: subject.url, given, expect: {} }]
  }
  const { path } = subject
  const text = requireText('--targets', path)
  try {
    return parseTargets(text, { folder: dirname(resolve(path)), given })
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    throw new UsageError(`--targets ${path}: ${error.message}`)
  }
}

function pathsOf(targets: readonly Target[], name: string): ReadonlySet<string> {
  return new Set(targets.flatMap((target) => textOf(target, name) ?? []))
}

function requireText(option: string, path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new UsageError(`${option} ${path}: ${reasonOf(error)}`)
  }
}

function requireJson(option: string, path: string): void {
  const text = requireText(option, path)
  try {
    JSON.parse(text)
  } catch {
    // What the parser says quotes the file, which holds a person's cookies.
    throw new UsageError(`${option} ${path}: it is no JSON`)
  }
}
