/** An answer the Bot API gives instead of a result. */
export class BotApiRefusal extends Error {
  readonly status: number;
  readonly description: string;
  readonly parameters: Readonly<Record<string, number>> | undefined;

  constructor(status: number, description: string, parameters?: Readonly<Record<string, number>>) {
    super(description);
    this.status = status;
    this.description = description;
    this.parameters = parameters;
  }
}

/** A 400 in the real server's words. */
export const badRequest = (what: string): BotApiRefusal => new BotApiRefusal(400, `Bad Request: ${what}`);

/** A 403 in the real server's words. */
export const forbidden = (what: string): BotApiRefusal => new BotApiRefusal(403, `Forbidden: ${what}`);
