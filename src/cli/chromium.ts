import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { chromium } from 'playwright-core'

export type Chromium = { readonly executablePath: string; readonly args: readonly string[] }

/** What the search needs to know of the machine, so that a test can be any machine. */
export type Machine = {
  readonly platform: string
  readonly isRoot: boolean
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Where Playwright keeps, or would keep, its own download. */
  readonly playwrightPath: string
  exists(path: string): boolean
  /** Runs a command to its end; true when it went well. */
  run(command: string, args: readonly string[]): boolean
  /** Whether the browser says its version; a download on a bare Linux can lack libraries. */
  starts(path: string): boolean
}

const NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser']
const MAC_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]
const WINDOWS_ROOTS = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
  // Chromium draws parts of its window with pages of its own, two for each window, and they cost more
  // than ours. Of two such switches the later one counts, so what Playwright turns off is repeated.
  `--disable-features=${[
    'WebUIOmniboxPopup',
    'WebUIOmniboxAimPopup',
    'WebUIOmniboxFullPopup',
    'AimEnabled',
    'AvoidCorsURLLoaderRestartOnRedirect',
    'AvoidUnnecessaryBeforeUnloadCheckSync',
    'DestroyProfileOnBrowserClose',
    'HttpsFirstBalancedModeAutoEnable',
    'HttpsUpgrades',
    'LensOverlay',
    'MediaRouter',
    'NetworkTimeServiceQuerying',
    'OptimizationHints',
    'PaintHolding',
    'PreconnectToSearch',
    'TcpPortRandomizationWin',
    'ThirdPartyStoragePartitioning',
  ].join(',')}`,
]

export class NoChromiumError extends Error {
  override readonly name = 'NoChromiumError'
}

/** Finds a Chromium, or installs one. It throws a `NoChromiumError` that says what a person can do. */
export function requireChromium(machine: Machine = thisMachine()): Chromium {
  const executablePath = findChromium(machine) ?? installChromium(machine)
  if (executablePath === undefined) {
    throw new NoChromiumError(
      'No Chromium was found and none could be installed: install Chrome or Chromium, or name one in MCPFLOW_CHROMIUM.',
    )
  }
  return { executablePath, args: machine.isRoot ? ['--no-sandbox', ...QUIET] : QUIET }
}

export function findChromium(machine: Machine): string | undefined {
  const named = findNamed(machine)
  if (named !== undefined) return named
  return findDownload(machine) ?? findInstalled(machine)
}

/** A path that someone has named is meant: a wrong one is an error, not a reason to look further. */
function findNamed({ environment, exists }: Machine): string | undefined {
  for (const variable of ['MCPFLOW_CHROMIUM', 'CHROME_PATH']) {
    const path = environment[variable]
    if (path === undefined || path === '') continue
    if (exists(path)) return path
    throw new NoChromiumError(`${variable} names ${path}, but there is no such file.`)
  }
  return undefined
}

function findDownload(machine: Machine): string | undefined {
  const { playwrightPath, exists, starts, platform } = machine
  if (!exists(playwrightPath)) return undefined
  return platform !== 'linux' || starts(playwrightPath) ? playwrightPath : undefined
}

function findInstalled(machine: Machine): string | undefined {
  return systemPlaces(machine).find((path) => machine.exists(path))
}

function systemPlaces({ platform, environment }: Machine): readonly string[] {
  if (platform === 'win32') {
    const roots = WINDOWS_ROOTS.flatMap((variable) => environment[variable] ?? [])
    return roots.map((root) => join(root, 'Google/Chrome/Application/chrome.exe'))
  }
  const folders = (environment['PATH'] ?? '').split(':').filter((folder) => folder !== '')
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  return platform === 'darwin' ? [...MAC_PLACES, ...onPath] : onPath
}

function installChromium(machine: Machine): string | undefined {
  const { isRoot, run, exists } = machine
  run(process.execPath, [findPlaywright(), 'install', 'chromium'])
  const download = findDownload(machine)
  if (download !== undefined || !isRoot || !exists('/usr/bin/apt-get')) return download
  run('apt-get', ['update'])
  run('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium'])
  return findInstalled(machine)
}

function findPlaywright(): string {
  const description = createRequire(import.meta.url).resolve('playwright-core/package.json')
  return join(dirname(description), 'cli.js')
}

function thisMachine(): Machine {
  return {
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
    environment: process.env,
    playwrightPath: chromium.executablePath(),
    exists: existsSync,
    // Standard output may be read by a program, so what an installation says goes to the other one.
    run: (command, args) => spawnSync(command, args, { stdio: ['ignore', 2, 2] }).status === 0,
    starts: (path) => spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0,
  }
}
