export const REG_WHY = {
  'REG-04':
    'Another authorization server does not know the id, or knows somebody else by it. Sending a secret along would hand it to a stranger.',
  'REG-20':
    'Without a key that signs, the client cannot prove who it is, and each exchange fails in the same way.',
}
