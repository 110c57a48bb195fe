// What we use of the library, which brings no types.
declare module 'swagger-ui-dist/swagger-ui-es-bundle.js' {
  import type * as React from 'react'
  import type { ComponentType, ReactNode } from 'react'

  /** The library's own parts, as a plugin is given them. */
  interface SwaggerSystem {
    readonly React: Pick<typeof React, 'createElement'>
    readonly getComponent: (name: string, isContainer: boolean) => ComponentType<{ readonly source: string }>
    readonly specSelectors: { readonly info: () => { readonly get: (key: string) => string } }
  }
  type Wrap = (original: unknown, system: SwaggerSystem) => () => ReactNode
  export type SwaggerPlugin = () => { readonly wrapComponents: Readonly<Record<string, Wrap>> }
  interface SwaggerOptions {
    readonly domNode: HTMLElement
    readonly spec: object
    readonly docExpansion: 'none' | 'list' | 'full'
    readonly defaultModelsExpandDepth: number
    readonly deepLinking: boolean
    readonly filter: boolean
    readonly validatorUrl: string | null
    readonly supportedSubmitMethods: readonly string[]
    readonly plugins: readonly SwaggerPlugin[]
    readonly onComplete: () => void
  }
  const show: (options: SwaggerOptions) => void
  export default show
}
