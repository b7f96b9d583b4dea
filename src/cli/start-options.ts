import { parseArgs } from 'node:util'

export type StartOptions = {
  readonly kind: 'options'
  readonly port: number
  readonly practice: boolean
  readonly open: boolean
}

export type ParsedStartOptions =
  | StartOptions
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string }

export const USAGE = `Usage: npm start -- [options]
  --port N       port of the page (default 4280; a taken one moves on)
  --no-practice  without the practice server
  --open         open the page in the browser`

export function parseStartOptions(args: readonly string[]): ParsedStartOptions {
  const values = readArguments(args)
  if (typeof values === 'string') return { kind: 'wrong', message: values }
  const { port, open, help } = values
  if (help) return { kind: 'help' }
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    return { kind: 'wrong', message: `--port ${port}: a port is a number from 0 to 65535` }
  }
  return { kind: 'options', port: Number(port), practice: !values['no-practice'], open }
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '4280' },
        'no-practice': { type: 'boolean', default: false },
        open: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values
  } catch (error) {
    // parseArgs throws TypeErrors only, and its first sentence names the option.
    if (!(error instanceof TypeError)) throw error
    return error.message.split('. ', 1).join('')
  }
}
