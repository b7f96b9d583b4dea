export const TLI_WHY = {
  'TLI-01':
    'The tools are what people connect for. When the list is declared and does not come, the connector is empty.',
  'TLI-03':
    'A client that loses its place has to hear of it. If a bad cursor starts again at the first page, it lists the same tools for ever.',
  'TLI-04':
    'A client keeps the list as long as it is told. Without an answer it asks before every task, and a list marked public may be shown to other people.',
  'TLI-05':
    'Clients fetch the list in the background, where nobody can answer a question. The list then never arrives.',
  'TLI-06':
    'Clients copy arguments into headers by this rule. When it cannot be followed, they leave the tool out, and people miss a tool that the server lists.',
  'TLI-07':
    'Models call tools by name, and their providers allow few characters. One odd or doubled name can make a client reject the whole list.',
  'TLI-08':
    'Clients hand the schema to the model as it is. Without one of type object, providers refuse the request, with all other tools in it.',
}
