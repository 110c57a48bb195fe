/** Where a one-time link leads: sign-in, then the page that asks for name and password. */
export function oneTimeLink(address: string, token: string): string {
  return `${address}/api/auth/magic-link/verify?token=${encodeURIComponent(token)}&callbackURL=%2Fwelcome&errorCallbackURL=%2Fsign-in`
}
