/** What the administrator sets. Either a bot token, or client id, secret and state secret for several workspaces, or both. */
export interface SlackConfig {
  readonly botToken?: string;
  /** Signs HTTP deliveries; not needed in Socket Mode. */
  readonly signingSecret?: string;
  /** Set: events come over Socket Mode, and no HTTP route is served for them. */
  readonly appToken?: string;
  /** Another root than Slack's own, for tests: `http://127.0.0.1:4003/api/`. */
  readonly apiUrl?: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly stateSecret?: string;
  /** Where people reach us, for the address Slack returns to after an installation. */
  readonly publicUrl?: string;
}

/** Slack's own API root. */
export const slackApiUrl = 'https://slack.com/api/';
