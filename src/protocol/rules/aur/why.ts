export const AUR_WHY = {
  'AUR-02':
    'state ties the answer to the browser that asked. Without it a client cannot tell its own answer from one that an attacker planted, so it has to drop both.',
  'AUR-03':
    'Clients read code or error from the query. What is in the fragment never reaches their server, and an answer with neither leaves the person on a page that waits for ever.',
  'AUR-04':
    'One library takes the first value and another the last. A doubled code or state is a way to smuggle in a second answer, so clients reject it.',
  'AUR-05':
    'The error is shown to people and written to logs. Characters outside the allowed set break parsers and let a link put its own text into the message.',
}
