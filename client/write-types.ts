import openapiTS, { astToString } from 'openapi-typescript'

const head = `// Written from docs/reference/openapi.json by "npm run docs". Do not edit by hand.

`

/** The types of a document, as TypeScript. */
export async function clientTypes(document: string): Promise<string> {
  // What has a default may be left out of a request.
  return head + astToString(await openapiTS(document, { defaultNonNullable: false }))
}
