export const RES_WHY = {
  'RES-05':
    'Clients have to name the server that the token is for, in every request. An authorization server that refuses the parameter lets no conforming client in.',
  'RES-06':
    'A slash at the end makes a second name for one server. Some clients write it and some do not, and audiences stop matching.',
}
