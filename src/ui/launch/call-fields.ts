import { parseJsonObject } from '../../protocol/index.ts'
import { withConfig } from './settings-changes.ts'
import type { SettingsField } from './settings-field-kinds.ts'

/** The tool to call after the list. */
export const callToolField: SettingsField = {
  label: 'Call a tool after the list',
  hint: 'Tools have side effects; none is called unless you name it here.',
  placeholder: 'echo',
  kind: 'text',
  read: ({ config }) => config.call?.tool ?? '',
  write: (settings, text) => {
    const tool = text.trim()
    const call = { tool, arguments: settings.config.call?.arguments ?? '{}' }
    return { settings: withConfig(settings, 'call', tool === '' ? undefined : call) }
  },
}

/** The arguments of that call. */
export const callArgumentsField: SettingsField = {
  label: 'Its arguments',
  hint: 'A JSON object.',
  placeholder: '{}',
  kind: 'lines',
  read: ({ config }) => (config.call?.arguments === '{}' ? '' : (config.call?.arguments ?? '')),
  write: (settings, text) => {
    const { call } = settings.config
    if (text.trim() === '') {
      return {
        settings: call ? withConfig(settings, 'call', { ...call, arguments: '{}' }) : settings,
      }
    }
    if (!parseJsonObject(text)) return { problem: 'The arguments are not a JSON object.' }
    if (!call) return { problem: 'Name the tool first.' }
    return { settings: withConfig(settings, 'call', { ...call, arguments: text }) }
  },
}
