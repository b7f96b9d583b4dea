export const URI_WHY = {
  'URI-01':
    'Over http the code goes through the network in the clear. Whoever reads it there can try to redeem it.',
  'URI-03':
    'A pattern instead of a comparison lets an attacker add a path or a host. The code then goes to a page of theirs, with the real consent before it.',
  'URI-05':
    'A link with a made-up client would make the authorization server send people anywhere, under its own good name.',
  'URI-06':
    'A desktop client takes whatever port is free, and a new one each time. If the port is fixed, the second sign-in fails, or a second program cannot sign in at all.',
}
