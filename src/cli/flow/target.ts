import { resolve } from 'node:path'
import type { HeaderList } from '../../protocol/index.ts'
import { findReadyConsent } from '../consents/ready-consents.ts'
import type { Expectation } from './expectation.ts'
import type { Given } from './settings.ts'

/** One server to walk, and all that steers the walk. */
export type Target = {
  readonly name: string
  /** The MCP endpoint as it was given, scheme included. */
  readonly server: string
  readonly given: Given
  readonly expect: Expectation
}

export type ServerReading =
  | { readonly kind: 'server'; readonly url: string; readonly note?: string }
  | { readonly kind: 'wrong'; readonly says: string }

const DEFAULT_TIMEOUT = 60_000
const LOOPBACK = /^(localhost|[a-z0-9.-]+\.localhost|127(\.\d{1,3}){3}|\[::1\])(:|\/|$)/i

/** Reads a server's address; without a scheme it takes the one that the page would take. */
export function readServer(text: string): ServerReading {
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text)
  const assumed = LOOPBACK.test(text) ? 'http://' : 'https://'
  const url = scheme ? text : `${assumed}${text}`
  if (/\s/.test(text) || !URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    return { kind: 'wrong', says: `${text}: this is no http or https URL of a server` }
  }
  const { username, password, host } = new URL(url)
  if (username !== '' || password !== '') {
    return { kind: 'wrong', says: `the URL at ${host} holds a user name or password` }
  }
  return scheme
    ? { kind: 'server', url }
    : { kind: 'server', url, note: `${text} has no scheme: ${assumed} is assumed.` }
}

/** A name for a server that was given none: host and path, without a query that may hold a secret. */
export function nameOf(server: string): string {
  const { host, pathname } = new URL(server)
  return toFileName(`${host}${pathname}`)
}

/** The name as part of a file's name on every system. */
export function toFileName(name: string): string {
  const plain = name.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-').replaceAll(/^[-.]+|[-.]+$/g, '')
  return plain === '' ? 'target' : Array.from(plain).slice(0, 120).join('')
}

/** The name of a target's run document among the outputs, and in a baseline. */
export function runFileOf({ name }: Target): string {
  return `${toFileName(name)}.run.json`
}

/** The name of its HTTP archive among the outputs. */
export function harFileOf({ name }: Target): string {
  return `${toFileName(name)}.har`
}

/** The name of the picture of a page on which a consent module came to grief. */
export function pictureFileOf({ name }: Target): string {
  return `${toFileName(name)}.consent.png`
}

/** The name of the Playwright trace of a walk that had trouble. */
export function traceFileOf({ name }: Target): string {
  return `${toFileName(name)}.trace.zip`
}

/** Makes the paths among the settings absolute; each is meant from the folder where it was written. */
export function withPathsFrom(given: Given, folder: string): Given {
  const paths = ['consent', 'storage-state'].flatMap((name) => {
    const path = given.get(name)
    if (name === 'consent' && typeof path === 'string' && findReadyConsent(path)) return []
    return typeof path === 'string' ? [[name, resolve(folder, path)] as const] : []
  })
  return new Map([...given, ...paths])
}

/** Milliseconds that the whole target may take. */
export function timeoutOf({ given }: Target): number {
  const value = given.get('timeout')
  return typeof value === 'string' ? Number(value) : DEFAULT_TIMEOUT
}

/** The extra headers for the MCP server. Their values are secrets. */
export function headersOf({ given }: Target): HeaderList {
  const lines = given.get('header')
  if (!Array.isArray(lines)) return []
  return lines.map((line: string) => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon), line.slice(colon + 1).trim()] as const
  })
}

/** The value of a setting that is a text. */
export function textOf({ given }: Target, name: string): string | undefined {
  const value = given.get(name)
  return typeof value === 'string' ? value : undefined
}
