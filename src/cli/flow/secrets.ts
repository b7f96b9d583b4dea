import { readFileSync } from 'node:fs'
import type { RunSecrets } from '../../protocol/index.ts'
import { reasonOf } from './reason.ts'
import { headersOf, type Target, textOf } from './target.ts'
import { UsageError } from './usage-error.ts'

/** What proves the client; it comes from the environment, never from the command line. */
export type Credentials = Pick<RunSecrets, 'clientSecret' | 'privateKey'>

export type Environment = Readonly<Record<string, string | undefined>>

/** Reads `FLOW_CLIENT_SECRET` and the file that `FLOW_PRIVATE_KEY_FILE` names. */
export function readCredentials(environment: Environment): Credentials {
  const clientSecret = environment['FLOW_CLIENT_SECRET'] ?? ''
  const file = environment['FLOW_PRIVATE_KEY_FILE'] ?? ''
  return {
    ...(clientSecret !== '' && { clientSecret }),
    ...(file !== '' && { privateKey: readKey(file) }),
  }
}

/** The secrets of one target. A client that has no id of ours is not shown what proves ours. */
export function secretsFor(target: Target, credentials: Credentials): RunSecrets {
  const isOurs = ['client-id', 'cimd'].some((name) => textOf(target, name) !== undefined)
  const headers = headersOf(target)
  return { ...(isOurs && credentials), ...(headers.length > 0 && { headers }) }
}

function readKey(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new UsageError(`FLOW_PRIVATE_KEY_FILE ${file}: ${reasonOf(error)}`)
  }
}
