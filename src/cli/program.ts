#!/usr/bin/env node
// What `npx` starts: one name for the programs. Built, this file is dist/node/program.js.

const USAGE = `Usage: mcp-flow-debugger [program] [options]
  start   serves the page with its relay and a practice server (default)
  flow    walks servers without a window, and tells how it went
  relay   the relay alone
Each tells its options with --help.`

const [name = 'start', ...options] = process.argv.slice(2)
const isOption = name.startsWith('-') && name !== '--help'
const program = isOption ? 'start' : name
// Each program reads its options from where it would find them alone.
process.argv.splice(2, process.argv.length, ...(isOption ? [name, ...options] : options))
switch (program) {
  case 'start':
    await import('./start.ts')
    break
  case 'flow':
    await import('./flow.ts')
    break
  case 'relay':
    await import('../relay/relay-program.ts')
    break
  case 'help':
  case '--help':
    console.log(USAGE)
    break
  default:
    console.error(`There is no program "${program}".\n${USAGE}`)
    process.exitCode = 2
}
