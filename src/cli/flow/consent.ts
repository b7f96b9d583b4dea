import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import type { Account } from '../consents/account.ts'
import { findReadyConsent, READY_CONSENTS } from '../consents/ready-consents.ts'
import { reasonOf } from './reason.ts'
import { UsageError } from './usage-error.ts'

/** What a consent module is told of the target whose page it drives. */
export type ConsentTarget = {
  readonly name: string
  readonly server: string
  /** The origin that the browser comes back to. */
  readonly home: string
  /** Whom to sign in as, where the environment says it. */
  readonly account?: Account | undefined
  /** The variables of the environment that say it. */
  readonly accountFrom: readonly string[]
}

/** Drives the page that shows the authorization server: signs in, allows, and returns. */
export type Consent = (page: Page, target: ConsentTarget) => Promise<void>

/** Gives a ready consent module by its name, or loads one whose default export drives consent pages. */
export async function loadConsent(path: string): Promise<Consent> {
  const ready = findReadyConsent(path)
  if (ready) return ready.drive
  const exports = await importModule(path)
  const drive: unknown = exports['default']
  if (!isConsent(drive)) {
    throw new UsageError(`--consent ${path}: its default export is no function`)
  }
  return drive
}

async function importModule(path: string): Promise<Record<string, unknown>> {
  try {
    return await import(/* @vite-ignore */ pathToFileURL(path).href)
  } catch (error) {
    const names = READY_CONSENTS.map(({ name }) => name).join(', ')
    throw new UsageError(`--consent ${path}: ${reasonOf(error)}; the ready ones are ${names}`)
  }
}

function isConsent(value: unknown): value is Consent {
  return typeof value === 'function'
}
