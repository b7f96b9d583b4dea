export const REF_WHY = {
  'REF-01':
    'A public client cannot prove who it is, so a stolen refresh token works for the thief. Rotation makes the theft show at the next refresh.',
  'REF-02':
    'If the old token still works, rotation changes nothing: whoever stole it can use it as long as the owner.',
  'REF-05':
    'Without a refresh token the person has to sign in again each time the access token ends. For a connector that works at night, this means that it stops working.',
  'REF-20':
    'A refresh that fails turns a quiet background call into a sign-in. People report that their connector logs out by itself.',
}
