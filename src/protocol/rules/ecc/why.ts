export const ECC_WHY = {
  'ECC-03':
    'A machine has no person who could help it. It picks its way to authenticate from this list, and without one it has to assume a shared secret.',
}
