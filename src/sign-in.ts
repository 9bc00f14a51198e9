/** Whose accounts staff may sign in with. */
export type SignInName = 'slack' | 'telegram';
export const signInNames = ['slack', 'telegram'] as const satisfies readonly SignInName[];

/** One way to sign in to the workbench, by OpenID Connect. */
export interface SignIn {
  readonly name: SignInName;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

type Given = Readonly<Record<string, string | undefined>>;

const needs: Readonly<Record<SignInName, readonly string[]>> = {
  slack: ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'PUBLIC_URL'],
  telegram: ['TELEGRAM_BOT_TOKEN', 'TELEGRAM_LOGIN_SECRET', 'PUBLIC_URL'],
};

/** What a way to sign in lacks, a sentence each. */
export const signInProblems = (given: Given): readonly (string | false)[] => [
  given.SIGN_IN?.includes('slack') === true &&
    !('SLACK_BOT_TOKEN' in given || 'SLACK_STATE_SECRET' in given) &&
    'SLACK_BOT_TOKEN: is missing; SIGN_IN asks with it whose workspace somebody comes from',
  ...signInNames.flatMap((name) =>
    needs[name].map(
      (variable) =>
        given.SIGN_IN?.includes(name) === true &&
        !(variable in given) &&
        `${variable}: is missing, SIGN_IN needs it`,
    ),
  ),
];

/** The vendor's own address, or that of the stand-in whose API is used instead of the vendor's. */
const issuerOf = (apiRoot: string, vendor: string, issuer: string): string =>
  new URL(apiRoot).hostname.endsWith(vendor) ? issuer : new URL(apiRoot).origin;

/** The ways to sign in, complete: nothing in them is missing once `signInProblems` is empty. */
export const signInsOf = (
  names: readonly SignInName[],
  read: {
    readonly SLACK_API_URL: string;
    readonly SLACK_CLIENT_ID?: string | undefined;
    readonly SLACK_CLIENT_SECRET?: string | undefined;
    readonly TELEGRAM_API_ROOT: string;
    readonly TELEGRAM_BOT_TOKEN?: string | undefined;
    readonly TELEGRAM_LOGIN_SECRET?: string | undefined;
  },
): readonly SignIn[] => {
  const ways: Readonly<Record<SignInName, SignIn>> = {
    slack: {
      name: 'slack',
      issuer: issuerOf(read.SLACK_API_URL, 'slack.com', 'https://slack.com'),
      clientId: read.SLACK_CLIENT_ID ?? '',
      clientSecret: read.SLACK_CLIENT_SECRET ?? '',
    },
    telegram: {
      name: 'telegram',
      issuer: issuerOf(read.TELEGRAM_API_ROOT, 'telegram.org', 'https://oauth.telegram.org'),
      // A bot's token begins with its id, and that is its client id.
      clientId: read.TELEGRAM_BOT_TOKEN?.split(':')[0] ?? '',
      clientSecret: read.TELEGRAM_LOGIN_SECRET ?? '',
    },
  };
  return names.map((name) => ways[name]);
};
