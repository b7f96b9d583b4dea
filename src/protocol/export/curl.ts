import { type Exchange, findHeader } from '../http/exchange.ts'

/**
 * The request of an exchange as a curl command for a POSIX shell. It says what it is given: hand in an exchange of a
 * redacted run, and stand-ins such as `redacted-access-token-1` show where the secrets belong.
 */
export function toCurl(exchange: Exchange): string {
  const { method, url, headers, body } = exchange.request
  const sent = headers.filter(([name]) => name.toLowerCase() !== 'content-length')
  const text = body?.text ?? ''
  const words = [
    ['--globoff', '--include'],
    ...(method === 'HEAD' ? [['--head']] : [['--request', method]]),
    ...sent.map(([name, value]) => ['--header', toHeader(name, value)]),
    ...(text === '' ? [] : bodyWords(exchange, text)),
    ['--url', url],
  ]
  return words
    .map((line) => line.map(quoteForShell).join(' '))
    .reduce((command, line) => `${command} \\\n  ${line}`, 'curl')
}

/** One word of a POSIX shell command. A shell cannot pass on a NUL character, so that one is left out. */
export function quoteForShell(word: string): string {
  if (/^[\w%+,./:=@-]+$/.test(word)) return word
  return `'${word.replaceAll('\0', '').replaceAll("'", String.raw`'\''`)}'`
}

/** curl drops a header whose value is empty unless a semicolon stands in the colon's place. */
function toHeader(name: string, value: string): string {
  return value === '' ? `${name};` : `${name}: ${value}`
}

/** Without a type of its own curl would name that of a form. */
function bodyWords({ request }: Exchange, text: string): readonly (readonly string[])[] {
  const typed = findHeader(request.headers, 'content-type') !== undefined
  return [...(typed ? [] : [['--header', 'Content-Type:']]), ['--data-raw', text]]
}
