import { buildWeb } from '../tools/build-web.ts'

/** The web app is built once, before the tests of the pages that show it. */
export default function setUp(): Promise<void> {
  return buildWeb({ say: () => undefined })
}
