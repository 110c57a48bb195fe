import { useRouter } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, MouseEvent, ReactNode } from 'react'

interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  /** An address from `paths`. */
  readonly to: string
  readonly children?: ReactNode
}

/** A link to a page of the app: no reload, opens in a new tab when asked to. Use it with Mantine: `<Button component={Link} to={…}>`. */
export function Link({ to, onClick, ...rest }: LinkProps) {
  const router = useRouter()
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event)
    const isForBrowser =
      event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
    if (isForBrowser || (rest.target !== undefined && rest.target !== '_self')) return
    event.preventDefault()
    void router.navigate({ href: to })
  }
  return <a {...rest} href={to} onClick={follow} />
}

/** Goes to an address of the app: `const go = useGo(); go(paths.today(1))`. */
export function useGo(): (to: string, options?: { readonly replace?: boolean }) => void {
  const router = useRouter()
  return (to, options = {}) => void router.navigate({ href: to, replace: options.replace ?? false })
}
