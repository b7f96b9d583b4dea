export const SCO_WHY = {
  'SCO-06':
    'A client asks for what the challenge says and tries again. If the next challenge says otherwise for the same call, it goes in circles.',
  'SCO-08':
    'A client that hears nothing believes that it got all it asked for. It finds out in the middle of a task, when a call is refused.',
  'SCO-09':
    'The three values let a client ask for exactly what is missing and go on. Without them it sees only "forbidden" and gives up, or asks for everything.',
  'SCO-10':
    'Each further scope costs the person one more consent page. Named one at a time, a single call takes several of them, and clients stop after a few tries.',
  'SCO-12':
    'The client did as it was told and is told the same again. It has to stop after a few tries, so that the person is not sent to the consent page for ever.',
  'SCO-14':
    'In this revision many clients replace their scopes by those of the challenge. What is not repeated is lost, and calls that worked before fail.',
  'SCO-15':
    'On 401 a client signs in again with the same scopes and gets the same token. Only 403 tells it that the token is good and too narrow.',
  'SCO-20':
    'The person has consented and still gets nowhere. Either the client asked for too little because nothing told it more, or the account lacks the permission.',
}
