import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where the checkout is: every program is started in it by npm. */
export const root = process.cwd()

/** Runs a package's program with this Node, so that no shell and no PATH are asked. */
export function runTool(tool: string, ...args: readonly string[]): Promise<number> {
  return runNode(findProgram(tool), ...args)
}

/** Runs a JavaScript file to its end and gives the exit code; what it prints is passed on. */
export function runNode(file: string, ...args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    spawn(process.execPath, [file, ...args], { cwd: root, stdio: 'inherit' })
      .once('error', reject)
      .once('close', (code) => resolve(code ?? 1))
  })
}

/** `tsc` is a program of the package `typescript`; the others are called like their package. */
function findProgram(tool: string): string {
  const folder = join(root, 'node_modules', PACKAGES[tool] ?? tool)
  const { bin }: { bin: string | Record<string, string> } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  )
  const file = typeof bin === 'string' ? bin : bin[tool]
  if (file === undefined) throw new Error(`The package in ${folder} has no program "${tool}".`)
  return join(folder, file)
}

const PACKAGES: Readonly<Record<string, string>> = {
  tsc: 'typescript',
  playwright: '@playwright/test',
}
