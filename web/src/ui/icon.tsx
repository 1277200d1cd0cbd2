import type { SVGProps } from 'react'

/** Our own set: a 16 box, strokes of 1.5, round caps, the colour of the text. */
const paths = {
  menu: 'M2 4h12M2 8h12M2 12h12',
  down: 'm4 6 4 4 4-4',
  up: 'm4 10 4-4 4 4',
  left: 'm10 4-4 4 4 4',
  right: 'm6 4 4 4-4 4',
  close: 'm4 4 8 8M12 4l-8 8',
  check: 'm3 8.5 3.2 3.2L13 5',
  plus: 'M8 3v10M3 8h10',
  search: 'M11.5 7a4.5 4.5 0 1 1-9 0 4.500 4.500 0 0 1 9 0zM10.500 10.500l3 3',
  person: 'M10.700 5.500a2.700 2.700 0 1 1-5.400 0 2.700 2.700 0 0 1 5.400 0zM2.800 13.500c.6-2.600 2.700-4 5.200-4s4.600 1.400 5.200 4',
  warn: 'M8 2.200 14.300 13.300H1.700zM8 6.500v3.200M8 11.500v.1',
  info: 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0zM8 7.300v3.500M8 5v.1',
  cloud: 'M4.500 12.500a3 3 0 0 1-.3-6 4 4 0 0 1 7.700.8 2.600 2.600 0 0 1-.4 5.200zM6 9.300l1.600 1.600 2.700-2.900',
  device: 'M4.500 2h7v12h-7zM7 11.800h2',
  download: 'M8 2v8M4.800 7 8 10.200 11.200 7M2.500 13.500h11',
  upload: 'M8 10.500v-8M4.800 5.600 8 2.400l3.200 3.200M2.500 13.500h11',
  print: 'M4.500 6V2.500h7V6M4.500 11H3V6.500h10V11h-1.500M4.500 9.500h7v4h-7z',
  lock: 'M4.200 7h7.600a1 1 0 0 1 1 1v4.500a1 1 0 0 1-1 1H4.200a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1zM5.200 7V5a2.800 2.800 0 0 1 5.600 0v2',
  file: 'M4 2h5l3 3v9H4zM9 2v3h3',
  link: 'M6.500 9.500 9.500 6.500M7 4.500l1.500-1.500a3 3 0 0 1 4.300 4.300L11.300 8.800M9 11.500 7.500 13A3 3 0 0 1 3.200 8.700L4.700 7.200',
  table: 'M2.500 3h11v10h-11zM2.500 6.300h11M2.500 9.700h11M6.500 3v10',
  clock: 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0zM8 4.500V8l2.300 1.500',
  settings: 'M2.500 5h4M9.500 5h4M2.500 11h1.500M7 11h6.500M9.500 5a1.500 1.500 0 1 1-3 0 1.500 1.500 0 0 1 3 0zM7 11a1.500 1.500 0 1 1-3 0 1.500 1.500 0 0 1 3 0z',
  filter: 'M2 3.500h12L9.500 8.800V13l-3-1.500V8.800z',
  edit: 'M3 13h2.500L13 5.500 10.500 3 3 10.500zM9 4.500 11.500 7',
  trash: 'M3 4.500h10M6 4.500V2.800h4v1.700M4.300 4.500l.6 9h6.200l.6-9',
  speak: 'M2.500 6h2.500L8.500 3v10L5 10H2.500zM11 5.800a3 3 0 0 1 0 4.400M12.800 4a5.500 5.500 0 0 1 0 8',
  globe: 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0zM2 8h12M8 2c4.200 3.800 4.200 8.200 0 12-4.200-3.800-4.200-8.200 0-12z',
  sort: 'm5 6.500 3-3 3 3M5 9.500l3 3 3-3',
  bell: 'M4 11V7a4 4 0 0 1 8 0v4l1 1.300H3zM6.700 14h2.600',
  phone: 'M4 2.500h2.300l1 3-1.500 1.200a8 8 0 0 0 3.500 3.500l1.200-1.500 3 1V12a1.500 1.500 0 0 1-1.600 1.500A11 11 0 0 1 2.500 4.100 1.500 1.500 0 0 1 4 2.500z',
} as const

export type IconName = keyof typeof paths

type Props = Omit<SVGProps<SVGSVGElement>, 'name'> & { name: IconName; size?: number }

/** Stands beside a word; alone only in a button that has an `aria-label`. */
export function Icon({ name, size = 16, ...rest }: Props) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      {...rest}
      style={{ width: `${size / 16}rem`, height: `${size / 16}rem`, flex: 'none', verticalAlign: '-0.1875rem', ...rest.style }}
    >
      <path d={paths[name]} />
    </svg>
  )
}
