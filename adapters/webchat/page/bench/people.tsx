import { signal } from '@preact/signals';
import type { DeskPerson } from '../../../../src/ports.ts';
import type { StaffChannel } from '../state/channel.ts';
import { memory } from '../state/memory.ts';
import { say } from '../words/words.ts';

/** The people of the organisation, once they are known. */
export const people = signal<readonly DeskPerson[]>([]);

/** Who is signed in; null on this machine, where one acts as whomever one names. */
export const you = signal<string | null>(null);

/** What a person is called; the id itself for one who left the organisation file. */
export const nameOf = (id: string): string => people.value.find((person) => person.id === id)?.name ?? id;

const initials = (name: string): string => {
  const [first] = [...name.trim()];
  if (first && /\p{Script=Han}/u.test(first)) return first;
  const words = name.split(/\s+/).filter(Boolean);
  return `${words[0]?.[0] ?? '?'}${words[1]?.[0] ?? ''}`.toUpperCase();
};

/** One of six calm colours, always the same for a person. */
const shade = (id: string): number =>
  [...id].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % 6;

/** A person's sign beside their words. */
export const Avatar = ({
  id,
  size = 'usual',
}: {
  readonly id: string;
  readonly size?: 'usual' | 'small';
}) => (
  <span class={`avatar shade-${shade(id)} ${size}`} aria-hidden="true">
    {initials(nameOf(id))}
  </span>
);

const rolesOf = (person: DeskPerson): string => person.roles.map((role) => say(`role.${role}`)).join(', ');

/** Chooses whom the visitor acts as in a channel: who proposes and who approves stay two people. */
export const PersonSwitcher = ({ channel }: { readonly channel: StaffChannel }) => {
  const id = channel.actingAs.value;
  if (you.value !== null) return null;
  return (
    <label class="person-switcher">
      <Avatar id={id} size="small" />
      <span class="person-label">{say('desk.as')}</span>
      <select
        value={id}
        onChange={(event) => {
          channel.actingAs.value = event.currentTarget.value;
          memory.write(`as.${channel.name}`, event.currentTarget.value);
        }}
      >
        {people.value.map((person) => (
          <option key={person.id} value={person.id}>
            {person.name} · {rolesOf(person)}
          </option>
        ))}
      </select>
    </label>
  );
};
