/**
 * What Slack accepts, in characters unless the name says otherwise. A message above one of these is refused whole,
 * so every renderer counts before it sends; `test/support/block-kit.ts` counts again, on its own.
 */
export const limits = {
  /** Posts are advised to stay below, updates are refused above. */
  text: 4000,
  messageBlocks: 50,
  viewBlocks: 100,
  /** All text of a message's blocks together (`msg_blocks_too_long`); in no documentation, found by others. */
  messageTotal: 13_200,
  sectionText: 3000,
  fieldText: 2000,
  fieldsPerSection: 10,
  header: 150,
  contextElements: 10,
  actionsElements: 25,
  buttonText: 75,
  actionId: 255,
  blockId: 255,
  viewTitle: 24,
  viewButton: 24,
  privateMetadata: 3000,
  inputLabel: 2000,
  inputHint: 2000,
  inputText: 3000,
  placeholder: 150,
  options: 100,
  optionText: 75,
  optionValue: 150,
  /** Bytes of a whole view. */
  viewBytes: 250_000,
} as const;
