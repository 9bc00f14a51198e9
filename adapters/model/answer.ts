import { z } from 'zod';
import type { ModelOutcome } from '../../src/ports.ts';

const completionSchema = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    )
    .min(1),
  usage: z
    .object({ prompt_tokens: z.int().nonnegative(), completion_tokens: z.int().nonnegative() })
    .nullish(),
});

/** Small servers like to wrap the whole answer in a code fence; nothing else around it is taken away. */
const unfenced = (content: string): string =>
  /^\s*```(?:json)?\s*\n([\s\S]*?)\n\s*```\s*$/.exec(content)?.[1] ?? content;

const parsed = (content: string): { readonly value: unknown } | null => {
  try {
    const value: unknown = JSON.parse(unfenced(content));
    return { value };
  } catch {
    return null;
  }
};

/**
 * Reads one chat completion, whatever the server really sent (a gateway's page among the possibilities). Never throws.
 *
 * @returns `ok` with parsed JSON of any shape; tokens are 0 where the server does not count them
 */
export const outcomeOf = (completion: unknown): ModelOutcome => {
  const read = completionSchema.safeParse(completion);
  const choice = read.data?.choices[0];
  if (!choice) return { kind: 'malformed' };
  const { finish_reason: reason, message } = choice;
  if (message.refusal) return { kind: 'refused' };
  if (reason === 'length') return { kind: 'truncated' };
  if (reason === 'content_filter') return { kind: 'filtered' };
  const answer = message.content ? parsed(message.content) : null;
  if (!answer) return { kind: 'malformed' };
  return {
    kind: 'ok',
    value: answer.value,
    inputTokens: read.data?.usage?.prompt_tokens ?? 0,
    outputTokens: read.data?.usage?.completion_tokens ?? 0,
  };
};
