export const SES_WHY = {
  'SES-01':
    'The id goes back in a header. Other characters are refused by HTTP libraries, or arrive changed, and the session is lost.',
  'SES-03':
    '400 tells a client that it forgot the header. Any other answer lets the mistake pass until a call lands in the wrong place.',
  'SES-04':
    '404 is the sign to begin a new session. If an ended one still answers, whoever has the old id can go on with it.',
  'SES-06':
    'In this revision there are no sessions. A server that gives out an id likely keeps state for it, and fails as soon as two of its instances share the load.',
  'SES-20':
    'After a restart a server knows none of its sessions. 404 makes clients begin anew by themselves; with 400 people have to reconnect by hand.',
  'SES-21':
    'Two instances behind one address, each with its own memory, lose every other call. It works on the machine of the developer, where there is one.',
}
