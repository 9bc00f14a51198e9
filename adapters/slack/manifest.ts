import manifest from './manifest.json' with { type: 'json' };

/** The bot scopes of the manifest: what a further workspace is asked for is what the first one granted. */
export const scopes: readonly string[] = manifest.oauth_config.scopes.bot;
