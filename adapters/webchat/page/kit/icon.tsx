/** Shapes drawn on a 20 × 20 grid in the colour of the text around them. */
const paths = {
  send: 'M3.5 10h6M3.2 3.6 17 10 3.2 16.4 5 10z',
  clip: 'm15.5 9.2-5.7 5.7a3.5 3.5 0 0 1-5-5l6-6a2.4 2.4 0 0 1 3.4 3.4l-6 6a1.2 1.2 0 0 1-1.7-1.7l5.4-5.4',
  close: 'm5 5 10 10M15 5 5 15',
  plus: 'M10 4v12M4 10h12',
  back: 'M11.5 4.5 6 10l5.5 5.5M6.5 10H16',
  down: 'm5 8 5 5 5-5',
  moon: 'M16.2 12.3A6.8 6.8 0 0 1 7.7 3.8a6.8 6.8 0 1 0 8.5 8.5z',
  sun: 'M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM10 1.8v1.6M10 16.6v1.6M4.2 4.2l1.1 1.1M14.7 14.7l1.1 1.1M1.8 10h1.6M16.6 10h1.6M4.2 15.8l1.1-1.1M14.7 5.3l1.1-1.1',
  globe:
    'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM2.5 10h15M10 2.5c2 2 3 4.6 3 7.500s-1 5.5-3 7.500c-2-2-3-4.6-3-7.500s1-5.5 3-7.500z',
  spark: 'M10 2.500l1.7 5.8 5.8 1.7-5.8 1.700L10 17.500l-1.7-5.800L2.5 10l5.8-1.700z',
  lock: 'M5.5 9h9a1 1 0 0 1 1 1v5.500a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1V10a1 1 0 0 1 1-1zM7 9V6.500a3 3 0 0 1 6 0V9',
  thread: 'M4 4h12v8.500H9L5.5 15.800V12.500H4zM7 7.200h6M7 9.600h4',
  team: 'M7.3 9.500a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.400zM2.5 16c0-2.7 2.1-4.5 4.8-4.500s4.8 1.8 4.8 4.500M13 9.300a2.3 2.3 0 1 0-.6-4.500M14.3 11.700c1.9.4 3.2 1.9 3.2 4.1',
  shield: 'M10 2.5 16 4.700v4.800c0 3.7-2.5 6.4-6 8-3.5-1.6-6-4.3-6-8V4.700zM7.3 10l2 2 3.5-3.8',
  person: 'M10 9.800a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.400zM4 16.800c0-3.1 2.7-5 6-5s6 1.9 6 5',
  list: 'M7 5.500h9M7 10h9M7 14.500h9M3.8 5.500h.1M3.8 10h.1M3.8 14.500h.1',
  pen: 'm4 16 .8-3.5 8.6-8.600a1.4 1.4 0 0 1 2 0l.7.700a1.4 1.4 0 0 1 0 2L7.5 15.200z',
  file: 'M5.5 2.500h6l3.5 3.500v11.500h-9.500zM11.5 2.500V6H15',
  alert: 'M10 6.500v4M10 13.300h.1M10 2.8 18 16.500H2z',
  octagon: 'M6.7 2.500h6.600l4.2 4.200v6.600l-4.2 4.200H6.700l-4.2-4.200V6.700zM10 6v4.700M10 13.600h.1',
  diamond: 'm10 2.5 7.5 7.5-7.5 7.500L2.5 10zM10 7v3.500M10 13h.1',
  circle: 'M10 3.500a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13z',
  check: 'm4 10.5 4 4 8-9',
  checked: 'M10 2.500a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM6.8 10.200l2.3 2.3 4.2-4.7',
} as const;

/** Names a shape. */
export type IconName = keyof typeof paths;

/** A small picture beside words; it is never the only carrier of a meaning. */
export const Icon = ({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) => (
  <svg class="icon" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    <path d={paths[name]} />
  </svg>
);
