import { chromium, type Browser } from 'playwright-core'
import { NoChromiumError, requireChromium } from '../chromium.ts'
import { reasonOf } from './reason.ts'

/** For pages that live a second: an optimizing compiler pays off later. */
const BRIEF = ['--js-flags=--no-opt']

/** Starts the one browser of a run. It throws a `NoChromiumError` when there is none that starts. */
export async function launchBrowser(how: { readonly headed: boolean }): Promise<Browser> {
  const { executablePath, args } = requireChromium()
  try {
    return await chromium.launch({
      executablePath,
      args: [...args, ...BRIEF],
      headless: !how.headed,
      // Ctrl-C is ours: what has finished is to be kept first.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    })
  } catch (error) {
    throw new NoChromiumError(`${executablePath} does not start: ${reasonOf(error)}`)
  }
}
