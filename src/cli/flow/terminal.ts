import type { WriteStream } from 'node:tty'

/** Where the runner's words go, and the documents. */
export type Terminal = {
  /** A line that stays. */
  say(line: string): void
  /** A line for standard error. */
  warn(line: string): void
  /** A run document on standard output. */
  print(line: string): void
  /** A line that the next one replaces; nothing where nobody watches. */
  show(line: string): void
}

type Streams = { readonly stdout: Stream; readonly stderr: Stream }
type Stream = Pick<WriteStream, 'write'> & { readonly isTTY?: boolean; readonly columns?: number }

const ERASE = '\r\u001B[2K'

/** Words go to standard output, or to standard error when that one is for the documents. */
export function createTerminal(
  { stdout, stderr }: Streams,
  how: { readonly json: boolean },
): Terminal {
  const words = how.json ? stderr : stdout
  let shown = false
  const clear = (): void => {
    if (shown) words.write(ERASE)
    shown = false
  }
  const writeTo = (stream: Stream) => (line: string) => {
    clear()
    stream.write(`${line}\n`)
  }
  return {
    say: writeTo(words),
    warn: writeTo(stderr),
    print: writeTo(stdout),
    show: (line) => {
      if (words.isTTY !== true) return
      clear()
      words.write(line.slice(0, (words.columns ?? 80) - 1))
      shown = line !== ''
    },
  }
}
