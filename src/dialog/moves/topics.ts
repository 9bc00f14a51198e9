/** Words by which a question shows its topic; the ids are those of the packs' standard replies (S4.e2). */
const words: Readonly<Record<string, RegExp>> = {
  opening_hours:
    /(?:几点|什么时候|什么时间|营业|上班|下班|开门|工作)(?:.{0,6})(?:上班|下班|开门|关门|营业|在线|时间)|opening hours|(?:when|what time).{0,20}(?:open|close|available)|are you open|business hours/iu,
  return_goods:
    /(?:怎么|如何|能不能|能否|可以|可不可以|想).{0,8}(?:退货|退换|换货)|(?:退货|退换货|换货)(?:政策|规则|流程|期限)|(?:how|can|may|could).{0,25}(?:return|exchange)\b|return policy/iu,
  delivery_time:
    /(?:什么时候|多久|几天|何时).{0,8}(?:发货|到货|送到|能到|送达)|(?:发货|到货|配送)(?:时间|要多久)|(?:when|how long).{0,30}(?:deliver|ship|arrive|dispatch)|delivery time/iu,
  invoice: /(?:开|要|补|申请|下载).{0,6}(?:发票|收据)|发票.{0,10}(?:吗|呢|怎么|哪)|\b(?:invoice|receipt)\b/iu,
  how_to_complain:
    /(?:怎么|如何|怎样|哪里|在哪).{0,6}投诉|投诉.{0,6}(?:流程|渠道|收费|要钱)|how (?:do|can|to).{0,15}complain|(?:make|file|lodge) a complaint/iu,
};

/** Which of the pack's standard replies the text asks for; undefined when none. */
export const topicOf = (text: string, topics: readonly string[]): string | undefined =>
  topics.find((topic) => words[topic]?.test(text));
