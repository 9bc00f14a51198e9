/** What stands around a formal letter, English. */
export const letterEn = {
  title: 'Our reply to complaint {number}',
  reference: 'Reference: {reference}',
  page: 'Page {page} of {pages}',
  proof: 'Version {version} · SHA-256 {sha256}',
  draft: 'Under review · not sent',
  cover: 'Attached is our written reply to complaint {number} as a PDF.',
  coverText: 'If you would rather read it here, press the button below.',
  asText: 'Read it here',
  gone: 'That letter is no longer here. Tell me if you need it, and a colleague will send it again.',
} as const;
