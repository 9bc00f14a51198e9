import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shortcuts, slashCommand } from '../../../adapters/slack/commands.ts';
import manifest from '../../../adapters/slack/manifest.json' with { type: 'json' };

const folder = new URL('../../../adapters/slack/', import.meta.url);
const source = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .join('\n');

/** Scopes of the methods as Slack's reference lists them; any one of a list is enough in its kind of channel. */
const scopesOf: Readonly<Record<string, readonly string[]>> = {
  'auth.test': [],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history', 'mpim:history'],
  'conversations.open': ['im:write'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history', 'mpim:history'],
  'files.completeUploadExternal': ['files:write'],
  'files.getUploadURLExternal': ['files:write'],
  'files.info': ['files:read'],
  'oauth.v2.access': [],
  'usergroups.users.list': ['usergroups:read'],
  'users.info': ['users:read'],
  'views.open': [],
  'views.publish': [],
  'views.update': [],
};

const scopesOfEvent: Readonly<Record<string, readonly string[]>> = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  app_uninstalled: [],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
  'message.mpim': ['mpim:history'],
  subteam_members_changed: ['usergroups:read'],
  subteam_updated: ['usergroups:read'],
  tokens_revoked: [],
};

/** `client.files.completeUploadExternal(` → `files.completeUploadExternal`. */
const methodsInUse = [
  ...new Set(
    [
      ...source.matchAll(
        /(?:\bclient|\basking|\bposting|\))\s*\.(auth|chat|conversations|files|oauth|usergroups|users|views)\.((?:\w+\.)?\w+)\(/g,
      ),
    ].map(([, family, method]) => `${family}.${method}`),
  ),
];

const scopes: readonly string[] = manifest.oauth_config.scopes.bot;

describe('the manifest', () => {
  it('has the scopes of every method in use', () => {
    expect(methodsInUse.toSorted()).toEqual(Object.keys(scopesOf).toSorted());
    for (const method of methodsInUse)
      expect(scopes).toEqual(expect.arrayContaining([...(scopesOf[method] ?? [])]));
  });

  it('subscribes to every event listened to, with its scope', () => {
    const listened = [...source.matchAll(/app\.event\('(\w+)'/g)].map(([, name]) => name);
    const events: readonly string[] = manifest.settings.event_subscriptions.bot_events;
    expect(listened).not.toEqual([]);
    expect(events).toEqual(expect.arrayContaining([...listened, 'app_mention']));
    expect(events.toSorted()).toEqual(Object.keys(scopesOfEvent).toSorted());
    for (const event of events)
      expect(scopes).toEqual(expect.arrayContaining([...(scopesOfEvent[event] ?? [])]));
  });

  it('asks for nothing that nothing needs', () => {
    const needed = new Set([...Object.values(scopesOf), ...Object.values(scopesOfEvent)].flat());
    needed.add('commands');
    expect(scopes.filter((scope) => !needed.has(scope))).toEqual([]);
    expect(scopes).toEqual(expect.arrayContaining([...needed]));
  });

  it('brings the command, the shortcuts and the tabs the code answers', () => {
    expect(manifest.features.slash_commands.map((each) => each.command)).toEqual([slashCommand]);
    expect(manifest.features.shortcuts.map((each) => each.callback_id)).toEqual(Object.values(shortcuts));
    expect(manifest.features.app_home).toMatchObject({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
    expect(manifest.settings.interactivity.is_enabled).toBe(true);
  });

  it('stays within what Slack takes', () => {
    const { display_information: shown, features, settings } = manifest;
    expect(shown.name.length).toBeLessThanOrEqual(35);
    expect(shown.description.length).toBeLessThanOrEqual(140);
    expect(shown.long_description.length).toBeGreaterThanOrEqual(174);
    expect(shown.long_description.length).toBeLessThanOrEqual(4000);
    expect(features.bot_user.display_name.length).toBeLessThanOrEqual(80);
    expect(features.shortcuts.length).toBeLessThanOrEqual(10);
    for (const shortcut of features.shortcuts) expect(shortcut.name.length).toBeLessThanOrEqual(24);
    expect(settings.event_subscriptions.bot_events.length).toBeLessThanOrEqual(100);
  });
});
