import { describe, expect, test } from 'vitest'
import { findChromium, requireChromium, type Machine } from './chromium.ts'

const OWN = '/cache/playwright/chrome'

type Shape = Partial<Omit<Machine, 'exists' | 'run'>> & {
  readonly files?: readonly string[]
  /** What a command leaves behind, by the command's last word; others fail. */
  readonly leaves?: Readonly<Record<string, readonly string[]>>
}

function machine({ files = [], leaves = {}, ...rest }: Shape = {}) {
  const disk = new Set(files)
  const commands: string[] = []
  const ports: Machine = {
    platform: 'linux',
    isRoot: false,
    environment: { PATH: '/usr/local/bin:/usr/bin' },
    playwrightPath: OWN,
    exists: (path) => disk.has(path),
    run: (command, args) => {
      commands.push([command, ...args].join(' '))
      const left = leaves[args.at(-1) ?? '']
      left?.forEach((path) => disk.add(path))
      return left !== undefined
    },
    starts: () => true,
    ...rest,
  }
  return { ports, commands }
}

describe('findChromium', () => {
  test('takes the one that MCPFLOW_CHROMIUM names, before all others', () => {
    const { ports } = machine({
      files: ['/mine', '/other', OWN],
      environment: { MCPFLOW_CHROMIUM: '/mine', CHROME_PATH: '/other' },
    })
    expect(findChromium(ports)).toBe('/mine')
  })

  test('does not look further when the named one is missing', () => {
    const { ports } = machine({ files: [OWN], environment: { CHROME_PATH: '/gone' } })
    expect(() => findChromium(ports)).toThrow('CHROME_PATH names /gone, but there is no such file.')
  })

  test('prefers the download of Playwright to what the system has', () => {
    expect(findChromium(machine({ files: [OWN, '/usr/bin/chromium'] }).ports)).toBe(OWN)
  })

  test('passes over a download that cannot start', () => {
    const files = [OWN, '/usr/bin/chromium']
    expect(findChromium(machine({ files, starts: () => false }).ports)).toBe('/usr/bin/chromium')
  })

  test.each([
    ['linux', {}, '/usr/bin/chromium'],
    ['linux', {}, '/usr/local/bin/google-chrome'],
    ['darwin', {}, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    ['win32', { PROGRAMFILES: '/c' }, '/c/Google/Chrome/Application/chrome.exe'],
  ])('finds what is installed on %s', (platform, extra, path) => {
    const environment = { PATH: '/usr/local/bin:/usr/bin', ...extra }
    expect(findChromium(machine({ platform, environment, files: [path] }).ports)).toBe(path)
  })
})

describe('requireChromium', () => {
  test('starts without a sandbox for root only', () => {
    const files = [OWN]
    expect(requireChromium(machine({ files, isRoot: true }).ports).args).toContain('--no-sandbox')
    expect(requireChromium(machine({ files }).ports).args).not.toContain('--no-sandbox')
  })

  test('installs nothing when there is one', () => {
    const { ports, commands } = machine({ files: [OWN] })
    requireChromium(ports)
    expect(commands).toEqual([])
  })

  test('downloads one with Playwright when there is none', () => {
    const { ports } = machine({ leaves: { chromium: [OWN] } })
    expect(requireChromium(ports).executablePath).toBe(OWN)
  })

  test('turns to apt when the download fails and it may', () => {
    const { ports, commands } = machine({ files: ['/usr/bin/apt-get'], isRoot: true })
    const offline: Machine = {
      ...ports,
      exists: (path) => ports.exists(path) || (path === '/usr/bin/chromium' && wasInstalled()),
      run: (command, args) => {
        ports.run(command, args)
        return command === 'apt-get'
      },
    }
    const wasInstalled = () => commands.some((command) => command.startsWith('apt-get install'))
    expect(requireChromium(offline).executablePath).toBe('/usr/bin/chromium')
    expect(commands.at(-2)).toBe('apt-get update')
  })

  test('turns to apt when the download cannot start for want of libraries', () => {
    const { ports } = machine({
      files: ['/usr/bin/apt-get'],
      isRoot: true,
      leaves: { chromium: [OWN, '/usr/bin/chromium'] },
      starts: () => false,
    })
    expect(requireChromium(ports).executablePath).toBe('/usr/bin/chromium')
  })

  test('says what a person can do when nothing works, and leaves apt to root', () => {
    const { ports, commands } = machine({ files: ['/usr/bin/apt-get'] })
    expect(() => requireChromium(ports)).toThrow('name one in MCPFLOW_CHROMIUM')
    expect(commands.some((command) => command.startsWith('apt-get'))).toBe(false)
  })
})
