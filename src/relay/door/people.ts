/** Who may use a team's relay: names with the SHA-256 of each one's token, never the token. */
import { isRecord } from '../answer.ts'

export type Person = { readonly name: string; readonly digest: string }

export type PeopleList = {
  readonly people: readonly Person[]
  /** A sentence for each line that could not be used; the others hold. */
  readonly problems: readonly string[]
}

const NAME = /^[\w.@+-]{1,64}$/
const DIGEST = /^[\da-f]{64}$/

/** True for what may stand for a person in the file and in the log. */
export function isPersonName(text: string): boolean {
  return NAME.test(text)
}

/** Reads a file of lines such as `{"name":"ana","sha256":"…"}`. */
export function parsePeople(text: string): PeopleList {
  const lines = text.split('\n').map((line, index) => ({ line: line.trim(), number: index + 1 }))
  const read = lines.filter(({ line }) => line !== '').map(parseLine)
  return {
    people: read.filter((each) => typeof each !== 'string'),
    problems: read.filter((each) => typeof each === 'string'),
  }
}

/** The line of the file for a person. */
export function toPeopleLine({ name, digest }: Person): string {
  return JSON.stringify({ name, sha256: digest })
}

/** The name that goes with a token. Looks at every person, so that the time taken tells nothing. */
export async function recognise(
  token: string,
  people: readonly Person[],
): Promise<string | undefined> {
  const digest = await digestOf(token)
  return people.reduce<string | undefined>(
    (found, person) => (isSameDigest(person.digest, digest) ? person.name : found),
    undefined,
  )
}

/** SHA-256 in hexadecimal, by the means that Node and workers share. */
export async function digestOf(token: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token))
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** A new secret: 256 random bits that fit into a header and an address. */
export function makeToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  const text = btoa(String.fromCodePoint(...bytes))
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** Both have one length, as both are digests; each character is looked at. */
export function isSameDigest(one: string, other: string): boolean {
  let difference = one.length ^ other.length
  for (let index = 0; index < one.length; index += 1) {
    difference |= one.charCodeAt(index) ^ other.charCodeAt(index)
  }
  return difference === 0
}

/** A person, or the sentence that says what is wrong with the line. */
function parseLine({ line, number }: { line: string; number: number }): Person | string {
  const value = parseJson(line)
  if (!isRecord(value)) return `Line ${number} is no JSON object.`
  const { name, sha256 } = value
  if (typeof name !== 'string' || !isPersonName(name)) {
    return `Line ${number} has no name of letters, digits and . @ + - _.`
  }
  if (typeof sha256 === 'string' && DIGEST.test(sha256)) return { name, digest: sha256 }
  return `Line ${number}, ${name}: sha256 has to be 64 hexadecimal digits in lower case.`
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
