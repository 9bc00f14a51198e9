/** A cookie that no script reads and no other site's form sends. */
export const cookie = (
  name: string,
  value: string,
  { path, seconds, secure }: { readonly path: string; readonly seconds: number; readonly secure: boolean },
): string =>
  [
    `${name}=${value}`,
    `Path=${path}`,
    'HttpOnly',
    // Lax, not Strict: whoever follows a link to the workbench from Slack is signed in there too.
    'SameSite=Lax',
    `Max-Age=${seconds}`,
    ...(secure ? ['Secure'] : []),
  ].join('; ');

/** A cookie's value; undefined when the request brings none. */
export const readCookie = (request: Request, name: string): string | undefined =>
  (request.headers.get('cookie') ?? '')
    .split(/;\s*/)
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);
