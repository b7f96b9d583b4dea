export const DBG_WHY = {
  'DBG-01':
    'When this program fails, nothing is known about the servers. Saying so keeps a fault of ours from being blamed on them.',
}
